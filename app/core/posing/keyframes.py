"""The keyframes of a figure made by hand: begun, added, removed, timed, and given alike. Knows no window."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from app.core.figure import Figure, Pose, PropKind, pose_at
from app.core.posing.handles import is_held, with_pose
from app.core.posing.limbs import (
    SIDES,
    Side,
    arm_by_angles,
    arm_by_hand,
    arm_of,
    arm_points,
    by_angles,
    by_heel,
    clamped,
    leg_of,
    leg_points,
    with_arm,
    with_leg,
)
from app.core.posing.names import Limb
from app.core.posing.stock import PROPS, STOCK, STOCK_PROPS, StockName
from app.core.skeleton import direction, skeleton

FEWEST, MOST = 2, 3
EARLIEST, LATEST = 0.1, 0.9
"""When a keyframe between the first and the last may be, as a share of the way."""
NEARLY_FLAT_DEGREES = 15
NEARLY_DOWN = 0.03


def begun(stock: StockName) -> Figure:
    """A figure that stays in a stock pose: its start and its end are the same."""
    pose = STOCK[stock]
    props = (STOCK_PROPS[stock],) if stock in STOCK_PROPS else ()
    return Figure(pose=(replace(pose, at=0), replace(pose, at=1)), props=props)


def with_stock(figure: Figure, index: int, stock: StockName) -> Figure:
    """One keyframe in a stock pose; what it cannot be without is put there as well."""
    poses = list(figure.pose)
    poses[index] = replace(STOCK[stock], at=poses[index].at)
    needed = STOCK_PROPS.get(stock)
    if needed is not None and not has_prop(figure, needed.kind):
        figure = replace(figure, props=(*figure.props, needed))
    return _alike(replace(figure, pose=tuple(poses)))


def can_add(figure: Figure) -> bool:
    return len(figure.pose) < MOST


def added(figure: Figure) -> Figure:
    """With one keyframe more, half-way, as the figure is there already; nothing where it has three."""
    if not can_add(figure):
        return figure
    middle = replace(pose_at(figure, 0.5), at=0.5)
    return replace(figure, pose=(figure.pose[0], middle, *figure.pose[1:]))


def removed(figure: Figure, index: int) -> Figure:
    """Without a keyframe between the first and the last; those two stay."""
    if not is_between(figure, index):
        return figure
    return replace(figure, pose=figure.pose[:index] + figure.pose[index + 1 :])


def is_between(figure: Figure, index: int) -> bool:
    return 0 < index < len(figure.pose) - 1


def copied(figure: Figure, source: int, target: int) -> Figure:
    """The keyframe number `target` like another; only its moment stays its own."""
    pose = replace(figure.pose[source], at=figure.pose[target].at)
    return with_pose(figure, target, pose)


def timed(figure: Figure, index: int, at: float) -> Figure:
    """A keyframe between the first and the last at another moment, a share of the way, between its neighbours."""
    if not is_between(figure, index):
        return figure
    low = max(EARLIEST, figure.pose[index - 1].at + 0.05)
    high = min(LATEST, figure.pose[index + 1].at - 0.05)
    pose = replace(figure.pose[index], at=round(clamped(at, (low, high)), 2))
    return with_pose(figure, index, pose)


def holds(figure: Figure, limb: Limb) -> bool:
    """Whether a hand or foot stays where it is while the body moves."""
    side, part = _parts(limb)
    pose = figure.pose[0]
    return arm_of(pose, side).hand is not None if part == "hand" else is_held(leg_of(pose, side))


def held(figure: Figure, limb: Limb, *, hold: bool) -> Figure:
    """A hand or foot that stays where it is in each keyframe, or goes with the body again. Nothing moves.

    A foot that is nearly flat on the floor is set down flat. The near foot of one who kneels carries the body,
    and cannot be held.
    """
    side, part = _parts(limb)
    if holds(figure, limb) == hold:
        return figure
    if part == "foot" and hold and side == "near" and figure.pose[0].knee is not None:
        return figure
    change = (
        (_hand_held if part == "hand" else _foot_held)
        if hold
        else (_hand_freed if part == "hand" else _foot_freed)
    )
    return _with_each(figure, side, change)


def has_prop(figure: Figure, kind: PropKind) -> bool:
    return any(prop.kind == kind for prop in figure.props)


def with_prop(figure: Figure, kind: PropKind, *, there: bool) -> Figure:
    """With a thing in its usual place, or without all of its kind."""
    others = tuple(prop for prop in figure.props if prop.kind != kind)
    if there and not has_prop(figure, kind):
        return replace(figure, props=(*figure.props, PROPS[kind]))
    return figure if there else replace(figure, props=others)


def moved_prop(figure: Figure, kind: PropKind, by: float) -> Figure:
    """A thing further to the right or, by less than 0, to the left; in H."""
    return replace(
        figure,
        props=tuple(
            replace(prop, x=round(clamped(prop.x + by, (-1.2, 1.2)), 3)) if prop.kind == kind else prop
            for prop in figure.props
        ),
    )


def _parts(limb: Limb) -> tuple[Side, str]:
    return ("near" if limb.startswith("near") else "far"), limb.rpartition("-")[2]


_Change = Callable[[Pose, Side], Pose]


def _with_each(figure: Figure, side: Side, change: _Change) -> Figure:
    changed = replace(figure, pose=tuple(change(pose, side) for pose in figure.pose))
    return with_pose(changed, 0, changed.pose[0])


def _hand_held(pose: Pose, side: Side) -> Pose:
    return with_arm(pose, side, arm_by_hand(arm_of(pose, side), arm_points(skeleton(pose), side)))


def _hand_freed(pose: Pose, side: Side) -> Pose:
    return with_arm(pose, side, arm_by_angles(arm_of(pose, side), pose, arm_points(skeleton(pose), side)))


def _foot_held(pose: Pose, side: Side) -> Pose:
    leg, points = leg_of(pose, side), leg_points(skeleton(pose), side)
    flat = abs(direction(points.heel, points.ball)) < NEARLY_FLAT_DEGREES and points.heel[1] < NEARLY_DOWN
    found = by_heel(leg, points)
    if flat:
        found = replace(found, heel=(points.heel[0], 0.0), sole=0, toes=0)
    return with_leg(pose, side, found)


def _foot_freed(pose: Pose, side: Side) -> Pose:
    return with_leg(pose, side, by_angles(leg_of(pose, side), pose, skeleton(pose), side))


def _alike(figure: Figure) -> Figure:
    """All keyframes hung from the same point, and each limb held in all of them or in none."""
    poses: Sequence[Pose] = figure.pose
    if len({(pose.hip is None, pose.knee is None) for pose in poses}) > 1:
        poses = [replace(pose, hip=skeleton(pose).spine[0], knee=None, shoulder=None) for pose in poses]
    for side in SIDES:
        if len({arm_of(pose, side).hand is None for pose in poses}) > 1:
            poses = [_hand_freed(pose, side) if arm_of(pose, side).hand else pose for pose in poses]
        if len({is_held(leg_of(pose, side)) for pose in poses}) > 1:
            poses = [_foot_freed(pose, side) if is_held(leg_of(pose, side)) else pose for pose in poses]
    figure = replace(figure, pose=tuple(poses))
    return with_pose(figure, 0, figure.pose[0])
