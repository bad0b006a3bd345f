"""After: what was done, how it felt, what it means for the week. Knows its view, and no storage."""

from app.ui.kv import load_kv
from app.ui.screens.place import Place
from app.ui.widgets import felt, field, week, work  # noqa: F401  # the rules name their classes

load_kv(__file__)


class AfterScreen(Place):
    """Dispatches `on_moment(index)`, `on_felt(place, scale, value)`, `on_note(text)` and `on_leave`.

    A value of None takes back what was said.
    """

    __events__ = ("on_moment", "on_felt", "on_note", "on_leave")

    def do_the_one_thing(self) -> None:
        self.dispatch("on_leave")

    def on_moment(self, index: int) -> None:
        pass

    def on_felt(self, place: str, scale: str, value: int | None) -> None:
        pass

    def on_note(self, note: str) -> None:
        pass

    def on_leave(self) -> None:
        pass
