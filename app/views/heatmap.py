"""The days of the last weeks, a cell each: what they say, and where they lie. Knows no colour and no window."""

from collections import Counter
from datetime import date, timedelta

from msgspec import Struct

from app.core.day_states import DayState, Kind, day_states
from app.core.days import week_of
from app.core.diary import Diary
from app.views import words
from app.views.chart import DAYS_OF_WEEK, Chart, Label, month_labels
from app.views.day import state_text
from app.views.day_shapes import KINDS

DAY = timedelta(days=1)
GAP = 0.17
"""Between two cells, as a share of the way from one to the next; at least a pixel."""
LEAST_FOR_WEEKDAY = 8
"""Of so few days done nothing can be said of the weekday."""

TITLE = "Your days"
UNIT = "a shape a day"
EMPTY = "Each day with a session becomes a filled square. Follow a routine to fill the first."
NAMES: dict[Kind, str] = {
    "done": "Done",
    "partly": "Partly done",
    "rest": "Rest day",
    "unwell": "Unwell",
    "paused": "Paused",
    "missed": "Missed",
    "unknown": "Not known",
}


class LegendItem(Struct, frozen=True):
    """What a shape means."""

    kind: Kind
    word: str


LEGEND = tuple(LegendItem(kind, NAMES[kind]) for kind in KINDS)


class HeatmapView(Chart, frozen=True):
    """`days` are the states from `first`, the first day of a week, to `today`, in order."""

    first: date
    today: date
    days: tuple[DayState, ...]
    weekdays: str
    months: tuple[Label, ...]
    legend: tuple[LegendItem, ...] = LEGEND

    @property
    def weeks(self) -> int:
        return -(-len(self.days) // DAYS_OF_WEEK)


NO_HEATMAP = HeatmapView("", "", "", "", "", date.min, date.min, (), "", (), ())
"""Before there is a history to look at."""


def heatmap_view(diary: Diary, weeks: int) -> HeatmapView:
    """The last `weeks` weeks, the current one as the last."""
    first = week_of(diary.today, diary.first_weekday) - (weeks - 1) * DAYS_OF_WEEK * DAY
    days = tuple(day_states(diary, first, diary.today).values())
    columns = [first + number * DAYS_OF_WEEK * DAY for number in range(weeks)]
    summary = _summary(days, first, weeks)
    return HeatmapView(
        title=TITLE,
        unit=UNIT,
        summary=summary if diary.sessions else "",
        spoken=_spoken(days, weeks),
        empty="" if diary.sessions else EMPTY,
        first=first,
        today=diary.today,
        days=days,
        weekdays="".join(words.WEEKDAYS[(first + number * DAY).weekday()][0] for number in range(7)),
        months=month_labels(columns),
    )


def day_words(view: HeatmapView, number: int) -> str:
    """The cell of that number in words: "Thursday 19 November: Done  ·  16 min"."""
    day = view.first + number * DAY
    return f"{words.near_day(day, view.today)}: {state_text(view.days[number], day, view.today)}"


def _summary(days: tuple[DayState, ...], first: date, weeks: int) -> str:
    done = [first + number * DAY for number, state in enumerate(days) if state.kind == "done"]
    if not done:
        return f"No day was done in the last {words.count(weeks, 'week')}."
    said = f"{words.count(len(done), 'day')} done in the last {words.count(weeks, 'week')}"
    (weekday, most), *others = Counter(day.weekday() for day in done).most_common(2)
    if len(done) < LEAST_FOR_WEEKDAY or (others and others[0][1] == most):
        return f"{said}."
    return f"{said}, most often on {words.WEEKDAYS[weekday]}s."


def _spoken(days: tuple[DayState, ...], weeks: int) -> str:
    counted = Counter(state.kind for state in days)
    parts = [f"{counted[kind]} {NAMES[kind].lower()}" for kind in KINDS if counted[kind]]
    return f"The days of the last {words.count(weeks, 'week')}: {words.listing(parts)}."


class Grid(Struct, frozen=True):
    """Where the cells lie in a chart: whole px, so that they are sharp.

    `left` is where the first column begins, `pitch` the way from a cell to the next, `cell` its side.
    """

    left: int
    pitch: int
    cell: int
    weeks: int

    @property
    def width(self) -> int:
        return self.weeks * self.pitch

    @property
    def height(self) -> int:
        return DAYS_OF_WEEK * self.pitch

    def place(self, number: int) -> tuple[int, int]:
        """Left edge of cell `number`, and how far its top lies below that of the grid."""
        column, row = divmod(number, DAYS_OF_WEEK)
        return self.left + column * self.pitch, row * self.pitch

    def nearest(self, x: float, below: float, count: int) -> int:
        """The cell that lies nearest to a point, of the first `count`: cells are smaller than a fingertip."""
        column = min(max(int((x - self.left) // self.pitch), 0), self.weeks - 1)
        row = min(max(int(below // self.pitch), 0), DAYS_OF_WEEK - 1)
        return min(column * DAYS_OF_WEEK + row, count - 1)


def grid_of(width: float, gutter: float, weeks: int, largest: float) -> Grid:
    """The grid for a chart of `width` px with at least `gutter` px at its left, its cells at most `largest`.

    26 weeks in 336 px with 16 px for the letters: (336 - 16) // 26 = 12 px a cell, of which round(12 × 0.17) = 2
    are its gap. What is left over, 336 - 26 × 12 = 24 px, goes to the letters.
    """
    pitch = max(1, int(min((width - gutter) // weeks, largest)))
    cell = max(1, pitch - max(1, round(pitch * GAP)))
    return Grid(max(0, int(width - weeks * pitch)), pitch, cell, weeks)


def lettered_rows(pitch: float, line: float) -> tuple[int, ...]:
    """The rows that a weekday's letter stands beside: as many as have room, and never two in a row.

    With rows of 12 px and lines of 16 px every second, with lines of 26 px every third. A letter in the last row
    would end at 6.5 × 12 + 16 / 2 = 86 of 84 px, so there is none.
    """
    step = max(2, -int(-line // pitch))
    return tuple(row for row in range(0, DAYS_OF_WEEK, step) if (row + 0.5) * pitch + line / 2 <= 7 * pitch)


def moved(number: int, key: str, count: int) -> int:
    """Where the cursor goes from cell `number` of `count`: a day by up and down, a week by left and right."""
    steps = {"up": -1, "down": 1, "left": -DAYS_OF_WEEK, "right": DAYS_OF_WEEK, "home": -count, "end": count}
    return min(max(number + steps[key], 0), count - 1)
