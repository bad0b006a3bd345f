"""Puts the data of a backup in the place of what is there. Knows names and bytes, no content.

Nothing is lost if the machine stops in the middle, and there is no moment at which the history is missing:

1. Everything is written beside what is there first, as `<name>.new`, with an fsync each. A full disk is found
   here, and everything stays as it was. No reader looks at such files.
2. Each takes its place in one step. Logs come first: until the last has, old and new logs lie together and
   are read as a union, the newest revision of each session, so both are seen.
3. Only then what the backup does not have is deleted.

Whoever is cut off after the first step restores again; and the backup made before holds what there was.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from app.storage.archive import ArchiveRefused
from app.storage.errors import StoreError, unwritable
from app.storage.files import REAL, Files, closed_after, write_fully
from app.storage.paths import DEVICE, LOGS, ROUTINES, SETTINGS

_NEW = ".new"
_FOLDERS = (LOGS, ROUTINES)


def restore_into(folder: Path, data: Mapping[str, bytes], shown: str, files: Files = REAL) -> None:
    """Makes log, routines and settings in `folder` what they are in `data`, the files of a backup by name.

    The lock must be held. Names are taken to be safe: `read_archive` sees to it. A device's own id is put back
    too; where the backup has none, the device keeps the one it has. Raises `StoreError`.
    """
    wanted = {folder / name: content for name, content in _in_order(data)}
    if not any(folder / LOGS in path.parents for path in wanted):
        raise ArchiveRefused(shown, "there is no history in it; choose a backup")
    staged: list[Path] = []
    try:
        for path, content in wanted.items():
            files.make_folder(path.parent)
            staged.append(path.with_name(path.name + _NEW))
            _write(files, staged[-1], content)
    except OSError as error:
        for beside in staged:
            with suppress(OSError):
                files.remove(beside)
        raise StoreError(unwritable(folder, error)) from error
    try:
        for path, beside in zip(wanted, staged, strict=True):
            files.replace(beside, path)
        for place in dict.fromkeys((*(path.parent for path in wanted), folder)):
            files.fsync_folder(place)
        for path in _superfluous(folder, wanted):
            files.remove(path)
    except OSError as error:
        raise StoreError(f"{unwritable(folder, error)} Nothing is lost: restore once more.") from error


def _in_order(data: Mapping[str, bytes]) -> list[tuple[str, bytes]]:
    """What belongs to a data folder: logs first, and the device's id last, for it says which log is ours."""
    order = (f"{LOGS}/", f"{ROUTINES}/", SETTINGS, DEVICE)
    return [
        (name, content)
        for start in order
        for name, content in sorted(data.items())
        if (name.startswith(start) if start.endswith("/") else name == start)
    ]


def _write(files: Files, path: Path, content: bytes) -> None:
    with closed_after(files, files.open_new(path)) as descriptor:
        write_fully(files, descriptor, content)
        files.fsync(descriptor)


def _superfluous(folder: Path, wanted: Iterable[Path]) -> list[Path]:
    kept = set(wanted)
    there = [path for name in _FOLDERS for path in sorted((folder / name).rglob("*")) if path.is_file()]
    return [path for path in (*there, folder / SETTINGS) if path not in kept and path.is_file()]
