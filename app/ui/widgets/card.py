"""Cards and pages: how things are grouped. Knows no screen."""

from kivy.properties import BooleanProperty, ColorProperty
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.scrollview import ScrollView

from app.ui.kv import load_kv

load_kv(__file__)


class Column(BoxLayout):
    """Things below each other, as high as they are together, or gone if not `shown`."""

    shown = BooleanProperty(True)


class Row(BoxLayout):
    """Things beside each other, as high as the highest, or gone if not `shown`."""

    shown = BooleanProperty(True)


class Pair(BoxLayout):
    """Two columns beside each other or, in a narrow window, one below the other."""

    side_by_side = BooleanProperty(False)


class Card(Column):
    """What belongs together, on a sheet of its own."""

    fill = ColorProperty("#ffffff")


class Page(ScrollView):
    """A column that scrolls, never wider than a page reads well; it follows the keyboard's focus."""
