"""The name of one routine, without reading all of them. Knows no other meaning of its file."""

import tomllib
from collections.abc import Iterable
from pathlib import Path


def routine_name(routine: str, folders: Iterable[Path]) -> str:
    """What the file of that id calls itself, in the first folder that has one; else the id in words.

    Never raises. "calf-reset" without a file, or with one that cannot be understood, is "Calf reset".
    """
    for folder in folders:
        try:
            name = tomllib.loads((folder / f"{routine}.toml").read_text(encoding="utf-8")).get("name")
        except (OSError, ValueError, RecursionError):
            continue
        if isinstance(name, str) and name:
            return name
    return routine.replace("-", " ").capitalize()
