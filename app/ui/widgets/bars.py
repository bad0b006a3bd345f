"""Minutes by week as bars over a grid with values. Knows no history."""

from functools import lru_cache, partial
from typing import Any

from kivy.graphics import Color, Rectangle
from kivy.metrics import dp
from kivy.properties import NumericProperty, ObjectProperty

from app.ui.kv import load_kv
from app.ui.theme import theme
from app.ui.widgets.chart import ChartCard, Plot
from app.ui.widgets.stamps import Box, Stamps, lay
from app.views.chart import placed
from app.views.day_shapes import bar_coverage
from app.views.weeks import NO_BARS

load_kv(__file__)

FILLED = 0.62
"""What a bar takes of its column."""
WIDEST = dp(28)
CORNER = 0.28
GAP = dp(8)


@lru_cache(maxsize=16)
def bar_stamps(side: int) -> Stamps:
    """A square with round corners, of which the ends of a bar and its middle are parts."""
    return Stamps([partial(bar_coverage, side=side, radius=CORNER * side)], side)


class Bars(Plot):
    """Draws a `BarsView`. The last bar is the current week: it is the one that is lit, with its value above."""

    bars = ObjectProperty(NO_BARS, rebind=True)
    plot_height = NumericProperty(0)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.fbind("bars", self.redraw)
        self.fbind("plot_height", self.redraw)

    def draw(self) -> None:
        if not self.bars.bars:
            return
        floor = round(self.type_size * 1.6)
        left = round(self._draw_lines(floor))
        pitch = (self.width - left) / len(self.bars.bars)
        self._draw_bars(left, floor, pitch)
        self._write_months(left, pitch)

    def _draw_lines(self, floor: int) -> float:
        """The lines with their values at the left; gives the width that these take."""
        labels = [self.write(line.text) for line in self.bars.lines]
        gutter = max(label.texture_size[0] for label in labels) + GAP
        Color(*theme.line)
        for line, label in zip(self.bars.lines, labels, strict=True):
            y = floor + round(line.at * self.plot_height)
            Rectangle(pos=(gutter, y), size=(self.width - gutter, dp(1)))
            label.pos = (
                round(gutter - GAP - label.texture_size[0]),
                round(y - label.texture_size[1] / 2),
            )
        Color(*theme.edge)
        Rectangle(pos=(gutter, floor - dp(1)), size=(self.width - gutter, dp(1)))
        return float(gutter)

    def _draw_bars(self, left: float, floor: int, pitch: float) -> None:
        side = max(2, round(min(pitch * FILLED, WIDEST)))
        stamps = bar_stamps(side)
        *before, now = [
            bar_pieces(
                stamps,
                round(left + (number + 0.5) * pitch - side / 2),
                floor,
                round(bar.share * self.plot_height),
            )
            for number, bar in enumerate(self.bars.bars)
        ]
        lay(stamps.texture, theme.bar, [piece for pieces in before for piece in pieces])
        lay(stamps.texture, theme.action, now)
        self._write_value(left + (len(before) + 0.5) * pitch, floor)

    def _write_value(self, middle: float, floor: int) -> None:
        now = self.bars.bars[-1]
        label = self.write(str(now.minutes) if now.minutes else "", ink=theme.ink, bold=True)
        width = label.texture_size[0]
        label.x = round(min(middle - width / 2, self.width - width))
        label.y = floor + round(now.share * self.plot_height) + dp(1)

    def _write_months(self, left: float, pitch: float) -> None:
        labels = [self.write(month.text) for month in self.bars.months]
        widths = [label.texture_size[0] for label in labels]
        kept = dict(placed(self.bars.months, widths, pitch, self.width - left, self.type_size / 2))
        for month, label in zip(self.bars.months, labels, strict=True):
            label.opacity = 1 if month in kept else 0
            label.pos = (round(left + kept.get(month, 0)), 0)


def bar_pieces(stamps: Stamps, x: int, floor: int, height: int) -> list[tuple[Box, Box]]:
    """A bar that stands on the floor, with round corners at its top."""
    if height <= 0:
        return []
    cap = min(stamps.side // 2, height)
    top = ((x, floor + height - cap, stamps.side, cap), stamps.part(0, 0, 1 - cap / stamps.side, 1, 1))
    middle = ((x, floor, stamps.side, height - cap), stamps.part(0, 0, 0.5, 1, 0.5))
    return [middle, top]


class BarsCard(ChartCard):
    """The bars with their title: `chart` is a `BarsView`."""

    chart = ObjectProperty(NO_BARS, rebind=True)
