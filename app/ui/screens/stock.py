"""The sheet of poses that a keyframe can begin from, each with its figure. Knows its view, and no keyframe."""

from kivy.properties import ObjectProperty

from app.ui.kv import load_kv
from app.ui.widgets.row import ListRow
from app.ui.widgets.sheet import SheetContent, content_of

load_kv(__file__)


class StockLine(ListRow):
    """One pose: `item` is a `StockRow`."""

    item = ObjectProperty(None, rebind=True)

    def on_release(self) -> None:
        content_of(self).dispatch("on_choose", self.item.index)


class StockContent(SheetContent):
    """`view` is a `StockView`. Dispatches `on_choose(index)`."""

    __events__ = ("on_choose",)

    def on_choose(self, index: int) -> None:
        pass
