"""The tables of the log, with records in and out of the shelves above them. Knows no file and no folder."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from typing import Any

from msgspec import Raw, Struct, to_builtins
from tinydb.table import Document

from app.storage.kinds import Kind, R
from app.storage.lines import Entry
from app.storage.paths import LOGS
from app.storage.shelf import Shelf
from app.storage.tiny import Append, LogDB
from app.storage.union import Key


class Tables:
    """What is put goes to `append`, which may raise, and then onto its shelf. Other tables stay as they are."""

    def __init__(self, entries: Mapping[Key, Entry], append: Append, shelves: Iterable[Shelf[Any]]) -> None:
        self._shelves = {shelf.kind.table: shelf for shelf in shelves}
        self._log = LogDB(entries, append, self._keep)

    def put(self, kind: Kind[R], records: Iterable[R]) -> None:
        """What a newer Soleus wrote into a document stays in it."""
        table = self._log.table(kind.table)
        for record in records:
            table.upsert(Document(to_builtins(record), doc_id=kind.id_of(record)))  # type: ignore[arg-type]

    def delete(self, kind: Kind[R], ids: Iterable[str]) -> None:
        """What is not there is passed over."""
        self._log.table(kind.table).remove(doc_ids=ids)  # type: ignore[arg-type]

    def revision(self, key: Key) -> Entry | None:
        """The newest revision of a document, deletions included."""
        return self._log.revision(key)

    def adopt(self, entries: Iterable[Entry]) -> None:
        """Takes revisions that are newer than those here, all of them or none."""
        self._log.adopt(entries)

    def in_one_go(self) -> AbstractContextManager[None]:
        """What is put and deleted inside is appended at its end, all of it or nothing."""
        return self._log.together()

    def problems(self) -> tuple[str, ...]:
        """A line for each document that is not what its table holds."""
        return tuple(
            f"{LOGS}: {shelf.kind.noun} {id_} is left as it is but not shown: {why}."
            for shelf in self._shelves.values()
            for id_, why in shelf.strange.items()
        )

    def _keep(self, entries: Iterable[Entry]) -> Iterator[Raw | Struct]:
        takes = {name: shelf.taking() for name, shelf in self._shelves.items()}
        for entry in entries:
            take = takes.get(entry.table)
            yield take(entry) if take else entry.doc
