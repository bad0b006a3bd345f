"""Takes the user's routines out of their folder to be edited, and puts them back. Knows no window and no clock."""

from collections.abc import Callable
from pathlib import Path

from msgspec import structs

from app.core.editing.desk import Unfinished
from app.core.editing.draft import Draft, Version, blank, draft_of, edited, saved
from app.core.editing.ids import new_id
from app.core.library import Entry, Library
from app.core.ports import RecordError
from app.storage.drafts import EVERY_S, NEW, DraftKeeper, Kept, drop_draft, kept_drafts
from app.storage.errors import told, unreadable
from app.storage.files import REAL, Files
from app.storage.folder_watch import WatchedFolder
from app.storage.paths import ROUTINES
from app.storage.routine_files import (
    ChangedOnDisk,
    Opened,
    bring_back,
    copied,
    delete_routine,
    new_file,
    open_routine,
    save_routine,
)
from app.storage.toml_files import SUFFIX, stem_of

ANOTHER_FILE = "another file lies there now; move it away to bring this one back."


class EditedFile:
    """A `RoutineFile` in a folder. `now_s` are the seconds of a clock that is never set back."""

    def __init__(
        self, folder: Path, opened: Opened, begun: Draft, key: str, now_s: Callable[[], float], files: Files
    ) -> None:
        self.begun = begun
        self._folder = folder
        self._opened = opened
        self._known = opened.data
        self._now_s = now_s
        self._files = files
        self._keeper = self._keeper_of(key)

    @property
    def trouble(self) -> str:
        return self._keeper.trouble

    @property
    def name(self) -> str:
        return self._opened.path.name if self._has_place else ""

    @property
    def _has_place(self) -> bool:
        return self._opened.path.name != SUFFIX

    def save(self, draft: Draft, library: Library) -> Draft | None:
        opened = structs.replace(self._opened, data=self._known)
        id_ = draft.routine.id or self._free_id(draft, library)
        if not self._has_place:
            opened = structs.replace(opened, path=opened.path.with_name(f"{id_}{SUFFIX}"))
        done = saved(draft, id_)
        with told():
            written = save_routine(opened, done.routine, origins=draft.origins, files=self._files)
        if isinstance(written, ChangedOnDisk):
            return None
        self._opened, self._known = written, written.data
        self._keeper.drop()
        self._keeper = self._keeper_of(id_)
        return done

    def keep(self, draft: Draft, *, at_once: bool = False) -> None:
        self._keeper.keep(draft, self._now_s() + (EVERY_S if at_once else 0))

    def let_go(self) -> None:
        self._keeper.drop()

    def is_stale(self) -> bool:
        return self._has_place and self._lying() != self._known

    def hold_mine(self) -> None:
        self._known = self._lying()

    def take_theirs(self, library: Library) -> Draft | None:
        entry = library.find(stem_of(self._opened.path))
        if entry is None or entry.routine is None:
            return None
        opened = _opened(self._opened.path.parent, entry, library, self._files)
        assert opened.routine is not None  # noqa: S101 - it was read just now
        self._opened, self._known = opened, opened.data
        self.let_go()
        self._keeper = self._keeper_of(entry.id)
        self.begun = draft_of(opened.routine)
        return self.begun

    def doubt(self) -> None:
        """The file is not the one that the edit began with, whatever lies there: it is stale."""
        self._known = b"" if self._opened.data is None else None

    def _lying(self) -> bytes | None:
        try:
            return self._files.read(self._opened.path)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise RecordError(unreadable(self._opened.path, error)) from error

    def _keeper_of(self, key: str) -> DraftKeeper:
        return DraftKeeper(self._folder, key, self._files)

    def _free_id(self, draft: Draft, library: Library) -> str:
        """One that neither the library has nor any file that came since it was read."""
        try:
            names = self._files.names(self._opened.path.parent)
        except OSError:
            names = []
        taken = {entry.id for entry in library.routines} | {stem_of(Path(name)) for name in names}
        return new_id(draft.routine.name, taken)


