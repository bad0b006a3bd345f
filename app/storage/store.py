"""The history on disk: sessions and all that is said beside them. Knows the log and the lock; no clock."""

from __future__ import annotations

import gc
import secrets
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self

from app.core.care.check_in import CheckIn
from app.core.care.kept import CareRecord
from app.core.care.self_test import SelfTest
from app.core.day_mark import DayMark
from app.core.ports import RecordError
from app.core.programme.enrolment import Enrolment
from app.core.record import SessionRecord
from app.core.target import Target
from app.storage.device import device_id, known_device
from app.storage.errors import StoreError, unusable_folder, unwritable
from app.storage.files import REAL, Files
from app.storage.journal import Journal
from app.storage.kinds import CHECK_INS, DAYS, ENROLMENTS, SELF_TESTS, SESSIONS, TARGETS, kind_of
from app.storage.lines import Entry
from app.storage.lock import hold_lock
from app.storage.logs import Logs, read_logs
from app.storage.paths import LOGS, device_of, log_path, year_of
from app.storage.shelf import Shelf
from app.storage.tables import Tables
from app.storage.union import Key, Newest

if TYPE_CHECKING:
    from filelock import BaseFileLock

COMPACT_FROM_BYTES = 1 << 20


def _new_device() -> str:
    return secrets.token_hex(4)


def open_store(
    folder: Path,
    *,
    now: datetime,
    writable: bool,
    files: Files = REAL,
    new_device: Callable[[], str] = _new_device,
    sessions_since: int = 0,
) -> Store:
    """Opens the history in `folder`. What is written goes to the log of the year of `now`.

    Whoever only reads may leave out the sessions of the logs before the year `sessions_since`.

    For reading, nothing is made or locked, and a missing folder is an empty history. For writing, raises
    `StoreBusy` if another Soleus writes there. Raises `StoreError` if the folder cannot be used.
    """
    if not writable:
        with _collector_at_rest():
            return Store(read_logs(folder, files, sessions_since), known_device(folder, files))
    try:
        files.make_folder(folder / LOGS)
        files.fsync_folder(folder)
    except OSError as error:
        raise unusable_folder(folder, error) from error
    lock = hold_lock(folder)
    try:
        device = device_id(folder, files, new_device)
        with _collector_at_rest():
            logs = _logs_to_add_to(folder, files, device)
            years = [now.year, *_earlier_years(folder, logs, device, now.year)]
            journals = [Journal(log_path(folder, year, device), device, year, files) for year in years]
            return Store(logs, device, journals, lock)
    except BaseException as error:
        lock.release()
        if isinstance(error, OSError):
            raise unusable_folder(folder, error) from error
        raise


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Halves the time to open a long history: all that is made stays, so there is nothing to collect."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


