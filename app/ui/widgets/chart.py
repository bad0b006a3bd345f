"""What all charts have in common: the card around them, and labels along their axes. Knows no chart."""

from collections.abc import Sequence
from typing import Any

from kivy.clock import Clock
from kivy.properties import NumericProperty, ObjectProperty, StringProperty
from kivy.uix.label import Label
from kivy.uix.widget import Widget

from app.ui.kv import load_kv
from app.ui.theme import theme
from app.ui.widgets import text  # noqa: F401  # the rules below name its classes
from app.ui.widgets.card import Card
from app.views.chart import NO_CHART

load_kv(__file__)


class PlotLabel(Label):
    """A word in a chart, whose size is known as soon as it is written.

    It stands outside the rules for text: a chart has many, and is drawn anew when the type or the colours change.
    """

    def write(self, words: str, size: float, ink: Sequence[float], *, bold: bool) -> None:
        self.text, self.font_size, self.bold = words, size, bold
        self.color = self.disabled_color = ink
        self.texture_update()
        self.size = self.texture_size


class Plot(Widget):
    """Draws below its children, which are the labels; drawn anew, once a frame, when `redraw` was called.

    `label` says the whole chart in words, for those who do not see it.
    """

    label = StringProperty("")
    type_size = NumericProperty(0)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.redraw = Clock.create_trigger(self._redraw, -1)
        self._written = 0
        for name in ("pos", "size", "type_size"):
            self.fbind(name, self.redraw)
        theme.bind(scheme=self.redraw)  # not fbind, which would keep every chart there ever was
        self.redraw()

    def draw(self) -> None:
        """Draws into the canvas that is open; each word goes to `write`."""

    def write(
        self, words: str, *, size: float = 0, ink: Sequence[float] = (), bold: bool = False
    ) -> PlotLabel:
        """A label that says `words`, for `draw` to place."""
        labels = self.children
        if self._written == len(labels):
            self.add_widget(PlotLabel(), index=len(labels))
        label: PlotLabel = labels[self._written]
        self._written += 1
        label.write(words, size or self.type_size, ink or theme.ink_soft, bold=bold)
        return label

    def _redraw(self, *_: object) -> None:
        if self.width < 2:
            return
        self._written = 0
        self.canvas.before.clear()
        with self.canvas.before:
            self.draw()
        for label in self.children[self._written :]:
            self.remove_widget(label)


class ChartCard(Card):
    """A chart with its title, its unit and what to take away from it: `chart` is a `Chart`."""

    chart = ObjectProperty(NO_CHART, rebind=True)
