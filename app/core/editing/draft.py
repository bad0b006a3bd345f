"""A routine while it is edited, with undo and redo over the whole edit. Knows no window, no files and no words.

What each edit does lies in `whole` and `steps`. A draft may be unfinished: without a name, without a step, with
a wait that says nothing. Whatever else the file format forbids, no edit makes.
"""

from collections.abc import Collection
from typing import Literal

from msgspec import Struct, structs

from app.core.routine import Routine, Step
from app.core.undoing import Edit, gone_on, kept

Gap = Literal["name", "steps", "wait", "exercise"]


class Version(Struct, frozen=True):
    """The routine at one moment. `keys` name its steps: a step keeps its key wherever it is moved."""

    routine: Routine
    keys: tuple[int, ...]


class Missing(Struct, frozen=True):
    """What keeps a draft from being a routine; `step` counts from 0 and is None where the whole is meant."""

    what: Gap
    step: int | None = None


class Draft(Edit[Version], frozen=True):
    """The edit of a routine. `next_key` is for the next step that comes."""

    next_key: int = 0

    @property
    def routine(self) -> Routine:
        return self.now.routine

    @property
    def steps(self) -> tuple[Step, ...]:
        return self.now.routine.step

    @property
    def origins(self) -> tuple[int | None, ...]:
        """Where each step stood in the file, counted from 0; None for a new one."""
        places = {key: place for place, key in enumerate(self.saved.keys)}
        return tuple(places.get(key) for key in self.now.keys)


def draft_of(routine: Routine) -> Draft:
    """The beginning of an edit."""
    version = Version(routine, tuple(range(len(routine.step))))
    return Draft(version, version, next_key=len(routine.step))


def blank() -> Draft:
    """The beginning of a new routine. Its id is chosen when it is saved."""
    return draft_of(Routine(format=1, id="", name="", step=()))


def edited(draft: Draft, routine: Routine, keys: tuple[int, ...] | None = None, burst: str = "") -> Draft:
    """The draft after an edit that led to `routine`; `keys` are needed where steps came, went or moved."""
    now = Version(routine, draft.now.keys if keys is None else keys)
    next_key = max(draft.next_key, *now.keys, -1) + 1 if keys is not None else draft.next_key
    gone = gone_on(draft, now, burst)
    return gone if gone is draft else structs.replace(gone, next_key=next_key)


def saved(draft: Draft, id_: str) -> Draft:
    """The draft after its file was written under `id_`; all that was done can still be undone."""

    def named(version: Version) -> Version:
        return structs.replace(version, routine=structs.replace(version.routine, id=id_))

    return kept(draft, named(draft.now), named)


def missing(draft: Draft, exercises: Collection[str]) -> tuple[Missing, ...]:
    """What is still to be done before the draft can be saved, in the order in which it is met on the page.

    An exercise is missing where its file has gone or has been broken since the edit began.
    """
    gaps = [] if draft.routine.name.strip() else [Missing("name")]
    if not draft.steps:
        gaps.append(Missing("steps"))
    for place, step in enumerate(draft.steps):
        if step.wait is not None and not step.wait.strip():
            gaps.append(Missing("wait", place))
        elif step.exercise is not None and step.exercise not in exercises:
            gaps.append(Missing("exercise", place))
    return tuple(gaps)


def finished(draft: Draft, exercises: Collection[str]) -> Routine | None:
    """The routine as it can be saved and followed, or None while something is missing."""
    return None if missing(draft, exercises) else draft.routine
