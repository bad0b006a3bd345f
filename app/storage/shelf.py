"""The records of one table in their order, always up to date. Knows no file and no TinyDB."""

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable
from typing import Generic

from msgspec import Raw, Struct

from app.storage.kinds import NOT_OURS, Kind, R
from app.storage.lines import DELETED, Entry


class Shelf(Generic[R]):
    """Takes documents and gives records.

    A record is put in its place among the others rather than all sorted anew: a session in progress is
    written at every segment.
    """

    def __init__(self, kind: Kind[R]) -> None:
        self.kind = kind
        self.strange: dict[str, str] = {}  # by id, why a document cannot be understood
        self._records: dict[str, R] = {}
        self._in_order: list[R] | None = None  # as `order` sorts; None: not sorted yet
        self._shown: tuple[R, ...] | None = None

    def records(self) -> tuple[R, ...]:
        """In the order of their kind; the very same tuple until something changes."""
        if self._shown is None:
            in_order = self._sorted()
            self._shown = tuple(reversed(in_order) if self.kind.latest_first else in_order)
        return self._shown

    def found(self, ids: Iterable[str]) -> tuple[R, ...]:
        """Those of the ids that are there, in the order of their kind."""
        there = (self._records[id_] for id_ in ids if id_ in self._records)
        return tuple(sorted(there, key=self.kind.order, reverse=self.kind.latest_first))

    def taking(self) -> Callable[[Entry], Raw | Struct]:
        """What puts a document in its place, or takes it away, and returns what is worth keeping of it.

        That is the record if the document can be made from it again, which halves the memory of a long
        history, and the document if it says more, or nothing that can be understood. What is equal in the
        records of one such taking is shared among them.
        """
        read = self.kind.new_reader()

        def take(entry: Entry) -> Raw | Struct:
            if entry.doc == DELETED:
                self._remove(entry.id)
                return entry.doc
            try:
                record, whole = read(entry.doc)
            except NOT_OURS as error:
                self.strange[entry.id] = str(error)
                return entry.doc
            self._place(entry.id, record)
            return record if whole else entry.doc

        return take

    def _sorted(self) -> list[R]:
        if self._in_order is None:
            self._in_order = sorted(self._records.values(), key=self.kind.order)
        return self._in_order

    def _place(self, id_: str, record: R) -> None:
        if self._in_order is not None:
            self._remove(id_)
            insort(self._in_order, record, key=self.kind.order)
        self._records[id_] = record
        self._shown = None

    def _remove(self, id_: str) -> None:
        record = self._records.pop(id_, None)
        if record is not None and self._in_order is not None:
            del self._in_order[self._index(self._in_order, record)]
        self._shown = None

    def _index(self, in_order: list[R], record: R) -> int:
        """Two records may sort alike; only one of them is this one."""
        index = bisect_left(in_order, self.kind.order(record), key=self.kind.order)
        while in_order[index] is not record:
            index += 1
        return index
