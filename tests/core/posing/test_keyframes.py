"""Keyframes of a figure made by hand."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.figure import pose_at
from app.core.figure_check import complaints
from app.core.posing.handles import dragged, handle_place
from app.core.posing.keyframes import (
    added,
    begun,
    can_add,
    copied,
    has_prop,
    held,
    holds,
    moved_prop,
    removed,
    timed,
    with_prop,
    with_stock,
)
from app.core.posing.names import LIMBS
from app.core.posing.stock import PROPS, STOCK
from app.core.skeleton import skeleton

STOCKS = sorted(STOCK)


@pytest.mark.parametrize("stock", STOCKS)
def test_nothing_is_wrong_with_a_stock_pose(stock):
    assert complaints(begun(stock)) == []


@pytest.mark.parametrize("stock", STOCKS)
def test_holding_a_limb_and_letting_it_go_moves_nothing(stock):
    """But for the fingers: a hand that holds something is drawn as short as its palm."""
    figure = begun(stock)
    for limb in LIMBS:
        for hold in (not holds(figure, limb), holds(figure, limb)):
            before = skeleton(figure.pose[0]).points
            figure = held(figure, limb, hold=hold)
            after = skeleton(figure.pose[0]).points
            assert all(
                math.dist(before[name], after[name]) < 0.005 for name in before if "fingers" not in name
            ), limb


def test_the_knee_that_carries_the_body_is_not_held_by_its_foot():
    assert not holds(held(begun("kneeling"), "near-foot", hold=True), "near-foot")


@given(first=st.sampled_from(STOCKS), last=st.sampled_from(STOCKS))
@settings(max_examples=64, deadline=None)
def test_any_two_stock_poses_go_together(first, last):
    """Each looks as it does alone, and the file of them has no figure that jumps."""
    figure = with_stock(begun(first), 1, last)
    assert [said for said in complaints(figure) if "pose" in said] == []
    for pose, stock in zip(figure.pose, (first, last), strict=True):
        alone = skeleton(STOCK[stock]).points
        assert all(math.dist(alone[name], at) < 1e-6 for name, at in skeleton(pose).points.items())


def test_a_keyframe_that_is_added_changes_nothing_until_it_is_dragged():
    figure = dragged(begun("standing"), 1, "hip", (0, 0.45))
    with_middle = added(figure)
    assert [pose.at for pose in with_middle.pose] == [0, 0.5, 1]
    assert skeleton(pose_at(with_middle, 0.5)) == skeleton(pose_at(figure, 0.5))
    assert not can_add(with_middle)
    assert added(with_middle) is with_middle
    assert removed(with_middle, 1).pose == figure.pose


def test_the_first_and_the_last_keyframe_stay():
    figure = begun("standing")
    assert removed(figure, 0) is figure
    assert timed(figure, 1, 0.5) is figure


def test_the_middle_keyframe_keeps_its_distance_from_the_others():
    figure = added(begun("standing"))
    assert timed(figure, 1, 0.05).pose[1].at == 0.1
    assert timed(figure, 1, 2).pose[1].at == 0.9
    assert timed(figure, 1, 0.333).pose[1].at == 0.33


def test_a_keyframe_copied_keeps_its_own_moment():
    figure = dragged(begun("standing"), 1, "hip", (0, 0.45))
    back = copied(figure, 1, 0)
    assert [pose.at for pose in back.pose] == [0, 1]
    assert handle_place(back.pose[0], "hip") == handle_place(figure.pose[1], "hip") != (0, 0.525)


@pytest.mark.parametrize("kind", sorted(PROPS))
def test_a_thing_comes_moves_and_goes(kind):
    figure = with_prop(begun("standing"), kind, there=True)
    x = figure.props[0].x
    assert moved_prop(figure, kind, 0.02).props[0].x == pytest.approx(x + 0.02)
    assert not has_prop(with_prop(figure, kind, there=False), kind)
    assert with_prop(figure, kind, there=True) == figure


def test_one_who_sits_on_a_chair_brings_it():
    assert has_prop(begun("chair"), "chair")
    assert has_prop(with_stock(begun("standing"), 1, "chair"), "chair")
