"""Puts the schemas where `#:schema` in the user's files points, for text editors. Knows no schema."""

from contextlib import suppress
from pathlib import Path

from app.storage.bundle import assets_folder
from app.storage.files import REAL, Files, replace_file

FOLDER = ".schema"
NAMES = ("routine.schema.json", "exercise.schema.json", "programme.schema.json")


def put_schemas(folder: Path, files: Files = REAL, assets: Path | None = None) -> None:
    """Into `folder`, that of the user's routines, where they are missing or old.

    They help an editor and no more, so a failure is silent. `assets` are those that come with Soleus.
    """
    source = assets_folder() if assets is None else assets
    with suppress(OSError):
        for name in NAMES:
            data = files.read(source / name)
            place = folder / FOLDER / name
            if _lying(place, files) != data:
                files.make_folder(place.parent)
                replace_file(files, place, data)


def _lying(place: Path, files: Files) -> bytes | None:
    try:
        return files.read(place)
    except FileNotFoundError:
        return None
