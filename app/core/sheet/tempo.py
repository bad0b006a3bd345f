"""How fast a sheet asks to move: "tempo 3-1-3", "3 s up, 3 s down", "slow". Knows no exercise.

Numbers are read in the order of a routine file: lift, hold at the top, lower, hold at the bottom.
"""

import re

from app.core.exercise import Tempo
from app.core.sheet.numbers import COUNT, whole
from app.core.sheet.scribble import Scribble

SLOW: Tempo = (3, 0, 3, 0)
"""What "slow" comes to: 3 s up and 3 s down, as in heavy slow resistance, a commonly used protocol (Beyer, 2015)."""
LIFT_S = 2
"""How long a lift takes where only the lowering is given, as in most exercises of the library: our choice."""

_STEP = r"([0-9](?:\.5)?)"
_DASHES = r"\s*[-:/]\s*"
_TEMPO = re.compile(
    rf"(?<![a-z])tempo\s*(?:of\s+)?[:=]?\s*{_STEP}{_DASHES}{_STEP}{_DASHES}{_STEP}(?:{_DASHES}{_STEP})?(?![0-9]|\s*[-:/])"
)
_RUN_TOGETHER = re.compile(r"(?<![a-z])tempo\s*(?:of\s+)?[:=]?\s*([0-9])([0-9])([0-9])([0-9])?(?![0-9])")
_DASHED = re.compile(r"(?<![0-9/.:-])([0-9])-([0-9])-([0-9])(?:-([0-9]))?(?![0-9/.:-])")

_UNIT = r"\s*-?\s*(?:seconds?|secs?|s|\")(?![a-z])"
_PHASE = rf"{COUNT}(?:{_UNIT})?"
_FOR = r"\s*(?:slowly\s+)?(?:for|over|in)\s+"
_UP = r"(?<![a-z])(?:up|lift|raise|rise|concentric)"
_DOWN = r"(?<![a-z])(?:(?:to\s+)?down|lower(?:ing)?|eccentric|ecc)"
_UPS = (re.compile(rf"{_PHASE}\s*(?:to\s+)?{_UP}(?![a-z])"), re.compile(rf"{_UP}{_FOR}{_PHASE}"),
        re.compile(rf"{_UP}\s*{COUNT}(?:{_UNIT})?"))  # fmt: skip
_DOWNS = (re.compile(rf"{_PHASE}\s*(?:to\s+)?{_DOWN}(?![a-z])"), re.compile(rf"{_DOWN}{_FOR}{_PHASE}"),
          re.compile(rf"{_DOWN}\s*{COUNT}(?:{_UNIT})?"))  # fmt: skip
_TOPS = (
    re.compile(rf"{_PHASE}\s*(?:hold|pause)(?![a-z])(?:\s+at\s+(?:the\s+)?top)?"),
    re.compile(rf"(?<![a-z])(?:hold|pause)(?:\s+(?:at\s+(?:the\s+)?top|for))*\s*{_PHASE}"),
)
_ONLY_DOWN = (
    re.compile(rf"{COUNT}{_UNIT}\s*(?:to\s+)?{_DOWN}(?![a-z])"),
    re.compile(rf"(?<![a-z])(?:lower(?:ing)?|eccentric|ecc){_FOR}{_PHASE}"),
)
_SLOW = re.compile(
    r"(?<![a-z])(?:slow(?:ly)?(?:\s*(?:and|&|\+|,)\s*controlled)?|controlled)(?:\s+(?:tempo|speed|movements?))?(?![a-z])"
)


def take_tempo(scribble: Scribble) -> Tempo | None:
    """A tempo told in numbers, struck out of the line; None if there is none, or if nothing of it lasts."""
    for pattern in (_TEMPO, _RUN_TOGETHER, _DASHED):
        if found := scribble.take(pattern, lambda found: any(map(_phase, found.groups()))):
            up, top, down, bottom = map(_phase, found.groups())
            return (up, top, down, bottom)
    if any(map(scribble.find, _UPS)) and any(map(scribble.find, _DOWNS)):
        return _take_both_ways(scribble)
    down_s = _take_phase(scribble, _ONLY_DOWN)
    return (LIFT_S, 0, down_s, 0) if down_s else None


def take_slow(scribble: Scribble) -> Tempo | None:
    return SLOW if scribble.take(_SLOW) else None


def _take_both_ways(scribble: Scribble) -> Tempo | None:
    up, down = _take_phase(scribble, _UPS), _take_phase(scribble, _DOWNS)
    return (up, _take_phase(scribble, _TOPS), down, 0) if up or down else None


def _take_phase(scribble: Scribble, patterns: tuple[re.Pattern[str], ...]) -> float:
    for pattern in patterns:
        if found := scribble.take(pattern, lambda found: whole(found["count"]) <= 10):
            return whole(found["count"])
    return 0


def _phase(text: str | None) -> float:
    return float(text or 0)
