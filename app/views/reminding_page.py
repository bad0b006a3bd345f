"""The pages of reminders and of breaks from sitting. Knows no window and no clock."""

from collections.abc import Callable, Sequence
from datetime import time

from msgspec import Struct

from app.core.breaks.rules import LONGEST_MIN, SHORTEST_MIN, BreakRules
from app.core.breaks.sitting import HeldBack
from app.core.hours import Hours
from app.core.ladder import Ladder
from app.core.ports import Scheduled
from app.core.reminders.calling import call_times
from app.core.reminders.reminder import MOST_REMINDERS, MOST_TIMES, Reminder
from app.core.settings import Settings
from app.views import words
from app.views.breaks import held_back_line
from app.views.reminders import BESIDES
from app.views.reminding_lines import clock_time, times_text, when
from app.views.settings import SettingRow
from app.views.targets import WeekdayItem, weekday_items, weekdays_text

EVERY: Ladder[int] = Ladder(tuple(range(SHORTEST_MIN, LONGEST_MIN + 1, 5)))
"""Minutes of sitting between two breaks."""
ANYTHING = "Whatever is due"
NONE_YET = "A reminder speaks only while something is still to be done, and never on a day you marked as off."
NO_TIME_AT_ALL = "They end when they begin: that is no time at all."
NOTHING_HELD_BACK = "Nothing, since Soleus was opened."
DELETED = "The reminder is deleted."
SHOWN_BACK = 10
"""How many of the breaks that were held back are listed."""

Name = Callable[[str], str]
"""The name of a routine by its id."""


class ReminderRow(Struct, frozen=True):
    """One reminder in the list."""

    id: str
    times: str
    days: str
    routine: str
    on: bool


class TimeRow(Struct, frozen=True):
    """A time of day that a press changes: `key` says which."""

    key: str
    label: str
    text: str


class TimeItem(Struct, frozen=True):
    """One time of a reminder."""

    at: time
    text: str
    can_remove: bool
    remove_word: str


class RemindersView(Struct, frozen=True):
    about: str
    rows: tuple[ReminderRow, ...]
    can_add: bool
    quiet: SettingRow
    quiet_times: tuple[TimeRow, ...]
    call: SettingRow
    trouble: str


class ReminderView(Struct, frozen=True):
    """The sheet of one reminder."""

    when: str
    times: tuple[TimeItem, ...]
    can_add: bool
    weekdays: tuple[WeekdayItem, ...]
    routine: str


class BreaksView(Struct, frozen=True):
    """`on` is whether they are wanted: without that nothing else means anything. `every` are its minutes."""

    on: bool
    switch: SettingRow
    every: SettingRow
    hours: tuple[TimeRow, ...]
    hours_note: str
    weekdays: tuple[WeekdayItem, ...]
    held_back: tuple[str, ...]
    trouble: str


def reminders_view(
    settings: Settings, name: Name, called: Scheduled | None, *, trouble: str = ""
) -> RemindersView:
    """`called` is whether the system calls while Soleus is closed, None while that is not known yet."""
    return RemindersView(
        about="" if settings.reminders else NONE_YET,
        rows=tuple(_row(each, settings.first_weekday, name) for each in settings.reminders),
        can_add=len(settings.reminders) < MOST_REMINDERS,
        quiet=_quiet(settings.quiet_hours),
        quiet_times=_hours("quiet", settings.quiet_hours) if settings.quiet_hours else (),
        call=_call(called, wanted=bool(call_times(settings.reminding))),
        trouble=trouble,
    )


def reminder_view(reminder: Reminder, first_weekday: int, name: Name) -> ReminderView:
    several = len(reminder.times) > 1
    return ReminderView(
        when=when(reminder, first_weekday),
        times=tuple(
            TimeItem(at, clock_time(at), several, f"Remove {clock_time(at)}") for at in sorted(reminder.times)
        ),
        can_add=len(reminder.times) < MOST_TIMES,
        weekdays=weekday_items(reminder.weekdays, first_weekday),
        routine=_routine(reminder, name),
    )


def breaks_view(
    rules: BreakRules, first_weekday: int, held_back: Sequence[HeldBack], *, trouble: str = ""
) -> BreaksView:
    """Of what was held back the latest comes first."""
    every = rules.every_min
    latest = [held_back_line(each) for each in reversed(held_back[-SHOWN_BACK:])]
    return BreaksView(
        on=rules.enabled,
        switch=SettingRow(
            "enabled",
            "switch",
            "Offer breaks",
            "One standing move of about a minute when you have sat for long, while Soleus is open.",
            rules.enabled,
        ),
        every=SettingRow(
            "every_min",
            "stepper",
            "After sitting for",
            "Two minutes away from the machine count as a break.",
            text=words.count(every, "minute"),
            can_lower=EVERY.moved(every, -1) != every,
            can_raise=EVERY.moved(every, 1) != every,
        ),
        hours=_hours("work", rules.hours),
        hours_note=_no_time(rules.hours),
        weekdays=weekday_items(rules.days, first_weekday),
        held_back=tuple(latest) or (NOTHING_HELD_BACK,),
        trouble=trouble,
    )


def _row(reminder: Reminder, first_weekday: int, name: Name) -> ReminderRow:
    return ReminderRow(
        reminder.id,
        times_text(reminder),
        weekdays_text(reminder.weekdays, first_weekday),
        _routine(reminder, name),
        reminder.enabled,
    )


def _routine(reminder: Reminder, name: Name) -> str:
    if reminder.about in BESIDES:
        return BESIDES[reminder.about][0]
    return ANYTHING if reminder.routine is None else name(reminder.routine)


def _quiet(hours: Hours | None) -> SettingRow:
    note = "What falls into them comes at their end, unless the day is over by then."
    return SettingRow(
        "quiet", "switch", "Quiet hours", (hours and _no_time(hours)) or note, hours is not None
    )


def _no_time(hours: Hours) -> str:
    return NO_TIME_AT_ALL if hours.start == hours.end else ""


def _hours(key: str, hours: Hours) -> tuple[TimeRow, ...]:
    return (
        TimeRow(f"{key}-start", "From", clock_time(hours.start)),
        TimeRow(f"{key}-end", "To", clock_time(hours.end)),
    )


def _call(called: Scheduled | None, *, wanted: bool) -> SettingRow:
    """`wanted` is whether there is a time at all at which to call. What is installed can always be removed."""
    installed = called is not None and called.state != "off"
    return SettingRow(
        "call",
        "switch",
        "Also when Soleus is closed",
        _call_note(called, wanted=wanted),
        installed,
        enabled=called is not None and (installed or wanted),
    )


def _call_note(called: Scheduled | None, *, wanted: bool) -> str:
    if called is None:
        return "Asking the system."
    if called.state == "broken":
        return f"It is installed, but does not call: {called.why.rstrip('.')}. Switch it off and on again."
    limits = f" {words.sentence_case(called.why.rstrip('.'))}." if called.why else ""
    if called.state == "on":
        return f"Your system calls Soleus when a reminder is due ({called.by}).{limits}"
    if not wanted:
        return "There is nothing to call for yet: it needs a reminder that is switched on."
    return f"Without it, reminders come only while the window is open.{limits}"
