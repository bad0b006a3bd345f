"""The words along the axes of charts."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.views.chart import Label, flowed, month_labels, placed

MONDAY = date(2026, 10, 5)


def weeks(first: date, count: int) -> list[date]:
    return [first + timedelta(weeks=number) for number in range(count)]


def test_a_month_is_named_at_the_week_in_which_it_begins():
    # 5, 12, 19, 26 October (which holds 1 November), 2 November.
    assert month_labels(weeks(MONDAY, 5)) == (Label(3, "Nov"),)


def test_a_month_that_begins_with_a_week_is_named_there():
    # 1 June 2026 is a Monday.
    assert month_labels(weeks(date(2026, 5, 25), 3)) == (Label(1, "Jun"),)


def test_a_year_of_weeks_names_twelve_months_once():
    names = [label.text for label in month_labels(weeks(date(2025, 11, 17), 52))]
    assert len(names) == len(set(names)) == 12


def test_labels_with_room_all_stay_where_their_columns_begin():
    labels = (Label(1, "Jun"), Label(5, "Jul"), Label(9, "Aug"))
    # Columns of 12 px: 12, 60 and 108, each 25 px wide in a room of 150.
    assert placed(labels, (25, 25, 25), 12, 150, 6) == [
        (labels[0], 12.0),
        (labels[1], 60.0),
        (labels[2], 108.0),
    ]


def test_where_there_is_less_room_every_second_is_named():
    labels = tuple(Label(4 * number, str(number)) for number in range(4))
    # 36 px apart and 40 wide: only every second has room, and the last of all is kept.
    kept = placed(labels, (40,) * 4, 9, 200, 6)
    assert [label.text for label, _ in kept] == ["1", "3"]


def test_a_label_at_the_end_is_moved_to_where_it_has_room():
    label = Label(24, "Nov")
    # 24 × 12 = 288 and 30 wide would end at 318; in 312 px it begins at 282.
    assert placed((label,), (30,), 12, 312, 6) == [(label, 282.0)]


def test_nothing_is_placed_where_there_is_nothing():
    assert placed((), (), 12, 300, 6) == []


@given(
    st.lists(st.integers(0, 60), min_size=1, max_size=14, unique=True).map(sorted),
    st.floats(5, 80),
    st.floats(2, 20),
)
def test_labels_never_lie_on_each_other(columns, width, pitch):
    labels = [Label(column, str(column)) for column in columns]
    kept = placed(labels, [width] * len(labels), pitch, 61 * pitch, 4)
    lefts = [left for _, left in kept]
    assert kept
    assert all(left + width + 4 <= after for left, after in pairwise(lefts))


def test_entries_go_on_in_the_next_line_where_there_is_no_more_room():
    # 50 and 60 end at 120 of 125; 40 more would end at 170.
    assert flowed((50, 60, 40), 125, 10) == [(0, 0.0), (0, 60.0), (1, 0.0)]


def test_an_entry_wider_than_the_room_has_a_line_of_its_own():
    assert flowed((200, 30), 100, 10) == [(0, 0.0), (1, 0.0)]
