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

_START = b'{"crc":"'
_BODY = len(_START) + len('01234567",')
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
    """Reads whatever can be read. Never raises; what is in no entry is in `damaged` or `torn`."""
    reader = _Reader()
    *lines, tail = data.split(b"\n")
    for number, line in enumerate(lines, 1):
        reader.read_line(number, line)
    torn = reader.read_tail(len(lines) + 1, tail)
    return Reading(tuple(reader.headers), tuple(reader.entries), tuple(reader.damaged), torn)


class _Reader:
    """What has been read so far."""

    def __init__(self) -> None:
        self.headers: list[Header] = []
        self.entries: list[Entry] = []
        self.damaged: list[Damage] = []

    def read_line(self, number: int, line: bytes) -> None:
        if not self._keep(line):
            line = line.removesuffix(b"\r")  # an editor that writes CRLF does no harm
            if line and not self._keep(line):
                self._salvage(number, line)

    def read_tail(self, number: int, tail: bytes) -> bytes:
        """Returns `tail` if it was never finished. One with a whole entry was: only its newline is lost."""
        known = len(self.headers) + len(self.entries)
        noted = len(self.damaged)
        self.read_line(number, tail)
        if len(self.headers) + len(self.entries) > known:
            return b""
        del self.damaged[noted:]
        return tail

    def _keep(self, line: bytes) -> bool:
        """Takes what an undamaged line says; False if it is not one."""
        body = line[_BODY:]
        if line[: len(_START)] != _START or line[len(_START) : _BODY] != b'%08x",' % crc32(body):
            return False
        try:
            if body.startswith(_HEADER):
                self.headers.append(_decode_header(line))
            else:
                self.entries.append(_decode_entry(line))
        except (MsgspecError, UnicodeDecodeError, RecursionError):
            return False
        return True

    def _salvage(self, number: int, line: bytes) -> None:
        """Takes the entries that stand whole inside a damaged line; what lies between them is the damage.

        A newline that turned into something else joins two lines: `…}X{"crc":…`.
        """
        done = 0
        starts = (beginning.start() for beginning in _BEGINNING.finditer(line))
        for start, next_start in pairwise([*starts, len(line)]):
            last_brace = line.rfind(b"}", start, next_start)
            for stop in (last_brace + 1, last_brace):  # the second if the newline turned into a brace
                if self._keep(line[start:stop]):
                    self._note(number, line[done:start])
                    done = stop
                    break
        self._note(number, line[done:])

    def _note(self, number: int, piece: bytes) -> None:
        if piece:
            self.damaged.append(Damage(number, piece))


def _checked(body: bytes) -> bytes:
    return b'%s%08x",%s\n' % (_START, crc32(body), body)
