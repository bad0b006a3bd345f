"""Streaks in weeks and the forgiving score. Knows no clock: the diary says which day is today."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping
from datetime import date

from msgspec import Struct

from app.core.days import week_of
from app.core.diary import Diary
from app.core.due import done_times, due_times
from app.core.settings import WeeklyTarget
from app.core.weeks import Week, weeks_of


class Streak(Struct, frozen=True):
    """Weeks in a row in which the target was met, and how firm the habit is (`score`, 0 to 100).

    `target` is this week's, in days: less than the person's own where days are excused, and 0 where nothing
    is wanted of this week at all.
    """

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
    """The streak on the diary's day.

    The current week counts as soon as its target is met and never breaks the streak before that. Days
    after today (a clock set back, a journey across the date line) are left out of it.
    """
    weeks = weeks_of(diary)
    this_week = weeks[week_of(diary.today, diary.first_weekday)]
    return Streak(
        current_weeks=_current_run(weeks),
        longest_weeks=_longest_run(weeks),
        days_this_week=this_week.days,
        target=this_week.target,
        score=score(shares_of(diary), diary.excused_days, diary.today, diary.weekly),
        today_done=diary.today in diary.done_days,
    )


def shares_of(diary: Diary) -> dict[date, float]:
    """How much of each day up to today was done, above 0 and up to 1; days with nothing done are left out.

    Two sessions on a day on which three were due are 2/3; any one session where nothing was due is 1. For the
    habit it does not matter which routine it was: one in the place of another counts as much.
    """
    times = done_times(diary.sessions, {target.routine for target in diary.targets})
    shares = {}
    for day, total in diary.totals.items():
        if total.done and day <= diary.today:
            targets = diary.targets_on(day)
            most = sum(target.times for target in targets)
            due = sum(due_times(day, targets, times).values()) if total.done < most else 0
            shares[day] = min(1.0, total.done / due) if due else 1.0
    return shares


def score(
    shares: Mapping[date, float], excused: Collection[date], today: date, weekly: WeeklyTarget
) -> float:
    """How firm the habit is, from 0 to 100, by the formula of Loop Habit Tracker.

    Day by day s' = s·m + v·(1 − m), where m = 0.5^(√f / 13), f = target / 7, and v is the share of the weekly
    target that was met in the seven days which end with that day (at most 1). Excused days are cut out of the
    calendar: on them the score stands still, and the seven days reach back past them. Today counts only once
    all that was due is done.

    With a target of 7, f = 1 and m = 0.5^(1/13) = 0.9481: whatever is missing to 100 halves in 13 full days.
    - Done on the first day, v = 1/7: s = 0.0519/7 = 0.0074, a score of 0.7.
    - Done on the second as well, v = 2/7: s = 0.0074 × 0.9481 + 2/7 × 0.0519 = 0.0219, a score of 2.2.
    - The third missed, v is still 2/7: s = 0.0219 × 0.9481 + 2/7 × 0.0519 = 0.0356, a score of 3.6.
    - A day missed at 100, v = 6/7: s = 0.9481 + 6/7 × 0.0519 = 0.9926, a score of 99.3: a dent, no more.
    """
    _, scores = _scores(shares, excused, today, weekly)
    return round(100 * scores[-1], 1) if scores else 0.0


def score_line(diary: Diary, weeks: int) -> tuple[float, ...]:
    """The score as it was today and, 7 days apart, on days before: one for each week, the oldest first.

    Before the first day done it is 0. On a day that is excused it is that of the day before it.
    """
    days, scores = _scores(shares_of(diary), diary.excused_days, diary.today, diary.weekly)
    ends = (diary.today.toordinal() - 7 * number for number in reversed(range(weeks)))
    places = (bisect_right(days, end) for end in ends)
    return tuple(round(100 * scores[place - 1], 1) if place else 0.0 for place in places)


def _scores(
    shares: Mapping[date, float], excused: Collection[date], today: date, weekly: WeeklyTarget
) -> tuple[list[int], list[float]]:
    """The days that count, as ordinals, and the score at the end of each, from 0 to 1."""
    if not shares:
        return [], []
    first, last = min(shares).toordinal(), today.toordinal() - (shares.get(today, 0) < 1)
    away = {day.toordinal() for day in excused}
    done = {day.toordinal(): share for day, share in shares.items()}
    days = [day for day in range(first, last + 1) if day not in away]
    each = [done.get(day, 0) for day in days]
    a_week_before = [0.0] * 7 + each
    scores, value, recent = [], 0.0, 0.0
    for begin, end, target in _phases(days, weekly):
        decay = 0.5 ** ((target / 7) ** 0.5 / 13)
        for share, gone in zip(each[begin:end], a_week_before[begin:end], strict=True):
            recent += share - gone
            value = value * decay + min(1.0, recent / target) * (1 - decay)
            scores.append(value)
    return days, scores


def _phases(days: list[int], weekly: WeeklyTarget) -> Iterator[tuple[int, int, int]]:
    """From which to before which of the `days` (ordinals, rising) each target held, and the target."""
    begin = 0
    for former in weekly.earlier:
        end = bisect_left(days, former.before.toordinal())
        yield begin, end, former.days
        begin = max(begin, end)
    yield begin, len(days), weekly.days


def _current_run(weeks: Mapping[date, Week]) -> int:
    """Weeks met in a row up to the last one, which may still be under way."""
    run = 0
    for number, week in enumerate(reversed(list(weeks.values()))):
        if week.is_met:
            run += 1
        elif number and not week.is_passed_over:
            break
    return run


def _longest_run(weeks: Mapping[date, Week]) -> int:
    longest = run = 0
    for week in weeks.values():
        if not week.is_passed_over:
            run = run + 1 if week.is_met else 0
        longest = max(longest, run)
    return longest
