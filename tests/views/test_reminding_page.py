"""What is said of reminders and of breaks from sitting where they are set."""

from datetime import UTC, datetime, time, timedelta

import pytest
from msgspec import structs

from app.core.breaks.rules import BreakRules
from app.core.breaks.sitting import HeldBack
from app.core.hours import Hours
from app.core.ports import Scheduled
from app.core.reminders.reminder import ALL_WEEK, Reminder
from app.core.settings import Settings
from app.views.reminding_lines import breaks_line, reminders_line
from app.views.reminding_page import (
    ANYTHING,
    NO_TIME_AT_ALL,
    NOTHING_HELD_BACK,
    breaks_view,
    reminder_view,
    reminders_view,
)

WEEKDAYS = (0, 1, 2, 3, 4)
WORK = Reminder("work", (time(17), time(12, 30)), WEEKDAYS)
NIGHT = Reminder("night", (time(7, 5),), routine="calf-reset")
OFF = Scheduled("off", "systemd user timer")


def name(routine: str) -> str:
    return {"calf-reset": "Calf reset"}.get(routine, routine)


@pytest.mark.parametrize(
    ("reminders", "line"),
    [
        ((), "None"),
        ((structs.replace(WORK, enabled=False),), "All switched off"),
        ((WORK,), "Monday to Friday at 12:30 and 17:00"),
        ((WORK, NIGHT), "Monday to Friday at 12:30 and 17:00; Every day at 7:05"),
        ((WORK, NIGHT, structs.replace(NIGHT, id="third")), "3 reminders"),
    ],
)
def test_settings_say_what_is_set(reminders, line):
    assert reminders_line(Settings(reminders=reminders)) == line


@pytest.mark.parametrize(
    ("rules", "line"),
    [
        (BreakRules(), "Off"),
        (BreakRules(enabled=True), "Every 40 minutes, 9:00 to 17:00, Monday to Friday"),
        (BreakRules(enabled=True, days=ALL_WEEK), "Every 40 minutes, 9:00 to 17:00, every day"),
        (BreakRules(enabled=True, days=()), "Off"),
    ],
)
def test_settings_say_when_breaks_come(rules, line):
    assert breaks_line(Settings(breaks=rules)) == line


def test_a_row_says_when_and_what_for():
    rows = reminders_view(Settings(reminders=(WORK, NIGHT)), name, OFF).rows
    assert [(row.times, row.days, row.routine) for row in rows] == [
        ("12:30 and 17:00", "Monday to Friday", ANYTHING),
        ("7:05", "Every day", "Calf reset"),
    ]


def test_the_sheet_keeps_the_last_time():
    assert [item.can_remove for item in reminder_view(WORK, 0, name).times] == [True, True]
    assert [item.can_remove for item in reminder_view(NIGHT, 0, name).times] == [False]


def test_the_days_begin_as_the_week_does():
    assert [item.word for item in reminder_view(WORK, 6, name).weekdays][:2] == ["Su", "Mo"]


@pytest.mark.parametrize(
    ("called", "reminders", "installed", "can_press", "note"),
    [
        (None, (WORK,), False, False, "Asking"),
        (OFF, (), False, False, "nothing to call for"),
        (OFF, (structs.replace(WORK, enabled=False),), False, False, "nothing to call for"),
        (OFF, (WORK,), False, True, "only while the window is open"),
        (Scheduled("on", "launchd"), (WORK,), True, True, "(launchd)."),
        (Scheduled("on", "autostart", "at login only"), (WORK,), True, True, " At login only."),
        (Scheduled("broken", "launchd", "it was unloaded."), (), True, True, "call: it was unloaded. Switch"),
    ],
)
def test_the_switch_shows_how_the_call_really_stands(called, reminders, installed, can_press, note):
    row = reminders_view(Settings(reminders=reminders), name, called).call
    assert (row.value, row.enabled) == (installed, can_press)
    assert note in row.note


def test_quiet_hours_have_times_only_while_there_are_any():
    assert reminders_view(Settings(), name, OFF).quiet_times == ()
    view = reminders_view(Settings(quiet_hours=Hours(time(22), time(7))), name, OFF)
    assert [row.text for row in view.quiet_times] == ["22:00", "7:00"]


def test_hours_that_end_when_they_begin_say_so():
    nine = Hours(time(9), time(9))
    assert reminders_view(Settings(quiet_hours=nine), name, OFF).quiet.note == NO_TIME_AT_ALL
    assert breaks_view(BreakRules(end=time(9)), 0, ()).hours_note == NO_TIME_AT_ALL
    assert breaks_view(BreakRules(), 0, ()).hours_note == ""


@pytest.mark.parametrize(
    ("minutes", "lower", "higher"), [(20, False, True), (40, True, True), (90, True, False)]
)
def test_minutes_stop_at_their_ends(minutes, lower, higher):
    every = breaks_view(BreakRules(every_min=minutes), 0, ()).every
    assert (every.text, every.can_lower, every.can_raise) == (f"{minutes} minutes", lower, higher)


def test_the_last_ten_that_were_held_back_are_listed_the_latest_first():
    monday = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
    held = [HeldBack(monday + timedelta(minutes=number), ("camera",)) for number in range(12)]
    listed = breaks_view(BreakRules(enabled=True), 0, held).held_back
    assert len(listed) == 10
    assert listed[0] == "Monday 9:11: the camera was in use"
    assert breaks_view(BreakRules(), 0, ()).held_back == (NOTHING_HELD_BACK,)
