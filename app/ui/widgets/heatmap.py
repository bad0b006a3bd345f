"""The days of the last weeks as small shapes, each of which opens its day. Knows no history."""

from collections import defaultdict
from datetime import date, timedelta
from functools import lru_cache, partial
from typing import Any

from kivy.graphics import Color, SmoothLine
from kivy.metrics import dp
from kivy.properties import ListProperty, NumericProperty, ObjectProperty, StringProperty

from app.core.day_states import Kind
from app.ui.kv import load_kv
from app.ui.theme import theme
from app.ui.widgets.chart import ChartCard, Plot
from app.ui.widgets.pressable import PRESS_KEYS, Pressable
from app.ui.widgets.stamps import Stamps, lay
from app.views.chart import flowed, placed
from app.views.day_shapes import KINDS, coverage
from app.views.heatmap import NO_HEATMAP, Grid, day_words, grid_of, lettered_rows, moved

load_kv(__file__)

ARROWS = ("up", "down", "left", "right", "home", "end")
LARGEST = dp(19)
LETTER_GAP = dp(6)
SHAPE = round(dp(12))
ENTRY_GAP = dp(16)
LINE = 1.6
COLOURS: dict[Kind, str] = {
    "done": "action",
    "partly": "action",
    "rest": "edge",
    "unwell": "coral",
    "paused": "ink_soft",
    "missed": "edge",
    "unknown": "track",
}
CORNER = 0.3


@lru_cache(maxsize=16)
def day_stamps(side: int) -> Stamps:
    """The shapes of all kinds of days at that size."""
    return Stamps([partial(_covered, kind, side) for kind in KINDS], side)


def _covered(kind: Kind, side: int, x: float, y: float) -> float:
    return coverage(kind, x, y, side)


