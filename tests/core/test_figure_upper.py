"""The head that glides, shoulders that rise, and things on the far side of the body."""

import math

import pytest

from app.core.figure import Arm, Contact, Figure, Leg, Pose, Prop, pose_at
from app.core.figure_check import complaints
from app.core.scene import shapes_at
from app.core.skeleton import skeleton

STANDING = Leg(heel=(-0.038, 0))


def standing(**parts: object) -> Pose:
    return Pose(hip=(0, 0.52), near_leg=STANDING, far_leg=STANDING, **parts)


def figure(*poses: Pose, **parts: object) -> Figure:
    return Figure(pose=poses, **parts)


def test_a_neck_that_leans_carries_the_head_forwards_without_a_nod():
    before, after = skeleton(standing()), skeleton(standing(neck=30))
    # The neck is 0.3 of 0.182 long: its end goes 0.0546 sin 30 degrees = 0.0273 forwards.
    assert after.head[0] - before.head[0] == pytest.approx(0.0273)
    assert after.crown[0] == pytest.approx(after.head[0])


def test_a_shrug_lifts_the_shoulders_and_leaves_the_head():
    before, after = skeleton(standing()), skeleton(standing(shrug=(-0.02, 0.04)))
    assert after.near_arm.shoulder == pytest.approx((-0.02, before.near_arm.shoulder[1] + 0.04))
    assert after.near_arm.palm[1] - before.near_arm.palm[1] == pytest.approx(0.04)
    assert after.head == before.head


def test_a_shrug_goes_along_with_a_trunk_that_leans():
    before, after = skeleton(standing(trunk=90)), skeleton(standing(trunk=90, shrug=(0, 0.04)))
    assert after.far_arm.shoulder[0] - before.far_arm.shoulder[0] == pytest.approx(0.04)


def test_neck_and_shrug_move_between_the_keyframes():
    pose = pose_at(figure(standing(), standing(at=1, neck=40, shrug=(0.02, 0.04))), 0.5)
    assert (pose.neck, pose.shrug) == (20, (0.01, 0.02))


def test_a_wall_beyond_the_body_lets_it_stand_before_it():
    beyond, inside = (
        figure(standing(), standing(at=1), props=(Prop(kind="wall", x=-0.4, width=0.8, beyond=beyond),))
        for beyond in (True, False)
    )
    assert not complaints(beyond)
    assert any("inside the wall" in line for line in complaints(inside))


@pytest.mark.parametrize(("hand", "touches"), [((0.1, 0.6), True), ((0.3, 0.7), False)])
def test_a_hand_is_on_a_wall_beyond_where_it_is_seen_before_it(hand: tuple[float, float], touches: bool):
    arm = Arm(hand=hand)
    drawn = figure(
        standing(far_arm=arm),
        standing(at=1, far_arm=arm),
        props=(Prop(kind="wall", x=-0.2, width=0.4, beyond=True),),
        contacts=(Contact("far-hand", "wall"),),
    )
    assert (not complaints(drawn)) == touches


def test_the_range_of_a_joint_is_not_read_off_a_leg_that_points_at_the_eye():
    crossed = Leg(hip=60, knee=-70, seen=(0.6, 0.6))
    seen = figure(*(Pose(hip=(0, 0.6), at=at, near_leg=crossed) for at in (0, 1)))
    plain = figure(*(Pose(hip=(0, 0.6), at=at, near_leg=Leg(hip=60, knee=-70)) for at in (0, 1)))
    assert not any("range" in line for line in complaints(seen))
    assert any("near knee out of range" in line for line in complaints(plain))


def test_a_backward_circle_is_the_mirror_image_of_a_forward_one():
    forward, backward = (
        figure(standing(), standing(at=1), props=(Prop(kind="circle", start=(0, 0.8), backwards=way),))
        for way in (False, True)
    )
    arrows = [[shape.b for shape in shapes_at(one, 0) if shape.role == "line"] for one in (forward, backward)]
    for (x, y), mirrored in zip(*arrows, strict=True):
        assert (-x, y) == pytest.approx(mirrored)
    # At its end the forward arrow points up at 120 degrees: 0.09 cos 120 degrees = -0.045.
    assert arrows[0][-2][0] == pytest.approx(-0.045)


@pytest.mark.parametrize(("kind", "role"), [("heat-pack", "warm"), ("cold-pack", "cold")])
def test_a_pack_goes_where_the_hand_carries_it(kind: str, role: str):
    drawn = figure(standing(), standing(at=1), props=(Prop(kind=kind, start="near-hand"),))
    pack = next(shape for shape in shapes_at(drawn, 1.0) if shape.role == role)
    palm = skeleton(drawn.pose[-1]).near_arm.palm
    assert math.dist(((pack.a[0] + pack.b[0]) / 2, pack.a[1]), palm) < 1e-9
