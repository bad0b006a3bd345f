"""The habit score as a number beside its line. Knows no history."""

from typing import Any

from kivy.graphics import Color, Mesh, SmoothEllipse, SmoothLine
from kivy.metrics import dp
from kivy.properties import NumericProperty, ObjectProperty

from app.ui.kv import load_kv
from app.ui.theme import theme
from app.ui.widgets.chart import ChartCard, Plot
from app.views.score import NO_SCORE

load_kv(__file__)

DOT = dp(9)
WASH = 0.14


class ScoreLine(Plot):
    """Draws the line of a `ScoreView`."""

    score = ObjectProperty(NO_SCORE, rebind=True)
    plot_height = NumericProperty(0)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.fbind("score", self.redraw)

    def draw(self) -> None:
        if len(self.score.points) < 2:
            return
        floor = round(self.type_size * 1.7)
        left = self.draw_levels(self.score.levels, floor, self.plot_height)
        self._draw_line(left, floor)
        begin, end = self.write(self.score.begin), self.write(self.score.end)
        begin.pos = round(left), 0
        end.pos = round(self.width - end.texture_size[0]), 0

    def _draw_line(self, left: float, floor: int) -> None:
        points = self.score.points
        room = self.width - left - DOT / 2
        corners = [
            (left + room * number / (len(points) - 1), floor + share * self.plot_height)
            for number, share in enumerate(points)
        ]
        Color(*theme.action[:3], WASH)
        Mesh(
            mode="triangle_strip",
            vertices=[number for x, y in corners for number in (x, floor, 0, 0, x, y, 0, 0)],
            indices=range(2 * len(corners)),
        )
        Color(*theme.action)
        SmoothLine(width=dp(1.4), points=[number for corner in corners for number in corner])
        x, y = corners[-1]
        SmoothEllipse(pos=(x - DOT / 2, y - DOT / 2), size=(DOT, DOT))


class ScoreCard(ChartCard):
    """The score with what it means: `chart` is a `ScoreView`."""

    chart = ObjectProperty(NO_SCORE, rebind=True)
