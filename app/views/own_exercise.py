"""What the page shows on which an exercise of one's own is made, and what is asked and said. Knows no window."""

from collections.abc import Collection
from typing import get_args

from msgspec import Struct

from app.core.editing.fields import StepKind
from app.core.exercise import Equipment, Exercise, Kind, Position, Sides
from app.core.exercise_editing import edits
from app.core.exercise_editing.draft import Draft, Gap, missing
from app.core.exercise_editing.edits import DoseField, Lines, Role
from app.core.library import Library
from app.core.posing.handles import can_be_posed
from app.views import words
from app.views.exercises import KINDS, POSITIONS
from app.views.muscles import MUSCLES
from app.views.picture import NO_PICTURE, Picture, still
from app.views.steps import FIELDS, seconds
from app.views.steps import KINDS as DOSES

NEW_TITLE = "New exercise"
EDIT_TITLE = "Edit exercise"
MUSCLE_KEYS = tuple(MUSCLES)
ROLES: tuple[Role, ...] = ("main", "also")
EQUIPMENT: dict[Equipment, str] = {
    key: words.sentence_case(words.EQUIPMENT[key].removeprefix("a ")) for key in get_args(Equipment)
}
SIDES: dict[Sides, str] = {
    "both": "One side, then the other",
    "none": "Both at once",
    "left": "Left only",
    "right": "Right only",
}
MISSING: dict[Gap, str] = {
    "name": "Give it a name to save it.",
    "steps": "Say in two sentences at least how it is done.",
    "muscles": "Choose one muscle at least: what it is for.",
}
HINTS: dict[Lines, tuple[str, ...]] = {
    "steps": ("Stand before a wall.", "Step one foot well back.", "And then?"),
    "mistakes": ("The back heel lifts.",),
    "stop_if": ("sharp pain",),
}

FIGURE_TITLE = "Show it by"
POSE = ("pose", "A figure that you pose", "Drag hands, feet and hips where they belong.")
GO_ON_POSING = ("pose", "Go on posing the figure")
COPY_FIGURE = ("copy", "The figure of another exercise", "To use as it is, or to pose on from there.")
PHOTOGRAPH = ("photograph", "A picture of your own", "PNG or JPEG, at most 2 MB.")
NOTHING = ("remove", "Nothing")
PICK_FIGURE = "Whose figure?"
PICTURE_TITLE = "Choose a picture"
NO_DIALOG = "No program is installed here that could ask for a file. Drop the picture on this window instead."
NOT_TAKEN = "This picture cannot be taken"

LEAVE_TITLE = "Keep your changes?"
NOT_OPENED = "It cannot be edited"
NOT_DELETED = "It could not be deleted"
NOT_BACK = "It could not be brought back"
LINE_TITLE = "This line"
UP = ("up", "Move up")
DOWN = ("down", "Move down")
REMOVE = ("remove", "Remove")

DO_EDIT = ("edit", "Edit")
DO_DUPLICATE = ("duplicate", "Duplicate", "An exercise of your own that begins as this one.")
DO_DELETE = ("remove", "Delete")


class LineRow(Struct, frozen=True):
    """One sentence of a list, to write in."""

    lines: Lines
    index: int
    text: str
    hint: str
    label: str


class DoseRow(Struct, frozen=True):
    """One number of the dose between a minus and a plus."""

    field: DoseField
    label: str
    value: str
    can_lower: bool
    can_raise: bool


class OwnExerciseView(Struct, frozen=True):
    """An exercise while it is made. The problems are "" until somebody has tried to save."""

    title: str
    name: str
    summary: str
    name_problem: str
    steps_problem: str
    muscles_problem: str
    picture: Picture
    steps: tuple[LineRow, ...]
    mistakes: tuple[LineRow, ...]
    stop_if: tuple[LineRow, ...]
    can_add_step: bool
    can_add_mistake: bool
    can_add_stop: bool
    role: int
    muscle_words: tuple[str, ...]
    muscles_chosen: tuple[int, ...]
    muscles: tuple[str, ...]
    also: tuple[str, ...]
    muscles_text: str
    kinds: tuple[str, ...]
    kind: int
    positions: tuple[str, ...]
    position: int
    equipment: tuple[str, ...]
    equipment_chosen: tuple[int, ...]
    sides: tuple[str, ...]
    side: int
    doses: tuple[str, ...]
    dose: int
    dose_rows: tuple[DoseRow, ...]
    can_undo: bool
    can_redo: bool
    can_save: bool
    trouble: str


