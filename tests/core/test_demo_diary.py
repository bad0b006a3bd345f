"""The invented years."""

from collections import Counter
from datetime import UTC, date, timedelta
from statistics import mean

import pytest

from app.core.demo_diary import YEAR_DAYS, DemoDiary, demo_diary
from app.core.routine import Step
from tests.core.routines import calf_stretch, timeline_of

TODAY = date(2026, 11, 22)
TIMELINES = (
    timeline_of(calf_stretch(30, 2)),
    timeline_of(Step(exercise="calf-raise", reps=12, tempo=(2, 1, 2, 0)), calf_stretch(20, 1)),
    timeline_of(Step(exercise="band-plantarflexion", reps=12)),
)
YEARS = 6


@pytest.fixture(scope="module")
def years() -> DemoDiary:
    return demo_diary(TIMELINES, TODAY, YEARS, UTC)


def test_the_same_seed_gives_the_same_years_and_another_others(years):
    assert demo_diary(TIMELINES, TODAY, YEARS, UTC) == years
    assert demo_diary(TIMELINES, TODAY, YEARS, UTC, seed=2) != years


def test_it_ends_the_day_before_today_and_begins_so_many_years_earlier(years):
    days = [session.day for session in years.sessions]
    first = TODAY - timedelta(days=round(YEARS * YEAR_DAYS))
    assert days == sorted(days, reverse=True)
    assert first <= days[-1] < first + timedelta(days=14)
    assert TODAY - timedelta(days=14) < days[0] < TODAY


def test_the_habit_grows(years):
    days = {session.day for session in years.sessions}
    first, last = (
        sum(date(year, 1, 1) <= day <= date(year, 12, 31) for day in days) / 52 for year in (2021, 2025)
    )
    assert 2 < first < last < 6  # days a week
    assert last - first > 0.8


def test_it_gets_better_slowly_and_each_session_helps_a_little(years):
    felt = [(session.day, session.before, session.after) for session in years.sessions if session.before]
    early = mean(before for day, before, _ in felt if day.year == 2021)
    late = mean(before for day, before, _ in felt if day.year == 2025)
    assert 1.5 < early - late < 4.5
    assert all(after <= before for _, before, after in felt)
    assert mean(after - before for _, before, after in felt) < -0.5
    unsaid = sum(session.before is None for session in years.sessions) / len(years.sessions)
    assert 0.2 < unsaid < 0.4


def test_feelings_are_from_0_to_10(years):
    said = {score for session in years.sessions for score in (session.before, session.after)} - {None}
    assert said <= set(range(11))


def test_days_apart_have_no_session_and_say_why_on_the_first(years):
    days = {session.day for session in years.sessions}
    assert not days & {mark.day for mark in years.marks}
    kinds = Counter(mark.mark for mark in years.marks)
    assert kinds["paused"] > 15 * YEARS  # two holidays, of at least 8 and 12 days each year
    assert kinds["unwell"] >= 3 * (YEARS - 1)
    assert kinds["rest"] > 30 * YEARS
    for mark in years.marks:
        if mark.note:
            assert mark.mark in ("paused", "unwell")
    assert len({mark.day for mark in years.marks}) == len(years.marks)


def test_the_left_calf_gets_a_bit_less(years):
    ms: Counter[str | None] = Counter()
    for session in years.sessions:
        for item in session.work:
            if item.exercise == "wall-calf-stretch":
                ms[item.side] += item.ms
    assert 0.75 < ms["left"] / ms["right"] < 0.97


def test_each_session_has_an_id_of_its_own_and_adds_up(years):
    assert len({session.id for session in years.sessions}) == len(years.sessions)
    for session in years.sessions:
        assert session.started_at.date() == session.day
        assert session.done_ms == sum(item.ms for item in session.work)
        assert all(item.ms for item in session.work)
    assert {session.status for session in years.sessions} == {"finished", "partial"}
    assert 20 < sum(bool(session.note) for session in years.sessions) < len(years.sessions) / 5


def test_targets_follow_each_other_and_two_hold_today(years):
    assert len({target.id for target in years.targets}) == len(years.targets) == 3
    assert sum(target.holds_on(TODAY) for target in years.targets) == 2
    daily, weekdays, _ = years.targets
    assert daily.end == weekdays.start - timedelta(days=1)
    due = [day for day in {session.day for session in years.sessions} if weekdays.holds_on(day)]
    kept = {session.day for session in years.sessions if session.routine == weekdays.routine}
    mondays = [day for day in due if day.weekday() == 0]
    assert all(day in kept for day in mondays)


@pytest.mark.parametrize("years", [0.1, 0.5, 1])
def test_a_short_time_is_no_trouble(years):
    short = demo_diary(TIMELINES, TODAY, years, UTC)
    assert short.sessions
    assert all(target.end is None or target.start <= target.end for target in short.targets)


def test_twenty_years_can_hold_twenty_thousand_sessions():
    assert len(demo_diary(TIMELINES, TODAY, 20, UTC, a_day=7).sessions) > 20_000
