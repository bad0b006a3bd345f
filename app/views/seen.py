"""What those see who cannot hear: a large word at every change, and the last sentence. Knows no window."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from app.core import cues
from app.core.cues import Cue
from app.core.exercise import Exercise
from app.core.timeline import Segment
from app.views import words
from app.views.spoken import sentence

SPACING_MS = 500
"""Two flashes a second at the most: more than three can bring on a seizure (WCAG 2.2, 2.3.1)."""


class Flash(Struct, frozen=True):
    """A change, to be seen from across the room. `number` counts them: another number is another flash.

    `mood` names the colour: "left" or "right" for work on that side, "work" for work on both, else "pause".
    """

    number: int = 0
    word: str = ""
    detail: str = ""
    mood: str = "pause"


class Seen(Struct, frozen=True):
    """What was last told. `at_ms` is when the last flash began, by the session's clock; None before the first."""

    flash: Flash = Flash()
    sentence: str = ""
    at_ms: int | None = None


def seen_after(seen: Seen, heard: Sequence[Cue], now_ms: int, exercises: Mapping[str, Exercise]) -> Seen:
    """What is seen once these cues were given. A change that follows too closely is written, but does not flash."""
    flash, at_ms = seen.flash, seen.at_ms
    found = next((found for cue in heard if (found := _flash(cue))), None)
    if found is not None and (at_ms is None or now_ms - at_ms >= SPACING_MS):
        flash, at_ms = Flash(seen.flash.number + 1, *found), now_ms
    return Seen(flash, sentence(heard, exercises) or seen.sentence, at_ms)


def _flash(cue: Cue) -> tuple[str, str, str] | None:
    """Word, detail and mood of a change; None for what is none, as the number of a repetition."""
    match cue:
        case cues.GetReady(work=work) | cues.GoOn(work=work):
            return "Get ready", _side(work), "pause"
        case cues.Begin(work=work) if work.kind == "hold":
            return "Hold", _side(work), work.side or "work"
        case cues.Begin(work=work) if work.rep in (None, 1):
            return "Go", _side(work), work.side or "work"
        case cues.Switch(to=side):
            return "Switch", f"{words.side(side)} side" if side else "", "pause"
        case cues.Rest(next_work=work):
            return "Rest", f"Then {_coming(work)}" if work else "", "pause"
        case cues.Relax():
            return "Relax", "", "pause"
        case cues.Wait():
            return "Ready?", "", "pause"
        case cues.PauseBegan():
            return "Paused", "", "pause"
        case cues.Finish():
            return "Done", "", "work"
        case _:
            return None


def _coming(work: Segment) -> str:
    return f"set {work.set} of {work.sets}" if work.sets > 1 or not work.side else f"the {work.side} side"


def _side(work: Segment) -> str:
    return f"{words.side(work.side)} side" if work.side else ""
