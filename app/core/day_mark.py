"""What a person says of a day besides its sessions. Knows no storage and no clock."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Literal

from msgspec import Struct, structs

Mark = Literal["rest", "unwell", "paused"]
EXCUSED: frozenset[Mark] = frozenset(("unwell", "paused"))
"""What neither breaks nor builds a streak. A rest day is no exception: a weekly target leaves room for it."""
MOST_DAYS = 60
"""A mark is set for no more days at once."""


class DayMark(Struct, frozen=True):
    """A day set apart, a note on it, or both. `mark` is None where there is only a note."""

    day: date
    mark: Mark | None = None
    note: str = ""

    @property
    def says_nothing(self) -> bool:
        return self.mark is None and not self.note


def mark_on(marks: Mapping[date, DayMark], day: date) -> DayMark:
    """What is said of `day`; nothing, if nothing is."""
    return marks.get(day) or DayMark(day)


def days_marked(marks: Mapping[date, DayMark], day: date) -> int:
    """For how many days, `day` among them, its mark goes on; 1 for a day without one.

    With the 3rd to the 6th paused it is 2 on the 5th: that day and the next.
    """
    mark = mark_on(marks, day).mark
    days = 1
    while mark and mark_on(marks, day + timedelta(days=days)).mark == mark:
        days += 1
    return days


def with_mark(
    marks: Mapping[date, DayMark], day: date, mark: Mark | None, days: int = 1
) -> tuple[DayMark, ...]:
    """The days to write so that `mark` holds from `day` on for `days` days, and those that it no longer holds.

    A mark that went on for longer ends: with the 3rd to the 6th paused, pausing the 3rd for 2 days leaves the
    5th and the 6th as they were without it. None takes the whole rest of it away. Notes stay.
    """
    before = mark_on(marks, day).mark
    until = max(days, days_marked(marks, day)) if mark in (before, None) else days
    wanted = {day + timedelta(days=number): mark if number < days else None for number in range(until)}
    changed = (structs.replace(mark_on(marks, on), mark=new) for on, new in wanted.items())
    return tuple(change for change in changed if change != mark_on(marks, change.day))
