"""Every key of the window and what it does, as the window tells it. Knows no window."""

from msgspec import Struct

HELP_KEYS = ("?", "f1")


class KeyRow(Struct, frozen=True):
    """A key, or several that do the same, and what they do."""

    keys: str
    deed: str


class KeyGroup(Struct, frozen=True):
    """The keys of one place."""

    title: str
    rows: tuple[KeyRow, ...]


TITLE = "Keys"
KEYS = (
    KeyGroup(
        "Everywhere",
        (
            KeyRow("Tab", "to the next button, with Shift to the one before"),
            KeyRow("Space, Enter", "press it"),
            KeyRow("Enter", "with nothing chosen: the large button"),
            KeyRow("Up, Down", "scroll; Page and Home, End too"),
            KeyRow("1 to 4", "the four places"),
            KeyRow("Esc", "back"),
            KeyRow("F11", "the whole screen, and back"),
            KeyRow("?, F1", "these keys"),
        ),
    ),
    KeyGroup(
        "In a session",
        (
            KeyRow("Space", "pause and go on; Done where you say when"),
            KeyRow("Right", "skip"),
            KeyRow("Left", "back"),
            KeyRow("+", "ten seconds more"),
            KeyRow("M", "mute"),
            KeyRow("F", "the whole screen, and back"),
            KeyRow("Esc", "stop; what was done is kept"),
        ),
    ),
)
