"""One routine with all its steps. Knows its view, and no file."""

from kivy.properties import ObjectProperty, StringProperty

from app.ui.kv import load_kv
from app.ui.screens.place import Place, place_of
from app.ui.widgets import figure, row  # noqa: F401  # the rules name its classes
from app.ui.widgets.card import Card
from app.ui.widgets.text import Words

load_kv(__file__)


class StepCard(Card):
    """One step: `item` is a `StepRow`."""

    item = ObjectProperty(None, rebind=True)

    def open_exercise(self) -> None:
        place_of(self).dispatch("on_open", self.item.exercise)


class MistakeLine(Words):
    """One mistake in the file: `item` is its line."""

    item = StringProperty("")


class RoutineScreen(Place):
    """Dispatches `on_plan` for the question when the routine is due.

    `on_edit` opens the editor, `on_more` the sheet of all that can be done, `on_mend` the file of a broken one.
    """

    __events__ = ("on_start", "on_open", "on_plan", "on_edit", "on_more", "on_mend", "on_leave")

    def do_the_one_thing(self) -> None:
        if self.view.playable:
            self.dispatch("on_start", self.view.id)

    def on_open(self, exercise: str) -> None:
        pass

    def on_plan(self, routine: str) -> None:
        pass

    def on_edit(self) -> None:
        pass

    def on_more(self) -> None:
        pass

    def on_mend(self) -> None:
        pass

    def on_start(self, routine: str) -> None:
        pass

    def on_leave(self) -> None:
        pass
