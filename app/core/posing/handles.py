"""The points of a figure that can be dragged, and what happens to it then. Knows no window and no words.

What a drag means is worked out at once for where the hand is; where the body cannot follow, it goes as far as it
can on the way there, and then along what stopped it.
"""

import math
from collections.abc import Callable, Iterator
from typing import cast, get_args

from msgspec import Struct
from msgspec.structs import replace

from app.core.figure import Figure, Leg, Pose
from app.core.figure_check import RADII
from app.core.posing.limbs import (
    SIDES,
    Range,
    Side,
    arm_of,
    arm_points,
    by_heel,
    by_toe,
    clamped,
    leg_of,
    leg_points,
    reached,
    standing,
    stepped_to,
    with_arm,
    with_elbow_at,
    with_flat_sole,
    with_knee_at,
    with_leg,
    with_shank_towards,
    with_toes_lifted,
    with_toes_towards,
)
from app.core.posing.names import HandleName
from app.core.posing.soundness import SLACK, strain
from app.core.skeleton import (
    ANKLE_HEIGHT,
    FOREARM,
    GRIP,
    HAND,
    SHANK,
    SPINE_PARTS,
    THIGH,
    TRUNK,
    UPPER_ARM,
    XY,
    Skeleton,
    direction,
    skeleton,
    turn,
)

HEAD: Range = (-50, 60)
"""Degrees that a head looks up and nods against the trunk (American Academy of Orthopaedic Surgeons, rounded)."""
SPINE: Range = (-45, 90)
LEFT, RIGHT, HIGHEST = -1.5, 1.5, 1.5
HALVINGS = 7
"""A drag that is stopped is stopped within 1/128 of its way."""
TINY = 1e-9
FLAT_SOLE_DEGREES = 1.0
_LEG_REACH = (THIGH + SHANK) * 0.9995
_ARM_REACH = (UPPER_ARM + FOREARM + HAND * GRIP) * 0.9995


class Handle(Struct, frozen=True):
    """A point of the body that can be dragged, where it is now."""

    name: HandleName
    place: XY


def can_be_posed(figure: Figure | None) -> bool:
    """Only what is seen from the side: from the front and from above, angles do not show how deep a limb is."""
    return figure is not None and figure.is_drawn and figure.view == "side"


def handles(pose: Pose) -> tuple[Handle, ...]:
    """What can be dragged in that pose, from the head to the feet."""
    return tuple(_handles(pose, skeleton(pose)))


def handle_place(pose: Pose, name: HandleName) -> XY:
    return next(handle.place for handle in handles(pose) if handle.name == name)


def dragged(figure: Figure, index: int, name: HandleName, to: XY) -> Figure:
    """The figure with a point of its keyframe number `index` dragged to a place, or as near as the body can.

    No joint goes beyond its range and nothing below the floor, in the keyframe and on the ways to its neighbours;
    what is so already may stay, but gets no worse. Feet and hands that are held stay where they are.

    Where only the way from another keyframe is in the way, and that one does not yet differ in what is dragged, it
    follows: one who kneels at the start and at the end puts a foot forward in both.
    """
    x, y = clamped(to[0], (LEFT, RIGHT)), clamped(to[1], (0.0, HIGHEST))
    allowed = strain(figure, index) + TINY
    allowed_in_all = _strain_of_all(figure) + TINY

    def try_at(place: XY) -> Figure | None:
        pose = _moved(figure.pose[index], name, place)
        moved = with_pose(figure, index, pose)
        if strain(moved, index) <= allowed:
            return moved
        together = _with_followers(figure, index, pose)
        if together is not None and _strain_of_all(together) <= allowed_in_all:
            return together
        return None

    straight = try_at((x, y))
    if straight is not None:
        return straight
    start = handle_place(figure.pose[index], name)
    best, share = _furthest(try_at, start, (x, y))
    stopped = (start[0] + (x - start[0]) * share, start[1] + (y - start[1]) * share)
    for corner in ((x, stopped[1]), (stopped[0], y)):
        further, share = _furthest(try_at, stopped, corner)
        if further is not None and share > 0:
            return further
    return best or figure


def _strain_of_all(figure: Figure) -> float:
    return sum(strain(figure, index) for index in range(len(figure.pose)))


def _with_followers(figure: Figure, index: int, pose: Pose) -> Figure | None:
    """With a change of one keyframe made in all others that are alike in what it changes; None if none is."""
    before = figure.pose[index]
    changed = {key for key in pose.__struct_fields__ if getattr(pose, key) != getattr(before, key)}
    found = with_pose(figure, index, pose)
    alike = [
        place
        for place, other in enumerate(figure.pose)
        if place != index and all(getattr(other, key) == getattr(before, key) for key in changed)
    ]
    for place in alike:
        changes = {key: getattr(pose, key) for key in changed}
        found = with_pose(found, place, replace(figure.pose[place], **changes))
    return found if alike else None


