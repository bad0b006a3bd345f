"""Bodies of the right proportions: bones keep their lengths, and hands and feet go where they are told."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.figure import Arm, Leg, Pose
from app.core.skeleton import (
    ANKLE_HEIGHT,
    FOOT,
    FOREARM,
    HALF_HIPS,
    HALF_SHOULDERS,
    HAND,
    HEEL_BEHIND,
    NECK_AND_HEAD,
    SHANK,
    THIGH,
    TRUNK,
    UPPER_ARM,
    XY,
    ArmPoints,
    LegPoints,
    Skeleton,
    joints,
    skeleton,
)
from tests.core.bodies import DEGREES, SMALL, poses

TABLE = {
    "trunk": (TRUNK, 0.288),
    "neck and head": (NECK_AND_HEAD, 0.182),
    "upper arm": (UPPER_ARM, 0.186),
    "forearm": (FOREARM, 0.146),
    "hand": (HAND, 0.108),
    "thigh": (THIGH, 0.245),
    "shank": (SHANK, 0.246),
    "ankle height": (ANKLE_HEIGHT, 0.039),
    "foot": (FOOT, 0.152),
    "half of the shoulders": (HALF_SHOULDERS, 0.259 / 2),
    "half of the hips": (HALF_HIPS, 0.191 / 2),
}
"""Shares of stature: Drillis and Contini, 1966, in Winter."""
STRAIGHT = Leg(hip=0, knee=0, ankle=0)
REACH = UPPER_ARM + FOREARM + HAND / 2
LEG = THIGH + SHANK


@pytest.mark.parametrize("segment", TABLE)
def test_segments_have_the_lengths_of_the_table(segment: str):
    ours, tables = TABLE[segment]
    assert ours == pytest.approx(tables, abs=0.001)


def test_a_body_that_stands_is_as_tall_as_its_stature():
    # 0.039 + 0.246 + 0.245 + 0.288 + 0.182 = 1
    body = skeleton(Pose(hip=(0, 0.53), near_leg=STRAIGHT, far_leg=STRAIGHT))
    assert body.crown == pytest.approx((0, 1))
    assert body.near_leg.heel == pytest.approx((-HEEL_BEHIND, 0))
    assert body.near_leg.toe == pytest.approx((FOOT - HEEL_BEHIND, 0))


@given(pose=poses())
def test_bones_keep_their_lengths_in_every_pose(pose: Pose):
    body = skeleton(pose)
    for arm in (body.near_arm, body.far_arm):
        assert_arm(arm)
    for leg in (body.near_leg, body.far_leg):
        assert_leg(leg)
        assert math.dist(leg.ankle, leg.heel) == pytest.approx(math.hypot(ANKLE_HEIGHT, HEEL_BEHIND))
        assert math.dist(leg.heel, leg.ball) + math.dist(leg.ball, leg.toe) == pytest.approx(FOOT)
    assert_trunk(body)


@given(pose=poses(), view=st.sampled_from(["front", "above"]))
def test_bones_keep_their_lengths_seen_from_the_front(pose: Pose, view: str):
    body = skeleton(pose, view)
    for arm in (body.near_arm, body.far_arm):
        assert_arm(arm)
    for leg in (body.near_leg, body.far_leg):
        assert_leg(leg)
    assert math.dist(body.near_arm.shoulder, body.far_arm.shoulder) == pytest.approx(2 * HALF_SHOULDERS)
    assert math.dist(body.near_leg.hip, body.far_leg.hip) == pytest.approx(2 * HALF_HIPS)
    assert_trunk(body)


def assert_arm(arm: ArmPoints) -> None:
    assert math.dist(arm.shoulder, arm.elbow) == pytest.approx(UPPER_ARM)
    assert math.dist(arm.elbow, arm.wrist) == pytest.approx(FOREARM)
    assert math.dist(arm.wrist, arm.palm) == pytest.approx(HAND / 2)


def assert_leg(leg: LegPoints) -> None:
    assert math.dist(leg.hip, leg.knee) == pytest.approx(THIGH)
    assert math.dist(leg.knee, leg.ankle) == pytest.approx(SHANK)


def assert_trunk(body: Skeleton) -> None:
    parts = [math.dist(a, b) for a, b in zip(body.spine, body.spine[1:], strict=False)]
    assert sum(parts) == pytest.approx(TRUNK)
    assert math.dist(body.neck, body.head) + math.dist(body.head, body.crown) == pytest.approx(
        0.7 * NECK_AND_HEAD
    )


@given(trunk=DEGREES, spine=SMALL, away=DEGREES, share=st.floats(0.05, 0.999))
def test_a_hand_in_reach_is_exactly_where_it_is_told(trunk: float, spine: float, away: float, share: float):
    shoulder = skeleton(Pose(hip=(0, 0.5), trunk=trunk, spine=spine)).near_arm.shoulder
    place = at_distance(shoulder, away, REACH * share)
    body = skeleton(Pose(hip=(0, 0.5), trunk=trunk, spine=spine, near_arm=Arm(hand=place)))
    assert body.near_arm.palm == pytest.approx(place, abs=1e-9)
    assert joints(body).near_elbow >= -1e-6  # and no elbow bends backwards for it


@given(away=DEGREES, share=st.floats(0.2, 0.999), palm=DEGREES)
def test_a_flat_hand_in_reach_is_exactly_where_it_is_told(away: float, share: float, palm: float):
    shoulder = (0.0, 0.5 + TRUNK)
    wrist = at_distance(shoulder, away, (UPPER_ARM + FOREARM) * share)
    place = at_distance(wrist, palm, HAND / 2)
    arm = skeleton(Pose(hip=(0, 0.5), near_arm=Arm(hand=place, palm=palm))).near_arm
    assert arm.palm == pytest.approx(place, abs=1e-9)
    assert arm.wrist == pytest.approx(wrist, abs=1e-9)


@given(away=DEGREES, share=st.floats(0.01, 0.999), sole=st.floats(-90, 90), toes=st.floats(-60, 80))
def test_a_heel_in_reach_is_exactly_where_it_is_told_and_the_knee_bends_forwards(
    away: float, share: float, sole: float, toes: float
):
    ankle = at_distance((0.0, 0.5), away, LEG * share)
    under = at_distance(ankle, sole - 90, ANKLE_HEIGHT)
    heel = at_distance(under, sole + 180, HEEL_BEHIND)
    body = skeleton(Pose(hip=(0, 0.5), near_leg=Leg(heel=heel, sole=sole, toes=toes)))
    assert body.near_leg.heel == pytest.approx(heel, abs=1e-9)
    assert joints(body).near_knee >= -1e-6

    toe = body.near_leg.toe
    on_toe = skeleton(Pose(hip=(0, 0.5), near_leg=Leg(toe=toe, sole=sole, toes=toes)))
    assert on_toe.near_leg.toe == pytest.approx(toe, abs=1e-9)
    assert on_toe.near_leg.heel == pytest.approx(heel, abs=1e-9)


def at_distance(start: XY, degrees: float, length: float) -> XY:
    turned = math.radians(degrees)
    return (start[0] + length * math.cos(turned), start[1] + length * math.sin(turned))


def test_a_hand_out_of_reach_is_stretched_towards_its_place():
    arm = skeleton(Pose(hip=(0, 0.5), near_arm=Arm(hand=(2.0, 0.5 + TRUNK)))).near_arm
    assert arm.palm == pytest.approx((REACH, 0.5 + TRUNK))


def test_the_angles_of_a_body_that_stands_are_zero():
    body = skeleton(
        Pose(
            hip=(0, 0.53),
            near_leg=STRAIGHT,
            far_leg=STRAIGHT,
            near_arm=Arm(0, 0),
            far_arm=Arm(0, 0),
        )
    )
    assert list(joints(body)) == pytest.approx([0.0] * 11, abs=1e-9)


@given(
    hip=st.floats(-20, 125),
    knee=st.floats(0, 150),
    ankle=st.floats(-50, 30),
    shoulder=st.floats(-60, 170),
    elbow=st.floats(0, 150),
    trunk=st.floats(-90, 90),
)
def test_the_angles_that_are_measured_are_the_angles_that_were_given(
    hip: float, knee: float, ankle: float, shoulder: float, elbow: float, trunk: float
):
    leg, arm = Leg(hip=hip, knee=knee, ankle=ankle), Arm(shoulder, elbow)
    found = joints(
        skeleton(Pose(hip=(0, 0.5), trunk=trunk, near_leg=leg, far_leg=leg, near_arm=arm, far_arm=arm))
    )
    assert (found.near_hip, found.near_knee, found.near_ankle) == pytest.approx((hip, knee, ankle))
    assert (found.far_hip, found.far_knee, found.far_ankle) == pytest.approx((hip, knee, ankle))
    assert (found.near_shoulder, found.near_elbow) == pytest.approx((shoulder, elbow))
    assert (found.far_shoulder, found.far_elbow) == pytest.approx((shoulder, elbow))
    assert found.trunk == pytest.approx(trunk)


def test_a_chair_makes_right_angles():
    # The ankle 0.246 below the knee and the knee 0.245 before the hip: the thigh is level, the shank upright.
    heel = (THIGH - HEEL_BEHIND, 0.0)
    found = joints(skeleton(Pose(hip=(0, ANKLE_HEIGHT + SHANK), near_leg=Leg(heel=heel))))
    assert (found.near_hip, found.near_knee, found.near_ankle) == pytest.approx((90, 90, 0))


def test_an_elbow_at_a_right_angle_is_measured_as_one():
    # Upper arm 0.186 and forearm to palm 0.146 + 0.054 = 0.200 at a right angle span 0.2731.
    hand = (math.hypot(0.186, 0.200), 0.5 + TRUNK)
    assert joints(skeleton(Pose(hip=(0, 0.5), near_arm=Arm(hand=hand)))).near_elbow == pytest.approx(90)


def test_a_heel_that_lifts_points_the_foot():
    # The shank upright over a sole that leans 30 degrees: that is 30 degrees of pointing.
    body = skeleton(Pose(hip=(0, 0.53), near_leg=Leg(knee=0, ankle=-30)))
    assert joints(body).near_ankle == pytest.approx(-30)
    assert body.near_leg.heel[1] > body.near_leg.toe[1]


def test_a_round_back_turns_the_thigh_by_half_of_the_bend():
    # The lower end of a spine bent by 60 leans back by 30, less a quarter of that within its first part.
    pose = Pose(hip=(0, 0.5), trunk=92, spine=60, near_leg=Leg(hip=62, knee=0))
    leg = skeleton(pose).near_leg
    assert leg.knee == pytest.approx((0, 0.5 - THIGH))  # 92 - 30 = 62: it hangs straight down


def test_a_full_chest_lifts_the_shoulders_and_leaves_the_feet():
    pose = Pose(hip=(0, 0.53), near_leg=Leg(heel=(-0.038, 0)))
    full, empty = skeleton(pose, breath=1), skeleton(pose, breath=-1)
    assert full.near_leg == empty.near_leg
    assert 0.001 < math.dist(full.spine[-1], empty.spine[-1]) < 0.02


def test_the_near_side_is_at_the_right_seen_from_the_front():
    body = skeleton(Pose(hip=(0, 0.53), near_leg=Leg(hip=20), near_arm=Arm(shoulder=30)), "front")
    assert body.near_leg.knee[0] > body.far_leg.knee[0]
    # Opened by 20 degrees: 0.0955 + 0.245 sin 20° = 0.1793
    assert body.near_leg.knee[0] == pytest.approx(0.1793, abs=1e-4)
    assert body.near_arm.elbow[0] == pytest.approx(0.129 + 0.186 * 0.5)


def test_every_point_that_a_file_may_name_has_a_place():
    names = skeleton(Pose(hip=(0, 0.5))).points.keys()
    for side in ("near", "far"):
        for part in "hand elbow knee shank thigh heel ball toe sole".split():
            assert f"{side}-{part}" in names
    assert {"hip", "back", "head"} <= names
