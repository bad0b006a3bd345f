"""What each muscle got, left and right of a spine. Knows no history."""

from collections.abc import Sequence
from functools import lru_cache, partial
from typing import Any

from kivy.graphics import Color, SmoothLine
from kivy.metrics import dp
from kivy.properties import BooleanProperty, NumericProperty, ObjectProperty
from kivy.uix.widget import Widget

from app.ui.kv import load_kv
from app.ui.theme import theme
from app.ui.widgets import button, each  # noqa: F401  # the rules below name their classes
from app.ui.widgets.card import Column, Row
from app.ui.widgets.chart import ChartCard, Plot
from app.ui.widgets.stamps import Box, Stamps, lay
from app.views.day_shapes import bar_coverage
from app.views.ledger import NO_GROUP, NO_LEDGER, BalanceRow

load_kv(__file__)

BAR = round(dp(12))
SPINE = round(dp(2))
OVER = round(dp(3))
"""By how much the spine and the marks are higher than the bars, above and below."""
PALE = 0.38
GAP = dp(6)
ROW_GAP = dp(14)
LINE = 1.3
TICK = 0.4


@lru_cache(maxsize=2)
def end_stamps(side: int) -> Stamps:
    """A square with round corners, of which the ends of a bar and its middle are parts."""
    return Stamps([partial(bar_coverage, side=side, radius=side / 3)], side)


def draw_bars(rows: Sequence[tuple[BalanceRow, float]], width: float) -> None:
    """Draws the bars of each row, given with the height at which they begin, into the canvas that is open.

    One mesh a colour, however many rows there are.
    """
    stamps = end_stamps(BAR)
    middle, room = round(width / 2), width / 2 - SPINE
    solid = stamps.part(0, 0.4, 0.4, 0.6, 0.6)
    ends = {-1: stamps.part(0, 0, 0, 0.5, 1), 1: stamps.part(0, 0.5, 0, 1, 1)}

    def bar(share: float, y: float, way: int) -> list[tuple[Box, Box]]:
        length = round(share * room)
        if length <= 0:
            return []
        end = min(BAR // 2, length)
        begin = middle + way * SPINE
        last = begin + way * (length - end)
        return [
            ((min(begin, last), y, length - end, BAR), solid),
            ((last if way > 0 else last - end, y, end, BAR), ends[way]),
        ]

    sides = (
        (theme.left, -1, "left_share", "left_useful"),
        (theme.right, 1, "right_share", "right_useful"),
    )
    for colour, way, whole, useful in sides:
        over = [(row, y) for row, y in rows if getattr(row, whole) > getattr(row, useful)]
        pale = [piece for row, y in over for piece in bar(getattr(row, whole), y, way)]
        lay(stamps.texture, (*colour[:3], PALE), pale)
        lay(stamps.texture, colour, [piece for row, y in rows for piece in bar(getattr(row, useful), y, way)])
    tall = BAR + 2 * OVER
    spines = [((middle - SPINE / 2, y - OVER, SPINE, tall), solid) for _, y in rows]
    lay(stamps.texture, theme.edge, spines)
    marks = [
        ((middle + way * (SPINE + round(row.mark * room)) - SPINE / 2, y - OVER, SPINE, tall), solid)
        for row, y in rows
        if row.mark
        for way in (-1, 1)
    ]
    lay(stamps.texture, theme.ink, marks)


class BalancePlot(Plot):
    """The muscles of a `BalanceGroup` below each other. Where it is `narrow` a name stands above its sides."""

    group = ObjectProperty(NO_GROUP, rebind=True)
    narrow = BooleanProperty(False)
    name_size = NumericProperty(0)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        for name in ("group", "narrow", "name_size"):
            self.fbind(name, self.redraw)
            self.fbind(name, self._measure)
        self.fbind("type_size", self._measure)

    def _measure(self, *_: object) -> None:
        self.height = sum(map(self._row_height, self.group.rows))

    def _row_height(self, row: BalanceRow) -> float:
        lines = self.name_size + (self.type_size if self.narrow else 0) + (self.type_size if row.note else 0)
        return lines * LINE + BAR + GAP + ROW_GAP

    def draw(self) -> None:
        top, bars = self.height, []
        for row in self.group.rows:
            bars.append((row, self._write_row(row, top)))
            top -= self._row_height(row)
        draw_bars(bars, self.width)

    def _write_row(self, row: BalanceRow, top: float) -> float:
        """Writes the words of a row and says at which height its bars begin."""
        name = self.write(row.muscle, size=self.name_size, ink=theme.ink, bold=True)
        left, right = self.write(row.left), self.write(row.right)
        foot = round(top - self.name_size * LINE)
        name.pos = round((self.width - name.width) / 2), foot
        if self.narrow:
            foot = round(foot - self.type_size * LINE)
        left.pos = 0, foot
        right.pos = round(self.width - right.width), foot
        bars = round(foot - GAP - BAR)
        if row.note:
            self._write_note(row, round(bars - GAP - self.type_size * LINE))
        return bars

    def _write_note(self, row: BalanceRow, foot: float) -> None:
        ink = theme.action if row.enough else theme.ink
        note = self.write(row.note, ink=ink, bold=True)
        tick = self.type_size if row.enough else 0
        note.pos = round((self.width - note.width + tick) / 2), foot
        if tick:
            x, y, size = note.x - tick, note.y + note.height / 2, self.type_size * TICK
            points = (x, y, x + size * 0.6, y - size * 0.6, x + size * 1.7, y + size * 0.7)
            Color(*ink)
            SmoothLine(width=dp(1.2), points=points)


class BalanceTable(Column):
    """The rows that are measured alike: `item` is a `BalanceGroup`."""

    item = ObjectProperty(NO_GROUP, rebind=True)
    narrow = BooleanProperty(False)


class MarkSign(Widget):
    """The mark at which there is enough, for a legend."""


class WeekTurner(Row):
    """The week that is shown, with a way to the one before and the one after. Dispatches `on_turn(-1 or 1)`."""

    ledger = ObjectProperty(NO_LEDGER, rebind=True)
    __events__ = ("on_turn",)

    def on_turn(self, weeks: int) -> None:
        pass


class LedgerCard(ChartCard):
    """A week's ledger: `chart` is a `LedgerView`. Dispatches `on_week` with -1 for the week before, or 1."""

    chart = ObjectProperty(NO_LEDGER, rebind=True)
    __events__ = ("on_week",)

    def on_week(self, weeks: int) -> None:
        pass
