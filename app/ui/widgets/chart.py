"""What all charts have in common: the card around them, and labels along their axes. Knows no chart."""

from collections.abc import Sequence
from typing import Any

from kivy.clock import Clock
from kivy.graphics import Canvas, Color, Rectangle, Translate
from kivy.metrics import dp
from kivy.properties import NumericProperty, ObjectProperty, StringProperty
from kivy.uix.label import Label
from kivy.uix.relativelayout import RelativeLayout

from app.ui.kv import load_kv
from app.ui.theme import theme
from app.ui.widgets import text  # noqa: F401  # the rules below name its classes
from app.ui.widgets.card import Card
from app.views.chart import NO_CHART
from app.views.chart import Label as Level

load_kv(__file__)

GAP = dp(8)


class PlotLabel(Label):
    """A word in a chart, whose size is known as soon as it is written.

    It stands outside the rules for text: a chart has many, and is drawn anew when the type or the colours change.
    """

    def write(self, words: str, size: float, ink: Sequence[float], *, bold: bool) -> None:
        self.opacity = 1
        if (words, size, bold) == (self.text, self.font_size, self.bold) and tuple(ink) == tuple(self.color):
            return
        self.text, self.font_size, self.bold = words, size, bold
        self.color = self.disabled_color = ink
        self.texture_update()
        self._trigger_texture.cancel()  # it would write the same once more
        self.size = self.texture_size


class Plot(RelativeLayout):
    """Draws below its children, which are the labels; drawn anew, once a frame, when `redraw` was called.

    All lies in its own coordinates, so that it need not be drawn again wherever it is moved. `label` says the
    whole chart in words, for those who do not see it.
    """

    label = StringProperty("")
    type_size = NumericProperty(0)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.redraw = Clock.create_trigger(self._redraw, -1)
        self._written = 0
        self._drawn, self._snap, self._aside = Canvas(), Translate(), Canvas()
        self.fbind("pos", self._to_whole_pixels)
        for name in ("size", "type_size"):
            self.fbind(name, self.redraw)
        theme.bind(scheme=self.redraw)  # not fbind, which would keep every chart there ever was
        self.redraw()

    def _to_whole_pixels(self, *_: object) -> None:
        """What is made of whole pixels is sharp only where it begins with one."""
        self._snap.xy = round(self.x) - self.x, round(self.y) - self.y

    def draw(self) -> None:
        """Draws into the canvas that is open; each word goes to `write`."""

    def write(
        self, words: str, *, size: float = 0, ink: Sequence[float] = (), bold: bool = False
    ) -> PlotLabel:
        """A label that says `words`, for `draw` to place."""
        labels = self.children
        if self._written == len(labels):
            self._add_label()
        label: PlotLabel = labels[self._written]
        self._written += 1
        label.write(words, size or self.type_size, ink or theme.ink_soft, bold=bold)
        return label

    def draw_levels(self, levels: Sequence[Level], floor: int, height: float) -> float:
        """The lines of a grid `height` px high above `floor`, with their values; gives where these end."""
        labels = [self.write(level.text) for level in levels]
        left = max(label.texture_size[0] for label in labels) + GAP
        Color(*theme.line)
        for level, label in zip(levels, labels, strict=True):
            y = floor + round(level.at * height)
            Rectangle(pos=(left, y), size=(self.width - left, dp(1)))
            width, tall = label.texture_size
            label.pos = round(left - GAP - width), round(y - tall / 2)
        return float(left)

    def _add_label(self) -> None:
        """What is made while a canvas is open draws itself into it, as a label must not: it has its own place."""
        with self._aside:
            label = PlotLabel(size_hint=(None, None))
        self._aside.clear()
        self.add_widget(label, index=len(self.children))

    def _redraw(self, *_: object) -> None:
        if self.width < 2:
            return
        if self._drawn not in self.canvas.before.children:
            # Only now, that kv has put the move to this place there: what comes before it stays where it is.
            self.canvas.before.add(self._snap)
            self.canvas.before.add(self._drawn)
        self._written = 0
        self._drawn.clear()
        with self._drawn:
            self.draw()
        for label in self.children[self._written :]:
            self.remove_widget(label)


class ChartCard(Card):
    """A chart with its title, its unit and what to take away from it: `chart` is a `Chart`."""

    chart = ObjectProperty(NO_CHART, rebind=True)