class DayLegend(Plot):
    """What each shape means: `items` are `LegendItem`s, in as many lines as they need."""

    items = ListProperty()
    wanted_height = NumericProperty(0)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.fbind("items", self.redraw)

    def draw(self) -> None:
        labels = [self.write(item.word) for item in self.items]
        widths = [SHAPE + LETTER_GAP + label.width for label in labels]
        spots = flowed(widths, self.width, ENTRY_GAP)
        line = round(self.type_size * LINE)
        self.wanted_height = line * (1 + max((row for row, _ in spots), default=0))
        stamps = day_stamps(SHAPE)
        for item, label, (row, left) in zip(self.items, labels, spots, strict=True):
            x, middle = round(left), round(self.height - (row + 0.5) * line)
            box = (x - 1, middle - SHAPE // 2 - 1, SHAPE + 2, SHAPE + 2)
            lay(
                stamps.texture,
                getattr(theme, COLOURS[item.kind]),
                [(box, stamps.whole(KINDS.index(item.kind)))],
            )
            label.pos = x + SHAPE + LETTER_GAP, round(middle - label.height / 2)


class HeatmapPlot(Plot):
    """Draws a `HeatmapView`; `cursor` is the number of the cell that the keyboard is at, or -1."""

    heatmap = ObjectProperty(NO_HEATMAP, rebind=True)
    cursor = NumericProperty(-1)
    wanted_height = NumericProperty(0)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.grid = Grid(0, 1, 1, 1)
        for name in ("heatmap", "cursor"):
            self.fbind(name, self.redraw)
        for name in ("heatmap", "width", "type_size"):
            self.fbind(name, self._measure)
        self._measure()

    def cell_at(self, x: float, y: float) -> int:
        """The number of the cell nearest to a point, given in the same coordinates as this widget's place."""
        return self.grid.nearest(x - self.x, self.grid.height - (y - self.y), len(self.heatmap.days))

    def _measure(self, *_: object) -> None:
        if self.heatmap.days:
            letter = self.type_size + LETTER_GAP
            self.grid = grid_of(self.width, letter, self.heatmap.weeks, LARGEST)
            self.wanted_height = self.grid.height + round(self.type_size * 1.5)

    def draw(self) -> None:
        if not self.heatmap.days:
            return
        self._draw_cells()
        self._ring(len(self.heatmap.days) - 1, theme.ink, dp(1))
        if self.cursor >= 0:
            self._ring(self.cursor, theme.focus, dp(1.8))
        self._write_months()
        self._write_weekdays()

    def _draw_cells(self) -> None:
        grid, stamps = self.grid, day_stamps(self.grid.cell)
        left, top = -1, self.grid.height - grid.cell - 1
        side = grid.cell + 2
        parts = [stamps.whole(number) for number in range(len(KINDS))]
        pieces = defaultdict(list)
        for number, state in enumerate(self.heatmap.days):
            x, below = grid.place(number)
            kind = KINDS.index(state.kind)
            pieces[COLOURS[state.kind]].append(((left + x, top - below, side, side), parts[kind]))
        for role, found in pieces.items():
            lay(stamps.texture, getattr(theme, role), found)

    def _ring(self, number: int, colour: Any, width: float) -> None:
        x, below = self.grid.place(number)
        out = width + dp(0.5)
        side = self.grid.cell + 2 * out
        Color(*colour)
        box = (x - out, self.grid.height - below - self.grid.cell - out, side, side)
        SmoothLine(width=width, rounded_rectangle=(*box, self.grid.cell * CORNER + out))

    def _write_months(self) -> None:
        labels = [self.write(month.text) for month in self.heatmap.months]
        widths = [label.texture_size[0] for label in labels]
        grid = self.grid
        spots = placed(self.heatmap.months, widths, grid.pitch, grid.width, self.type_size / 2)
        lefts = dict(spots)
        for month, label in zip(self.heatmap.months, labels, strict=True):
            label.opacity = 1 if month in lefts else 0
            label.x = round(grid.left + lefts.get(month, 0))
            label.y = round(self.grid.height + dp(2))

    def _write_weekdays(self) -> None:
        grid = self.grid
        for row in lettered_rows(grid.pitch, self.type_size * 1.25):
            label = self.write(self.heatmap.weekdays[row])
            label.x = round(grid.left - LETTER_GAP - label.texture_size[0])
            label.y = round(self.grid.height - row * grid.pitch - grid.cell / 2 - label.texture_size[1] / 2)


class Heatmap(Pressable):
    """`heatmap` is a `HeatmapView`. Dispatches `on_day(date)` for the day pressed, or where the cursor is.

    Arrow keys move the cursor; `said` says in words where it is.
    """

    heatmap = ObjectProperty(NO_HEATMAP, rebind=True)
    label = StringProperty("")
    said = StringProperty("")
    cursor = NumericProperty(-1)

    __events__ = ("on_day",)
    answers = ("tab", *ARROWS, *PRESS_KEYS)

    def __init__(self, **kwargs: Any) -> None:
        self._by_touch = False
        super().__init__(**kwargs)
        for name in ("cursor", "heatmap", "focus"):
            self.fbind(name, self._say)

    def on_focus(self, widget: object, focused: bool) -> None:
        super().on_focus(widget, focused)
        if focused:
            self.cursor = len(self.heatmap.days) - 1

    def on_touch_down(self, touch: Any) -> bool:
        self._by_touch = super().on_touch_down(touch)
        return self._by_touch

    def on_release(self) -> None:
        touched, self._by_touch = self._by_touch, False
        number = self.ids.plot.cell_at(*self.last_touch.pos) if touched else self.cursor
        if 0 <= number < len(self.heatmap.days):
            self.dispatch("on_day", self._day(number))

    def on_day(self, day: date) -> None:
        pass

    def keyboard_on_key_down(
        self, window: Any, keycode: tuple[int, str], text: str, modifiers: list[str]
    ) -> bool:
        if keycode[1] in ARROWS:
            self.cursor = moved(int(self.cursor), keycode[1], len(self.heatmap.days))
            return True
        return super().keyboard_on_key_down(window, keycode, text, modifiers)

    def _day(self, number: int) -> date:
        return self.heatmap.first + number * timedelta(days=1)

    def _say(self, *_: object) -> None:
        shown = self.focus and 0 <= self.cursor < len(self.heatmap.days)
        self.said = day_words(self.heatmap, int(self.cursor)) if shown else ""


class HeatmapCard(ChartCard):
    """The heatmap with its legend: `chart` is a `HeatmapView`. Dispatches `on_day(date)`."""

    chart = ObjectProperty(NO_HEATMAP, rebind=True)
    __events__ = ("on_day",)

    def on_day(self, day: date) -> None:
        pass
