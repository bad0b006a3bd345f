"""Bends an arm or a leg so that its end comes to a place, within what joints can do. Knows no handle, no things.

A limb is given by its angles or by the place of its end (see `Arm` and `Leg`); one can be turned into the other
without being moved. All of it is for figures seen from the side.
"""

import math
from typing import Literal

from msgspec.structs import replace

from app.core.figure import Arm, Leg, Pose
from app.core.figure_check import RANGES
from app.core.skeleton import (
    BALL,
    FOOT,
    FOREARM,
    GRIP,
    HAND,
    SHANK,
    THIGH,
    UPPER_ARM,
    XY,
    ArmPoints,
    LegPoints,
    Skeleton,
    along,
    direction,
    joints,
    turn,
    up,
)

Side = Literal["near", "far"]
SIDES: tuple[Side, ...] = ("near", "far")
Range = tuple[float, float]

SHOULDER: Range = (-60, 180)
"""Degrees that an upper arm lifts forwards: 180 overhead, 60 behind (American Academy of Orthopaedic Surgeons)."""
LEAST_LIFT = math.sin(math.radians(2))
MOST_HEEL_LIFT = 60
MOST_TOE_LIFT = 60
_ELBOW, _HIP, _KNEE, _ANKLE = RANGES["elbow"], RANGES["hip"], RANGES["knee"], RANGES["ankle"]


def arm_of(pose: Pose, side: Side) -> Arm:
    return pose.near_arm if side == "near" else pose.far_arm


def leg_of(pose: Pose, side: Side) -> Leg:
    return pose.near_leg if side == "near" else pose.far_leg


def with_arm(pose: Pose, side: Side, arm: Arm) -> Pose:
    return replace(pose, near_arm=arm) if side == "near" else replace(pose, far_arm=arm)


def with_leg(pose: Pose, side: Side, leg: Leg) -> Pose:
    return replace(pose, near_leg=leg) if side == "near" else replace(pose, far_leg=leg)


def arm_points(body: Skeleton, side: Side) -> ArmPoints:
    return body.near_arm if side == "near" else body.far_arm


def leg_points(body: Skeleton, side: Side) -> LegPoints:
    return body.near_leg if side == "near" else body.far_leg


def hanging_down(pose: Pose) -> float:
    """The direction of a thigh whose hip angle is 0."""
    return up(pose.trunk - pose.spine / 2) + 180


def _arm_down(pose: Pose) -> float:
    return up(pose.trunk + pose.spine / 2) + 180


def clamped(value: float, bounds: Range) -> float:
    return max(bounds[0], min(bounds[1], value))


def within_circle(degrees: float, bounds: Range) -> float:
    """The angle in bounds that is nearest on the circle: of -20 to 125, 300 is nearest to -20."""
    middle = (bounds[0] + bounds[1]) / 2
    return clamped(middle + turn(middle, degrees), bounds)


def reached(arm: Arm, pose: Pose, shoulder: XY, hand: XY) -> Arm:
    """The arm with its palm at `hand`, or as near as its joints let it come."""
    first = UPPER_ARM * arm.seen[0]
    second = FOREARM * arm.seen[1] + (HAND * GRIP if arm.palm is None else 0.0)
    goal = hand if arm.palm is None else along(hand, arm.palm + 180, HAND * GRIP)
    bend = _flexion(first, second, math.dist(shoulder, goal), _ELBOW)
    upper = direction(shoulder, goal) - _lead(first, second, bend)
    lift = within_circle(upper - _arm_down(pose), SHOULDER)
    elbow = along(shoulder, _arm_down(pose) + lift, first)
    if abs(turn(lift, upper - _arm_down(pose))) > 1e-6:
        bend = within_circle(turn(_arm_down(pose) + lift, direction(elbow, goal)), _ELBOW)
    if arm.hand is None:
        return replace(arm, shoulder=lift, elbow=bend)
    wrist = along(elbow, _arm_down(pose) + lift + bend, second)
    return replace(arm, hand=wrist if arm.palm is None else along(wrist, arm.palm, HAND * GRIP))


def with_elbow_at(arm: Arm, pose: Pose, shoulder: XY, elbow: XY) -> Arm:
    """The arm, bent as it is, lifted so that its elbow is towards a place."""
    lift = within_circle(direction(shoulder, elbow) - _arm_down(pose), SHOULDER)
    return replace(arm, shoulder=lift)


def stepped_to(leg: Leg, pose: Pose, hip: XY, ankle: XY) -> Leg:
    """The leg, given by angles, with its ankle at a place or as near as its joints let it come."""
    first, second = THIGH * leg.seen[0], SHANK * leg.seen[1]
    bend = _flexion(first, second, math.dist(hip, ankle), _KNEE)
    thigh = direction(hip, ankle) + _lead(first, second, bend)
    lift = within_circle(thigh - hanging_down(pose), _HIP)
    if abs(turn(lift, thigh - hanging_down(pose))) > 1e-6:
        knee = along(hip, hanging_down(pose) + lift, first)
        bend = within_circle(turn(direction(knee, ankle), hanging_down(pose) + lift), _KNEE)
    return replace(leg, hip=lift, knee=bend)


