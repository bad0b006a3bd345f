"""Keeps an edit that is not saved yet, so that a crash loses at most the last second of it. Knows no clock.

A draft lies in `drafts/<id>.json` of the data folder from the first change until it is saved or given up. It
holds the routine, not what undo would lead to.
"""

from contextlib import suppress
from pathlib import Path
from typing import Annotated, Literal

from msgspec import DecodeError, Meta, Struct, ValidationError, structs
from msgspec.json import decode, encode

from app.core.editing.draft import Draft, Version
from app.core.routine import Routine, Step
from app.storage.errors import StoreError, unwritable
from app.storage.files import REAL, Files, replace_file

DRAFTS = "drafts"
NEW = "new"
"""What the draft of a routine is called that has no id yet."""

EVERY_S = 1.0

_SUFFIX = ".json"


class Kept(Struct, frozen=True):
    """A draft found on disk, and what it is called there."""

    name: str
    draft: Draft


class _Step(Step, frozen=True, kw_only=True, forbid_unknown_fields=True):
    wait: str | None = None


class _Routine(Routine, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A routine that may still lack its id, its name and its steps."""

    id: str
    name: str
    step: Annotated[tuple[_Step, ...], Meta(max_length=100)]


class _Version(Struct, frozen=True):
    routine: _Routine
    keys: tuple[int, ...]


class _Written(Struct, frozen=True):
    soleus_draft: Literal[1]
    now: _Version
    saved: _Version


def keep_draft(folder: Path, name: str, draft: Draft, files: Files = REAL) -> None:
    """Writes the draft, whole or not at all. `folder` is the data folder. Raises `StoreError`."""
    path = folder / DRAFTS / f"{name}{_SUFFIX}"
    written = {"soleus_draft": 1, "now": draft.now, "saved": draft.saved}
    try:
        files.make_folder(path.parent)
        replace_file(files, path, encode(written))
    except OSError as error:
        raise StoreError(unwritable(path, error)) from error


def kept_drafts(folder: Path, files: Files = REAL) -> tuple[Kept, ...]:
    """The drafts that are left from an edit that did not end, by name. What cannot be read is left where it is."""
    try:
        names = sorted(name for name in files.names(folder / DRAFTS) if name.endswith(_SUFFIX))
    except OSError:
        return ()
    found = []
    for name in names:
        with suppress(OSError, DecodeError, ValidationError, UnicodeDecodeError, ValueError):
            written = decode(files.read(folder / DRAFTS / name), type=_Written)
            found.append(Kept(name.removesuffix(_SUFFIX), _draft(written)))
    return tuple(found)


def drop_draft(folder: Path, name: str, files: Files = REAL) -> None:
    """Removes a draft that was saved or given up. One that cannot be removed is offered again, no more."""
    with suppress(OSError):
        files.remove(folder / DRAFTS / f"{name}{_SUFFIX}")


class DraftKeeper:
    """Keeps one edit's draft on disk while it changes, at most once a second.

    Call `keep` after every edit and about once a second; it writes when it is time to. `trouble` holds the one
    line to show if the last write failed.
    """

    def __init__(self, folder: Path, name: str, files: Files = REAL) -> None:
        self.trouble = ""
        self._folder = folder
        self._name = name
        self._files = files
        self._kept: Version | None = None
        self._at_s = float("-inf")

    def keep(self, draft: Draft, now_s: float) -> None:
        """`now_s` are the seconds of a clock that is never set back. Never raises."""
        if now_s - self._at_s < EVERY_S or draft.now == self._kept:
            return
        if not draft.is_changed:
            if self._kept is not None:
                self.drop()
            return
        self._at_s = now_s
        try:
            keep_draft(self._folder, self._name, draft, self._files)
        except StoreError as error:
            self.trouble = str(error)
        else:
            self.trouble = ""
            self._kept = draft.now

    def drop(self) -> None:
        """After saving, after giving up, and when all was undone."""
        drop_draft(self._folder, self._name, self._files)
        self._kept = None


def _draft(written: _Written) -> Draft:
    """Raises ValueError if a version has not one key for each step."""
    now, saved = _version(written.now), _version(written.saved)
    return Draft(now, saved, next_key=max((*now.keys, *saved.keys), default=-1) + 1)


def _version(written: _Version) -> Version:
    steps = tuple(Step(**structs.asdict(step)) for step in written.routine.step)
    if len(set(written.keys)) != len(steps):
        raise ValueError("there is not one key for each step")
    return Version(Routine(**{**structs.asdict(written.routine), "step": steps}), written.keys)
