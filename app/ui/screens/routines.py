"""The list of routines. Knows its view, and no file."""

from kivy.properties import ObjectProperty

from app.ui.kv import load_kv
from app.ui.screens.place import Place, place_of
from app.ui.widgets import empty  # noqa: F401  # the rules name its class
from app.ui.widgets.row import ListRow

load_kv(__file__)


class RoutineLine(ListRow):
    """One routine of the list: `item` is a `RoutineRow`."""

    item = ObjectProperty(None, rebind=True)

    def on_release(self) -> None:
        place_of(self).dispatch("on_open", self.item.id)


class RoutinesScreen(Place):
    __events__ = ("on_open", "on_goal", "on_shelf", "on_new", "on_go_on")

    def on_open(self, routine: str) -> None:
        pass

    def on_goal(self, index: int) -> None:
        pass

    def on_shelf(self, index: int) -> None:
        pass

    def on_new(self) -> None:
        pass

    def on_go_on(self) -> None:
        pass
