"""Which routine Today invites to. Knows no clock: the diary says which day is today."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from app.core.diary import Diary, sessions_between
from app.core.due import due_today

FIRST = "calf-reset"
"""The routine for someone who has done none yet."""
RECENT = timedelta(days=14)

Pays = Callable[[str], int]
"""How much of what this week still owes a routine would pay."""


def suggested(routines: Sequence[str], diary: Diary, pays: Pays = lambda _: 0) -> str | None:
    """The id of the routine to do next, or None if there are no routines.

    What is due today and not done often enough, with most left to do; then what the person did most often in
    the last fourteen days, as long as it was not done today; then whatever was done longest ago, with
    routines never done last in line after the familiar ones. Of equals it is the one that pays most.
    """
    if not routines:
        return None
    left = {due.routine: due.left for due in due_today(diary) if due.left and due.routine in routines}
    if left:
        return _best(tuple(left), lambda routine: left[routine], pays)
    times = times_of_late(diary)
    done_today = {session.routine for session in sessions_between(diary.sessions, diary.today, diary.today)}
    fresh = [routine for routine in routines if routine not in done_today]
    recent = [routine for routine in fresh if routine in times]
    if recent:
        return _best(recent, lambda routine: times[routine], pays)
    last_done = _last_done(diary)
    if FIRST in fresh and not any(routine in last_done for routine in routines):
        return FIRST
    familiar = [routine for routine in fresh if routine in last_done]
    if familiar:
        return _best(familiar, lambda routine: -last_done[routine].toordinal(), pays)
    return _best(fresh or routines, lambda _: 0, pays)


def times_of_late(diary: Diary) -> Mapping[str, int]:
    """How often each routine was done in the last fourteen days."""
    times: dict[str, int] = {}
    for session in sessions_between(diary.sessions, diary.today - RECENT, diary.today):
        times[session.routine] = times.get(session.routine, 0) + 1
    return times


def _last_done(diary: Diary) -> Mapping[str, date]:
    last_done: dict[str, date] = {}
    for session in diary.sessions:
        last_done.setdefault(session.routine, session.day)
    return last_done


def _best(routines: Sequence[str], worth: Callable[[str], int], pays: Pays) -> str:
    """The first with the highest worth; `pays` is asked only of those that are worth the same."""
    most = max(worth(routine) for routine in routines)
    equals = [routine for routine in routines if worth(routine) == most]
    return max(equals, key=pays) if len(equals) > 1 else equals[0]
