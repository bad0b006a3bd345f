"""The edits of a routine and of its steps, each a new draft. Knows no window and no files.

An edit that cannot be done, such as moving the first step up, gives the draft back as it is.
"""

from msgspec import structs

from app.core.editing.draft import Draft, edited
from app.core.editing.fields import (
    LADDERS,
    WHOLE_LADDERS,
    Field,
    StepKind,
    number_in,
    whole_with_number,
    with_kind,
    with_number,
)
from app.core.editing.texts import TextField, typed
from app.core.exercise import Exercise, Sides
from app.core.file_rules import MOST_STEPS
from app.core.routine import Goal, Step


def rename(draft: Draft, name: str) -> Draft:
    """Another name; the id, and with it the file and its history, stays."""
    text = typed("name", name, draft.routine.name)
    return edited(draft, structs.replace(draft.routine, name=text), burst="name")


def set_about(draft: Draft, about: str) -> Draft:
    text = typed("about", about, draft.routine.about)
    return edited(draft, structs.replace(draft.routine, about=text), burst="about")


def set_goal(draft: Draft, goal: Goal) -> Draft:
    return edited(draft, structs.replace(draft.routine, goal=goal))


def is_full(draft: Draft) -> bool:
    return len(draft.steps) >= MOST_STEPS


def add(draft: Draft, step: Step, at: int | None = None) -> Draft:
    """With `step` before the step number `at`, or at the end; what is copied elsewhere is pasted so too."""
    if is_full(draft):
        return draft
    place = len(draft.steps) if at is None else max(0, min(at, len(draft.steps)))
    steps, keys = list(draft.steps), list(draft.now.keys)
    steps.insert(place, step)
    keys.insert(place, draft.next_key)
    return _with_steps(draft, steps, keys)


def duplicate(draft: Draft, index: int) -> Draft:
    """The step twice, one below the other."""
    return add(draft, draft.steps[index], index + 1)


def remove(draft: Draft, index: int) -> Draft:
    steps, keys = list(draft.steps), list(draft.now.keys)
    del steps[index], keys[index]
    return _with_steps(draft, steps, keys)


def move(draft: Draft, index: int, to: int) -> Draft:
    """The step number `index` as number `to`, counted without it; beyond the ends is at the ends."""
    steps, keys = list(draft.steps), list(draft.now.keys)
    place = max(0, min(to, len(steps) - 1))
    steps.insert(place, steps.pop(index))
    keys.insert(place, keys.pop(index))
    return _with_steps(draft, steps, keys)


def set_number(draft: Draft, index: int | None, field: Field, value: float | None) -> Draft:
    """A number typed into a field of a step, or of the whole routine if `index` is None, within its limits."""
    if index is None:
        routine = draft.routine if value is None else whole_with_number(draft.routine, field, value)
        return edited(draft, routine, burst=f"whole {field}")
    return _with_step(draft, index, with_number(draft.steps[index], field, value), field)


def stepped(draft: Draft, index: int | None, field: Field, by: int) -> Draft:
    """The number of a field moved `by` rungs up or down its ladder; never beyond what a file may hold."""
    if index is None:
        if field not in WHOLE_LADDERS:
            return draft
        return set_number(draft, None, field, WHOLE_LADDERS[field].moved(getattr(draft.routine, field), by))
    return set_number(draft, index, field, LADDERS[field].moved(number_in(draft.steps[index], field), by))


def can_step(draft: Draft, index: int | None, field: Field, by: int) -> bool:
    """Whether a stepper's button would do anything."""
    return stepped(draft, index, field, by).now != draft.now


def set_text(draft: Draft, index: int, field: TextField, text: str) -> Draft:
    """The `cue` of any step, or what a `wait` says."""
    step = draft.steps[index]
    before = step.cue if field == "cue" else step.wait
    if before is None or field not in ("cue", "wait"):
        return draft
    return _with_step(draft, index, structs.replace(step, **{field: typed(field, text, before)}), field)


def set_sides(draft: Draft, index: int, sides: Sides | None) -> Draft:
    """Which sides a step works on; None: as the exercise has it."""
    step = draft.steps[index]
    return draft if step.exercise is None else _with_step(draft, index, structs.replace(step, sides=sides))


def set_kind(draft: Draft, index: int, kind: StepKind, exercise: Exercise | None) -> Draft:
    """The step as another kind; `exercise` is the one that it is of, or for a wait the one that it becomes."""
    return _with_step(draft, index, with_kind(draft.steps[index], kind, exercise))


def set_exercise(draft: Draft, index: int, exercise: Exercise) -> Draft:
    """The same dose of another exercise, such as the easier one; a wait stays a wait."""
    step = draft.steps[index]
    if step.exercise is None:
        return draft
    return _with_step(draft, index, structs.replace(step, exercise=exercise.id))


def _with_step(draft: Draft, index: int, step: Step, burst: str = "") -> Draft:
    steps = list(draft.steps)
    steps[index] = step
    name = f"{draft.now.keys[index]} {burst}" if burst else ""
    return edited(draft, structs.replace(draft.routine, step=tuple(steps)), burst=name)


def _with_steps(draft: Draft, steps: list[Step], keys: list[int]) -> Draft:
    return edited(draft, structs.replace(draft.routine, step=tuple(steps)), tuple(keys))
