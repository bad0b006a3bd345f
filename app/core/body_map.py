"""A small body from the front and from the back, with muscles marked on it. Knows no colour and no window."""

from collections.abc import Collection, Iterator, Mapping
from typing import Literal, NamedTuple

from app.core.figure import Arm, Leg, Pose
from app.core.shapes import Piece, Shape, beside
from app.core.silhouette import silhouette
from app.core.skeleton import XY, Skeleton, skeleton

Face = Literal["front", "back"]
APART = 0.29
"""How far each of the two bodies stands from the middle."""
STANDING = Pose(
    hip=(0, 0.53),
    near_arm=Arm(shoulder=16, elbow=6),
    far_arm=Arm(shoulder=16, elbow=6),
    near_leg=Leg(hip=3, knee=2),
    far_leg=Leg(hip=3, knee=2),
)


class Spot(NamedTuple):
    """Where a muscle is seen: shares of a limb's length, and how far outwards of its middle line."""

    face: Face
    limb: Literal["thigh", "shank", "foot", "trunk", "upper_arm", "neck"]
    begin: float
    end: float
    aside: float
    radius: float


SPOTS: Mapping[str, Spot] = {
    "gastrocnemius": Spot("back", "shank", 0.06, 0.48, 0.0, 0.027),
    "soleus": Spot("back", "shank", 0.40, 0.84, 0.0, 0.019),
    "tibialis-posterior": Spot("back", "shank", 0.45, 0.95, -0.010, 0.012),
    "hamstrings": Spot("back", "thigh", 0.26, 0.92, 0.0, 0.030),
    "glutes": Spot("back", "thigh", -0.12, 0.16, -0.016, 0.044),
    "erector-spinae": Spot("back", "trunk", 0.04, 0.62, 0.028, 0.017),
    "upper-back": Spot("back", "trunk", 0.66, 0.98, 0.046, 0.032),
    "neck": Spot("back", "neck", 0.10, 0.85, 0.012, 0.012),
    "plantar-fascia": Spot("back", "foot", 0.10, 0.90, 0.0, 0.013),
    "tibialis-anterior": Spot("front", "shank", 0.12, 0.76, 0.006, 0.016),
    "peroneals": Spot("front", "shank", 0.16, 0.82, 0.022, 0.011),
    "quadriceps": Spot("front", "thigh", 0.20, 0.90, 0.004, 0.032),
    "adductors": Spot("front", "thigh", 0.12, 0.66, -0.030, 0.017),
    "hip-flexors": Spot("front", "thigh", -0.12, 0.20, -0.004, 0.022),
    "abdominals": Spot("front", "trunk", 0.10, 0.68, 0.022, 0.022),
    "obliques": Spot("front", "trunk", 0.12, 0.60, 0.074, 0.018),
    "chest": Spot("front", "trunk", 0.74, 0.90, 0.052, 0.034),
    "shoulders": Spot("front", "upper_arm", -0.04, 0.26, 0.0, 0.027),
}


def body_map(muscles: Collection[str], also: Collection[str] = ()) -> tuple[Shape, ...]:
    """Both bodies, front at the left and back at the right; `also` are marked more softly."""
    body = skeleton(STANDING, "front")
    shapes: list[Shape] = []
    faces: tuple[tuple[Face, float], ...] = (("front", -APART), ("back", APART))
    for face, x in faces:
        marks = [
            *_marks(body, face, also, "mark_soft"),
            *_marks(body, face, muscles, "mark"),
        ]
        shapes += [_moved(piece, x) for piece in (*_plain(body), *marks)]
    return tuple(shapes)


def _plain(body: Skeleton) -> Iterator[Piece]:
    for piece in silhouette(body):
        yield piece._replace(role="plain")


def _marks(
    body: Skeleton, face: Face, muscles: Collection[str], role: Literal["mark", "mark_soft"]
) -> Iterator[Piece]:
    for muscle in muscles:
        spot = SPOTS.get(muscle)
        if spot is None or spot.face != face:
            continue
        for side in (1, -1):
            start, end = _limb(body, spot.limb, side)
            a = _beside(start, end, spot.begin, spot.aside * side)
            b = _beside(start, end, spot.end, spot.aside * side)
            middle = _beside(start, end, (spot.begin + spot.end) / 2, spot.aside * side)
            yield Piece(role, a, spot.radius * 0.6, middle, spot.radius)
            yield Piece(role, middle, spot.radius, b, spot.radius * 0.5)


def _limb(body: Skeleton, limb: str, side: int) -> tuple[XY, XY]:
    leg = body.near_leg if side == 1 else body.far_leg
    arm = body.near_arm if side == 1 else body.far_arm
    match limb:
        case "thigh":
            return leg.hip, leg.knee
        case "shank":
            return leg.knee, leg.ankle
        case "foot":
            return leg.heel, leg.toe
        case "upper_arm":
            return arm.shoulder, arm.elbow
        case "neck":
            return body.spine[-1], body.head
        case _:
            return body.spine[0], body.spine[-1]


def _beside(start: XY, end: XY, share: float, right: float) -> XY:
    """At `share` of the way, `right` units to the right of the picture, across the way."""
    way = 1 if end[1] > start[1] else -1
    return beside(start, end, share, -way * right)


def _moved(piece: Piece, x: float) -> Piece:
    return piece._replace(a=(piece.a[0] + x, piece.a[1]), b=(piece.b[0] + x, piece.b[1]))
