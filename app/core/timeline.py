"""The order and length of everything in a routine. Knows no clock and no words."""

import hashlib
from collections.abc import Iterator, Mapping
from typing import Literal

from msgspec import Struct, structs

from app.core.exercise import Exercise
from app.core.record import Side
from app.core.routine import Routine, Step

SegmentKind = Literal["prepare", "hold", "rep", "reps", "relax", "switch", "rest", "wait"]
WORK: frozenset[SegmentKind] = frozenset({"hold", "rep", "reps"})
ESTIMATE_PER_REP_MS = 3000


class Segment(Struct, frozen=True):
    """One stretch of time in which one thing happens.

    All times are milliseconds. `length_ms` is None where the user decides when to go on; `estimate_ms`
    then stands in for it. `step` counts from 0; `set`, `rep` count from 1 and are None where they mean
    nothing. `reps` is how many repetitions the whole set has, 0 where as many as one can; `tempo` the phases of
    one repetition.
    """

    kind: SegmentKind
    step: int
    start_ms: int
    estimate_ms: int
    length_ms: int | None
    exercise: str | None = None
    side: Side | None = None
    set: int | None = None
    sets: int = 1
    rep: int | None = None
    reps: int = 0
    tempo: tuple[int, int, int, int] | None = None
    text: str = ""

    @property
    def is_work(self) -> bool:
        return self.kind in WORK

    @property
    def block(self) -> tuple[int, int | None, Side | None, bool]:
        """What belongs together for a person: the work of one set on one side, or a single pause between."""
        return (self.step, self.set, self.side, self.is_work or self.kind == "relax")


class Timeline(Struct, frozen=True):
    """A routine unfolded: what happens, in order, and how long it takes (milliseconds).

    Of the exercises in `limited` the time is the most that is good: heat and cold on the skin.
    """

    routine: str
    name: str
    segments: tuple[Segment, ...]
    total_ms: int
    estimated: bool
    limited: frozenset[str] = frozenset()

    @property
    def planned_ms(self) -> int:
        """Work alone: holds and repetitions, without preparing, relaxing, switching, resting or waiting."""
        return sum(segment.estimate_ms for segment in self.segments if segment.is_work)

    @property
    def fingerprint(self) -> str:
        """Equal for two timelines in which the same things happen for the same time."""
        return hashlib.sha256(repr(self.segments).encode()).hexdigest()[:16]

    def can_last_longer(self, segment: Segment) -> bool:
        """Whether there is a length to add to, and adding to it does no harm."""
        if segment.length_ms is None or segment.kind == "rep":
            return False
        return not (segment.is_work and segment.exercise in self.limited)

    def next_work(self, index: int) -> Segment | None:
        """The first work at or after `index`."""
        return next((segment for segment in self.segments[index:] if segment.is_work), None)


def unfold(
    routine: Routine,
    exercises: Mapping[str, Exercise],
    *,
    prepare_s: float | None = None,
    rest_s: float | None = None,
) -> Timeline:
    """What the routine unfolds into, in the order and with the lengths of the file format.

    `prepare_s` and `rest_s` (seconds) are the user's own wishes: the first replaces the routine's
    default, not a step's own; the second every rest between sets.

    A step of two sets of 30 s on both sides, preparing 8 s, switching in 5 s and resting 10 s, takes
    8 + 2 × (30 + 5 + 30) + 10 = 148 s.
    """
    segments: list[Segment] = []
    start_ms = 0
    for number, step in enumerate(routine.step):
        for segment in _step_segments(routine, step, number, exercises, prepare_s, rest_s):
            segments.append(structs.replace(segment, start_ms=start_ms))
            start_ms += segment.estimate_ms
    estimated = any(segment.length_ms is None for segment in segments)
    ids = {step.exercise for step in routine.step if step.exercise is not None}
    limited = frozenset(id_ for id_ in ids if exercises[id_].kind == "thermal")
    return Timeline(routine.id, routine.name, tuple(segments), start_ms, estimated, limited)


def milliseconds(seconds: float) -> int:
    """Whole milliseconds; a duration above zero never becomes none: 0.0001 s is 1 ms."""
    return max(1, round(seconds * 1000)) if seconds > 0 else 0


def _step_segments(
    routine: Routine,
    step: Step,
    number: int,
    exercises: Mapping[str, Exercise],
    prepare_s: float | None,
    rest_s: float | None,
) -> Iterator[Segment]:
    def pause(kind: SegmentKind, seconds: float) -> Iterator[Segment]:
        if seconds > 0:
            length_ms = milliseconds(seconds)
            yield Segment(kind, number, 0, length_ms, length_ms, step.exercise, text=step.cue)

    default_prepare = routine.prepare if prepare_s is None else prepare_s
    yield from pause("prepare", default_prepare if step.prepare is None else step.prepare)
    if step.wait is not None or step.exercise is None:
        yield Segment("wait", number, 0, 0, None, text=step.wait or "")
        return
    for set_ in range(1, step.sets + 1):
        for place, side in enumerate(_sides(step, exercises[step.exercise])):
            if place:
                yield from pause("switch", routine.switch if step.switch is None else step.switch)
            yield from _work(step, number, set_, side)
        if set_ < step.sets:
            yield from pause("rest", step.rest if rest_s is None else rest_s)


def _sides(step: Step, exercise: Exercise) -> tuple[Side | None, ...]:
    match step.sides or exercise.sides:
        case "both":
            return ("left", "right")
        case "left":
            return ("left",)
        case "right":
            return ("right",)
        case _:
            return (None,)


def _work(step: Step, number: int, set_: int, side: Side | None) -> Iterator[Segment]:
    def work(kind: SegmentKind, estimate_ms: int, length_ms: int | None, rep: int | None = None) -> Segment:
        return Segment(
            kind, number, 0, estimate_ms, length_ms, step.exercise, side, set_, step.sets, rep,
            step.reps or 0, tempo, step.cue,
        )  # fmt: skip

    tempo = None
    if step.hold is not None:
        hold_ms = milliseconds(step.hold)
        if step.reps is None:
            yield work("hold", hold_ms, hold_ms)
            return
        for rep in range(1, step.reps + 1):
            if rep > 1 and step.relax > 0:
                relax_ms = milliseconds(step.relax)
                yield work("relax", relax_ms, relax_ms)
            yield work("hold", hold_ms, hold_ms, rep)
    elif step.reps is not None and step.tempo is not None:
        up, top, down, bottom = (milliseconds(phase) for phase in step.tempo)
        tempo = (up, top, down, bottom)
        for rep in range(1, step.reps + 1):
            yield work("rep", sum(tempo), sum(tempo), rep)
    elif step.reps is not None:
        yield work("reps", step.reps * ESTIMATE_PER_REP_MS, None)


def closed(timeline: Timeline) -> Timeline:
    """The timeline with every open-ended segment lasting as long as its estimate, for nobody is there to end it."""
    segments = tuple(
        structs.replace(segment, length_ms=segment.estimate_ms) if segment.length_ms is None else segment
        for segment in timeline.segments
    )
    return structs.replace(timeline, segments=segments, estimated=False)
