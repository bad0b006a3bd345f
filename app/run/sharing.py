"""Hands a routine on: on paper, or as a file. Knows no command and no window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app.adapters.clock import SystemClock
from app.core.library import Library
from app.core.routine import Routine
from app.run.home import RunError, folder, found, reading, settings
from app.storage.bundle import routines_folder
from app.storage.errors import StoreError, unwritable
from app.storage.files import REAL, replace_file
from app.storage.paths import ROUTINES

if TYPE_CHECKING:
    from app.core.target import Target
    from app.paper.ink import PaperSize
    from app.views.handout import Handout


def print_routine(wanted: str, target: str, paper: PaperSize) -> int:
    """Writes the sheet of the routine with that id or path to `target`; how many pages. Raises `RunError`."""
    from app.views.handout import handout

    routine, library = found(wanted)
    said = handout(routine, library, first_weekday=settings().first_weekday, target=_target_of(routine.id))
    return print_sheet(said, target, paper)


def print_sheet(said: Handout, target: str, paper: PaperSize) -> int:
    """Writes the sheet as a PDF to `target`; how many pages. Raises `RunError`."""
    from app.paper.sheet import sheet
    from app.storage.deliveries import PICTURES
    from app.storage.exercise_files import EXERCISES

    printed = sheet(said, paper, folder() / ROUTINES / EXERCISES / PICTURES)
    path = Path(target)
    try:
        replace_file(REAL, path, printed.data)
    except OSError as error:
        raise RunError(unwritable(path, error)) from error
    return printed.pages


def share_routine(wanted: str, target: str) -> Routine:
    """Writes the routine with that id or path, and its exercises, to `target`. Raises `RunError`."""
    routine, library = found(wanted)
    share_file(_file_of(routine, library), routine, target)
    return routine


def share_file(file: Path, routine: Routine, target: str) -> None:
    """Writes the routine that lies in `file`, and its exercises, to `target`. Raises `RunError`."""
    from app.storage.deliveries import share

    try:
        share(file, routine, (file.parent, folder() / ROUTINES, routines_folder()), Path(target))
    except StoreError as error:
        raise RunError(str(error)) from error


def _target_of(routine: str) -> Target | None:
    """When it is due; None as well if that cannot be read: a sheet is printed all the same."""
    from app.core.days import day_of
    from app.core.planning import current_target

    today = day_of(SystemClock().now(), settings().day_start_h)
    try:
        with reading() as store:
            return current_target(store.targets(), routine, today)
    except RunError:
        return None


def _file_of(routine: Routine, library: Library) -> Path:
    return next(Path(entry.file) for entry in library.routines if entry.routine == routine)
