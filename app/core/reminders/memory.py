"""What was heard already, what is put off, and what is left out. Knows no clock and no file."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Annotated

from msgspec import Meta, Struct, structs

from app.core.reminders.reminder import Occurrence, ReminderId

SNOOZE = timedelta(minutes=10)
MOST_SETTLED = 500
"""How many are remembered, by the order in which they were settled and not by their date: a clock that was a
year ahead for a minute then pushes out no more than a few. Twenty reminders with twelve times each fill it in
two days; a usual set of them in half a year."""
MOST_SKIPPED = MOST_SNOOZED = 100


class Snoozed(Struct, frozen=True, array_like=True):
    """An occurrence that is to be heard again at `until`, a moment in UTC."""

    occurrence: Occurrence
    until: Annotated[datetime, Meta(tz=True)]


class Skipped(Struct, frozen=True, array_like=True):
    """A reminder that is not to be heard for the rest of `day`."""

    reminder: ReminderId
    day: date


class Memory(Struct, frozen=True):
    """`settled` are the occurrences that came and were heard, or were not needed; the latest to come is last."""

    settled: tuple[Occurrence, ...] = ()
    snoozed: tuple[Snoozed, ...] = ()
    skipped: tuple[Skipped, ...] = ()


def is_waiting(memory: Memory, now: datetime) -> bool:
    """Whether something that was put off is still to come."""
    return any(now < each.until <= now + SNOOZE for each in memory.snoozed)


def with_settled(memory: Memory, occurrences: Iterable[Occurrence]) -> Memory:
    """None of them is heard any more, at its time or put off."""
    gone = tuple(occurrences)
    settled = tuple(dict.fromkeys((*memory.settled, *gone)))[-MOST_SETTLED:]
    snoozed = tuple(each for each in memory.snoozed if each.occurrence not in gone)
    return structs.replace(memory, settled=settled, snoozed=snoozed)


def with_returned(memory: Memory, occurrences: Iterable[Occurrence]) -> Memory:
    """As if they had not been heard: nobody could show them."""
    back = set(occurrences)
    return structs.replace(memory, settled=tuple(each for each in memory.settled if each not in back))


def with_snoozed(memory: Memory, occurrences: Iterable[Occurrence], now: datetime) -> Memory:
    """They are to be heard again in ten minutes."""
    again = tuple(occurrences)
    memory = with_settled(memory, again)
    until = now.astimezone(UTC) + SNOOZE
    snoozed = (*memory.snoozed, *(Snoozed(each, until) for each in again))[-MOST_SNOOZED:]
    return structs.replace(memory, snoozed=snoozed)


def with_skipped(memory: Memory, reminders: Iterable[str], day: date) -> Memory:
    """None of these is heard for the rest of `day`, put off or not."""
    more = tuple(Skipped(each, day) for each in reminders)
    skipped = tuple(dict.fromkeys((*memory.skipped, *more)))[-MOST_SKIPPED:]
    return structs.replace(memory, skipped=skipped)
