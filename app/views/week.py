"""The week in dots and words, as Today, After and Progress show it. Knows no clock."""

from datetime import date, timedelta

from msgspec import Struct

from app.core.days import week_of
from app.core.diary import Diary
from app.core.streak import Streak
from app.views import words


class DayDot(Struct, frozen=True):
    """One day of the week.

    `state` is "done"; else what it was marked as, "rest", "unwell" or "paused"; else "today", "open" (to come)
    or "none".
    """

    letter: str
    state: str


class WeekView(Struct, frozen=True):
    """`fraction` of the ring is days done of this week's target, at most 1."""

    fraction: float
    number: str
    of: str
    headline: str
    streak: str
    dots: tuple[DayDot, ...]


NO_WEEK = WeekView(0.0, "0", "", "", "", ())
"""Before there is a history to look at."""


def week_view(streak: Streak, diary: Diary) -> WeekView:
    target = streak.target
    return WeekView(
        fraction=min(1.0, streak.days_this_week / target) if target else float(streak.days_this_week > 0),
        number=str(streak.days_this_week),
        of=f"of {words.count(target, 'day')}" if target else "day" if streak.days_this_week == 1 else "days",
        headline=_headline(streak),
        streak=streak_text(streak, diary.weekly.days),
        dots=tuple(_dots(diary)),
    )


def streak_text(streak: Streak, days_a_week: int) -> str:
    """The streak and, without one, how it is made: with the person's own target of `days_a_week`."""
    if streak.current_weeks:
        return f"{words.count(streak.current_weeks, 'week')} in a row"
    if streak.longest_weeks:
        return f"Longest streak: {words.count(streak.longest_weeks, 'week')}"
    return f"{words.count(days_a_week, 'day')} a week {'makes' if days_a_week == 1 else 'make'} a streak"


def _headline(streak: Streak) -> str:
    if not streak.target and not streak.days_this_week:
        return "A week off"
    left = streak.target - streak.days_this_week
    if left <= 0:
        return "This week is secured"
    if streak.days_this_week == 0:
        return "A new week"
    return f"{words.count(left, 'day')} to go this week"


def _dots(diary: Diary) -> list[DayDot]:
    first = week_of(diary.today, diary.first_weekday)
    days = [first + timedelta(days=number) for number in range(7)]
    return [DayDot(words.WEEKDAYS[day.weekday()][0], _state(day, diary)) for day in days]


def _state(day: date, diary: Diary) -> str:
    if day in diary.done_days:
        return "done"
    if day in diary.marks and (mark := diary.marks[day].mark):
        return mark
    if day == diary.today:
        return "today"
    return "open" if day > diary.today else "none"
