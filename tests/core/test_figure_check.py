"""Each complaint is raised by a fault that is planted, and by no figure without it."""

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from app.core.figure import Arm, Contact, Figure, Leg, Pose, Prop
from app.core.figure_check import complaints
from app.core.scene import bounds, shapes_at
from tests.core.bodies import FIGURES

STANDING = Leg(heel=(-0.038, 0))
HANGING, REACHING = Arm(8, 12), Arm(hand=(0.2, 0.7))


def pose(at: float, **parts: object) -> Pose:
    given = {"hip": (0, 0.525), "near_leg": STANDING, "far_leg": STANDING}
    return Pose(at=at, **(given | parts))


def still(**parts: object) -> Figure:
    """A body that stands, with something else about it at the start and at the end alike."""
    return Figure(pose=(pose(0, **parts), pose(1, **parts)))


def moving(start: dict[str, object], end: dict[str, object], **more: object) -> Figure:
    return Figure(pose=(pose(0, **start), pose(1, **end)), **more)


GOOD = moving({"near_arm": Arm(0, 10)}, {"near_arm": Arm(90, 10)}, contacts=(Contact("near-heel", "floor"),))


def test_a_body_that_stands_and_lifts_an_arm_is_free_of_complaints():
    assert complaints(GOOD) == []


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (still(near_leg=Leg(hip=0, knee=-10)), "near knee out of range 0 to 150: -10 degrees"),
        (still(far_leg=Leg(hip=60, knee=155)), "far knee out of range 0 to 150: 155 degrees"),
        (still(near_leg=Leg(hip=20, knee=20, ankle=35)), "near ankle out of range -50 to 30: 35 degrees"),
        (still(near_leg=Leg(hip=20, knee=20, ankle=-55)), "near ankle out of range -50 to 30: -55 degrees"),
        (still(near_leg=Leg(hip=-25, knee=30)), "near hip out of range -20 to 125: -25 degrees"),
        (still(near_leg=Leg(hip=130, knee=130)), "near hip out of range -20 to 125: 130 degrees"),
        (still(far_arm=Arm(20, -10)), "far elbow out of range 0 to 150: -10 degrees"),
        (still(near_arm=Arm(20, 155)), "near elbow out of range 0 to 150: 155 degrees"),
    ],
)
def test_a_joint_beyond_human_range_is_complained_of(figure: Figure, said: str):
    assert f"at 0.00: {said}" in complaints(figure)


@pytest.mark.parametrize(
    "figure",
    [
        still(near_leg=Leg(hip=20, knee=0.5, ankle=30.5)),  # a degree of slack
        Figure(pose=tuple(pose(at, near_leg=Leg(hip=20, knee=-10)) for at in (0, 1)), view="front"),
    ],
)
def test_rounding_and_another_view_are_not_held_against_a_joint(figure: Figure):
    assert not [line for line in complaints(figure) if "range" in line]


def test_the_fault_is_told_once_with_the_moment_at_which_it_is_first_seen():
    # The ankle is eased from 0 to 60 and passes 31 in the frame after half-way: 60 × 0.5 = 30 at 0.50.
    bending = moving({"near_leg": Leg(hip=20, knee=20)}, {"near_leg": Leg(hip=20, knee=20, ankle=60)})
    (line,) = complaints(bending)
    assert line.startswith("at 0.52: near ankle out of range")


def wall_and_hand(hand: tuple[float, float]) -> Figure:
    return replace(
        still(near_arm=Arm(hand=hand)), props=(Prop("wall", x=0.3),), contacts=(Contact("near-hand", "wall"),)
    )


@pytest.mark.parametrize(("x", "off"), [(0.264, "+0.020"), (0.299, "-0.015")])
def test_a_hand_that_floats_or_is_inside_the_wall_is_complained_of(x: float, off: str):
    # The palm belongs 0.016 before the face at 0.3: at 0.284.
    assert f"at 0.00: near-hand does not touch the wall: {off}" in complaints(wall_and_hand((x, 0.7)))


@pytest.mark.parametrize("x", [0.275, 0.284, 0.293])
def test_a_hand_within_1_percent_of_its_wall_touches_it(x: float):
    assert complaints(wall_and_hand((x, 0.7))) == []


