"""The history on disk: sessions in, sessions out. Knows the log and the lock; no clock and no window."""

from __future__ import annotations

import gc
import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self

from msgspec import MsgspecError, to_builtins
from msgspec.json import Decoder
from tinydb.table import Document

from app.core.ports import RecordError
from app.core.record import SessionRecord
from app.storage.device import device_id, known_device
from app.storage.errors import StoreError, unusable_folder, unwritable
from app.storage.files import REAL, Files
from app.storage.journal import Journal
from app.storage.lines import Entry
from app.storage.lock import hold_lock
from app.storage.logs import Logs, read_logs
from app.storage.paths import LOGS, device_of, log_path, year_of
from app.storage.tiny import LogDB
from app.storage.union import Key

if TYPE_CHECKING:
    from filelock import BaseFileLock

SESSIONS = "sessions"
COMPACT_FROM_BYTES = 1 << 20

_decode_session = Decoder(SessionRecord).decode


def _new_device() -> str:
    return secrets.token_hex(4)


def open_store(
    folder: Path,
    *,
    now: datetime,
    writable: bool,
    files: Files = REAL,
    new_device: Callable[[], str] = _new_device,
) -> Store:
    """Opens the history in `folder`. What is written goes to the log of the year of `now`.

    For reading, nothing is made or locked, and a missing folder is an empty history. For writing, raises
    `StoreBusy` if another Soleus writes there. Raises `StoreError` if the folder cannot be used.
    """
    if not writable:
        with _collector_at_rest():
            return Store(read_logs(folder, files), known_device(folder, files))
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
    """All sessions that were ever recorded, on any device, and the way to record more: a `Recorder`.

    It writes to the first of this device's journals; without any it only reads. For one thread.
    """

    def __init__(
        self,
        logs: Logs,
        device: str | None,
        journals: Sequence[Journal] = (),
        lock: BaseFileLock | None = None,
    ) -> None:
        entries = logs.newest()
        self._journals = journals
        self._lock = lock
        self._refusal = _refusal(logs, journals)
        self._table = LogDB(entries, self._append).table(SESSIONS)
        self._records, strange = _decode_sessions(entries)
        self._newest_first: tuple[SessionRecord, ...] | None = None
        self._running_here = _running_here(self._records, entries, logs, device)
        self.problems: tuple[str, ...] = logs.problems if logs.newer else logs.problems + strange

    @property
    def read_only(self) -> bool:
        return bool(self._refusal)

    @property
    def refusal(self) -> str:
        """Why nothing can be written; empty if it can be."""
        return self._refusal

    def sessions(self) -> tuple[SessionRecord, ...]:
        """Every session, whatever its status, the one that started last first."""
        if self._newest_first is None:
            self._newest_first = tuple(sorted(self._records.values(), key=_start, reverse=True))
        return self._newest_first

    def running(self) -> tuple[SessionRecord, ...]:
        """Sessions of this device that never ended: a crash or a power cut left them so. Latest first.

        Those of other devices are left out, for they may be going on there.
        """
        return tuple(record for record in self.sessions() if record.id in self._running_here)

    def put(self, record: SessionRecord) -> None:
        document = Document(to_builtins(record), doc_id=record.id)  # type: ignore[arg-type]
        self._change(lambda: self._table.upsert(document))
        self._records[record.id] = record
        self._running_here.discard(record.id)
        if record.status == "running":
            self._running_here.add(record.id)
        self._newest_first = None

    def delete(self, session_id: str) -> None:
        """Does nothing if there is no such session."""
        self._change(lambda: self._table.remove(doc_ids=[session_id]))  # type: ignore[list-item]
        self._records.pop(session_id, None)
        self._running_here.discard(session_id)
        self._newest_first = None

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

    def _append(self, entries: Iterable[Entry]) -> None:
        self._journals[0].append(entries)

    def _change(self, change: Callable[[], object]) -> None:
        if self._refusal:
            raise RecordError(self._refusal)
        try:
            change()
        except OSError as error:
            raise RecordError(unwritable(self._journals[0].path, error)) from error
        except UnicodeError as error:
            path = self._journals[0].path
            raise RecordError(
                f"{path}: not written: a text of the session is no Unicode; retype it."
            ) from error


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


def _decode_sessions(entries: Mapping[Key, Entry]) -> tuple[dict[str, SessionRecord], tuple[str, ...]]:
    records: dict[str, SessionRecord] = {}
    strange: list[str] = []
    for (table, id_), entry in entries.items():
        if table == SESSIONS and not entry.deletes:
            try:
                records[id_] = _decode_session(entry.doc)
            except MsgspecError as error:
                strange.append(f"{LOGS}: session {id_} is left as it is but not shown: {error}.")
    return records, tuple(strange)


def _running_here(
    records: Mapping[str, SessionRecord], entries: Mapping[Key, Entry], logs: Logs, device: str | None
) -> set[str]:
    """The ids of running sessions of which this device wrote the newest revision."""
    running = {id_ for id_, record in records.items() if record.status == "running"}
    if not running or device is None:
        return running
    own = logs.newest_of(device)
    return {id_ for id_ in running if own.get((SESSIONS, id_)) == entries[SESSIONS, id_]}


def _start(record: SessionRecord) -> tuple[float, str]:
    moment = record.started_at if record.started_at.tzinfo else record.started_at.replace(tzinfo=UTC)
    return moment.timestamp(), record.id
