"""What the sheet on one step of a routine shows: its kind, its fields and their values. Knows no window."""

from collections.abc import Mapping

from msgspec import Struct

from app.core.editing.draft import Draft
from app.core.editing.fields import Field, StepKind, fields_of, kind_of, number_in
from app.core.editing.steps import can_step, is_full
from app.core.exercise import Exercise, Sides
from app.core.routine import Routine, Step
from app.views import words
from app.views.doses import dose
from app.views.picture import NO_PICTURE, Picture, still

KINDS: dict[StepKind, str] = {
    "hold": "Hold",
    "holds": "Short holds",
    "tempo": "To a tempo",
    "reps": "At your own pace",
    "wait": "Wait",
}
KIND_ABOUT: dict[StepKind, str] = {
    "hold": "Held still for a time.",
    "holds": "Held for a moment, let go, and held again.",
    "tempo": "Repeated in time: the voice counts and says up and down.",
    "reps": "Repeated as you like; you say when it is done.",
    "wait": "Goes on when you say so. For fetching something, or for changing a shoe.",
}
SIDES: dict[Sides, str] = {"both": "Both", "left": "Left", "right": "Right", "none": "No sides"}
FIELDS: dict[Field, str] = {
    "hold": "Hold",
    "reps": "Repetitions",
    "up": "Up",
    "top": "Hold at the top",
    "down": "Down",
    "bottom": "Hold at the bottom",
    "sets": "Sets",
    "rest": "Rest between sets",
    "relax": "Let go in between",
    "prepare": "Get ready",
    "switch": "Change sides",
}
WAIT = "Wait"
GONE = "Not in the library any more"


class FieldRow(Struct, frozen=True):
    """One number of a step between a minus and a plus."""

    field: Field
    label: str
    value: str
    can_lower: bool
    can_raise: bool


class StepView(Struct, frozen=True):
    """One step. `wait` is what a wait says, and None for an exercise. `can_try` says whether there is work in it."""

    title: str
    place: str
    dose: str
    picture: Picture
    is_wait: bool
    wait: str
    cue: str
    kinds: tuple[str, ...]
    kind_chosen: int
    kind_about: str
    fields: tuple[FieldRow, ...]
    sides: tuple[str, ...]
    sides_chosen: int
    can_try: bool
    can_paste: bool
    can_duplicate: bool
    can_up: bool
    can_down: bool


def step_view(
    draft: Draft, index: int, exercises: Mapping[str, Exercise], *, can_paste: bool = False
) -> StepView:
    """The step number `index`, counted from 0."""
    step = draft.steps[index]
    exercise = exercises.get(step.exercise or "")
    own_sides: Sides = exercise.sides if exercise else "none"
    kind = kind_of(step)
    is_wait = kind == "wait"
    return StepView(
        title=exercise.name if exercise else WAIT if is_wait else step.exercise or GONE,
        place=f"Step {index + 1} of {len(draft.steps)}",
        dose=dose(step, exercise) if exercise or is_wait else GONE,
        picture=still(exercise) if exercise else NO_PICTURE,
        is_wait=is_wait,
        wait=step.wait or "",
        cue=step.cue,
        kinds=tuple(KINDS.values()),
        kind_chosen=tuple(KINDS).index(kind),
        kind_about=KIND_ABOUT[kind],
        fields=tuple(_field(draft, index, field, kind) for field in fields_of(step, own_sides)),
        sides=() if is_wait else tuple(SIDES.values()),
        sides_chosen=tuple(SIDES).index(step.sides or own_sides),
        can_try=exercise is not None,
        can_paste=can_paste and not is_full(draft),
        can_duplicate=not is_full(draft),
        can_up=index > 0,
        can_down=index + 1 < len(draft.steps),
    )


def kind_at(index: int) -> StepKind:
    """The kind behind the chip number `index`."""
    return tuple(KINDS)[index]


def sides_at(index: int) -> Sides:
    return tuple(SIDES)[index]


def seconds(value: float) -> str:
    """As a stepper shows it: "0.5 s", "8 s", "1 min 15 s"; "none" for 0."""
    if value == 0:
        return "none"
    return f"{value:g} s" if value < 60 else words.duration(round(value * 1000))


def _field(draft: Draft, index: int, field: Field, kind: StepKind) -> FieldRow:
    label = "Holds" if field == "reps" and kind == "holds" else FIELDS[field]
    return FieldRow(
        field=field,
        label=label,
        value=_value(draft.steps[index], field, draft.routine),
        can_lower=can_step(draft, index, field, -1),
        can_raise=can_step(draft, index, field, 1),
    )


def _value(step: Step, field: Field, routine: Routine) -> str:
    number = number_in(step, field)
    if number is None:
        usual = routine.prepare if field == "prepare" else routine.switch
        return f"As usual, {seconds(usual)}"
    if field in ("reps", "sets"):
        return f"{number:g}"
    return seconds(number)
