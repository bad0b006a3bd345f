"""A session written down afterwards."""

from datetime import UTC, date, datetime

import pytest

from app.core.by_hand import as_routine, as_something_else, minutes_of, whole_work, written_down
from app.core.record import Work
from app.core.routine import Step
from tests.core.routines import calf_stretch, timeline_of

NOW = datetime(2026, 11, 22, 18, 7, 30, tzinfo=UTC)
TWO_HOLDS = timeline_of(calf_stretch(30, 2))
"""148 s, of which 120 s are work."""
RAISES = timeline_of(Step(exercise="calf-raise", reps=12, tempo=(2, 1, 2, 0), sets=3, rest=30))
"""8 + 3 × 60 + 2 × 30 = 248 s, shown as 4 minutes; 36 repetitions."""


def new():
    return written_down("new", NOW, 4)


def test_it_begins_today_at_the_last_full_five_minutes():
    record = new()
    assert record.started_at == datetime(2026, 11, 22, 18, 5, tzinfo=UTC)
    assert (record.id, record.day, record.status) == ("new", date(2026, 11, 22), "finished")


def test_after_midnight_it_still_belongs_to_the_day_before():
    assert written_down("new", datetime(2026, 11, 23, 1, 3, tzinfo=UTC), 4).day == date(2026, 11, 22)


def test_the_whole_routine_is_its_own_work():
    record = as_routine(new(), TWO_HOLDS, 2)
    assert (record.routine, record.name, record.status) == ("test", "Test", "finished")
    assert (record.planned_ms, record.done_ms) == (120_000, 120_000)
    assert record.work == (
        Work("wall-calf-stretch", "left", 60_000),
        Work("wall-calf-stretch", "right", 60_000),
    )


def test_half_of_its_minutes_are_half_of_its_work():
    record = as_routine(new(), TWO_HOLDS, 1)
    assert [item.ms for item in record.work] == [30_000, 30_000]
    assert (record.planned_ms, record.done_ms, record.status) == (120_000, 60_000, "finished")


def test_a_quarter_of_its_minutes_is_a_part_as_it_is_in_the_player():
    # 1 of 4 minutes: 9 of 36 repetitions, 45 of 180 s.
    record = as_routine(new(), RAISES, 1)
    assert record.work == (Work("calf-raise", None, 45_000, 9),)
    assert (record.planned_ms, record.status) == (180_000, "partial")


def test_twice_its_minutes_are_twice_its_work():
    record = as_routine(new(), RAISES, 8)
    assert record.work == (Work("calf-raise", None, 360_000, 72),)
    assert record.status == "finished"


def test_half_a_repetition_counts_as_one():
    timeline = timeline_of(Step(exercise="calf-raise", reps=3, tempo=(20, 20, 20, 0)))  # 188 s: 3 minutes
    assert minutes_of(timeline) == 3
    once = timeline_of(Step(exercise="calf-raise", reps=1, tempo=(40, 40, 40, 0)))  # 128 s: 2 minutes
    assert as_routine(new(), once, 1).work == (Work("calf-raise", None, 60_000, 1),)


def test_repetitions_at_the_own_pace_count_by_their_estimate():
    timeline = timeline_of(Step(exercise="band-plantarflexion", reps=12, sides="none"))
    assert whole_work(timeline) == (Work("band-plantarflexion", None, 36_000, 12),)


def test_repeated_holds_are_repetitions():
    timeline = timeline_of(Step(exercise="night-calf-stretch", hold=10, reps=3))
    assert whole_work(timeline) == (Work("night-calf-stretch", None, 30_000, 3),)


@pytest.mark.parametrize("minutes", [1, 25])
def test_something_else_has_a_name_and_minutes_and_no_exercises(minutes):
    record = as_something_else(as_routine(new(), RAISES, 4), "Yoga class", minutes)
    assert (record.routine, record.name, record.work, record.status) == ("", "Yoga class", (), "finished")
    assert record.planned_ms == record.done_ms == minutes * 60_000


def test_a_routine_that_only_waits_counts_by_its_minutes():
    record = as_routine(new(), timeline_of(Step(wait="Rest a while.")), 5)
    assert (record.routine, record.work, record.done_ms) == ("test", (), 300_000)
