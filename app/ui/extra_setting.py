"""Adds one more set to a routine once somebody has said yes, and takes it back. Knows no test."""

from collections.abc import Callable

from app.core.care.extra_set import Extra, with_extra
from app.core.editing.desk import RoutineFile
from app.core.editing.draft import Draft
from app.core.ports import RecordError
from app.core.undoing import undo
from app.ui.stage import Stage
from app.views.self_tests import extra_added, extra_changed_elsewhere, extra_unfinished


def add_extra(shell: Stage, extra: Extra, look_again: Callable[[], None]) -> str:
    """Why it could not be added, or "". A bundled routine becomes an edited copy, as in the editor.

    `look_again` is called after it was taken back.
    """
    books, desk = shell.books, shell.house.editing
    entry = books.entry(extra.routine)
    if entry is None:
        return ""
    if any(left.routine == entry.id for left in desk.unfinished()):
        return extra_unfinished(entry.name)  # saving would forget what the editor has kept
    try:
        file = desk.open(entry, books.library)
        done = file.save(with_extra(file.begun, extra), books.library)
    except RecordError as error:
        return str(error)
    if done is None:
        return extra_changed_elsewhere(entry.name)
    books.read_routines()

    def take_back() -> None:
        try:
            _take_back(shell, extra.routine, file, done, was_bundled=entry.source == "bundled")
        except RecordError as error:
            books.trouble = str(error)
        books.read_routines()
        look_again()

    shell.offer_undo(extra_added(extra, entry.name), take_back)
    return ""


def _take_back(shell: Stage, routine: str, file: RoutineFile, done: Draft, *, was_bundled: bool) -> None:
    """Raises `RecordError`, also where somebody else has changed the file meanwhile."""
    entry = shell.books.entry(routine)
    if entry is None or file.is_stale():
        raise RecordError(extra_changed_elsewhere(entry.name if entry else routine))
    if was_bundled:
        shell.house.editing.delete(entry)
    else:
        file.save(undo(done), shell.books.library)
