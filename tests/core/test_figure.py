"""Which pose is shown when: between keyframes, to and fro, and in a breath."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.figure import Arm, Figure, Leg, Pose, breath, pose_at, to_and_fro

LOW = Pose(hip=(0.0, 0.5), trunk=0, near_leg=Leg(heel=(0.0, 0.0), sole=0))
MIDDLE = Pose(hip=(0.4, 0.5), at=0.4, trunk=10, near_leg=Leg(heel=(0.1, 0.0), sole=-20))
HIGH = Pose(hip=(1.0, 0.7), at=1, trunk=50, near_leg=Leg(heel=(0.1, 0.2), sole=-40))
TWO = Figure(pose=(LOW, HIGH))
THREE = Figure(pose=(LOW, MIDDLE, HIGH))


@pytest.mark.parametrize(
    ("position", "share"),
    [
        (0.0, 0.0),
        (0.25, 0.15625),  # 0.25² × (3 − 2 × 0.25) = 0.0625 × 2.5
        (0.5, 0.5),
        (0.75, 0.84375),  # 0.75² × (3 − 1.5) = 0.5625 × 1.5
        (1.0, 1.0),
    ],
)
def test_a_movement_begins_and_ends_at_rest(position: float, share: float):
    pose = pose_at(TWO, position)
    assert pose.hip == pytest.approx((share, 0.5 + 0.2 * share))
    assert pose.trunk == pytest.approx(50 * share)
    assert pose.near_leg.heel == pytest.approx((0.1 * share, 0.2 * share))
    assert pose.near_leg.sole == pytest.approx(-40 * share)
    assert pose.at == pytest.approx(share)


@pytest.mark.parametrize(("position", "pose"), [(0.0, LOW), (0.4, MIDDLE), (1.0, HIGH)])
def test_at_a_keyframe_its_own_pose_is_shown(position: float, pose: Pose):
    assert pose_at(THREE, position) == pose


def test_between_the_second_and_third_keyframe_only_they_count():
    pose = pose_at(THREE, 0.7)  # half-way from 0.4 to 1: the eased share is 0.5
    assert pose.trunk == pytest.approx(30)
    assert pose.hip == pytest.approx((0.7, 0.6))
    assert pose.at == pytest.approx(0.7)


def test_every_number_of_a_limb_goes_along():
    start, end = Arm(10, 20, (0, 0), 30, (1, 0.5)), Arm(30, 60, (1, 2), 90, (0.5, 0.25))
    figure = Figure(pose=(Pose(hip=(0, 0), near_arm=start), Pose(hip=(0, 0), at=1, near_arm=end)))
    assert pose_at(figure, 0.5).near_arm == Arm(20, 40, (0.5, 1.0), 60, (0.75, 0.375))
    flexed = Leg(hip=90, knee=100, ankle=20, toes=30, seen=(0.5, 0.5))
    figure = Figure(pose=(Pose(hip=(0, 0), far_leg=Leg(knee=0)), Pose(hip=(0, 0), at=1, far_leg=flexed)))
    assert pose_at(figure, 0.5).far_leg == Leg(45, 50, 10, toes=15, seen=(0.75, 0.75))


def test_a_hand_without_a_palm_in_one_keyframe_goes_on_from_its_forearm():
    poses = (Pose(hip=(0, 0), near_arm=Arm(palm=0)), Pose(hip=(0, 0), at=1))
    assert pose_at(Figure(pose=poses), 0.5).near_arm.palm is None


def test_keyframes_out_of_order_are_shown_all_the_same():
    late = Figure(pose=(Pose(hip=(0, 0), at=0.5), Pose(hip=(1, 0), at=0.5), Pose(hip=(2, 0), at=0.2)))
    assert [pose_at(late, position).hip for position in (0.0, 0.5, 1.0)] == [(1, 0), (1, 0), (2, 0)]
    early = Figure(pose=(Pose(hip=(0, 0), at=0.5), Pose(hip=(1, 0), at=1)))
    assert pose_at(early, 0.1).hip == (0, 0)  # and nothing is extrapolated


@given(position=st.floats(0, 1))
def test_no_pose_lies_outside_of_its_keyframes(position: float):
    pose = pose_at(THREE, position)
    assert 0 <= pose.trunk <= 50
    assert pose.hip is not None
    assert 0 <= pose.hip[0] <= 1
    assert -1e-9 <= pose.at - pose_at(THREE, max(0.0, position - 0.01)).at <= 0.03  # never back, never a jump


@pytest.mark.parametrize(
    ("elapsed_s", "position"), [(0, 0), (1, 0.5), (2, 1), (3, 0.5), (4, 0), (5, 0.5), (401, 0.5)]
)
def test_to_and_fro_in_four_seconds(elapsed_s: float, position: float):
    assert to_and_fro(elapsed_s, 4) == pytest.approx(position)


def test_to_and_fro_in_six_seconds_takes_three_each_way():
    assert to_and_fro(1.5, 6) == pytest.approx(0.5)
    assert to_and_fro(4.5, 6) == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("elapsed_s", "fullness"),
    [(0, 0), (1.25, 1), (2.5, 0), (3.75, -1), (5, 0), (5 / 12, 0.5)],  # sin 30° = 0.5 after a twelfth
)
def test_a_breath_takes_five_seconds(elapsed_s: float, fullness: float):
    assert breath(elapsed_s) == pytest.approx(fullness, abs=1e-9)


def test_a_figure_with_fewer_than_two_poses_is_not_drawn_yet():
    assert [Figure(pose=(LOW,) * count).is_drawn for count in (0, 1, 2)] == [False, False, True]
