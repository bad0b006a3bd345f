"""Where the bundled content lies and how a test reads it, strictly and with no loader of the app's."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from app.core.exercise import Exercise
from app.core.programme.programme import Programme
from app.core.routine import Routine

ROUTINES = Path(__file__).parents[2] / "routines"
ROUTINE_FILES = sorted(ROUTINES.glob("*.toml"))
EXERCISE_FILES = sorted((ROUTINES / "exercises").glob("*.toml"))
PROGRAMME_FILES = sorted((ROUTINES / "programmes").glob("*.toml"))


def read_routine(path: Path) -> Routine:
    return msgspec.convert(_read(path), Routine)


def read_exercise(path: Path) -> Exercise:
    return msgspec.convert(_read(path), Exercise)


def read_programme(path: Path) -> Programme:
    return msgspec.convert(_read(path), Programme)


def every_text(value: Any) -> Iterator[str]:
    """Every string within a struct, a list or a table, whatever it means."""
    if isinstance(value, msgspec.Struct):
        value = msgspec.to_builtins(value)
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from every_text(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from every_text(item)


def _read(path: Path) -> Any:
    return tomllib.loads(path.read_text(encoding="utf-8"))
