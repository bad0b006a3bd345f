"""Minutes by week as bars: how high they are and what they say. Knows no colour and no window."""

from datetime import date, timedelta

from msgspec import Struct

from app.core.days import week_of
from app.core.diary import Diary
from app.views import words
from app.views.chart import Chart, Label, month_labels

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
STEPS_MIN = (1, 2, 5, 10, 15, 20, 30, 60, 90, 120, 180, 240, 300, 600, 1200)
"""What two lines of the grid may lie apart, in minutes."""
MOST_LINES = 3
IN_HOURS_MIN = 120

TITLE = "Minutes by week"
UNIT = "min"
EMPTY = "The minutes of work of each week, as a bar. Follow a routine to see the first."


class Bar(Struct, frozen=True):
    """A week: its minutes, and its height as a share of the axis from 0 to 1. The last is not over yet."""

    minutes: int
    share: float


class BarsView(Chart, frozen=True):
    """Bars from the oldest week to the current one; `lines` are the values of the grid, at shares of its height."""

    bars: tuple[Bar, ...] = ()
    lines: tuple[Label, ...] = ()
    months: tuple[Label, ...] = ()


NO_BARS = BarsView("", "", "", "", "")


def bars_view(diary: Diary, weeks: int) -> BarsView:
    """The last `weeks` weeks, the current one as the last."""
    current = week_of(diary.today, diary.first_weekday)
    firsts = [current - number * WEEK for number in reversed(range(weeks))]
    minutes = [_minutes(diary, first) for first in firsts]
    if not diary.sessions:
        return BarsView(TITLE, UNIT, "", EMPTY, EMPTY)
    step = step_min(max(minutes))
    top = step * max(1, -(-max(minutes) // step))
    return BarsView(
        title=TITLE,
        unit=UNIT,
        summary=_summary(minutes),
        spoken=_spoken(minutes),
        empty="",
        bars=tuple(Bar(each, each / top) for each in minutes),
        lines=tuple(Label(value / top, _line_text(value)) for value in range(step, top + 1, step)),
        months=month_labels(firsts),
    )


def step_min(most: int) -> int:
    """How many minutes apart the lines are: as few lines as tell something. For 47 min it is 20: 20, 40 and 60."""
    return next((step for step in STEPS_MIN if most <= step * MOST_LINES), STEPS_MIN[-1])


def _minutes(diary: Diary, first: date) -> int:
    """Rounded, and never none where something was done."""
    days = (first + number * DAY for number in range(7))
    work_ms = sum(total.work_ms for day in days if (total := diary.totals.get(day)) is not None)
    return max(1, round(work_ms / 60_000)) if work_ms else 0


def _line_text(minutes: int) -> str:
    if minutes >= IN_HOURS_MIN and minutes % 60 == 0:
        return f"{minutes // 60} h"
    return f"{minutes} min"


def _summary(minutes: list[int]) -> str:
    *before, now = minutes
    if not any(before):
        return f"{words.count(now, 'minute')} this week, your first." if now else "None of late."
    mean = round(sum(before) / len(before))
    return f"{words.count(now, 'minute')} so far this week; {mean} a week in the {len(before)} weeks before."


def _spoken(minutes: list[int]) -> str:
    *before, now = minutes
    return f"Minutes by week, the oldest first: {words.listing([str(each) for each in before])}; {now} this week."
