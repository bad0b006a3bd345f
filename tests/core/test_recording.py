"""How a session becomes a record."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from msgspec import structs

from app.core.care.heel_rise import HEEL_RISE_TEST, as_tested
from app.core.record import Passed, Work
from app.core.recording import begun, brought_up_to_date, can_go_on, kept_as_it_is
from app.core.routine import Step
from app.core.session import Session
from tests.core.clock import FakeClock
from tests.core.routines import calf_stretch, timeline_of

MORNING = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
TIMELINE = timeline_of(calf_stretch(30, 1))  # 8 | 30 left | 5 | 30 right


def record_after(*passing_ms: int, skip_last: int = 0, stop: bool = False):
    clock = FakeClock()
    session = Session(TIMELINE, clock)
    record = begun(TIMELINE, "one", MORNING, 4)
    session.start()
    for ms in passing_ms:
        clock.advance(ms)
        session.tick()
    for _ in range(skip_last):
        session.skip()
    if stop:
        session.stop()
    return brought_up_to_date(record, session)


def test_a_session_begins_with_its_plan_and_nothing_done():
    record = begun(TIMELINE, "one", MORNING, 4)
    assert (record.id, record.routine, record.name) == ("one", "test", "Test")
    assert (record.status, record.planned_ms, record.done_ms, record.work) == ("running", 60_000, 0, ())
    assert record.started_at == MORNING


@pytest.mark.parametrize(("hour", "day"), [(3, 21), (4, 22)])
def test_a_session_belongs_to_the_day_of_its_own_wall_clock(hour, day):
    # 03:59 in a zone of UTC+9 is 18:59 of the day before in UTC: only the numbers on the wall count.
    tokyo = timezone(timedelta(hours=9))
    moment = datetime(2026, 11, 22, hour, 59 if hour == 3 else 0, tzinfo=tokyo)
    assert begun(TIMELINE, "one", moment, 4).day == date(2026, 11, day)


def test_a_running_session_remembers_what_each_segment_came_to():
    record = record_after(8_000 + 30_000 + 2_000)
    assert record.passed == (Passed(8_000), Passed(30_000))
    assert (record.status, record.done_ms, record.plan) == ("running", 30_000, TIMELINE.fingerprint)


def test_a_session_that_came_to_its_end_is_finished():
    record = record_after(73_000)
    assert (record.status, record.done_ms, record.passed, record.plan) == ("finished", 60_000, (), "")
    assert record.work == (
        Work("wall-calf-stretch", "left", 30_000),
        Work("wall-calf-stretch", "right", 30_000),
    )


def test_one_side_left_out_is_half_of_the_work_and_still_finished():
    assert record_after(8_000 + 30_000, skip_last=2).status == "finished"  # 30 of 60 s


def test_a_session_that_was_skipped_through_is_partial():
    record = record_after(8_000 + 29_999, skip_last=3)
    assert (record.status, record.done_ms) == ("partial", 29_999)


@pytest.mark.parametrize("passed_ms", [0, 3_000, 8_000 + 29_000, 72_999])
def test_a_session_that_was_stopped_is_partial_however_far_it_came(passed_ms):
    assert record_after(passed_ms, stop=True).status == "partial"


def test_a_routine_of_nothing_but_waits_can_be_finished():
    clock = FakeClock()
    timeline = timeline_of(Step(wait="Fetch the foam roller.", prepare=0))
    session = Session(timeline, clock)
    session.start()
    session.done()
    record = brought_up_to_date(begun(timeline, "one", MORNING, 4), session)
    assert (record.status, record.planned_ms, record.done_ms) == ("finished", 0, 0)


def test_seconds_added_can_make_more_than_was_planned():
    clock = FakeClock()
    session = Session(TIMELINE, clock)
    session.start()
    clock.advance(9_000)
    session.add(10)
    clock.advance(100_000)
    session.tick()
    record = brought_up_to_date(begun(TIMELINE, "one", MORNING, 4), session)
    assert (record.planned_ms, record.done_ms) == (60_000, 80_000)  # 2 × (30 + 10)


def test_a_session_that_was_cut_off_is_kept_with_what_was_acknowledged():
    cut_off = record_after(8_000 + 30_000 + 2_000)
    kept = kept_as_it_is(cut_off)
    assert (kept.status, kept.passed, kept.plan) == ("partial", (), "")
    assert (kept.id, kept.done_ms, kept.work) == (cut_off.id, cut_off.done_ms, cut_off.work)


def test_a_heel_rise_test_that_was_cut_off_is_kept_as_one_that_was_stopped():
    """No number was planned, so 20 s of it are 20 s of the 30 that are a whole one."""
    test = begun(TIMELINE, "one", MORNING, 4)
    cut_off = structs.replace(test, routine=HEEL_RISE_TEST, done_ms=20_000, planned_ms=400_000)
    kept = kept_as_it_is(cut_off)
    assert (kept.status, kept.planned_ms, kept.done_ms) == ("finished", 30_000, 20_000)
    assert kept == as_tested(cut_off)
    assert (kept_as_it_is(structs.replace(cut_off, done_ms=6_000)).status) == "partial"


def test_a_session_that_was_cut_off_can_go_on_if_its_routine_is_the_same():
    cut_off = record_after(8_000 + 30_000)
    assert can_go_on(cut_off, TIMELINE)
    assert not can_go_on(cut_off, timeline_of(calf_stretch(31, 1)))
    assert not can_go_on(kept_as_it_is(cut_off), TIMELINE)


def test_which_steps_were_chosen_is_known_only_while_it_runs():
    record = begun(TIMELINE, "one", MORNING, 4, (0, 2))
    session = Session(TIMELINE, FakeClock())
    session.start()
    assert brought_up_to_date(record, session).steps == (0, 2)
    session.stop()
    assert brought_up_to_date(record, session).steps == kept_as_it_is(record).steps == ()
