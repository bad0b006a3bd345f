"""What is due on a day by the targets, and how much of it was done. Knows no clock: the day is an argument."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta

from msgspec import Struct

from app.core.diary import Diary, counts_as_done, sessions_between
from app.core.record import SessionRecord
from app.core.target import Target, times_due

DoneTimes = Mapping[str, Mapping[date, int]]
"""How often each routine was done on each day."""
LONGEST_PAUSE = timedelta(days=14)
"""A routine that is due every so many days is due again after no more than these."""


class Due(Struct, frozen=True):
    """A routine that is due `times` times on a day, of which `done` are done: never more than `times`."""

    routine: str
    times: int
    done: int

    @property
    def left(self) -> int:
        return self.times - self.done


def done_times(sessions: Iterable[SessionRecord], routines: Collection[str]) -> DoneTimes:
    """How often each of these routines was done on each day, by the sessions that count as done."""
    if not routines:
        return {}
    times: dict[str, dict[date, int]] = {routine: {} for routine in routines}
    for session in sessions:
        days = times.get(session.routine)
        if days is not None and counts_as_done(session):
            days[session.day] = days.get(session.day, 0) + 1
    return times


def due_times(day: date, targets: Iterable[Target], done: DoneTimes) -> dict[str, int]:
    """How often each routine is due on `day`, where it is at all; of two targets for one, the larger holds."""
    times: dict[str, int] = {}
    for target in targets:
        routine = target.routine
        due = times_due(target, day, done.get(routine, ()))
        if due:
            times[routine] = max(due, times.get(routine, 0))
    return times


def dues_on(day: date, targets: Iterable[Target], done: DoneTimes) -> tuple[Due, ...]:
    """What is due on `day`, done or not, in the order of the targets."""
    return tuple(
        Due(routine, due, min(due, done.get(routine, {}).get(day, 0)))
        for routine, due in due_times(day, targets, done).items()
    )


def due_today(diary: Diary) -> tuple[Due, ...]:
    """What the targets make due today, done or not."""
    return dues_on(diary.today, diary.targets_on(diary.today), done_between(diary, diary.today, diary.today))


def done_between(diary: Diary, first: date, last: date) -> DoneTimes:
    """How often each routine that has a target was done on each day of the span, and on those before it that
    decide what is due in it.
    """
    routines = {target.routine for target in diary.targets}
    near = sessions_between(diary.sessions, first - LONGEST_PAUSE, last) if routines else ()
    return done_times(near, routines)
