"""After: what was done, how it felt, what it means for the week. Knows its view, and no storage."""

from kivy.properties import ColorProperty, NumericProperty, ObjectProperty, StringProperty

from app.ui.kv import load_kv
from app.ui.screens.place import Place
from app.ui.widgets import field, week  # noqa: F401  # the rules name their classes
from app.ui.widgets.card import Column, Row

load_kv(__file__)


class SideBar(Row):
    """What was done on one side: a word, a bar of `share` (0 to 1) and the amount; no room without one."""

    word = StringProperty("")
    amount = StringProperty("")
    share = NumericProperty(0)
    ink = ColorProperty("#000000")


class WorkLine(Column):
    """An exercise with what was done left and right: `item` is a `WorkRow`."""

    item = ObjectProperty(None, rebind=True)


class Feeling(Column):
    """How it feels, 0 to 10, or -1 while nothing was said. Dispatches `on_say(value)`."""

    label = StringProperty("")
    value = NumericProperty(-1)
    __events__ = ("on_say",)

    def on_say(self, value: int) -> None:
        pass


class AfterScreen(Place):
    """Dispatches `on_feeling(which, value)`, `on_note(text)` and `on_leave`."""

    __events__ = ("on_feeling", "on_note", "on_leave")

    def do_the_one_thing(self) -> None:
        self.dispatch("on_leave")

    def on_feeling(self, which: str, value: int) -> None:
        pass

    def on_note(self, note: str) -> None:
        pass

    def on_leave(self) -> None:
        pass
