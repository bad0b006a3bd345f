"""An invented history to look at. Knows no storage; the same seed gives the same history."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta, tzinfo
from random import Random
from uuid import UUID

from app.core.record import SessionRecord, Work
from app.core.timeline import Timeline

DAYS_A_WEEK = 0.6
"""The chance of a session on any day: a little over four days a week."""
PARTIAL = 0.12


def demo_sessions(
    timelines: Sequence[Timeline], today: date, days: int, zone: tzinfo, seed: int = 1
) -> tuple[SessionRecord, ...]:
    """Sessions over the `days` days up to and with `today`, newest first."""
    random = Random(seed)  # noqa: S311  # nothing here is a secret
    sessions = [
        session
        for back in range(days)
        if back == 0 or random.random() < DAYS_A_WEEK
        for session in _on_day(timelines, today - timedelta(days=back), zone, random)
    ]
    return tuple(sessions)


def _on_day(
    timelines: Sequence[Timeline], day: date, zone: tzinfo, random: Random
) -> Iterator[SessionRecord]:
    timeline = random.choice(timelines)
    started_at = datetime.combine(day, time(random.choice((7, 12, 17, 20)), random.randrange(60)), zone)
    done_share = random.uniform(0.3, 0.9) if random.random() < PARTIAL else 1.0
    work = tuple(_work(timeline, done_share))
    yield SessionRecord(
        id=str(UUID(int=random.getrandbits(128), version=4)),
        routine=timeline.routine,
        name=timeline.name,
        started_at=started_at,
        day=day,
        status="finished" if done_share == 1 else "partial",
        planned_ms=timeline.planned_ms,
        done_ms=sum(item.ms for item in work),
        work=work,
    )


def whole_work(timeline: Timeline) -> tuple[Work, ...]:
    """All the work of it, done to its end."""
    return tuple(_work(timeline, 1.0))


def _work(timeline: Timeline, share: float) -> Iterator[Work]:
    until_ms = timeline.total_ms * share
    done: dict[tuple[str, object], Work] = {}
    for segment in timeline.segments:
        if segment.is_work and segment.exercise and segment.start_ms + segment.estimate_ms <= until_ms:
            before = done.get((segment.exercise, segment.side), Work(segment.exercise, segment.side, 0))
            reps = before.reps + (segment.reps if segment.kind == "reps" else int(segment.rep is not None))
            ms = before.ms + segment.estimate_ms
            done[segment.exercise, segment.side] = Work(segment.exercise, segment.side, ms, reps)
    yield from done.values()
