"""The shape of each state of a day, for colour is never alone in telling it. Knows no colour and no window.

A shape is given by the distance of a point from its edge, negative inside: from that follows how much of a pixel
the shape covers, so that it has smooth edges at any size.
"""

from math import hypot

from app.core.day_states import Kind

KINDS: tuple[Kind, ...] = ("done", "partly", "rest", "unwell", "paused", "missed", "unknown")
"""In the order of the legend."""

CORNER = 0.26
STROKE = 0.13
LEAST_STROKE_PX = 1.2
DOT = 0.19
CROSS = 0.3
BARS = 0.2
DASH = 0.17


def coverage(kind: Kind, x: float, y: float, side: float) -> float:
    """How much of the pixel in the middle of which (x, y) lies the shape covers, from 0 to 1.

    All in px: `x` to the right and `y` up from the middle of a cell that is `side` px wide and high. A day done
    is a filled square, so in a cell of 10 px the pixel at (0, 0) is covered whole, and that at (5, 0), half
    inside the edge, to 0.5.
    """
    return min(1.0, max(0.0, 0.5 - _distance(kind, x, y, side)))


def bar_coverage(x: float, y: float, side: float, radius: float) -> float:
    """The same for a plain square of `side` px with corners of `radius` px, from which bars are made."""
    return min(1.0, max(0.0, 0.5 - _square(x, y, side / 2, radius)))


def _distance(kind: Kind, x: float, y: float, side: float) -> float:
    stroke = max(LEAST_STROKE_PX, STROKE * side)
    square = _square(x, y, side / 2, CORNER * side)
    outline = max(square, -square - stroke)
    match kind:
        case "done":
            return square
        case "partly":
            return min(outline, max(square, y))
        case "missed":
            return outline
        case "rest":
            return hypot(x, y) - DOT * side
        case "unwell":
            return _line(abs(x), abs(y), CROSS * side) - stroke * 0.6
        case "paused":
            return max(abs(abs(x) - BARS * side) - stroke * 0.7, abs(y) - CROSS * side)
        case "unknown":
            return max(abs(x) - DASH * side, abs(y) - stroke * 0.4)


def _square(x: float, y: float, half: float, radius: float) -> float:
    across, along = abs(x) - half + radius, abs(y) - half + radius
    return hypot(max(across, 0.0), max(along, 0.0)) + min(max(across, along), 0.0) - radius


def _line(x: float, y: float, end: float) -> float:
    """From the diagonal that leads from the middle to (end, end)."""
    along = min(max((x + y) / 2, 0.0), end)
    return hypot(x - along, y - along)
