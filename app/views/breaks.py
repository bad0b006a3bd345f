"""What the offer of a break from sitting says, and why one was held back. Knows no clock and no desktop."""

from app.core.breaks.sitting import HeldBack, IntervalAsked, Reason
from app.core.routine import Routine
from app.views import words

TAKE, LATER, SKIP, LONGER, STAY = "take", "later", "skip", "longer", "stay"
"""What the buttons of the two notes tell."""

REASONS: dict[Reason, str] = {
    "do-not-disturb": "do not disturb was on",
    "full-screen": "a window filled the screen",
    "camera": "the camera was in use",
    "microphone": "the microphone was in use",
}


def break_note(sat_min: int, move: Routine) -> tuple[str, str]:
    return (
        "Time to get up",
        f"You have been sitting for {words.count(sat_min, 'minute')}. One move: {move.name}.",
    )


def break_buttons() -> tuple[tuple[str, str], ...]:
    return (("default", "Start"), (TAKE, "Start"), (LATER, "In 10 minutes"), (SKIP, "Not this one"))


def interval_note(asked: IntervalAsked) -> tuple[str, str]:
    """Asked after two breaks in a row that were not taken."""
    every = words.count(asked.every_min, "minute")
    if asked.longer_min == asked.every_min:
        return "Do the breaks suit you?", f"They come every {every}. The settings can switch them off."
    return (
        "Do the breaks come too often?",
        f"They come every {every}. They could come every {words.count(asked.longer_min, 'minute')}.",
    )


def interval_buttons(asked: IntervalAsked) -> tuple[tuple[str, str], ...]:
    longer = longer_label(asked)
    return (*([(LONGER, longer)] if longer else []), (STAY, "Leave it"))


def longer_label(asked: IntervalAsked) -> str:
    """The button for a longer interval, "" where there is none longer."""
    return f"Every {asked.longer_min} minutes" if asked.longer_min > asked.every_min else ""


def offer_line(move: Routine) -> str:
    """The offer in the window, in one line."""
    return f"Time to get up: {move.name}"


def held_back_line(entry: HeldBack) -> str:
    """Such as "Monday 9:39: the camera was in use"."""
    at = f"{words.WEEKDAYS[entry.at.weekday()]} {entry.at.hour}:{entry.at.minute:02}"
    return f"{at}: {words.listing([REASONS[reason] for reason in entry.reasons])}"
