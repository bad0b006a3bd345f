"""Steppers climb from wherever they stand and end at their ends."""

import pytest

from app.core.ladder import Ladder


@pytest.mark.parametrize(
    ("value", "by", "moved"),
    [
        (8, 1, 10),
        (8, -1, 5),
        (8, 0, 8),
        (5, 2, 10),
        (10, -2, 5),
        (None, 1, 5),
        (5, -1, None),
        (10, -9, None),
        (None, 9, 10),
    ],
)
def test_a_ladder_is_climbed_rung_by_rung(value, by, moved):
    assert Ladder((None, 5, 8, 10)).moved(value, by) == moved


@pytest.mark.parametrize(
    ("value", "by", "moved"), [(9, 1, 10), (9, -1, 8), (6.5, 2, 10), (999, -1, 10), (1, 1, 5)]
)
def test_from_between_two_rungs_the_first_step_is_to_the_next(value, by, moved):
    assert Ladder((None, 5, 8, 10)).moved(value, by) == moved


@pytest.mark.parametrize(("value", "by"), [(10, 1), (999, 1), (5, -1), (1, -1)])
def test_past_the_ends_nothing_moves(value, by):
    assert Ladder((5, 8, 10)).moved(value, by) == value
