"""What a step can be and what can be set in it, with the values that each field may take. Knows no draft.

A step is made with `with_kind` and changed with `with_number`; both end in a step that a file may hold.
"""

from typing import Literal

from msgspec import Struct, structs

from app.core.exercise import Exercise, Sides, Tempo
from app.core.ladder import Ladder
from app.core.routine import RELAX_S, Routine, Step

StepKind = Literal["hold", "holds", "tempo", "reps", "wait"]
"""A timed hold, repeated holds, repetitions to a tempo, repetitions at one's own pace, a wait."""

Phase = Literal["up", "top", "down", "bottom"]
Field = Literal["hold", "reps", "up", "top", "down", "bottom", "sets", "rest", "relax", "prepare", "switch"]

PHASES: tuple[Phase, ...] = ("up", "top", "down", "bottom")
_ALWAYS: tuple[Field, ...] = ("prepare", "switch")
_OF_EXERCISES: tuple[Field, ...] = ("sets", "rest", *_ALWAYS)
_ALLOWED: dict[StepKind, frozenset[Field]] = {
    "hold": frozenset(("hold", *_OF_EXERCISES)),
    "holds": frozenset(("hold", "reps", "relax", *_OF_EXERCISES)),
    "tempo": frozenset(("reps", *PHASES, *_OF_EXERCISES)),
    "reps": frozenset(("reps", *_OF_EXERCISES)),
    "wait": frozenset(_ALWAYS),
}
USUAL_HOLD_S = 30
USUAL_SHORT_HOLD_S = 10
USUAL_REPS = 10
USUAL_SHORT_HOLDS = 3
USUAL_TEMPO: Tempo = (2, 1, 2, 0)  # s, as in the example of the format

_PAUSES = (0, 3, 5, 8, 10, 12, 15, 20, 30, 45, 60, 90, 120, 180, 300, 600)
_PHASES_S = (0, 0.5, 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10, 15, 20, 30)
_HOLDS = (
    *(1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 75, 90, 105, 120, 150, 180),
    *(240, 300, 420, 600, 900, 1200, 1800, 2700, 3600),
)
_REPS = (*range(1, 31), *range(35, 101, 5), *range(110, 201, 10))

LADDERS: dict[Field, Ladder[float | None]] = {
    "hold": Ladder(_HOLDS),
    "reps": Ladder(_REPS),
    "up": Ladder(_PHASES_S),
    "top": Ladder(_PHASES_S),
    "down": Ladder(_PHASES_S),
    "bottom": Ladder(_PHASES_S),
    "sets": Ladder(tuple(range(1, 21))),
    "rest": Ladder(_PAUSES),
    "relax": Ladder((0, 1, 2, *_PAUSES[1:11])),
    "prepare": Ladder((None, *_PAUSES[:12])),
    "switch": Ladder((None, *_PAUSES[:12])),
}
"""What the steppers climb, in seconds or in numbers. None, for a step alone, is what the routine says."""

WHOLE_LADDERS: dict[Field, Ladder[float | None]] = {
    "prepare": Ladder(_PAUSES[:12]),
    "switch": Ladder(_PAUSES[:12]),
}
"""The same for the routine as a whole."""


class Limits(Struct, frozen=True):
    """The lowest and highest number that a file may hold, both included, and whether it must be whole."""

    low: float
    high: float
    whole: bool = False


_SECONDS_OR_NONE = Limits(0, 3600)
_LIMITS: dict[Field, Limits] = {
    "hold": Limits(0.5, 3600),  # the file allows any above 0, but nobody holds for less
    "reps": Limits(1, 200, whole=True),
    "sets": Limits(1, 20, whole=True),
}


def limits(field: Field) -> Limits:
    return _LIMITS.get(field, _SECONDS_OR_NONE)


def kind_of(step: Step) -> StepKind:
    if step.wait is not None or step.exercise is None:
        return "wait"
    if step.hold is not None:
        return "hold" if step.reps is None else "holds"
    return "reps" if step.tempo is None else "tempo"


