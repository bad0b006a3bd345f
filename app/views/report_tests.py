"""The self-tests of the page for the clinician: lines by leg, the band of measurement error. Knows no page."""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from app.core.care.report import FirstValue, Report, TestResult
from app.core.care.self_test import SelfTestKind
from app.core.care.testing import (
    HEEL_RISE_LEAST,
    KINDS,
    KNEE_TO_WALL_ERROR_CM,
    SIDES,
    band,
    change,
    lagging,
)
from app.core.record import Side
from app.views import words
from app.views.chart import SHORT_MONTH, Label
from app.views.self_test_chart import axis
from app.views.self_test_words import amount, number

TITLES: dict[SelfTestKind, str] = {
    "knee-to-wall": "Knee to wall, cm (mean of the tries)",
    "heel-rise": "Heel rises on one leg, times",
}
BAND_ABOUT: dict[SelfTestKind, str] = {
    "knee-to-wall": f"Shaded: each leg’s first test ± {KNEE_TO_WALL_ERROR_CM} cm. "
    "Inside it nothing has clearly changed.",
    "heel-rise": f"Shaded: {HEEL_RISE_LEAST} rises or a tenth about each leg’s first test, our own cautious choice.",
}


class LegLine(Struct, frozen=True):
    """One leg's tests, as shares of the chart from 0 to 1.

    `band` is what the first test ever differs from by error alone; that test may be before the period.
    """

    side: Side
    points: tuple[tuple[float, float], ...]
    band: tuple[float, float]
    told: str


class TestChart(Struct, frozen=True):
    """One kind of test. `scale` and `dates` stand at shares of the chart."""

    title: str
    lines: tuple[LegLine, ...]
    scale: tuple[Label, ...]
    dates: tuple[Label, ...]
    about: str
    difference: str


class TestsView(Struct, frozen=True):
    """Those kinds of which there was a test in the period."""

    title: str
    charts: tuple[TestChart, ...]


def tests_view(report: Report) -> TestsView:
    charts = [
        _chart(report, kind, found)
        for kind in KINDS
        if (found := [test for test in report.tests if test.kind == kind])
    ]
    return TestsView("Self-tests", tuple(charts))


def change_text(first: FirstValue, last: float) -> str:
    """What became of a leg since it was first tested, and whether that is clear: the verdict is that of the app.

    From 6.8 to 9.5 cm is +2.7, which is more than the error of 1.9 cm: "9.5, since 3 August 2026 +2.7: a clear change".
    """
    kind = first.kind
    sign = "+" if last >= first.value else "−"
    changed = f"{sign}{number(kind, abs(last - first.value))}"
    clear = change(first.value, last, kind) != "no clear change"
    since = f"{first.day.day} {words.MONTHS[first.day.month - 1]} {first.day.year}"
    return (
        f"{number(kind, last)}, since {since} {changed}: {'a clear change' if clear else 'no clear change'}"
    )


def _chart(report: Report, kind: SelfTestKind, tests: Sequence[TestResult]) -> TestChart:
    found = {side: results for side in SIDES if (results := _of_leg(tests, side))}
    firsts = {item.side: item for item in report.firsts if item.kind == kind}
    bands = {side: band(firsts[side].value, kind) for side in found}
    values = [value for results in found.values() for _, value in results]
    low, high, step = axis([*values, *(edge for edges in bands.values() for edge in edges)] or [0])

    def share(value: float) -> float:
        return (value - low) / (high - low)

    lines = tuple(
        LegLine(
            side=side,
            points=tuple((_at(report, day), share(value)) for day, value in results),
            band=(share(bands[side][0]), share(bands[side][1])),
            told=f"{words.side(side)} {_told(firsts[side], results)}",
        )
        for side, results in found.items()
    )
    ends = list(dict.fromkeys((tests[0].day, tests[-1].day)))
    return TestChart(
        title=TITLES[kind],
        lines=lines,
        scale=tuple(Label(share(value), str(value)) for value in range(low, high + 1, step)),
        dates=tuple(Label(_at(report, day), _day(day, report)) for day in ends),
        about=BAND_ABOUT[kind],
        difference=_difference(kind, tests[-1]),
    )


def _of_leg(tests: Sequence[TestResult], side: Side) -> list[tuple[date, float]]:
    return [(test.day, value) for test in tests if (value := getattr(test, side)) is not None]


def _told(first: FirstValue, results: Sequence[tuple[date, float]]) -> str:
    day, last = results[-1]
    once = len(results) == 1 and day == first.day
    return f"{number(first.kind, last)}, tested once" if once else change_text(first, last)


def _difference(kind: SelfTestKind, last: TestResult) -> str:
    if last.left is None or last.right is None:
        return ""
    lags = lagging(kind, last.left, last.right)
    if lags is None:
        return "Last test: no clear difference between the legs."
    apart = amount(kind, abs(last.left - last.right))
    return f"Last test: {apart} more on the {'right' if lags == 'left' else 'left'}, a clear difference."


def _at(report: Report, day: date) -> float:
    """Its place, with half a day at each end of the period."""
    return ((day - report.since).days + 0.5) / ((report.until - report.since).days + 1)


def _day(day: date, report: Report) -> str:
    said = f"{day.day} {words.MONTHS[day.month - 1][:SHORT_MONTH]}"
    return said if report.since.year == report.until.year else f"{said} {day.year % 100:02}"
