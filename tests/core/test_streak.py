"""Streaks and the score, with the numbers worked out by hand."""

from datetime import date, timedelta

import pytest

from app.core.day_mark import DayMark
from app.core.days import day_of, week_of
from app.core.diary import DayTotal, Diary
from app.core.settings import EarlierTarget, WeeklyTarget
from app.core.streak import score, shares_of, streak_of
from app.core.target import EveryDay, Target
from tests.views.shelf import diary, session

SUNDAY = date(2026, 11, 22)
"""The last day of the week of Monday the 16th."""
THREE_A_WEEK = WeeklyTarget(3)


def days_back(*back: int) -> set[date]:
    return {SUNDAY - timedelta(days=n) for n in back}


def streak(done, today=SUNDAY, weekly=THREE_A_WEEK, **marks):
    """The streak of someone with one session on each of these days; `marks` are days back, as in unwell={1, 2}."""
    return streak_of(
        Diary(
            today=today,
            totals={day: DayTotal(1, 60_000) for day in done},
            marks={day: DayMark(day, mark) for mark, back in marks.items() for day in days_back(*back)},
            weekly=weekly,
        )
    )


def score_of(done, today=SUNDAY, target=7, excused=()):
    return score(dict.fromkeys(done, 1.0), excused, today, WeeklyTarget(target))


def test_nothing_done_is_a_streak_of_none():
    result = streak(set())
    assert (result.current_weeks, result.longest_weeks, result.score, result.today_done) == (0, 0, 0.0, False)


def test_the_current_week_never_breaks_a_streak():
    # Last week Monday 9 to Sunday 15 has three days (7, 8 and 9 days back); this week has one.
    result = streak(days_back(7, 8, 9, 0))
    assert result.current_weeks == 1
    assert result.days_this_week == 1
    assert result.today_done


def test_the_current_week_counts_as_soon_as_it_is_secured():
    result = streak(days_back(7, 8, 9, 0, 1, 2))
    assert result.current_weeks == 2
    assert result.secured


def test_a_week_below_target_ends_a_streak_and_the_longest_is_remembered():
    # Weeks back: 3 days, 3 days, 1 day, then this week with none.
    result = streak(days_back(21, 22, 23, 14, 15, 16, 7))
    assert result.current_weeks == 0
    assert result.longest_weeks == 2


def test_days_after_today_are_left_out():
    result = streak({SUNDAY + timedelta(days=1)}, weekly=WeeklyTarget(1))
    assert (result.current_weeks, result.days_this_week, result.score) == (0, 0, 0.0)


def test_a_week_that_was_good_enough_under_the_old_target_stays_so():
    # Three days a week until Monday the 16th, five since: last week's three days were enough then.
    weekly = WeeklyTarget(5, (EarlierTarget(date(2026, 11, 16), 3),))
    result = streak(days_back(7, 8, 9, 0), weekly=weekly)
    assert (result.current_weeks, result.target) == (1, 5)


def test_unwell_days_make_the_weeks_target_smaller():
    # Of 4 days a week, with 3 of 7 unwell, 4 × 4/7 = 2.29 → 2: the two days of last week are enough.
    result = streak(days_back(7, 8), weekly=WeeklyTarget(4), unwell={9, 10, 11})
    assert result.current_weeks == 1


def test_a_rest_day_is_no_excuse_for_a_weekly_target_leaves_room_for_it():
    assert streak(days_back(7, 8), weekly=WeeklyTarget(4), rest={9, 10, 11}).current_weeks == 0


def test_this_weeks_target_is_secured_as_soon_as_the_smaller_one_is_met():
    # Of 3 days a week, with 2 of 7 paused, 3 × 5/7 = 2.14 → 2.
    result = streak(days_back(0, 1), paused={4, 5})
    assert (result.target, result.secured, result.current_weeks) == (2, True, 1)


def test_an_unwell_day_on_which_something_was_done_after_all_counts_as_any_other():
    # Of 3 days a week, with 2 of 7 unwell, 2 are wanted, with 1 of 7 3 × 6/7 = 2.57 → 3: the second was done.
    result = streak(days_back(0, 1), unwell={1, 5})
    assert (result.days_this_week, result.target) == (2, 3)


@pytest.mark.parametrize("mark", ["unwell", "paused"])
def test_a_whole_week_away_is_passed_over(mark):
    # Three weeks back 3 days, two weeks back all 7 days marked, last week 3 days.
    away = range(14, 21)
    result = streak(days_back(7, 8, 9, 21, 22, 23), **{mark: away})
    assert (result.current_weeks, result.longest_weeks) == (2, 2)


def test_a_week_of_which_nothing_is_wanted_counts_if_something_was_done():
    # One day a week with 6 of 7 unwell: 1 × 1/7 = 0.14 → 0 are wanted, and one was done.
    result = streak(days_back(7), weekly=WeeklyTarget(1), unwell=range(8, 14))
    assert (result.current_weeks, result.longest_weeks) == (1, 1)


