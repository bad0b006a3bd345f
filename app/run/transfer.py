"""Takes data in and out of the data folder: import, export, backup, restore. Knows no command and no window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from app.adapters.clock import SystemClock
from app.core.days import day_of
from app.core.ports import RecordError
from app.core.transfer import Here, Incoming, Merge, SeveralHabits, Undo, UnreadableFile, merge
from app.run.home import RunError, folder, settings
from app.storage.archive import MOST_BYTES, looks_like_zip, read_archive
from app.storage.backup import Backup, Reason, back_up_now, packed
from app.storage.backup import backups as all_backups
from app.storage.errors import StoreError, unreadable, unwritable
from app.storage.files import REAL, replace_file
from app.storage.packed import is_packed, look_into_packed, newer_than_us
from app.storage.paths import ROUTINES
from app.storage.restore import restore_into
from app.views.transfer import no_such_backup, several_habits

if TYPE_CHECKING:
    from app.storage.lines import Entry
    from app.storage.store import Store


class ChooseHabits(RunError):
    """A file holds several habits: ask which of `names` are about stretching, and read it again with those."""

    def __init__(self, file: str, names: tuple[str, ...]) -> None:
        super().__init__(several_habits(names, file))
        self.names = names


class Plan(Struct, frozen=True):
    """What bringing a file in would do, and all that is needed to do it.

    `revisions` are those of a backup, which keep their numbers; `routines` are files that are not here yet, by
    their path in the folder of routines, and `kept_routines` those of which another version is here.
    """

    incoming: Incoming
    merge: Merge
    revisions: tuple[Entry, ...] = ()
    routines: Mapping[str, bytes] = {}
    kept_routines: tuple[str, ...] = ()

    @property
    def changes_nothing(self) -> bool:
        return self.merge.changes_nothing and not self.routines


class Brought(Struct, frozen=True):
    """What an import did, to take it back: the history's part of it, and the files of routines it made."""

    undo: Undo
    routines: tuple[Path, ...] = ()


def plan_import(path: str, store: Store, habits: Sequence[str] = ()) -> Plan:
    """What the file at `path` would add and change. Writes nothing; the store may be open for reading only.

    Raises `ChooseHabits` if it holds several habits of Loop Habit Tracker and `habits` names none of them,
    and `RunError` if it cannot be brought in at all.
    """
    data = _read(path)
    try:
        if not looks_like_zip(data):
            from app.core.history_files import read_history

            return _planned(read_history(path, data, _here(), habits), store)
        return _plan_zip(path, read_archive(data, path), store, habits)
    except SeveralHabits as error:
        raise ChooseHabits(path, error.names) from error
    except (UnreadableFile, StoreError) as error:
        raise RunError(str(error)) from error


def carry_out(plan: Plan, store: Store) -> Brought:
    """Brings it in, after a backup of what is there. Raises `RunError`, and then the history is as it was."""
    if plan.changes_nothing:
        return Brought(Undo())
    make_backup("before-import")
    made: list[Path] = []
    try:
        for name, content in plan.routines.items():
            path = folder() / ROUTINES / name
            REAL.make_folder(path.parent)
            replace_file(REAL, path, content)
            made.append(path)
        if plan.incoming.kind == "backup":
            store.adopt(plan.revisions)
        else:
            store.put_all(plan.merge.sessions, plan.merge.marks, plan.merge.targets, plan.merge.care)
    except (OSError, RecordError) as error:
        _remove(made)
        why = unwritable(folder() / ROUTINES, error) if isinstance(error, OSError) else str(error)
        raise RunError(why) from error
    return Brought(plan.merge.undo, tuple(made))


def take_back(brought: Brought, store: Store) -> None:
    """Undoes an import. Raises `RunError`."""
    undo = brought.undo
    try:
        store.put_all(undo.sessions, undo.marks, undo.targets, undo.care)
        store.delete_all(undo.sessions_to_delete, targets=undo.targets_to_delete, care=undo.care_to_delete)
    except RecordError as error:
        raise RunError(str(error)) from error
    _remove(brought.routines)


def export_to(path: str, store: Store) -> int:
    """Writes the history as CSV or JSON, or everything as a zip, as the ending of `path` says.

    Returns how many sessions are in it. Raises `RunError`.
    """
    from app.core.history_csv import write_csv
    from app.core.history_json import write_json

    target = Path(path)
    sessions = store.sessions()
    try:
        match target.suffix.lower():
            case ".csv":
                data = write_csv(sessions).encode()
            case ".json":
                data = write_json(sessions).encode()
            case _:
                data = packed(folder())
        replace_file(REAL, target, data)
    except OSError as error:
        raise RunError(unwritable(target, error)) from error
    except StoreError as error:
        raise RunError(str(error)) from error
    return len(sessions)


