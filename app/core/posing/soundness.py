"""How far a figure is beyond what a body can do, as one number. Knows no handle and no words.

The limits are figure_check's own: an edit that keeps within them here has no complaint of joints, floor or reach.
"""

import math
from collections.abc import Iterator

from app.core.figure import Figure, Pose, pose_at
from app.core.figure_check import RANGES, TOUCH
from app.core.posing.limbs import SHOULDER, SIDES, arm_of, arm_points, leg_of, leg_points
from app.core.silhouette import silhouette
from app.core.skeleton import Skeleton, joints, skeleton

BETWEEN = 8
"""Moments that are looked at on the way from one keyframe to the next."""
SLACK_DEGREES = 0.8
SLACK = TOUCH * 0.8
DEGREES_IN_H = 400
"""A joint too far by 4 degrees weighs as much as a foot sunk by 0.01 H."""


def strain(figure: Figure, index: int) -> float:
    """How much is wrong at a keyframe and on the ways to its neighbours: 0 if nothing is. In H."""
    return sum(_strain(pose, skeleton(pose, figure.view)) for pose in _moments(figure, index))


def _moments(figure: Figure, index: int) -> Iterator[Pose]:
    poses = figure.pose
    yield poses[index]
    for other in (index - 1, index + 1):
        if 0 <= other < len(poses) and poses[other] != poses[index]:
            a, b = sorted((poses[index].at, poses[other].at))
            yield from (pose_at(figure, a + (b - a) * step / BETWEEN) for step in range(1, BETWEEN))


def _strain(pose: Pose, body: Skeleton) -> float:
    return _joints(pose, body) / DEGREES_IN_H + _floor(body) + _reach(pose, body)


def _joints(pose: Pose, body: Skeleton) -> float:
    now = joints(body)
    beyond = 0.0
    for side in SIDES:
        whole = leg_of(pose, side).seen == (1, 1)
        for joint, bounds in RANGES.items():
            if whole or joint == "elbow":
                beyond += _beyond(getattr(now, f"{side}_{joint}"), bounds)
        lift = getattr(now, f"{side}_shoulder")
        beyond += _beyond(lift + 360 if lift < -120 else lift, SHOULDER)
    return beyond


def _floor(body: Skeleton) -> float:
    lowest = min(min(a[1] - a_radius, b[1] - b_radius) for _, a, a_radius, b, b_radius in silhouette(body))
    return max(0.0, -lowest - SLACK)


def _reach(pose: Pose, body: Skeleton) -> float:
    missed = 0.0
    for side in SIDES:
        arm, leg = arm_of(pose, side), leg_of(pose, side)
        for place, point in (
            (arm.hand, arm_points(body, side).palm),
            (leg.heel, leg_points(body, side).heel),
            (leg.toe, leg_points(body, side).toe),
        ):
            if place is not None:
                missed += max(0.0, math.dist(place, point) - SLACK)
    return missed


def _beyond(degrees: float, bounds: tuple[float, float]) -> float:
    low, high = bounds
    return max(0.0, low - SLACK_DEGREES - degrees, degrees - high - SLACK_DEGREES)
