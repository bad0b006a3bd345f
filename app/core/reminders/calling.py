"""When the system's scheduler has to call for reminders to be heard in time. Knows no scheduler and no clock."""

from datetime import date, time

from msgspec import structs

from app.core.ports import CallTime
from app.core.reminders.reminder import Plan, occurrences
from app.core.reminders.reminding import heard_at

A_MONDAY = date(2026, 1, 5)
WEEK = 7
SMALL_HOURS_END = time(4)
"""Clocks are changed in the hours before it."""


def call_times(plan: Plan) -> tuple[CallTime, ...]:
    """The times of all reminders, each with its weekdays, the earliest first; without reminders none.

    What falls into quiet hours is called for at their end; and so is what was slept through until then, on
    every day. 7:30 on weekdays and 5:00 on Sundays, quiet from 22:00 to 7:00, are 7:30 from Monday to Friday
    and 7:00 on every day.

    In the small hours the next full hour is called for as well: a scheduler leaves out a time that does not
    exist, as 2:30 on the night in which 2:00 is followed by 3:00.
    """
    days: dict[time, set[int]] = {}
    for reminder in plan.reminders:
        for each in occurrences(structs.replace(reminder, since=None), A_MONDAY, WEEK):
            heard = heard_at(plan, each)
            if heard is not None:
                days.setdefault(heard.time(), set()).add(heard.weekday())
    for at in [at for at in days if at < SMALL_HOURS_END]:
        days.setdefault(time(at.hour + 1), set()).update(days[at])
    if days and plan.quiet is not None and plan.quiet.start != plan.quiet.end:
        days[plan.quiet.end] = set(range(WEEK))
    return tuple(CallTime(at, tuple(sorted(weekdays))) for at, weekdays in sorted(days.items()))
