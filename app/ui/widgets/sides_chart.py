"""Left and right over time as two lines, with the bands in which there is no clear change. Knows no test."""

from collections.abc import Sequence
from typing import Any

from kivy.graphics import Color, Rectangle, SmoothEllipse, SmoothLine
from kivy.metrics import dp
from kivy.properties import ColorProperty, NumericProperty, ObjectProperty
from kivy.uix.widget import Widget

from app.ui.kv import load_kv
from app.ui.theme import theme
from app.ui.widgets.card import Column
from app.ui.widgets.chart import Plot
from app.views.self_test_chart import NO_SIDES_CHART, SideLine

load_kv(__file__)

DOT, LAST_DOT = dp(6), dp(10)
WASH, EDGE = 0.16, 0.5
DASH = dp(5)


class SidesPlot(Plot):
    """Draws a `SidesChart`."""

    chart = ObjectProperty(NO_SIDES_CHART, rebind=True)
    plot_height = NumericProperty(0)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        for name in ("chart", "plot_height"):
            self.fbind(name, self.redraw)

    def draw(self) -> None:
        if not self.chart.lines:
            return
        floor = round(self.type_size * 1.7)
        left = self.draw_levels(self.chart.levels, floor, self.plot_height)
        for line in self.chart.lines:
            self._draw_band(line, left, floor)
        for line in self.chart.lines:
            self._draw_line(line, left, floor)
        begin, end = self.write(self.chart.begin), self.write(self.chart.end)
        alone = not self.chart.end
        begin.pos = round(left + (self.width - left - begin.width) / 2 if alone else left), 0
        end.pos = round(self.width - end.texture_size[0]), 0

    def _draw_band(self, line: SideLine, left: float, floor: int) -> None:
        low, high = (floor + round(edge * self.plot_height) for edge in line.band)
        Color(*_ink(line)[:3], WASH)
        Rectangle(pos=(left, low), size=(self.width - left, high - low))
        Color(*_ink(line)[:3], EDGE)
        for y in (low, high - dp(1)):
            for x in range(round(left), round(self.width), round(2 * DASH)):
                Rectangle(pos=(x, y), size=(min(DASH, self.width - x), dp(1)))

    def _draw_line(self, line: SideLine, left: float, floor: int) -> None:
        room = self.width - left - LAST_DOT
        points = [
            (left + LAST_DOT / 2 + across * room, floor + up * self.plot_height) for across, up in line.points
        ]
        Color(*_ink(line))
        if len(points) > 1:
            SmoothLine(width=dp(1.4), points=[number for point in points for number in point])
        for point in points[:-1]:
            _dot(point, DOT)
        if points:
            _dot(points[-1], LAST_DOT)


class SidesLegend(Column):
    """What the lines and the bands of a `SidesChart` are."""

    chart = ObjectProperty(NO_SIDES_CHART, rebind=True)


class LineSign(Widget):
    """A line of the chart, for its legend."""

    ink = ColorProperty("#000000")


class BandSign(Widget):
    """The bands of the chart, for its legend."""


def _ink(line: SideLine) -> Sequence[float]:
    ink: Sequence[float] = theme.left if line.side == "left" else theme.right
    return ink


def _dot(middle: tuple[float, float], size: float) -> None:
    SmoothEllipse(pos=(middle[0] - size / 2, middle[1] - size / 2), size=(size, size))
