"""When a routine is due, in words, and the sheet in which that is set."""

from datetime import date

import pytest

from app.core.target import EveryDay, EveryNthDay, InProgramme, OnWeekdays, Target
from app.views.targets import KINDS, due_text, kept_text, rhythm_of_kind, target_view

SUNDAY = 6


def target(rhythm, times=1):
    return Target("calf-reset", rhythm, date(2026, 11, 16), times)


def seen(rhythm=None, times=1, first_weekday=0):
    return target_view("Calf reset", target(rhythm, times) if rhythm else None, first_weekday)


@pytest.mark.parametrize(
    ("rhythm", "times", "words"),
    [
        (EveryDay(), 1, "Every day"),
        (EveryDay(), 2, "Every day, twice"),
        (EveryDay(), 3, "Every day, 3 times"),
        (OnWeekdays((0, 2, 4)), 1, "Monday, Wednesday and Friday"),
        (OnWeekdays((0, 1, 2, 3, 4)), 2, "Monday to Friday, twice"),
        (OnWeekdays((5, 6)), 1, "Saturday and Sunday"),
        (OnWeekdays((0, 1, 2, 3, 4, 5, 6)), 1, "Every day"),
        (EveryNthDay(2), 1, "Every second day"),
        (EveryNthDay(3), 1, "Every third day"),
        (EveryNthDay(10), 1, "Every 10 days"),
        (InProgramme("four-weeks", (0, 2)), 1, "In a programme"),
    ],
)
def test_when_it_is_due_is_one_line(rhythm, times, words):
    assert due_text(target(rhythm, times), 0) == words


def test_without_a_target_nothing_is_set():
    assert due_text(None, 0) == "Not set"
    view = seen()
    assert (view.kind, view.weekdays, view.gap, view.times) == (0, (), "", "")


def test_weekdays_come_in_the_order_of_the_persons_week():
    assert due_text(target(OnWeekdays((0, 6))), SUNDAY) == "Sunday and Monday"
    assert due_text(target(OnWeekdays((0, 1, 6))), SUNDAY) == "Sunday to Tuesday"
    assert due_text(target(OnWeekdays((0, 1, 6))), 0) == "Monday, Tuesday and Sunday"
    days = seen(OnWeekdays((0, 6)), first_weekday=SUNDAY).weekdays
    assert [day.word for day in days] == ["Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"]
    assert [day.weekday for day in days if day.on] == [6, 0]


def test_only_what_means_something_can_be_set():
    daily, weekly, nth = seen(EveryDay(), 3), seen(OnWeekdays((1,))), seen(EveryNthDay(2))
    assert (daily.kind, daily.times, daily.gap, daily.weekdays) == (1, "3 times a day", "", ())
    assert (weekly.kind, weekly.times, weekly.gap, len(weekly.weekdays)) == (2, "Once a day", "", 7)
    assert (nth.kind, nth.gap, nth.can_narrow, nth.can_widen) == (3, "Every second day", False, True)


def test_steppers_stop_at_their_ends():
    assert not seen(EveryNthDay(14)).can_widen
    assert (seen(EveryDay(), 1).can_lower, seen(EveryDay(), 12).can_raise) == (False, False)


def test_a_programme_is_shown_and_can_be_ended():
    view = seen(InProgramme("four-weeks", (0, 2)), 2)
    assert (view.kind, view.due, view.times) == (-1, "In a programme, twice", "")
    assert '"Not set" ends that' in view.about


def test_each_kind_begins_with_something_that_is_of_that_kind():
    assert [seen(rhythm_of_kind(kind)).kind for kind in range(len(KINDS))] == [0, 1, 2, 3]


def test_what_was_set_is_told_in_one_line():
    assert kept_text("Calf reset", target(EveryDay(), 3), 0) == "Calf reset is due: every day, 3 times."
    assert kept_text("Calf reset", target(OnWeekdays((0,))), 0) == "Calf reset is due: Monday."
    assert kept_text("Calf reset", None, 0) == "Calf reset is no longer due."
