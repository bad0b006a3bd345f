"""What all screens are: a place with one frozen value to show. Knows no screen."""

from kivy.properties import BooleanProperty, ColorProperty, NumericProperty, ObjectProperty
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from app.ui.kv import load_kv
from app.ui.widgets import button, card, controls, each, notice, text  # noqa: F401  # named in every kv file

load_kv(__file__)


class Place(BoxLayout):
    """A screen. `view` is the frozen value that its kv file reads, and must be given when it is made."""

    view = ObjectProperty(None, rebind=True)
    ground = ColorProperty("#ffffff")
    """The colour behind everything. The window is cleared with it: a rectangle as large as the window costs a
    millisecond a frame on software GL."""
    wide = BooleanProperty(False)
    """Whether there is room for two columns."""


class Sheet(card.Column):
    """The column inside a page, kept to a width that reads well and in the middle of a wide window."""

    page = NumericProperty(0)
    """The greatest width of what is in it."""
    side = NumericProperty(0)
    """The room left free at both sides."""


def place_of(widget: Widget) -> Place:
    """The screen that a widget is on, for lines of lists to say there what is wanted of them."""
    while not isinstance(widget, Place):
        widget = widget.parent
    return widget
