"""What the routine editor shows: the routine as it is made, and what it gives. Knows no window and no files."""

from collections.abc import Mapping
from typing import get_args

from msgspec import Struct

from app.core.editing.draft import Draft, missing
from app.core.editing.fields import Field
from app.core.editing.steps import can_step, is_full
from app.core.exercise import Exercise
from app.core.routine import Goal, Step
from app.core.routine_advice import totals
from app.views import words
from app.views.doses import dose
from app.views.gift import gift_groups
from app.views.ledger import BalanceGroup
from app.views.picture import NO_PICTURE, Picture, still
from app.views.routine_advice import AdviceRow, totals_view
from app.views.steps import seconds

GOALS: tuple[Goal, ...] = get_args(Goal)
NO_NAME = "Give it a name to save it."
NO_STEPS = "Add a first exercise to save it."
NO_WORDS = "Say what to wait for."
NO_EXERCISE = "This exercise is not in the library any more. Choose another, or remove the step."
EMPTY = "Nothing in it yet. Add a first exercise; you can change its dose and its place afterwards."
FULL = "A hundred steps are all that a routine can hold."


class WholeNumber(Struct, frozen=True):
    """A time of the whole routine between a minus and a plus."""

    text: str = ""
    can_lower: bool = False
    can_raise: bool = False


class EditorStep(Struct, frozen=True):
    """One step of the list; `key` stays its own wherever it is moved. `problem` keeps it from being saved."""

    key: int
    name: str
    dose: str
    icon: str
    picture: Picture
    problem: str
    spoken: str


class EditorView(Struct, frozen=True):
    """A routine while it is edited. The problems are "" until somebody has tried to save."""

    name: str
    about: str
    facts: str
    name_problem: str
    steps_problem: str
    goals: tuple[str, ...]
    goal_chosen: int
    prepare: WholeNumber
    switch: WholeNumber
    steps: tuple[EditorStep, ...]
    empty: str
    full: str
    groups: tuple[BalanceGroup, ...]
    advice: tuple[AdviceRow, ...]
    can_undo: bool
    can_redo: bool
    can_save: bool
    trouble: str

    @property
    def gives_something(self) -> bool:
        return bool(self.groups or self.advice)


def editor_view(
    draft: Draft, exercises: Mapping[str, Exercise], *, strict: bool = False, trouble: str = ""
) -> EditorView:
    """The draft as it stands. `strict` says at its place what is missing: somebody has tried to save."""
    found, given = totals_view(draft, exercises), totals(draft.routine, exercises)
    gaps = {(gap.what, gap.step) for gap in missing(draft, exercises)} if strict else set()
    return EditorView(
        name=draft.routine.name,
        about=draft.routine.about,
        facts="  ·  ".join(filter(None, (found.minutes, words.equipment(given.equipment)))),
        name_problem=NO_NAME if ("name", None) in gaps else "",
        steps_problem=NO_STEPS if ("steps", None) in gaps else "",
        goals=tuple(words.GOALS[goal] for goal in GOALS),
        goal_chosen=GOALS.index(draft.routine.goal),
        prepare=_whole(draft, "prepare", draft.routine.prepare),
        switch=_whole(draft, "switch", draft.routine.switch),
        steps=tuple(
            _step(number, key, step, exercises, says_what=("wait", number) in gaps)
            for number, (key, step) in enumerate(zip(draft.now.keys, draft.steps, strict=True))
        ),
        empty="" if draft.steps else EMPTY,
        full=FULL if is_full(draft) else "",
        groups=gift_groups(given.balances),
        advice=found.advice,
        can_undo=bool(draft.past),
        can_redo=bool(draft.future),
        can_save=draft.is_changed,
        trouble=trouble,
    )


def _whole(draft: Draft, field: Field, value: float) -> WholeNumber:
    return WholeNumber(seconds(value), can_step(draft, None, field, -1), can_step(draft, None, field, 1))


def _step(
    number: int, key: int, step: Step, exercises: Mapping[str, Exercise], *, says_what: bool
) -> EditorStep:
    exercise = exercises.get(step.exercise or "")
    problem = NO_WORDS if says_what else NO_EXERCISE if step.exercise and exercise is None else ""
    name = exercise.name if exercise else step.exercise or step.wait or "Wait"
    told = dose(step, exercise)
    return EditorStep(
        key=key,
        name=name,
        dose=told,
        icon="" if exercise else "missing" if step.exercise else "pause",
        picture=still(exercise) if exercise else NO_PICTURE,
        problem=problem,
        spoken=f"Step {number + 1}: {name}. {told}.",
    )
