"""Owns writing the files that a scheduler reads. Knows nothing of what is in them."""

from contextlib import suppress
from pathlib import Path

from app.core.ports import SchedulerError

ANOTHER = "it is set for another copy or data folder of Soleus"
"""Why what is installed does not call this one."""


def write(path: Path, text: bytes) -> None:
    """Whole or not at all. Raises `SchedulerError`."""
    beside = path.with_name(f".{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(text)
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise SchedulerError(f"{path}: could not be written ({error.strerror or error})") from error


def remove(path: Path) -> None:
    """One that is not there is removed already. Raises `SchedulerError`."""
    try:
        path.unlink(missing_ok=True)
    except NotADirectoryError:
        return
    except OSError as error:
        raise SchedulerError(f"{path}: could not be deleted ({error.strerror or error})") from error


def read(path: Path) -> bytes | None:
    """None if it is not there or cannot be read."""
    try:
        return path.read_bytes()
    except OSError:
        return None
