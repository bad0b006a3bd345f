"""Which routine Today invites to. Knows no clock: today is an argument."""

from collections.abc import Sequence
from datetime import date, timedelta

from app.core.record import SessionRecord

FIRST = "calf-reset"
"""The routine for someone who has done none yet."""
RECENT = timedelta(days=14)


def suggested(routines: Sequence[str], sessions: Sequence[SessionRecord], today: date) -> str | None:
    """The id of the routine to do next, or None if there are no routines.

    What the person did most often in the last fourteen days, as long as it was not done today; then
    whatever was done longest ago, with routines never done last in line after the familiar ones.
    """
    if not routines:
        return None
    last_done: dict[str, date] = {}
    times: dict[str, int] = {}
    for session in sessions:
        if session.routine in routines:
            last_done[session.routine] = max(session.day, last_done.get(session.routine, session.day))
            if today - session.day <= RECENT:
                times[session.routine] = times.get(session.routine, 0) + 1
    fresh = [routine for routine in routines if last_done.get(routine) != today]
    recent = [routine for routine in fresh if routine in times]
    if recent:
        return max(recent, key=lambda routine: times[routine])
    if FIRST in fresh and not last_done:
        return FIRST
    familiar = [routine for routine in fresh if routine in last_done]
    if familiar:
        return min(familiar, key=lambda routine: last_done[routine])
    return (fresh or list(routines))[0]


def nearest_in_length(lengths_ms: Sequence[tuple[str, int]], wanted_ms: int) -> str | None:
    """The id of the longest routine that is over in time, or of the shortest if none is.

    A routine may take a quarter longer than wanted: "five minutes" is not meant to the second.
    """
    if not lengths_ms:
        return None
    in_time = [pair for pair in lengths_ms if pair[1] <= wanted_ms * 5 // 4]
    return (
        max(in_time, key=lambda pair: pair[1])[0] if in_time else min(lengths_ms, key=lambda pair: pair[1])[0]
    )
