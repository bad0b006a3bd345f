"""The habit score and its line."""

from datetime import timedelta

from app.core.streak import score_line, streak_of
from app.views.score import EMPTY, score_view
from tests.views.shelf import TODAY, diary, session


def seen(*sessions, **more):
    found = diary(sessions, **more)
    return score_view(found, streak_of(found))


def every_day(first: int, last: int = 0):
    return [session(back) for back in range(last, first + 1)]


def test_the_line_ends_at_the_score():
    found = diary(every_day(100))
    assert score_line(found, 26)[-1] == streak_of(found).score


def test_the_line_is_the_score_as_it_was_on_days_a_week_apart():
    sessions = every_day(40)
    days = (TODAY - timedelta(days=14), TODAY - timedelta(days=7))
    before = [diary([item for item in sessions if item.day <= day], today=day) for day in days]
    assert score_line(diary(sessions), 3)[:2] == tuple(streak_of(found).score for found in before)


def test_before_the_first_day_the_line_lies_at_none():
    # Begun 10 days ago: three weeks before today there was nothing.
    line = score_line(diary(every_day(10)), 4)
    assert line[:2] == (0.0, 0.0)
    assert 0 < line[2] < line[3]


def test_without_sessions_there_is_a_line_at_none():
    assert score_line(diary(), 3) == (0.0, 0.0, 0.0)


def test_a_long_history_is_shown_over_half_a_year():
    view = seen(*every_day(400))
    assert (len(view.points), view.begin, view.end) == (26, "May", "Today")
    assert view.number == "100"
    assert view.points[-1] == 1.0


def test_a_young_history_begins_at_its_beginning():
    # Begun 30 days ago: five points up to today, and one before them at 0.
    view = seen(*every_day(30))
    assert len(view.points) == 6
    assert view.points[0] == 0


def test_a_rise_is_told_with_its_points():
    # Nothing but a first session a year ago, and then every day of the last 60.
    view = seen(*every_day(60), session(365))
    number = round(float(view.number))
    assert view.summary == f"Up {number} points since May."
    assert view.spoken == f"Habit score {number} of 100. Up {number} points since May."


def test_a_fall_is_told_without_blame():
    view = seen(*every_day(400, 120))
    assert view.summary.startswith("Down ")


def test_hardly_a_change_is_none():
    assert seen(*every_day(400)).summary == "As firm as in May."


def test_of_a_few_weeks_no_trend_is_told():
    assert seen(*every_day(5)).summary == "A beginning. It takes some weeks to rise."


def test_without_sessions_it_says_what_to_do():
    view = seen()
    assert (view.empty, view.number, view.points) == (EMPTY, "", ())
