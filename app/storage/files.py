"""The file operations that safety rests on, in one object so that tests can make any of them fail.

Knows no content and no names: every path comes in.
"""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_BINARY = getattr(os, "O_BINARY", 0)  # Windows would turn newlines into CRLF without it


class Files:
    """The real thing. Every method may raise OSError; `write` may write less than it was given."""

    def read(self, path: Path) -> bytes:
        return path.read_bytes()

    def names(self, folder: Path) -> list[str]:
        return [path.name for path in folder.iterdir()]

    def make_folder(self, path: Path) -> None:
        path.mkdir(parents=True, exist_ok=True)

    def open_append(self, path: Path) -> int:
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | _BINARY, 0o644)

    def open_new(self, path: Path) -> int:
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, 0o644)

    def length(self, path: Path) -> int:
        """In bytes; 0 if the file is not there."""
        try:
            return path.stat().st_size
        except FileNotFoundError:
            return 0

    def write(self, descriptor: int, data: bytes) -> int:
        return os.write(descriptor, data)

    def truncate(self, descriptor: int, length: int) -> None:
        os.ftruncate(descriptor, length)

    def fsync(self, descriptor: int) -> None:
        if sys.platform == "darwin":
            # fsync alone leaves the data in the drive's own cache there.
            import fcntl

            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
        else:
            os.fsync(descriptor)

    def close(self, descriptor: int) -> None:
        os.close(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        source.replace(target)

    def remove(self, path: Path) -> None:
        path.unlink()

    def fsync_folder(self, path: Path) -> None:
        if sys.platform == "win32":
            return  # a folder cannot be opened there, and NTFS journals its entries
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        except OSError as error:
            if error.errno not in (
                errno.EINVAL,
                errno.ENOTSUP,
            ):  # some network file systems know no such thing
                raise
        finally:
            os.close(descriptor)


REAL = Files()


def write_fully(files: Files, descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        written = files.write(descriptor, bytes(rest))
        if written <= 0:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        rest = rest[written:]


@contextmanager
def closed_after(files: Files, descriptor: int) -> Iterator[int]:
    """Closing comes after the fsync that counts, so a failure of it is of no account."""
    try:
        yield descriptor
    finally:
        with suppress(OSError):
            files.close(descriptor)


def replace_file(files: Files, path: Path, data: bytes) -> None:
    """Puts `data` in the place of `path` so that a crash leaves either the old file or the new one, whole."""
    beside = path.with_name(path.name + ".new")
    try:
        with closed_after(files, files.open_new(beside)) as descriptor:
            write_fully(files, descriptor, data)
            files.fsync(descriptor)
        files.replace(beside, path)
    except OSError:
        with suppress(OSError):
            files.remove(beside)
        raise
    files.fsync_folder(path.parent)


def append_to_file(files: Files, path: Path, data: bytes) -> None:
    with closed_after(files, files.open_append(path)) as descriptor:
        write_fully(files, descriptor, data)
        files.fsync(descriptor)
