"""What was done left and right, and how it felt. Knows no session: rows and values come in."""

from kivy.properties import ColorProperty, NumericProperty, ObjectProperty, StringProperty

from app.ui.kv import load_kv
from app.ui.widgets import controls, text  # noqa: F401  # the rules below name their classes
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
