"""What is due today, routine by routine, as Today shows it. Knows no window and no clock."""

from collections.abc import Iterable

from msgspec import Struct

from app.core.due import Due
from app.core.library import Library

TITLE = "Due today"
ALL_DONE = "All that was due today is done"


class DueRow(Struct, frozen=True):
    """One routine: how often it was done of how often it is due, "" where once is all."""

    routine: str
    name: str
    count: str
    done: bool


class DueView(Struct, frozen=True):
    """What is left comes first."""

    title: str
    rows: tuple[DueRow, ...]


NOTHING_DUE = DueView("", ())


def due_view(dues: Iterable[Due], library: Library) -> DueView:
    """Routines that are no longer in the library are left out."""
    rows = [_row(due, entry.name) for due in dues if (entry := library.find(due.routine)) is not None]
    if not rows:
        return NOTHING_DUE
    title = ALL_DONE if all(row.done for row in rows) else TITLE
    return DueView(title, tuple(sorted(rows, key=lambda row: row.done)))


def _row(due: Due, name: str) -> DueRow:
    count = f"{due.done} of {due.times}" if due.times > 1 else ""
    return DueRow(due.routine, name, count, not due.left)
