"""One week, minute by minute, against what was written down for it by hand."""

from datetime import UTC, date, datetime, time, timedelta

from app.core.breaks.rules import BreakRules
from app.core.breaks.sitting import (
    BreakHeldBack,
    BreakOffered,
    BreakOver,
    Conditions,
    IntervalAsked,
    Sitting,
    answer,
    look,
)
from app.core.day_mark import DayMark
from app.core.hours import Hours
from app.core.reminders.memory import with_skipped, with_snoozed
from app.core.reminders.reminder import Plan, Reminder
from app.core.target import EveryDay, Target
from tests.core.reminders.week import Life, Stay, lived, minutes

MONDAY = datetime(2027, 3, 21, 23, tzinfo=UTC)
"""Midnight in Berlin (UTC+1) on Monday 22 March 2027. New York is 5 hours behind it, at UTC−4."""
SET = datetime(2027, 3, 22)

PLAN = Plan(
    reminders=(
        Reminder("calves", (time(7, 30), time(18, 30)), routine="calf-reset", since=SET),
        Reminder("noon", (time(12),), weekdays=(0, 1, 2, 3, 4), since=SET),
        Reminder("cramps", (time(2, 30),), weekdays=(6,), routine="night-calves", since=SET),
    ),
    quiet=Hours(time(22), time(2)),
    day_start_h=4,
)


def utc(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2027, 3, day, hour, minute, tzinfo=UTC)


LIFE = Life(
    stays=(
        Stay(MONDAY, "Europe/Berlin"),
        Stay(utc(25, 9), "America/New_York"),  # Thursday 10:00 in Berlin becomes 5:00
        Stay(utc(27, 10), "Europe/Berlin"),  # Saturday 6:00 in New York becomes 11:00
        Stay(utc(28, 11), "Europe/Berlin", timedelta(hours=-6)),  # Sunday 13:00 is set back to 7:00
    ),
    asleep=(
        (utc(22, 23), utc(23, 8, 10)),  # Tuesday 0:00 to 9:10 in Berlin
        (utc(26, 11), utc(27, 0)),  # Friday 7:00 to 20:00 in New York
    ),
    done=(
        (utc(22, 6, 45), "calf-reset"),  # Monday 7:45
        (utc(22, 17, 40), "calf-reset"),  # Monday 18:40
        (utc(25, 12), "calf-reset"),  # Thursday 8:00 in New York
        (utc(27, 0, 5), "calf-reset"),  # Friday 20:05 in New York
        (utc(27, 0, 10), "calf-reset"),  # Friday 20:10
        (utc(27, 10, 20), "calf-reset"),  # Saturday 11:20 in Berlin
        (utc(27, 10, 40), "calf-reset"),  # Saturday 11:40
    ),
    marks=(DayMark(date(2027, 3, 24), "unwell"),),
    targets=(Target("calf-reset", EveryDay(), start=date(2027, 3, 1), times=2),),
)

ON_PAPER = [
    # wall clock, offset, for what, which times it stands for
    ("Mon 07:30", 1, "calf-reset", ["07:30"]),
    ("Mon 12:00", 1, None, ["12:00"]),  # one of two is done
    ("Mon 18:30", 1, "calf-reset", ["18:30"]),
    ("Tue 09:10", 1, "calf-reset", ["07:30"]),  # slept through; put off by the person
    ("Tue 09:20", 1, "calf-reset", ["07:30"]),  # and now left out for the rest of the day
    ("Tue 12:00", 1, None, ["12:00"]),
    # Wednesday is a day unwell
    ("Thu 07:30", 1, "calf-reset", ["07:30"]),  # in Berlin; at 7:30 in New York not again
    ("Thu 12:00", -4, None, ["12:00"]),
    ("Thu 18:30", -4, "calf-reset", ["18:30"]),
    ("Fri 20:00", -4, "calf-reset", ["07:30", "12:00", "18:30"]),  # all that was slept through, once
    ("Sat 11:00", 1, "calf-reset", ["07:30"]),  # the flight left 7:30 out; 18:30 is not owed any more
    ("Sun 03:00", 2, "night-calves", ["02:30"]),  # 2:30 does not exist
    ("Sun 07:30", 2, "calf-reset", ["07:30"]),  # set back from 13:00 to 7:00: not again
    ("Sun 18:30", 2, "calf-reset", ["18:30"]),
]


def test_a_week_of_sleep_journeys_and_changed_clocks_brings_what_is_on_paper():
    answers = {
        3: lambda memory, notice, now: with_snoozed(memory, notice.occurrences, now),
        4: lambda memory, notice, now: with_skipped(memory, notice.reminders, now.date()),
    }
    heard = [
        (
            f"{now:%a %H:%M}",
            now.utcoffset() // timedelta(hours=1),
            notice.routine,
            [f"{each.time:%H:%M}" for each in notice.occurrences],
        )
        for now, notice in lived(LIFE, PLAN, minutes(MONDAY, 7), answers)
    ]
    assert heard == ON_PAPER


BREAKS = BreakRules(enabled=True, every_min=40, days=(0, 3), start=time(9), end=time(11))
CALL = (utc(22, 8, 30), utc(22, 9, 5))
"""Monday 9:30 to 10:05."""
COFFEE = (utc(22, 9, 47), utc(22, 9, 50))
"""Monday 10:47 to 10:50."""

BREAKS_ON_PAPER = [
    # Looked at once a minute: that of 8:59 to 9:00 is the first to count, so 40 are full at 9:39.
    ("Mon 09:39", BreakHeldBack),  # in a call, until 10:05
    ("Mon 10:05", BreakOffered),  # and taken: 40 minutes begin anew
    ("Mon 10:45", BreakOffered),
    ("Mon 10:49", BreakOver),  # two minutes away by themselves; 11:00 comes before the next 40 are full
    # On Thursday at 10:00 it is suddenly 5:00, and 9:00 to 11:00 comes once more, in New York.
    ("Thu 09:39", BreakOffered),
    ("Thu 09:49", BreakOver),  # nobody answered for ten minutes
    ("Thu 09:39", BreakOffered),
    ("Thu 09:49", BreakOver),
    ("Thu 10:29", BreakOffered),
    ("Thu 10:39", BreakOver),
    ("Thu 10:39", IntervalAsked),  # two in a row in New York; the one in Berlin was before the hours ended
]


def test_breaks_from_sitting_in_the_same_week():
    sitting, seen = Sitting(), []
    for moment in minutes(MONDAY, 7):
        if not LIFE.is_awake(moment):
            continue
        now = LIFE.now(moment)
        away = COFFEE[0] <= moment < COFFEE[1]
        idle_s = (moment - COFFEE[0]).total_seconds() if away else 5.0
        busy = Conditions(camera=CALL[0] <= moment < CALL[1])
        sitting, events = look(sitting, BREAKS, now, idle_s, busy)
        seen += [(f"{now:%a %H:%M}", type(event)) for event in events]
        if len(seen) == 2 and sitting.offered_at is not None:
            sitting, _ = answer(sitting, BREAKS, "taken", now)
    assert seen == BREAKS_ON_PAPER
    assert [(f"{each.at:%a %H:%M}", each.reasons) for each in sitting.held_back] == [
        ("Mon 09:39", ("camera",))
    ]
