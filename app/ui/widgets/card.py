"""Cards and pages: how things are grouped. Knows no screen."""

from typing import Any

from kivy.properties import BooleanProperty, ColorProperty
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.scrollview import ScrollView

from app.ui.kv import load_kv

load_kv(__file__)


class GivingWay(BoxLayout):
    """Is gone if not `shown`: what it holds then takes neither room nor touches."""

    shown = BooleanProperty(True)

    def on_touch_down(self, touch: Any) -> bool:
        """Kivy lets what is disabled swallow touches, and what it holds still lies somewhere."""
        return bool(self.shown and super().on_touch_down(touch))


class Column(GivingWay):
    """Things below each other, as high as they are together."""


class Row(GivingWay):
    """Things beside each other, as high as the highest."""


class Pair(BoxLayout):
    """Two columns beside each other or, in a narrow window, one below the other."""

    side_by_side = BooleanProperty(False)


class Card(Column):
    """What belongs together, on a sheet of its own."""

    fill = ColorProperty("#ffffff")


class Page(ScrollView):
    """A column that scrolls, never wider than a page reads well; it follows the keyboard's focus."""
