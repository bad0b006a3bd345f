"""The shape of each state of a day."""

import pytest

from app.views.day_shapes import KINDS, bar_coverage, coverage

SIDES = (7, 10, 12, 16)


def picture(kind, side: int) -> list[list[float]]:
    """Its pixels, the top row first."""
    middle = (side - 1) / 2
    return [
        [coverage(kind, column - middle, middle - row, side) for column in range(side)] for row in range(side)
    ]


def filled(kind, side: int) -> float:
    """The share of the cell that it covers."""
    return sum(map(sum, picture(kind, side))) / side**2


@pytest.mark.parametrize("side", SIDES)
def test_no_two_states_look_alike_even_without_colour(side):
    pictures = [picture(kind, side) for kind in KINDS]
    for number, one in enumerate(pictures):
        for other in pictures[number + 1 :]:
            apart = sum(
                abs(a - b)
                for left, right in zip(one, other, strict=True)
                for a, b in zip(left, right, strict=True)
            )
            assert apart > 0.03 * side**2


@pytest.mark.parametrize("side", SIDES)
def test_the_more_was_done_the_fuller_the_shape(side):
    assert filled("done", side) > filled("partly", side) > filled("missed", side) > filled("rest", side)
    assert filled("unknown", side) < filled("rest", side)


@pytest.mark.parametrize("side", SIDES)
def test_a_day_partly_done_is_full_at_the_bottom_and_hollow_at_the_top(side):
    rows = picture("partly", side)
    middle = side // 2
    assert rows[-3][middle] == 1
    assert rows[2][middle] < 0.1


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("side", SIDES)
def test_a_shape_is_even_from_left_to_right(kind, side):
    assert picture(kind, side) == [[*reversed(row)] for row in picture(kind, side)]


def test_the_edge_of_a_square_is_half_a_pixel():
    # A cell of 10 px ends 5 px from its middle.
    assert (coverage("done", 0, 0, 10), coverage("done", 5, 0, 10), coverage("done", 6, 0, 10)) == (1, 0.5, 0)


def test_a_bars_corner_is_round_and_its_edges_are_straight():
    # A square of 12 px with corners of 4: its pixels lie up to 5.5 px from the middle.
    assert bar_coverage(5.5, 5.5, 12, 4) == 0
    assert bar_coverage(5.5, 0, 12, 4) == bar_coverage(0, 5.5, 12, 4) == 1
