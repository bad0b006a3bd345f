"""Cards and pages: how things are grouped. Knows no screen."""

from typing import Any

from kivy.clock import Clock
from kivy.properties import BooleanProperty, ColorProperty
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.scrollview import ScrollView
from kivy.uix.widget import Widget

from app.ui.kv import load_kv

load_kv(__file__)

HOLDING_S = 1.0
"""Longer than the second press of a double click takes to come."""


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
    """A column that scrolls, never wider than a page reads well; it follows the keyboard's focus.

    What is at the top of it stays there when something below grows or shrinks; a ScrollView would keep the share
    of the whole that lies above.
    """

    def __init__(self, **kwargs: Any) -> None:
        self._above = 0.0
        self._below: float | None = None
        super().__init__(**kwargs)
        self.fbind("scroll_y", self._see)

    def add_widget(self, widget: Widget, *args: Any, **kwargs: Any) -> None:
        super().add_widget(widget, *args, **kwargs)
        widget.fbind("height", self._hold)

    def hold_end(self) -> None:
        """For a moment what is at the end of it stays instead: what one presses there must not slip away."""
        self._below = self.scroll_y * self._hidden()
        Clock.schedule_once(self._let_go, HOLDING_S)

    def _let_go(self, _: float) -> None:
        self._below = None

    def _see(self, *_: object) -> None:
        self._above = (1 - self.scroll_y) * self._hidden()

    def _hold(self, *_: object) -> None:
        hidden = self._hidden()
        if hidden and self._below is not None:
            self.scroll_y = min(1.0, self._below / hidden)
        elif hidden and self._above:
            self.scroll_y = max(0.0, 1 - self._above / hidden)

    def _hidden(self) -> float:
        return max(0.0, self.children[0].height - self.height) if self.children else 0.0
