"""A routine while it is edited, with undo and redo over the whole edit. Knows no window, no files and no words.

What each edit does lies in `whole` and `steps`. A draft may be unfinished: without a name, without a step, with
a wait that says nothing. Whatever else the file format forbids, no edit makes.
"""

from collections.abc import Collection
from typing import Literal

from msgspec import Struct, structs

from app.core.routine import Routine, Step

Gap = Literal["name", "steps", "wait", "exercise"]


class Version(Struct, frozen=True):
    """The routine at one moment. `keys` name its steps: a step keeps its key wherever it is moved."""

    routine: Routine
    keys: tuple[int, ...]


class Missing(Struct, frozen=True):
    """What keeps a draft from being a routine; `step` counts from 0 and is None where the whole is meant."""

    what: Gap
    step: int | None = None


class Draft(Struct, frozen=True):
    """An edit: the version now, the one that the file holds, and what undo and redo lead to, nearest last.

    `burst` names what is being typed or stepped at the moment: edits of one burst are one for undo.
    """

    now: Version
    saved: Version
    past: tuple[Version, ...] = ()
    future: tuple[Version, ...] = ()
    burst: str = ""
    next_key: int = 0

    @property
    def routine(self) -> Routine:
        return self.now.routine

    @property
    def steps(self) -> tuple[Step, ...]:
        return self.now.routine.step

    @property
    def is_changed(self) -> bool:
        return self.now != self.saved

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
    """The draft after an edit that led to `routine`; `keys` are needed where steps came, went or moved.

    An edit that changes nothing leaves no trace. One that continues a burst joins it, and if the burst ends
    where it began, there is nothing left of it to undo.
    """
    now = Version(routine, draft.now.keys if keys is None else keys)
    if now == draft.now:
        return draft
    next_key = max(draft.next_key, *now.keys, -1) + 1 if keys is not None else draft.next_key
    past = draft.past if burst and burst == draft.burst else (*draft.past, draft.now)
    if burst and past and past[-1] == now:
        past = past[:-1]
        burst = ""
    return structs.replace(draft, now=now, past=past, future=(), burst=burst, next_key=next_key)


def settled(draft: Draft) -> Draft:
    """The draft after a pause in typing, or after leaving a field: the next edit is one of its own for undo."""
    return structs.replace(draft, burst="") if draft.burst else draft


def undo(draft: Draft) -> Draft:
    if not draft.past:
        return draft
    *past, before = draft.past
    return structs.replace(draft, now=before, past=tuple(past), future=(*draft.future, draft.now), burst="")


def redo(draft: Draft) -> Draft:
    if not draft.future:
        return draft
    *future, after = draft.future
    return structs.replace(draft, now=after, past=(*draft.past, draft.now), future=tuple(future), burst="")


def saved(draft: Draft, id_: str) -> Draft:
    """The draft after its file was written under `id_`; all that was done can still be undone."""

    def named(version: Version) -> Version:
        return structs.replace(version, routine=structs.replace(version.routine, id=id_))

    return structs.replace(
        draft,
        now=named(draft.now),
        saved=named(draft.now),
        past=tuple(map(named, draft.past)),
        future=tuple(map(named, draft.future)),
        burst="",
    )


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
