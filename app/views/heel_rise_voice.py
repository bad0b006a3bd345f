"""What the voice says in the heel-rise test. Knows no voice; as in `spoken`, the fullest that is over in time.

The number is said on the way up and nothing on the way down: each of the two has its beat.
"""

from collections.abc import Iterator, Sequence

from app.core import cues
from app.core.cues import Cue
from app.core.manner import Manner
from app.core.record import Side
from app.core.speech_time import speech_ms
from app.views import words
from app.views.spoken import BREATH_MS

HOW = "Up on one beat, down on the next, as often as you can."
TO_END = "Press the right arrow when you have to stop."


def heel_rise_sentence(
    heard: Sequence[Cue],
    room_ms: int | None = None,
    manner: Manner = Manner(),  # noqa: B008  # frozen
) -> str:
    """All that is said at one moment within `room_ms` milliseconds; empty where nothing is, or fits."""
    if manner.verbosity == "chimes":
        return ""
    for said in _ways(heard, in_full=manner.verbosity == "full"):
        if room_ms is None or speech_ms(said, manner.speed) + BREATH_MS <= room_ms:
            return said
    return ""


def _ways(heard: Sequence[Cue], *, in_full: bool) -> Iterator[str]:
    """The fullest way to say all cues together, then each a degree barer."""
    ways = [found for cue in heard if (found := _said(cue))]
    first = 0 if in_full else 1
    for degree in range(first, max(map(len, ways), default=0) + first):
        yield " ".join(way[min(degree, len(way) - 1)] for way in ways)


def _said(cue: Cue) -> tuple[str, ...]:
    """The ways to say a cue, from the fullest to the barest; none where it has no words."""
    match cue:
        case cues.GetReady(work=work):
            leg = f"{_leg(work.side)}."
            return (f"Get ready. {leg} {HOW} {TO_END}", f"{leg} {HOW}", leg)
        case cues.Rest(ms=ms, next_work=work):
            coming = f"Then the {work.side} leg." if work is not None else ""
            length = f"Rest for {words.spoken_duration(ms)}."
            return (f"{length} {coming}", f"Rest. {coming}")
        case cues.Repetition(rep=rep):
            return (f"{rep}.",)
        case cues.PauseBegan():
            return ("Paused.",)
        case cues.GoOn(work=work):
            leg = f"{_leg(work.side)}."
            return (f"Get ready again. {leg}", leg)
        case cues.Finish():
            return ("Done. See what it came to.", "Done.")
        case _:
            return ()


def _leg(side: Side | None) -> str:
    return f"{words.side(side)} leg"
