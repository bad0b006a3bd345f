"""The short random id by which a device names its own logs. Knows no log."""

import re
from collections.abc import Callable
from pathlib import Path

from app.storage.files import Files, replace_file
from app.storage.paths import DEVICE

_ID = re.compile(r"[0-9a-z]{4,16}")


def known_device(folder: Path, files: Files) -> str | None:
    """The id of this device, or None if it has none yet (or one that was damaged)."""
    try:
        text = files.read(folder / DEVICE).decode("ascii", errors="replace").strip()
    except OSError:
        return None
    return text if _ID.fullmatch(text) else None


def device_id(folder: Path, files: Files, invent: Callable[[], str]) -> str:
    """The id of this device, made once by `invent` (4 to 16 lower-case letters and digits)."""
    if known := known_device(folder, files):
        return known
    made = invent()
    replace_file(files, folder / DEVICE, made.encode("ascii") + b"\n")
    return made
