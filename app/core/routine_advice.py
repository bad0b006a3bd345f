"""What a routine comes to while it is put together, and what to think of about it. Knows no words and no window.

Advice never stops anybody: a physiotherapist may have asked for just that.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Literal

from msgspec import Struct, structs

from app.core.exercise import Equipment, Exercise
from app.core.ledger import COUNTED, SESSION_CEILING_MS, Balance, Tally, session_balances
from app.core.marks import completed_reps
from app.core.record import Side, Work
from app.core.routine import Routine
from app.core.timeline import Segment, Timeline, unfold

Kind = Literal["one-sided", "many", "over-dose", "long-holds"]

MOST_EXERCISES = 4
"""With more, people do them less often (Medina-Mirapeix 2009)."""

WARM_UP_CEILING_MS = 60_000
"""Static stretch of a muscle before sport (Shea & Behm 2024)."""

SIDES: tuple[Side, ...] = ("left", "right")


class Advice(Struct, frozen=True):
    """One thing to think of.

    `muscles` are those that it is about, and `steps`, counted from 0, where it comes from. `side` is the one
    that gets nothing. `ms` is the most that a side of one of the muscles gets, `count` how many exercises
    there are; 0 where that is not the point.
    """

    kind: Kind
    muscles: tuple[str, ...] = ()
    steps: tuple[int, ...] = ()
    side: Side | None = None
    ms: int = 0
    count: int = 0


class Totals(Struct, frozen=True):
    """What a routine comes to: milliseconds in all, estimated where the user decides, and by muscle and side."""

    total_ms: int
    estimated: bool
    balances: tuple[Balance, ...]
    equipment: tuple[Equipment, ...]


def totals(routine: Routine, exercises: Mapping[str, Exercise]) -> Totals:
    """The totals of a routine that need not be finished; steps of exercises that are not there are left out."""
    known = _known_part(routine, exercises)
    timeline = unfold(known, exercises)
    needed = (item for step in known.step if step.exercise for item in exercises[step.exercise].equipment)
    return Totals(
        timeline.total_ms,
        timeline.estimated,
        session_balances(planned_work(timeline), exercises),
        tuple(dict.fromkeys(needed)),
    )


def planned_work(timeline: Timeline) -> tuple[Work, ...]:
    """What is done by exercise and side if all goes as planned, in the order of the timeline."""
    planned: dict[tuple[str, Side | None], Work] = {}
    for segment in timeline.segments:
        if segment.is_work and segment.exercise is not None:
            key = (segment.exercise, segment.side)
            so_far = planned.get(key, Work(*key, 0))
            ms, reps = so_far.ms + segment.estimate_ms, so_far.reps + completed_reps(segment)
            planned[key] = Work(*key, ms, reps)
    return tuple(planned.values())


def advice(routine: Routine, exercises: Mapping[str, Exercise]) -> tuple[Advice, ...]:
    """What to think of about a routine, finished or not; what matters most comes first."""
    known = _known_part(routine, exercises)
    balances = session_balances(planned_work(unfold(known, exercises)), exercises)
    where = _Places(routine, exercises)
    found = [*_one_sided(balances, where)]
    if routine.goal == "warm-up":
        found += _long_holds(known, exercises, where)
    found += _over_dose(balances, where)
    named = {step.exercise for step in routine.step if step.exercise}
    if len(named) > MOST_EXERCISES:
        found.append(Advice("many", count=len(named)))
    return tuple(found)


class _Places:
    """Which steps stretch or work a muscle."""

    def __init__(self, routine: Routine, exercises: Mapping[str, Exercise]) -> None:
        self._exercises = [exercises.get(step.exercise or "") for step in routine.step]

    def of(self, muscles: tuple[str, ...], wanted: Callable[[Exercise], bool]) -> tuple[int, ...]:
        return tuple(
            place
            for place, exercise in enumerate(self._exercises)
            if exercise and wanted(exercise) and not set(muscles).isdisjoint(exercise.muscles)
        )


def _one_sided(balances: tuple[Balance, ...], where: _Places) -> Iterator[Advice]:
    """Muscles of which one side is stretched or worked and the other gets nothing at all, by the side."""
    for side in SIDES:
        muscles = tuple(item.muscle for item in balances if _gets_nothing(item, side))
        if muscles:
            yield Advice("one-sided", muscles, where.of(muscles, _has_dose), side)


def _gets_nothing(balance: Balance, side: Side) -> bool:
    bare, other = (balance.left, balance.right) if side == "left" else (balance.right, balance.left)
    return not (bare.stretch_ms or bare.reps) and bool(other.stretch_ms or other.reps)


def _over_dose(balances: tuple[Balance, ...], where: _Places) -> Iterator[Advice]:
    muscles = tuple(item.muscle for item in balances if _most_ms(item) > SESSION_CEILING_MS)
    if muscles:
        most_ms = max(_most_ms(item) for item in balances)
        yield Advice("over-dose", muscles, where.of(muscles, _is_stretch), ms=most_ms)


def _long_holds(routine: Routine, exercises: Mapping[str, Exercise], where: _Places) -> Iterator[Advice]:
    """Muscles held in a stretch for longer than a minute on one side; moving through a stretch is no hold."""
    timeline = unfold(routine, exercises)
    held = structs.replace(timeline, segments=tuple(filter(_is_hold, timeline.segments)))
    balances = session_balances(planned_work(held), exercises)
    muscles = tuple(item.muscle for item in balances if _most_ms(item) > WARM_UP_CEILING_MS)
    if muscles:
        most_ms = max(_most_ms(item) for item in balances)
        yield Advice("long-holds", muscles, where.of(muscles, _is_stretch), ms=most_ms)


def _is_hold(segment: Segment) -> bool:
    return segment.kind == "hold"


def _most_ms(balance: Balance) -> int:
    tallies: tuple[Tally, ...] = (balance.left, balance.right)
    return max(tally.stretch_ms for tally in tallies)


def _is_stretch(exercise: Exercise) -> bool:
    return exercise.kind == "stretch"


def _has_dose(exercise: Exercise) -> bool:
    return exercise.kind == "stretch" or exercise.kind in COUNTED


def _known_part(routine: Routine, exercises: Mapping[str, Exercise]) -> Routine:
    """The routine without steps of exercises that the library has lost."""
    steps = tuple(step for step in routine.step if step.exercise is None or step.exercise in exercises)
    return routine if len(steps) == len(routine.step) else structs.replace(routine, step=steps)
