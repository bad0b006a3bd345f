"""Which reminders are to be heard now, and when to look again. Knows no clock: now is an argument.

A reminder goes by the wall clock of wherever one is. Its times are heard once for each date: neither the hour
that exists twice nor a flight to the west brings one again. What fell into sleep, a time that does not exist,
or quiet hours is heard at the first moment after it, as one note however many there were, unless the day is
over by then.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from msgspec import Struct

from app.core.days import day_of
from app.core.diary import Diary
from app.core.reminders.memory import SNOOZE, Memory, Skipped, Snoozed, with_settled
from app.core.reminders.owing import is_wanted
from app.core.reminders.reminder import About, Occurrence, Plan, Reminder, occurrences
from app.core.reminders.wall import next_moment, wall_of

DAY = timedelta(days=1)
A_WEEK_AHEAD = 9
"""Dates that are looked at for the next time: a week, and a day on either side of it."""


class Notice(Struct, frozen=True):
    """One note: for a routine or, with None, for anything, or about something else than stretching.

    `occurrences` are all that it stands for, in order.
    """

    routine: str | None
    occurrences: tuple[Occurrence, ...]
    about: About = "stretch"

    @property
    def reminders(self) -> tuple[str, ...]:
        """The ids of the reminders that it speaks for."""
        return tuple(dict.fromkeys(each.reminder for each in self.occurrences))


class Pending(Struct, frozen=True):
    """An occurrence whose time has come, with its reminder."""

    reminder: Reminder
    occurrence: Occurrence


def pending(plan: Plan, memory: Memory, now: datetime) -> tuple[Pending, ...]:
    """What has come and is not settled, for the person's present day; none in quiet hours.

    It needs no diary, so that whoever has nothing to say need not read one.
    """
    if is_quiet(plan, now):
        return ()
    return tuple(each for each in _of_today(plan, memory, now) if _has_come(each.occurrence, memory, now))


def due_now(plan: Plan, memory: Memory, diary: Diary, now: datetime) -> tuple[tuple[Notice, ...], Memory]:
    """What is to be heard now, one note for each routine and each other matter, and the memory after it.

    A reminder for anything at all is left to a note for a routine, where there is one at the same time. What
    has come and is not owed is settled as well: at 15:00 nobody is called for 8:00 because a session was
    deleted.
    """
    come = pending(plan, memory, now)
    if not come:
        return (), memory
    by_routine: dict[str | None, list[Occurrence]] = {}
    besides: dict[About, list[Occurrence]] = {}
    for each in come:
        reminder = each.reminder
        if not is_wanted(reminder, diary):
            continue
        if reminder.about == "stretch":
            by_routine.setdefault(reminder.routine, []).append(each.occurrence)
        else:
            besides.setdefault(reminder.about, []).append(each.occurrence)
    if len(by_routine) > 1 and None in by_routine:
        anything = by_routine.pop(None)
        next(iter(by_routine.values())).extend(anything)
    notices = (
        *(Notice(routine, tuple(sorted(heard))) for routine, heard in by_routine.items()),
        *(Notice(None, tuple(sorted(heard)), about) for about, heard in besides.items()),
    )
    called = {each.reminder.id for each in come}
    put_off = [each.occurrence for each in memory.snoozed if each.occurrence.reminder in called]
    return notices, with_settled(memory, [*(each.occurrence for each in come), *put_off])


def next_due(plan: Plan, memory: Memory, now: datetime) -> datetime | None:
    """When to look next, in UTC, never before `now`; None if nothing is to come.

    Whether anything is owed then, nobody knows yet. It reckons with the time zone of `now`: whoever waits
    for long looks again from time to time, for zones change.
    """
    wall = wall_of(now)
    looks = [
        next_moment(_when_heard(plan, each.at, wall), now)
        for reminder in plan.reminders
        for each in occurrences(reminder, wall.date() - DAY, A_WEEK_AHEAD)
        if each not in memory.settled and _can_be_heard(plan, memory, each, each.at, wall)
    ]
    for put_off in memory.snoozed:
        each, until = put_off.occurrence, _until(put_off, now)
        if _is_asked_for(each, plan) and _can_be_heard(plan, memory, each, wall_of(until), wall):
            heard = _when_heard(plan, wall_of(until), wall)
            looks.append(until.astimezone(UTC) if heard == wall_of(until) else next_moment(heard, now))
    return max(min(looks), now.astimezone(UTC)) if looks else None


def heard_at(plan: Plan, each: Occurrence) -> datetime | None:
    """When it is heard by the wall clock, if all goes well; None if its day is over before quiet hours are."""
    heard = _after_quiet(plan, each.at)
    return heard if day_of(heard, plan.day_start_h) == day_of(each.at, plan.day_start_h) else None


def is_quiet(plan: Plan, now: datetime) -> bool:
    return plan.quiet is not None and plan.quiet.hold_at(wall_of(now).time())


def _of_today(plan: Plan, memory: Memory, now: datetime) -> Iterator[Pending]:
    """Every occurrence of the present day, come or not, that nobody asked to leave out."""
    today = day_of(now, plan.day_start_h)
    for reminder in plan.reminders:
        for each in occurrences(reminder, today, 2):
            if day_of(each.at, plan.day_start_h) == today and not _is_left_out(each, plan, memory):
                yield Pending(reminder, each)


def _has_come(occurrence: Occurrence, memory: Memory, now: datetime) -> bool:
    for put_off in memory.snoozed:
        if put_off.occurrence == occurrence:
            return _until(put_off, now).astimezone(UTC) <= now.astimezone(UTC)
    return occurrence not in memory.settled and occurrence.at <= wall_of(now)


def _is_left_out(occurrence: Occurrence, plan: Plan, memory: Memory) -> bool:
    return Skipped(occurrence.reminder, day_of(occurrence.at, plan.day_start_h)) in memory.skipped


def _is_asked_for(occurrence: Occurrence, plan: Plan) -> bool:
    """Whether its reminder still has it: it may have been changed or switched off since it was put off."""
    reminder = plan.find(occurrence.reminder)
    return reminder is not None and occurrence in occurrences(reminder, occurrence.date, 1)


def _until(put_off: Snoozed, now: datetime) -> datetime:
    """When it is to be heard again. More than a snooze away, the clock was set back meanwhile: then at once."""
    until = put_off.until.astimezone(now.tzinfo)
    return now if until.astimezone(UTC) - now.astimezone(UTC) > SNOOZE else until


def _can_be_heard(plan: Plan, memory: Memory, each: Occurrence, at: datetime, wall: datetime) -> bool:
    """Whether nobody left it out, and its day is not over by the time it can be heard; `at` is when it is due."""
    day = day_of(_when_heard(plan, at, wall), plan.day_start_h)
    return day == day_of(each.at, plan.day_start_h) and not _is_left_out(each, plan, memory)


def _when_heard(plan: Plan, at: datetime, wall: datetime) -> datetime:
    """When the wall clock shows what is due at `at`, now being `wall`: not in the past, not in quiet hours."""
    return _after_quiet(plan, max(at, wall))


def _after_quiet(plan: Plan, wall: datetime) -> datetime:
    """`wall`, or the end of the quiet hours in which it lies."""
    if plan.quiet is None or not plan.quiet.hold_at(wall.time()):
        return wall
    end = datetime.combine(wall.date(), plan.quiet.end)
    return end if end > wall else end + DAY
