"""Every key of the window and what it does, as the window tells it. Knows no window."""

from msgspec import Struct

HELP_KEYS = ("?", "f1")
ALOUD_KEYS = ("f2",)


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
            KeyRow("1 to 5", "the five places"),
            KeyRow("Ctrl+Z", "undo, as long as it is offered"),
            KeyRow("Esc", "back"),
            KeyRow("F11", "the whole screen, and back"),
            KeyRow("F2", "say what is chosen, or what stands here"),
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
            KeyRow("W", "something feels wrong: pause, and see what to do"),
            KeyRow("F", "the whole screen, and back"),
            KeyRow("Esc", "stop; what was done is kept"),
        ),
    ),
    KeyGroup(
        "How it felt, after a session",
        (
            KeyRow("Arrow keys", "move the slider that is chosen; the first one says 0"),
            KeyRow("Delete", "take its number back; Backspace too"),
            KeyRow("Enter", "done"),
        ),
    ),
    KeyGroup(
        "In a self-test",
        (
            KeyRow("Right, Left", "knee-to-wall: half a centimetre more, or less; + and - too"),
            KeyRow("Space, Enter", "knee-to-wall: that is it. Heel-rise: start it"),
            KeyRow("Right", "while you rise on your heels: end that leg"),
            KeyRow("Esc", "leave the test"),
        ),
    ),
    KeyGroup(
        "In the editor",
        (
            KeyRow("Alt with Up, Down", "move the step that is chosen; Ctrl does too"),
            KeyRow("Ctrl+C, Ctrl+V", "copy the step, paste it after the one that is chosen"),
            KeyRow("Delete", "remove the step"),
            KeyRow("Ctrl+Z, Ctrl+Y", "undo, and do it again; Ctrl+Shift+Z too"),
            KeyRow("Ctrl+S", "save and go on"),
            KeyRow("Enter", "with nothing chosen: save"),
        ),
    ),
    KeyGroup(
        "While you pose a figure",
        (
            KeyRow("Tab", "to the next point, from head to foot"),
            KeyRow("Arrow keys", "move the point; with Shift, further"),
            KeyRow("Space", "play the movement, and stop it"),
            KeyRow("Ctrl+Z, Ctrl+Y", "undo, and do it again"),
            KeyRow("Esc", "back to the exercise"),
        ),
    ),
)
