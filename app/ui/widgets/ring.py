"""A ring that is filled by a share. Knows no time: the share comes in."""

from kivy.properties import ColorProperty, NumericProperty
from kivy.uix.relativelayout import RelativeLayout

from app.ui.kv import load_kv

load_kv(__file__)


class Ring(RelativeLayout):
    """`fraction` from 0 to 1, clockwise from the top; what is added to it stands in the middle."""

    fraction = NumericProperty(1.0)
    thickness = NumericProperty(12)
    ink = ColorProperty("#000000")
    track = ColorProperty("#cccccc")
    radius = NumericProperty(0)
    end_x = NumericProperty(0)
    end_y = NumericProperty(0)
