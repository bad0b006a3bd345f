"""The sheet in which one line of the physio's sheet is corrected. Knows its view, and no reading."""

from kivy.properties import ObjectProperty

from app.ui.kv import load_kv
from app.ui.widgets import button, controls, each, figure, row, text  # noqa: F401  # the rules name their classes
from app.ui.widgets.card import Row
from app.ui.widgets.sheet import SheetContent, content_of
from app.views.sheet_page import KINDS, SIDES

load_kv(__file__)


class AmountLine(Row):
    """One amount between a minus and a plus, with what it is: `item` is an `AmountRow`."""

    item = ObjectProperty(None, rebind=True)

    def step(self, by: int) -> None:
        content_of(self).dispatch("on_step", self.item.amount, by)


class LineContent(SheetContent):
    """`view` is a `LineView`.

    Dispatches `on_exercise` to choose one, `on_kind(index)`, `on_step(amount, by)`, `on_side(index)` and
    `on_set_aside`.
    """

    kinds = KINDS
    sides = tuple(words for _, words in SIDES)

    __events__ = ("on_exercise", "on_kind", "on_step", "on_side", "on_set_aside")

    def on_exercise(self) -> None:
        pass

    def on_kind(self, index: int) -> None:
        pass

    def on_step(self, amount: str, by: int) -> None:
        pass

    def on_side(self, index: int) -> None:
        pass

    def on_set_aside(self) -> None:
        pass
