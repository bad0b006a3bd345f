"""What the editor asks of whoever keeps the files of routines. Knows no file."""

from collections.abc import Callable
from typing import Protocol

from msgspec import Struct

from app.core.editing.draft import Draft
from app.core.library import Entry, Library


class Unfinished(Struct, frozen=True):
    """An edit that was cut off by a crash or a closed window.

    `key` is the desk's own name for it; `routine` is the id of what was edited, "" for a new one, and `name`
    what it is called so far.
    """

    key: str
    routine: str
    name: str


class RoutineFile(Protocol):
    """The file of one routine while it is edited; `begun` is what the edit begins with.

    `trouble` is the one line to show while the draft cannot be kept.
    """

    @property
    def begun(self) -> Draft: ...

    @property
    def trouble(self) -> str: ...

    @property
    def name(self) -> str:
        """What the file is called; "" before it is there."""

    def save(self, draft: Draft, library: Library) -> Draft | None:
        """Writes the draft, which must be finished, and gives it back as saved.

        None, and nothing written, if the file is another than the one that was opened. Raises `RecordError`.
        """

    def keep(self, draft: Draft, *, at_once: bool = False) -> None:
        """Keeps what is not saved yet for after a crash: at most once a second unless `at_once`. Never raises."""

    def let_go(self) -> None:
        """Forgets what was kept: the edit was saved or given up."""

    def is_stale(self) -> bool:
        """Whether someone else has changed the file, or taken it away, since it was opened or last said `mine`."""

    def hold_mine(self) -> None:
        """From now on the edit counts more than what lies there: the next saving writes over it."""

    def take_theirs(self, library: Library) -> Draft | None:
        """Begins anew with what lies there now; None if that cannot be edited."""


class RoutineDesk(Protocol):
    """Takes routines out to be edited. What cannot be done raises `RecordError`, in one line with its remedy."""

    def open(self, entry: Entry, library: Library) -> RoutineFile:
        """A bundled routine becomes an edited copy when it is saved."""

    def new(self) -> RoutineFile: ...

    def copy(self, entry: Entry, library: Library, name: str) -> RoutineFile:
        """A new routine that begins as one that is there, with its comments."""

    def unfinished(self) -> tuple[Unfinished, ...]: ...

    def go_on(self, unfinished: Unfinished, library: Library) -> tuple[RoutineFile, Draft]:
        """The file, and the draft as it was when it was cut off."""

    def forget(self, unfinished: Unfinished) -> None: ...

    def delete(self, entry: Entry) -> Callable[[], None]:
        """Deletes a routine of the user's; of an edited copy, so that the original is back.

        Returns what undoes it, which may raise `RecordError` as well.
        """

    def changed(self) -> bool:
        """Whether anything among the user's routines has changed since this was asked last."""
