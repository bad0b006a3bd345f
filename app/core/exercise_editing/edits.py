"""The edits of an exercise, each a new draft. Knows no window and no files.

An edit that cannot be done, such as moving the first line up, gives the draft back as it is.
"""

from typing import Literal, get_args

from msgspec import structs

from app.core.editing.fields import (
    LADDERS,
    Field,
    StepKind,
    kind_of,
    number_in,
    step_of,
    with_kind,
    with_number,
)
from app.core.editing.texts import typed
from app.core.exercise import Dose, Equipment, Exercise, Kind, Position, Sides
from app.core.exercise_editing.draft import MOST_STEPS, Draft, edited
from app.core.figure import Figure
from app.core.routine import Step
from app.core.silhouette import MUSCLES

Lines = Literal["steps", "mistakes", "stop_if"]
Role = Literal["main", "also", "none"]
Shown = Literal["none", "figure", "picture"]
DoseField = Literal["hold", "sets", "reps", "up", "top", "down", "bottom"]

KINDS: tuple[Kind, ...] = get_args(Kind)
POSITIONS: tuple[Position, ...] = get_args(Position)
EQUIPMENT: tuple[Equipment, ...] = get_args(Equipment)
SIDES: tuple[Sides, ...] = get_args(Sides)
DOSE_KINDS: tuple[StepKind, ...] = ("hold", "holds", "tempo", "reps")
MOST_LINES = 6


def rename(draft: Draft, name: str) -> Draft:
    """Another name; the id, and with it the file and what was done of it, stays."""
    text = typed("name", name, draft.exercise.name)
    return _with(draft, "name", name=text)


def set_summary(draft: Draft, summary: str) -> Draft:
    return _with(draft, "summary", summary=typed("cue", summary, draft.exercise.summary))


def lines_of(draft: Draft, lines: Lines) -> tuple[str, ...]:
    found: tuple[str, ...] = getattr(draft.exercise, lines)
    return found


def can_add_line(draft: Draft, lines: Lines) -> bool:
    return len(lines_of(draft, lines)) < (MOST_STEPS if lines == "steps" else MOST_LINES)


def set_line(draft: Draft, lines: Lines, index: int, text: str) -> Draft:
    found = list(lines_of(draft, lines))
    found[index] = typed("cue", text, found[index])
    return _with_lines(draft, lines, tuple(found), f"{lines} {index}")


def add_line(draft: Draft, lines: Lines) -> Draft:
    """One more, empty, at the end."""
    if not can_add_line(draft, lines):
        return draft
    return _with_lines(draft, lines, (*lines_of(draft, lines), ""))


def remove_line(draft: Draft, lines: Lines, index: int) -> Draft:
    found = lines_of(draft, lines)
    return _with_lines(draft, lines, found[:index] + found[index + 1 :])


def move_line(draft: Draft, lines: Lines, index: int, by: int) -> Draft:
    """The line so many places further down or, by less than 0, up; beyond the ends is at the ends."""
    found = list(lines_of(draft, lines))
    place = max(0, min(index + by, len(found) - 1))
    found.insert(place, found.pop(index))
    return _with_lines(draft, lines, tuple(found))


def set_kind(draft: Draft, kind: Kind) -> Draft:
    return _with(draft, kind=kind)


def set_position(draft: Draft, position: Position) -> Draft:
    return _with(draft, position=position)


def set_sides(draft: Draft, sides: Sides) -> Draft:
    return _with(draft, sides=sides)


def set_equipment(draft: Draft, equipment: Equipment, *, needed: bool) -> Draft:
    wanted = (
        {*draft.exercise.equipment} | {equipment} if needed else {*draft.exercise.equipment} - {equipment}
    )
    return _with(draft, equipment=tuple(each for each in EQUIPMENT if each in wanted))


def role_of(draft: Draft, muscle: str) -> Role:
    exercise = draft.exercise
    return "main" if muscle in exercise.muscles else "also" if muscle in exercise.also else "none"


