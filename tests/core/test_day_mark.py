"""Setting days apart: one, a whole holiday, and taking it back."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.core.day_mark import DayMark, days_marked, mark_on, with_mark

FIRST = date(2026, 12, 3)


def on(number: int) -> date:
    return FIRST + timedelta(days=number)


def holiday(*numbers: int, mark="paused", note=""):
    return {on(number): DayMark(on(number), mark, note) for number in numbers}


def after(marks, changes):
    """Only days that still say something."""
    return {
        day: mark
        for day, mark in (marks | {mark.day: mark for mark in changes}).items()
        if not mark.says_nothing
    }


def test_one_day_is_marked():
    assert with_mark({}, FIRST, "unwell") == (DayMark(FIRST, "unwell"),)


def test_a_holiday_marks_each_of_its_days():
    assert after({}, with_mark({}, FIRST, "paused", 3)) == holiday(0, 1, 2)


def test_marking_again_what_is_marked_writes_nothing():
    assert with_mark(holiday(0, 1), FIRST, "paused", 2) == ()


def test_a_mark_goes_on_until_the_first_day_without_it():
    marks = holiday(0, 1, 2, 3) | holiday(4, mark="unwell")
    assert [days_marked(marks, on(number)) for number in (0, 2, 3, 4, 5)] == [4, 2, 1, 1, 1]


def test_a_shorter_holiday_gives_its_last_days_back():
    marks = holiday(0, 1, 2, 3)
    assert after(marks, with_mark(marks, FIRST, "paused", 2)) == holiday(0, 1)


def test_coming_back_early_ends_the_holiday_with_that_day():
    marks = holiday(0, 1, 2, 3)
    assert after(marks, with_mark(marks, on(2), None)) == holiday(0, 1)


def test_an_unwell_day_in_a_holiday_leaves_the_rest_of_it():
    marks = holiday(0, 1, 2, 3)
    assert after(marks, with_mark(marks, on(1), "unwell", 1)) == holiday(0, 2, 3) | holiday(1, mark="unwell")


def test_notes_stay_whatever_the_day_is():
    marks = holiday(0, 1, note="At the sea.")
    cleared = after(marks, with_mark(marks, FIRST, None))
    assert cleared == {on(0): DayMark(on(0), None, "At the sea."), on(1): DayMark(on(1), None, "At the sea.")}


days = st.integers(0, 30)
kinds = st.sampled_from(["rest", "unwell", "paused"])


@given(st.dictionaries(days, kinds), days, kinds, st.integers(1, 10))
def test_the_mark_holds_for_exactly_as_long_as_was_said_and_no_other_is_lost(marks, day, mark, length):
    before = {on(number): DayMark(on(number), kind) for number, kind in marks.items()}
    now = after(before, with_mark(before, on(day), mark, length))
    assert all(mark_on(now, on(day + number)).mark == mark for number in range(length))
    others = {key: value for key, value in before.items() if not on(day) <= key < on(day + length)}
    if mark_on(before, on(day)).mark == mark:
        for number in range(length, days_marked(before, on(day))):
            others.pop(on(day + number), None)
    assert {key: value for key, value in now.items() if not on(day) <= key < on(day + length)} == others
