"""The days of the last weeks."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.day_mark import DayMark
from app.core.target import EveryDay, Target
from app.views.heatmap import EMPTY, LEGEND, Grid, day_words, grid_of, heatmap_view, lettered_rows, moved
from tests.views.shelf import TODAY, diary, session


def seen(*sessions, weeks: int = 26, **more):
    return heatmap_view(diary(sessions, **more), weeks)


def test_it_ends_with_today_in_its_last_week():
    view = seen(session(0))
    # Sunday 22 November: the last of 26 weeks begins on Monday the 16th, the first 25 weeks before.
    assert view.first == date(2026, 11, 16) - timedelta(weeks=25)
    assert view.weeks == 26
    assert view.first + timedelta(days=len(view.days) - 1) == view.today == TODAY


def test_in_the_middle_of_a_week_its_last_days_are_left_out():
    view = seen(today=date(2026, 11, 18))
    assert (view.weeks, len(view.days)) == (26, 25 * 7 + 3)


def test_weeks_may_begin_on_sunday():
    view = seen(first_weekday=6)
    assert (view.weekdays, view.first.weekday(), len(view.days)) == ("SMTWTFS", 6, 25 * 7 + 1)


def test_each_day_has_its_state():
    marks = (DayMark(TODAY - timedelta(days=3), "unwell"),)
    view = seen(session(0), session(1, status="partial", done_ms=30_000), session(9), marks=marks)
    assert [state.kind for state in view.days[-4:]] == ["unwell", "missed", "partly", "done"]


def test_a_shape_and_a_word_for_each_state():
    assert [item.word for item in LEGEND] == [
        "Done", "Partly done", "Rest day", "Unwell", "Paused", "Missed", "Not known"
    ]  # fmt: skip


def test_the_summary_counts_days_and_names_the_weekday_that_stands_out():
    # Eight Sundays and two Mondays.
    found = [session(7 * back) for back in range(8)] + [session(6), session(13)]
    assert seen(*found).summary == "10 days done in the last 26 weeks, most often on Sundays."


def test_of_a_few_days_no_weekday_is_named():
    assert seen(session(0)).summary == "1 day done in the last 26 weeks."


def test_where_two_weekdays_are_level_none_is_named():
    found = [session(7 * back + day) for back in range(5) for day in (0, 1)]
    assert seen(*found).summary == "10 days done in the last 26 weeks."


def test_without_a_day_done_it_says_so():
    assert seen(session(400)).summary == "No day was done in the last 26 weeks."


def test_without_sessions_it_says_what_to_do():
    view = seen()
    assert (view.empty, view.summary) == (EMPTY, "")
    assert {state.kind for state in view.days} == {"unknown"}


def test_the_voice_hears_how_many_days_of_each_kind_there_were():
    # Two done and today; from Friday's session on three days known, of 182.
    view = seen(session(2), session(1, status="partial", done_ms=30_000), target=1)
    assert view.spoken == "The days of the last 26 weeks: 1 done, 1 partly done and 180 not known."


def test_a_day_is_told_with_what_was_done():
    view = seen(session(0), session(3))
    assert day_words(view, len(view.days) - 1) == "Today: Done  ·  2 min"
    assert day_words(view, len(view.days) - 4) == "Thursday 19 November: Done  ·  2 min"


def test_two_of_three_are_told_as_two_of_three():
    target = Target("calf-reset", EveryDay(), TODAY - timedelta(days=9), 3)
    view = seen(session(1, id="a"), session(1, id="b"), targets=(target,))
    assert day_words(view, len(view.days) - 2) == "Yesterday: 2 of 3 done  ·  4 min"


def test_cells_are_whole_pixels_and_what_is_left_goes_to_the_letters():
    # (336 - 16) // 26 = 12; 336 - 26 × 12 = 24; 12 - round(12 × 0.17) = 10.
    assert grid_of(336, 16, 26, 19) == Grid(left=24, pitch=12, cell=10, weeks=26)


def test_cells_never_grow_beyond_their_largest():
    grid = grid_of(1200, 20, 26, 19)
    assert (grid.pitch, grid.left) == (19, 1200 - 26 * 19)


def test_cells_go_down_the_days_and_then_to_the_next_week():
    grid = Grid(left=24, pitch=12, cell=10, weeks=26)
    assert [grid.place(number) for number in (0, 1, 7, 181)] == [(24, 0), (24, 12), (36, 0), (324, 72)]


@given(st.integers(0, 181), st.integers(0, 11), st.integers(0, 11))
def test_a_press_anywhere_on_a_cell_or_in_the_gap_beside_it_finds_its_day(number, right, below):
    grid = Grid(left=24, pitch=12, cell=10, weeks=26)
    x, y = grid.place(number)
    assert grid.nearest(x + right, y + below, 182) == number


@pytest.mark.parametrize(
    ("x", "below", "found"), [(-50, -50, 0), (1000, 1000, 178), (1000, 0, 175), (0, 1000, 6)]
)
def test_a_press_beside_the_cells_finds_the_nearest_and_none_that_has_not_come(x, below, found):
    # 179 days: the last column holds 175 to 178.
    assert Grid(left=24, pitch=12, cell=10, weeks=26).nearest(x, below, 179) == found


def test_letters_stand_beside_as_many_rows_as_have_room():
    assert lettered_rows(12, 16) == (0, 2, 4)
    assert lettered_rows(12, 26) == (0, 3)
    assert lettered_rows(30, 16) == (0, 2, 4, 6)


@pytest.mark.parametrize(
    ("key", "to"), [("up", 99), ("down", 101), ("left", 93), ("right", 107), ("home", 0), ("end", 181)]
)
def test_arrows_go_by_days_and_weeks(key, to):
    assert moved(100, key, 182) == to


def test_the_cursor_stays_on_the_days():
    assert (moved(3, "left", 182), moved(180, "right", 182), moved(0, "up", 182)) == (0, 181, 0)
