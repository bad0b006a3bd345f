"""When a routine is due: so many times a day, on some days. Knows no clock: the day is an argument."""

from bisect import bisect_right
from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import Annotated

from msgspec import Meta, Struct

from app.core.days import Weekday

Times = Annotated[int, Meta(ge=1, le=12)]
DayNumber = Annotated[int, Meta(ge=0, le=3660)]


class EveryDay(Struct, frozen=True, tag="every-day", tag_field="rhythm"):
    """Due on every day."""


class OnWeekdays(Struct, frozen=True, tag="weekdays", tag_field="rhythm"):
    """Due on these days of the week, Monday = 0 to Sunday = 6."""

    weekdays: Annotated[tuple[Weekday, ...], Meta(min_length=1, max_length=7)]


class EveryNthDay(Struct, frozen=True, tag="nth-day", tag_field="rhythm"):
    """Due again `days` days after it was last done: with 2, every second day with a day of rest between."""

    days: Annotated[int, Meta(ge=2, le=14)]


class InProgramme(Struct, frozen=True, tag="programme", tag_field="rhythm"):
    """Due on the days that a programme names, counted from the target's start = 0.

    With `every` they come again after so many days: days 0, 2 and 4 of every 7.
    """

    programme: str
    days: tuple[DayNumber, ...]
    every: Annotated[int, Meta(ge=0, le=366)] = 0


Rhythm = EveryDay | OnWeekdays | EveryNthDay | InProgramme


class Target(Struct, frozen=True):
    """A routine is due `times` times on each day of the rhythm, from `start` up to and with `end`.

    A target that no longer holds gets an `end` instead of being forgotten, so that the past stays as it was.
    """

    routine: str
    rhythm: Rhythm
    start: date
    times: Times = 1
    end: date | None = None

    @property
    def id(self) -> str:
        return f"{self.routine}/{self.start.isoformat()}"

    def holds_on(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day <= self.end)


class TargetsByDay:
    """Which targets hold on a day, in their order. A programme of years makes hundreds, of which few hold at once."""

    def __init__(self, targets: Iterable[Target]) -> None:
        begin: dict[date, list[int]] = {}
        over: dict[date, list[int]] = {}
        self._targets = tuple(targets)
        for number, target in enumerate(self._targets):
            if target.end is None or target.start <= target.end:
                begin.setdefault(target.start, []).append(number)
                if target.end is not None and target.end < date.max:
                    over.setdefault(target.end + timedelta(days=1), []).append(number)
        self._changes = sorted(begin.keys() | over.keys())
        self._holding: list[tuple[Target, ...]] = [()]
        now: set[int] = set()
        for day in self._changes:
            now = now.difference(over.get(day, ())).union(begin.get(day, ()))
            self._holding.append(tuple(self._targets[number] for number in sorted(now)))

    def on(self, day: date) -> tuple[Target, ...]:
        return self._holding[bisect_right(self._changes, day)]


def times_due(target: Target, day: date, done: Collection[date]) -> int:
    """How often the routine is due on `day`; `done` are the days on which it was done.

    Every second day, done on Monday the 16th: none on the 17th, once on the 18th, and if it was not done
    then, once on the 19th. What was missed is never added up.
    """
    if not target.holds_on(day):
        return 0
    match target.rhythm:
        case OnWeekdays(weekdays):
            due = day.weekday() in weekdays
        case EveryNthDay(days):
            due = not any(day - timedelta(days=back) in done for back in range(1, days))
        case InProgramme(_, days, every):
            number = (day - target.start).days
            due = (number % every if every else number) in days
        case _:
            due = True
    return target.times if due else 0
