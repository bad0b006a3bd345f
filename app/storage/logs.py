"""Every log of a data folder, read together: all years, all devices, and what a synchroniser set beside them.

Reads without a lock and writes nothing. A log that is being appended to shows a torn last line at worst.
"""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from msgspec import Struct

from app.storage.errors import unreadable, unusable_folder
from app.storage.files import Files
from app.storage.kinds import SESSIONS
from app.storage.lines import SCHEMA, Entry, Reading, read_lines, without_table
from app.storage.migration import migrated
from app.storage.paths import LOG_SUFFIX, LOGS, device_of, year_of
from app.storage.union import Newest, newest

_REST = "the rest is sound, and a backup may still hold what it said."
_NAMED = 5  # damaged lines that are named one by one in a log


class Log(Struct, frozen=True):
    """One file and what it says."""

    path: Path
    reading: Reading

    @property
    def newer(self) -> bool:
        return self.reading.schema > SCHEMA

    def problems(self) -> tuple[str, ...]:
        """A line each."""
        if self.newer:
            formats = f"format {self.reading.schema}; this one knows {SCHEMA}"
            advice = "Update Soleus; until then your history can be read, but nothing is added to it."
            return (f"{self.path}: written by a newer Soleus ({formats}). {advice}",)
        lines = list(dict.fromkeys(damage.line for damage in self.reading.damaged))
        return (
            *(f"{self.path}:{line}: damaged line left out; {_REST}" for line in lines[:_NAMED]),
            *(
                f"{self.path}: {n} more damaged lines left out; {_REST}"
                for n in [len(lines) - _NAMED]
                if n > 0
            ),
        )

    def entries(self) -> Iterator[Entry]:
        """In the newest schema."""
        if self.reading.schema >= SCHEMA:
            return iter(self.reading.entries)
        return (migrated(entry, self.reading.schema) for entry in self.reading.entries)


class Logs(Struct, frozen=True):
    """All logs together, and for each that could not be read a line that says why."""

    logs: tuple[Log, ...]
    unread: dict[Path, str]

    @property
    def problems(self) -> tuple[str, ...]:
        """A line each."""
        return (*self.unread.values(), *chain.from_iterable(log.problems() for log in self.logs))

    @property
    def newer(self) -> bool:
        """Whether one is written in a schema that this Soleus does not know."""
        return any(log.newer for log in self.logs)

    def newest(self) -> Newest:
        return newest(chain.from_iterable(log.entries() for log in self.logs))

    def newest_of(self, device: str) -> Newest:
        own = (log for log in self.logs if device_of(log.path) == device)
        return newest(chain.from_iterable(log.entries() for log in own))


def read_logs(folder: Path, files: Files, sessions_since: int = 0) -> Logs:
    """Raises `StoreError` if the folder is there but cannot be looked into; one that is missing is empty.

    Of logs of years before `sessions_since` all but the sessions is read.
    """
    logs: list[Log] = []
    unread: dict[Path, str] = {}
    for path in _log_files(folder, files):
        try:
            data = files.read(path)
            whole = year_of(path) >= sessions_since
            logs.append(Log(path, read_lines(data if whole else without_table(data, SESSIONS.table))))
        except OSError as error:
            unread[path] = unreadable(path, error)
    return Logs(tuple(logs), unread)


def _log_files(folder: Path, files: Files) -> list[Path]:
    try:
        names = files.names(folder / LOGS)
    except FileNotFoundError:
        return []
    except OSError as error:
        raise unusable_folder(folder, error) from error
    return [folder / LOGS / name for name in sorted(names) if name.endswith(LOG_SUFFIX)]
