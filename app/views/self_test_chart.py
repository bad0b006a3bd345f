"""A self-test over time as two lines, and where no change is to be seen. Knows no colour and no window."""

from collections.abc import Iterable, Sequence
from datetime import date
from math import ceil, floor

from msgspec import Struct

from app.core.care.self_test import SelfTest, SelfTestKind
from app.core.care.testing import SIDES, band, first_value, value
from app.core.record import Side
from app.views import words
from app.views.chart import Chart, Label
from app.views.self_test_words import date_of, number

STEPS = (1, 2, 5, 10, 20, 50, 100)
"""What two lines of the grid may lie apart, in centimetres or rises."""
MOST_LEVELS = 4
UNITS: dict[SelfTestKind, str] = {"knee-to-wall": "cm", "heel-rise": "rises"}


class SideLine(Struct, frozen=True):
    """One leg: `points` across and up, and the `band` from its low to its high edge, all shares from 0 to 1."""

    side: Side
    points: tuple[tuple[float, float], ...]
    band: tuple[float, float]


class SidesChart(Chart, frozen=True):
    """`levels` are the values of the grid; `begin` and `end` the days of the first and the last test.

    `band_words` says what the shaded bands mean.
    """

    lines: tuple[SideLine, ...] = ()
    levels: tuple[Label, ...] = ()
    begin: str = ""
    end: str = ""
    band_words: str = ""


NO_SIDES_CHART = SidesChart("", "", "", "", "")


def sides_chart(title: str, kind: SelfTestKind, tests: Sequence[SelfTest], today: date) -> SidesChart:
    """The tests are of that kind, the oldest first. A single test stands in the middle."""
    bands = {side: band(first, kind) for side in SIDES if (first := first_value(tests, side)) is not None}
    unit = UNITS[kind]
    if not bands:
        return SidesChart(title, unit, "", "", "")
    low, high, step = axis([*_values(tests), *(edge for edges in bands.values() for edge in edges)])

    def share(number: float) -> float:
        return (number - low) / (high - low)

    lines = tuple(
        SideLine(side, _points(tests, side, low, high), (share(edges[0]), share(edges[1])))
        for side, edges in bands.items()
    )
    levels = tuple(Label(share(number), f"{number}") for number in range(low, high + 1, step))
    begin, end = date_of(tests[0].day, today), date_of(tests[-1].day, today)
    return SidesChart(
        title=title,
        unit=unit,
        summary="",
        spoken=_spoken(title, kind, tests),
        empty="",
        lines=lines,
        levels=levels,
        begin=begin,
        end=end if end != begin else "",
        band_words="Shaded: no clear change from the first test",
    )


def axis(values: Sequence[float]) -> tuple[int, int, int]:
    """Lowest and highest line of the grid, and their distance: for 5.1 to 11.9 it is 4 to 12 by 2."""
    least, most = min(values), max(values)
    step = next((step for step in STEPS if _spanned(least, most, step) <= MOST_LEVELS * step), STEPS[-1])
    low = floor(least / step) * step
    return low, max(low + step, ceil(most / step) * step), step


def _values(tests: Iterable[SelfTest]) -> list[float]:
    return [found for test in tests for side in SIDES if (found := value(test, side)) is not None]


def _spanned(least: float, most: float, step: int) -> int:
    return ceil(most / step) * step - floor(least / step) * step


def _points(tests: Sequence[SelfTest], side: Side, low: int, high: int) -> tuple[tuple[float, float], ...]:
    days = max(1, (tests[-1].day - tests[0].day).days)
    single = len(tests) == 1
    return tuple(
        (0.5 if single else (test.day - tests[0].day).days / days, (found - low) / (high - low))
        for test in tests
        if (found := value(test, side)) is not None
    )


def _spoken(title: str, kind: SelfTestKind, tests: Sequence[SelfTest]) -> str:
    parts = []
    for side in SIDES:
        found = [number(kind, each) for test in tests if (each := value(test, side)) is not None]
        if found:
            parts.append(f"{words.side(side)}: {words.listing(found)}.")
    return f"{title} in {_UNIT_WORDS[kind]}, the oldest first. {' '.join(parts)}"


_UNIT_WORDS: dict[SelfTestKind, str] = {"knee-to-wall": "centimetres", "heel-rise": "rises"}
