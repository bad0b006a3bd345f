"""Correcting what is remembered of a session."""

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.correction import moved, settled, stepped, stepped_minutes
from app.core.days import day_of
from app.core.record import Work
from tests.views.shelf import TODAY, session

NOW = datetime(2026, 11, 22, 18, 7, 30, tzinfo=UTC)
SATURDAY = date(2026, 11, 21)
TOKYO = timezone(timedelta(hours=9))


def move(record, day, at, *, day_start_h=4, now=NOW):
    return moved(record, day, at, day_start_h=day_start_h, now=now)


def test_another_day_takes_the_moment_along():
    record = move(session(), SATURDAY, time(9, 5))
    assert (record.day, record.started_at) == (SATURDAY, datetime(2026, 11, 21, 9, 5, tzinfo=UTC))


def test_another_time_leaves_the_day_and_the_offset():
    record = move(session(started_at=datetime(2026, 11, 22, 9, 5, tzinfo=TOKYO)), TODAY, time(8, 0))
    assert (record.day, record.started_at) == (TODAY, datetime(2026, 11, 22, 8, 0, tzinfo=TOKYO))


@pytest.mark.parametrize(("at", "calendar_day"), [(time(3, 59), 22), (time(4, 0), 21)])
def test_the_small_hours_lie_in_the_night_after_the_day(at, calendar_day):
    record = move(session(), SATURDAY, at)
    assert record.day == SATURDAY
    assert record.started_at == datetime(2026, 11, calendar_day, at.hour, at.minute, tzinfo=UTC)


def test_nothing_begins_in_the_future():
    # 21:00 has not come at 18:07:30, and 01:30 of today's night not either.
    for at in (time(21, 0), time(1, 30)):
        record = move(session(), TODAY, at)
        assert (record.day, record.started_at) == (TODAY, datetime(2026, 11, 22, 18, 7, tzinfo=UTC))


def test_the_future_is_judged_by_the_moment_and_not_by_the_wall():
    # 18:07 in UTC is 03:07 on Monday in Tokyo: 23:00 on Sunday was there four hours ago.
    record = move(session(started_at=datetime(2026, 11, 22, 9, 5, tzinfo=TOKYO)), TODAY, time(23, 0))
    assert record.started_at == datetime(2026, 11, 22, 23, 0, tzinfo=TOKYO)


def test_a_moment_that_never_had_an_offset_gets_none():
    record = move(session(started_at=datetime(2026, 11, 22, 9, 5)), TODAY, time(21, 0))
    assert record.started_at == datetime(2026, 11, 22, 18, 7)


@given(
    st.dates(date(2000, 1, 1), TODAY),
    st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    st.integers(0, 6),
)
def test_the_moment_lies_on_the_day_that_was_said_unless_it_would_be_in_the_future(day, at, start_h):
    record = move(session(), day, at, day_start_h=start_h)
    assert record.day == day
    assert record.started_at <= NOW
    if record.started_at.time() == at:
        assert day_of(record.started_at, start_h) == day


# What was done


def test_time_goes_to_the_next_fifteen_seconds():
    was = session(
        work=(Work("wall-calf-stretch", "left", 50_000), Work("wall-calf-stretch", "right", 60_000))
    )
    more, less = stepped(was, 0, 1, was), stepped(was, 0, -1, was)
    assert [record.work[0].ms for record in (more, less)] == [60_000, 45_000]
    assert [record.done_ms for record in (more, less)] == [120_000, 105_000]
    assert more.work[1] == was.work[1]


def test_a_repetition_takes_as_long_as_it_did():
    was = session(work=(Work("calf-raise", None, 60_000, 12),))  # 5 s each
    assert stepped(was, 0, -1, was).work == (Work("calf-raise", None, 55_000, 11),)
    none = was
    for _ in range(20):
        none = stepped(none, 0, -1, was)
    assert none.work == (Work("calf-raise", None, 0, 0),)
    assert stepped(none, 0, 1, was).work == (Work("calf-raise", None, 5_000, 1),)


def test_what_was_taken_back_altogether_is_not_written():
    was = session(work=(Work("wall-calf-stretch", "left", 15_000), Work("calf-raise", None, 60_000, 12)))
    assert settled(stepped(was, 0, -1, was)).work == (was.work[1],)


def test_less_than_half_is_no_longer_finished_and_all_of_it_is():
    # 120 s were planned, 60 s on each side: without one side it is just half, 15 s less is not.
    was = session()
    half = was
    for _ in range(4):
        half = stepped(half, 0, -1, was)
    assert (half.done_ms, half.status) == (60_000, "finished")
    less = stepped(half, 1, -1, was)
    assert (less.done_ms, less.status) == (45_000, "partial")
    again = stepped(less, 1, 1, was)
    assert (again.done_ms, again.status) == (60_000, "partial")
    for _ in range(4):
        again = stepped(again, 0, 1, was)
    assert (again.done_ms, again.status) == (120_000, "finished")


def test_a_session_of_minutes_alone_goes_by_full_minutes():
    was = session(work=(), planned_ms=150_000, done_ms=150_000)
    assert stepped_minutes(was, 1).done_ms == stepped_minutes(was, 1).planned_ms == 180_000
    assert stepped_minutes(was, -1).done_ms == 120_000
    partial = session(work=(), planned_ms=600_000, done_ms=150_000, status="partial")
    assert (stepped_minutes(partial, 1).planned_ms, stepped_minutes(partial, 1).done_ms) == (600_000, 180_000)


@given(st.lists(st.tuples(st.integers(0, 1), st.sampled_from((-1, 1))), max_size=40))
def test_steps_never_make_an_invalid_value(steps):
    was = session(work=(Work("wall-calf-stretch", "left", 7_000), Work("calf-raise", None, 61_000, 12)))
    record = was
    for place, by in steps:
        record = stepped(record, place, by, was)
        assert all(0 <= item.ms <= 3_600_000 and 0 <= item.reps <= 999 for item in record.work)
        assert record.done_ms == sum(item.ms for item in record.work)


@pytest.mark.parametrize(("done_ms", "by"), [(60_000, -1), (20_000, -1), (240 * 60_000, 1)])
def test_minutes_end_at_one_and_at_two_hundred_and_forty(done_ms, by):
    record = stepped_minutes(session(work=(), planned_ms=done_ms, done_ms=done_ms), by)
    assert record.done_ms == (60_000 if by < 0 else 240 * 60_000)
