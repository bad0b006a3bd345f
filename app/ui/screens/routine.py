"""One routine with all its steps. Knows its view, and no file."""

from kivy.properties import ObjectProperty, StringProperty

from app.ui.kv import load_kv
from app.ui.screens.place import Place
from app.ui.widgets.card import Card
from app.ui.widgets.text import Words

load_kv(__file__)


class StepCard(Card):
    """One step: `item` is a `StepRow`."""

    item = ObjectProperty(None, rebind=True)


class MistakeLine(Words):
    """One mistake in the file: `item` is its line."""

    item = StringProperty("")


class RoutineScreen(Place):
    __events__ = ("on_start", "on_leave")

    def on_start(self, routine: str) -> None:
        pass

    def on_leave(self) -> None:
        pass
