"""Where one more set for the leg that lags would go, and the routine with it. Knows no files and no words."""

from collections.abc import Mapping

from msgspec import Struct, structs

from app.core.care.self_test import SelfTestKind
from app.core.diary import Diary
from app.core.editing.draft import Draft
from app.core.editing.steps import add, is_full
from app.core.exercise import Exercise, Kind
from app.core.library import Library
from app.core.record import Side
from app.core.routine import Routine, Step
from app.core.suggestion import suggested, times_of_late

TRICEPS_SURAE = frozenset(("gastrocnemius", "soleus"))
"""The two muscles that pull at the Achilles tendon: both tests are of them."""
HELPS: dict[SelfTestKind, frozenset[Kind]] = {
    "knee-to-wall": frozenset(("stretch", "mobility")),
    "heel-rise": frozenset(("strength",)),
}
"""What moves each test: an ankle bends more by stretching, and rises more often by strength."""


class Extra(Struct, frozen=True):
    """One more set of the routine's step number `step`, on `side` alone."""

    routine: str
    step: int
    side: Side


def extra_for(kind: SelfTestKind, side: Side, diary: Diary, library: Library) -> Extra | None:
    """The routine of the last fourteen days, the most frequent first, else Today's, that has a set to repeat.

    None where none has, or where it has the extra set already.
    """
    routines = {entry.id: entry.routine for entry in library.routines if entry.routine is not None}
    times = times_of_late(diary)
    wanted = sorted((id_ for id_ in routines if id_ in times), key=lambda id_: -times[id_])
    if (today := suggested(tuple(routines), diary)) is not None:
        wanted.append(today)
    for id_ in wanted:
        step = step_to_repeat(routines[id_], kind, library.exercises)
        if step is not None:
            has_it = extra_step(routines[id_].step[step], side) in routines[id_].step
            return None if has_it else Extra(id_, step, side)
    return None


def step_to_repeat(routine: Routine, kind: SelfTestKind, exercises: Mapping[str, Exercise]) -> int | None:
    """The first step that helps this test and is done on each side in turn."""
    for number, step in enumerate(routine.step):
        exercise = exercises.get(step.exercise or "")
        if exercise is None or (step.sides or exercise.sides) != "both":
            continue
        if exercise.kind in HELPS[kind] and not TRICEPS_SURAE.isdisjoint(exercise.muscles):
            return number
    return None


def extra_step(step: Step, side: Side) -> Step:
    """The same once more, on one side."""
    return structs.replace(step, sides=side, sets=1)


def with_extra(draft: Draft, extra: Extra) -> Draft:
    """The routine with the extra set behind the step that it repeats; as it is if it is full, or has it already."""
    if is_full(draft) or extra.step >= len(draft.steps):
        return draft
    step = extra_step(draft.steps[extra.step], extra.side)
    return draft if step in draft.steps else add(draft, step, extra.step + 1)
