"""One self-test: what it came to, to save, correct or delete. Knows its view, and no storage."""

from kivy.properties import ObjectProperty

from app.ui.kv import load_kv
from app.ui.screens import self_tests  # noqa: F401  # the rules name its classes
from app.ui.screens.place import Place, place_of
from app.ui.widgets import field, notice  # noqa: F401  # as above
from app.ui.widgets.card import Row

load_kv(__file__)


class TryStepsLine(Row):
    """One try with its stepper: `item` is a `TryLine`."""

    item = ObjectProperty(None, rebind=True)

    def step(self, by: int) -> None:
        place_of(self).dispatch("on_step", self.item.side, self.item.number, by)


class SelfTestScreen(Place):
    """Dispatches `on_step(side, number, by)`, `on_note(text)`, `on_save`, `on_delete` and `on_leave`."""

    __events__ = ("on_step", "on_note", "on_save", "on_delete", "on_leave")

    def do_the_one_thing(self) -> None:
        if self.view.is_new and self.view.can_save:
            self.dispatch("on_save")

    def on_step(self, side: str, number: int, by: int) -> None:
        pass

    def on_note(self, note: str) -> None:
        pass

    def on_save(self) -> None:
        pass

    def on_delete(self) -> None:
        pass

    def on_leave(self) -> None:
        pass
