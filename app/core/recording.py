"""How a session becomes a record. Knows no storage; the moment and the id are arguments."""

from datetime import datetime

from msgspec import structs

from app.core.care.heel_rise import HEEL_RISE_TEST, as_tested
from app.core.days import day_of
from app.core.record import SessionRecord
from app.core.session import Session
from app.core.timeline import Timeline


def begun(
    timeline: Timeline, session_id: str, moment: datetime, day_start_h: int, steps: tuple[int, ...] = ()
) -> SessionRecord:
    """The record of a session that starts at `moment`; its day is frozen here.

    `steps` are those of the routine that the timeline was made of, where it was shortened.
    """
    return SessionRecord(
        id=session_id,
        routine=timeline.routine,
        name=timeline.name,
        started_at=moment,
        day=day_of(moment, day_start_h),
        status="running",
        planned_ms=timeline.planned_ms,
        plan=timeline.fingerprint,
        steps=steps,
    )


def brought_up_to_date(record: SessionRecord, session: Session) -> SessionRecord:
    """The record with all that the session came to so far; closed if the session is over.

    A session is finished when its end was reached and at least half of the planned work was done: a
    movement left out for a sore knee does not make it partial, skipping through it does.
    """
    work = session.work()
    record = structs.replace(record, work=work, done_ms=sum(item.ms for item in work))
    if not session.is_over:
        return structs.replace(record, passed=session.passed)
    finished = session.state == "finished" and 2 * record.done_ms >= record.planned_ms
    return structs.replace(record, status="finished" if finished else "partial", passed=(), plan="", steps=())


def kept_as_it_is(record: SessionRecord) -> SessionRecord:
    """A session that was cut off, kept with what it came to: partial, or as a heel-rise test that was stopped."""
    if record.routine == HEEL_RISE_TEST:
        return as_tested(record)
    return structs.replace(record, status="partial", passed=(), plan="", steps=())


def can_go_on(record: SessionRecord, timeline: Timeline) -> bool:
    """Whether a session that was cut off still fits the routine as it is today."""
    return record.status == "running" and record.plan == timeline.fingerprint
