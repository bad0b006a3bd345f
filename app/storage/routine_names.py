"""The name of one routine, without reading all of them. Knows no other meaning of its file."""

import tomllib
from collections.abc import Iterable
from pathlib import Path

from app.storage.toml_files import SUFFIX, read_file


def routine_name(routine: str, folders: Iterable[Path]) -> str:
    """What the file of that id calls itself, in the first folder that has one; else the id in words.

    Never raises. "calf-reset" without a file, or with one that cannot be understood, is "Calf reset".
    """
    for folder in folders:
        file = read_file(folder / f"{routine}{SUFFIX}", routine)
        name = _name_in(file.text) if isinstance(file.text, str) else ""
        if name:
            return name
    return routine.replace("-", " ").capitalize()


def _name_in(text: str) -> str:
    try:
        name = tomllib.loads(text).get("name")
    except (tomllib.TOMLDecodeError, RecursionError):
        return ""
    return name if isinstance(name, str) else ""
