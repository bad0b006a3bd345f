"""LEFT or RIGHT, to be seen from across the room. Knows no session."""

from kivy.properties import StringProperty
from kivy.uix.boxlayout import BoxLayout

from app.ui.kv import load_kv
from app.ui.widgets import text  # noqa: F401  # the rule below names its classes

load_kv(__file__)


class SideBadge(BoxLayout):
    """A side as word, arrow and colour; no room where there is no side."""

    side = StringProperty("")
    word = StringProperty("")