def test_a_current_week_away_leaves_the_streak_as_it_is():
    result = streak(days_back(7, 8, 9), paused=range(7))
    assert (result.current_weeks, result.target, result.days_this_week) == (1, 0, 0)


def test_the_first_day_lifts_the_score_by_its_share():
    # target 7: f = 1, m = 0.5^(1/13) = 0.94808; v = 1/7; s = (1 − m)/7 = 0.05192/7 = 0.00742 → 0.7
    assert score_of({SUNDAY}) == 0.7


def test_a_second_day_lifts_it_by_two_shares_and_a_missed_one_after_it_by_the_same():
    # s = 0.00742 × 0.94808 + 2/7 × 0.05192 = 0.02187 → 2.2; then 0.02187 × 0.94808 + 2/7 × 0.05192 = 0.03557
    assert score_of(days_back(0, 1)) == 2.2
    assert score_of(days_back(1, 2), SUNDAY + timedelta(days=1)) == 3.6


def test_a_target_met_each_week_comes_near_to_a_hundred_and_stays_below():
    # f = 3/7, √f = 0.655, m = 0.5^0.0504 = 0.9657: after 20 weeks 0.9657^140 = 0.008 are missing.
    done = days_back(*(day for week in range(20) for day in (7 * week, 7 * week + 2, 7 * week + 4)))
    assert 98 < score_of(done, target=3) < 100


def test_one_missed_day_dents_and_never_zeroes_the_score():
    # At 100, v = 6/7: 0.94808 + 6/7 × 0.05192 = 0.99258 → 99.3, counted once the missed Sunday is over.
    full = score_of(days_back(*range(300)))
    dented = score_of(days_back(*range(1, 300)), SUNDAY + timedelta(days=1))
    assert (full, dented) == (100.0, 99.3)


def test_today_lowers_the_score_only_once_it_is_over():
    week = days_back(1, 2, 3)
    assert score_of(week, SUNDAY, 3) == score_of(week, SUNDAY - timedelta(days=1), 3)


def test_the_score_stands_still_while_someone_is_unwell():
    week = days_back(4, 5, 6, 7)
    assert score_of(week, SUNDAY - timedelta(days=3)) == score_of(week, excused=days_back(0, 1, 2, 3))


def test_each_day_is_measured_by_the_target_that_held_on_it():
    # The day itself, a Saturday, under 1 day a week: f = 1/7, m = 0.5^(0.37796/13) = 0.98005, v = 1:
    # s = 0.01995. Sunday, under 7: v = 1/7: 0.01995 × 0.94808 + 0.05192/7 = 0.02633 → 2.6.
    weekly = WeeklyTarget(7, (EarlierTarget(SUNDAY, 1),))
    shares = dict.fromkeys(days_back(1), 1.0)
    assert score(shares, (), SUNDAY + timedelta(days=1), weekly) == 2.6


def test_two_of_three_count_as_two_of_three():
    # Due three times a day since Friday; twice on Friday, three times on Saturday, once today.
    target = Target("calf-reset", EveryDay(), SUNDAY - timedelta(days=2), 3)
    back = (2, 2, 1, 1, 1, 0, 3)
    sessions = [session(days, id=str(number)) for number, days in enumerate(back)]
    shares = shares_of(diary(sessions, targets=[target]))
    assert [shares[SUNDAY - timedelta(days=days)] for days in (0, 1, 2, 3)] == pytest.approx(
        [1 / 3, 1, 2 / 3, 1]
    )


def test_another_routine_than_the_one_due_counts_for_the_habit():
    target = Target("calf-strength", EveryDay(), SUNDAY, 2)
    assert shares_of(diary([session(0)], targets=[target])) == {SUNDAY: 0.5}


def test_a_day_with_a_part_of_what_is_due_lowers_the_score_only_once_it_is_over():
    # Of two due, one is done so far today.
    target = Target("calf-reset", EveryDay(), SUNDAY, 2)
    week = [session(days) for days in (1, 2, 3)]
    so_far = streak_of(diary([session(0), *week], targets=[target]))
    assert so_far.score == streak_of(diary(week, today=SUNDAY - timedelta(days=1))).score
    assert so_far.today_done


@pytest.mark.parametrize(
    ("hour", "day_start_h", "day"), [(3, 4, 21), (4, 4, 22), (0, 0, 22), (5, 6, 21), (23, 4, 22)]
)
def test_a_session_belongs_to_the_day_by_the_wall_clock_less_the_day_start(hour, day_start_h, day):
    from datetime import datetime

    assert day_of(datetime(2026, 11, 22, hour, 59 if hour == 3 else 0), day_start_h) == date(2026, 11, day)


def test_weeks_begin_on_the_weekday_that_the_user_chose():
    assert week_of(SUNDAY, 0) == date(2026, 11, 16)
    assert week_of(SUNDAY, 6) == SUNDAY
