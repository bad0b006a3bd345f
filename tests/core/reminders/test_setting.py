"""Changes to a reminder keep it one that can be heard."""

from datetime import time

from app.core.reminders.reminder import MOST_REMINDERS, MOST_TIMES, Reminder
from app.core.reminders.setting import put, put_back, toggled, with_time, without_time

NOON, FIVE, NINE = time(12), time(17), time(9)
REMINDER = Reminder("a", (NOON, FIVE))


def test_a_time_comes_in_its_place():
    assert with_time(REMINDER, NINE).times == (NINE, NOON, FIVE)


def test_a_time_takes_the_place_of_another():
    assert with_time(REMINDER, NINE, instead_of=FIVE).times == (NINE, NOON)


def test_a_time_that_is_there_already_is_there_once():
    assert with_time(REMINDER, NOON).times == (NOON, FIVE)
    assert with_time(REMINDER, NOON, instead_of=FIVE).times == (NOON,)
    assert with_time(REMINDER, NOON, instead_of=NOON).times == (NOON, FIVE)


def test_there_are_no_more_than_twelve_times():
    full = Reminder("a", tuple(time(hour) for hour in range(MOST_TIMES)))
    assert with_time(full, time(23)) == full
    assert time(23) in with_time(full, time(23), instead_of=time(0)).times


def test_the_last_time_and_the_last_day_stay():
    assert without_time(REMINDER, NOON).times == (FIVE,)
    assert without_time(without_time(REMINDER, NOON), FIVE).times == (FIVE,)
    assert toggled((3,), 3) == (3,)


def test_days_stay_in_the_order_of_the_week():
    assert toggled((2, 4), 0) == (0, 2, 4)
    assert toggled((0, 2, 4), 2) == (0, 4)


def test_a_changed_reminder_keeps_its_place_and_a_new_one_is_the_last():
    other = Reminder("b", (NINE,))
    changed = with_time(REMINDER, NINE)
    assert put((REMINDER, other), changed) == (changed, other)
    assert put((REMINDER,), other) == (REMINDER, other)


def test_what_was_deleted_comes_back_to_its_place_while_there_is_room():
    other = Reminder("b", (NINE,))
    assert put_back((other,), REMINDER, 0) == (REMINDER, other)
    assert put_back((), REMINDER, 3) == (REMINDER,)
    full = (other,) * MOST_REMINDERS
    assert put_back(full, REMINDER, 0) == full
