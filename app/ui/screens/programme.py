"""Programmes: all of them, one with its weeks, and the one that is followed. Knows its views, and no file."""

from kivy.properties import ObjectProperty

from app.ui.kv import load_kv
from app.ui.screens.place import Place, place_of
from app.ui.screens.routine import MistakeLine  # noqa: F401  # the rules name it
from app.ui.widgets import due, row, week  # noqa: F401  # the rules name their classes
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


class CourseScreen(Place):
    """The programme that is followed.

    Dispatches `on_start(routine)`, `on_open(routine)`, `on_turn(weeks)` by so many weeks from this one, `on_others`,
    `on_end` and `on_leave`.
    """

    __events__ = ("on_start", "on_open", "on_turn", "on_others", "on_end", "on_leave")

    def do_the_one_thing(self) -> None:
        if self.view.start:
            self.dispatch("on_start", self.view.start)

    def on_start(self, routine: str) -> None:
        pass

    def on_open(self, routine: str) -> None:
        pass

    def on_turn(self, weeks: int) -> None:
        pass

    def on_others(self) -> None:
        pass

    def on_end(self) -> None:
        pass

    def on_leave(self) -> None:
        pass
