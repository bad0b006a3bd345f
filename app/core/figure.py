"""The moving picture of an exercise: its keyframes, and which of them is shown when. Knows no drawing.

All lengths are fractions of the body's height H, x to the right and y upwards from the floor; all angles
degrees. The figure faces right; its near side is the side that works, and the picture is mirrored for the
other. See docs/figures.md for how to write one.
"""

import math
from itertools import pairwise
from typing import Annotated, Literal

from msgspec import Meta, Struct
from msgspec.structs import replace

Coordinate = Annotated[float, Meta(ge=-3, le=3)]
Point = tuple[Coordinate, Coordinate]
Degrees = Annotated[float, Meta(ge=-360, le=360)]
Share = Annotated[float, Meta(ge=0, le=1)]
View = Literal["side", "front", "above"]
PropKind = Literal[
    "wall",
    "chair",
    "step",
    "mat",
    "roller",
    "ball",
    "table",
    "band",
    "strap",
    "towel",
    "heat-pack",
    "cold-pack",
    "circle",
]

BREATH_S = 5.0
"""A calm breath: twelve a minute."""


class Arm(Struct, frozen=True, forbid_unknown_fields=True):
    """Either where the hand is, or the joints' angles.

    `shoulder` 0 hangs along the trunk, 90 points forwards, 180 overhead, below 0 behind; `elbow` 0 is
    straight, up to 150 bent. `hand` wins over the angles. In the front view `shoulder` opens sideways.
    `palm` is where the fingers of a hand that lies flat point (0 to the right, 90 upwards); without it the
    hand goes on from the forearm. `seen` is how much of the length of upper arm and forearm the eye sees.
    """

    shoulder: Degrees = 8
    elbow: Degrees = 12
    hand: Point | None = None
    palm: Degrees | None = None
    seen: tuple[Share, Share] = (1, 1)


class Leg(Struct, frozen=True, forbid_unknown_fields=True):
    """Either where the foot is, or the joints' angles.

    `hip` 0 is in line with the trunk, 90 lifts the thigh forwards; `knee` 0 is straight, 150 fully bent;
    `ankle` 0 is a right angle, positive pulls the toes up, negative points them. `heel` or `toe` puts that
    point of the foot in its place, with the `sole` at an angle to the floor: 0 flat, positive toes up,
    negative heel up. `toes` bends the toes against the sole: up if positive, curled if negative. `seen` is
    how much of the length of thigh and shank the eye sees (1: all). In the front view `hip` opens sideways,
    and `sole` 90 shows the eye the whole sole, which a positive `ankle` tips outwards.
    """

    hip: Degrees = 0
    knee: Degrees = 4
    ankle: Degrees = 0
    heel: Point | None = None
    toe: Point | None = None
    sole: Degrees = 0
    toes: Annotated[float, Meta(ge=-60, le=80)] = 0
    seen: tuple[Share, Share] = (1, 1)


class Pose(Struct, frozen=True, forbid_unknown_fields=True):
    """One keyframe, at the share `at` of the way from the start (0) to the end (1) of the movement.

    `trunk` 0 is upright, 90 leans forwards to face the floor, -90 lies on the back. `spine` bends the trunk:
    positive rounds the back, negative arches it. `head` turns the head against the trunk, positive nods;
    `neck` leans the neck alone, so that the head glides forwards (positive) or back at the same gaze. `shrug`
    moves the shoulders forwards and up against the trunk.
    The body hangs from one point that has its place: the `hip`, the near `knee` (of a leg given by angles)
    or the `shoulder`. It moves straight from keyframe to keyframe, and the others turn around it.
    """

    hip: Point | None = None
    knee: Point | None = None
    shoulder: Point | None = None
    at: Share = 0
    trunk: Degrees = 0
    spine: Annotated[float, Meta(ge=-60, le=110)] = 0
    head: Degrees = 0
    neck: Degrees = 0
    shrug: Point = (0, 0)
    near_arm: Arm = Arm()
    far_arm: Arm = Arm()
    near_leg: Leg = Leg()
    far_leg: Leg = Leg()


class Prop(Struct, frozen=True, forbid_unknown_fields=True):
    """A thing in the picture. `x`, `y` is its lower left corner or, for what is round, its middle.

    A band, strap or towel, `width` thick, runs from `start` to `end`: a point of the body such as "near-hand",
    or [x, y].
    A circle is an arrow round `start`, forwards over its top or `backwards`. `moves` is how far the thing
    itself has gone at the end, and `end_moves` how far its `end` has gone besides.
    What stands `beyond` is on the far side of the body, which is seen before it.
    """

    kind: PropKind
    x: Coordinate = 0
    y: Coordinate = 0
    width: Annotated[float, Meta(ge=0, le=3)] = 0
    height: Annotated[float, Meta(ge=0, le=3)] = 0
    start: str | Point | None = None
    end: str | Point | None = None
    moves: Point = (0, 0)
    end_moves: Point = (0, 0)
    beyond: bool = False
    backwards: bool = False


class Contact(Struct, frozen=True, forbid_unknown_fields=True):
    """A point of the body that touches a thing in every frame: "near-hand" on "wall"; "floor" is always there."""

    point: str
    on: str


