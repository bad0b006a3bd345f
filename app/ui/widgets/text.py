"""Words and icons in the theme's type. Knows no screen."""

from kivy.properties import NumericProperty, StringProperty
from kivy.uix.label import Label

from app.ui.icons import ICONS
from app.ui.kv import load_kv

load_kv(__file__)


class Text(Label):
    """Text in a place that others give it. It keeps its colour when disabled: what cannot be used is faint as a whole."""


class Words(Text):
    """Text that wraps in its width and is as high as it needs."""


class Small(Words):
    """What is less important."""


class Heading(Words):
    """The title of a card or a section."""


class Title(Words):
    """The title of a page."""


class Display(Words):
    """The one thing that is to be read from afar."""


class OneLine(Text):
    """One line of text, as wide as it is, cut with an ellipsis where there is no room."""


class Icon(Text):
    """An icon by its meaning in `icons.ICONS`."""

    icon = StringProperty("")
    glyph = StringProperty("")
    size_sp = NumericProperty(0)

    def on_icon(self, _: object, icon: str) -> None:
        self.glyph = ICONS[icon]
