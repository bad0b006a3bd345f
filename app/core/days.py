"""Which day a moment belongs to, and which week a day. Knows no clock: the moment is an argument."""

from datetime import date, datetime, timedelta
from typing import Annotated

from msgspec import Meta

Weekday = Annotated[int, Meta(ge=0, le=6)]
"""Monday = 0 to Sunday = 6."""


def day_of(moment: datetime, day_start_h: int) -> date:
    """The day a session belongs to that starts at `moment`, by its own wall clock.

    `day_start_h` is from 0 to 6: with 4, a session at 03:59 belongs to the day before, at 04:00 to the
    day itself. Plain wall-clock arithmetic: daylight saving changes nothing.
    """
    return (moment.replace(tzinfo=None) - timedelta(hours=day_start_h)).date()


def week_of(day: date, first_weekday: int) -> date:
    """The first day of the week that `day` lies in; `first_weekday` counts from Monday = 0 to Sunday = 6.

    Sunday 22 November 2026 lies in the week of Monday the 16th, or, if weeks begin on Sunday, of itself.
    """
    return day - timedelta(days=(day.weekday() - first_weekday) % 7)
