"""Streaks and the score, with the numbers worked out by hand."""

from datetime import date, timedelta

import pytest

from app.core.days import day_of, week_of
from app.core.settings import WeeklyTarget
from app.core.streak import score, streak

SUNDAY = date(2026, 11, 22)


def days_back(*back: int) -> set[date]:
    return {SUNDAY - timedelta(days=n) for n in back}


def test_nothing_done_is_a_streak_of_none():
    result = streak(set(), SUNDAY, WeeklyTarget(3))
    assert (result.current_weeks, result.longest_weeks, result.score, result.today_done) == (0, 0, 0.0, False)


def test_the_current_week_never_breaks_a_streak():
    # Last week Monday 9 to Sunday 15 has three days (7, 8 and 9 days back); this week has one.
    result = streak(days_back(7, 8, 9, 0), SUNDAY, WeeklyTarget(3))
    assert result.current_weeks == 1
    assert result.days_this_week == 1
    assert result.today_done


def test_the_current_week_counts_as_soon_as_it_is_secured():
    result = streak(days_back(7, 8, 9, 0, 1, 2), SUNDAY, WeeklyTarget(3))
    assert result.current_weeks == 2
    assert result.secured


def test_a_week_below_target_ends_a_streak_and_the_longest_is_remembered():
    # Weeks back: 3 days, 3 days, 1 day, then this week with none.
    result = streak(days_back(21, 22, 23, 14, 15, 16, 7), SUNDAY, WeeklyTarget(3))
    assert result.current_weeks == 0
    assert result.longest_weeks == 2


def test_days_after_today_are_left_out():
    assert streak({SUNDAY + timedelta(days=1)}, SUNDAY, WeeklyTarget(1)).current_weeks == 0


def test_the_first_day_lifts_the_score_by_its_share():
    # target 7: f = 1, m = 0.5^(1/13) = 0.94808; v = 1/7; s = (1 − m)/7 = 0.0519/7 = 0.0074 → 0.7
    assert score({SUNDAY}, SUNDAY, 7) == 0.7


def test_one_missed_day_dents_and_never_zeroes_the_score():
    full = score(days_back(*range(100)), SUNDAY, 7)
    dented = score(days_back(*range(1, 100)), SUNDAY + timedelta(days=1), 7)
    assert full > 99
    assert 98 < dented < full


def test_today_lowers_the_score_only_once_it_is_over():
    week = days_back(1, 2, 3)
    assert score(week, SUNDAY, 3) == score(week, SUNDAY - timedelta(days=1), 3)


@pytest.mark.parametrize(
    ("hour", "day_start_h", "day"), [(3, 4, 21), (4, 4, 22), (0, 0, 22), (5, 6, 21), (23, 4, 22)]
)
def test_a_session_belongs_to_the_day_by_the_wall_clock_less_the_day_start(hour, day_start_h, day):
    from datetime import datetime

    assert day_of(datetime(2026, 11, 22, hour, 59 if hour == 3 else 0), day_start_h) == date(2026, 11, day)


def test_weeks_begin_on_the_weekday_that_the_user_chose():
    assert week_of(SUNDAY, 0) == date(2026, 11, 16)
    assert week_of(SUNDAY, 6) == SUNDAY
