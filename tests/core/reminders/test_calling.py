"""When the system's scheduler has to call."""

from datetime import datetime, time

import pytest

from app.core.hours import Hours
from app.core.reminders.calling import call_times
from app.core.reminders.reminder import Plan, Reminder

ALL = (0, 1, 2, 3, 4, 5, 6)
WORKDAYS = (0, 1, 2, 3, 4)
NIGHT = Hours(time(22), time(7))


def called(plan: Plan) -> list[tuple[str, tuple[int, ...]]]:
    return [(f"{each.at:%H:%M}", each.weekdays) for each in call_times(plan)]


@pytest.mark.parametrize(
    ("plan", "times"),
    [
        (Plan(), []),
        (Plan((Reminder("a", (time(7, 30),), enabled=False),), NIGHT), []),
        (
            Plan((Reminder("a", (time(18), time(7, 30)), WORKDAYS), Reminder("b", (time(18),), (6,)))),
            [("07:30", WORKDAYS), ("18:00", (0, 1, 2, 3, 4, 6))],
        ),
        # set on a day far ahead: it is called for all the same, and says nothing until then
        (Plan((Reminder("a", (time(9),), (2,), since=datetime(2999, 1, 1)),)), [("09:00", (2,))]),
        # 5:00 is heard at the end of quiet hours, and so may be what was slept through
        (
            Plan((Reminder("a", (time(7, 30),), WORKDAYS), Reminder("b", (time(5),), (6,))), NIGHT),
            [("07:00", ALL), ("07:30", WORKDAYS)],
        ),
        # 23:00 is never heard: its day is over before it stops being quiet
        (Plan((Reminder("a", (time(23),)),), NIGHT), []),
        # quiet until 2:00 of the next date, still before the day ends at 4:00
        (
            Plan((Reminder("a", (time(23),), (6,)),), Hours(time(22), time(2))),
            [("02:00", ALL), ("03:00", (0,))],
        ),
        # 2:30 does not exist in one night of the year: then 3:00 has to do
        (Plan((Reminder("a", (time(2, 30),), (6,)),)), [("02:30", (6,)), ("03:00", (6,))]),
        (Plan((Reminder("a", (time(9),)),), Hours(time(9), time(9))), [("09:00", ALL)]),
    ],
)
def test_the_times_to_call_at(plan, times):
    assert called(plan) == times