def own_exercise_view(
    draft: Draft, *, role: Role = "main", strict: bool = False, trouble: str = ""
) -> OwnExerciseView:
    """The draft as it stands. `role` is which muscles are being chosen; `strict` says what is missing."""
    exercise = draft.exercise
    gaps = missing(draft) if strict else ()
    return OwnExerciseView(
        title=EDIT_TITLE if exercise.id else NEW_TITLE,
        name=exercise.name,
        summary=exercise.summary,
        name_problem=MISSING["name"] if "name" in gaps else "",
        steps_problem=MISSING["steps"] if "steps" in gaps else "",
        muscles_problem=MISSING["muscles"] if "muscles" in gaps else "",
        picture=draft_picture(draft),
        steps=_lines(draft, "steps"),
        mistakes=_lines(draft, "mistakes"),
        stop_if=_lines(draft, "stop_if"),
        can_add_step=edits.can_add_line(draft, "steps"),
        can_add_mistake=edits.can_add_line(draft, "mistakes"),
        can_add_stop=edits.can_add_line(draft, "stop_if"),
        role=ROLES.index(role),
        muscle_words=tuple(words.sentence_case(name) for name in MUSCLES.values()),
        muscles_chosen=tuple(
            place for place, key in enumerate(MUSCLE_KEYS) if edits.role_of(draft, key) == role
        ),
        muscles=exercise.muscles,
        also=exercise.also,
        muscles_text=_muscles(exercise),
        kinds=tuple(KINDS[kind] for kind in edits.KINDS),
        kind=edits.KINDS.index(exercise.kind),
        positions=tuple(POSITIONS[position] for position in edits.POSITIONS),
        position=edits.POSITIONS.index(exercise.position),
        equipment=tuple(EQUIPMENT.values()),
        equipment_chosen=tuple(place for place, key in enumerate(EQUIPMENT) if key in exercise.equipment),
        sides=tuple(SIDES.values()),
        side=tuple(SIDES).index(exercise.sides),
        doses=tuple(DOSES[kind] for kind in edits.DOSE_KINDS),
        dose=edits.DOSE_KINDS.index(edits.dose_kind(exercise)),
        dose_rows=tuple(_dose_row(exercise, field) for field in edits.dose_fields(exercise)),
        can_undo=bool(draft.past),
        can_redo=bool(draft.future),
        can_save=draft.is_changed,
        trouble=trouble,
    )


def draft_picture(draft: Draft) -> Picture:
    """What the exercise is shown by: a picture just chosen is shown where it lies."""
    if draft.now.picture_file:
        return Picture(None, file=draft.now.picture_file)
    return still(draft.exercise) if edits.shown(draft) != "none" else NO_PICTURE


def figure_choices(draft: Draft) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What an exercise can be shown by: what the window is told, and the row that says it."""
    posed = can_be_posed(draft.exercise.figure)
    choices = [
        ("pose", GO_ON_POSING if posed else POSE),
        ("copy", COPY_FIGURE),
        ("picture", PHOTOGRAPH),
    ]
    if edits.shown(draft) != "none":
        choices.append(("nothing", NOTHING))
    return tuple(choices)


def line_choices(draft: Draft, lines: Lines, index: int) -> tuple[tuple[str, tuple[str, str]], ...]:
    """What can be done with a line of a list."""
    found = [("up", UP)] if index else []
    if index + 1 < len(edits.lines_of(draft, lines)):
        found.append(("down", DOWN))
    return (*found, ("remove", REMOVE))


def exercise_choices(*, is_own: bool) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What can be done with an exercise of the library: only one's own can be changed."""
    duplicate = ("duplicate", DO_DUPLICATE)
    return (("edit", DO_EDIT), duplicate, ("delete", DO_DELETE)) if is_own else (duplicate,)


def kind_at(index: int) -> Kind:
    return edits.KINDS[index]


def position_at(index: int) -> Position:
    return edits.POSITIONS[index]


def equipment_at(index: int) -> Equipment:
    return tuple(EQUIPMENT)[index]


def sides_at(index: int) -> Sides:
    return tuple(SIDES)[index]


def dose_at(index: int) -> StepKind:
    return edits.DOSE_KINDS[index]


def copy_name(name: str, taken: Collection[str]) -> str:
    """What a copy is called at first: "Calf raise, mine", then "Calf raise, mine 2"."""
    first = f"{name}, mine"
    numbered = (first, *(f"{first} {number}" for number in range(2, len(taken) + 3)))
    return next(each for each in numbered if each not in taken)


def users_of(exercise: str, library: Library) -> tuple[str, ...]:
    """The names of the routines that would need attention without the exercise."""
    return tuple(
        entry.name
        for entry in library.routines
        if entry.routine and any(step.exercise == exercise for step in entry.routine.step)
    )


def delete_title(exercise: Exercise) -> str:
    return f"Delete “{exercise.name}”?"


def delete_about(users: tuple[str, ...]) -> str:
    """Said only where routines use it."""
    need = "needs" if len(users) == 1 else "need"
    use = "uses" if len(users) == 1 else "use"
    return f"{words.listing(users)} {use} it, and {need} attention without it."


def deleted(exercise: Exercise) -> str:
    return f"“{exercise.name}” is deleted."


def _lines(draft: Draft, lines: Lines) -> tuple[LineRow, ...]:
    hints = HINTS[lines]
    return tuple(
        LineRow(lines, index, text, hints[min(index, len(hints) - 1)], f"{index + 1}")
        for index, text in enumerate(edits.lines_of(draft, lines))
    )


def _dose_row(exercise: Exercise, field: DoseField) -> DoseRow:
    number = edits.dose_number(exercise, field)
    return DoseRow(
        field=field,
        label=FIELDS[field],
        value=f"{number:g}" if field in ("reps", "sets") else seconds(number),
        can_lower=edits.can_step_dose(exercise, field, -1),
        can_raise=edits.can_step_dose(exercise, field, 1),
    )


def _muscles(exercise: Exercise) -> str:
    main = words.listing([MUSCLES[muscle] for muscle in exercise.muscles])
    also = words.listing([MUSCLES[muscle] for muscle in exercise.also])
    return words.sentence_case("; also ".join(filter(None, (main, also))))
