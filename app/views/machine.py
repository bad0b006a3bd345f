"""What works on this machine, in words: for Settings and `soleus doctor`. Knows no machine."""

from collections.abc import Sequence

from msgspec import Struct

from app.core.ports import Health, Part

NAMES: dict[Part, str] = {
    "display": "Display",
    "opengl": "OpenGL",
    "sound": "Sound",
    "notifications": "Notifications",
    "voice": "Voice",
    "screensaver": "Keeping the screen awake",
    "scheduler": "Scheduler",
    "data": "Data folder",
    "lock": "Lock",
    "log": "History",
}
REMEDIES: dict[Part, str] = {
    "display": "Routines can be followed in the terminal: soleus play calf-reset --terminal",
    "opengl": "Install the graphics driver (on Debian: libgl1 libegl1 libgl1-mesa-dri).",
    "sound": "Sessions are silent. Check that a sound device is connected and switched on.",
    "notifications": "The window shows its notes itself. A notification daemon would show them outside it.",
    "voice": "Chimes and the screen guide you. For a voice, install espeak-ng or speech-dispatcher.",
    "screensaver": "The screen may go dark in a session. The voice and the chimes go on.",
    "scheduler": "Reminders come while Soleus is open. Where the switch was on, turn it off and on again.",
    "data": "Set SOLEUS_HOME to a folder that can be written to.",
    "lock": "Close the other Soleus to record here.",
    "log": "Everything that could be read is kept. The lines named above were set aside.",
}
TESTS: dict[Part, str] = {"sound": "Play a chime", "voice": "Say something", "notifications": "Send a note"}


class PartRow(Struct, frozen=True):
    """One part of the machine; `test` is the label of its Test button, "" where there is none."""

    part: Part
    name: str
    works: bool
    text: str
    test: str


def part_rows(found: Sequence[Health]) -> tuple[PartRow, ...]:
    return tuple(
        PartRow(health.part, NAMES[health.part], health.works, _text(health), TESTS.get(health.part, ""))
        for health in found
    )


def doctor_lines(found: Sequence[Health]) -> tuple[str, ...]:
    """A line each: "ok       Voice: espeak-ng" or "missing  Voice: no engine was found. What to do."."""
    return tuple(f"{'ok' if row.works else 'missing':<8} {row.name}: {row.text}" for row in part_rows(found))


def _text(health: Health) -> str:
    if health.works:
        return health.by or "works"
    why = " ".join(health.why.split())
    return (
        f"{why[:1].upper()}{why[1:].rstrip('.')}. {REMEDIES[health.part]}" if why else REMEDIES[health.part]
    )
