"""What is due on a day by the targets, and how much of it was done. Knows no clock: the day is an argument."""

from collections.abc import Iterable, Mapping
from datetime import date

from msgspec import Struct

from app.core.diary import Diary, counts_as_done
from app.core.record import SessionRecord
from app.core.target import Target, times_due

DoneTimes = Mapping[str, Mapping[date, int]]
"""How often each routine was done on each day."""


class Due(Struct, frozen=True):
    """A routine that is due `times` times on a day, of which `done` are done: never more than `times`."""

    routine: str
    times: int
    done: int

    @property
    def left(self) -> int:
        return self.times - self.done


def done_times(sessions: Iterable[SessionRecord], routines: Iterable[str]) -> DoneTimes:
    """How often each of these routines was done on each day, by the sessions that count as done."""
    times: dict[str, dict[date, int]] = {routine: {} for routine in routines}
    for session in sessions:
        days = times.get(session.routine)
        if days is not None and counts_as_done(session):
            days[session.day] = days.get(session.day, 0) + 1
    return times


def dues_on(day: date, targets: Iterable[Target], done: DoneTimes) -> tuple[Due, ...]:
    """What is due on `day`, in the order of the targets; of two targets for a routine, the larger one holds."""
    times: dict[str, int] = {}
    for target in targets:
        due = times_due(target, day, done.get(target.routine, {}))
        if due:
            times[target.routine] = max(due, times.get(target.routine, 0))
    return tuple(
        Due(routine, due, min(due, done.get(routine, {}).get(day, 0))) for routine, due in times.items()
    )


def due_today(diary: Diary) -> tuple[Due, ...]:
    """What the targets make due today, done or not."""
    targets = [target for target in diary.targets if target.holds_on(diary.today)]
    routines = {target.routine for target in targets}
    return dues_on(diary.today, targets, done_times(diary.sessions, routines)) if targets else ()
