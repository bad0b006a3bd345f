"""Changes to reminders, one at a time. Knows no clock: who calls says when, by `changed`."""

from collections.abc import Collection
from datetime import time

from msgspec import structs

from app.core.days import Weekday
from app.core.hours import Hours
from app.core.reminders.reminder import ALL_WEEK, MOST_REMINDERS, MOST_TIMES, Reminder

FIRST_TIME = time(12, 30)
"""Where the choice of a time begins."""
QUIET_AT_FIRST = Hours(time(22), time(7))


def with_time(reminder: Reminder, at: time, instead_of: time | None = None) -> Reminder:
    """Heard at `at` as well, or in the place of another time; with twelve times already it stays as it is."""
    times = tuple(sorted({*reminder.times, at} - ({instead_of} if instead_of != at else set())))
    return structs.replace(reminder, times=times) if len(times) <= MOST_TIMES else reminder


def without_time(reminder: Reminder, at: time) -> Reminder:
    """The last time stays: a reminder without any would be none."""
    times = tuple(each for each in reminder.times if each != at)
    return structs.replace(reminder, times=times) if times else reminder


def toggled(weekdays: Collection[int], weekday: int) -> tuple[Weekday, ...]:
    """With `weekday` taken in or out, in the order of the week; the last one stays."""
    chosen = {*weekdays} ^ {weekday}
    return tuple(day for day in ALL_WEEK if day in (chosen or weekdays))


def put(reminders: tuple[Reminder, ...], reminder: Reminder) -> tuple[Reminder, ...]:
    """In the place of the one with its id, or as the last."""
    if all(each.id != reminder.id for each in reminders):
        return (*reminders, reminder)
    return tuple(reminder if each.id == reminder.id else each for each in reminders)


def put_back(reminders: tuple[Reminder, ...], reminder: Reminder, place: int) -> tuple[Reminder, ...]:
    """At its place again, among what is there by now; where twenty others are, it stays away."""
    return (
        (*reminders[:place], reminder, *reminders[place:]) if len(reminders) < MOST_REMINDERS else reminders
    )
