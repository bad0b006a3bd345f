"""The records of one table in their order, always up to date. Knows no file and no TinyDB."""

from bisect import bisect_left, insort
from collections.abc import Iterable
from typing import Generic

from msgspec import MsgspecError, Raw, Struct

from app.storage.kinds import Kind, R, Reader
from app.storage.lines import DELETED


class Shelf(Generic[R]):
    """Takes documents and gives records.

    A record is put in its place among the others rather than all sorted anew: a session in progress is
    written at every segment.
    """

    def __init__(self, kind: Kind[R]) -> None:
        self.kind = kind
        self.strange: dict[str, str] = {}  # by id, why a document cannot be understood
        self._reader: Reader[R] | None = kind.new_reader()
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

    def take(self, id_: str, doc: Raw) -> Raw | Struct:
        """Puts what a document says in its place, or takes it away. Returns what is worth keeping of it.

        That is the record if the document can be made from it again, which halves the memory of a long
        history, and the document if it says more, or nothing that can be understood.
        """
        if doc == DELETED:
            self._place(id_, None)
            return doc
        try:
            read = self._reader or self.kind.new_reader()
            record, whole = read(doc)
        except MsgspecError as error:
            self.strange[id_] = str(error)
            return doc
        self._place(id_, record)
        return record if whole else doc

    def settle(self) -> None:
        """All that was on the disk is on the shelf: what was remembered to share it is let go."""
        self._reader = None

    def _sorted(self) -> list[R]:
        if self._in_order is None:
            self._in_order = sorted(self._records.values(), key=self.kind.order)
        return self._in_order

    def _place(self, id_: str, record: R | None) -> None:
        before = self._records.pop(id_, None) if record is None else self._records.get(id_)
        if record is not None:
            self._records[id_] = record
        self._shown = None
        if self._in_order is not None:
            if before is not None:
                del self._in_order[self._index(self._in_order, before)]
            if record is not None:
                insort(self._in_order, record, key=self.kind.order)

    def _index(self, in_order: list[R], record: R) -> int:
        """Two records may sort alike; only one of them is this one."""
        index = bisect_left(in_order, self.kind.order(record), key=self.kind.order)
        while in_order[index] is not record:
            index += 1
        return index
