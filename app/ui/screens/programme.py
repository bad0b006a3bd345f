"""Programmes: all of them, and one with its weeks. Knows its views, and no file."""

from kivy.properties import ObjectProperty

from app.ui.kv import load_kv
from app.ui.screens import routine  # noqa: F401  # the rules name its classes
from app.ui.screens.place import Place, place_of
from app.ui.widgets.card import Column, Row
from app.ui.widgets.row import ListRow

load_kv(__file__)


class ProgrammeLine(ListRow):
    """One programme to choose: `item` is a `ProgrammeRow`."""

    item = ObjectProperty(None, rebind=True)

    def on_release(self) -> None:
        place_of(self).dispatch("on_open", self.item.id)


class ProgrammeWeek(Row):
    """One week, or several alike: `item` is a `WeekLine`."""

    item = ObjectProperty(None, rebind=True)


class ProgrammeMistakes(Column):
    """What is wrong with the file: `view` has its `mistakes` and the `remedy`; no room where there are none."""

    view = ObjectProperty(None, rebind=True)


class ProgrammesScreen(Place):
    """Dispatches `on_open(programme)` and `on_leave`."""

    __events__ = ("on_open", "on_leave")

    def on_open(self, programme: str) -> None:
        pass

    def on_leave(self) -> None:
        pass


class ProgrammeScreen(Place):
    """Dispatches `on_start` and `on_leave`."""

    __events__ = ("on_start", "on_leave")

    def do_the_one_thing(self) -> None:
        if self.view.can_start:
            self.dispatch("on_start")

    def on_start(self) -> None:
        pass

    def on_leave(self) -> None:
        pass
