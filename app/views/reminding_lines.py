"""Reminders and breaks from sitting in one line each: when they come. Knows no window and no clock."""

from datetime import time

from app.core.reminders.reminder import Reminder
from app.core.settings import Settings
from app.views import words
from app.views.targets import weekdays_text


def reminders_line(settings: Settings) -> str:
    """What is set, for Settings: "Monday to Friday at 12:30 and 17:00", "None", "3 reminders"."""
    on = [each for each in settings.reminders if each.enabled]
    if not on:
        return "All switched off" if settings.reminders else "None"
    if len(on) > 2:
        return words.count(len(on), "reminder")
    return "; ".join(when(each, settings.first_weekday) for each in on)


def breaks_line(settings: Settings) -> str:
    """What is set, for Settings: "Every 40 minutes, 9:00 to 17:00, Monday to Friday", or "Off"."""
    rules = settings.breaks
    if not rules.enabled or not rules.days:
        return "Off"
    hours = f"{clock_time(rules.start)} to {clock_time(rules.end)}"
    days = weekdays_text(rules.days, settings.first_weekday)
    return f"Every {rules.every_min} minutes, {hours}, {days if len(rules.days) < 7 else 'every day'}"


def clock_time(at: time) -> str:
    """As on a clock: "7:00", "12:30"."""
    return f"{at.hour}:{at.minute:02}"


def when(reminder: Reminder, first_weekday: int) -> str:
    return f"{weekdays_text(reminder.weekdays, first_weekday)} at {times_text(reminder)}"


def times_text(reminder: Reminder) -> str:
    return words.listing([clock_time(at) for at in sorted(set(reminder.times))])
