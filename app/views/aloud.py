"""What is read aloud on request: the control that has the keyboard, the screen, or the moment of a session.

Knows no window and no voice.
"""

from collections.abc import Sequence

from app.views.player import PlayerView

ON, OFF, CHOSEN, DISABLED, EMPTY = "on", "off", "chosen", "cannot be pressed now", "empty"


def control(own: Sequence[str], around: Sequence[str], state: str = "", *, disabled: bool = False) -> str:
    """Its own words, what they belong to, and how it stands.

    A switch has no words of its own: "Voice. Says what comes, and counts the last seconds. On."
    """
    first = [text for text in around if text not in own] if len(" ".join(own)) < _TELLING else []
    parts = [*(own or first), *(first if own else ()), state, DISABLED if disabled else ""]
    return sentences(parts)


_TELLING = 12
"""Characters from which a button's own words say enough: "More" does not."""


def moment(view: PlayerView) -> str:
    """Where a session stands: "Wall calf stretch, left side. Hold. 19 seconds. Set 1 of 2. Next: right side."."""
    title = f"{view.title}, {view.side} side" if view.side else view.title
    number = f"{view.number} {view.number_note}".strip()
    return sentences((title, view.phase, number, view.set_text, view.cue, view.next_text))


def sentences(parts: Sequence[str]) -> str:
    """Each part as a sentence of its own; what is empty, or stands there twice in a row, is left out."""
    said: list[str] = []
    for part in parts:
        text = " ".join(part.split())
        if text and (not said or said[-1] != text):
            said.append(text)
    return " ".join(_sentence(text) for text in said)


def _sentence(text: str) -> str:
    whole = text[:1].upper() + text[1:]
    return whole if whole[-1] in ".?!:…" else f"{whole}."
