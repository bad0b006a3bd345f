"""The sheet in which one says what routines to look for. Knows its view, and no library."""

from kivy.properties import ObjectProperty

from app.ui.kv import load_kv
from app.ui.widgets import button, several, text  # noqa: F401  # the rules name their classes
from app.ui.widgets.card import Column
from app.ui.widgets.sheet import SheetContent, content_of

load_kv(__file__)


class FilterChips(Column):
    """What can be chosen of one kind: `item` is a `FilterGroup`."""

    item = ObjectProperty(None, rebind=True)

    def choose(self, index: int) -> None:
        content_of(self).dispatch("on_choose", self.item.facet, index)


class RoutineFiltersContent(SheetContent):
    """`view` is a `FiltersView`. Dispatches `on_choose(facet, index)` and `on_all`."""

    __events__ = ("on_choose", "on_all")

    def on_choose(self, facet: str, index: int) -> None:
        pass

    def on_all(self) -> None:
        pass
