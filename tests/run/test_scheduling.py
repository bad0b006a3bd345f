"""The switch of the system's scheduler."""

from datetime import time

import pytest
from msgspec import structs

from app.core.ports import Health, RecordError
from app.core.reminders.reminder import Reminder
from app.core.settings import Settings
from app.run.home import RunError
from app.run.scheduling import SystemCalls, follow_reminders, switch_scheduler
from tests.adapters.scheduler.fake import FakeScheduler

MORNINGS = Settings(reminders=(Reminder("a", (time(7, 30),)),))
EVENINGS = Settings(reminders=(Reminder("a", (time(18),)),))


@pytest.fixture
def scheduler() -> FakeScheduler:
    return FakeScheduler()


def hours(scheduler: FakeScheduler) -> list[int]:
    return [each.at.hour for each in scheduler.times]


def test_the_switch_tells_how_it_stands_afterwards(scheduler):
    assert switch_scheduler(scheduler, MORNINGS, on=True).state == "on"
    assert hours(scheduler) == [7]
    assert switch_scheduler(scheduler, MORNINGS, on=False).state == "off"


def test_without_a_reminder_there_is_nothing_to_call_for(scheduler):
    switch_scheduler(scheduler, MORNINGS, on=True)
    assert switch_scheduler(scheduler, Settings(), on=True).state == "off"


def test_changed_reminders_are_followed_if_it_is_on(scheduler):
    assert follow_reminders(scheduler, MORNINGS).state == "off"
    switch_scheduler(scheduler, MORNINGS, on=True)
    follow_reminders(scheduler, EVENINGS)
    assert hours(scheduler) == [18]
    off = structs.replace(EVENINGS.reminders[0], enabled=False)
    assert follow_reminders(scheduler, Settings(reminders=(off,))).state == "off"


def test_a_refusal_is_one_line(scheduler):
    scheduler.refusal = "Access is denied."
    with pytest.raises(RunError, match=r"^The system's scheduler refused: Access is denied\.$"):
        switch_scheduler(scheduler, MORNINGS, on=True)


def test_the_windows_switch_tells_what_the_machine_lacks(scheduler, monkeypatch):
    calls = SystemCalls(lambda: scheduler)
    assert calls.switch(MORNINGS, on=True).why == ""
    limits = Health("scheduler", works=False, by="autostart at login", why="it calls at login only")
    monkeypatch.setattr(scheduler, "health", lambda: limits)
    found = calls.state()
    assert (found.state, found.why) == ("on", "it calls at login only")
    assert calls.switch(MORNINGS, on=False).state == "off"


def test_the_windows_switch_tells_why_it_was_refused(scheduler):
    scheduler.refusal = "Access is denied."
    with pytest.raises(RecordError, match="Access is denied"):
        SystemCalls(lambda: scheduler).switch(MORNINGS, on=True)
