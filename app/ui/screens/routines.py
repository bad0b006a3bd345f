"""The list of routines. Knows its view, and no file."""

from kivy.properties import ObjectProperty

from app.ui.kv import load_kv
from app.ui.screens.place import Place, place_of
from app.ui.widgets import empty, filter_button, search  # noqa: F401  # the rules name their classes
from app.ui.widgets.row import ListRow

load_kv(__file__)


class RoutineLine(ListRow):
    """One routine of the list: `item` is a `RoutineRow`."""

    item = ObjectProperty(None, rebind=True)

    def on_release(self) -> None:
        place_of(self).dispatch("on_open", self.item.id)


class RoutinesScreen(Place):
    """Dispatches what is pressed, and `on_search(text)`; `on_all` wants everything back."""

    __events__ = (
        "on_open",
        "on_goal",
        "on_search",
        "on_filter",
        "on_all",
        "on_shelf",
        "on_new",
        "on_go_on",
    )

    def on_open(self, routine: str) -> None:
        pass

    def on_goal(self, index: int) -> None:
        pass

    def on_search(self, text: str) -> None:
        pass

    def on_filter(self) -> None:
        pass

    def on_all(self) -> None:
        pass

    def on_shelf(self, index: int) -> None:
        pass

    def on_new(self) -> None:
        pass

    def on_go_on(self) -> None:
        pass
