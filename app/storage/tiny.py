"""TinyDB on top of the log: turns what a table changed into entries. Knows no sessions and no folder.

TinyDB rewrites everything at each change and updates documents in place. Here a document is decoded anew
whenever TinyDB looks at it. So no caller can change what is remembered by changing what it was given, a
document has changed exactly if its JSON has, and a change costs what it touches, whatever else the tables
hold.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, MutableMapping
from contextlib import AbstractContextManager, contextmanager
from typing import Any

from msgspec import Raw, Struct
from msgspec.json import decode, encode
from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from app.storage.held import NEVER_WRITTEN, Documents, Held
from app.storage.lines import DELETED, Entry
from app.storage.union import Key

Document = dict[str, Any]
Append = Callable[[Iterable[Entry]], None]
Keep = Callable[[Iterable[Entry]], Iterable[Raw | Struct]]
"""What is kept of each entry's document, in turn: its JSON, or a record that encodes to the same."""


def as_written(entries: Iterable[Entry]) -> Iterator[Raw]:
    return (entry.doc for entry in entries)


class LogStorage(Storage):
    """The newest revision of every document of all logs; what changes goes to `append`, which may raise.

    Nothing is remembered before `append` has returned.
    """

    def __init__(self, entries: Mapping[Key, Entry], append: Append, keep: Keep = as_written) -> None:
        self._append = append
        self._keep = keep
        self._tables: dict[str, dict[str, Held]] = {}
        self._gathered: dict[Key, Raw] | None = None
        self._hold(entries.values())

    def read(self) -> dict[str, dict[str, Any]] | None:
        if not self._tables:
            return None
        return {
            name: {id_: decode(doc) for id_, doc in self.documents(name).items()} for name in self._tables
        }

    def write(self, data: Mapping[str, Mapping[Any, Mapping[str, Any]]]) -> None:
        """Whole tables, as a plain TinyDB table hands them over; a document that is gone is deleted."""
        changes: dict[Key, Raw] = {(t, i): DELETED for t in self._tables for i in self.documents(t)}
        for table, documents in data.items():
            changes |= {(table, str(id_)): Raw(encode(document)) for id_, document in documents.items()}
        self.commit(changes)

    def documents(self, table: str) -> Documents:
        return Documents(self._tables.get(table, {}))

    @contextmanager
    def together(self) -> Iterator[None]:
        """What is committed inside is appended in one go at the end; none of it if anything raises."""
        gathered: dict[Key, Raw] = {}
        self._gathered = gathered
        try:
            yield
        finally:
            self._gathered = None
        self.commit(gathered)

    def commit(self, changes: Mapping[Key, Raw]) -> None:
        """Appends an entry for each document that is not what it was, and then remembers it."""
        if self._gathered is not None:
            self._gathered |= changes
            return
        entries = [entry for key, doc in changes.items() if (entry := self._revised(key, doc))]
        if not entries:
            return
        self._append(entries)
        self._hold(entries)

    def revision(self, key: Key) -> Entry | None:
        """The newest revision of a document, even if that deleted it; None if there never was one."""
        table, id_ = key
        held = self._tables.get(table, {}).get(id_)
        return Entry(table, id_, held.rev, held.doc) if held else None

    def adopt(self, entries: Iterable[Entry]) -> None:
        """Appends revisions as they were written elsewhere. They must be newer than those here."""
        entries = tuple(entries)
        if entries:
            self._append(entries)
            self._hold(entries)

    def _revised(self, key: Key, doc: Raw) -> Entry | None:
        """None if the document is what it was."""
        table, id_ = key
        before = self._tables.get(table, {}).get(id_, NEVER_WRITTEN)
        return None if before.doc == doc else Entry(table, id_, before.rev + 1, doc)

    def _hold(self, entries: Collection[Entry]) -> None:
        for entry, kept in zip(entries, self._keep(entries), strict=True):
            # JSON that was read is a view of its whole log, which must not stay for its sake.
            own = kept.copy() if isinstance(kept, Raw) else kept
            self._tables.setdefault(entry.table, {})[entry.id] = Held(entry.rev, own)


class LogTable(Table):
    """A table whose documents bring their own id, a UUID: insert a `tinydb.table.Document`."""

    document_id_class = str  # type: ignore[assignment]  # TinyDB declares it as int

    def _read_table(self) -> Mapping[str, Document]:  # type: ignore[override]
        return Draft(self._documents())

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        draft = Draft(self._documents())
        updater(draft)
        self.storage.commit({(self.name, id_): doc for id_, doc in draft.changes()})  # type: ignore[attr-defined]
        self.clear_cache()

    def _documents(self) -> Documents:
        return self.storage.documents(self.name)  # type: ignore[attr-defined, no-any-return]

    def _get_next_id(self) -> int:
        raise ValueError("a document of the log brings its own id: insert a tinydb.table.Document")


class Draft(MutableMapping[str, Document]):
    """A table while TinyDB works on it: decodes a document when it is looked at, and knows which were."""

    def __init__(self, held: Mapping[str, Raw]) -> None:
        self._held = held
        self._touched: dict[str, Document | None] = {}

    def changes(self) -> Iterator[tuple[str, Raw]]:
        for id_, document in self._touched.items():
            yield id_, DELETED if document is None else Raw(encode(document))

    def __getitem__(self, id_: str) -> Document:
        if id_ not in self._touched:
            self._touched[id_] = decode(self._held[id_])
        document = self._touched[id_]
        if document is None:
            raise KeyError(id_)
        return document

    def __setitem__(self, id_: str, document: Document) -> None:
        self._touched[id_] = document

    def __delitem__(self, id_: str) -> None:
        if id_ not in self:
            raise KeyError(id_)
        self._touched[id_] = None

    def __contains__(self, id_: object) -> bool:
        return self._touched[id_] is not None if id_ in self._touched else id_ in self._held

    def __iter__(self) -> Iterator[str]:
        yield from (id_ for id_ in self._held if id_ in self)
        yield from (
            id_ for id_, document in self._touched.items() if document is not None and id_ not in self._held
        )

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def clear(self) -> None:
        self._touched = dict.fromkeys((*self._held, *self._touched))


class LogDB(TinyDB):
    """`LogDB(entries, append, keep)`: TinyDB as ever, but for ids being strings."""

    table_class = LogTable
    default_storage_class = LogStorage  # type: ignore[assignment]  # TinyDB declares it as JSONStorage

    def together(self) -> AbstractContextManager[None]:
        """What is changed inside is appended in one go at the end; none of it if anything raises."""
        return self.storage.together()  # type: ignore[attr-defined, no-any-return]

    def revision(self, key: Key) -> Entry | None:
        return self.storage.revision(key)  # type: ignore[attr-defined, no-any-return]

    def adopt(self, entries: Iterable[Entry]) -> None:
        self.storage.adopt(entries)  # type: ignore[attr-defined]
