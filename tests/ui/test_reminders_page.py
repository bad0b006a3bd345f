"""Reminders and breaks from sitting are set by hand and by keyboard, saved at once, and can be taken back."""

from datetime import time

from msgspec import structs

from app.core.breaks.rules import BreakRules
from app.core.hours import Hours
from app.core.reminders.reminder import Reminder
from app.demo import HELD_BACK, MOMENT
from app.ui.focus import focused
from app.ui.screens.breaks import BreaksScreen
from app.ui.screens.reminders import ReminderLine, RemindersScreen, ReminderTime
from app.ui.screens.settings import SettingLine, SettingsScreen
from app.ui.screens.target import WeekdayButton
from app.ui.shots import REMINDERS
from app.ui.widgets.button import IconButton
from app.ui.widgets.controls import Toggle
from app.ui.widgets.modal import topmost
from app.views.breaks import held_back_line

SINCE = MOMENT.replace(tzinfo=None)


def touch(here, words: str) -> None:
    button = here.button(words)
    here.bring_into_sight(button)
    here.touch_at(button)


def toggle(here, key: str) -> None:
    line = next(line for line in here.widgets(SettingLine) if line.item.key == key)
    switch = next(widget for widget in line.walk(restrict=True) if isinstance(widget, Toggle))
    here.bring_into_sight(switch)
    here.touch_at(switch)


def test_settings_lead_to_both_pages_and_back(visit):
    here = visit("settings")
    for title, page in (("Reminders", RemindersScreen), ("Breaks from sitting", BreaksScreen)):
        touch(here, title)
        assert isinstance(here.screen, page)
        here.press("escape")
        assert isinstance(here.screen, SettingsScreen)


def test_a_reminder_is_added_by_hand(visit):
    here = visit("reminders-new")
    here.touch("Add a reminder")
    here.touch("Done")
    assert here.settings.reminders == (Reminder("demo", (time(12, 30),), since=SINCE),)
    here.touch_at(next(day for day in here.widgets(WeekdayButton) if day.item.name == "Sunday"))
    touch(here, "Whatever is due")
    touch(here, "Back ease")
    touch(here, "Close")
    assert here.settings.reminders == (
        Reminder("demo", (time(12, 30),), (0, 1, 2, 3, 4, 5), "back-ease", since=SINCE),
    )
    here.press("escape")
    assert here.says("Monday to Saturday at 12:30")


def test_a_reminder_can_be_for_a_glass_of_water_and_for_stretching_again(visit):
    here = visit("reminder")
    touch(here, "Whatever is due")
    touch(here, "A glass of water")
    assert here.says("A glass of water")
    assert here.settings.reminders[0].about == "water"
    touch(here, "A glass of water")
    touch(here, "Back ease")
    assert (here.settings.reminders[0].about, here.settings.reminders[0].routine) == ("stretch", "back-ease")


def tab_to(here, words: str) -> None:
    for _ in range(20):
        if (here_now := focused()) is not None and here_now is here.button(words):
            return
        here.press("tab")
    raise AssertionError(f"Tab never comes to {words}")


def test_a_reminder_is_added_by_keyboard(visit):
    here = visit("reminders-new")
    tab_to(here, "Add a reminder")
    here.press("enter")
    tab_to(here, "Done")
    here.press("enter")
    assert here.settings.reminders == (Reminder("demo", (time(12, 30),), since=SINCE),)
    assert here.says("Every day at 12:30")
    here.press("escape")
    assert topmost() is None


def test_times_come_and_go(visit):
    here = visit("reminder")
    touch(here, "Add a time")
    here.touch_at(next(widget for widget in here.widgets(IconButton) if widget.label == "Later"))
    here.touch("Done")
    assert here.settings.reminders[0].times == (time(12, 30), time(13, 30), time(17))
    touch(here, "Remove 12:30")
    touch(here, "Remove 13:30")
    assert here.settings.reminders[0].times == (time(17),)
    assert here.settings.reminders[0].since == SINCE
    assert [item.item.can_remove for item in here.widgets(ReminderTime)] == [False]


def test_a_time_is_changed_by_a_press_on_it(visit):
    here = visit("reminder")
    touch(here, "17:00")
    here.touch_at(next(widget for widget in here.widgets(IconButton) if widget.label == "Earlier"))
    here.touch("Done")
    assert here.settings.reminders[0].times == (time(12, 30), time(16))


def test_a_look_alone_changes_nothing(visit):
    here = visit("reminder")
    touch(here, "17:00")
    here.touch("Done")
    touch(here, "Close")
    assert here.settings.reminders == REMINDERS


