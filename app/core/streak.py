"""Streaks in weeks and the forgiving score. Knows no clock: today is an argument."""

from collections.abc import Collection
from datetime import date, timedelta

from msgspec import Struct

from app.core.days import week_of
from app.core.diary import Diary
from app.core.settings import WeeklyTarget

WEEK = timedelta(days=7)
DAY = timedelta(days=1)


class Streak(Struct, frozen=True):
    """Weeks in a row in which the target was met, and how firm the habit is (`score`, 0 to 100)."""

    current_weeks: int
    longest_weeks: int
    days_this_week: int
    target: int
    score: float
    today_done: bool

    @property
    def secured(self) -> bool:
        return self.days_this_week >= self.target


def streak_of(diary: Diary) -> Streak:
    return streak(diary.done_days, diary.today, diary.weekly, diary.first_weekday)


def streak(done: Collection[date], today: date, target: WeeklyTarget, first_weekday: int = 0) -> Streak:
    """The streak on `today`.

    The current week counts as soon as its target is met and never breaks the streak before that. Days
    after `today` (a clock set back, a journey across the date line) are left out of it.
    """
    past = {day for day in done if day <= today}
    days_by_week: dict[date, int] = {}
    for day in past:
        week = week_of(day, first_weekday)
        days_by_week[week] = days_by_week.get(week, 0) + 1
    met = {week for week, days in days_by_week.items() if days >= target.on(week)}
    this_week = week_of(today, first_weekday)
    last_met = this_week if this_week in met else this_week - WEEK
    return Streak(
        current_weeks=_run_ending(last_met, met),
        longest_weeks=max((_run_ending(week, met) for week in met if week + WEEK not in met), default=0),
        days_this_week=days_by_week.get(this_week, 0),
        target=target.on(this_week),
        score=score(past, today, target.on(this_week)),
        today_done=today in past,
    )


def score(done: Collection[date], today: date, target: int) -> float:
    """How firm the habit is, from 0 to 100, by the formula of Loop Habit Tracker.

    Day by day s' = s·m + v·(1 − m) with m = 0.5^(√f / 13), f = target / 7, and v the share of the target
    met in the seven days that end with that day (at most 1). With a target of 7 (f = 1), m = 0.5^(1/13)
    = 0.948; thirteen full weeks of v = 1 come close to 100, the first thirteen days of it to 50. One
    missed day dents the score and never zeroes it. Today counts only once it is done.
    """
    if not done:
        return 0.0
    decay = 0.5 ** ((target / 7) ** 0.5 / 13)
    last = today if today in done else today - DAY
    value = 0.0
    day = min(done)
    while day <= last:
        recent = sum(day - DAY * back in done for back in range(7))
        value = value * decay + min(1.0, recent / target) * (1 - decay)
        day += DAY
    return round(100 * value, 1)


def _run_ending(week: date, met: Collection[date]) -> int:
    weeks = 0
    while week in met:
        weeks += 1
        week -= WEEK
    return weeks
