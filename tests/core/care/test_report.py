"""What a clinician is told of some weeks, with the numbers worked out by hand."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from app.core.care.check_in import CheckIn, Felt
from app.core.care.report import (
    ExerciseWork,
    FirstValue,
    MuscleWork,
    Report,
    Scores,
    grain_of,
    report_of,
    usual_since,
)
from app.core.care.report_csv import write_report
from app.core.care.self_test import SelfTest
from app.core.csv_text import read_rows
from app.core.day_mark import DayMark
from app.core.diary import Diary, diary_of
from app.core.programme.enrolment import Enrolment
from app.core.record import Work
from app.core.settings import Settings
from app.core.target import EveryDay, Target
from tests.core.routines import EXERCISES
from tests.views.shelf import TODAY, session

DAY = timedelta(days=1)
MONDAY = date(2026, 11, 16)
"""The first day of the week of TODAY, a Sunday."""


def diary(sessions=(), *, target: int = 3, marks=(), targets=(), **care) -> Diary:
    return diary_of(tuple(sessions), TODAY, Settings(weekly_target=target), marks, targets, **care)


def report(given: Diary, since: date = MONDAY - 7 * DAY, until: date = TODAY) -> Report:
    return report_of(given, EXERCISES, since, until)


def check_in(days_back: int, when="after", *felt: Felt, morning=None) -> CheckIn:
    return CheckIn(f"s-{days_back}", when, TODAY - days_back * DAY, felt, morning)


def knee_to_wall(days_back: int, left=(), right=(), kind="knee-to-wall") -> SelfTest:
    day = TODAY - days_back * DAY
    return SelfTest(
        f"t-{days_back}-{kind}", kind, datetime(day.year, day.month, day.day, tzinfo=UTC), day, left, right
    )


def test_the_usual_period_begins_with_a_week_and_has_twelve():
    # 11 weeks before Monday 16 November, the first day of the week of Sunday the 22nd.
    assert usual_since(TODAY, 0) == date(2026, 8, 31)
    # With weeks that begin on Sunday it is the first day of its own week.
    assert usual_since(TODAY, 6, 4) == date(2026, 11, 1)


def test_sessions_and_minutes_are_those_of_the_period_only():
    sessions = (
        session(0),
        session(3, status="partial", done_ms=30_000, work=()),
        session(13),
        session(14, done_ms=999_000),  # the day before
    )
    told = report(diary(sessions))
    assert (told.finished, told.partial, told.sessions) == (2, 1, 3)
    # Two minutes planned in each, and 120 + 30 + 120 s done.
    assert (told.planned_ms, told.done_ms) == (360_000, 270_000)
    # A quarter of what was planned makes no day.
    assert told.done_days == 2
    assert [(part.first, part.last, part.sessions, part.work_ms) for part in told.parts] == [
        (MONDAY - 7 * DAY, MONDAY - DAY, 1, 120_000),
        (MONDAY, TODAY, 2, 150_000),
    ]


def test_days_due_are_those_of_the_targets_and_nobody_is_blamed_for_a_cold_or_for_today():
    daily = Target("calf-reset", EveryDay(), MONDAY, 2)
    twice = (session(6, id="a"), session(6, id="b"))
    told = report(diary((session(4), *twice), targets=(daily,), marks=(DayMark(TODAY - 2 * DAY, "unwell"),)))
    # Due twice on each of seven days; Friday was unwell and Sunday is not over: five, and Monday had both.
    assert (told.due_days, told.met_days) == (5, 1)
    assert (told.unwell, told.paused) == (1, 0)


def test_weeks_on_target_are_whole_weeks_that_wanted_something():
    # Three days in the week of the 9th, two in that of the 16th, which ends today.
    sessions = [session(back) for back in (0, 1, 7, 8, 9, 16)]
    told = report(diary(sessions, target=3), since=MONDAY - 12 * DAY)
    # The week of the 2nd lies in the period from Wednesday on only.
    assert (told.weeks, told.met_weeks) == (2, 1)


def test_pain_and_tightness_are_told_by_place_with_their_mean_and_highest():
    check_ins = (
        check_in(8, "before", Felt("left-calf", tightness=6, pain=2)),
        check_in(1, "before", Felt("left-calf", tightness=5, pain=4), Felt("back", pain=0)),
        check_in(1, "after", Felt("left-calf", pain=4)),
        check_in(1, "morning", morning="worse"),
        check_in(0, "morning", morning="as-usual"),
        check_in(20, "after", Felt("back", pain=9)),
    )
    told = report(diary(check_ins=check_ins))
    left, right, back = told.felt
    # Pain 2, 4, 4 has a mean of 10/3; tightness 6 and 5 of 5.5.
    assert left.pain == Scores(10 / 3, 4, 3)
    assert left.tightness == Scores(5.5, 6, 2)
    assert (right.pain, right.tightness) == (None, None)
    assert (back.pain, back.tightness) == (Scores(0, 0, 1), None)
    assert (told.mornings, told.worse) == (2, 1)
    first, second = told.parts
    assert first.felt[0].pain == Scores(2, 2, 1)
    assert second.felt[0].pain == Scores(4, 4, 2)
    assert (first.mornings, second.mornings, second.worse) == (0, 2, 1)


def test_a_leg_that_was_not_tested_has_no_result():
    told = report(diary(self_tests=(knee_to_wall(30, (5,)), knee_to_wall(2, (8, 9)))))
    assert [(test.day, test.left, test.right) for test in told.tests] == [(TODAY - 2 * DAY, 8.5, None)]


def test_the_first_value_of_each_leg_is_that_of_all_time_and_not_of_the_period():
    told = report(
        diary(
            self_tests=(
                knee_to_wall(90, (), (7,)),
                knee_to_wall(60, (6, 7), (8,)),
                knee_to_wall(2, (9,), (9,)),
                knee_to_wall(1, (20,), kind="heel-rise"),
            )
        )
    )
    assert told.firsts == (
        FirstValue("knee-to-wall", "left", TODAY - 60 * DAY, 6.5),
        FirstValue("knee-to-wall", "right", TODAY - 90 * DAY, 7),
        FirstValue("heel-rise", "left", TODAY - DAY, 20),
    )


def test_a_test_after_the_period_is_no_first_of_it():
    given = diary(self_tests=(knee_to_wall(2, (9,)),))
    assert report(given, until=TODAY - 3 * DAY).firsts == ()


def test_work_is_told_by_muscle_and_side_and_by_exercise():
    work = (
        Work("wall-calf-stretch", "left", 60_000),
        Work("wall-calf-stretch", "right", 45_000),
        Work("calf-raise", None, 30_000, 12),
    )
    raises = structs.replace(EXERCISES["calf-raise"], kind="strength")
    exercises = EXERCISES | {"calf-raise": raises}
    told = report_of(diary((session(0, work=work), session(1))), exercises, MONDAY, TODAY)
    # Each is of the same muscle here: 60 + 60 s of stretch on the left, 45 + 60 on the right, and raises of both.
    assert told.muscles == (MuscleWork("soleus", 120_000, 105_000, 12, 12),)
    assert told.exercises == (
        ExerciseWork("wall-calf-stretch", 2, 225_000, 0),
        ExerciseWork("calf-raise", 1, 30_000, 12),
    )


def test_programmes_that_were_followed_in_the_period_are_in_it():
    over, before = Enrolment("a", MONDAY - 90 * DAY, end=MONDAY), Enrolment("b", MONDAY, end=MONDAY)
    long_ago = Enrolment("c", MONDAY - 90 * DAY, end=MONDAY - 8 * DAY)
    told = report(diary(enrolments=(long_ago, over, before)))
    assert [item.programme for item in told.programmes] == ["a", "b"]


def test_a_time_in_which_nothing_happened_is_empty():
    assert report(diary((session(30),))).is_empty
    assert report(diary(), since=TODAY + DAY).is_empty
    assert not report(diary(self_tests=(knee_to_wall(2, (8, 9)),))).is_empty
    assert not report(diary(check_ins=(check_in(1, "morning", morning="worse"),))).is_empty


@pytest.mark.parametrize(
    ("days", "grain", "most"),
    # 26 weeks and a day; 25 months (of 730 days, begun and ended within one); 10 or 11 years.
    [(84, "week", 13), (183, "week", 27), (184, "month", 8), (730, "month", 25), (3650, "year", 11)],
)
def test_long_times_are_told_by_months_and_years(days, grain, most):
    since = TODAY - (days - 1) * DAY
    assert grain_of(since, TODAY) == grain
    parts = report(diary(), since=since).parts
    assert len(parts) <= most
    assert parts[0].first == since
    assert parts[-1].last == TODAY
    assert all(one.last + DAY == next_.first for one, next_ in pairwise(parts))


@st.composite
def histories(draw) -> tuple[list, tuple, date]:
    backs = draw(st.lists(st.integers(0, 400), max_size=12, unique=True))
    sessions = [
        session(
            back,
            status=draw(st.sampled_from(["finished", "partial"])),
            done_ms=draw(st.integers(0, 10**7)),
            work=(Work("wall-calf-stretch", "left", draw(st.integers(0, 10**6))),),
        )
        for back in sorted(backs)
    ]
    score = st.none() | st.integers(0, 10)
    check_ins = tuple(
        check_in(back, "after", Felt("back", draw(score), draw(score)))
        for back in sorted(backs, reverse=True)
    )
    return sessions, check_ins, TODAY - draw(st.integers(0, 420)) * DAY


@given(histories())
def test_all_sums_are_those_of_the_log(given_history):
    sessions, check_ins, since = given_history
    told = report(diary(sessions, check_ins=check_ins), since=since)
    within = [item for item in sessions if item.day >= since]
    assert told.sessions == sum(part.sessions for part in told.parts) == len(within)
    assert told.done_ms == sum(part.work_ms for part in told.parts) == sum(item.done_ms for item in within)
    assert sum(item.left_ms for item in told.muscles) == sum(item.work[0].ms for item in within)
    pains = [item.felt[0].pain for item in check_ins if item.day >= since and item.felt[0].pain is not None]
    assert (told.felt[2].pain.count if told.felt[2].pain else 0) == len(pains)
    if pains:
        assert told.felt[2].pain == Scores(sum(pains) / len(pains), max(pains), len(pains))
    assert sum(part.felt[2].pain.count for part in told.parts if part.felt[2].pain) == len(pains)


def test_no_note_of_anybody_is_in_it():
    told = report(
        diary(
            (session(0, note="SECRET"),),
            marks=(DayMark(TODAY, None, "SECRET"),),
            self_tests=(
                SelfTest("x", "heel-rise", datetime(2026, 11, 22, tzinfo=UTC), TODAY, (9,), (), "SECRET"),
            ),
        )
    )
    assert "SECRET" not in repr(told)
    assert "SECRET" not in write_report(told)


def test_as_csv_each_number_has_a_row():
    check_ins = (check_in(1, "after", Felt("left-calf", pain=4), Felt("back", tightness=2)),)
    told = report(
        diary(
            (session(1, done_ms=90_500),),
            check_ins=check_ins,
            self_tests=(knee_to_wall(40, (6,)), knee_to_wall(2, (8, 8.5, 8.5), (9,))),
            enrolments=(Enrolment("=four-weeks", MONDAY),),
        )
    )
    rows = [row.cells for row in read_rows(write_report(told).removeprefix("\ufeff"))]
    assert rows[0] == ("section", "period", "place_or_muscle", "side", "measure", "value", "unit")
    period, week = "2026-11-09/2026-11-22", "2026-11-16/2026-11-22"
    for row in (
        ("total", period, "", "", "sessions finished", "1", "sessions"),
        ("total", period, "", "", "work done", "90.5", "s"),
        # What a spreadsheet would run is not run.
        ("programme", "2026-11-16/..", "", "", "followed", "'=four-weeks", ""),
        ("by time", week, "", "", "work", "90.5", "s"),
        ("by time", week, "calf", "left", "pain mean", "4", "of 10"),
        ("felt", period, "back", "", "tightness answers", "1", "answers"),
        # (8 + 8.5 + 8.5) / 3 = 8.33
        ("test", "2026-11-20", "calf", "left", "knee-to-wall", "8.33", "cm"),
        ("test", "2026-11-20", "calf", "right", "knee-to-wall", "9", "cm"),
        # The first of the left leg was before the period.
        ("test", "2026-10-13", "calf", "left", "first knee-to-wall", "6", "cm"),
        ("test", "2026-11-20", "calf", "right", "first knee-to-wall", "9", "cm"),
        ("muscle", period, "soleus", "left", "stretch", "60", "s"),
        ("exercise", period, "wall-calf-stretch", "", "work", "120", "s"),
    ):
        assert row in rows, row
    assert len(rows) == len(set(rows))
