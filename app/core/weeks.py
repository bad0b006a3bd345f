"""Weeks against the person's own target, with room for days that are excused. Knows no clock and no session."""

from collections import Counter
from datetime import date, timedelta

from msgspec import Struct

from app.core.days import week_of
from app.core.diary import Diary

WEEK = timedelta(days=7)
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
    today, first_weekday = diary.today, diary.first_weekday
    done, excused = diary.done_days, diary.excused_days
    done_by_week = Counter(week_of(day, first_weekday) for day in done if day <= today)
    excused_by_week = Counter(week_of(day, first_weekday) for day in excused)
    week = week_of(min((*diary.totals, today)), first_weekday)
    weeks = {}
    while week <= today:
        days = (week + DAY * number for number in range(7))
        open_days = sum(day >= today and day not in done and day not in excused for day in days)
        target = scaled_target(diary.weekly.on(week), excused_by_week[week])
        weeks[week] = Week(done_by_week[week], target, open_days)
        week += WEEK
    return weeks