class Figure(Struct, frozen=True, forbid_unknown_fields=True):
    """Two keyframes or more, the first at 0 and the last at 1; none while nobody has drawn it yet.

    In a hold the figure goes to its end and breathes there or, with `rocks`, moves to and fro, once in
    `period` seconds. `hot` are the muscles that light up; empty for the exercise's own. `fast` names joints
    that may move faster than a calm person would, with the reason in a comment of the file. `bare` feet wear
    no shoes.
    """

    pose: Annotated[tuple[Pose, ...], Meta(max_length=6)] = ()
    view: View = "side"
    props: tuple[Prop, ...] = ()
    contacts: tuple[Contact, ...] = ()
    hot: tuple[str, ...] = ()
    both: bool = False
    rocks: bool = False
    bare: bool = False
    period: Annotated[float, Meta(ge=1, le=30)] = 4
    fast: tuple[str, ...] = ()

    @property
    def is_drawn(self) -> bool:
        return len(self.pose) > 1


def pose_at(figure: Figure, position: float) -> Pose:
    """The pose at `position` (0 to 1) between the keyframes, eased so that it starts and ends at rest."""
    poses = figure.pose
    for before, after in pairwise(poses):
        if position <= after.at:
            span = after.at - before.at
            share = max(0.0, (position - before.at) / span) if span else 1.0
            return _between(before, after, _eased(share))
    return poses[-1]


def moved(prop: Prop, pose: Pose) -> Prop:
    """The thing where it is in that pose: a ball that rolls, a towel that is drawn in."""
    if prop.moves == prop.end_moves == (0, 0):
        return prop
    x, y = prop.moves[0] * pose.at, prop.moves[1] * pose.at
    end_x, end_y = x + prop.end_moves[0] * pose.at, y + prop.end_moves[1] * pose.at
    return replace(
        prop,
        x=prop.x + x,
        y=prop.y + y,
        start=_shifted(prop.start, x, y),
        end=_shifted(prop.end, end_x, end_y),
    )


def to_and_fro(elapsed_s: float, period_s: float) -> float:
    """0 at the start, 1 after half a period, 0 again after a whole one, at even speed in between.

    With a period of 4 s: 0 after 0 s, 0.5 after 1 s, 1 after 2 s, 0.5 after 3 s.
    """
    share = (elapsed_s / period_s) % 1.0
    return 1.0 - abs(1.0 - 2.0 * share)


def breath(elapsed_s: float) -> float:
    """How full the chest is, from -1 to 1, in a calm rhythm."""
    return math.sin(math.tau * elapsed_s / BREATH_S)


def _shifted(place: str | Point | None, x: float, y: float) -> str | Point | None:
    if place is None or isinstance(place, str):
        return place
    return (place[0] + x, place[1] + y)


def _eased(share: float) -> float:
    return share * share * (3 - 2 * share)


def _mix(a: float, b: float, share: float) -> float:
    return a + (b - a) * share


def _mix_pairs(a: Point, b: Point, share: float) -> Point:
    return (_mix(a[0], b[0], share), _mix(a[1], b[1], share))


def _mix_points(a: Point | None, b: Point | None, share: float) -> Point | None:
    if a is None or b is None:
        return b if share >= 1 else a
    return _mix_pairs(a, b, share)


def _between(a: Pose, b: Pose, share: float) -> Pose:
    return Pose(
        hip=_mix_points(a.hip, b.hip, share),
        knee=_mix_points(a.knee, b.knee, share),
        shoulder=_mix_points(a.shoulder, b.shoulder, share),
        at=_mix(a.at, b.at, share),
        trunk=_mix(a.trunk, b.trunk, share),
        spine=_mix(a.spine, b.spine, share),
        head=_mix(a.head, b.head, share),
        neck=_mix(a.neck, b.neck, share),
        shrug=_mix_pairs(a.shrug, b.shrug, share),
        near_arm=_between_arms(a.near_arm, b.near_arm, share),
        far_arm=_between_arms(a.far_arm, b.far_arm, share),
        near_leg=_between_legs(a.near_leg, b.near_leg, share),
        far_leg=_between_legs(a.far_leg, b.far_leg, share),
    )


def _between_arms(a: Arm, b: Arm, share: float) -> Arm:
    return Arm(
        shoulder=_mix(a.shoulder, b.shoulder, share),
        elbow=_mix(a.elbow, b.elbow, share),
        hand=_mix_points(a.hand, b.hand, share),
        palm=None if a.palm is None or b.palm is None else _mix(a.palm, b.palm, share),
        seen=_mix_pairs(a.seen, b.seen, share),
    )


def _between_legs(a: Leg, b: Leg, share: float) -> Leg:
    return Leg(
        hip=_mix(a.hip, b.hip, share),
        knee=_mix(a.knee, b.knee, share),
        ankle=_mix(a.ankle, b.ankle, share),
        heel=_mix_points(a.heel, b.heel, share),
        toe=_mix_points(a.toe, b.toe, share),
        sole=_mix(a.sole, b.sole, share),
        toes=_mix(a.toes, b.toes, share),
        seen=_mix_pairs(a.seen, b.seen, share),
    )
