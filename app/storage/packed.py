"""A backup, or all data exported as a zip, seen as what it would bring here. Knows the log; writes nothing."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from msgspec import Raw, Struct
from msgspec.json import encode
from msgspec.structs import replace

from app.core.care.kept import CareRecord
from app.core.day_mark import DayMark
from app.core.record import SessionRecord
from app.core.recording import kept_as_it_is
from app.core.target import Target
from app.core.transfer import Incoming, LeftOut
from app.storage.archive import ArchiveRefused
from app.storage.kinds import KINDS, NOT_OURS, SESSIONS
from app.storage.lines import Entry, read_lines
from app.storage.logs import Log, Logs
from app.storage.paths import DEVICE, LOG_SUFFIX, LOGS, ROUTINES, SETTINGS
from app.storage.union import Key, beats

_FOLDERS = (f"{LOGS}/", f"{ROUTINES}/")


class Packed(Struct, frozen=True):
    """`entries` are the revisions in it that are newer than those here; `routines` are files by their path."""

    incoming: Incoming
    entries: tuple[Entry, ...]
    routines: Mapping[str, bytes]


def is_packed(names: Iterable[str]) -> bool:
    """Whether these are the files of a data folder."""
    return any(name in (DEVICE, SETTINGS) or name.startswith(_FOLDERS) for name in names)


def newer_than_us(files: Mapping[str, bytes]) -> bool:
    """Whether a log among the files of a data folder is of a schema that this Soleus does not know."""
    return _logs(files, "").newer


def look_into_packed(
    files: Mapping[str, bytes], shown: str, revision: Callable[[Key], Entry | None]
) -> Packed:
    """What in the files of a data folder is newer than here. Raises `ArchiveRefused`.

    `revision` tells what is here of a document, deletions included. As among the logs of several devices the
    newest revision holds; but a deletion over there takes nothing away here, and what was deleted here since
    stays so. A session that was going on over there comes in with what it had come to.
    """
    logs = _logs(files, shown)
    if logs.newer:
        raise ArchiveRefused(shown, "it was made by a newer Soleus; update this one, then try again")
    gathered = _Gathered(LeftOut(shown), revision)
    for entry in logs.newest().values():
        gathered.take(entry)
    return Packed(gathered.incoming(logs.problems), tuple(gathered.entries), _routines(files))


def _logs(files: Mapping[str, bytes], shown: str) -> Logs:
    names = sorted(name for name in files if name.startswith(f"{LOGS}/") and name.endswith(LOG_SUFFIX))
    return Logs(tuple(Log(Path(shown, name), read_lines(files[name])) for name in names), {})


def _routines(files: Mapping[str, bytes]) -> dict[str, bytes]:
    start = f"{ROUTINES}/"
    return {name.removeprefix(start): data for name, data in sorted(files.items()) if name.startswith(start)}


class _Gathered:
    """What has been looked at so far."""

    def __init__(self, left_out: LeftOut, revision: Callable[[Key], Entry | None]) -> None:
        self.entries: list[Entry] = []
        self._revision = revision
        self._left_out = left_out
        self._readers = {table: kind.new_reader() for table, kind in KINDS.items()}
        self._records: list[SessionRecord | DayMark | Target | CareRecord] = []
        self._known = self._deleted_here = 0

    def take(self, entry: Entry) -> None:
        kind = KINDS.get(entry.table)
        if kind is None or entry.deletes:
            return
        try:
            record, _ = self._readers[entry.table](entry.doc)
        except NOT_OURS as error:
            self._left_out.about(f"{kind.noun} {entry.id} cannot be understood ({error}); it is left out")
            return
        if kind.id_of(record) != entry.id:
            self._left_out.about(f"{kind.noun} {entry.id} has another id inside; it is left out")
            return
        if isinstance(record, SessionRecord) and record.status == "running":
            record = kept_as_it_is(record)
            entry = replace(entry, doc=Raw(encode(record)))
        here = self._revision((entry.table, entry.id))
        if here is None or beats(entry, here):
            self.entries.append(entry)
            self._records.append(record)
        elif kind is SESSIONS:
            self._known += not here.deletes
            self._deleted_here += here.deletes

    def incoming(self, problems: Iterable[str]) -> Incoming:
        if self._deleted_here:
            self._left_out.about(f"sessions that you have deleted since stay deleted: {self._deleted_here}")
        return Incoming(
            "backup",
            tuple(record for record in self._records if isinstance(record, SessionRecord)),
            tuple(record for record in self._records if isinstance(record, DayMark)),
            tuple(record for record in self._records if isinstance(record, Target)),
            (*problems, *self._left_out.lines()),
            self._known,
            tuple(record for record in self._records if isinstance(record, CareRecord)),
        )
