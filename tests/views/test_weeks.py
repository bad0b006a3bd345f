"""Minutes by week."""

from hypothesis import given
from hypothesis import strategies as st

from app.views.chart import Label
from app.views.weeks import EMPTY, MOST_LINES, bars_view, step_min
from tests.views.shelf import TODAY, diary, session

HOUR_MS = 3_600_000


def seen(*sessions, weeks: int = 12, **more):
    return bars_view(diary(sessions, **more), weeks)


def test_each_bar_is_the_minutes_of_its_week():
    # Today is the Sunday of the last week; 7 days back that of the week before.
    view = seen(session(0), session(6), session(7, done_ms=300_000), session(14, done_ms=60_000))
    assert [bar.minutes for bar in view.bars[-3:]] == [1, 5, 4]
    assert len(view.bars) == 12


def test_the_highest_line_is_at_or_above_the_highest_bar():
    # 47 min: lines 20 apart, up to 60. 47/60 = 0.783.
    view = seen(session(0, done_ms=47 * 60_000))
    assert view.lines == (Label(20 / 60, "20 min"), Label(40 / 60, "40 min"), Label(1.0, "60 min"))
    assert view.bars[-1].share == 47 / 60


def test_long_weeks_are_measured_in_hours():
    # 5 h 10 min = 310 min: lines 120 apart.
    view = seen(session(0, done_ms=310 * 60_000))
    assert [line.text for line in view.lines] == ["2 h", "4 h", "6 h"]


@given(st.integers(0, 3600))
def test_there_are_as_few_lines_as_tell_something(minutes):
    step = step_min(minutes)
    assert step * MOST_LINES >= minutes


def test_a_few_seconds_are_a_minute_and_not_none():
    assert seen(session(0, done_ms=9_000)).bars[-1].minutes == 1


def test_a_week_goes_by_the_first_weekday():
    # Weeks from Sunday on: today begins a new one, and yesterday lies in the one before.
    view = seen(session(0), session(1), first_weekday=6)
    assert [bar.minutes for bar in view.bars[-2:]] == [2, 2]


def test_the_summary_sets_this_week_beside_those_before():
    # 22 min in 11 weeks are 2 a week.
    view = seen(session(0), session(7, done_ms=22 * 60_000))
    assert view.summary == "2 minutes so far this week; 2 a week in the 11 weeks before."


def test_a_first_week_is_told_as_one():
    assert seen(session(0)).summary == "2 minutes this week, your first."


def test_after_a_long_pause_nothing_is_wrong():
    view = seen(session(400))
    assert view.summary == "None of late."
    assert {bar.share for bar in view.bars} == {0.0}


def test_the_voice_hears_every_week():
    view = seen(session(0), session(7), weeks=3)
    assert view.spoken == "Minutes by week, the oldest first: 0 and 2; 2 this week."


def test_without_sessions_it_says_what_to_do():
    view = seen()
    assert (view.empty, view.bars, view.summary) == (EMPTY, (), "")


def test_the_months_stand_below_the_weeks_in_which_they_begin():
    # 12 weeks up to 16 November: from 31 August on, whose week holds 1 September.
    assert [(label.at, label.text) for label in seen(session(0)).months] == [
        (0, "Sep"),
        (4, "Oct"),
        (8, "Nov"),
    ]
    assert TODAY.month == 11
