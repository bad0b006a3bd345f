"""Reads a therapist's sheet from where a command says, and saves what it comes to. Knows no wording."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from app.adapters.clock import SystemClock
from app.core.days import day_of
from app.core.library import Library
from app.core.ports import RecordError
from app.core.routine import Routine
from app.core.sheet.line import SheetLine
from app.core.sheet.making import routine_of
from app.core.sheet.reading import read_sheet
from app.core.target import Target
from app.run.home import RunError, folder, library, settings, writing
from app.storage.errors import StoreError, unreadable
from app.storage.paths import ROUTINES
from app.storage.routine_files import ChangedOnDisk, new_file, save_routine
from app.views.sheet import ABOUT, nothing_to_save, taken_id
from app.views.words import sentence_case

if TYPE_CHECKING:
    from collections.abc import Sequence

STANDARD_INPUT = "-"
MOST_BYTES = 64 << 10


def sheet(file: str) -> tuple[tuple[SheetLine, ...], Library]:
    """What is understood of the sheet in a file, or in the standard input for "-", and the library it was read by.

    Raises `RunError`.
    """
    shelf = library()
    return read_sheet(_text(file), shelf.exercises), shelf


def save_sheet(
    lines: Sequence[SheetLine], file: str, id_: str, shelf: Library
) -> tuple[Path, Routine, tuple[Target, ...]]:
    """Makes a routine of the user's own of the lines, due from today on.

    Overwrites nothing. Raises `RunError`, and then nothing was saved.
    """
    clock = SystemClock()
    today = day_of(clock.now(), settings().day_start_h)
    name = sentence_case(id_.replace("-", " "))
    made = routine_of(lines, id_, name, shelf.exercises, today, about=ABOUT)
    if made is None:
        raise RunError(nothing_to_save(file))
    if entry := shelf.find(id_):
        raise RunError(taken_id(id_, entry.file))
    routine, targets = made
    if not targets:
        return save_new(routine), routine, ()
    with writing(clock) as store:
        path = save_new(routine)
        try:
            store.put_all(targets=targets)
        except RecordError as error:
            path.unlink()
            raise RunError(str(error)) from error
    return path, routine, targets


def save_new(routine: Routine) -> Path:
    """Writes a routine into a file of its own. Raises `RunError` if there is one already."""
    opened = new_file(folder() / ROUTINES, routine.id)
    try:
        saved = save_routine(opened, routine)
    except StoreError as error:
        raise RunError(str(error)) from error
    if isinstance(saved, ChangedOnDisk):
        raise RunError(taken_id(routine.id, str(saved.path)))
    return saved.path


def _text(file: str) -> str:
    """UTF-8 or UTF-16 with its mark, and anything else as Windows has it: any text can be read."""
    data = _data(file)
    if len(data) > MOST_BYTES:
        raise RunError(f"{file}: this is larger than {MOST_BYTES >> 10} KiB, which no sheet is.")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _data(file: str) -> bytes:
    try:
        if file == STANDARD_INPUT:
            return sys.stdin.buffer.read(MOST_BYTES + 1) if sys.stdin else b""
        path = Path(file)
        if not path.exists():
            raise RunError(f"{file}: there is no such file.")
        if path.is_dir():
            raise RunError(f"{file}: this is a folder; name a file of plain text.")
        with path.open("rb") as opened:
            return opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise RunError(unreadable(Path(file), error)) from error
    except ValueError as error:  # a NUL in the name
        raise RunError(f"{file!r}: there is no such file.") from error
