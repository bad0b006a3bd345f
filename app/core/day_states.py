"""What each day was: done, partly done, a day off, missed or not yet known. Knows no clock and no colour."""

from datetime import date, timedelta
from typing import Literal

from msgspec import Struct

from app.core.days import week_of
from app.core.diary import DayTotal, Diary
from app.core.due import done_between, dues_on
from app.core.weeks import Week, weeks_of

Kind = Literal["done", "partly", "rest", "unwell", "paused", "missed", "unknown"]
DAY = timedelta(days=1)
NOTHING = DayTotal(0, 0)


class DayState(Struct, frozen=True):
    """One day: `done` of the `due` times, or the sessions that count where nothing was due; `work_ms` of all."""

    kind: Kind
    done: int = 0
    due: int = 0
    work_ms: int = 0


def day_states(diary: Diary, first: date, last: date) -> dict[date, DayState]:
    """The state of each day of the span, both ends included, in order.

    Work beats a mark, and a mark beats what the day would be without it. A day without either is
    - not yet known: today, any day to come, any before the very first session;
    - by the targets that hold on it, missed where something was due, else a rest day;
    - without targets, a rest day in a week that met its weekly target, missed in one that fell short, and
      not yet known as long as the current week can still meet it.
    """
    done = done_between(diary, first, last)
    weeks = weeks_of(diary)
    began = min(diary.totals, default=diary.today)
    states = {}
    for number in range((last - first).days + 1):
        day = first + DAY * number
        targets = diary.targets_on(day)
        dues = dues_on(day, targets, done)
        total = diary.totals.get(day, NOTHING)
        due = sum(item.times for item in dues)
        count = sum(item.done for item in dues) if due else total.done
        kind = _kind_of_work(total, count, due) or _kind_of_mark(diary, day)
        if kind is None:
            if not began <= day < diary.today:
                kind = "unknown"
            elif targets:
                kind = "missed" if due else "rest"
            else:
                kind = _kind_by_week(weeks[week_of(day, diary.first_weekday)])
        states[day] = DayState(kind, count, due, total.work_ms)
    return states


def _kind_of_work(total: DayTotal, done: int, due: int) -> Kind | None:
    if not (total.done or total.work_ms):
        return None
    return "done" if done >= max(1, due) else "partly"


def _kind_of_mark(diary: Diary, day: date) -> Kind | None:
    mark = diary.marks.get(day)
    return mark.mark if mark is not None else None


def _kind_by_week(week: Week) -> Kind:
    if week.days >= week.target:
        return "rest"
    return "missed" if week.fell_short else "unknown"
