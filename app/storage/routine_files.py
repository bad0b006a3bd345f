"""Opens, saves and deletes the files of the user's own routines. Knows no meaning of a step and no window.

What is written here is what the editor was given: a file that someone else has changed meanwhile is never
overwritten unasked.
"""

from collections.abc import Collection, Sequence
from pathlib import Path

from msgspec import Struct, structs

from app.core.library import Entry
from app.core.loader import load_routine
from app.core.mistakes import Problem
from app.core.routine import Routine
from app.core.toml_text import MOST_BYTES, decode
from app.storage.errors import StoreError, unwritable
from app.storage.files import REAL, Files
from app.storage.schemas import put_schemas
from app.storage.toml_files import SUFFIX, stem_of
from app.storage.whole_files import read_whole, write_whole

_BOM = b"\xef\xbb\xbf"


class Opened(Struct, frozen=True):
    """A routine's file as an edit found it.

    `path` is where it will be saved and `data` what lay there, None for nothing. `text` is what the edit
    starts from, with the line ends of the file, and `routine` what it means; both are None for a new routine.
    """

    path: Path
    data: bytes | None = None
    text: str | None = None
    routine: Routine | None = None


class ChangedOnDisk(Struct, frozen=True):
    """The file is not the one that was opened: `data` is what lies there now, None if it has gone."""

    path: Path
    data: bytes | None


class Deleted(Struct, frozen=True):
    """What is needed to bring a file back."""

    path: Path
    data: bytes


def open_routine(
    folder: Path, entry: Entry, exercises: Collection[str], files: Files = REAL
) -> Opened | tuple[Problem, ...]:
    """The file of a routine in the library, or the mistakes that keep it from being edited here.

    A bundled one is the beginning of an edited copy in `folder`, the user's own. `exercises` are the ids that
    steps may name. Raises `StoreError` if the file cannot be read.
    """
    source = Path(entry.file)
    path = folder / f"{entry.id}{SUFFIX}" if entry.source == "bundled" else source
    data = read_whole(source, files)
    if data is None:
        raise StoreError(f"{source}: the file has gone; close the editor to see what is there.")
    plain = decode(data, source.name)
    if isinstance(plain, Problem):
        return (plain,)
    routine = load_routine(plain, file=source.name, stem=stem_of(source), exercises=exercises)
    if isinstance(routine, tuple):
        return routine
    text = data.removeprefix(_BOM).decode("utf-8")
    return Opened(path, data if path == source else read_whole(path, files), text, routine)


def new_file(folder: Path, id_: str) -> Opened:
    """The place of a routine that is new."""
    return Opened(folder / f"{id_}{SUFFIX}")


def copied(opened: Opened, folder: Path, id_: str) -> Opened:
    """The place of a routine that begins as a copy, with the comments of the one it was copied from."""
    return structs.replace(opened, path=folder / f"{id_}{SUFFIX}", data=None)


def save_routine(
    opened: Opened,
    routine: Routine,
    *,
    origins: Sequence[int | None] | None = None,
    overwrite: bool = False,
    files: Files = REAL,
) -> Opened | ChangedOnDisk:
    """Writes the routine into the file that was opened, and gives the file as it is now.

    Changes only the lines that the edit touched; `origins` are the draft's. A file that is not the one that was
    opened is left alone unless `overwrite`. A crash leaves the old file or the new one, whole. Raises
    `StoreError` if it cannot be written, and then the file is as it was.
    """
    if routine.id != stem_of(opened.path):
        raise ValueError(f"{routine.id} cannot be saved in {opened.path}")
    text = _text(opened, routine, origins)
    bom = _BOM if opened.data is not None and opened.data.startswith(_BOM) else b""
    data = bom + text.encode("utf-8")
    if len(data) > MOST_BYTES:
        raise StoreError(f"{opened.path}: the routine takes more than 256 KiB; shorten its texts.")
    lying = read_whole(opened.path, files)
    if lying not in (opened.data, data) and not overwrite:
        return ChangedOnDisk(opened.path, lying)
    if lying != data:
        write_whole(opened.path, data, files)
        put_schemas(opened.path.parent, files)
    return Opened(opened.path, data, text, routine)


def delete_routine(entry: Entry, files: Files = REAL) -> Deleted:
    """Deletes the file of a user's own routine; of an edited copy, which brings the original back.

    Raises `StoreError` if it cannot be deleted; a bundled routine never can.
    """
    path = Path(entry.file)
    if entry.source == "bundled":
        raise StoreError(f"{path}: this came with Soleus and cannot be deleted.")
    data = read_whole(path, files)
    if data is None:
        raise StoreError(f"{path}: the file has gone already.")
    try:
        files.remove(path)
        files.fsync_folder(path.parent)
    except OSError as error:
        raise StoreError(unwritable(path, error)) from error
    return Deleted(path, data)


def restore_original(entry: Entry, files: Files = REAL) -> Deleted:
    """Deletes an edited copy, so that the bundled routine is back. Raises `StoreError`."""
    if entry.source != "edited":
        raise StoreError(f"{entry.file}: there is no original to go back to.")
    return delete_routine(entry, files)


def bring_back(deleted: Deleted, files: Files = REAL) -> ChangedOnDisk | None:
    """Undoes a deletion, unless another file has taken the place. Raises `StoreError`."""
    lying = read_whole(deleted.path, files)
    if lying is not None and lying != deleted.data:
        return ChangedOnDisk(deleted.path, lying)
    write_whole(deleted.path, deleted.data, files)
    return None


def _text(opened: Opened, routine: Routine, origins: Sequence[int | None] | None) -> str:
    from app.storage.routine_text import SCHEMA, edited_text, new_text  # tomlkit: only when saving

    if opened.text is None or opened.routine is None:
        return new_text(routine)
    text = edited_text(opened.text, opened.routine, routine, origins)
    if opened.data is not None or "#:schema" in text:
        return text
    newline = "\r\n" if "\r\n" in text else "\n"
    return f"#:schema {SCHEMA}{newline}{text}"
