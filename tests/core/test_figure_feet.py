"""Toes, soles and things that move: what figures of the feet need."""

import math

import pytest

from app.core.figure import Arm, Contact, Figure, Leg, Pose, Prop, moved, pose_at
from app.core.figure_check import complaints
from app.core.scene import shapes_at
from app.core.shapes import Piece
from app.core.skeleton import FOOT, joints, skeleton


def body(leg: Leg, view: str = "side"):
    return skeleton(Pose(hip=(0.0, 0.5), near_leg=leg), view)


def test_toes_bend_at_the_ball_and_leave_the_ankle_alone():
    straight, bent = body(Leg(heel=(0, 0))), body(Leg(heel=(0, 0), toes=60))
    assert bent.near_leg.ankle == straight.near_leg.ankle
    assert joints(bent).near_ankle == pytest.approx(joints(straight).near_ankle)
    # The toes are 0.28 of the foot: 0.152 * 0.28 * sin 60 = 0.0369 above the floor.
    assert bent.near_leg.toe[1] == pytest.approx(0.0369, abs=1e-4)


def test_toes_as_far_up_as_the_sole_is_down_stay_flat_on_the_floor():
    leg = body(Leg(toe=(0.1, 0), sole=-34, toes=34)).near_leg
    assert leg.toe == pytest.approx((0.1, 0))
    assert leg.ball[1] == pytest.approx(0)
    assert leg.heel[1] > 0.05


def test_a_sole_held_towards_the_eye_is_seen_larger_than_the_foot_and_tips_outwards():
    upright = body(Leg(sole=90), "front").near_leg
    tipped = body(Leg(sole=90, ankle=30), "front").near_leg
    assert math.dist(upright.heel, upright.toe) == pytest.approx(FOOT * 1.35)
    assert tipped.toe[0] > upright.toe[0] + 0.05  # the near side is to the right


def test_a_foot_at_an_angle_has_no_sudden_change_when_it_starts_to_lift():
    flat, lifted = body(Leg(sole=0), "front").near_leg, body(Leg(sole=0.01), "front").near_leg
    assert lifted.toe == pytest.approx(flat.toe, abs=1e-4)


def rolling(roll: float) -> Figure:
    """A foot that glides 0.1 forwards on a ball of 0.06."""
    return Figure(
        pose=tuple(
            Pose(hip=(-0.1, 0.35), at=at, near_leg=Leg(heel=(0.1 + 0.1 * at, 0.06))) for at in (0.0, 1.0)
        ),
        props=(Prop(kind="ball", x=0.22, y=0.03, width=0.06, moves=(roll, 0)),),
        contacts=(Contact("near-sole", "ball"),),
    )


def test_a_ball_that_rolls_is_half_way_in_the_middle():
    figure = rolling(0.05)
    assert moved(figure.props[0], pose_at(figure, 0.5)).x == pytest.approx(0.245)


def test_a_sole_may_roll_on_a_ball_but_not_off_it():
    assert not [line for line in complaints(rolling(0.05)) if "ball" in line]
    assert [line for line in complaints(rolling(-0.2)) if "does not touch the ball" in line]


def test_only_the_ends_of_a_towel_that_are_no_part_of_the_body_move_by_themselves():
    towel = Prop(kind="towel", start="near-ball", end=(0.5, 0.0), moves=(-0.1, 0))
    drawn_in = moved(towel, Pose(hip=(0, 0), at=1))
    assert (drawn_in.start, drawn_in.end) == ("near-ball", (0.4, 0.0))


def test_a_hand_is_held_to_the_knee_it_rests_on():
    def lines(hand: tuple[float, float]) -> list[str]:
        pose = Pose(hip=(0, 0.324), near_leg=Leg(heel=(0.2, 0)))
        knee = skeleton(pose).points["near-knee"]
        at = (knee[0] + hand[0], knee[1] + hand[1])
        figure = Figure(
            pose=tuple(
                Pose(hip=pose.hip, at=share, near_leg=pose.near_leg, near_arm=Arm(hand=at))
                for share in (0, 1)
            ),
            contacts=(Contact("near-hand", "near-knee"),),
        )
        return [line for line in complaints(figure) if "does not touch" in line]

    # The knee's surface is 0.039 from its middle, the hand's 0.016 from the palm.
    assert not lines((0, 0.055))
    assert lines((0, 0.1))


def test_bare_feet_are_painted_as_skin():
    figure = Figure(pose=(Pose(hip=(0, 0.5)), Pose(hip=(0, 0.5), at=1)), bare=True)
    assert not [shape for shape in shapes_at(figure, 0) if "shoe" in shape.role]


def test_a_circle_turns_about_its_point():
    figure = Figure(
        pose=(Pose(hip=(0, 0.5)), Pose(hip=(0, 0.5), at=1)),
        props=(Prop(kind="circle", start=(0.3, 0.2), width=0.2),),
    )
    arrow = [shape for shape in shapes_at(figure, 0) if isinstance(shape, Piece) and shape.role == "line"]
    assert all(math.dist(piece.a, (0.3, 0.2)) == pytest.approx(0.1) for piece in arrow)


def test_folds_rise_in_a_towel_whose_ends_move_differently():
    fold = Prop(kind="towel", start=(0.4, 0.0), end=(0.5, 0.0), moves=(-0.1, 0.0), end_moves=(0.0, 0.03))
    risen = moved(fold, Pose(hip=(0, 0), at=1))
    assert risen.start == pytest.approx((0.3, 0.0))
    assert risen.end == pytest.approx((0.4, 0.03))
