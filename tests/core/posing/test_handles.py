"""Dragging a figure about: whatever is dragged wherever, it stays a body on a floor."""

import math

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from app.core.figure import Figure
from app.core.figure_check import RANGES, complaints
from app.core.posing.handles import HANDLES, can_be_posed, dragged, handle_place, handles
from app.core.posing.keyframes import added, begun, held
from app.core.posing.limbs import SHOULDER, arm_of, leg_of, with_arm, with_leg
from app.core.posing.stock import STOCK
from app.core.skeleton import along, skeleton

STOCKS = st.sampled_from(sorted(STOCK))
PLACES = st.tuples(st.floats(-1, 1), st.floats(-0.2, 1.2))
DRAGS = st.lists(st.tuples(st.sampled_from(HANDLES), PLACES, st.integers(0, 2)), min_size=1, max_size=8)
NEAR = 0.02


def unsound(figure: Figure) -> list[str]:
    """What figure_check says of joints, floor and reach; how fast it moves is another question."""
    return [said for said in complaints(figure) if "range" in said or "floor" in said or "reached" in said]


def named(figure: Figure, index: int) -> set[str]:
    return {handle.name for handle in handles(figure.pose[index])}


@given(stock=STOCKS, drags=DRAGS)
@settings(max_examples=40, deadline=None)
def test_no_drag_takes_a_joint_out_of_range_or_anything_below_the_floor(stock, drags):
    figure = added(begun(stock))
    for name, to, index in drags:
        if name in named(figure, index):
            figure = dragged(figure, index, name, to)
    assert unsound(figure) == []


@given(
    stock=STOCKS,
    side=st.sampled_from(["near", "far"]),
    lift=st.floats(*SHOULDER),
    bend=st.floats(*RANGES["elbow"]),
)
@settings(max_examples=50, deadline=None)
def test_a_hand_comes_wherever_an_arm_can_take_it(stock, side, lift, bend):
    """The arm is bent by its joints first, and the palm's place handed to a drag of the other figure."""
    figure = held(begun(stock), f"{side}-hand", hold=False)
    pose = figure.pose[0]
    there = with_arm(pose, side, replace(arm_of(pose, side), shoulder=lift, elbow=bend))
    wanted = replace(figure, pose=(there, *figure.pose[1:]))
    assume(not unsound(wanted))
    to = skeleton(there).points[f"{side}-hand"]
    assert math.dist(handle_place(dragged(figure, 0, f"{side}-hand", to).pose[0], f"{side}-hand"), to) < NEAR


@given(stock=STOCKS, lift=st.floats(*RANGES["hip"]), bend=st.floats(*RANGES["knee"]))
@settings(max_examples=50, deadline=None)
def test_a_foot_in_the_air_comes_wherever_a_leg_can_take_it(stock, lift, bend):
    figure = held(begun(stock), "far-foot", hold=False)
    pose = figure.pose[0]
    there = with_leg(pose, "far", replace(leg_of(pose, "far"), hip=lift, knee=bend))
    wanted = replace(figure, pose=(there, *figure.pose[1:]))
    assume(not unsound(wanted))
    to = skeleton(there).points["far-ankle"]
    assert math.dist(handle_place(dragged(figure, 0, "far-foot", to).pose[0], "far-foot"), to) < NEAR


@given(back=st.floats(-0.35, 0.35), down=st.floats(0.2, 0.53))
@settings(max_examples=40, deadline=None)
def test_a_hip_comes_wherever_feet_that_stand_let_it(back, down):
    figure = begun("standing")
    wanted = replace(figure, pose=(replace(figure.pose[0], hip=(back, down)), *figure.pose[1:]))
    assume(not unsound(wanted))
    assert math.dist(dragged(figure, 0, "hip", (back, down)).pose[0].hip, (back, down)) < NEAR


