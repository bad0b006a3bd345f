"""What a reminder says, and the buttons of its note. Knows no clock and no desktop."""

from collections.abc import Callable

from app.core.diary import Diary
from app.core.due import Due, due_today
from app.core.reminders.reminder import About
from app.core.reminders.reminding import Notice
from app.views import words

OPEN, START, SNOOZE, SKIP = "default", "start", "snooze", "skip"
"""What a press on the note itself tells, and what its buttons tell."""

ANYTHING = "Time for a stretch"
NOT_YET = "Nothing is done yet today."
TODAY = "It is on for today."

BESIDES: dict[About, tuple[str, str]] = {
    "water": ("A glass of water", "When it suits you, and if you have not had one of late."),
    "posture": ("Change how you sit or stand", "Get up, shift or lean the other way: any change will do."),
}
"""What is said of what is not stretching; nothing has to be done or left for it."""

Name = Callable[[str], str]
"""The name of a routine by its id."""


def reminder_note(notice: Notice, diary: Diary, name: Name) -> tuple[str, str]:
    """The title and the text: what it is time for, and how much of it today has left."""
    if notice.about in BESIDES:
        return BESIDES[notice.about]
    dues = [due for due in due_today(diary) if due.left]
    if notice.routine is None:
        return ANYTHING, _left_of_all(dues, name) if dues else NOT_YET
    due = next((due for due in dues if due.routine == notice.routine), None)
    return f"Time for {name(notice.routine)}", _left_of(due) if due else TODAY


def reminder_buttons(notice: Notice) -> tuple[tuple[str, str], ...]:
    """What each tells and what is read on it. Without a routine there is nothing to start but the app."""
    start = ((START, "Start"),) if notice.routine is not None else ()
    return ((OPEN, "Open"), *start, (SNOOZE, "In 10 minutes"), (SKIP, "Not today"))


def unshown(why: str) -> str:
    return f"The reminder could not be shown: {why.rstrip('.')}. It is tried again at the next one."


def _left_of(due: Due) -> str:
    if due.times == 1:
        return TODAY
    return f"{due.done} of {due.times} are done today." if due.done else f"It is on {due.times} times today."


def _left_of_all(dues: list[Due], name: Name) -> str:
    return f"Still on for today: {words.listing([name(due.routine) for due in dues])}."
