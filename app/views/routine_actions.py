"""What can be done with a routine besides starting it, and what is said afterwards. Knows no window.

The rows stand in the sheet behind "More" in this order; whoever adds one names it here and answers the name in
`app.ui.editing`.
"""

from msgspec import Struct

from app.core.library import Entry


class Action(Struct, frozen=True):
    """One row of the sheet; `name` is what the window is told when it is chosen."""

    name: str
    icon: str
    words: str
    about: str = ""


EDIT = Action("edit", "edit", "Edit")
EDIT_A_COPY = Action("edit", "edit", "Edit", "Yours to change; the original can be brought back.")
DUPLICATE = Action("duplicate", "duplicate", "Duplicate", "A second routine that begins as this one.")
PRINT = Action("print", "print", "Print a sheet", "With figures, doses and boxes to tick.")
SHARE = Action("share", "share", "Share as a file", "With its exercises, for another Soleus.")
DELETE = Action("delete", "remove", "Delete")
RESTORE = Action("restore", "restore", "Bring the original back", "Your changes go; you can undo it.")
MEND = Action("mend", "edit", "Open in a text editor")

NEW_TITLE = "New routine"
WAYS = (
    Action("blank", "plus", "Start with nothing", "Choose each exercise from the library."),
    Action("sheet", "sheet", "From a therapist's sheet", "Paste it, and it becomes a routine."),
)
"""How a routine of one's own begins."""


def actions(entry: Entry, *, opens_outside: bool = True) -> tuple[Action, ...]:
    """What can be done with this routine, or with the file that is in its place."""
    usable = entry.routine is not None
    found = []
    if usable:
        found += [EDIT_A_COPY if entry.source == "bundled" else EDIT, DUPLICATE, PRINT, SHARE]
    elif opens_outside:
        found.append(MEND)
    if entry.source == "edited":
        found.append(RESTORE)
    elif entry.source == "own":
        found.append(DELETE)
    return tuple(found)


def deleted(entry: Entry) -> str:
    return f"“{entry.name}” is deleted."


def restored(entry: Entry) -> str:
    return f"“{entry.name}” is as it was at first."


def copy_name(name: str, taken: frozenset[str]) -> str:
    """What a copy is called at first: "Calf reset, copy", then "Calf reset, copy 2"."""
    first = f"{name}, copy"
    if first not in taken:
        return first
    number = next(number for number in range(2, len(taken) + 3) if f"{first} {number}" not in taken)
    return f"{first} {number}"
