"""What those who show screens may ask of the window's inside. Knows no screen."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from kivy.uix.widget import Widget

from app.core.record import SessionRecord
from app.core.timeline import Timeline
from app.ui.books import Books
from app.ui.house import House

if TYPE_CHECKING:
    from app.ui.caring import Caring


class Stage(Protocol):
    """The shell, as its helpers see it: so they need not import it, and it may import them."""

    house: House
    books: Books
    screen: Widget
    place: str
    visible: bool

    @property
    def wide(self) -> bool: ...

    @property
    def caring(self) -> "Caring": ...

    def show(self, screen: Widget, *, alone: bool = False, beside: Widget | None = None) -> None: ...

    def way_back(self) -> Callable[[], None]:
        """What shows again what is shown now."""

    def go(self, place: str) -> None: ...

    def open_exercise(self, exercise: str) -> None: ...

    def open_routine(self, routine: str) -> None: ...

    def follow(self, routine: str, steps: tuple[int, ...] = ()) -> None: ...

    def try_out(self, timeline: Timeline, on_over: Callable[[], None]) -> None: ...

    def follow_test(self, timeline: Timeline, on_over: Callable[[SessionRecord], None]) -> None: ...

    def offer_undo(self, text: str, undo: Callable[[], None]) -> None: ...

    def tell(
        self,
        text: str,
        action: str = "",
        icon: str = "",
        act: Callable[[], None] = lambda: None,
        *,
        lasting: bool = False,
    ) -> Callable[[], None]: ...

    def dress(self) -> None: ...
