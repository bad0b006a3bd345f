"""How a routine could be eased or made a little harder. Changes nothing, and knows no window and no files."""

from collections.abc import Collection, Iterator, Mapping
from typing import Literal

from msgspec import Struct, structs

from app.core.care.check_in import Place
from app.core.care.pain_rule import Move
from app.core.care.places import works_on
from app.core.editing.fields import StepKind, kind_of, step_of
from app.core.exercise import Exercise, Kind
from app.core.ledger import SESSION_CEILING_MS
from app.core.routine import Routine, Step
from app.core.routine_advice import WARM_UP_CEILING_MS, totals
from app.core.timeline import unfold

What = Literal["hold", "reps", "variant"]

HOLD_STEP_S = 5
SHORTEST_HOLD_S = 10
LONGEST_HOLD_S = 60
REPS_STEP = 2
FEWEST_REPS = 5
MOST_REPS = 15
"""How far seconds and repetitions are taken before another exercise is suggested. Small steps of our own: the rule
says which way, and no source says how far."""

ADJUSTED: frozenset[Kind] = frozenset(("stretch", "strength", "mobility"))
"""The kinds of exercise whose dose means anything to a sore place."""


class StepChange(Struct, frozen=True):
    """One step of a routine, counted from 0, as it is and as it could be."""

    step: int
    what: What
    before: Step
    after: Step


class Suggestion(Struct, frozen=True):
    """What could be changed, in the order of the routine; nothing, if there is nothing to change."""

    changes: tuple[StepChange, ...] = ()


def suggestion(
    routine: Routine, exercises: Mapping[str, Exercise], move: Move, places: Collection[Place]
) -> Suggestion:
    """The routine a little easier for the `places` that hurt, a little harder as a whole, or left as it is.

    Easier: a hold 5 s shorter down to 10 s, or about a fifth fewer repetitions down to 5; below that the easier
    exercise. Harder: a hold 5 s longer up to 60 s, or 2 repetitions more up to 15; above that the harder
    exercise, which begins with its own dose. No muscle gets more than 4 minutes of stretching by it, nor more
    than 1 before sport (Ingram 2025; Shea & Behm 2024).

    >>> routine = Routine(1, "calves", "Calves", (Step(exercise="wall", hold=30), Step(exercise="raise", reps=12)))
    >>> stretch = Exercise(1, "wall", "Wall", ("a", "b"), ("soleus",), "stretch", "standing", "both")
    >>> raises = structs.replace(stretch, id="raise", kind="strength")
    >>> found = suggestion(routine, {"wall": stretch, "raise": raises}, "ease", ("left-calf",))
    >>> [(change.what, change.after.hold, change.after.reps) for change in found.changes]
    [('hold', 25, None), ('reps', None, 10)]
    """
    if move == "hold":
        return Suggestion()
    if move == "ease":
        return Suggestion(tuple(_easings(routine, exercises, places)))
    return Suggestion(tuple(_progressions(routine, exercises)))


def adjusted(routine: Routine, suggested: Suggestion) -> Routine:
    """The routine with all that was suggested."""
    steps = list(routine.step)
    for change in suggested.changes:
        steps[change.step] = change.after
    return structs.replace(routine, step=tuple(steps))


def _easings(
    routine: Routine, exercises: Mapping[str, Exercise], places: Collection[Place]
) -> Iterator[StepChange]:
    used = {step.exercise for step in routine.step}
    for index, step, exercise in _worked(routine, exercises):
        if not any(works_on(step, exercise, place) for place in places):
            continue
        change = _less(index, step) or _variant(index, step, exercises.get(exercise.easier or ""), used)
        if change is not None and _work_ms(change.after, exercises) <= _work_ms(step, exercises):
            used.add(change.after.exercise)
            yield change


def _progressions(routine: Routine, exercises: Mapping[str, Exercise]) -> Iterator[StepChange]:
    used = {step.exercise for step in routine.step}
    for index, step, exercise in _worked(routine, exercises):
        harder = exercises.get(exercise.harder or "")
        change = _more(index, step) or _variant(index, step, harder, used, begins_anew=True)
        if change is None:
            continue
        wanted = adjusted(routine, Suggestion((change,)))
        if _is_within_dose(routine, wanted, exercises):
            used.add(change.after.exercise)
            routine = wanted
            yield change


