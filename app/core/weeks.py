"""Weeks against the person's own target, with room for days that are excused. Knows no clock and no session."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

from msgspec import Struct, structs

from app.core.days import week_of
from app.core.diary import Diary

DAY = timedelta(days=1)


class Week(Struct, frozen=True):
    """One week: days on which something was done, and how many were wanted of it (0 to 7).

    `open_days` are those on which something can still be done: of the current week today, unless it is done,
    and the days to come that are not excused.
    """

    days: int
    target: int
    open_days: int = 0

    @property
    def is_met(self) -> bool:
        """Whether it builds a streak: enough was done, and something at all."""
        return 0 < self.days >= self.target

    @property
    def is_passed_over(self) -> bool:
        """Whether nothing was wanted of it, and nothing done: it neither builds a streak nor breaks it."""
        return not self.days and not self.target

    @property
    def fell_short(self) -> bool:
        """Whether it is too late to meet it."""
        return self.days + self.open_days < self.target


def scaled_target(target: int, excused: int) -> int:
    """What is left of a target of 1 to 7 days a week with `excused` of its days (0 to 7) out of count.

    In proportion and rounded half up: of 4 days a week, with 3 days unwell, 4 × 4/7 = 2.29 is 2; with 4 days
    unwell, 4 × 3/7 = 1.71 is 2; of 7 days, with 4 unwell, 3. It is never more than the days that are left.
    """
    return (2 * target * (7 - excused) + 7) // 14


def weeks_of(diary: Diary) -> dict[date, Week]:
    """Every week from that of the very first session to the current one, by its first day, oldest first.

    Days after today (a clock set back, a journey across the date line) do not count yet.
    """
    done, excused = diary.done_days, diary.excused_days
    done_by_week = _count_by_week((day for day in done if day <= diary.today), diary.first_weekday)
    excused_by_week = _count_by_week(excused, diary.first_weekday)
    first = week_of(min((*diary.totals, diary.today)), diary.first_weekday)
    this_week = week_of(diary.today, diary.first_weekday)
    weeks = {}
    for ordinal in range(first.toordinal(), this_week.toordinal() + 1, 7):
        week = date.fromordinal(ordinal)
        target = scaled_target(diary.weekly.on(week), excused_by_week[ordinal])
        weeks[week] = Week(done_by_week[ordinal], target)
    days = (this_week + DAY * number for number in range(7))
    open_days = sum(day >= diary.today and day not in done and day not in excused for day in days)
    weeks[this_week] = structs.replace(weeks[this_week], open_days=open_days)
    return weeks


def _count_by_week(days: Iterable[date], first_weekday: int) -> Counter[int]:
    """How many of the days lie in each week, by the ordinal of its first day; the first Monday ever has 1."""
    begin = 1 + first_weekday
    return Counter(day - (day - begin) % 7 for day in map(date.toordinal, days))
