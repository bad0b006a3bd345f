"""The shape of a body and the muscles on it, as tapered pieces to be painted in order. Knows no things around it."""

import math
from collections.abc import Collection, Iterator, Mapping
from itertools import pairwise
from typing import Literal, NamedTuple

from app.core.shapes import Piece, Role, beside
from app.core.skeleton import FOOT, XY, ArmPoints, LegPoints, Skeleton


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
    "neck": (Place("neck", 0.24, 0.95, -0.030, 0.017),),
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


def silhouette(
    body: Skeleton, hot: Collection[str] = (), *, both: bool = False, bare: bool = False
) -> Iterator[Piece]:
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
    if "neck" in hot and body.view == "side":
        yield from _hot(MUSCLES["neck"], body.spine[-1], body.head, -1)
    if body.view != "side":  # both legs are in front of the trunk
        yield from far_leg
    yield from _leg(body.near_leg, "legs", "skin" if bare else "shoe", body.view)
    yield from _hot_limbs(body.near_leg, hot, body.view, 1)
    yield from _arm(body.near_arm, "skin", sleeve=True)
    if "shoulders" in hot:
        yield from _hot(MUSCLES["shoulders"], body.near_arm.shoulder, body.near_arm.elbow, 1)


def _leg(leg: LegPoints, role: Role, shoe: Role, view: str) -> Iterator[Piece]:
    calf = beside(leg.knee, leg.ankle, 0.32, -0.008 if view == "side" else 0.0)
    yield Piece(role, leg.hip, 0.058, leg.knee, 0.040)
    yield Piece(role, leg.knee, 0.038, calf, 0.040)
    yield Piece(role, calf, 0.040, leg.ankle, 0.024)
    if view != "side":
        yield from _front_foot(leg, shoe)
        return
    heel = beside(leg.heel, leg.ball, 0.14, 0.019)
    ball = beside(leg.heel, leg.ball, 1.0, 0.014)
    tip = beside(leg.ball, leg.toe, 0.70, 0.011)
    yield Piece(shoe, leg.ankle, 0.023, heel, 0.019)
    yield Piece(shoe, leg.ankle, 0.022, ball, 0.014)
    yield Piece(shoe, heel, 0.019, ball, 0.014)
    yield Piece(shoe, ball, 0.014, tip, 0.010)


def _front_foot(leg: LegPoints, shoe: Role) -> Iterator[Piece]:
    """The more of its length is seen, the broader is the ball of the foot."""
    wide = max(0.0, min(1.0, math.dist(leg.heel, leg.toe) / FOOT - 0.45))
    heel = beside(leg.heel, leg.toe, 0.10 + 0.06 * wide, 0.0)
    ball = beside(leg.heel, leg.toe, 0.80 - 0.08 * wide, 0.0)
    yield Piece(shoe, leg.ankle, 0.023, heel, 0.019 + 0.010 * wide)
    yield Piece(shoe, heel, 0.019 + 0.010 * wide, ball, 0.015 + 0.027 * wide)
    yield Piece(shoe, ball, 0.015 + 0.027 * wide, beside(ball, leg.toe, 0.45, 0.0), 0.013 + 0.020 * wide)


def _arm(arm: ArmPoints, role: Role, *, sleeve: bool = False) -> Iterator[Piece]:
    yield Piece(role, arm.shoulder, 0.032, arm.elbow, 0.026)
    yield Piece(role, arm.elbow, 0.026, arm.wrist, 0.018)
    yield Piece(role, arm.wrist, 0.018, arm.fingers, 0.014)
    if sleeve:
        yield Piece("top", arm.shoulder, 0.036, beside(arm.shoulder, arm.elbow, 0.45, 0.0), 0.032)


def _side_trunk(body: Skeleton, hot: Collection[str]) -> Iterator[Piece]:
    yield Piece("skin", body.spine[-1], 0.032, body.neck, 0.029)
    for (a, a_radius), (b, b_radius) in pairwise(zip(body.spine, SPINE_RADII, strict=True)):
        yield Piece("top", a, a_radius, b, b_radius)
    for muscle, places in MUSCLES.items():
        if muscle in hot and places[0].limb == "trunk":
            yield from _hot_spine(places, body.spine)


def _front_trunk(body: Skeleton, hot: Collection[str], *, both: bool) -> Iterator[Piece]:
    near, far = body.near_arm.shoulder, body.far_arm.shoulder
    near_hip, far_hip = body.near_leg.hip, body.far_leg.hip
    yield Piece("skin", body.spine[-1], 0.032, body.neck, 0.029)
    yield Piece("top", far, 0.040, near, 0.040)
    yield Piece("top", far_hip, 0.045, near_hip, 0.045)
    yield Piece("top", beside(far, near, 0.14, 0.0), 0.052, beside(far_hip, near_hip, 0.1, 0.0), 0.048)
    yield Piece("top", beside(far, near, 0.86, 0.0), 0.052, beside(far_hip, near_hip, 0.9, 0.0), 0.048)
    yield Piece("top", body.spine[-1], 0.09, body.spine[0], 0.085)
    if "obliques" in hot:
        yield from _hot(FRONT_OBLIQUES, body.spine[0], body.spine[-1], -1)
        if both:
            yield from _hot(FRONT_OBLIQUES, body.spine[0], body.spine[-1], 1)


def _head(body: Skeleton) -> Iterator[Piece]:
    yield Piece("skin", body.head, 0.056, beside(body.head, body.crown, 0.45, 0.0), 0.058)
    if body.view == "side":
        # A nose, so that it is clear which way the figure looks.
        yield Piece("skin", beside(body.head, body.crown, 0.1, -0.045), 0.014, _nose(body), 0.008)
    else:
        for aside in (-0.021, 0.021):
            eye = beside(body.head, body.crown, 0.28, aside)
            yield Piece("shoe", eye, 0.006, beside(body.head, body.crown, 0.34, aside), 0.006)


def _nose(body: Skeleton) -> XY:
    return beside(body.head, body.crown, 0.0, -0.066)


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
        a = beside(start, end, place.begin, way * place.aside)
        b = beside(start, end, place.end, way * place.aside * 0.7)
        middle = beside(start, end, (place.begin + place.end) / 2, way * place.aside * 1.1)
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
    return beside(spine[part], spine[part + 1], share * parts - part, aside)
