"""A session that a person writes down afterwards. Knows no storage and no clock: now and the id are arguments."""

from datetime import datetime

from msgspec import structs

from app.core.correction import MINUTE_MS, status_of
from app.core.days import day_of
from app.core.record import SessionRecord, Work
from app.core.timeline import Timeline

ROUNDED_TO_MIN = 5
SOME_MINUTES = 10
"""What a session of no routine starts with."""


def written_down(session_id: str, now: datetime, day_start_h: int) -> SessionRecord:
    """A session of no routine and no name, that began just now: at 18:07, the last full five minutes, 18:05."""
    moment = now.replace(minute=now.minute - now.minute % ROUNDED_TO_MIN, second=0, microsecond=0)
    record = SessionRecord(session_id, "", "", moment, day_of(moment, day_start_h), "finished", 0)
    return as_something_else(record, "", SOME_MINUTES)


def as_something_else(record: SessionRecord, name: str, minutes: int) -> SessionRecord:
    """The session as one of no routine, of which no more is known than its name and its minutes."""
    ms = minutes * MINUTE_MS
    return structs.replace(
        record, routine="", name=name, status="finished", planned_ms=ms, done_ms=ms, work=()
    )


def as_routine(record: SessionRecord, timeline: Timeline, minutes: int) -> SessionRecord:
    """The session as one of a routine, with the routine's own work in the share of its minutes that was done.

    `minutes` are those of the whole, with preparing and resting, as the library shows them. Two holds of 30 s on
    each side take 148 s, shown as 2 minutes: in 1 minute of it 30 s are done left and 30 s right, so 120 s were
    planned and 60 s done. Repetitions are rounded, half a one up. It is finished from half of the work on.
    """
    whole, of_whole = whole_work(timeline), minutes_of(timeline)
    if not whole:
        return structs.replace(as_something_else(record, timeline.name, minutes), routine=timeline.routine)
    work = tuple(
        structs.replace(
            item, ms=round(item.ms * minutes / of_whole), reps=_half_up(item.reps * minutes, of_whole)
        )
        for item in whole
    )
    planned_ms, done_ms = sum(item.ms for item in whole), sum(item.ms for item in work)
    return structs.replace(
        record,
        routine=timeline.routine,
        name=timeline.name,
        status=status_of(planned_ms, done_ms, "finished"),
        planned_ms=planned_ms,
        done_ms=done_ms,
        work=work,
    )


def minutes_of(timeline: Timeline) -> int:
    """How long the whole takes, in full minutes and at least one: 148 s are 2."""
    return max(1, round(timeline.total_ms / MINUTE_MS))


def whole_work(timeline: Timeline) -> tuple[Work, ...]:
    """All that there is to do, by exercise and side, in the order of the timeline; what is open by its estimate."""
    done: dict[tuple[str, object], Work] = {}
    for segment in timeline.segments:
        if segment.is_work and segment.exercise is not None:
            before = done.get((segment.exercise, segment.side), Work(segment.exercise, segment.side, 0))
            reps = segment.reps if segment.kind == "reps" else int(segment.rep is not None)
            done[segment.exercise, segment.side] = structs.replace(
                before, ms=before.ms + segment.estimate_ms, reps=before.reps + reps
            )
    return tuple(done.values())


def _half_up(parts: int, whole: int) -> int:
    return (2 * parts + whole) // (2 * whole)
