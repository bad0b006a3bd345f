"""What the editor asks and says while a routine is changed and kept. Knows no window."""

ADD_TITLE = "Add an exercise"
OTHER_TITLE = "Choose another exercise"
INSTEAD_TITLE = "Choose an exercise"
A_WAIT = "The wait"

LEAVE_TITLE = "Keep your changes?"
SAVE = ("save", "Save them")
DISCARD = ("remove", "Discard them")
STAY = ("edit", "Go on editing")

KEEP_MINE = ("edit", "Keep mine", "What you changed here counts. Saving writes over the file.")
TAKE_THEIRS = ("import", "Take the file’s", "What the other program wrote counts. Your changes go.")

RESUME = ("edit", "Go on with them")
BEGIN_ANEW = ("remove", "Discard them and begin anew")
UNNAMED = "A new routine"

NOT_OPENED = "It cannot be edited"
NOT_DELETED = "It could not be deleted"
NOT_BACK = "It could not be brought back"
CLOSE = "Close"


def removed(name: str) -> str:
    return f"“{name}” is removed."


def stale_title(file: str) -> str:
    return f"Another program has changed {file} meanwhile. Which is to count?"


def resume_title(name: str) -> str:
    return f"Your changes to “{name or UNNAMED}” were not saved the last time."


def unfinished_title(name: str) -> str:
    """What the list of routines offers after a crash."""
    return f"Go on editing “{name or UNNAMED}”"


UNFINISHED_ABOUT = "Your changes were not saved the last time."
UNFINISHED = "You have begun to edit this routine. Finish that first; the suggestion waits here."
CHANGED_MEANWHILE = "Its file has been changed meanwhile. Look at the routine, and try again."