def make_backup(reason: Reason = "by-hand") -> Path | None:
    """Makes one now. None if there is nothing to back up. Raises `RunError`."""
    try:
        return back_up_now(folder(), SystemClock().now(), reason)
    except StoreError as error:
        raise RunError(str(error)) from error


def backups() -> tuple[Backup, ...]:
    """All there are, the newest first. Raises `RunError`."""
    try:
        return all_backups(folder())
    except StoreError as error:
        raise RunError(str(error)) from error


def restore(name: str, store: Store | None = None) -> Path | None:
    """Puts a backup back, by its name or its path, after a backup of what is there. Raises `RunError`.

    Returns that backup, None if there was nothing. Refuses while another Soleus writes; the window gives the
    store it holds open. That store is closed then, for what it remembers is no longer so: open another one,
    and read settings and routines anew.
    """
    from app.storage.lock import hold_lock

    path = _backup_path(name)
    try:
        data = read_archive(_read(str(path)), str(path))
        if newer_than_us(data):
            raise RunError(f"{path}: made by a newer Soleus; update this one, then try again.")
        REAL.make_folder(folder())
        lock = None if store else hold_lock(folder())
        try:
            before = make_backup("before-restore")
            try:
                restore_into(folder(), data, str(path))
            finally:
                if store:
                    store.close()
        finally:
            if lock:
                lock.release()
    except StoreError as error:
        raise RunError(str(error)) from error
    except OSError as error:
        raise RunError(unwritable(folder(), error)) from error
    return before


def _planned(incoming: Incoming, store: Store) -> Plan:
    merged = merge(incoming, store.sessions(), store.marks(), store.targets())
    if incoming.is_empty and incoming.left_out and not merged.same:
        raise RunError(incoming.left_out[0])
    return Plan(incoming, merged)


def _plan_zip(path: str, files: Mapping[str, bytes], store: Store, habits: Sequence[str]) -> Plan:
    from app.core.csv_text import decode_csv
    from app.core.loop_habits import is_loop_folder, read_loop

    if is_packed(files):
        found = look_into_packed(files, path, store.revision)
        merged = merge(found.incoming, store.sessions(), store.marks(), store.targets(), store.care())
        running = {session.id for session in store.sessions() if session.status == "running"}
        revisions = tuple(entry for entry in found.entries if entry.id not in running)
        own = folder() / ROUTINES
        new = {name: data for name, data in found.routines.items() if not (own / name).exists()}
        kept = tuple(
            name for name, data in found.routines.items() if name not in new and _differs(own / name, data)
        )
        return Plan(found.incoming, merged, revisions, new, kept)
    if is_loop_folder(list(files)):
        try:
            texts = {name: decode_csv(data) for name, data in files.items() if name.lower().endswith(".csv")}
        except ValueError as error:
            raise UnreadableFile(path, str(error)) from error
        return _planned(read_loop(path, texts, _here(), habits), store)
    raise RunError(f"{path}: this is neither a backup nor an export of Soleus or of Loop Habit Tracker.")


def _backup_path(name: str) -> Path:
    """That of a backup in our folder or, where a whole path is named, of one that was kept elsewhere."""
    plain = name.removesuffix(".zip")
    for backup in backups():
        if backup.name == plain:
            return backup.path
    path = Path(name)
    if path.name != name and path.is_file():
        return path
    raise RunError(no_such_backup(name))


def _read(path: str) -> bytes:
    """Opens nothing but regular files, so it never waits."""
    file = Path(path)
    try:
        if not file.is_file():
            raise RunError(
                f"{path}: there is no such file." if not file.exists() else f"{path}: this is no file."
            )
        if file.stat().st_size > MOST_BYTES:
            raise RunError(f"{path}: this is larger than {MOST_BYTES >> 20} MB, which no history is.")
        return file.read_bytes()
    except OSError as error:
        raise RunError(unreadable(file, error)) from error
    except ValueError as error:  # a NUL in the name
        raise RunError(f"{path!r}: there is no such file.") from error


def _here() -> Here:
    now = SystemClock().now()
    return Here(max(now.date(), day_of(now, settings().day_start_h)), _noon)


def _noon(day: date) -> datetime:
    """By the clock of this machine as it was on that day, summer time or not."""
    return datetime.combine(day, time(12)).astimezone()


def _differs(path: Path, data: bytes) -> bool:
    try:
        return path.read_bytes() != data
    except OSError:
        return True


def _remove(paths: Sequence[Path]) -> None:
    for path in paths:
        with suppress(OSError):
            path.unlink()
