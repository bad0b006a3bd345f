"""The week in dots and words."""

from datetime import timedelta

import pytest

from app.core.day_mark import DayMark
from app.core.streak import streak_of
from app.views.week import NO_WEEK, streak_text, week_view
from tests.views.shelf import TODAY, diary, session


def seen(*days_back: int, target: int = 3, first_weekday: int = 0, on: int = 0):
    """The week `on` days ago, with sessions so many days before today."""
    sessions = [session(days_back=back) for back in days_back]
    today = TODAY - timedelta(days=on)
    found = diary(sessions, target=target, first_weekday=first_weekday, today=today)
    return week_view(streak_of(found), found)


def states(view) -> str:
    return " ".join(dot.state for dot in view.dots)


def test_the_ring_shows_the_days_done_of_the_target():
    view = seen(0, 1, target=4)
    assert (view.fraction, view.number, view.of) == (0.5, "2", "of 4 days")


def test_more_days_than_wanted_fill_the_ring_and_no_more():
    assert seen(0, 1, 2, 3, target=3).fraction == 1


def test_the_dots_run_from_the_first_weekday_and_mark_what_was_done():
    view = seen(1, 4)
    assert "".join(dot.letter for dot in view.dots) == "MTWTFSS"
    # Today is Sunday the last; done on Saturday and Wednesday.
    assert states(view) == "none none done none none done today"


def test_a_week_that_begins_on_sunday_has_its_days_to_come():
    view = seen(first_weekday=6)
    assert "".join(dot.letter for dot in view.dots) == "SMTWTFS"
    assert states(view) == "today open open open open open open"


def test_a_day_that_is_done_is_marked_as_done_though_it_is_today():
    assert seen(0).dots[-1].state == "done"


def test_days_that_are_excused_show_why_unless_something_was_done():
    # Today is Sunday 22 November; unwell from Tuesday to Thursday, done on Tuesday all the same.
    marks = [DayMark(TODAY - timedelta(days=back), "unwell") for back in (5, 4, 3)]
    marks += [
        DayMark(TODAY - timedelta(days=2), "rest"),
        DayMark(TODAY, "paused"),
        DayMark(TODAY - timedelta(days=1), note="Rain."),
    ]
    found = diary([session(days_back=5)], marks=marks)
    view = week_view(streak_of(found), found)
    assert states(view) == "none done unwell unwell rest none paused"


@pytest.mark.parametrize(
    ("days_back", "headline"),
    [
        ((), "A new week"),
        ((0,), "2 days to go this week"),
        ((0, 1), "1 day to go this week"),
        ((0, 1, 2), "This week is secured"),
        ((0, 1, 2, 3), "This week is secured"),
    ],
)
def test_the_headline_tells_what_is_left_and_blames_nobody(days_back, headline):
    assert seen(*days_back).headline == headline


@pytest.mark.parametrize(
    ("days_back", "said"),
    [
        ((), "3 days a week make a streak"),
        ((0, 1, 2), "1 week in a row"),
        ((0, 1, 2, 7, 8, 9), "2 weeks in a row"),
        ((14, 15, 16), "Longest streak: 1 week"),
    ],
)
def test_the_streak_is_told_and_without_one_the_longest(days_back, said):
    assert seen(*days_back).streak == said


def test_one_day_a_week_is_singular():
    assert streak_text(streak_of(diary(target=1)), 1) == "1 day a week makes a streak"


def with_days_unwell(*unwell: int, done=()):
    """The week of someone who wants 4 days of it."""
    marks = [DayMark(TODAY - timedelta(days=back), "unwell") for back in unwell]
    found = diary([session(back) for back in done], target=4, marks=marks)
    return week_view(streak_of(found), found)


def test_days_unwell_make_the_ring_smaller_and_leave_the_persons_own_target():
    # 4 of 7 days with 3 unwell: 4 × 4/7 = 2.29 → 2.
    view = with_days_unwell(4, 5, 6, done=(1,))
    assert (view.fraction, view.of, view.headline) == (0.5, "of 2 days", "1 day to go this week")
    assert view.streak == "4 days a week make a streak"


def test_of_a_week_away_nothing_is_wanted():
    view = with_days_unwell(*range(7))
    assert (view.fraction, view.number, view.of, view.headline) == (0, "0", "days", "A week off")
    # 4 × 1/7 = 0.57 → 1: the one day done was wanted.
    view = with_days_unwell(*range(1, 7), done=(0,))
    assert (view.fraction, view.of, view.headline) == (1, "of 1 day", "This week is secured")


def test_before_there_is_a_history_there_is_an_empty_week():
    assert (NO_WEEK.fraction, NO_WEEK.dots) == (0, ())
