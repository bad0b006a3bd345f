"""Care: what helps sore calves and backs besides a routine. Knows its view, and no content."""

from kivy.properties import ObjectProperty

from app.ui.kv import load_kv
from app.ui.screens.place import Place, place_of
from app.ui.widgets.card import Column
from app.ui.widgets.row import ListRow

load_kv(__file__)


class CareLine(ListRow):
    """One part of Care: `item` is a `CareRow`."""

    item = ObjectProperty(None, rebind=True)

    def on_release(self) -> None:
        place_of(self).dispatch("on_open", self.item.id)


class CareSection(Column):
    """What belongs together: `item` is a `CareGroup`."""

    item = ObjectProperty(None, rebind=True)


class CareScreen(Place):
    """Dispatches `on_open(part)`."""

    __events__ = ("on_open",)

    def on_open(self, part: str) -> None:
        pass
