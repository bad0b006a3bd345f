"""Bodies that kneel, lie and lean on their hands: from which point they hang, and how a flat hand lies."""

import math

import pytest

from app.core.figure import Arm, Figure, Leg, Pose, Prop, pose_at
from app.core.figure_check import complaints
from app.core.scene import shapes_at
from app.core.shapes import Block
from app.core.skeleton import FOREARM, THIGH, UPPER_ARM, joints, skeleton

KNEE = (0.1, 0.039)


def sitting_back(at: float, lean: float) -> Pose:
    """On the knees, the thigh leaning back by `lean`, the shank flat on the floor."""
    return Pose(
        knee=KNEE,
        at=at,
        near_leg=Leg(hip=lean, knee=90 + lean, ankle=-50, toes=-20),
        far_leg=Leg(hip=lean, knee=90 + lean, ankle=-50, toes=-20),
    )


@pytest.mark.parametrize("position", [0, 0.3, 0.7, 1])
def test_a_body_that_hangs_from_its_knee_keeps_knee_and_shank_in_their_place(position: float):
    figure = Figure(pose=(sitting_back(0, 0), sitting_back(1, 50)))
    leg = skeleton(pose_at(figure, position)).near_leg
    assert leg.knee == pytest.approx(KNEE)
    assert leg.ankle[1] == pytest.approx(KNEE[1])  # the shank is level
    assert math.dist(leg.hip, leg.knee) == pytest.approx(THIGH)


def test_sitting_back_on_the_knees_is_free_of_complaints():
    assert complaints(Figure(pose=(sitting_back(0, 0), sitting_back(1, 50)))) == []


def test_a_body_that_hangs_from_its_shoulder_lifts_its_hip_around_it():
    lying, lifted = Pose(shoulder=(0, 0.066), trunk=-90), Pose(shoulder=(0, 0.066), at=1, trunk=-120)
    body = skeleton(pose_at(Figure(pose=(lying, lifted)), 1))
    assert body.spine[-1] == pytest.approx((0, 0.066))
    # 30 degrees up from the floor: 0.288 x sin 30 = 0.144 above the shoulder.
    assert body.spine[0][1] == pytest.approx(0.066 + 0.144)


@pytest.mark.parametrize("places", [{}, {"hip": (0, 0.5), "knee": (0, 0.04)}])
def test_a_pose_hangs_from_one_point(places: dict[str, tuple[float, float]]):
    figure = Figure(pose=(Pose(**places), Pose(at=1, **places)))
    assert any('needs one of "hip", "knee" and "shoulder"' in line for line in complaints(figure))


def test_a_figure_that_changes_the_point_it_hangs_from_is_complained_of():
    figure = Figure(pose=(Pose(hip=(0, 0.53)), Pose(shoulder=(0, 0.8), at=1)))
    assert any("hang from the same point" in line for line in complaints(figure))


def test_the_front_view_does_not_hang_from_a_knee():
    poses = (sitting_back(0, 0), sitting_back(1, 1))
    assert any("only in the side view" in line for line in complaints(Figure(pose=poses, view="front")))


def test_a_flat_hand_lies_on_its_palm_with_the_wrist_behind_it():
    arm = skeleton(Pose(hip=(0, 0.285), trunk=80, near_arm=Arm(hand=(0.33, 0.016), palm=0))).near_arm
    assert arm.palm == pytest.approx((0.33, 0.016))
    assert arm.wrist == pytest.approx((0.276, 0.016))  # half a hand, 0.108 / 2, before the palm
    assert arm.fingers[1] == pytest.approx(0.016)
    assert math.dist(arm.elbow, arm.wrist) == pytest.approx(FOREARM)


def test_an_arm_that_points_at_the_eye_is_seen_shorter():
    arm = skeleton(Pose(hip=(0, 0.53), near_arm=Arm(elbow=0, seen=(0.5, 0.25)))).near_arm
    assert math.dist(arm.shoulder, arm.elbow) == pytest.approx(UPPER_ARM / 2)
    assert math.dist(arm.elbow, arm.wrist) == pytest.approx(FOREARM / 4)


def test_a_leg_that_points_at_the_eye_still_puts_its_foot_where_it_is_told():
    pose = Pose(hip=(0, 0.3), near_leg=Leg(heel=(0.1, 0), seen=(0.7, 0.7)))
    body = skeleton(pose)
    assert body.near_leg.heel == pytest.approx((0.1, 0))
    assert math.dist(body.near_leg.hip, body.near_leg.knee) == pytest.approx(THIGH * 0.7)
    assert joints(body).near_knee > 0


def test_seen_from_above_nothing_stands_on_the_floor():
    low = Leg(hip=0, knee=0)
    poses = tuple(Pose(hip=(0, 0.2), at=at, near_leg=low, far_leg=low) for at in (0, 1))
    assert complaints(Figure(pose=poses, view="above")) == []
    assert any("below the floor" in line for line in complaints(Figure(pose=poses, view="front")))


def test_a_mat_with_a_height_is_spread_out_as_seen_from_above():
    poses = (Pose(hip=(0, 0.5)), Pose(hip=(0, 0.5), at=1))
    figure = Figure(pose=poses, view="above", props=(Prop("mat", x=-0.3, width=0.6, height=1.0),))
    (mat,) = [shape for shape in shapes_at(figure, 0) if isinstance(shape, Block)]
    assert mat.corners[2][1] - mat.corners[0][1] == pytest.approx(1.0)
    assert mat.corners[1][0] - mat.corners[0][0] == pytest.approx(0.6)


@pytest.mark.parametrize(("both", "bars"), [(False, 2), (True, 4)])
def test_the_side_of_the_trunk_lights_up_seen_from_the_front(both: bool, bars: int):
    poses = (Pose(hip=(0, 0.53)), Pose(hip=(0, 0.53), at=1))
    shapes = shapes_at(Figure(pose=poses, view="front"), 0, hot=("obliques",), both=both)
    assert sum(shape.role == "hot" for shape in shapes) == bars