class FolderDesk:
    """A `RoutineDesk` on the data folder `folder`. `now_s` are the seconds of a clock that is never set back."""

    def __init__(self, folder: Path, now_s: Callable[[], float], files: Files = REAL) -> None:
        self._folder = folder
        self._own = folder / ROUTINES
        self._now_s = now_s
        self._files = files
        self._watched = WatchedFolder(self._own)

    def open(self, entry: Entry, library: Library) -> EditedFile:
        opened = _opened(self._own, entry, library, self._files)
        assert opened.routine is not None  # noqa: S101 - it was read just now
        return self._edited(opened, draft_of(opened.routine), entry.id)

    def new(self) -> EditedFile:
        return self._edited(new_file(self._own, ""), blank(), self._new_key())

    def copy(self, entry: Entry, library: Library, name: str) -> EditedFile:
        opened = _opened(self._own, entry, library, self._files)
        assert opened.routine is not None  # noqa: S101 - it was read just now
        as_read = draft_of(structs.replace(opened.routine, id=""))
        named = Version(structs.replace(as_read.routine, name=name), as_read.now.keys)
        begun = structs.replace(as_read, now=named)
        return self._edited(copied(opened, self._own, ""), begun, self._new_key())

    def unfinished(self) -> tuple[Unfinished, ...]:
        return tuple(
            Unfinished(kept.name, kept.draft.routine.id, kept.draft.routine.name)
            for kept in kept_drafts(self._folder, self._files)
        )

    def go_on(self, unfinished: Unfinished, library: Library) -> tuple[EditedFile, Draft]:
        kept = self._kept(unfinished)
        id_ = kept.draft.routine.id
        entry = library.find(id_)
        if not id_ or entry is None or entry.routine is None:
            file = self._edited(new_file(self._own, id_), kept.draft, kept.name)
            return file, _from_scratch(kept.draft)
        file = self.open(entry, library)
        if file.begun.routine == kept.draft.saved.routine:
            return file, kept.draft
        now = kept.draft.now
        keys = tuple(range(file.begun.next_key, file.begun.next_key + len(now.keys)))
        file.doubt()
        return file, edited(file.begun, now.routine, keys)

    def forget(self, unfinished: Unfinished) -> None:
        drop_draft(self._folder, unfinished.key, self._files)

    def delete(self, entry: Entry) -> Callable[[], None]:
        with told():
            deleted = delete_routine(entry, self._files)

        def undo() -> None:
            with told():
                other = bring_back(deleted, self._files)
            if other is not None:
                raise RecordError(f"{deleted.path}: {ANOTHER_FILE}")

        return undo

    def changed(self) -> bool:
        return bool(self._watched.changed())

    def _edited(self, opened: Opened, begun: Draft, key: str) -> EditedFile:
        return EditedFile(self._folder, opened, begun, key, self._now_s, self._files)

    def _new_key(self) -> str:
        """A name that no id can be, so that two new routines keep out of each other's way."""
        used = {kept.name for kept in kept_drafts(self._folder, self._files)}
        return next(key for number in range(1, len(used) + 2) if (key := f"{NEW}+{number}") not in used)

    def _kept(self, unfinished: Unfinished) -> Kept:
        for kept in kept_drafts(self._folder, self._files):
            if kept.name == unfinished.key:
                return kept
        raise RecordError(f"{unfinished.name}: what was kept of this edit has gone.")


def _from_scratch(draft: Draft) -> Draft:
    """The draft of a routine of which no file is there: all of it is still to be saved."""
    begun = blank()
    first = draft.next_key
    keys = tuple(range(first, first + len(draft.steps)))
    return structs.replace(edited(begun, draft.routine, keys), past=(), burst="")


def _opened(folder: Path, entry: Entry, library: Library, files: Files) -> Opened:
    """Raises `RecordError`, also for a file in which there are mistakes."""
    with told():
        opened = open_routine(folder, entry, library.exercises, files)
    if isinstance(opened, tuple):
        raise RecordError(str(opened[0]))
    return opened
