"""Hands a routine on: on paper, or as a file. Knows no command and no window."""

from pathlib import Path

from app.core.library import Library
from app.core.routine import Routine
from app.paper.ink import PaperSize
from app.run.home import RunError, folder, found, settings
from app.storage.bundle import routines_folder
from app.storage.errors import StoreError, unwritable
from app.storage.files import REAL, replace_file
from app.storage.paths import ROUTINES


def print_routine(wanted: str, target: str, paper: PaperSize) -> int:
    """Writes the sheet of the routine with that id or path to `target`; how many pages. Raises `RunError`."""
    from app.paper.sheet import sheet
    from app.views.handout import handout

    routine, library = found(wanted)
    printed = sheet(handout(routine, library, first_weekday=settings().first_weekday), paper)
    path = Path(target)
    try:
        replace_file(REAL, path, printed.data)
    except OSError as error:
        raise RunError(unwritable(path, error)) from error
    return printed.pages


def share_routine(wanted: str, target: str) -> Routine:
    """Writes the routine with that id or path, and its exercises, to `target`. Raises `RunError`."""
    from app.storage.deliveries import share

    routine, library = found(wanted)
    file = _file_of(routine, library)
    try:
        share(file, routine, (file.parent, folder() / ROUTINES, routines_folder()), Path(target))
    except StoreError as error:
        raise RunError(str(error)) from error
    return routine


def _file_of(routine: Routine, library: Library) -> Path:
    return next(Path(entry.file) for entry in library.routines if entry.routine == routine)
