"""From a pose to the points of the body: forward kinematics, and the two-bone inverse where a hand or foot
has its place. Knows no drawing and no time.

Segment lengths are fractions of stature after Drillis & Contini 1966 (in Winter, Biomechanics and Motor
Control of Human Movement).
"""

import math
from typing import NamedTuple

from app.core.figure import Arm, Leg, Point, Pose, View

TRUNK = 0.288
NECK_AND_HEAD = 0.182
UPPER_ARM = 0.186
FOREARM = 0.146
HAND = 0.108
THIGH = 0.245
SHANK = 0.246
ANKLE_HEIGHT = 0.039
FOOT = 0.152
HEEL_BEHIND = 0.038
"""The heel lies behind the ankle by a quarter of the foot."""
BALL = 0.72
"""Toes begin at the ball of the foot, at this share of its length."""
NEARER = 1.35
"""How much larger a sole is seen that stretched legs hold out towards the eye."""
INSTEP = 0.026
"""How far the top of the foot lies above its ball."""
HALF_SHOULDERS = 0.129
HALF_HIPS = 0.0955
GRIP = 0.5
"""A hand's place is where its palm is: half-way down the hand."""
SPINE_PARTS = 4
BREATH_DEGREES = 1.2

XY = tuple[float, float]


class ArmPoints(NamedTuple):
    shoulder: XY
    elbow: XY
    wrist: XY
    palm: XY
    fingers: XY


class LegPoints(NamedTuple):
    hip: XY
    knee: XY
    ankle: XY
    heel: XY
    toe: XY
    ball: XY


