"""The things around a body, as shapes to be painted before or after it. Knows no colour and no window."""

import math
from collections.abc import Collection, Iterator, Mapping
from itertools import pairwise

from app.core.figure import Prop
from app.core.shapes import Block, Piece, Role, Shape, beside
from app.core.skeleton import XY, Skeleton

BAND_RADIUS = 0.007
CIRCLE_PARTS = 15


def behind(props: Collection[Prop]) -> Iterator[Shape]:
    """What the body stands, sits or lies before."""
    for prop in props:
        if prop.kind == "wall" and prop.beyond:
            yield from _wall_beyond(prop)
        else:
            yield from _thing(prop)


def _thing(prop: Prop) -> Iterator[Shape]:
    x, y = prop.x, prop.y
    match prop.kind:
        case "wall":
            yield _box("prop", x, 0.0, prop.width or 0.05, prop.height or 1.05)
        case "step":
            yield _box("prop", x, 0.0, prop.width or 0.3, prop.height or 0.1)
        case "mat":
            yield _box("prop", x, y - 0.012, prop.width or 1.2, prop.height or 0.012)
        case "table":
            width, height = prop.width or 0.4, prop.height or 0.43
            yield _box("prop", x, height - 0.025, width, 0.025)
            yield _box("prop", x + 0.02, 0.0, 0.025, height)
            yield _box("prop", x + width - 0.045, 0.0, 0.025, height)
        case "chair":
            yield from _chair(x, prop.width or 0.26, prop.height or 0.26)
        case "roller" | "ball":
            radius = prop.width / 2 or 0.045
            yield Piece("prop", (x, y), radius, (x + 1e-4, y), radius)
        case _:
            return


def _wall_beyond(prop: Prop) -> Iterator[Shape]:
    """A wall that one looks at, with its skirting board, both paler than what is near."""
    width = prop.width or 0.05
    yield _box("wall", prop.x, 0.0, width, prop.height or 1.05)
    yield _box("prop", prop.x, 0.0, width, 0.02)


def _chair(x: float, width: float, height: float) -> Iterator[Shape]:
    """A seat with its back at the left, at `x`."""
    yield _box("prop", x, height - 0.025, width, 0.025)
    yield _box("prop", x, height - 0.025, 0.022, 0.30)
    yield _box("prop", x + 0.005, 0.0, 0.022, height)
    yield _box("prop", x + width - 0.03, 0.0, 0.022, height)


def before(props: Collection[Prop], body: Skeleton) -> Iterator[Piece]:
    """What is held or laid on is painted over the body; a line that lacks an end is not."""
    points = body.points
    for prop in props:
        start, end = _point(prop.start, points), _point(prop.end, points)
        middle = (prop.x, prop.y) if start is None else start
        match prop.kind:
            case "band" | "strap" | "towel" if start is not None and end is not None:
                radius = prop.width / 2 or BAND_RADIUS
                yield Piece("line", start, radius, end, radius)
            case "circle":
                yield from _circle(middle, prop.width / 2 or 0.09, -1 if prop.backwards else 1)
            case "heat-pack":
                yield from _heat_pack(*middle)
            case "cold-pack":
                yield from _cold_pack(*middle)


def _heat_pack(x: float, y: float) -> Iterator[Piece]:
    """With three wisps that rise from it."""
    yield Piece("warm", (x - 0.045, y), 0.022, (x + 0.045, y), 0.022)
    for aside in (-0.045, 0.0, 0.045):
        wisp = [
            (x + aside + sway, y + 0.05 + 0.024 * up) for up, sway in enumerate((0.0, 0.011, -0.011, 0.0))
        ]
        for a, b in pairwise(wisp):
            yield Piece("warm", a, 0.006, b, 0.006)


def _cold_pack(x: float, y: float) -> Iterator[Piece]:
    """With a snowflake of six rays above it."""
    yield Piece("cold", (x - 0.045, y), 0.022, (x + 0.045, y), 0.022)
    middle = (x, y + 0.10)
    for ray in range(30, 360, 60):
        tip = (
            middle[0] + 0.048 * math.cos(math.radians(ray)),
            middle[1] + 0.048 * math.sin(math.radians(ray)),
        )
        yield Piece("cold", middle, 0.005, tip, 0.005)
        for aside in (-0.014, 0.014):
            yield Piece("cold", beside(middle, tip, 0.55, 0.0), 0.004, beside(middle, tip, 0.8, aside), 0.004)


def _circle(middle: XY, radius: float, way: int) -> Iterator[Piece]:
    """Five sixths of a circle with an arrow's head at its end."""
    points = [
        (middle[0] + way * radius * math.cos(turn), middle[1] + radius * math.sin(turn))
        for turn in (math.radians(60 - 300 * part / CIRCLE_PARTS) for part in range(CIRCLE_PARTS + 1))
    ]
    for a, b in pairwise(points):
        yield Piece("line", a, 0.005, b, 0.005)
    yield Piece("line", points[-1], 0.016, beside(points[-2], points[-1], 1.9, -0.004 * way), 0.001)


def _point(place: str | XY | None, points: Mapping[str, XY]) -> XY | None:
    return points.get(place) if isinstance(place, str) else place


def _box(role: Role, x: float, y: float, width: float, height: float) -> Block:
    return Block(role, ((x, y), (x + width, y), (x + width, y + height), (x, y + height)))