def fields_of(step: Step, sides: Sides) -> tuple[Field, ...]:
    """What makes a difference in a step, in the order of a page; `sides` are the exercise's own.

    A rest needs a second set, a time to relax a second hold, and changing sides two sides.
    """
    kind = kind_of(step)
    if kind == "wait":
        return ("prepare",)
    fields: list[Field] = []
    if kind in ("hold", "holds"):
        fields.append("hold")
    if kind != "hold":
        fields.append("reps")
    if kind == "tempo":
        fields += PHASES
    if kind == "holds" and (step.reps or 0) > 1:
        fields.append("relax")
    fields.append("sets")
    if step.sets > 1:
        fields.append("rest")
    fields.append("prepare")
    if (step.sides or sides) == "both":
        fields.append("switch")
    return tuple(fields)


def number_in(step: Step, field: Field) -> float | None:
    """What a field holds; None where it says nothing: the kind has no such field, or the routine decides."""
    if field in PHASES:
        return None if step.tempo is None else step.tempo[PHASES.index(field)]
    value: float | None = getattr(step, field)
    return value


def with_number(step: Step, field: Field, value: float | None) -> Step:
    """The step with a number typed or stepped, brought within its limits.

    Nothing changes where the kind of step has no such field, where it cannot be without one, or where a
    tempo would stand still.
    """
    if field not in _ALLOWED[kind_of(step)] or (value is None and field not in _ALWAYS):
        return step
    number = None if value is None else _within(limits(field), value)
    if field in PHASES and step.tempo is not None:
        phases = list(step.tempo)
        phases[PHASES.index(field)] = number or 0
        up, top, down, bottom = phases
        return structs.replace(step, tempo=(up, top, down, bottom)) if any(phases) else step
    return structs.replace(step, **{field: number})


def whole_with_number(routine: Routine, field: Field, value: float) -> Routine:
    """The routine with another time to prepare or to change sides before steps that have none of their own."""
    if field not in WHOLE_LADDERS:
        return routine
    return structs.replace(routine, **{field: _within(limits(field), value)})


def with_kind(step: Step, kind: StepKind, exercise: Exercise | None) -> Step:
    """The step as another kind, with all that can be kept; `exercise` is the one that it is of or will be.

    Two sets of 30 s that become repetitions are two sets of as many as the exercise's own dose has. A step that
    becomes a wait keeps its time to prepare, and says what its cue said. A wait becomes an exercise only if
    there is one, with its dose.
    """
    if kind == kind_of(step):
        return step
    if kind == "wait":
        return Step(wait=step.cue, prepare=step.prepare)
    if exercise is None:
        return step
    if step.exercise is None:
        step = structs.replace(step_of(exercise), prepare=step.prepare, switch=step.switch, cue=step.cue)
    dose = exercise.dose
    hold = step.hold or dose.hold or (USUAL_HOLD_S if kind == "hold" else USUAL_SHORT_HOLD_S)
    reps = step.reps or dose.reps or (USUAL_SHORT_HOLDS if kind == "holds" else USUAL_REPS)
    return structs.replace(
        step,
        hold=hold if kind in ("hold", "holds") else None,
        reps=None if kind == "hold" else reps,
        tempo=(step.tempo or dose.tempo or USUAL_TEMPO) if kind == "tempo" else None,
        relax=step.relax if kind == "holds" else RELAX_S,
    )


def step_of(exercise: Exercise) -> Step:
    """A new step with the exercise's own dose: `{ hold = 30, sets = 2 }` is two sets of 30 s."""
    dose = exercise.dose
    hold = dose.hold or (None if dose.reps else USUAL_HOLD_S)
    tempo = dose.tempo if hold is None else None
    return Step(exercise=exercise.id, hold=hold, reps=dose.reps or None, tempo=tempo, sets=dose.sets)


def wait_of(text: str) -> Step:
    """A new wait, without time to prepare: there is nothing to get into position for."""
    return Step(wait=text, prepare=0)


def _within(bounds: Limits, value: float) -> float:
    near = max(bounds.low, min(bounds.high, value))  # in this order not a number is the highest
    return round(near) if bounds.whole or near == round(near) else near