def with_knee_at(leg: Leg, pose: Pose, hip: XY, knee: XY) -> Leg:
    """The leg, bent as it is, lifted so that its knee is towards a place."""
    return replace(leg, hip=within_circle(direction(hip, knee) - hanging_down(pose), _HIP))


def with_shank_towards(leg: Leg, pose: Pose, knee: XY, ankle: XY) -> Leg:
    """The leg with its knee bent so that the ankle is towards a place; the thigh stays."""
    thigh = hanging_down(pose) + leg.hip
    return replace(leg, knee=within_circle(turn(direction(knee, ankle), thigh), _KNEE))


def with_toes_towards(leg: Leg, points: LegPoints, toe: XY) -> Leg:
    """A foot in the air that points its toes towards a place."""
    by = turn(direction(points.ankle, points.toe), direction(points.ankle, toe))
    return replace(leg, ankle=clamped(leg.ankle + by, _ANKLE))


def with_flat_sole(leg: Leg, points: LegPoints) -> Leg:
    """A foot in the air with its sole level, or as nearly as its ankle can."""
    return replace(leg, ankle=clamped(turn(direction(points.knee, points.ankle) + 90, 0), _ANKLE), toes=0)


def standing(leg: Leg, points: LegPoints, heel: XY) -> Leg:
    """A foot that stands with its heel at a place: along the floor it moves, upwards the heel lifts off.

    A foot that shows its sole, or that stands on tiptoe on something steep, moves as it is.
    """
    sole = direction(points.heel, points.ball)
    if not -MOST_HEEL_LIFT - 1 <= sole <= 1:
        return _by_heel(leg, (heel[0], max(0.0, heel[1])), sole, leg.toes)
    lift = clamped((heel[1] - points.ball[1]) / (FOOT * BALL), (0.0, math.sin(math.radians(MOST_HEEL_LIFT))))
    lift = lift if lift > LEAST_LIFT else 0.0
    angle = math.degrees(math.asin(lift))
    return _by_heel(leg, (heel[0], points.ball[1] + lift * FOOT * BALL), -angle, angle)


def with_toes_lifted(leg: Leg, points: LegPoints, toe: XY) -> Leg:
    """A foot that stands on its heel, with the toes lifted towards a place."""
    sole = direction(points.heel, points.ball)
    if sole < 0:
        heel = (points.ball[0] - FOOT * BALL, points.ball[1])
        return _by_heel(leg, heel, clamped(direction(heel, toe), (0, MOST_TOE_LIFT)), 0)
    return _by_heel(leg, points.heel, clamped(direction(points.heel, toe), (0, MOST_TOE_LIFT)), 0)


def by_angles(leg: Leg, pose: Pose, body: Skeleton, side: Side) -> Leg:
    """The same leg in the same place, in the air from now on."""
    now, points = joints(body), leg_points(body, side)
    return replace(
        leg,
        hip=within_circle(direction(points.hip, points.knee) - hanging_down(pose), (-360, 360)),
        knee=getattr(now, f"{side}_knee"),
        ankle=getattr(now, f"{side}_ankle"),
        heel=None,
        toe=None,
        sole=0,
    )


def by_heel(leg: Leg, points: LegPoints) -> Leg:
    """The same leg in the same place, its heel held there from now on."""
    return _by_heel(leg, points.heel, direction(points.heel, points.ball), leg.toes)


def by_toe(leg: Leg, points: LegPoints) -> Leg:
    """The same leg in the same place, its toes held there from now on."""
    sole = direction(points.heel, points.ball)
    return replace(by_heel(leg, points), heel=None, toe=points.toe, sole=sole)


def arm_by_angles(arm: Arm, pose: Pose, points: ArmPoints) -> Arm:
    """The same arm in the same place, moving with the trunk from now on."""
    upper = direction(points.shoulder, points.elbow)
    lift = within_circle(upper - _arm_down(pose), (-360, 360))
    bend = turn(upper, direction(points.elbow, points.wrist))
    return replace(arm, shoulder=lift, elbow=bend, hand=None)


def arm_by_hand(arm: Arm, points: ArmPoints) -> Arm:
    """The same arm in the same place, its hand held there from now on."""
    return replace(arm, hand=points.palm)


def _by_heel(leg: Leg, heel: XY, sole: float, toes: float) -> Leg:
    return replace(leg, hip=0, knee=4, ankle=0, heel=heel, toe=None, sole=sole, toes=toes)


def _flexion(first: float, second: float, distance: float, bounds: Range) -> float:
    """How far the joint between two bones is bent when their ends are so far apart."""
    both = 2 * first * second
    cosine = (distance**2 - first**2 - second**2) / both if both else 1.0
    return clamped(math.degrees(math.acos(clamped(cosine, (-1, 1)))), bounds)


def _lead(first: float, second: float, bend: float) -> float:
    """The angle between the first bone and the line from end to end, when the joint is bent so far."""
    turned = math.radians(bend)
    return math.degrees(math.atan2(second * math.sin(turned), first + second * math.cos(turned)))
