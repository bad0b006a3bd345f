"""Progress: this week, the streak and every session."""

from app.core.streak import streak_of
from app.views.progress import EMPTY, progress_view
from tests.views.shelf import diary, session


def seen(*sessions, **more):
    found = diary(sessions)
    return progress_view(found, streak_of(found), **more)


def test_without_sessions_it_says_how_to_begin():
    view = seen()
    assert (view.rows, view.empty) == ((), EMPTY)
    assert [figure.number for figure in view.figures] == ["0", "0", "0"]


def test_the_figures_are_streak_longest_and_score():
    view = seen(*(session(back) for back in (0, 1, 2)))
    assert [figure.label for figure in view.figures] == ["week in a row", "longest", "habit score"]
    assert [figure.number for figure in view.figures][:2] == ["1", "1"]
    assert view.week.number == "3"


def test_several_weeks_are_plural():
    assert seen(*(session(back) for back in (0, 1, 2, 7, 8, 9))).figures[0].label == "weeks in a row"


def test_a_row_tells_name_day_time_and_length():
    row = seen(session(0)).rows[0]
    assert (row.id, row.name, row.when, row.length) == ("calf-reset-0", "Calf reset", "Today, 09:05", "2 min")
    assert not row.partial


def test_a_session_cut_short_tells_how_much_of_what():
    row = seen(session(1, status="partial", done_ms=45_000)).rows[0]
    assert (row.when, row.length, row.partial) == ("Yesterday, 09:05", "45 s of 2 min", True)


def test_each_month_has_one_heading_with_its_year():
    # 22 November back: 0, 1 are November; 30 is 23 October; 330 is 27 December 2025.
    rows = seen(*(session(back) for back in (0, 1, 30, 330))).rows
    assert [row.heading for row in rows] == ["November 2026", "", "October 2026", "December 2025"]


def test_the_same_month_of_another_year_has_a_heading_of_its_own():
    rows = seen(session(0), session(365)).rows
    assert [row.heading for row in rows] == ["November 2026", "November 2025"]


def test_trouble_is_shown_and_sessions_leave_no_empty_note():
    view = seen(session(0), trouble="The disk is full.")
    assert (view.trouble, view.empty) == ("The disk is full.", "")
