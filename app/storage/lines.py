"""The text of a log: one entry a line, each with its checksum. Pure; knows no files and no sessions.

    {"crc":"9f3c21aa","soleus_log":1,"device":"1f2e3d4c","year":2026}
    {"crc":"07b1d5e2","table":"sessions","id":"…","rev":3,"doc":{…}}
    {"crc":"c40e99b1","table":"sessions","id":"…","rev":4,"doc":null}

`crc` is the CRC-32, in eight lower-case hexadecimal digits, of everything after its comma up to the end of
the line. A document of `null` deletes. Every line begins with the same words, which cannot occur inside a
JSON string (its quotes would be escaped), so a reader finds the next entry whatever happened to the newline
before it.
"""

import re
from itertools import pairwise
from typing import Annotated
from zlib import crc32

from msgspec import Meta, MsgspecError, Raw, Struct
from msgspec.json import Decoder, encode

SCHEMA = 1

_BEFORE_BODY = b'{"crc":"%08x",'
_BODY = len(_BEFORE_BODY % 0)
_HEADER = b'"soleus_log":'
_BEGINNING = re.compile(rb'\{"crc":"[0-9a-f]{8}",(?="table":|"soleus_log":)')
DELETED = Raw(b"null")


class Header(Struct, frozen=True):
    """The first line of a log: which schema it is written in, and who writes it."""

    soleus_log: Annotated[int, Meta(ge=1)]
    device: str
    year: int


class Entry(Struct, frozen=True, gc=False):
    """One revision of one document. `doc` is its JSON as written, `null` if the document was deleted."""

    table: str
    id: str
    rev: Annotated[int, Meta(ge=1)]
    doc: Raw

    @property
    def deletes(self) -> bool:
        return self.doc == DELETED


class Damage(Struct, frozen=True):
    """Bytes that are no entry, and the line (from 1) on which they stand."""

    line: int
    data: bytes


class Reading(Struct, frozen=True):
    """What a log says. `torn` is a last line that was never finished: nobody was told that it was written."""

    headers: tuple[Header, ...] = ()
    entries: tuple[Entry, ...] = ()
    damaged: tuple[Damage, ...] = ()
    torn: bytes = b""

    @property
    def schema(self) -> int:
        """The newest schema that a header names; ours if no header could be read."""
        return max((header.soleus_log for header in self.headers), default=SCHEMA)


_decode_entry = Decoder(Entry).decode
_decode_header = Decoder(Header).decode


def encode_header(device: str, year: int, schema: int = SCHEMA) -> bytes:
    return _checked(b'"soleus_log":%d,"device":%s,"year":%d}' % (schema, encode(device), year))


def encode_entry(entry: Entry) -> bytes:
    return _checked(
        b'"table":%s,"id":%s,"rev":%d,"doc":%s}'
        % (encode(entry.table), encode(entry.id), entry.rev, bytes(entry.doc))
    )


def read_lines(data: bytes) -> Reading:
    """Reads whatever can be read. Never raises; what is in no entry is in `damaged` or `torn`.

    The documents of the entries are views of `data`: whoever keeps one for long keeps a copy.
    """
    return _Reader(data).read()


def without_table(data: bytes, table: str) -> bytes:
    """The lines of a log that are not entries of `table`; quick, for whoever has no use for those."""
    mark = b'"table":%s,' % encode(table)
    return b"\n".join(line for line in data.split(b"\n") if not line.startswith(mark, _BODY))


class _Reader:
    """What has been read so far of one log. Goes by places in it, for copying each line takes its time."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._view = memoryview(data)
        self._headers: list[Header] = []
        self._entries: list[Entry] = []
        self._damaged: list[Damage] = []

    def read(self) -> Reading:
        start, number = 0, 1
        while (stop := self._data.find(b"\n", start)) >= 0:
            self._read_line(number, start, stop)
            start, number = stop + 1, number + 1
        torn = self._read_tail(number, start)
        return Reading(tuple(self._headers), tuple(self._entries), tuple(self._damaged), torn)

    def _read_line(self, number: int, start: int, stop: int) -> None:
        if not self._keep(start, stop):
            stop -= self._data.endswith(b"\r", start, stop)  # an editor that writes CRLF does no harm
            if start < stop and not self._keep(start, stop):
                self._salvage(number, start, stop)

    def _read_tail(self, number: int, start: int) -> bytes:
        """Returns the tail if it was never finished. One with a whole entry was: only its newline is lost."""
        known = len(self._headers) + len(self._entries)
        noted = len(self._damaged)
        self._read_line(number, start, len(self._data))
        if len(self._headers) + len(self._entries) > known:
            return b""
        del self._damaged[noted:]
        return self._data[start:]

    def _keep(self, start: int, stop: int) -> bool:
        """Takes what an undamaged line says; False if it is not one."""
        body = start + _BODY
        if self._data[start:body] != _BEFORE_BODY % crc32(self._view[body:stop]):
            return False
        line = self._view[start:stop]
        try:
            if self._data.startswith(_HEADER, body):
                self._headers.append(_decode_header(line))
            else:
                self._entries.append(_decode_entry(line))
        except (MsgspecError, UnicodeDecodeError, RecursionError):
            return False
        return True

    def _salvage(self, number: int, start: int, stop: int) -> None:
        """Takes the entries that stand whole inside a damaged line; what lies between them is the damage.

        A newline that turned into something else joins two lines: `…}X{"crc":…`.
        """
        done = start
        found = (beginning.start() for beginning in _BEGINNING.finditer(self._data, start, stop))
        for first, next_first in pairwise([*found, stop]):
            last_brace = self._data.rfind(b"}", first, next_first)
            for end in (last_brace + 1, last_brace):  # the second if the newline turned into a brace
                if self._keep(first, end):
                    self._note(number, done, first)
                    done = end
                    break
        self._note(number, done, stop)

    def _note(self, number: int, start: int, stop: int) -> None:
        if start < stop:
            self._damaged.append(Damage(number, self._data[start:stop]))


def _checked(body: bytes) -> bytes:
    return _BEFORE_BODY % crc32(body) + body + b"\n"