class Skeleton(NamedTuple):
    """The points of a body. `spine` runs from the hip to the shoulders."""

    view: View
    spine: tuple[XY, ...]
    neck: XY
    head: XY
    crown: XY
    near_arm: ArmPoints
    far_arm: ArmPoints
    near_leg: LegPoints
    far_leg: LegPoints

    @property
    def points(self) -> dict[str, XY]:
        """Every point by the name that figures use: "near-hand", "far-heel", "hip", "head"."""
        named = {
            "hip": self.spine[0],
            "back": self.spine[SPINE_PARTS // 2],
            "shoulder": self.spine[-1],
            "neck": self.neck,
            "head": self.head,
        }
        for side, arm, leg in (("near", self.near_arm, self.near_leg), ("far", self.far_arm, self.far_leg)):
            named |= {
                f"{side}-shoulder": arm.shoulder,
                f"{side}-elbow": arm.elbow,
                f"{side}-wrist": arm.wrist,
                f"{side}-hand": arm.palm,
                f"{side}-fingers": arm.fingers,
                f"{side}-hip": leg.hip,
                f"{side}-knee": leg.knee,
                f"{side}-ankle": leg.ankle,
                f"{side}-heel": leg.heel,
                f"{side}-toe": leg.toe,
                f"{side}-thigh": _middle(leg.hip, leg.knee),
                f"{side}-shank": _middle(leg.knee, leg.ankle),
                f"{side}-ball": leg.ball,
                f"{side}-instep": along(leg.ball, direction(leg.heel, leg.ball) + 90, INSTEP),
                f"{side}-sole": along(leg.heel, direction(leg.heel, leg.ball), FOOT / 2),
            }
        return named


def skeleton(pose: Pose, view: View = "side", breath: float = 0.0) -> Skeleton:
    """The body in that pose; `breath` from -1 to 1 lifts and sinks the chest a little."""
    trunk = pose.trunk - BREATH_DEGREES * 0.4 * breath
    hip = _hip(pose, trunk, pose.spine - BREATH_DEGREES * breath)
    spine = _spine(hip, trunk, pose.spine - BREATH_DEGREES * breath)
    top = trunk + pose.spine / 2
    neck_end = along(spine[-1], up(top + pose.neck), NECK_AND_HEAD * 0.3)
    upwards = up(top + pose.head)
    head = along(neck_end, upwards, NECK_AND_HEAD * 0.33)
    crown = along(neck_end, upwards, NECK_AND_HEAD * 0.7)
    bottom = trunk - pose.spine / 2
    if view != "side":
        return _front(pose, view, spine, neck_end, head, crown, top, bottom)
    shoulder = _shrugged(spine[-1], top, pose.shrug)
    return Skeleton(
        view,
        spine,
        neck_end,
        head,
        crown,
        _arm(pose.near_arm, shoulder, top),
        _arm(pose.far_arm, shoulder, top),
        _leg(pose.near_leg, hip, bottom),
        _leg(pose.far_leg, hip, bottom),
    )


class Joints(NamedTuple):
    """The angles of a body's joints, in degrees, as a physiotherapist measures them (side view)."""

    near_hip: float
    far_hip: float
    near_knee: float
    far_knee: float
    near_ankle: float
    far_ankle: float
    near_elbow: float
    far_elbow: float
    near_shoulder: float
    far_shoulder: float
    trunk: float


def joints(body: Skeleton) -> Joints:
    """Measured from the points, so that inverse kinematics is held to the same limits.

    Hip and knee flexion, ankle dorsiflexion and elbow flexion are positive.
    """
    pelvis = direction(body.spine[0], body.spine[1])
    ribs = direction(body.spine[-2], body.spine[-1])
    near, far = body.near_leg, body.far_leg
    return Joints(
        turn(pelvis + 180, direction(near.hip, near.knee)),
        turn(pelvis + 180, direction(far.hip, far.knee)),
        turn(direction(near.knee, near.ankle), direction(near.hip, near.knee)),
        turn(direction(far.knee, far.ankle), direction(far.hip, far.knee)),
        turn(direction(near.knee, near.ankle) + 90, direction(near.heel, near.ball)),
        turn(direction(far.knee, far.ankle) + 90, direction(far.heel, far.ball)),
        turn(direction(body.near_arm.shoulder, body.near_arm.elbow), direction(*body.near_arm[1:3])),
        turn(direction(body.far_arm.shoulder, body.far_arm.elbow), direction(*body.far_arm[1:3])),
        turn(ribs + 180, direction(body.near_arm.shoulder, body.near_arm.elbow)),
        turn(ribs + 180, direction(body.far_arm.shoulder, body.far_arm.elbow)),
        90 - direction(body.spine[0], body.spine[-1]),
    )


def _hip(pose: Pose, trunk: float, bend: float) -> XY:
    """Where the hip is, also when the body hangs from its near knee or from its shoulder."""
    if pose.hip is not None:
        return pose.hip
    if pose.shoulder is not None:
        x, y = _spine((0.0, 0.0), trunk, bend)[-1]
        return (pose.shoulder[0] - x, pose.shoulder[1] - y)
    if pose.knee is None:
        return (0.0, 0.0)
    thigh = up(trunk - pose.spine / 2) + 180 + pose.near_leg.hip
    return along(pose.knee, thigh + 180, THIGH * pose.near_leg.seen[0])


def _spine(hip: XY, trunk: float, bend: float) -> tuple[XY, ...]:
    """An arc of the trunk's length whose chord leans by `trunk`: straight where `bend` is 0."""
    points = [hip]
    for part in range(SPINE_PARTS):
        lean = trunk - bend / 2 + bend * (part + 0.5) / SPINE_PARTS
        points.append(along(points[-1], up(lean), TRUNK / SPINE_PARTS))
    return tuple(points)


def _shrugged(shoulder: XY, top: float, shrug: XY) -> XY:
    """The shoulder moved forwards and up, against a trunk whose upper end leans by `top`."""
    return along(along(shoulder, up(top) - 90, shrug[0]), up(top), shrug[1])


def _arm(arm: Arm, shoulder: XY, top: float) -> ArmPoints:
    if arm.hand is not None:
        return _reaching(arm, shoulder, arm.hand, -1)
    upper = up(top) + 180 + arm.shoulder
    return _hanging(arm, shoulder, upper, upper + arm.elbow)


def _hanging(arm: Arm, shoulder: XY, upper: float, lower: float) -> ArmPoints:
    elbow = along(shoulder, upper, UPPER_ARM * arm.seen[0])
    wrist = along(elbow, lower, FOREARM * arm.seen[1])
    towards = lower if arm.palm is None else arm.palm
    return ArmPoints(
        shoulder, elbow, wrist, along(wrist, towards, HAND * GRIP), along(wrist, towards, HAND * 0.8)
    )


def _reaching(arm: Arm, shoulder: XY, hand: Point, way: int) -> ArmPoints:
    """A hand that touches or holds something is seen as short as its palm, or lies flat from the wrist on."""
    upper, lower = UPPER_ARM * arm.seen[0], FOREARM * arm.seen[1]
    if arm.palm is not None:
        flat = along(hand, arm.palm + 180, HAND * GRIP)
        elbow = _bend(shoulder, flat, upper, lower, way)
        wrist = along(elbow, direction(elbow, flat), lower)
        return ArmPoints(
            shoulder, elbow, wrist, along(wrist, arm.palm, HAND * GRIP), along(wrist, arm.palm, HAND * 0.8)
        )
    elbow = _bend(shoulder, hand, upper, lower + HAND * GRIP, way)
    towards = direction(elbow, hand)
    palm = along(elbow, towards, lower + HAND * GRIP)
    return ArmPoints(shoulder, elbow, along(elbow, towards, lower), palm, palm)


def _leg(leg: Leg, hip: XY, bottom: float) -> LegPoints:
    if leg.heel is not None or leg.toe is not None:
        wanted = _ankle_of(leg)
        knee = _bend(hip, wanted, THIGH * leg.seen[0], SHANK * leg.seen[1], 1)
        ankle = along(knee, direction(knee, wanted), SHANK * leg.seen[1])
        return _foot(hip, knee, ankle, leg.sole, leg.toes)
    thigh = up(bottom) + 180 + leg.hip
    knee = along(hip, thigh, THIGH * leg.seen[0])
    shank = thigh - leg.knee
    ankle = along(knee, shank, SHANK * leg.seen[1])
    return _foot(hip, knee, ankle, shank + 90 + leg.ankle, leg.toes)


def _ankle_of(leg: Leg) -> XY:
    """The ankle above a foot whose heel or toe has its place."""
    if leg.heel is not None:
        behind = leg.heel
    else:
        assert leg.toe is not None  # noqa: S101
        ball = along(leg.toe, leg.sole + leg.toes + 180, FOOT * (1 - BALL))
        behind = along(ball, leg.sole + 180, FOOT * BALL)
    return along(along(behind, leg.sole, HEEL_BEHIND), leg.sole + 90, ANKLE_HEIGHT)


def _foot(hip: XY, knee: XY, ankle: XY, sole: float, toes: float) -> LegPoints:
    under = along(ankle, sole - 90, ANKLE_HEIGHT)
    heel = along(under, sole + 180, HEEL_BEHIND)
    ball = along(heel, sole, FOOT * BALL)
    return LegPoints(hip, knee, ankle, heel, along(ball, sole + toes, FOOT * (1 - BALL)), ball)


def _front(
    pose: Pose, view: View, spine: tuple[XY, ...], neck: XY, head: XY, crown: XY, top: float, bottom: float
) -> Skeleton:
    """Seen from the front, the near side to the right of the picture; angles open away from the middle."""
    raised = _shrugged(spine[-1], top, (0.0, pose.shrug[1]))

    def arm(arm: Arm, side: int) -> ArmPoints:
        shoulder = along(raised, up(top) - 90 * side, HALF_SHOULDERS)
        if arm.hand is not None:
            return _reaching(arm, shoulder, arm.hand, -side)
        upper = up(top) + 180 + side * arm.shoulder
        return _hanging(arm, shoulder, upper, upper + side * arm.elbow)

    def leg(leg: Leg, side: int) -> LegPoints:
        hip = along(spine[0], up(bottom) - 90 * side, HALF_HIPS)
        thigh = up(bottom) + 180 + side * leg.hip
        knee = along(hip, thigh, THIGH * leg.seen[0])
        shank = thigh - side * leg.knee
        ankle = along(knee, shank, SHANK * leg.seen[1])
        return _front_foot(hip, knee, ankle, shank, leg, side)

    return Skeleton(
        view,
        spine,
        neck,
        head,
        crown,
        arm(pose.near_arm, 1),
        arm(pose.far_arm, -1),
        leg(pose.near_leg, 1),
        leg(pose.far_leg, -1),
    )


def _front_foot(hip: XY, knee: XY, ankle: XY, shank: float, leg: Leg, side: int) -> LegPoints:
    """A foot that points at the eye, or one that shows its sole, or between the two by the angle of the sole."""
    upright = math.sin(math.radians(leg.sole))
    level = math.cos(math.radians(leg.sole))
    down = shank + side * leg.ankle * (level - upright)
    heel = along(ankle, down, ANKLE_HEIGHT * level + HEEL_BEHIND * NEARER * upright)
    ahead = along(heel, down + side * 55, FOOT * 0.45 * level)
    toe = along(ahead, down + 180, FOOT * NEARER * upright)
    ball = (heel[0] + (toe[0] - heel[0]) * BALL, heel[1] + (toe[1] - heel[1]) * BALL)
    return LegPoints(hip, knee, ankle, heel, toe, ball)


def _bend(start: XY, end: XY, first: float, second: float, way: int) -> XY:
    """The joint between two bones of lengths `first` and `second` from `start` to `end`.

    `way` 1 bends it to the left of the line from start to end, -1 to the right. Out of reach, the bones
    point straight at the end.
    """
    distance = max(1e-9, math.dist(start, end))
    reachable = min(max(distance, abs(first - second)), first + second)
    both = 2 * first * reachable  # none of a bone that is seen from its end
    cosine = (first * first + reachable * reachable - second * second) / both if both else 1.0
    angle = math.degrees(math.acos(max(-1.0, min(1.0, cosine))))
    return along(start, direction(start, end) + way * angle, first)


def up(lean: float) -> float:
    """The direction of something that leans forwards by `lean` from upright."""
    return 90 - lean


def along(start: XY, towards: float, length: float) -> XY:
    """The point `length` further from start, in the direction `towards`."""
    turned = math.radians(towards)
    return (start[0] + length * math.cos(turned), start[1] + length * math.sin(turned))


def direction(start: XY, end: XY) -> float:
    return math.degrees(math.atan2(end[1] - start[1], end[0] - start[0]))


def turn(start: float, end: float) -> float:
    """From one direction to another, from -180 to 180, positive to the left."""
    return (end - start + 180) % 360 - 180


def _middle(a: XY, b: XY) -> XY:
    return ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
