"""Changing a routine's steps without the editor, through the same desk as the editor. Knows no screen."""

from collections.abc import Callable

from app.core.editing.desk import RoutineDesk, RoutineFile
from app.core.editing.draft import Draft
from app.core.library import Entry
from app.core.ports import RecordError
from app.core.undoing import undo
from app.ui.books import Books
from app.views.editing import CHANGED_MEANWHILE, UNFINISHED


def change_routine(
    desk: RoutineDesk, books: Books, entry: Entry, change: Callable[[Draft], Draft]
) -> Callable[[], None]:
    """Writes a routine of the library as `change` makes it; a bundled one becomes an edited copy.

    Returns what takes it back. Both read the library anew and raise RecordError: if it cannot be written, and
    rather than run over an edit that is not finished or a file that somebody else has changed.
    """
    if any(each.routine == entry.id for each in desk.unfinished()):
        raise RecordError(UNFINISHED)
    file = desk.open(entry, books.library)
    if file.begun.routine != entry.routine:
        raise RecordError(CHANGED_MEANWHILE)
    done = _save(file, change(file.begun), books)

    def take_back() -> None:
        copy = books.entry(entry.id)
        if file.is_stale():
            raise RecordError(CHANGED_MEANWHILE)
        if entry.source == "bundled" and copy is not None and copy.source == "edited":
            desk.delete(copy)
            books.read_routines()
        else:
            _save(file, undo(done), books)

    return take_back


def _save(file: RoutineFile, draft: Draft, books: Books) -> Draft:
    done = file.save(draft, books.library)
    if done is None:
        raise RecordError(CHANGED_MEANWHILE)
    books.read_routines()
    return done
