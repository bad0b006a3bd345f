"""What a reminder is, and one time at which it is to be heard. Knows no clock and no diary."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Annotated, Literal

from msgspec import Meta, Struct, structs

from app.core.days import Weekday
from app.core.hours import Hours, WallTime

ALL_WEEK: tuple[Weekday, ...] = (0, 1, 2, 3, 4, 5, 6)
MOST_TIMES = 12
MOST_REMINDERS = 20

ReminderId = Annotated[str, Meta(min_length=1, max_length=40)]
About = Literal["stretch", "water", "posture"]
RoutineId = Annotated[str, Meta(min_length=1, max_length=80)]


class Reminder(Struct, frozen=True):
    """Calls at each of `times` on each of `weekdays` (Monday = 0), for one routine or, with None, for any.

    `since` is the wall-clock moment at which it was made or last changed: what would have been heard before
    it never is. Someone who at 20:00 asks for 08:00 does not mean this morning. One about water or posture has no
    routine, and nothing has to be owed for it.
    """

    id: ReminderId
    times: Annotated[tuple[WallTime, ...], Meta(min_length=1, max_length=MOST_TIMES)]
    weekdays: Annotated[tuple[Weekday, ...], Meta(min_length=1, max_length=7)] = ALL_WEEK
    routine: RoutineId | None = None
    enabled: bool = True
    since: Annotated[datetime, Meta(tz=False)] | None = None
    about: About = "stretch"


Reminders = Annotated[tuple[Reminder, ...], Meta(max_length=MOST_REMINDERS)]


class Occurrence(Struct, frozen=True, order=True, array_like=True):
    """One time of one reminder on one date of the wall clock: it is heard once, in whatever time zone."""

    date: date
    time: WallTime
    reminder: ReminderId

    @property
    def at(self) -> datetime:
        """By the wall clock."""
        return datetime.combine(self.date, self.time)


class Plan(Struct, frozen=True):
    """All that was asked for. `day_start_h` is the hour at which a day begins, from 0 to 6."""

    reminders: tuple[Reminder, ...] = ()
    quiet: Hours | None = None
    day_start_h: int = 4

    def find(self, reminder: str) -> Reminder | None:
        return next((each for each in self.reminders if each.id == reminder), None)


def changed(reminder: Reminder, now: datetime) -> Reminder:
    """The reminder as it was just set, or switched on again: it speaks of what is to come, not of this morning."""
    return structs.replace(reminder, since=now.replace(tzinfo=None))


def occurrences(reminder: Reminder, first: date, days: int) -> Iterator[Occurrence]:
    """Those on `days` dates from `first` on, in order; none if it is switched off."""
    if not reminder.enabled:
        return
    times = sorted(set(reminder.times))
    for number in range(days):
        day = first + timedelta(days=number)
        if day.weekday() in reminder.weekdays:
            for each in times:
                found = Occurrence(day, each, reminder.id)
                if reminder.since is None or found.at >= reminder.since:
                    yield found
