"""The list of routines. Knows its view, and no file."""

from kivy.properties import ObjectProperty

from app.ui.kv import load_kv
from app.ui.screens.place import Place
from app.ui.widgets.pressable import Pressable

load_kv(__file__)


class RoutineLine(Pressable):
    """One routine of the list: `item` is a `RoutineRow`."""

    item = ObjectProperty(None, rebind=True)

    def on_release(self) -> None:
        parent = self.parent
        while parent is not None and not isinstance(parent, RoutinesScreen):
            parent = parent.parent
        if parent is not None:
            parent.dispatch("on_open", self.item.id)


class RoutinesScreen(Place):
    __events__ = ("on_open", "on_goal")

    def on_open(self, routine: str) -> None:
        pass

    def on_goal(self, index: int) -> None:
        pass
