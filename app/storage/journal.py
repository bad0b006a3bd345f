"""One log file that is only ever appended to. Owns its length, its mending and its compaction.

Knows entries, but no documents. No descriptor is kept open, so that a file which a synchroniser or a person
puts in the log's place is the one that is written from then on.
"""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from app.storage.files import Files, append_to_file, closed_after, replace_file, write_fully
from app.storage.lines import SCHEMA, Entry, Reading, encode_entry, encode_header, read_lines
from app.storage.union import live_entries

SET_ASIDE = ".set-aside"


class Journal:
    """Methods may raise OSError; the log then holds what it held before, and a retry is in order."""

    def __init__(self, path: Path, device: str, year: int, files: Files) -> None:
        self.path = path
        self._header = encode_header(device, year)
        self._files = files
        self._length: int | None = None  # of what is known to be sound; None: look first
        self._soiled = False  # bytes of a failed write may lie behind `_length`

    def append(self, entries: Iterable[Entry]) -> None:
        """Returns once the entries are on the disk: one write, one fsync.

        After a failure the file is cut back to what it was. Where even that fails, the next append cuts
        it before anything else, so what was refused can never pass for what was kept.
        """
        lines = b"".join(map(encode_entry, entries))
        length = self._sound_length()
        data = lines if length else self._header + lines
        with closed_after(self._files, self._files.open_append(self.path)) as descriptor:
            self._write(descriptor, data, length)
        self._length = length + len(data)

    def compact(self, min_bytes: int) -> bool:
        """Drops superseded revisions if the log is longer than `min_bytes` and more than half of it is such.

        A running session writes its document at every segment, so all but one of those lines are dead.
        """
        if self._soiled or self._files.length(self.path) > min_bytes:
            self._sound_length()
        if self._files.length(self.path) <= min_bytes:
            return False
        reading = read_lines(self._read())
        kept = live_entries(reading.entries)
        if reading.schema > SCHEMA or 2 * len(kept) >= len(reading.entries):
            return False
        self._length = self._rewrite(kept)
        return True

    def _sound_length(self) -> int:
        """Cuts off what a failed write left, and mends the log if anything else has changed it."""
        if self._soiled and self._length is not None:
            self._cut(self._length)
        if self._length is None or self._length != self._files.length(self.path):
            self._length = self._mend()
        return self._length

    def _cut(self, length: int) -> None:
        with closed_after(self._files, self._files.open_append(self.path)) as descriptor:
            self._files.truncate(descriptor, length)
        self._soiled = False

    def _write(self, descriptor: int, data: bytes, length: int) -> None:
        try:
            write_fully(self._files, descriptor, data)
            self._files.fsync(descriptor)
            if not length:
                self._files.fsync_folder(self.path.parent)
        except BaseException:  # Ctrl-C too
            self._soiled = True
            with suppress(OSError):
                self._files.truncate(descriptor, length)
                self._soiled = False
            raise

    def _mend(self) -> int:
        """Sets aside what is no entry, so that the next entry begins a line. Returns the length."""
        data = self._read()
        reading = read_lines(data)
        if not data or (reading.headers and data.endswith(b"\n") and not reading.damaged):
            return len(data)
        self._set_aside(reading)
        return self._rewrite(reading.entries)

    def _set_aside(self, reading: Reading) -> None:
        pieces = [damage.data for damage in reading.damaged]
        if reading.torn:
            pieces.append(reading.torn)
        if pieces:
            beside = self.path.with_name(self.path.name + SET_ASIDE)
            append_to_file(self._files, beside, b"".join(piece + b"\n" for piece in pieces))

    def _rewrite(self, entries: Iterable[Entry]) -> int:
        data = self._header + b"".join(map(encode_entry, entries))
        replace_file(self._files, self.path, data)
        self._soiled = False
        return len(data)

    def _read(self) -> bytes:
        try:
            return self._files.read(self.path)
        except FileNotFoundError:
            return b""
