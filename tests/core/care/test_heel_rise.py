"""The heel-rise test as a session: its length, its beat, and what is counted."""

import pytest
from msgspec import structs

from app.core.care.heel_rise import as_tested, counted
from app.core.diary import counts_as_done
from app.core.record import Passed
from app.core.recording import begun
from tests.core.care.heel_rising import BEAT_MS, TIMELINE, HeelRising
from tests.core.test_guide import MORNING


def test_both_legs_to_the_end_take_nine_minutes_less_five_seconds():
    # 15 + 100 × 2 + 110 + 10 + 100 × 2
    assert TIMELINE.total_ms == 535_000
    assert sum(segment.estimate_ms for segment in TIMELINE.segments) == TIMELINE.total_ms


def test_every_segment_begins_where_the_one_before_it_ends():
    at_ms = 0
    for segment in TIMELINE.segments:
        assert segment.start_ms == at_ms
        at_ms += segment.estimate_ms


def test_between_the_legs_are_two_minutes():
    segments = TIMELINE.segments
    first_right = next(segment for segment in segments if segment.side == "right")
    last_left = [segment for segment in segments if segment.side == "left"][-1]
    assert first_right.start_ms - (last_left.start_ms + last_left.estimate_ms) == 120_000


def test_there_is_a_beat_each_second_and_the_start_is_the_first():
    test = HeelRising()
    test.run(6 * BEAT_MS)
    began = test.chime.moments[-7]
    assert [name for name, _ in test.chime.played[-7:]] == ["start", *["beat"] * 6]
    assert [round(at - began, 1) for at in test.chime.moments[-7:]] == [0, 1, 2, 3, 4, 5, 6]


def test_only_whole_rises_are_counted():
    test = HeelRising()
    test.run(17 * 2 * BEAT_MS + 1_500)
    test.end_leg()
    test.run(120_000 + 24 * 2 * BEAT_MS)
    test.end_leg()
    record = test.guide.record
    assert test.session.state == "finished"
    assert (counted(record, "left"), counted(record, "right")) == (17, 24)


def test_from_fifteen_rises_on_what_was_done_is_all_that_was_to_do():
    test = HeelRising()
    test.run(17 * 2 * BEAT_MS)
    test.end_leg()
    test.session.stop()
    test.guide.tick()
    record = as_tested(test.guide.record)
    assert record.status == "finished"
    assert record.planned_ms == record.done_ms == 34_000
    assert counted(record, "right") is None


@pytest.mark.parametrize(
    ("rises", "status", "makes_a_day"),
    # 15 rises, of 2 s each, are planned at the least: 30 s, and half of them are 7.5 rises.
    [(0, "partial", False), (1, "partial", False), (7, "partial", False), (8, "finished", True)],
)
def test_a_few_rises_are_no_whole_test_and_make_no_day(rises, status, makes_a_day):
    done_ms = rises * 2 * BEAT_MS
    begun_ = begun(TIMELINE, "one", MORNING, 4)
    record = as_tested(structs.replace(begun_, status="finished", done_ms=done_ms))
    assert (record.planned_ms, record.done_ms, record.status) == (30_000, done_ms, status)
    assert counts_as_done(record) is makes_a_day


def test_what_was_cut_off_cannot_go_on_and_holds_nothing_to_go_on_with():
    record = as_tested(structs.replace(begun(TIMELINE, "one", MORNING, 4), passed=(Passed(15_000),)))
    assert (record.passed, record.plan, record.steps) == ((), "", ())
