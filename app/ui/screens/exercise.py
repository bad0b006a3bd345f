"""One exercise: how it is done, what it does, when to stop. Knows its view, and no file."""

from kivy.properties import ObjectProperty, StringProperty

from app.ui.kv import load_kv
from app.ui.screens.moving import MovingPlace
from app.ui.screens.place import place_of
from app.ui.widgets.button import QuietButton
from app.ui.widgets.text import Words

load_kv(__file__)


class PlainLine(Words):
    """One line of a list: `item` is its text."""

    item = StringProperty("")


class LinkButton(QuietButton):
    """The way to an easier or harder exercise: `item` is a `Link`."""

    item = ObjectProperty(None, rebind=True)

    def on_release(self) -> None:
        place_of(self).dispatch("on_open", self.item.id)


class ExerciseScreen(MovingPlace):
    """Dispatches `on_open(exercise)`, `on_why`, `on_signs`, `on_more` and `on_leave`."""

    __events__ = ("on_open", "on_why", "on_signs", "on_more", "on_leave")

    def on_open(self, exercise: str) -> None:
        pass

    def on_why(self) -> None:
        pass

    def on_signs(self) -> None:
        pass

    def on_more(self) -> None:
        pass

    def on_leave(self) -> None:
        pass
