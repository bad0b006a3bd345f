"""Every colour, size, radius and duration of the window. Knows no screen; kv reads `theme.<token>`."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from kivy.event import EventDispatcher
from kivy.metrics import dp, sp
from kivy.properties import BooleanProperty, ColorProperty, NumericProperty, StringProperty
from kivy.utils import get_color_from_hex

from app.ui.palette import SCHEMES

TYPE_SP = {
    "type_display": 34,
    "type_title": 24,
    "type_heading": 18,
    "type_body": 15.5,
    "type_small": 13,
    "type_icon": 24,
    "type_icon_large": 38,
}
"""Sizes at text scale 1. The smallest is 13 sp. The number in the ring is as large as the ring allows."""

WIDE_DP = 840
"""From here the navigation stands at the side, and lists stand beside their pages."""
TWO_COLUMNS_DP = 720
"""From here a screen has two columns."""
PAGE_DP = 560
"""A page of text is never wider than this, however wide the window."""


class Theme(EventDispatcher):
    """The tokens. Changing `scheme` or `text_scale` changes everything that is drawn with them."""

    scheme = StringProperty("light")
    text_scale = NumericProperty(1.0)
    still = BooleanProperty(False)
    """Reduced motion: nothing slides, fades or rises."""

    for _role in SCHEMES["light"]:
        locals()[_role] = ColorProperty("#000000")
    clear = ColorProperty([0, 0, 0, 0])
    scrim = ColorProperty([0, 0, 0, 0.6])

    for _style, _size in TYPE_SP.items():
        locals()[_style] = NumericProperty(_size)
    del _role, _style, _size

    space_xs = NumericProperty(dp(4))
    space_s = NumericProperty(dp(8))
    space_m = NumericProperty(dp(12))
    space_l = NumericProperty(dp(16))
    space_xl = NumericProperty(dp(24))
    space_xxl = NumericProperty(dp(36))
    radius_s = NumericProperty(dp(8))
    radius_m = NumericProperty(dp(14))
    radius_l = NumericProperty(dp(22))
    stroke = NumericProperty(dp(1))
    focus_stroke = NumericProperty(dp(2.5))
    touch = NumericProperty(dp(48))
    """No target for a finger is smaller."""
    page = NumericProperty(dp(PAGE_DP))
    wide_page = NumericProperty(dp(2 * PAGE_DP - 40))
    wide = NumericProperty(dp(WIDE_DP))
    two_columns = NumericProperty(dp(TWO_COLUMNS_DP))
    list_width = NumericProperty(dp(400))
    motion_s = NumericProperty(0.18)
    icon_font = StringProperty("")

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)
        self._paint()
        self._size_type()
        self.bind(scheme=self._paint_all, text_scale=self._size_all)

    def _paint_all(self, *_: object) -> None:
        with _nothing_swept_meanwhile():
            self._paint()

    def _size_all(self, *_: object) -> None:
        with _nothing_swept_meanwhile():
            self._size_type()

    def _paint(self) -> None:
        for role, value in SCHEMES[self.scheme].items():
            setattr(self, role, get_color_from_hex(value))

    def _size_type(self) -> None:
        for style, size in TYPE_SP.items():
            # What is read from afar is large enough already.
            scale = min(self.text_scale, 1.15) if style == "type_display" else self.text_scale
            setattr(self, style, sp(size * scale))


@contextmanager
def _nothing_swept_meanwhile() -> Iterator[None]:
    """Sweeps up first what nobody holds any more, and nothing until the end.

    A screen that was left stays bound to the colours until Python's garbage collector finds it. If that
    happened in the middle of telling everybody the new colours, its rules would be asked for a dead widget and
    raise ReferenceError.
    """
    gc.collect()
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


theme = Theme()
