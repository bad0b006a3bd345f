"""The heel-rise test as a session: one leg, a rest, the other leg, to 60 beats a minute. Knows no clock and no words.

Fingertips on a wall, up on one beat and down on the next, until height, pace or knee is lost, and two minutes
before the other leg (Sleeswijk Visser). How many there will be nobody knows: one ends a leg by skipping the rest.
"""

from collections.abc import Mapping

from msgspec import structs

from app.core.exercise import Exercise
from app.core.record import SessionRecord, Side, Status
from app.core.routine import Routine, Step
from app.core.timeline import Segment, Timeline, milliseconds, unfold

HEEL_RISE_TEST = "heel-rise-test"
"""The routine of every such session, in the history as in the ledger."""
EXERCISE = "single-leg-calf-raise"
BEATS = (1.0, 0.0, 1.0, 0.0)
"""Seconds: a beat up and a beat down, which makes 60 a minute."""
MOST = 100
"""Repetitions after which a leg ends by itself: nearly three times the highest middle value that is quoted, 37."""
GET_UP_S = 15
BETWEEN_LEGS_S = 120
"""The rest and the time to get ready for the other leg together."""
GET_READY_S = 10
LEAST_MS = 30_000
"""The work of a whole test at the least, 15 rises of both legs together: our own choice, so that a single rise makes
no day."""


def heel_rise_timeline(exercises: Mapping[str, Exercise], name: str, cue: str) -> Timeline:
    """Left, two minutes, right; `cue` is shown at each rise. No number is planned, so the repetitions have `reps` 0.

    15 + 100 × 2 + 110 + 10 + 100 × 2 = 535 s if both legs went on to the end.
    """
    raises = Step(exercise=EXERCISE, reps=MOST, tempo=BEATS, cue=cue, prepare=GET_UP_S)
    legs = (
        structs.replace(raises, sides="left"),
        structs.replace(raises, sides="right", prepare=GET_READY_S),
    )
    timeline = unfold(Routine(1, HEEL_RISE_TEST, name, legs), exercises)
    left = [segment for segment in timeline.segments if segment.step == 0]
    rest_ms = milliseconds(BETWEEN_LEGS_S - GET_READY_S)
    rest = Segment("rest", 0, left[-1].start_ms + left[-1].estimate_ms, rest_ms, rest_ms, EXERCISE)
    right = [
        structs.replace(segment, start_ms=segment.start_ms + rest_ms)
        for segment in timeline.segments[len(left) :]
    ]
    segments = tuple(structs.replace(segment, reps=0) for segment in (*left, rest, *right))
    return structs.replace(timeline, segments=segments, total_ms=timeline.total_ms + rest_ms)


def counted(record: SessionRecord, side: Side) -> int | None:
    """How many whole rises a leg came to; None if it was not tested."""
    return next((work.reps for work in record.work if work.side == side), None)


def as_tested(record: SessionRecord) -> SessionRecord:
    """The session as it is remembered: what was done is all that there was to do, and that is 15 rises at least.

    No number was planned. 17 rises are 34 s of 34 s, and finished; 8 are 16 s of 30 s, and finished; 7 are 14 s of
    30 s: less than half of it, so partial, and no reason to count a day.
    """
    planned_ms = max(record.done_ms, LEAST_MS)
    status: Status = "finished" if 2 * record.done_ms >= planned_ms else "partial"
    return structs.replace(record, status=status, planned_ms=planned_ms, passed=(), plan="", steps=())
