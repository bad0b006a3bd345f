"""Streaks in weeks and the forgiving score. Knows no clock: today is an argument."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from msgspec import Struct

from app.core.days import week_of
from app.core.record import SessionRecord

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


def days_done(sessions: Iterable[SessionRecord]) -> frozenset[date]:
    """The days with at least one session in which half or more of the planned work was done."""
    return frozenset(
        session.day for session in sessions if session.done_ms and 2 * session.done_ms >= session.planned_ms
    )


def streak(done: Collection[date], today: date, target: int, first_weekday: int = 0) -> Streak:
    """The streak on `today` for a target of `target` (1 to 7) days a week.

    The current week counts as soon as its target is met and never breaks the streak before that. Days
    after `today` (a clock set back, a journey across the date line) are left out of it.
    """
    past = {day for day in done if day <= today}
    days_by_week: dict[date, int] = {}
    for day in past:
        week = week_of(day, first_weekday)
        days_by_week[week] = days_by_week.get(week, 0) + 1
    met = {week for week, days in days_by_week.items() if days >= target}
    this_week = week_of(today, first_weekday)
    last_met = this_week if this_week in met else this_week - WEEK
    return Streak(
        current_weeks=_run_ending(last_met, met),
        longest_weeks=max((_run_ending(week, met) for week in met if week + WEEK not in met), default=0),
        days_this_week=days_by_week.get(this_week, 0),
        target=target,
        score=score(past, today, target),
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
