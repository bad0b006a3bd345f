"""What a self-test comes to, and that no verdict is given inside the error of measuring."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.care.testing import (
    KINDS,
    band,
    change,
    degrees,
    error_between_legs,
    extra_set,
    first_value,
    next_due,
    of_kind,
    value,
)
from tests.core.care.tests_taken import TODAY, heel_rises, taken

kinds = st.sampled_from(KINDS)
values = st.floats(0, 200)
OPPOSITE = {"more": "less", "less": "more", "no clear change": "no clear change"}


def test_knee_to_wall_is_the_mean_of_its_tries():
    # (7.0 + 7.5 + 8.0) / 3 = 7.5 and (9.0 + 9.5 + 10.0) / 3 = 9.5
    assert value(taken(), "left") == pytest.approx(7.5)
    assert value(taken(), "right") == pytest.approx(9.5)


def test_a_try_that_was_skipped_counts_for_nothing():
    assert value(taken(left=(7.0, 8.0)), "left") == pytest.approx(7.5)


def test_of_heel_rises_the_most_count():
    assert value(taken("heel-rise", (17, 14)), "left") == 17


def test_a_leg_that_was_not_tested_has_no_value():
    assert value(taken(right=()), "right") is None


@pytest.mark.parametrize(
    ("kind", "earlier", "later", "verdict"),
    [
        ("knee-to-wall", 7.0, 7.0, "no clear change"),
        ("knee-to-wall", 7.0, 8.8, "no clear change"),
        ("knee-to-wall", 7.0, 8.9, "no clear change"),  # 1.9000000000000004 to a computer
        ("knee-to-wall", 7.0, 9.0, "more"),
        ("knee-to-wall", 9.0, 7.2, "no clear change"),
        ("knee-to-wall", 9.0, 7.0, "less"),
        ("heel-rise", 20, 23, "no clear change"),  # the greater of 3 and 2.3
        ("heel-rise", 20, 24, "more"),
        ("heel-rise", 20, 16, "less"),
        ("heel-rise", 36, 40, "no clear change"),  # a tenth of 40 is 4
        ("heel-rise", 35, 40, "more"),
        ("heel-rise", 0, 3, "no clear change"),
    ],
)
def test_a_change_is_one_only_beyond_the_error(kind, earlier, later, verdict):
    assert change(earlier, later, kind) == verdict


@given(kinds, values, values)
def test_the_way_back_is_the_opposite_of_the_way_there(kind, one, other):
    assert change(other, one, kind) == OPPOSITE[change(one, other, kind)]


@given(kinds, values, st.floats(0, 1))
def test_inside_the_band_there_is_never_a_verdict(kind, first, share):
    low, high = band(first, kind)
    assert change(first, low + (high - low) * share, kind) == "no clear change"


@given(kinds, values, st.floats(0.001, 50))
def test_beyond_the_band_there_is_always_one(kind, first, beyond):
    low, high = band(first, kind)
    assert change(first, high + beyond, kind) == "more"
    if low - beyond >= 0:
        assert change(first, low - beyond, kind) == "less"


def test_bands_by_hand():
    assert band(7.0, "knee-to-wall") == pytest.approx((5.1, 8.9))
    assert band(1.0, "knee-to-wall") == pytest.approx((0.0, 2.9))
    assert band(20, "heel-rise") == pytest.approx((17, 23))
    # From 45 up to 50 are 5, a tenth of 50; down to 40.5 are 4.5, a tenth of 45.
    assert band(45, "heel-rise") == pytest.approx((40.5, 50))


@pytest.mark.parametrize(
    ("test", "lags"),
    [
        (taken(left=(7.0,), right=(8.5,)), None),  # 1.5 cm is still measuring
        (taken(left=(7.0,), right=(9.0,)), "left"),
        (taken(left=(9.0,), right=(7.0,)), "right"),
        (taken(right=()), None),
        (heel_rises(17, 20), None),
        (heel_rises(16, 20), "left"),
        (heel_rises(40, 36), None),  # a tenth of 40 is 4
        (heel_rises(40, 35), "right"),
    ],
)
def test_the_leg_that_lags_beyond_the_error_is_offered_an_extra_set(test, lags):
    assert extra_set(test) == lags


@given(kinds, values, values)
def test_no_leg_lags_inside_the_error_and_never_the_better_one(kind, left, right):
    lags = extra_set(taken(kind, (left,), (right,)))
    if abs(left - right) <= error_between_legs(kind, left, right):
        assert lags is None
    elif lags is not None:
        assert lags == ("left" if left < right else "right")


def test_a_test_is_due_two_weeks_after_the_last_of_its_kind():
    tests = [taken(days_back=40), taken(days_back=10), heel_rises(17, 24, 20)]
    # 12 November and 14 days are 26 November; 2 November and 14 days are past, so today.
    assert next_due(tests, "knee-to-wall", TODAY) == TODAY.replace(day=26)
    assert next_due(tests, "heel-rise", TODAY) == TODAY


def test_a_test_that_was_never_taken_is_never_due():
    assert next_due([taken()], "heel-rise", TODAY) is None


def test_the_first_value_of_a_leg_is_that_of_the_first_test_in_which_it_was_tested():
    tests = of_kind(
        [taken(days_back=0, left=(9.0,)), taken(days_back=28, left=()), heel_rises(1, 2, 50)], "knee-to-wall"
    )
    assert first_value(tests, "left") == 9.0
    assert first_value(tests, "right") == pytest.approx(9.5)
    assert first_value((), "left") is None


def test_degrees():
    assert degrees(2.5) == 9  # 2.5 × 3.6
