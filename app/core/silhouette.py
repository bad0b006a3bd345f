"""The shape of a body and its things, as tapered pieces to be painted in order. Knows no colour and no window."""

import cmath
import math
from collections.abc import Collection, Iterator, Mapping
from itertools import pairwise
from typing import Literal, NamedTuple

from app.core.figure import Figure, Prop, moved, pose_at
from app.core.skeleton import (
    FOOT,
    XY,
    ArmPoints,
    LegPoints,
    Skeleton,
    skeleton,
)

Role = Literal[
    "legs",
    "far_legs",
    "top",
    "skin",
    "far_skin",
    "shoe",
    "far_shoe",
    "hot",
    "hot_soft",
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


class Place(NamedTuple):
    """Where a muscle lies on its limb: shares of the limb's length, and how far in front (+) or behind (-)."""

    limb: Literal["thigh", "shank", "foot", "trunk", "neck", "upper_arm"]
    begin: float
    end: float
    aside: float
    radius: float


MUSCLES: Mapping[str, tuple[Place, ...]] = {
    "gastrocnemius": (Place("shank", 0.08, 0.50, -0.019, 0.023),),
    "soleus": (Place("shank", 0.30, 0.84, -0.014, 0.020),),
    "tibialis-anterior": (Place("shank", 0.15, 0.75, 0.016, 0.012),),
    "tibialis-posterior": (Place("shank", 0.30, 0.90, -0.006, 0.012),),
    "peroneals": (Place("shank", 0.20, 0.85, 0.002, 0.012),),
    "plantar-fascia": (Place("foot", 0.17, 1.15, -0.004, 0.009),),
    "hamstrings": (Place("thigh", 0.20, 0.88, -0.022, 0.024),),
    "quadriceps": (Place("thigh", 0.18, 0.88, 0.022, 0.024),),
    "hip-flexors": (Place("thigh", -0.10, 0.30, 0.024, 0.018),),
    "glutes": (Place("thigh", -0.16, 0.20, -0.036, 0.026),),
    "adductors": (Place("thigh", 0.15, 0.75, 0.004, 0.016),),
    "erector-spinae": (Place("trunk", 0.02, 0.66, -0.034, 0.023),),
    "upper-back": (Place("trunk", 0.62, 0.98, -0.032, 0.018),),
    "abdominals": (Place("trunk", 0.08, 0.68, 0.034, 0.022),),
    "obliques": (Place("trunk", 0.12, 0.60, 0.010, 0.018),),
    "chest": (Place("trunk", 0.70, 0.96, 0.032, 0.018),),
    "shoulders": (Place("upper_arm", -0.05, 0.30, 0.0, 0.022),),
    "neck": (Place("neck", 0.05, 0.95, -0.012, 0.012),),
}
"""Where each muscle is seen from the side."""

OUTWARDS: Mapping[str, float] = {
    "peroneals": 0.022,
    "tibialis-anterior": 0.006,
    "tibialis-posterior": -0.018,
    "adductors": -0.026,
    "glutes": 0.030,
}
"""How far out a limb's muscle lies, seen from the front, where it is not in the middle."""

FRONT_OBLIQUES = (Place("trunk", 0.10, 0.66, 0.088, 0.026),)
SPINE_RADII = (0.064, 0.060, 0.056, 0.061, 0.056)
BAND_RADIUS = 0.007
CIRCLE_PARTS = 15


def shapes_at(
    figure: Figure,
    position: float,
    *,
    breath: float = 0.0,
    hot: Collection[str] = (),
    both: bool = False,
    mirror: bool = False,
) -> tuple[Shape, ...]:
    """Everything in the picture at `position` (0 to 1), from back to front.

    The same figure gives the same shapes in the same order at every position; only their places differ.
    """
    pose = pose_at(figure, position)
    body = skeleton(pose, figure.view, breath)
    props = [moved(prop, pose) for prop in figure.props]
    shapes = (
        *_behind(props),
        *silhouette(body, hot, both=both, bare=figure.bare),
        *_before(props, body),
    )
    return tuple(map(_flip, shapes)) if mirror else shapes


def silhouette(
    body: Skeleton, hot: Collection[str] = (), *, both: bool = False, bare: bool = False
) -> Iterator[Shape]:
    """The body from back to front; the muscles in `hot` on the near side, or on `both`."""
    far_leg = _leg(body.far_leg, "far_legs", "far_skin" if bare else "far_shoe", body.view)
    yield from _arm(body.far_arm, "far_skin")
    if body.view == "side":
        yield from far_leg
    if both:
        yield from _hot_limbs(body.far_leg, hot, body.view, -1)
    if body.view == "side":
        yield from _side_trunk(body, hot)
    else:
        yield from _front_trunk(body, hot, both=both)
    yield from _head(body)
    if body.view != "side":  # both legs are in front of the trunk
        yield from far_leg
    yield from _leg(body.near_leg, "legs", "skin" if bare else "shoe", body.view)
    yield from _hot_limbs(body.near_leg, hot, body.view, 1)
    yield from _arm(body.near_arm, "skin", sleeve=True)
    if "shoulders" in hot:
        yield from _hot(MUSCLES["shoulders"], body.near_arm.shoulder, body.near_arm.elbow, 1)


def rims(piece: Piece, rim: float) -> tuple[list[XY], list[XY]]:
    """The outline of a piece, moved inwards and outwards by `rim`: two arcs, finer the larger they are."""
    largest = max(piece.a_radius, piece.b_radius)
    corners = 6 if largest < 0.03 else 8 if largest < 0.045 else 14
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


def bounds(figure: Figure) -> Extent:
    """The room that all that is ever in the picture takes, down to the floor."""
    extents = [extent_of(shapes_at(figure, step / 8)) for step in range(9)]
    lefts, bottoms, rights, tops = zip(*extents, strict=True)
    return min(lefts), min(0.0, *bottoms), max(rights), max(tops)


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


def _leg(leg: LegPoints, role: Role, shoe: Role, view: str) -> Iterator[Piece]:
    calf = _beside(leg.knee, leg.ankle, 0.32, -0.008 if view == "side" else 0.0)
    yield Piece(role, leg.hip, 0.058, leg.knee, 0.040)
    yield Piece(role, leg.knee, 0.038, calf, 0.040)
    yield Piece(role, calf, 0.040, leg.ankle, 0.024)
    if view != "side":
        yield from _front_foot(leg, shoe)
        return
    heel = _beside(leg.heel, leg.ball, 0.14, 0.019)
    ball = _beside(leg.heel, leg.ball, 1.0, 0.014)
    tip = _beside(leg.ball, leg.toe, 0.70, 0.011)
    yield Piece(shoe, leg.ankle, 0.023, heel, 0.019)
    yield Piece(shoe, leg.ankle, 0.022, ball, 0.014)
    yield Piece(shoe, heel, 0.019, ball, 0.014)
    yield Piece(shoe, ball, 0.014, tip, 0.010)


def _front_foot(leg: LegPoints, shoe: Role) -> Iterator[Piece]:
    """The more of its length is seen, the broader is the ball of the foot."""
    wide = max(0.0, min(1.0, math.dist(leg.heel, leg.toe) / FOOT - 0.45))
    heel = _beside(leg.heel, leg.toe, 0.10 + 0.06 * wide, 0.0)
    ball = _beside(leg.heel, leg.toe, 0.80 - 0.08 * wide, 0.0)
    yield Piece(shoe, leg.ankle, 0.023, heel, 0.019 + 0.010 * wide)
    yield Piece(shoe, heel, 0.019 + 0.010 * wide, ball, 0.015 + 0.027 * wide)
    yield Piece(shoe, ball, 0.015 + 0.027 * wide, _beside(ball, leg.toe, 0.45, 0.0), 0.013 + 0.020 * wide)


def _arm(arm: ArmPoints, role: Role, *, sleeve: bool = False) -> Iterator[Piece]:
    yield Piece(role, arm.shoulder, 0.032, arm.elbow, 0.026)
    yield Piece(role, arm.elbow, 0.026, arm.wrist, 0.018)
    yield Piece(role, arm.wrist, 0.018, arm.fingers, 0.014)
    if sleeve:
        yield Piece("top", arm.shoulder, 0.036, _beside(arm.shoulder, arm.elbow, 0.45, 0.0), 0.032)


def _side_trunk(body: Skeleton, hot: Collection[str]) -> Iterator[Piece]:
    yield Piece("skin", body.spine[-1], 0.032, body.neck, 0.029)
    for (a, a_radius), (b, b_radius) in pairwise(zip(body.spine, SPINE_RADII, strict=True)):
        yield Piece("top", a, a_radius, b, b_radius)
    for muscle, places in MUSCLES.items():
        if muscle in hot and places[0].limb == "trunk":
            yield from _hot_spine(places, body.spine)
    if "neck" in hot:
        yield from _hot(MUSCLES["neck"], body.spine[-1], body.head, -1)


def _front_trunk(body: Skeleton, hot: Collection[str], *, both: bool) -> Iterator[Piece]:
    near, far = body.near_arm.shoulder, body.far_arm.shoulder
    near_hip, far_hip = body.near_leg.hip, body.far_leg.hip
    yield Piece("skin", body.spine[-1], 0.032, body.neck, 0.029)
    yield Piece("top", far, 0.040, near, 0.040)
    yield Piece("top", far_hip, 0.045, near_hip, 0.045)
    yield Piece("top", _beside(far, near, 0.14, 0.0), 0.052, _beside(far_hip, near_hip, 0.1, 0.0), 0.048)
    yield Piece("top", _beside(far, near, 0.86, 0.0), 0.052, _beside(far_hip, near_hip, 0.9, 0.0), 0.048)
    yield Piece("top", body.spine[-1], 0.09, body.spine[0], 0.085)
    if "obliques" in hot:
        yield from _hot(FRONT_OBLIQUES, body.spine[0], body.spine[-1], -1)
        if both:
            yield from _hot(FRONT_OBLIQUES, body.spine[0], body.spine[-1], 1)


def _head(body: Skeleton) -> Iterator[Piece]:
    yield Piece("skin", body.head, 0.056, _beside(body.head, body.crown, 0.45, 0.0), 0.058)
    if body.view == "side":
        # A nose, so that it is clear which way the figure looks.
        yield Piece("skin", _beside(body.head, body.crown, 0.1, -0.045), 0.014, _nose(body), 0.008)
    else:
        for aside in (-0.021, 0.021):
            eye = _beside(body.head, body.crown, 0.28, aside)
            yield Piece("shoe", eye, 0.006, _beside(body.head, body.crown, 0.34, aside), 0.006)


def _nose(body: Skeleton) -> XY:
    return _beside(body.head, body.crown, 0.0, -0.066)


def _hot_limbs(leg: LegPoints, hot: Collection[str], view: str, side: int) -> Iterator[Piece]:
    limbs = {"thigh": (leg.hip, leg.knee), "shank": (leg.knee, leg.ankle), "foot": (leg.heel, leg.ball)}
    for muscle, places in MUSCLES.items():
        if muscle in hot and places[0].limb in limbs:
            start, end = limbs[places[0].limb]
            if view == "side":
                # In front of a thigh or shank is to its left, of a foot (its upper side) as well.
                yield from _hot(places, start, end, 1)
            else:
                # Outwards is to the left of the near limb and to the right of the far one.
                outwards = OUTWARDS.get(muscle, 0.0)
                yield from _hot(tuple(place._replace(aside=outwards) for place in places), start, end, side)


def _hot(places: tuple[Place, ...], start: XY, end: XY, way: int) -> Iterator[Piece]:
    for place in places:
        a = _beside(start, end, place.begin, way * place.aside)
        b = _beside(start, end, place.end, way * place.aside * 0.7)
        middle = _beside(start, end, (place.begin + place.end) / 2, way * place.aside * 1.1)
        yield Piece("hot", a, place.radius * 0.6, middle, place.radius)
        yield Piece("hot", middle, place.radius, b, place.radius * 0.45)


def _hot_spine(places: tuple[Place, ...], spine: tuple[XY, ...]) -> Iterator[Piece]:
    """Along the curve of the trunk; its front is to the right of the way up."""
    for place in places:
        shares = [place.begin + (place.end - place.begin) * part / 3 for part in range(4)]
        points = [_beside_spine(spine, share, -place.aside) for share in shares]
        radii = (place.radius * 0.5, place.radius, place.radius, place.radius * 0.5)
        for (a, a_radius), (b, b_radius) in pairwise(zip(points, radii, strict=True)):
            yield Piece("hot", a, a_radius, b, b_radius)


def _beside_spine(spine: tuple[XY, ...], share: float, aside: float) -> XY:
    parts = len(spine) - 1
    part = min(parts - 1, int(share * parts))
    return _beside(spine[part], spine[part + 1], share * parts - part, aside)


def _beside(start: XY, end: XY, share: float, aside: float) -> XY:
    """The point at `share` of the way from start to end, `aside` to the left of the way.

    Down a standing leg, left is the front; up a standing trunk or head, left is the back.
    """
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = math.hypot(dx, dy) or 1.0
    return (start[0] + dx * share - dy / length * aside, start[1] + dy * share + dx / length * aside)


def _behind(props: Collection[Prop]) -> Iterator[Shape]:
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


def _before(props: Collection[Prop], body: Skeleton) -> Iterator[Piece]:
    """What is held or laid on is painted over the body."""
    points = body.points
    for prop in props:
        if prop.kind in ("band", "strap", "towel") and prop.start is not None and prop.end is not None:
            radius = prop.width / 2 or BAND_RADIUS
            yield Piece("line", _point(prop.start, points), radius, _point(prop.end, points), radius)
        elif prop.kind == "circle":
            yield from _circle(_middle_of(prop, points), prop.width / 2 or 0.09, -1 if prop.backwards else 1)
        elif prop.kind == "heat-pack":
            yield from _heat_pack(*_middle_of(prop, points))
        elif prop.kind == "cold-pack":
            yield from _cold_pack(*_middle_of(prop, points))


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
            yield Piece(
                "cold", _beside(middle, tip, 0.55, 0.0), 0.004, _beside(middle, tip, 0.8, aside), 0.004
            )


def _circle(middle: XY, radius: float, way: int) -> Iterator[Piece]:
    """Five sixths of a circle with an arrow's head at its end."""
    points = [
        (middle[0] + way * radius * math.cos(turn), middle[1] + radius * math.sin(turn))
        for turn in (math.radians(60 - 300 * part / CIRCLE_PARTS) for part in range(CIRCLE_PARTS + 1))
    ]
    for a, b in pairwise(points):
        yield Piece("line", a, 0.005, b, 0.005)
    yield Piece("line", points[-1], 0.016, _beside(points[-2], points[-1], 1.9, -0.004 * way), 0.001)


def _middle_of(prop: Prop, points: Mapping[str, XY]) -> XY:
    return _point(prop.start, points) if prop.start is not None else (prop.x, prop.y)


def _point(place: str | XY, points: Mapping[str, XY]) -> XY:
    return points[place] if isinstance(place, str) else place


def _box(role: Role, x: float, y: float, width: float, height: float) -> Block:
    return Block(role, ((x, y), (x + width, y), (x + width, y + height), (x, y + height)))


def _flip(shape: Shape) -> Shape:
    if isinstance(shape, Piece):
        a, b = (-shape.a[0], shape.a[1]), (-shape.b[0], shape.b[1])
        return shape._replace(a=a, b=b)
    return Block(shape.role, tuple((-x, y) for x, y in shape.corners))
