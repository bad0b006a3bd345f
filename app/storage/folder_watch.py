"""Notices what others change in the folder of the user's routines. Knows no content and no clock.

A look every two seconds costs less than any library that listens, works on network drives and synchronised
folders, and needs no thread: whoever has a clock calls `changed`.
"""

import os
from pathlib import Path

from app.core.folder import Changes, Look, Stamp, changes
from app.storage.exercise_files import EXERCISES
from app.storage.toml_files import SUFFIX

EVERY_S = 2.0


class WatchedFolder:
    """The TOML files of a folder and of its exercises; one that is not there is empty. Never raises."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._look = look_at(folder)

    def changed(self) -> Changes:
        """What has happened since the last time, or since the beginning.

        A file that is being written may be seen half done; the next time it has changed once more.
        """
        before, self._look = self._look, look_at(self._folder)
        return changes(before, self._look)


def look_at(folder: Path) -> Look:
    """The files as they are now: `evening.toml`, `exercises/wall.toml`. Hidden files do not count."""
    return {**_look(folder, ""), **_look(folder / EXERCISES, f"{EXERCISES}/")}


def _look(folder: Path, prefix: str) -> Look:
    found = {}
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.lower().endswith(SUFFIX) and not entry.name.startswith("."):
                    stamp = _stamp(entry)
                    if stamp is not None:
                        found[f"{prefix}{entry.name}"] = stamp
    except (OSError, ValueError):  # ValueError: a NUL in the name
        return {}
    return found


def _stamp(entry: os.DirEntry[str]) -> Stamp | None:
    try:
        status = entry.stat()
    except OSError:  # it went in this instant, or is a link to nothing
        return None
    return Stamp(status.st_size, status.st_mtime_ns)
