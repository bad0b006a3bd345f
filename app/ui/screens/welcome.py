"""The first-run cards: what it is, the warning signs, a routine to begin with. Knows its view, and no routine."""

from kivy.properties import StringProperty

from app.ui.kv import load_kv
from app.ui.screens import routines  # noqa: F401  # the rules name its RoutineLine
from app.ui.screens.place import Place
from app.ui.widgets import figure  # noqa: F401  # the rules name its classes
from app.ui.widgets.card import Card

load_kv(__file__)


class WarningCard(Card):
    """One warning sign: `item` is its text."""

    item = StringProperty("")


class WelcomeScreen(Place):
    """Dispatches `on_next`, `on_other`, `on_skip`, `on_leave` and `on_open(routine)`."""

    __events__ = ("on_next", "on_other", "on_skip", "on_leave", "on_open")

    def do_the_one_thing(self) -> None:
        if self.view.card.next:
            self.dispatch("on_next")

    def on_next(self) -> None:
        pass

    def on_other(self) -> None:
        pass

    def on_skip(self) -> None:
        pass

    def on_leave(self) -> None:
        pass

    def on_open(self, routine: str) -> None:
        pass
