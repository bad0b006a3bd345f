"""Buttons: one primary action a screen, quiet ones beside it, icons where a word would crowd. Knows no screen."""

from kivy.properties import BooleanProperty, ColorProperty, NumericProperty, StringProperty

from app.ui.kv import load_kv
from app.ui.widgets import text  # noqa: F401  # the rules below name its classes
from app.ui.widgets.pressable import Pressable
from app.views import labels

load_kv(__file__)


class WordButton(Pressable):
    """A filled button with a word, and an icon before it if there is one."""

    text = StringProperty("")
    icon = StringProperty("")
    fill = ColorProperty("#000000")
    ink = ColorProperty("#000000")
    type_size = NumericProperty(0)
    least_height = NumericProperty(0)
    shown = BooleanProperty(True)
    """Not shown, it keeps its place, so that nothing jumps."""


class PrimaryButton(WordButton):
    """The one thing to do."""


class QuietButton(WordButton):
    """What else can be done."""


class IconButton(Pressable):
    """An icon alone; `label` says in words what it does."""

    icon = StringProperty("")
    label = StringProperty("")
    fill = ColorProperty([0, 0, 0, 0])
    ink = ColorProperty("#000000")
    size_sp = NumericProperty(0)
    corner = NumericProperty(14)


class RoundButton(IconButton):
    """The large button in the middle: pause and go on, or done."""


class PlusButton(Pressable):
    """Ten seconds more."""

    label = StringProperty(labels.Button.TEN_SECONDS_MORE)
