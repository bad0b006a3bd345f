"""The moments inside a segment that are announced. Knows no clock."""

from collections.abc import Iterator

from msgspec import Struct

from app.core.events import PHASES, Countdown, Event, Halfway, PhaseStarted, RepStarted
from app.core.timeline import Segment

COUNTED_S = (3, 2, 1)


class Mark(Struct, frozen=True):
    """An event that is due `at_ms` milliseconds into its segment."""

    at_ms: int
    event: Event


def of_segment(index: int, segment: Segment, length_ms: int | None) -> list[Mark]:
    """All marks of the segment in order, for a length that may be longer than planned.

    A hold of 30 s: half-way at 15,000 ms, then 3, 2, 1 at 27,000, 28,000 and 29,000 ms. A repetition
    to the tempo 2-1-2-0 of 5 s: the repetition and "lift" at 0, "top" at 2,000, "lower" at 3,000 ms.
    """
    return sorted(_marks(index, segment, length_ms), key=lambda mark: mark.at_ms)


def completed_reps(segment: Segment) -> int:
    """How many repetitions the segment adds when it runs to its end."""
    if segment.kind == "reps":
        return segment.reps
    return 1 if segment.is_work and segment.rep is not None else 0


def _marks(index: int, segment: Segment, length_ms: int | None) -> Iterator[Mark]:
    if segment.rep is not None:
        yield Mark(0, RepStarted(index, segment.rep))
    if segment.tempo is not None:
        at_ms = 0
        for phase, phase_ms in zip(PHASES, segment.tempo, strict=True):
            if phase_ms:
                yield Mark(at_ms, PhaseStarted(index, phase, phase_ms))
            at_ms += phase_ms
    elif length_ms is not None:
        if segment.kind == "hold":
            yield Mark(length_ms // 2, Halfway(index, length_ms - length_ms // 2))
        for left in COUNTED_S:
            if length_ms > left * 1000:
                yield Mark(length_ms - left * 1000, Countdown(index, left))
