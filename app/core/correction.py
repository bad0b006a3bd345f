"""How a person corrects what is remembered of a session. Knows no storage and no clock: now is an argument."""

from datetime import date, datetime, time, timedelta

from msgspec import structs

from app.core.record import SessionRecord, Status, Work

STEP_MS = 15_000
MOST_MS = 3_600_000
"""The most that one exercise may take on one side: an hour."""
MOST_REPS = 999
MOST_MINUTES = 240
"""The longest session of which no single exercise is known."""
MINUTE_MS = 60_000


def moved(record: SessionRecord, day: date, at: time, *, day_start_h: int, now: datetime) -> SessionRecord:
    """The session on another `day`, begun at the wall-clock time `at`; its offset from UTC stays as it was.

    `day` is what the person says and is kept as it is. Before `day_start_h` (0 to 6) the moment itself lies in
    the small hours after that day: with 4, Sunday 22 November at 01:30 is Monday the 23rd, 01:30, and at 04:00
    it is Sunday, 04:00. A moment later than `now` becomes `now`, in whole minutes.
    """
    zone = record.started_at.tzinfo
    night = timedelta(days=at.hour < day_start_h)
    started_at = datetime.combine(day + night, at.replace(second=0, microsecond=0), zone)
    latest = (now.astimezone(zone) if zone else now.replace(tzinfo=None)).replace(second=0, microsecond=0)
    return structs.replace(record, day=day, started_at=min(started_at, latest))


def stepped(record: SessionRecord, place: int, by: int, was: SessionRecord) -> SessionRecord:
    """One step more (`by` 1) or less (-1) of the work number `place`; at an end the session stays as it is.

    A step is a repetition, or leads to the next full 15 s: from 50 s up to 60 s, or down to 45 s. `was` is the
    session before its correction and says how long a repetition takes: 12 in 60 s are 5 s each, so 11 take 55.
    """
    before, item = was.work[place], record.work[place]
    if before.reps:
        reps = min(MOST_REPS, max(0, item.reps + by))
        changed = structs.replace(item, reps=reps, ms=round(before.ms * reps / before.reps))
    else:
        changed = structs.replace(item, ms=min(MOST_MS, _next(item.ms, by, STEP_MS)))
    work = (*record.work[:place], changed, *record.work[place + 1 :])
    return _judged(structs.replace(record, work=work, done_ms=sum(each.ms for each in work)))


def stepped_minutes(record: SessionRecord, by: int) -> SessionRecord:
    """A minute more or less, to the next full one, of a session of which no single exercise is known.

    From 1 to 240 minutes. What was planned was no more than what was done, if it was all done.
    """
    done_ms = min(MOST_MINUTES * MINUTE_MS, max(MINUTE_MS, _next(record.done_ms, by, MINUTE_MS)))
    planned_ms = done_ms if record.planned_ms == record.done_ms else record.planned_ms
    return _judged(structs.replace(record, done_ms=done_ms, planned_ms=planned_ms))


def settled(record: SessionRecord) -> SessionRecord:
    """The session without the work that was taken back altogether, as it is to be written."""
    return structs.replace(record, work=tuple(item for item in record.work if _is_something(item)))


def status_of(planned_ms: int, done_ms: int, status: Status = "partial") -> Status:
    """Finished if all was done, partial if less than half; between the two it stays what it was."""
    if done_ms >= planned_ms:
        return "finished"
    return "partial" if 2 * done_ms < planned_ms else status


def _judged(record: SessionRecord) -> SessionRecord:
    return structs.replace(record, status=status_of(record.planned_ms, record.done_ms, record.status))


def _is_something(item: Work) -> bool:
    return bool(item.ms or item.reps)


def _next(value: int, by: int, step: int) -> int:
    """The next multiple of `step`, up or down; never below 0."""
    rungs = value // step + 1 if by > 0 else -(-value // step) - 1
    return max(0, rungs * step)