def set_muscle(draft: Draft, muscle: str, role: Role) -> Draft:
    """One of the known muscles as what the exercise is for, as what it does besides, or as neither."""
    if muscle not in MUSCLES:
        return draft
    exercise = draft.exercise
    main = tuple(each for each in exercise.muscles if each != muscle)
    also = tuple(each for each in exercise.also if each != muscle)
    if role == role_of(draft, muscle):
        return draft
    return _with(
        draft,
        muscles=(*main, muscle) if role == "main" else main,
        also=(*also, muscle) if role == "also" else also,
    )


def dose_kind(exercise: Exercise) -> StepKind:
    """Which kind of step a new one of this exercise is: a hold, repeated holds, or repetitions."""
    return kind_of(step_of(exercise))


def set_dose_kind(draft: Draft, kind: StepKind) -> Draft:
    step = with_kind(step_of(draft.exercise), kind, draft.exercise)
    return draft if kind == "wait" else _with(draft, dose=_dose_of(step))


def dose_fields(exercise: Exercise) -> tuple[DoseField, ...]:
    """What can be stepped in the dose, in the order of a page."""
    match dose_kind(exercise):
        case "hold":
            return ("hold", "sets")
        case "holds":
            return ("hold", "reps", "sets")
        case "tempo":
            return ("reps", "up", "top", "down", "bottom", "sets")
    return ("reps", "sets")


def dose_number(exercise: Exercise, field: DoseField) -> float:
    return number_in(step_of(exercise), field) or 0


def step_dose(draft: Draft, field: DoseField, by: int) -> Draft:
    """The number of a field moved `by` rungs up or down its ladder; never beyond what a file may hold."""
    return _with(draft, field, dose=_dose_of(_stepped(step_of(draft.exercise), field, by)))


def can_step_dose(exercise: Exercise, field: DoseField, by: int) -> bool:
    """Whether a stepper's button would do anything."""
    step = step_of(exercise)
    return _stepped(step, field, by) != step


def shown(draft: Draft) -> Shown:
    """What the exercise is shown by: a picture, a figure, or nothing."""
    exercise = draft.exercise
    if exercise.picture or draft.now.picture_file:
        return "picture"
    return "figure" if exercise.figure and exercise.figure.is_drawn else "none"


def show_nothing(draft: Draft) -> Draft:
    return edited(draft, structs.replace(draft.exercise, figure=None, picture=None), picture_file="")


def set_figure(draft: Draft, figure: Figure, burst: str = "") -> Draft:
    """A figure, copied or posed, in the place of what was shown; drags of one `burst` are one for undo."""
    exercise = structs.replace(draft.exercise, figure=figure, picture=None)
    return edited(draft, exercise, burst, picture_file="")


def copy_figure(draft: Draft, other: Exercise) -> Draft:
    """The figure of another exercise. That it touches things was for its author to keep."""
    figure = other.figure
    if figure is None or not figure.is_drawn:
        return draft
    return set_figure(draft, structs.replace(figure, contacts=(), fast=()))


def set_picture(draft: Draft, path: str) -> Draft:
    """A picture in the file at `path`, in the place of what was shown; saving copies it."""
    return edited(draft, structs.replace(draft.exercise, figure=None, picture=None), picture_file=path)


def _stepped(step: Step, field: Field, by: int) -> Step:
    return with_number(step, field, LADDERS[field].moved(number_in(step, field), by))


def _dose_of(step: Step) -> Dose:
    return Dose(hold=step.hold or 0, sets=step.sets, reps=step.reps or 0, tempo=step.tempo)


def _with_lines(draft: Draft, lines: Lines, found: tuple[str, ...], burst: str = "") -> Draft:
    return edited(draft, structs.replace(draft.exercise, **{lines: found}), burst)


def _with(draft: Draft, burst: str = "", **changes: object) -> Draft:
    return edited(draft, structs.replace(draft.exercise, **changes), burst)
