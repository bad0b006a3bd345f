"""Tapered pieces and polygons, of which every picture is put together. Knows no body, no colour and no window."""

import cmath
import math
from collections.abc import Collection
from typing import Literal, NamedTuple

from app.core.skeleton import XY

Role = Literal[
    "legs",
    "far_legs",
    "top",
    "skin",
    "far_skin",
    "shoe",
    "far_shoe",
    "hot",
    "mark",
    "mark_soft",
    "plain",
    "prop",
    "line",
    "wall",
    "warm",
    "cold",
]


class Piece(NamedTuple):
    """Two circles and all between them: centre and radius of each, in fractions of stature."""

    role: Role
    a: XY
    a_radius: float
    b: XY
    b_radius: float


class Block(NamedTuple):
    """A polygon, corner by corner."""

    role: Role
    corners: tuple[XY, ...]


Shape = Piece | Block
Extent = tuple[float, float, float, float]
"""Left, bottom, right and top."""


def beside(start: XY, end: XY, share: float, aside: float) -> XY:
    """The point at `share` of the way from start to end, `aside` to the left of the way.

    Down a standing leg, left is the front; up a standing trunk or head, left is the back.
    """
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = math.hypot(dx, dy) or 1.0
    return (start[0] + dx * share - dy / length * aside, start[1] + dy * share + dx / length * aside)


def flipped(shape: Shape) -> Shape:
    """As in a mirror that stands upright at x = 0."""
    if isinstance(shape, Piece):
        a, b = (-shape.a[0], shape.a[1]), (-shape.b[0], shape.b[1])
        return shape._replace(a=a, b=b)
    return Block(shape.role, tuple((-x, y) for x, y in shape.corners))


def fineness(piece: Piece) -> int:
    """How many corners each of its two arcs needs to look round: the larger it is, the more."""
    largest = max(piece.a_radius, piece.b_radius)
    return 6 if largest < 0.03 else 8 if largest < 0.045 else 14


def rims(piece: Piece, rim: float, corners: int) -> tuple[list[XY], list[XY]]:
    """The outline of a piece, moved inwards and outwards by `rim`: two arcs of so many corners each."""
    (ax, ay), (bx, by) = piece.a, piece.b
    along = math.atan2(by - ay, bx - ax)
    distance = math.hypot(bx - ax, by - ay)
    slope = (piece.a_radius - piece.b_radius) / distance if distance > 1e-9 else 0.0
    half = math.acos(max(-1.0, min(1.0, slope)))
    inner: list[XY] = []
    outer: list[XY] = []
    for x, y, radius, begin, sweep in (
        (bx, by, piece.b_radius, along - half, 2 * half),
        (ax, ay, piece.a_radius, along + half, 2 * (math.pi - half)),
    ):
        # Turning by a fixed step is a product of complex numbers: a tenth of the cost of sines.
        ray, turn = cmath.rect(1.0, begin), cmath.rect(1.0, sweep / (corners - 1))
        small, large = radius - rim, radius + rim
        for _ in range(corners):
            inner.append((x + small * ray.real, y + small * ray.imag))
            outer.append((x + large * ray.real, y + large * ray.imag))
            ray *= turn
    return inner, outer


def extent_of(shapes: Collection[Shape]) -> Extent:
    """The room that the shapes take."""
    xs: list[float] = []
    ys: list[float] = []
    for shape in shapes:
        if isinstance(shape, Piece):
            for (x, y), radius in ((shape.a, shape.a_radius), (shape.b, shape.b_radius)):
                xs += (x - radius, x + radius)
                ys += (y - radius, y + radius)
        else:
            xs += [x for x, _ in shape.corners]
            ys += [y for _, y in shape.corners]
    return min(xs), min(ys), max(xs), max(ys)
