"""Pictures of the user's own, read from their folder once and kept while they are few. Knows no exercise."""

from functools import lru_cache
from pathlib import Path

from kivy.core.image import Image
from kivy.graphics.texture import Texture

from app.ui.exercise_desk import ExerciseDesk

MOST_KEPT = 16
"""Each may take some tens of megabytes, as large as cameras make them."""


class Photographs:
    """Who knows the folder that they lie in: told by the shell, and asked only if there is one to be shown."""

    desk: ExerciseDesk | None = None


def photograph(name: str) -> Texture | None:
    """The picture of that name; None if it is not there or cannot be read."""
    if Photographs.desk is None:
        return None
    path = Photographs.desk.pictures / name
    try:
        return _read(path, path.stat().st_mtime_ns)
    except OSError:
        return None


@lru_cache(maxsize=MOST_KEPT)
def _read(path: Path, changed_ns: int) -> Texture | None:  # another picture of the same name
    try:
        return Image(str(path), nocache=True).texture
    except Exception:  # noqa: BLE001  # whatever a broken picture makes Kivy's decoders raise
        return None
