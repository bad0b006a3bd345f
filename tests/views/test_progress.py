"""Progress as a whole: the streak in words, and how much of the past is shown."""

from datetime import timedelta

from app.core.day_mark import DayMark
from app.core.streak import streak_of
from app.views.progress import EMPTY, NARROW_WEEKS, WIDE_WEEKS, progress_view
from tests.core.routines import EXERCISES
from tests.views.shelf import TODAY, diary, session


def seen(*sessions, marks=(), **more):
    found = diary(sessions, marks=marks)
    return progress_view(found, streak_of(found), EXERCISES, **more)


def test_without_sessions_it_says_how_to_begin():
    view = seen()
    assert (view.empty, view.headline, view.lede) == (EMPTY, "Your first week", "")
    assert (view.latest, view.notes, view.totals.figures) == ((), (), ())
    assert all(chart.empty for chart in (view.score, view.heatmap, view.bars, view.ledger))


def test_the_headline_is_the_streak():
    assert seen(*(session(back) for back in (0, 1, 2))).headline == "1 week in a row"
    assert seen(*(session(back) for back in (0, 1, 2, 7, 8, 9))).headline == "2 weeks in a row"


def test_the_longest_streak_stands_below_it():
    # Three days in each of the weeks 10 to 13 weeks ago, and in this.
    found = [session(7 * week + day) for week in (10, 11, 12, 13) for day in (0, 1, 2)]
    view = seen(*(session(back) for back in (0, 1, 2)), *found)
    assert (view.headline, view.lede) == ("1 week in a row", "Your longest streak: 4 weeks.")


def test_a_streak_that_is_the_longest_is_told_as_that():
    found = [session(7 * week + day) for week in (0, 1) for day in (0, 1, 2)]
    assert seen(*found).lede == "Your longest streak so far."
    assert seen(*found[:3]).lede == ""


def test_a_broken_streak_is_a_fresh_start():
    view = seen(*(session(back) for back in (21, 22, 23)))
    assert (view.headline, view.lede) == ("A fresh start", "Your longest streak: 1 week.")


def test_a_week_is_secured_as_soon_as_it_is():
    view = seen(*(session(back) for back in (0, 1, 2)))
    assert (view.week.headline, view.week.streak) == ("This week is secured", "6 minutes of work so far")


def test_a_narrow_window_shows_half_a_year_and_a_wide_one_a_year():
    narrow, wide = (seen(session(0), weeks=weeks) for weeks in (NARROW_WEEKS, WIDE_WEEKS))
    assert (narrow.heatmap.weeks, len(narrow.bars.bars)) == (26, 12)
    assert (wide.heatmap.weeks, len(wide.bars.bars)) == (53, 26)


def test_the_latest_five_sessions_are_listed():
    view = seen(*(session(back) for back in range(9)))
    assert [row.id for row in view.latest] == [f"calf-reset-{back}" for back in range(5)]
    assert (view.latest[0].when, view.latest[0].length) == ("Today, 09:05", "2 min")


def test_an_earlier_week_of_the_ledger_can_be_asked_for():
    view = seen(session(0), session(14), ledger_week=TODAY - timedelta(days=14))
    assert view.ledger.week == "2 to 8 November"


def test_notes_of_days_are_among_the_notes():
    view = seen(session(0), marks=(DayMark(TODAY, note="A long drive."),))
    assert [note.text for note in view.notes] == ["A long drive."]


def test_trouble_is_shown():
    assert seen(trouble="The disk is full.").trouble == "The disk is full."
