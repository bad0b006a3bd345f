"""An invented fortnight in a programme, to look at. Knows no storage; the same days give the same."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta, tzinfo
from uuid import UUID

from app.core.demo import whole_work
from app.core.programme.programme import Programme
from app.core.record import SessionRecord
from app.core.timeline import Timeline

DONE = {0: (0, 1, 4), 1: (1,), 2: (0, 1)}
"""By the number of the round, the days on which all that was due was done: the second fell short."""
WEEKS = (0, 1, 1)
"""The week of the programme in each of these rounds."""
OF_PROGRAMMES = ("four-weeks-", "heavy-slow-", "heel-strength-")


def usual(timelines: Iterable[Timeline]) -> tuple[Timeline, ...]:
    """Without the routines that are there for a programme: nobody else would come upon them often."""
    return tuple(each for each in timelines if not each.routine.startswith(OF_PROGRAMMES))


def demo_programme(
    timelines: Iterable[Timeline], programme: Programme, start: date, before: date, zone: tzinfo
) -> tuple[SessionRecord, ...]:
    """The sessions of somebody who began the programme on `start`, up to the day before `before`, newest first."""
    by_routine = {timeline.routine: timeline for timeline in timelines}
    found = [
        session
        for number, days in DONE.items()
        for day in days
        for session in _on_day(
            [by_routine[item.routine] for item in programme.weeks[WEEKS[number]].on if day in item.days],
            start + timedelta(days=7 * number + day),
            zone,
        )
        if session.day < before
    ]
    return tuple(sorted(found, key=lambda session: session.started_at, reverse=True))


def _on_day(timelines: Sequence[Timeline], day: date, zone: tzinfo) -> Iterator[SessionRecord]:
    for number, timeline in enumerate(timelines):
        yield SessionRecord(
            id=str(UUID(int=day.toordinal() * 8 + number, version=4)),
            routine=timeline.routine,
            name=timeline.name,
            started_at=datetime.combine(day, time(18, 10 + 15 * number), zone),
            day=day,
            status="finished",
            planned_ms=timeline.planned_ms,
            done_ms=timeline.planned_ms,
            work=whole_work(timeline),
        )