class Store:
    """All that was ever recorded, on any device, and the way to record more: a `Recorder`.

    It writes to the first of this device's journals; without any it only reads. What changes something
    raises `RecordError` if it could not be written, and then nothing has changed. For one thread.
    """

    def __init__(
        self,
        logs: Logs,
        device: str | None,
        journals: Sequence[Journal] = (),
        lock: BaseFileLock | None = None,
    ) -> None:
        self._journals = journals
        self._lock = lock
        self._refusal = _refusal(logs, journals)
        self._sessions, self._marks, self._targets = Shelf(SESSIONS), Shelf(DAYS), Shelf(TARGETS)
        self._check_ins, self._self_tests = Shelf(CHECK_INS), Shelf(SELF_TESTS)
        self._enrolments = Shelf(ENROLMENTS)
        shelves = (self._sessions, self._marks, self._targets)
        care = (self._check_ins, self._self_tests, self._enrolments)
        entries = logs.newest()
        self._tables = Tables(entries, self._append, (*shelves, *care))
        self._running_here = _running_here(self._sessions.records(), entries, logs, device)
        strange = () if logs.newer else self._tables.problems()
        self.problems: tuple[str, ...] = (*logs.problems, *strange)

    @property
    def read_only(self) -> bool:
        return bool(self._refusal)

    @property
    def refusal(self) -> str:
        """Why nothing can be written; empty if it can be."""
        return self._refusal

    def sessions(self) -> tuple[SessionRecord, ...]:
        """Every session, whatever its status, the one that started last first.

        The very same tuple until a session changes, as `marks` and `targets` are.
        """
        return self._sessions.records()

    def marks(self) -> tuple[DayMark, ...]:
        """What was said of days, first to last."""
        return self._marks.records()

    def targets(self) -> tuple[Target, ...]:
        """Every target that ever held, in the order they began."""
        return self._targets.records()

    def check_ins(self) -> tuple[CheckIn, ...]:
        """What was said around sessions, by the sessions' days; the same tuple until one changes, as the next two."""
        return self._check_ins.records()

    def self_tests(self) -> tuple[SelfTest, ...]:
        """In the order in which they were taken."""
        return self._self_tests.records()

    def enrolments(self) -> tuple[Enrolment, ...]:
        """Every programme that was ever followed, in the order they began."""
        return self._enrolments.records()

    def running(self) -> tuple[SessionRecord, ...]:
        """Sessions of this device that never ended: a crash or a power cut left them so. Latest first.

        Those of other devices are left out, for they may be going on there.
        """
        return self._sessions.found(self._running_here)

    def put(self, record: SessionRecord) -> None:
        self.put_all([record])

    def delete(self, session_id: str) -> None:
        """Does nothing if there is no such session."""
        self.delete_all([session_id])

    def put_mark(self, mark: DayMark) -> None:
        """One that says nothing is deleted."""
        self.put_all(marks=[mark])

    def put_target(self, target: Target) -> None:
        self.put_all(targets=[target])

    def delete_target(self, target_id: str) -> None:
        """Does nothing if there is no such target."""
        self.delete_all(targets=[target_id])

    def put_all(
        self,
        sessions: Iterable[SessionRecord] = (),
        marks: Iterable[DayMark] = (),
        targets: Iterable[Target] = (),
        care: Iterable[CareRecord] = (),
    ) -> None:
        """All of it or nothing: one write and one fsync, however much it is."""
        sessions = tuple(sessions)
        marks = tuple(marks)
        with self._writing():
            self._tables.put(SESSIONS, sessions)
            self._tables.put(DAYS, [mark for mark in marks if not mark.says_nothing])
            self._tables.delete(DAYS, [DAYS.id_of(mark) for mark in marks if mark.says_nothing])
            self._tables.put(TARGETS, targets)
            for each in care:
                self._tables.put(kind_of(each), [each])
        for record in sessions:
            self._running_here.discard(record.id)
            if record.status == "running":
                self._running_here.add(record.id)

    def delete_all(
        self,
        sessions: Iterable[str] = (),
        days: Iterable[date] = (),
        targets: Iterable[str] = (),
        care: Iterable[CareRecord] = (),
    ) -> None:
        """Sessions and targets by their ids, what was said of days, and of care: one write.

        What is not there is passed over.
        """
        ids = tuple(sessions)
        with self._writing():
            self._tables.delete(SESSIONS, ids)
            self._tables.delete(DAYS, [day.isoformat() for day in days])
            self._tables.delete(TARGETS, targets)
            for each in care:
                kind = kind_of(each)
                self._tables.delete(kind, [kind.id_of(each)])
        self._running_here.difference_update(ids)

    def revision(self, key: Key) -> Entry | None:
        """The newest revision of a document by table and id, deletions included; None if there never was one."""
        return self._tables.revision(key)

    def adopt(self, entries: Iterable[Entry]) -> None:
        """Takes revisions that another device wrote and that are newer than those here: all or none.

        They keep their numbers, so that whichever of two devices changes a document next, that change holds.
        """
        with self._writing():
            self._tables.adopt(entries)

    def compact(self, from_bytes: int = COMPACT_FROM_BYTES) -> None:
        """Shortens this device's logs where most lines are superseded. To be called when idle.

        Looks at logs longer than `from_bytes` only. A failure is of no account: the old log stays in place.
        """
        if not self.read_only:
            for journal in self._journals:
                with suppress(OSError):
                    journal.compact(from_bytes)

    def close(self) -> None:
        """Compacts and frees the lock. What was put is on the disk already."""
        self.compact()
        self._refusal = "The history has been closed."
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def care(self) -> tuple[CareRecord, ...]:
        """Check-ins, self-tests and enrolments, all in one."""
        return (*self.check_ins(), *self.self_tests(), *self.enrolments())

    def _append(self, entries: Iterable[Entry]) -> None:
        self._journals[0].append(entries)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        if self._refusal:
            raise RecordError(self._refusal)
        path = self._journals[0].path
        try:
            with self._tables.in_one_go():
                yield
        except OSError as error:
            raise RecordError(unwritable(path, error)) from error
        except UnicodeError as error:
            raise RecordError(f"{path}: not written: a text in it is no Unicode; retype it.") from error


def check_log(folder: Path, files: Files = REAL) -> tuple[str, ...]:
    """What is wrong with the logs, a line each; empty if all is well. Needs no lock and mends nothing."""
    try:
        return Store(read_logs(folder, files), None).problems
    except StoreError as error:
        return (str(error),)


def _logs_to_add_to(folder: Path, files: Files, device: str) -> Logs:
    """Raises `StoreError` if a log of this device cannot be read: its revisions would be counted anew, and
    what it holds would win over what is written from now on."""
    logs = read_logs(folder, files)
    for path, problem in logs.unread.items():
        if device_of(path) == device:
            raise StoreError(problem)
    return logs


def _refusal(logs: Logs, journals: Sequence[Journal]) -> str:
    """Why nothing can be written; empty if it can be."""
    if logs.newer:
        return next(log.problems()[0] for log in logs.logs if log.newer)
    return "" if journals else "The history was opened for reading only."


def _earlier_years(folder: Path, logs: Logs, device: str, this_year: int) -> Iterator[int]:
    for log in logs.logs:
        year = year_of(log.path)
        if year != this_year and log.path == log_path(folder, year, device):
            yield year


def _running_here(
    sessions: Iterable[SessionRecord], entries: Newest, logs: Logs, device: str | None
) -> set[str]:
    """The ids of running sessions of which this device wrote the newest revision."""
    running = {record.id for record in sessions if record.status == "running"}
    if not running or device is None:
        return running
    own = logs.newest_of(device)
    return {id_ for id_ in running if own.get(key := (SESSIONS.table, id_)) == entries[key]}
