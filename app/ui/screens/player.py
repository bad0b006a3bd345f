"""The player: one exercise, one side, one number, read from two metres. Knows its view, and no session."""

from kivy.properties import NumericProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout

from app.ui.kv import load_kv
from app.ui.screens.place import Place
from app.ui.widgets import ring, segments  # noqa: F401  # the rules name their classes
from app.ui.widgets.button import IconButton
from app.ui.widgets.pressable import Pressable

load_kv(__file__)


class SideBadge(BoxLayout):
    """LEFT or RIGHT: a word, an arrow and a colour; no room where there is no side."""

    side = StringProperty("")
    word = StringProperty("")


class RoundButton(IconButton):
    """The large button in the middle: pause and go on, or done."""


class PlusButton(Pressable):
    """Ten seconds more."""

    label = StringProperty("Ten seconds more")


class PlayerScreen(Place):
    """Dispatches what the person wants of the session."""

    ring_size = NumericProperty(300)

    __events__ = ("on_toggle", "on_skip", "on_back", "on_add", "on_mute", "on_stop", "on_done")

    def on_toggle(self) -> None:
        pass

    def on_skip(self) -> None:
        pass

    def on_back(self) -> None:
        pass

    def on_add(self) -> None:
        pass

    def on_mute(self) -> None:
        pass

    def on_stop(self) -> None:
        pass

    def on_done(self) -> None:
        pass
