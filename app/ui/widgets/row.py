"""A row of a list: what it is, what is said of it, and that there is more behind it. Knows no screen."""

from kivy.properties import BooleanProperty, ColorProperty, NumericProperty, ObjectProperty, StringProperty

from app.ui.kv import load_kv
from app.ui.widgets import card, figure, text  # noqa: F401  # the rules below name their classes
from app.ui.widgets.pressable import Pressable
from app.views.picture import NO_PICTURE

load_kv(__file__)


class ListRow(Pressable):
    """An icon or a picture, a title with two lines below it, a trailing word, and a chevron.

    What is empty takes no room. An `alarming` row is one that needs attention.
    """

    icon = StringProperty("")
    picture = ObjectProperty(NO_PICTURE, rebind=True)
    title = StringProperty("")
    subtitle = StringProperty("")
    label = StringProperty("")
    trailing = StringProperty("")
    narrow = BooleanProperty(False)
    """A long word would have no room: the trailing word stands below the title, the picture is small."""
    chevron = BooleanProperty(True)
    alarming = BooleanProperty(False)
    picture_size = NumericProperty(0)
    title_size = NumericProperty(0)
    fill = ColorProperty("#ffffff")
    edge = ColorProperty("#000000")
    least_height = NumericProperty(0)
