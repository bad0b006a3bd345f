"""What the page for the clinician says, in words and numbers."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from app.core.care.check_in import CheckIn, Felt
from app.core.care.report import FirstValue, MuscleWork
from app.core.care.testing import KINDS
from app.core.programme.enrolment import Enrolment
from app.views.report import MOST_ROWS, against, minutes, nothing_to_report, report_view, written
from app.views.report_sheet import report_sheet_view
from app.views.report_tests import change_text
from app.views.self_test_words import verdicts
from tests.core.care.test_report import MONDAY, check_in, diary, knee_to_wall, report
from tests.core.routines import EXERCISES
from tests.views.shelf import TODAY, session

DAY = timedelta(days=1)


def view(of, **period):
    return report_view(report(of, **period), EXERCISES)


def test_the_numbers_to_see_first_are_those_of_the_period():
    said = view(diary((session(0), session(2, status="partial", done_ms=30_000)), target=1))
    assert [(key.number, key.words) for key in said.keys] == [
        ("2", "sessions: 1 finished, 1 cut short"),
        # 120 + 30 s are 2.5 min, rounded to even.
        ("2 min", "of work done; 4 min were planned"),
        ("1", "days done: at least half of a session's work"),
        # The week before had no session yet.
        ("1 of 1", "whole weeks were on the weekly target"),
    ]


@pytest.mark.parametrize(("ms", "text"), [(0, "0"), (20_000, "1"), (150_000, "2"), (72_000_000, "1,200")])
def test_minutes_are_whole_and_never_none_where_something_was_done(ms, text):
    assert minutes(ms) == text


@pytest.mark.parametrize(
    ("left", "right", "left_reps", "right_reps", "text"),
    [
        (480, 600, 0, 0, "20 % less"),
        (600, 480, 0, 0, "25 % more"),
        (600, 600, 9, 3, "the same"),
        (0, 0, 9, 10, "10 % less"),
        (180, 0, 0, 0, "all"),
        (0, 180, 0, 0, "100 % less"),
    ],
)
def test_left_is_told_against_right_by_stretching_before_repetitions(
    left, right, left_reps, right_reps, text
):
    assert against(MuscleWork("soleus", left * 1000, right * 1000, left_reps, right_reps)) == text


SINCE = "since 3 August 2026"


@pytest.mark.parametrize(
    ("kind", "first", "last", "text"),
    [
        ("knee-to-wall", 6.8, 9.5, f"9.5, {SINCE} +2.7: a clear change"),
        ("knee-to-wall", 8.0, 9.8, f"9.8, {SINCE} +1.8: no clear change"),
        # 1.9 cm may still be measurement error; 9.9 − 8.0 is 1.9000000000000004 to a computer, 10.0 − 8.1 less.
        ("knee-to-wall", 8.0, 9.9, f"9.9, {SINCE} +1.9: no clear change"),
        ("knee-to-wall", 8.1, 10.0, f"10.0, {SINCE} +1.9: no clear change"),
        ("knee-to-wall", 9.0, 7.0, f"7.0, {SINCE} −2.0: a clear change"),
        # Of rises 3, or a tenth: of 40 it is 4.
        ("heel-rise", 20, 23, f"23, {SINCE} +3: no clear change"),
        ("heel-rise", 20, 24, f"24, {SINCE} +4: a clear change"),
        ("heel-rise", 40, 36, f"36, {SINCE} −4: no clear change"),
    ],
)
def test_a_change_within_measurement_error_is_no_clear_change(kind, first, last, text):
    assert change_text(FirstValue(kind, "left", date(2026, 8, 3), first), last) == text


@given(st.sampled_from(KINDS), st.integers(0, 90), st.integers(0, 90), st.integers(0, 90))
def test_page_and_app_agree_on_what_has_changed(kind, first, second, last):
    """The first test is before the period, the second the first in it."""
    days_back = (60, 9, 2)
    tests = tuple(
        knee_to_wall(back, (value,), kind=kind)
        for back, value in zip(days_back, (first, second, last), strict=True)
    )
    (chart,) = view(diary(self_tests=tests)).tests.charts
    (said, *_) = verdicts(tests, TODAY)
    assert ("no clear change" in chart.lines[0].told) == ("no clear change" in said)
    assert "since 23 September 2026" in chart.lines[0].told


def test_the_band_of_error_lies_around_the_first_test_of_each_leg():
    said = view(diary(self_tests=(knee_to_wall(9, (8,), (10,)), knee_to_wall(2, (9,), (10,)))))
    (chart,) = said.tests.charts
    # From 8 − 1.9 = 6.1 to 10 + 1.9 = 11.9 cm the scale goes from 6 to 12 in steps of 2.
    assert [label.text for label in chart.scale] == ["6", "8", "10", "12"]
    left, right = chart.lines
    assert left.band == pytest.approx((0.1 / 6, 3.9 / 6))
    assert right.band == pytest.approx((2.1 / 6, 5.9 / 6))
    # 14 days: the 13th is the fifth, so its middle lies at 4.5/14.
    assert left.points[0] == pytest.approx((4.5 / 14, 2 / 6))
    assert left.told == "Left 9.0, since 13 November 2026 +1.0: no clear change"


def test_the_band_lies_around_the_first_test_ever_which_may_be_before_the_time():
    tests = (knee_to_wall(60, (6,)), knee_to_wall(9, (8,)), knee_to_wall(2, (9,)))
    (chart,) = view(diary(self_tests=tests)).tests.charts
    # From 6 − 1.9 = 4.1 to 9 cm the scale goes from 4 to 10 in steps of 2.
    assert [label.text for label in chart.scale] == ["4", "6", "8", "10"]
    (left,) = chart.lines
    assert left.band == pytest.approx((0.1 / 6, 3.9 / 6))
    assert len(left.points) == 2
    assert left.told == "Left 9.0, since 23 September 2026 +3.0: a clear change"


def test_a_leg_tested_once_in_the_time_is_compared_with_its_first_before():
    (chart,) = view(diary(self_tests=(knee_to_wall(60, (6,)), knee_to_wall(2, (8,))))).tests.charts
    assert chart.lines[0].told == "Left 8.0, since 23 September 2026 +2.0: a clear change"


def test_the_band_of_heel_rises_is_our_own_choice_and_says_so():
    (chart,) = view(diary(self_tests=(knee_to_wall(2, (45,), kind="heel-rise"),))).tests.charts
    # Around 45 it is 40.5 to 50; 40 to 50 goes in steps of 5.
    assert chart.lines[0].band == pytest.approx((0.05, 1))
    assert chart.about == "Shaded: 3 rises or a tenth about each leg’s first test, our own cautious choice."


@pytest.mark.parametrize(
    ("kind", "left", "right", "text"),
    [
        ("knee-to-wall", 9, 10, "Last test: no clear difference between the legs."),
        # 1.5 cm is within the error.
        ("knee-to-wall", 9, 10.5, "Last test: no clear difference between the legs."),
        ("knee-to-wall", 9, 11, "Last test: 2.0 cm more on the right, a clear difference."),
        ("heel-rise", 26, 23, "Last test: no clear difference between the legs."),
        # For "4 times more on the right" may mean four times as many.
        ("heel-rise", 27, 23, "Last test: 4 rises more on the left, a clear difference."),
    ],
)
def test_a_difference_between_the_legs_is_told_only_beyond_the_error(kind, left, right, text):
    (chart,) = view(diary(self_tests=(knee_to_wall(2, (left,), (right,), kind=kind),))).tests.charts
    assert chart.difference == text


def test_one_leg_tested_once_says_so():
    (chart,) = view(diary(self_tests=(knee_to_wall(2, (21,), kind="heel-rise"),))).tests.charts
    assert [line.told for line in chart.lines] == ["Left 21, tested once"]
    assert chart.difference == ""


def test_a_line_is_broken_where_nothing_was_said():
    felt = Felt("back", pain=5)
    check_ins = (check_in(20, "after", felt), check_in(6, "after", felt))
    said = view(diary(check_ins=check_ins), since=MONDAY - 14 * DAY)
    back = said.pain.lines[2]
    # Three weeks, and nothing in the second: two points, each on its own, in the middle of its week at half of 10.
    assert back.runs == (((0.5 / 3, 0.5),), ((2.5 / 3, 0.5),))
    assert said.felt.rows[2] == ("Back", "5.0", "5", "2", "–", "–", "0")


def test_facts_tell_the_programme_mornings_and_days_set_apart():
    check_ins = (CheckIn("a", "morning", TODAY, (), "worse"), CheckIn("b", "morning", TODAY, (), "as-usual"))
    enrolments = (Enrolment("four-weeks", MONDAY), Enrolment("x", MONDAY - DAY, end=TODAY))
    told = report(diary(check_ins=check_ins, enrolments=enrolments))
    said = report_view(told, EXERCISES, {"x": "Heavy slow"})
    assert said.facts == (
        "Programme: Four weeks, since 16 November 2026; Heavy slow, 15 November 2026 to 22 November 2026.",
        "The next morning was worse than usual on 1 of 2 mornings.",
    )


def test_a_time_with_neither_answers_nor_tests_says_so():
    said = view(diary((session(0),)))
    assert said.nothing_felt == "Nothing was said about pain or tightness in this time."
    assert said.no_tests == "No self-test was taken in this time."


def test_long_tables_say_how_much_is_left_out():
    sides = [MuscleWork(f"m{number}", 1, 1, 0, 0) for number in range(MOST_ROWS + 2)]
    said = report_view(structs.replace(report(diary((session(0),))), muscles=tuple(sides)), EXERCISES)
    assert len(said.sides.rows) == MOST_ROWS
    assert said.sides.note == "And 2 muscles more, in the CSV."


def test_nothing_to_report_is_said_kindly():
    assert nothing_to_report(date(2027, 1, 1), TODAY) == (
        "1 January 2027 is still to come, so there is nothing to report yet."
    )
    assert "follow a routine first" in nothing_to_report(MONDAY, TODAY)


def test_what_was_written_names_the_time_and_the_sessions():
    told = report(diary((session(0),)))
    assert written("x.pdf", told) == "x.pdf: 9 November to 22 November 2026, 14 days, 1 session."


def test_the_sheet_says_what_the_report_would_hold():
    check_ins = (check_in(1, "after", Felt("back", pain=4), Felt("left-calf", pain=1)),)
    told = report(diary((session(0), session(1)), check_ins=check_ins, self_tests=(knee_to_wall(2, (8,)),)))
    said = report_sheet_view(told, 1, 0)
    assert said.holds == "2 sessions, 2 answers on pain and 1 self-test."
    assert (said.make, said.can_make) == ("Make the page", True)


def test_the_sheet_of_an_empty_time_makes_nothing():
    said = report_sheet_view(report(diary()), 0, 1)
    assert not said.can_make
    assert said.holds.startswith("Nothing was done")
