"""The values that a stepper climbs. Knows no setting and no field."""

from bisect import bisect_left, bisect_right
from typing import Generic, TypeVar

from msgspec import Struct

Rung = TypeVar("Rung", bound=float | None)


class Ladder(Struct, Generic[Rung], frozen=True):
    """The values that a stepper can take, none below 0, in rising order; None, where it is one, is the lowest."""

    values: tuple[Rung, ...]

    def moved(self, value: Rung, by: int) -> Rung:
        """The value `by` rungs further, up or down; from between two rungs the first step is to the next.

        On the rungs 5, 8 and 10: one up from 8 is 10, one down from 9 is 8. From 10, or from 12, there is
        no way up: the value stays.
        """
        heights = [_height(rung) for rung in self.values]
        if by > 0:
            higher = bisect_right(heights, _height(value))
            return self.values[min(higher + by, len(heights)) - 1] if higher < len(heights) else value
        lower = bisect_left(heights, _height(value))
        return self.values[max(lower + by, 0)] if by < 0 < lower else value


def _height(rung: float | None) -> float:
    return -1 if rung is None else rung
