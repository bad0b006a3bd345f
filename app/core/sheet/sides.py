"""Which side a sheet means. Knows no exercise, only what "both legs" comes to on one that has no sides."""

import re
from typing import Literal

from app.core.exercise import Sides
from app.core.sheet.scribble import Scribble

Meant = Literal["each", "together", "left", "right"]

_LIMB = (
    r"(?:sides?|legs?|limbs?|foot|feet|ankles?|knees?|calf|calves|heels?|hips?|arms?|hands?"
    r"|hamstrings?|glutes?|quads?)"
)
_OF_LIMB = rf"(?P<soft>\s*{_LIMB}(?![a-z]))?"
_NOT_A_SIDE = r"(?!\s+(?:way|direction|time|day|week|rep|set|morning|night|evening|hour|exercise|one))"
_LEFT = r"(?:left|lt|l)"
_RIGHT = r"(?:right|rt|r)"
_AND = r"\s*(?:\+|&|/|,|and|then)\s*"
_EACH = (
    re.compile(rf"(?<![a-z0-9])\(?(?:{_LEFT}{_AND}{_RIGHT}|{_RIGHT}{_AND}{_LEFT})\)?(?![a-z0-9]){_OF_LIMB}"),
    re.compile(
        rf"(?<![a-z])(?:on\s+)?(?:each|ea|per|either|alternate|alternating|alt)(?![a-z])\.?{_NOT_A_SIDE}{_OF_LIMB}"
    ),
    re.compile(
        r"(?<![a-z])(?:on\s+)?both\s+sides(?![a-z])|(?<![a-z0-9/])(?:e/s|ea/s|a\s+side)(?![a-z])|/\s*(?:side|leg|foot|arm)(?![a-z])"
    ),
    re.compile(
        r"(?<![a-z])(?:then\s+)?(?:repeat|swap|change|switch)(?:\s+(?:on|to|with|the|your|over))*"
        r"(?:\s+(?:other|opposite))?\s+(?:sides?|legs?|feet|foot)(?![a-z])"
    ),
)
_TOGETHER = re.compile(
    rf"(?<![a-z])(?:both(?![a-z])|bilat(?:eral(?:ly)?)?(?![a-z])\.?|b/l(?![a-z])|double(?=\s*-?\s*legs?)|two(?=\s*-?\s*(?:legs|legged|feet))|dl(?![a-z])){_OF_LIMB}"
)
_ONE = {
    "left": re.compile(
        rf"(?<![a-z0-9/'])(?:on\s+)?\(?{_LEFT}\)?(?![a-z0-9/']){_OF_LIMB}(?:\s+only(?![a-z]))?"
    ),
    "right": re.compile(
        rf"(?<![a-z0-9/'])(?:on\s+)?\(?{_RIGHT}\)?(?![a-z0-9/']){_OF_LIMB}(?:\s+only(?![a-z]))?"
    ),
}


def take_sides(scribble: Scribble) -> Meant | None:
    """The sides that the line names, struck out of it; the limb's own name may still name an exercise."""
    each = [found for pattern in _EACH if (found := scribble.take(pattern))]
    together = scribble.take(_TOGETHER)
    left, right = scribble.take(_ONE["left"]), scribble.take(_ONE["right"])
    if each or (left and right):
        return "each"
    if left or right:
        return "left" if left else "right"
    return "together" if together else None


def sides_of(meant: Meant | None, own: Sides | None) -> Sides | None:
    """`own` are the exercise's sides: "both legs" are one after the other, unless it moves them together."""
    match meant:
        case None | "left" | "right":
            return meant
        case "together" if own == "none":
            return "none"
        case _:
            return "both"