def _worked(routine: Routine, exercises: Mapping[str, Exercise]) -> Iterator[tuple[int, Step, Exercise]]:
    for index, step in enumerate(routine.step):
        exercise = exercises.get(step.exercise or "")
        if exercise is not None and exercise.kind in ADJUSTED:
            yield index, step, exercise


def _less(index: int, step: Step) -> StepChange | None:
    """A shorter hold, or fewer repetitions: 30 s become 25 s and 12 s become 10 s, 12 times 10 and 6 times 5."""
    if kind_of(step) == "hold":
        hold = step.hold or 0
        shorter = max(SHORTEST_HOLD_S, hold - HOLD_STEP_S)
        return _with_hold(index, step, shorter) if shorter < hold else None
    reps = step.reps or 0
    fewer = max(FEWEST_REPS, (4 * reps + 2) // 5)  # four fifths, rounded; no fifth lies half-way
    return _with_reps(index, step, fewer) if fewer < reps else None


def _more(index: int, step: Step) -> StepChange | None:
    """A longer hold, or more repetitions: 30 s become 35 s and 58 s become 60 s, 12 times 14 and 14 times 15."""
    if kind_of(step) == "hold":
        hold = step.hold or 0
        longer = min(LONGEST_HOLD_S, hold + HOLD_STEP_S)
        return _with_hold(index, step, longer) if longer > hold else None
    reps = step.reps or 0
    oftener = min(MOST_REPS, reps + REPS_STEP)
    return _with_reps(index, step, oftener) if oftener > reps else None


def _with_hold(index: int, step: Step, hold: float) -> StepChange:
    return StepChange(index, "hold", step, structs.replace(step, hold=hold))


def _with_reps(index: int, step: Step, reps: int) -> StepChange:
    return StepChange(index, "reps", step, structs.replace(step, reps=reps))


def _variant(
    index: int,
    step: Step,
    variant: Exercise | None,
    used: Collection[str | None],
    *,
    begins_anew: bool = False,
) -> StepChange | None:
    """The easier or harder exercise in place of this one, with the same dose or, to begin with, its own.

    None where there is none, where the routine has it already, or where it is not measured in the same way: six
    holds of 10 s mean nothing to an exercise that is counted. Nor is a protocol begun by a suggestion: Alfredson's
    heel drops are for those whose clinician knows.
    """
    if variant is None or variant.id in used or variant.kind not in ADJUSTED:
        return None
    if begins_anew and variant.evidence is not None and variant.evidence.strength == "protocol":
        return None
    own = step_of(variant)
    if _measure(own) != _measure(step):
        return None
    sides = step.sides if variant.sides == "both" and step.sides != "none" else None
    # The cue was written for the other exercise.
    after = structs.replace(step, exercise=variant.id, sides=sides, cue="")
    if begins_anew:
        after = structs.replace(after, hold=own.hold, reps=own.reps, tempo=own.tempo, sets=own.sets)
    return StepChange(index, "variant", step, after)


def _measure(step: Step) -> StepKind:
    kind = kind_of(step)
    return "reps" if kind == "tempo" else kind


def _work_ms(step: Step, exercises: Mapping[str, Exercise]) -> int:
    """How long the work of a step takes, both sides together."""
    segments = unfold(Routine(1, "step", "Step", (step,)), exercises).segments
    return sum(segment.estimate_ms for segment in segments if segment.is_work)


def _is_within_dose(routine: Routine, wanted: Routine, exercises: Mapping[str, Exercise]) -> bool:
    """Whether no muscle gets more stretching than helps, unless it had that much already and gets no more."""
    ceiling_ms = WARM_UP_CEILING_MS if routine.goal == "warm-up" else SESSION_CEILING_MS
    before, after = _stretch_ms(routine, exercises), _stretch_ms(wanted, exercises)
    return all(ms <= max(ceiling_ms, before.get(muscle, 0)) for muscle, ms in after.items())


def _stretch_ms(routine: Routine, exercises: Mapping[str, Exercise]) -> Mapping[str, int]:
    """By muscle, what the side gets that gets more."""
    return {
        balance.muscle: max(balance.left.stretch_ms, balance.right.stretch_ms)
        for balance in totals(routine, exercises).balances
    }
