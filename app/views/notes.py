"""What notifications and tests of the machine say. Knows no daemon."""

from app.core.record import SessionRecord
from app.views import words

TEST_SENTENCE = "This is how Soleus sounds. Left side. Hold."
TEST_TITLE = "A note from Soleus"
TEST_BODY = "This is how it looks when a routine is done."
CLOCK_PAUSED = ("Your routine is paused", "The machine slept or its clock was set. Go on when you are ready.")
NO_VOICE = "This machine has no voice, so chimes mark each change. Settings says what is missing."

OPEN, GO_ON, STOP = "default", "go-on", "stop"
"""What a press on a note itself tells, and what its buttons tell."""
OPEN_BUTTONS = ((OPEN, "Open"),)
PAUSED_BUTTONS = (*OPEN_BUTTONS, (GO_ON, "Go on"), (STOP, "Stop"))


def still_paused(name: str, minutes: int) -> tuple[str, str]:
    """The title and the text of the one note that comes when a pause lasts."""
    return f"{name} is still paused", f"For {words.count(minutes, 'minute')} now. Go on when you are ready."


def discarded(record: SessionRecord) -> str:
    return f"{record.name} was discarded."


def finished(record: SessionRecord) -> tuple[str, str]:
    """The title and the text of the note at the end of a session."""
    done = words.duration(record.done_ms)
    if record.status == "finished":
        return f"{record.name} is done", f"{done} of work. It is in your history."
    if not record.done_ms:
        return f"{record.name} was stopped", "Nothing was done yet."
    return f"{record.name} was stopped", f"{done} of work was kept in your history."
