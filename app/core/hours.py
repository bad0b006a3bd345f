"""Hours of the day by the wall clock: quiet ones, working ones. Knows no clock: the time is an argument."""

from datetime import time
from typing import Annotated

from msgspec import Meta, Struct

WallTime = Annotated[time, Meta(tz=False)]
"""A time of day without an offset: half past seven wherever one is."""


class Hours(Struct, frozen=True):
    """From `start` up to, but not with, `end`. They may cross midnight; from a time to itself is no time at all."""

    start: WallTime
    end: WallTime

    @property
    def cross_midnight(self) -> bool:
        return self.end < self.start

    def hold_at(self, at: time) -> bool:
        """Whether `at` lies within: of 22:00 to 7:00 both 23:30 and 6:59 do, 7:00 does not."""
        if self.cross_midnight:
            return at >= self.start or at < self.end
        return self.start <= at < self.end
