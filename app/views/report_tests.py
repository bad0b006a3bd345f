"""The self-tests of the page for the clinician: lines by leg, the band of measurement error. Knows no page."""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from app.core.care.report import Report, TestResult
from app.core.care.self_test import SelfTestKind
from app.core.care.testing import KINDS, KNEE_TO_WALL_ERROR_CM, SIDES, change
from app.core.record import Side
from app.views import words
from app.views.chart import SHORT_MONTH, Label
from app.views.self_test_chart import axis
from app.views.self_test_words import number

TITLES: dict[SelfTestKind, str] = {
    "knee-to-wall": "Knee to wall, cm (mean of the tries)",
    "heel-rise": "Heel rises on one leg, times",
}
BAND_ABOUT = f"Shaded: the first test ± {KNEE_TO_WALL_ERROR_CM} cm. Inside it nothing has clearly changed."


class LegLine(Struct, frozen=True):
    """One leg's tests, as shares of the chart from 0 to 1; `band` is what the first differs from by error alone."""

    side: Side
    points: tuple[tuple[float, float], ...]
    band: tuple[float, float] | None
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


def change_text(kind: SelfTestKind, first: float, last: float) -> str:
    """What became of it, and whether that is clear.

    From 8.2 to 9.8 cm is +1.6, which is within the error of 1.9 cm. Of heel rises no error is published, and ours
    is no matter for a clinician: only the difference is told.
    """
    sign = "+" if last >= first else "−"
    told = f"{number(kind, first)} to {number(kind, last)} ({sign}{number(kind, abs(last - first))}"
    if kind == "heel-rise":
        return f"{told})"
    clear = change(first, last, kind) != "no clear change"
    return f"{told}, {'a clear change' if clear else 'no clear change'})"


def _chart(report: Report, kind: SelfTestKind, tests: Sequence[TestResult]) -> TestChart:
    error = KNEE_TO_WALL_ERROR_CM if kind == "knee-to-wall" else 0.0
    values = [value for test in tests for value in (test.left, test.right) if value is not None]
    low, high, step = axis((max(0.0, min(values, default=0) - error), max(values, default=0) + error))

    def share(value: float) -> float:
        return (value - low) / (high - low)

    def line(side: Side) -> LegLine | None:
        found = [(test.day, value) for test in tests if (value := getattr(test, side)) is not None]
        if not found:
            return None
        first, last = found[0][1], found[-1][1]
        return LegLine(
            side=side,
            points=tuple((_at(report, day), share(value)) for day, value in found),
            band=(share(max(low, first - error)), share(first + error)) if error else None,
            told=f"{words.side(side)} {_told(kind, first, last, len(found))}",
        )

    ends = list(dict.fromkeys((tests[0].day, tests[-1].day)))
    return TestChart(
        title=TITLES[kind],
        lines=tuple(found for side in SIDES if (found := line(side)) is not None),
        scale=tuple(Label(share(value), str(value)) for value in range(low, high + 1, step)),
        dates=tuple(Label(_at(report, day), _day(day, report)) for day in ends),
        about=BAND_ABOUT if error else "",
        difference=_difference(kind, tests[-1]),
    )


def _told(kind: SelfTestKind, first: float, last: float, count: int) -> str:
    return change_text(kind, first, last) if count > 1 else f"{number(kind, last)}, tested once"


def _difference(kind: SelfTestKind, last: TestResult) -> str:
    if last.left is None or last.right is None:
        return ""
    apart = abs(last.left - last.right)
    told = f"{number(kind, apart)} cm" if kind == "knee-to-wall" else words.count(round(apart), "rise")
    if not float(number(kind, apart)):
        return "Both legs alike in the last test."
    return f"Last test: {told} more on the {'left' if last.left > last.right else 'right'}."


def _at(report: Report, day: date) -> float:
    """Its place, with half a day at each end of the period."""
    return ((day - report.since).days + 0.5) / ((report.until - report.since).days + 1)


def _day(day: date, report: Report) -> str:
    said = f"{day.day} {words.MONTHS[day.month - 1][:SHORT_MONTH]}"
    return said if report.since.year == report.until.year else f"{said} {day.year % 100:02}"