def test_what_is_deleted_can_be_brought_back_as_it_was(visit):
    here = visit("reminder")
    touch(here, "Delete it")
    assert [each.id for each in here.settings.reminders] == ["evening", "weekend"]
    here.touch("Undo")
    assert here.settings.reminders == REMINDERS
    assert len(list(here.widgets(ReminderLine))) == 3


def test_what_is_deleted_comes_back_among_what_was_changed_since(visit):
    here = visit("reminder")
    touch(here, "Delete it")
    toggle(here, "quiet")
    here.press("escape")
    assert here.says("Every day at 20:30")
    here.touch("Undo")
    assert here.settings.reminders == REMINDERS
    assert here.settings.quiet_hours == Hours(time(22), time(7))
    assert here.says("Monday to Friday at 12:30 and 17:00; Every day at 20:30")


def test_undo_brings_the_systems_call_back_as_well(visit):
    here = visit("reminders-new")
    call = here.shell.house.system_call
    here.touch("Add a reminder")
    here.touch("Done")
    touch(here, "Close")
    toggle(here, "call")
    assert call.told == here.settings
    here.touch("12:30")
    touch(here, "Delete it")
    assert call.told is None
    here.touch("Undo")
    assert call.told == here.settings


def test_a_reminder_switched_on_again_speaks_of_what_is_to_come(visit):
    here = visit("reminders")
    weekend = list(here.widgets(ReminderLine))[2]
    switch = next(widget for widget in weekend.walk(restrict=True) if isinstance(widget, Toggle))
    here.touch_at(switch)
    assert here.settings.reminders[2] == structs.replace(REMINDERS[2], enabled=True, since=SINCE)
    here.touch_at(switch)
    assert not here.settings.reminders[2].enabled


def test_the_system_calls_at_the_new_times(visit):
    here = visit("reminders")
    call = here.shell.house.system_call
    toggle(here, "call")
    assert here.says("systemd user timer")
    toggle(here, "quiet")
    assert call.told == here.settings
    assert here.settings.quiet_hours is None
    toggle(here, "call")
    assert call.told is None


def test_a_call_that_was_not_switched_on_stays_off(visit):
    here = visit("reminders")
    toggle(here, "quiet")
    assert here.shell.house.system_call.told is None


def test_why_the_system_refuses_is_said_and_the_switch_stays_off(visit):
    here = visit("reminders")
    here.shell.house.system_call.trouble = "The system's scheduler refused: no bus."
    toggle(here, "call")
    assert here.says("The system's scheduler refused: no bus.")
    assert here.screen.view.call.value == 0
    here.shell.house.system_call.trouble = ""
    toggle(here, "call")
    assert here.screen.view.call.value == 1
    assert not here.says("refused")


def test_quiet_hours_are_set_by_two_times(visit):
    here = visit("reminders-new")
    toggle(here, "quiet")
    assert here.settings.quiet_hours == Hours(time(22), time(7))
    touch(here, "From")
    here.touch_at(next(widget for widget in here.widgets(IconButton) if widget.label == "Earlier"))
    here.touch("Done")
    assert here.settings.quiet_hours == Hours(time(21), time(7))


def test_settings_that_cannot_be_saved_say_so_on_the_page(visit):
    here = visit("reminders")
    here.settings_trouble = "settings.json: the disk is full."
    toggle(here, "quiet")
    assert here.says("the disk is full")


def test_breaks_are_set_on_their_page(visit):
    here = visit("settings")
    touch(here, "Breaks from sitting")
    assert not here.says("After sitting for")
    toggle(here, "enabled")
    line = next(line for line in here.widgets(SettingLine) if line.item.key == "every_min")
    more = next(widget for widget in line.walk(restrict=True) if getattr(widget, "label", "") == "More")
    here.touch_at(more)
    touch(here, "To")
    here.touch_at(next(widget for widget in here.widgets(IconButton) if widget.label == "Later"))
    here.touch("Done")
    friday = next(day for day in here.widgets(WeekdayButton) if day.item.name == "Friday")
    here.bring_into_sight(friday)
    here.touch_at(friday)
    assert here.settings.breaks == BreakRules(True, 45, (0, 1, 2, 3), time(9), time(18))
    here.press("escape")
    assert here.says("Every 45 minutes, 9:00 to 18:00, Monday to Thursday")


def test_what_was_held_back_is_listed_with_its_reason(visit):
    here = visit("breaks")
    assert [text for text in here.texts() if text in map(held_back_line, HELD_BACK)] == [
        held_back_line(each) for each in reversed(HELD_BACK)
    ]