def with_pose(figure: Figure, index: int, pose: Pose) -> Figure:
    """The figure with another keyframe in that place, and its feet given in the same way in all of them."""
    poses = [*figure.pose[:index], pose, *figure.pose[index + 1 :]]
    for side in SIDES:
        poses = _with_feet_alike(poses, side)
    return replace(figure, pose=tuple(poses))


def _furthest(try_at: Callable[[XY], Figure | None], start: XY, end: XY) -> tuple[Figure | None, float]:
    """The furthest that works on the way from start to end, and its share of the way."""
    low, high = 0.0, 1.0
    best = None
    for _ in range(HALVINGS):
        share = (low + high) / 2
        found = try_at((start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share))
        if found is None:
            high = share
        else:
            best, low = found, share
    return best, low


def _handles(pose: Pose, body: Skeleton) -> Iterator[Handle]:
    yield Handle("head", body.head)
    yield Handle("chest", body.spine[-1])
    yield Handle("back", body.spine[SPINE_PARTS // 2])
    yield Handle("hip", body.spine[0])
    for side in SIDES:
        arm, leg = arm_points(body, side), leg_points(body, side)
        if arm_of(pose, side).hand is None:
            yield Handle(_named(side, "elbow"), arm.elbow)
        yield Handle(_named(side, "hand"), arm.palm)
        held = is_held(leg_of(pose, side))
        if not held:
            yield Handle(_named(side, "knee"), leg.knee)
        yield Handle(_named(side, "foot"), leg.heel if held else leg.ankle)
        yield Handle(_named(side, "toe"), leg.toe)


def _named(side: Side, part: str) -> HandleName:
    return cast("HandleName", f"{side}-{part}")


def is_held(leg: Leg) -> bool:
    return leg.heel is not None or leg.toe is not None


def _moved(pose: Pose, name: HandleName, to: XY) -> Pose:
    body = skeleton(pose)
    match name:
        case "head":
            top = pose.trunk + pose.spine / 2
            lean = 90 - direction(body.neck, to)
            return replace(pose, head=clamped(turn(0, lean - top), HEAD))
        case "chest" if pose.shoulder is not None:
            return replace(pose, shoulder=to)
        case "chest":
            return _hands_off_the_floor(_leaning(pose, 90 - direction(body.spine[0], to)))
        case "back":
            return _hands_off_the_floor(_rounded(pose, body, to))
        case "hip":
            return _hands_off_the_floor(_with_hip(pose, body, to))
    side: Side = "near" if name.startswith("near") else "far"
    return _with_limb(pose, body, side, name.removeprefix(f"{side}-"), to)


def _with_limb(pose: Pose, body: Skeleton, side: Side, part: str, to: XY) -> Pose:
    arm, leg = arm_of(pose, side), leg_of(pose, side)
    points, hip = leg_points(body, side), body.spine[0]
    carries = pose.knee is not None and side == "near"
    match part:
        case "hand":
            palm = (to[0], max(RADII["hand"], to[1]))
            return with_arm(pose, side, reached(arm, pose, arm_points(body, side).shoulder, palm))
        case "elbow":
            return with_arm(pose, side, with_elbow_at(arm, pose, arm_points(body, side).shoulder, to))
        case "knee" if carries:
            return replace(pose, knee=to)
        case "knee":
            return with_leg(pose, side, with_knee_at(leg, pose, hip, to))
        case "foot" if is_held(leg):
            return with_leg(pose, side, standing(leg, points, to))
        case "foot" if carries:
            return with_leg(pose, side, with_shank_towards(leg, pose, points.knee, to))
        case "foot":
            ankle = (to[0], max(ANKLE_HEIGHT, to[1]))
            return _set_down(with_leg(pose, side, stepped_to(leg, pose, hip, ankle)), side)
        case "toe" if is_held(leg):
            return with_leg(pose, side, with_toes_lifted(leg, points, to))
    return with_leg(pose, side, with_toes_towards(leg, points, to))


def _set_down(pose: Pose, side: Side) -> Pose:
    """A foot in the air that would sink into the floor lies flat on it instead, as far as its ankle can."""
    points = leg_points(skeleton(pose), side)
    if min(points.heel[1], points.ball[1], points.toe[1]) > -SLACK:
        return pose
    return with_leg(pose, side, with_flat_sole(leg_of(pose, side), points))


def _with_hip(pose: Pose, body: Skeleton, to: XY) -> Pose:
    """The hip moved; hung from its knee, the thigh turns about it, and from its shoulder, the trunk."""
    if pose.shoulder is not None:
        return _leaning(pose, 90 - direction(to, body.spine[-1]))
    if pose.knee is None:
        return replace(pose, hip=_in_reach(pose, body, to))
    by = turn(direction(body.spine[0], pose.knee), direction(to, pose.knee))
    for side in SIDES:
        leg = leg_of(pose, side)
        if not is_held(leg):
            pose = with_leg(pose, side, replace(leg, hip=leg.hip + by, knee=leg.knee + by))
    return pose


def _in_reach(pose: Pose, body: Skeleton, to: XY) -> XY:
    """The place for the hip nearest to `to` from which feet and hands that are held can be reached."""
    hip, shoulder = body.spine[0], body.near_arm.shoulder
    circles = []
    for side in SIDES:
        if is_held(leg_of(pose, side)):
            circles.append((leg_points(body, side).ankle, _LEG_REACH))
        if arm_of(pose, side).hand is not None and arm_of(pose, side).palm is None:
            palm = arm_points(body, side).palm
            circles.append(((palm[0] - shoulder[0] + hip[0], palm[1] - shoulder[1] + hip[1]), _ARM_REACH))
    for _ in range(6):
        for (x, y), radius in circles:
            away = math.dist((x, y), to)
            if away > radius:
                to = (x + (to[0] - x) * radius / away, y + (to[1] - y) * radius / away)
    return to


def _leaning(pose: Pose, trunk: float) -> Pose:
    wanted = pose.trunk + turn(pose.trunk, trunk)
    return _with_trunk(pose, clamped(wanted, (-180, 180)), pose.spine)


def _rounded(pose: Pose, body: Skeleton, to: XY) -> Pose:
    """The back bent so far that its middle is as far beside the way from hip to shoulder as `to` is.

    The middle of an arc of length L that turns by the small angle b is L b / 8 beside its chord.
    """
    (x, y), (top_x, top_y) = body.spine[0], body.spine[-1]
    chord = math.dist((x, y), (top_x, top_y))
    aside = ((top_x - x) * (to[1] - y) - (top_y - y) * (to[0] - x)) / chord
    return _with_trunk(pose, pose.trunk, clamped(math.degrees(8 * aside / TRUNK), SPINE))


def _with_trunk(pose: Pose, trunk: float, spine: float) -> Pose:
    """Another lean and bend of the trunk: legs stay as they were and, of one who lies, head and arms as well."""
    lower = trunk - pose.trunk - (spine - pose.spine) / 2
    upper = trunk - pose.trunk + (spine - pose.spine) / 2
    for side in SIDES:
        leg = leg_of(pose, side)
        if not is_held(leg):
            pose = with_leg(pose, side, replace(leg, hip=leg.hip + lower))
        if pose.shoulder is not None:
            arm = arm_of(pose, side)
            pose = with_arm(pose, side, replace(arm, shoulder=arm.shoulder + upper))
    head = clamped(pose.head - upper, HEAD) if pose.shoulder is not None else pose.head
    return replace(pose, trunk=trunk, spine=spine, head=head)


def _hands_off_the_floor(pose: Pose) -> Pose:
    """Hands that hang slide along the floor, rather than keep the body from going on."""
    body = skeleton(pose)
    for side in SIDES:
        arm, points = arm_of(pose, side), arm_points(body, side)
        if arm.hand is None and points.fingers[1] < RADII["hand"]:
            palm = (points.palm[0], RADII["hand"] + HAND * 0.3)
            pose = with_arm(pose, side, reached(arm, pose, points.shoulder, palm))
    return pose


def _with_feet_alike(poses: list[Pose], side: Side) -> list[Pose]:
    """Feet that stand are all given by the toes if one of their heels is lifted, else by the heels."""
    if not all(is_held(leg_of(pose, side)) for pose in poses):
        return poses
    lifted = any(_sole(pose, side) < -FLAT_SOLE_DEGREES for pose in poses)
    give = by_toe if lifted else by_heel
    alike = []
    for pose in poses:
        leg = leg_of(pose, side)
        is_alike = (leg.toe if lifted else leg.heel) is not None
        points = leg_points(skeleton(pose), side)
        alike.append(pose if is_alike else with_leg(pose, side, give(leg, points)))
    return alike


def _sole(pose: Pose, side: Side) -> float:
    return leg_of(pose, side).sole


HANDLES: tuple[HandleName, ...] = get_args(HandleName)