def test_feet_that_stand_stay_when_the_hip_sinks_and_the_knees_bend():
    before = begun("standing")
    after = dragged(before, 0, "hip", (-0.05, 0.40))
    then, now = skeleton(before.pose[0]).points, skeleton(after.pose[0]).points
    for point in ("near-heel", "near-toe", "far-heel", "far-toe"):
        assert math.dist(then[point], now[point]) < 1e-6
    assert now["near-knee"][0] > then["near-knee"][0] + 0.05


def test_a_hip_goes_no_further_than_the_legs_reach():
    """A straight leg is 0.245 + 0.246 = 0.491 long, and the ankles stand 0.039 high: not above 0.53."""
    assert dragged(begun("standing"), 0, "hip", (0, 1)).pose[0].hip[1] == pytest.approx(0.528, abs=0.003)


def test_a_heel_that_is_lifted_leaves_the_ball_of_the_foot_where_it_is():
    before = begun("standing")
    heel = handle_place(before.pose[0], "near-foot")
    after = dragged(before, 1, "near-foot", (heel[0], 0.05))
    then, now = skeleton(before.pose[1]).points, skeleton(after.pose[1]).points
    assert now["near-heel"][1] == pytest.approx(0.05, abs=0.002)
    assert now["near-ball"][1] == pytest.approx(then["near-ball"][1], abs=1e-6)
    assert after.pose[0].near_leg.toe is not None
    assert skeleton(after.pose[0]).points["near-heel"] == pytest.approx(heel)


def test_one_who_lies_lifts_the_hip_into_a_bridge():
    figure = dragged(begun("knees-bent"), 1, "hip", (0, 0.22))
    then, now = skeleton(begun("knees-bent").pose[1]).points, skeleton(figure.pose[1]).points
    assert now["shoulder"] == pytest.approx(then["shoulder"])
    assert now["near-heel"] == pytest.approx(then["near-heel"])
    assert now["hip"][1] > 0.15


def test_one_who_sits_on_the_floor_leans_forwards_over_legs_that_stay():
    figure = dragged(begun("floor"), 1, "chest", (0.2, 0.25))
    then, now = skeleton(begun("floor").pose[1]).points, skeleton(figure.pose[1]).points
    assert figure.pose[1].trunk > 20
    assert now["near-ankle"] == pytest.approx(then["near-ankle"])


def test_a_back_pulled_backwards_is_rounded():
    figure = begun("hands-and-knees")
    x, y = handle_place(figure.pose[1], "back")
    assert dragged(figure, 1, "back", (x, y + 0.03)).pose[1].spine > 20
    assert dragged(figure, 1, "back", (x, y - 0.03)).pose[1].spine < -20


def test_a_small_drag_moves_nothing_far():
    """No joint snaps to the other side of its range: each point moves about as far as the hand that drags."""
    figure = begun("standing")
    for name in sorted(named(figure, 0)):
        x, y = handle_place(figure.pose[0], name)
        for angle in range(0, 360, 45):
            after = dragged(figure, 0, name, along((x, y), angle, 0.004))
            moved = max(
                math.dist(point, skeleton(after.pose[0]).points[key])
                for key, point in skeleton(figure.pose[0]).points.items()
            )
            assert moved < 0.09, (name, angle)


def test_one_who_kneels_puts_a_foot_forward_at_the_start_and_at_the_end():
    """On the way from kneeling the foot would pass below the floor, so the start follows the end."""
    figure = dragged(begun("kneeling"), 1, "far-foot", (0.3, 0.05))
    assert math.dist(handle_place(figure.pose[1], "far-foot"), (0.3, 0.05)) < NEAR
    assert figure.pose[0].far_leg == figure.pose[1].far_leg
    assert unsound(figure) == []


def test_a_keyframe_that_differs_already_does_not_follow():
    figure = dragged(begun("kneeling"), 0, "far-knee", (0.05, 0.06))
    after = dragged(figure, 1, "far-foot", (0.3, 0.05))
    assert after.pose[0] == figure.pose[0]


def test_what_is_seen_from_the_front_is_not_posed():
    assert can_be_posed(begun("standing"))
    assert not can_be_posed(replace(begun("standing"), view="front"))
    assert not can_be_posed(None)
