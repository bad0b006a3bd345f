"""What Settings says of the person's data: where it lies, taking it out and in, backups. Knows no file."""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from app.views import words
from app.views.transfer import BackupRow, TransferView

MOST_BACKUPS = 30
NAMES = {".csv": "soleus", ".json": "soleus", ".zip": "soleus-everything"}
EXPORTS: dict[str, tuple[str, str, str]] = {
    ".csv": ("table", "A table", "Every session as CSV, for a spreadsheet."),
    ".json": ("braces", "A file for programs", "Every session as JSON. Soleus reads it back exactly."),
    ".zip": ("archive", "Everything", "Sessions, days, targets, settings and your own routines, as a zip."),
}
"""The kinds of export by their ending, each with an icon, what it is, and what it is for."""
EXPORT_TITLE = "Export your data"
SAVE_TITLE = "Where to write it"
OPEN_TITLE = "A file to import"
NOTHING_TO_BACK_UP = "There is nothing to back up yet."
WHICH_HABITS = "There are several habits in this file. Which are about stretching?"
NOT_UNDERSTOOD = "Left out, for it was not understood:"
RESTORE_ABOUT = (
    "Your sessions, days, targets, settings and own routines become what they were then. What is here now is "
    "backed up first, so you can come back to it."
)
WRITTEN_TITLE = "It is written"
NOT_WRITTEN_TITLE = "It could not be written"
BACKED_UP = "A backup was made."


class ImportView(Struct, frozen=True):
    """A file before it is brought in: either which of its habits are wanted, or what it would do.

    With `asks_path` there is no file yet, and no dialog of the machine's that could ask for one.
    """

    file: str
    lines: tuple[str, ...] = ()
    left_out_title: str = ""
    left_out: tuple[str, ...] = ()
    question: str = ""
    habits: tuple["HabitRow", ...] = ()
    asks_path: bool = False
    can_import: bool = False
    trouble: str = ""


class HabitRow(Struct, frozen=True):
    name: str
    wanted: bool


ASKING = ImportView("Which file?", asks_path=True)
READING = ImportView("Reading the file…")


class BackupsView(Struct, frozen=True):
    """The backups there are, the newest first."""

    rows: tuple[BackupRow, ...]
    about: str
    said: str = ""
    trouble: str = ""


def export_name(ending: str, today: date) -> str:
    """The name that a file gets: "soleus-2026-11-22.csv"."""
    return f"{NAMES[ending]}-{today.isoformat()}{ending}"


def written_text(sessions: int, path: str, ending: str) -> str:
    what = "Everything" if ending == ".zip" else words.count(sessions, "session")
    return f"{what}, in this file:\n{path}"


def import_view(
    file: str,
    view: TransferView | None = None,
    habits: Sequence[str] = (),
    wanted: Sequence[str] = (),
    *,
    trouble: str = "",
) -> ImportView:
    """The file named `file`, by what it would do or, until that is known, by the habits in it."""
    left_out = view.left_out if view else ()
    return ImportView(
        file=file,
        lines=view.lines if view else (),
        left_out_title=NOT_UNDERSTOOD if left_out else "",
        left_out=left_out,
        question=WHICH_HABITS if habits else "",
        habits=tuple(HabitRow(name, name in wanted) for name in habits),
        can_import=view is not None and not view.changes_nothing,
        trouble=trouble,
    )


def imported_text(view: TransferView) -> str:
    """The first thing that was done: "Added 21 sessions from 1 October 2026 to 21 October 2026."."""
    first = view.lines[0]
    for now, then in (("Adds ", "Added "), ("Changes ", "Changed ")):
        if first.startswith(now):
            return then + first.removeprefix(now)
    return first


def backups_view(rows: Sequence[BackupRow], *, said: str = "", trouble: str = "") -> BackupsView:
    about = (
        "Soleus makes one on each day that it is opened, and before each import. Press one to bring it back."
        if rows
        else "No backups yet. Soleus makes one on each day that it is opened."
    )
    return BackupsView(tuple(rows[:MOST_BACKUPS]), about, said, trouble)


def restore_title(row: BackupRow) -> str:
    return f"Bring back {row.when}?"


def restored_text(row: BackupRow) -> str:
    return f"Everything is as it was: {row.when}."