def test_a_hand_that_leaves_its_wall_on_the_way_is_complained_of():
    hands = [{"near_arm": Arm(hand=(x, 0.7))} for x in (0.284, 0.2)]
    figure = moving(*hands, props=(Prop("wall", x=0.3),), contacts=(Contact("near-hand", "wall"),))
    (line,) = complaints(figure)
    assert "near-hand does not touch the wall" in line
    assert not line.startswith("at 0.00")


def test_a_foot_that_sinks_into_the_floor_is_complained_of():
    sunk = replace(
        still(hip=(0, 0.5), near_leg=Leg(heel=(-0.038, -0.02))), contacts=(Contact("near-heel", "floor"),)
    )
    found = complaints(sunk)
    assert "at 0.00: shoe below the floor by 0.020" in found
    assert "at 0.00: near-heel does not touch the floor: -0.020" in found
    assert complaints(replace(sunk, view="above"))  # there nothing stands on the floor,
    assert not [line for line in complaints(replace(sunk, view="above")) if "below" in line]


def test_a_foot_that_floats_is_complained_of():
    floating = replace(still(near_leg=Leg(heel=(-0.038, 0.02))), contacts=(Contact("near-heel", "floor"),))
    assert complaints(floating) == ["at 0.00: near-heel does not touch the floor: +0.020"]


@pytest.mark.parametrize(("hip", "deep"), [(-0.3, False), (0.0, True)])
def test_a_body_inside_the_wall_is_complained_of(hip: float, deep: bool):
    # The chest is 0.061 thick: from a hip at 0 it is 0.031 deep in a wall whose face is at 0.03.
    figure = replace(still(hip=(hip, 0.525)), props=(Prop("wall", x=0.03),))
    assert ("at 0.00: top inside the wall by" in "".join(complaints(figure))) == deep


def test_a_body_that_stands_with_its_back_in_the_wall_is_complained_of():
    figure = replace(still(), props=(Prop("wall", x=-0.08),))  # its face is at -0.03, and the back at -0.064
    assert any("top inside the wall by 0.034" in line for line in complaints(figure))
    assert complaints(replace(still(), props=(Prop("wall", x=-0.4),))) == []


@pytest.mark.parametrize(("lift", "sinks"), [(0.1, False), (0.095, False), (0.08, True)])
def test_a_foot_inside_the_step_is_complained_of(lift: float, sinks: bool):
    figure = replace(
        still(near_leg=Leg(heel=(0.1, lift))), props=(Prop("step", x=0.05, width=0.3, height=0.1),)
    )
    found = complaints(figure)
    assert ("at 0.00: near heel inside the step by 0.020" in found) == sinks
    assert bool(found) == sinks


@pytest.mark.parametrize(("height", "sinks"), [(0.324, False), (0.30, True)])
def test_a_hip_inside_the_seat_is_complained_of(height: float, sinks: bool):
    # Its surface is 0.064 below the hip: 0.324 - 0.064 = 0.26, the seat's height.
    figure = replace(
        still(hip=(0, height), near_leg=Leg(heel=(0.2, 0)), far_leg=Leg(heel=(0.2, 0))),
        props=(Prop("chair", x=-0.1),),
    )
    assert ("at 0.00: near hip inside the chair by 0.024" in complaints(figure)) == sinks


def test_a_joint_that_hurries_is_complained_of_unless_the_file_says_why():
    # 110 degrees in 1.5 s, eased: 1.5 × 110 / 1.5 = 110 degrees a second at most. In 1 s it is 165.
    swing = moving({"near_arm": Arm(0, 10)}, {"near_arm": Arm(110, 10)})
    assert complaints(swing) == []
    (line,) = complaints(swing, way_s=1.0)
    assert "near_shoulder moves too fast: 1" in line
    assert complaints(replace(swing, fast=("near_shoulder",)), way_s=1.0) == []
    assert complaints(replace(swing, fast=("far_shoulder",)), way_s=1.0) == [line]


