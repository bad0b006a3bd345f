"""What those who show screens may ask of the window's inside. Knows no screen."""

from collections.abc import Callable, Sequence
from typing import Protocol

from kivy.uix.widget import Widget

from app.core.record import SessionRecord
from app.core.routine import Routine
from app.core.timeline import Timeline
from app.ui.books import Books
from app.ui.house import House

Deed = Callable[[], None]


class Signs(Protocol):
    """The warning signs: see `app.ui.sign_keeping`."""

    def open(self, on_leave: Deed | None = None) -> None: ...

    def ask_first(self, on_none: Deed, on_some: Deed, on_leave: Deed) -> None: ...

    def ask_what_is_felt(self, end: Deed, stop: Deed, on_leave: Deed) -> None: ...

    def explain(
        self, name: str, blocked: Sequence[str], begin: Deed | None, on_leave: Deed | None = None
    ) -> None: ...


class Care(Protocol):
    """Care and its parts: see `app.ui.caring`."""

    @property
    def signs(self) -> Signs: ...

    def open(self, part: str) -> None: ...


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
    def caring(self) -> Care: ...

    def show(self, screen: Widget, *, alone: bool = False, beside: Widget | None = None) -> None: ...

    def way_back(self) -> Callable[[], None]:
        """What shows again what is shown now."""

    def go(self, place: str) -> None: ...

    def open_exercise(self, exercise: str) -> None: ...

    def open_routine(self, routine: str) -> None: ...

    def follow(self, routine: str, steps: tuple[int, ...] = ()) -> None: ...

    def follow_move(self, move: Routine) -> None: ...

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
