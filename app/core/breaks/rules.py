"""When breaks from sitting are wanted at all. Knows no clock and no machine."""

from datetime import datetime, time, timedelta
from typing import Annotated

from msgspec import Meta, Struct

from app.core.days import Weekday
from app.core.hours import Hours, WallTime

SHORTEST_MIN, LONGEST_MIN = 20, 90
STEP_MIN = 10
SittingMinutes = Annotated[int, Meta(ge=SHORTEST_MIN, le=LONGEST_MIN)]


class BreakRules(Struct, frozen=True):
    """After `every_min` minutes of sitting, within working hours on working days (Monday = 0).

    40 minutes, because two minutes' walk every 40 lowered back pain while sitting (De Carvalho & Callaghan
    2023). Hours that cross midnight belong to the day on which they begin.
    """

    enabled: bool = False
    every_min: SittingMinutes = 40
    days: Annotated[tuple[Weekday, ...], Meta(max_length=7)] = (0, 1, 2, 3, 4)
    start: WallTime = time(9)
    end: WallTime = time(17)

    @property
    def hours(self) -> Hours:
        return Hours(self.start, self.end)

    def hold_at(self, now: datetime) -> bool:
        """Whether a break is wanted at this moment of the wall clock."""
        hours = self.hours
        began = now - timedelta(days=hours.cross_midnight and now.time() < hours.end)
        return self.enabled and hours.hold_at(now.time()) and began.weekday() in self.days


def longer(every_min: int) -> int:
    """The interval to propose to someone who skips: 10 minutes more, at most 90."""
    return min(LONGEST_MIN, every_min + STEP_MIN)
