"""Reads and writes the files that people edit, whole, with what went wrong in one line. Knows no content."""

from pathlib import Path

from app.storage.errors import StoreError, unreadable, unwritable
from app.storage.files import Files, replace_file


def read_whole(path: Path, files: Files) -> bytes | None:
    """The bytes of a file, or None if there is none. Raises `StoreError`."""
    try:
        return files.read(path)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StoreError(unreadable(path, error)) from error


def write_whole(path: Path, data: bytes, files: Files) -> None:
    """A crash leaves the old file or the new one. Raises `StoreError`."""
    target = path.resolve()  # a link stays a link to a file kept elsewhere
    try:
        files.make_folder(target.parent)
        replace_file(files, target, data)
    except OSError as error:
        raise StoreError(unwritable(path, error)) from error
