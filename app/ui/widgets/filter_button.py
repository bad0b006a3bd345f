"""The button that says what a list is held down to. Knows no list."""

from kivy.properties import BooleanProperty, StringProperty

from app.ui.kv import load_kv
from app.ui.widgets import text  # noqa: F401  # the rule below names its classes
from app.ui.widgets.pressable import Pressable

load_kv(__file__)


class FilterButton(Pressable):
    """Says what the list is held down to, and opens the choice."""

    text = StringProperty("")
    active = BooleanProperty(False)
