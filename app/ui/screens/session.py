"""One session: looked at, corrected, or written down by hand. Knows its view, and no history."""

from kivy.properties import ObjectProperty

from app.ui.kv import load_kv
from app.ui.screens.place import Place, place_of
from app.ui.widgets import felt, field, work  # noqa: F401  # the rules name their classes
from app.ui.widgets.card import Column, Row
from app.ui.widgets.row import ListRow
from app.views.session import NO_STEPS, MuscleRow

load_kv(__file__)


class FactRow(ListRow):
    """One fact with what it is about above it; pressed, it can be changed."""


class StepsLine(Row):
    """An amount between a minus and a plus: `item` is a `Steps`."""

    item = ObjectProperty(NO_STEPS, rebind=True)

    def step(self, by: int) -> None:
        place_of(self).dispatch("on_step", self.item.place, by)


class ExerciseStepsLine(Column):
    """An exercise with the steps of each side: `item` is an `ExerciseSteps`."""

    item = ObjectProperty(None, rebind=True)


class MuscleLine(Column):
    """What one muscle got: `item` is a `MuscleRow`."""

    item = ObjectProperty(MuscleRow("", "", ""), rebind=True)


class SessionScreen(Place):
    """Dispatches what the person wants of the session.

    `on_day`, `on_time` and `on_what` ask for a choice; `on_correct` for the steps, `on_step(place, by)` takes one;
    `on_feeling(which, value)`, `on_note(text)` and `on_name(text)` say something; `on_delete`, `on_add`, `on_leave`.
    """

    __events__ = (
        "on_day",
        "on_time",
        "on_what",
        "on_correct",
        "on_step",
        "on_feeling",
        "on_note",
        "on_name",
        "on_delete",
        "on_add",
        "on_leave",
    )

    def do_the_one_thing(self) -> None:
        if self.view.can_be_added:
            self.dispatch("on_add")

    def on_day(self) -> None:
        pass

    def on_time(self) -> None:
        pass

    def on_what(self) -> None:
        pass

    def on_correct(self) -> None:
        pass

    def on_step(self, place: int, by: int) -> None:
        pass

    def on_feeling(self, which: str, value: int) -> None:
        pass

    def on_note(self, note: str) -> None:
        pass

    def on_name(self, name: str) -> None:
        pass

    def on_delete(self) -> None:
        pass

    def on_add(self) -> None:
        pass

    def on_leave(self) -> None:
        pass
