"""Words and icons in the theme's type. Knows no screen."""

import math
from collections.abc import Sequence

from kivy.properties import NumericProperty, StringProperty
from kivy.uix.label import Label

from app.ui.icons import ICONS
from app.ui.kv import load_kv

load_kv(__file__)

LETTER = 0.56
"""A bold letter is about this wide, as a share of its size."""


def fitting(text: str, sizes: Sequence[float], width: float, height: float) -> float:
    """The first of the `sizes` (px, largest first) at which `text` has room in `width` times `height`; else the last.

    Its longest word must have room in one line. 20 letters at 34 px need 20 × 0.56 × 34 = 381 px: two lines
    in a width of 272, so 2 × 34 × 1.2 = 82 px.
    """
    longest = max((len(word) for word in text.split()), default=0)
    for size in sizes:
        lines = math.ceil(len(text) * LETTER * size / max(1.0, width))
        if lines * size * 1.2 <= height and longest * LETTER * size <= width:
            return size
    return sizes[-1]


def lines(text: str, size: float, width: float) -> int:
    """About how many lines `text` takes at `size` px in `width`, rather too many than too few.

    "Wall calf stretch" at 24 px is 4, 4 and 7 letters of 13.4 px: with 100 px "Wall" and "calf" (9 letters
    with their space, 121 px) do not fit into one line, so it takes 3.
    """
    room = width / (LETTER * size)
    count, used = 1, 0.0
    for word in text.split():
        if used and used + 1 + len(word) > room:
            count, used = count + 1, 0.0
        used += len(word) + (1 if used else 0)
        while used > room > 1:
            count, used = count + 1, used - room
    return count


class Text(Label):
    """Text in a place that others give it; disabled it keeps its colour, for its button is faint as a whole."""


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
    """An icon by its meaning in `icons.ICONS`, in a square of `room`."""

    icon = StringProperty("")
    glyph = StringProperty("")
    size_sp = NumericProperty(0)
    room = NumericProperty(0)

    def on_icon(self, _: object, icon: str) -> None:
        self.glyph = ICONS[icon]