def test_rocking_to_and_fro_is_as_fast_as_its_period():
    # Half of a period of 2 s is 1 s: 1.5 × 110 = 165 degrees a second.
    swing = moving({"near_arm": Arm(0, 10)}, {"near_arm": Arm(110, 10)}, rocks=True, period=2)
    assert any("near_shoulder moves too fast" in line for line in complaints(swing))
    assert complaints(replace(swing, period=6)) == []


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (still(near_arm=Arm(hand=(0.9, 0.8))), "near-hand cannot be reached at (0.90, 0.80)"),
        (still(far_arm=Arm(hand=(0, 0.1))), "far-hand cannot be reached at (0.00, 0.10)"),
        (still(near_leg=Leg(heel=(0.5, 0))), "near-heel cannot be reached at (0.50, 0.00)"),
        (still(far_leg=Leg(toe=(0.6, 0), sole=-20)), "far-toe cannot be reached at (0.60, 0.00)"),
    ],
)
def test_what_is_out_of_reach_is_complained_of(figure: Figure, said: str):
    assert f"at 0.00: {said}" in complaints(figure)


@pytest.mark.parametrize(
    ("contact", "said"),
    [
        (Contact("near-nose", "floor"), 'there is no point "near-nose"'),
        (Contact("near-hand", "ceiling"), 'there is no "ceiling" in the picture'),
        (Contact("near-hand", "wall"), 'there is no "wall" in the picture'),
    ],
)
def test_a_point_or_thing_that_is_not_there_is_complained_of(contact: Contact, said: str):
    assert complaints(replace(GOOD, contacts=(contact,))) == [f"at 0.00: {said}"]


@pytest.mark.parametrize(
    ("prop", "said"),
    [
        (
            Prop("band", start="hnad", end=(0, 0.1)),
            'the band has its "start" at "hnad": there is no such point',
        ),
        (Prop("circle", start="nose"), 'the circle has its "start" at "nose": there is no such point'),
        (Prop("towel", start="near-hand"), 'the towel needs a "end"'),
    ],
)
def test_a_line_without_an_end_is_complained_of_and_not_drawn(prop: Prop, said: str):
    figure = replace(GOOD, props=(prop,))
    assert complaints(figure) == [said]
    assert len(shapes_at(figure, 0)) == len(shapes_at(GOOD, 0)) + (16 if prop.kind == "circle" else 0)


def test_joints_and_muscles_that_nothing_is_called_are_complained_of():
    assert complaints(replace(GOOD, fast=("nose",))) == ['"fast": there is no joint "nose"']
    assert complaints(replace(GOOD, hot=("calf",))) == ['"hot": there is no muscle "calf"']


@pytest.mark.parametrize("shares", [(0, 0.5), (0.2, 1), (0, 0.6, 0.4, 1), (0, 0.5, 0.5, 1)])
def test_poses_in_the_wrong_order_are_complained_of(shares: tuple[float, ...]):
    found = complaints(Figure(pose=tuple(pose(at) for at in shares)))
    assert any('the poses must be "at" 0 first, 1 last and rising in between' in line for line in found)


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (
            {"near_arm": REACHING},
            {"near_arm": HANGING},
            'near_arm has a "hand" in one pose and none in another',
        ),
        ({"far_arm": HANGING}, {"far_arm": REACHING}, 'far_arm has a "hand" in one pose and none in another'),
        ({}, {"near_leg": Leg(toe=(0.114, 0))}, 'near_leg must have "heel", "toe" or neither in all poses'),
        ({}, {"far_leg": Leg()}, 'far_leg must have "heel", "toe" or neither in all poses'),
        ({}, {"hip": None, "shoulder": (0, 0.8)}, "all poses must hang from the same point"),
        ({"hip": None}, {}, 'a pose needs one of "hip", "knee" and "shoulder"'),
    ],
)
def test_a_limb_that_is_told_in_two_ways_is_complained_of(
    start: dict[str, object], end: dict[str, object], said: str
):
    assert any(line.startswith(said) for line in complaints(moving(start, end)))


@pytest.mark.parametrize("count", [0, 1])
def test_a_figure_that_nobody_has_drawn_has_too_few_poses(count: int):
    assert complaints(Figure(pose=(pose(0),) * count)) == ["there must be two poses or more"]


@settings(max_examples=40)
@given(figure=FIGURES)
def test_whatever_a_file_says_can_be_judged_and_drawn(figure: Figure):
    complaints(figure)
    bounds(figure)
    roles = [shape.role for shape in shapes_at(figure, 0, hot=figure.hot, both=figure.both)]
    for position in (0.3, 1.0):
        shapes = shapes_at(figure, position, hot=figure.hot, both=figure.both, mirror=True)
        assert [shape.role for shape in shapes] == roles
