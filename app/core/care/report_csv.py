"""The report as CSV, a row a number. Knows no files. docs/report.md describes the columns to those who read them."""

from collections.abc import Iterator
from datetime import date

from app.core.care.report import PlaceFelt, Report, Scores, TestResult
from app.core.csv_text import write_rows
from app.core.record import Side
from app.core.seconds import seconds

COLUMNS = ("section", "period", "place_or_muscle", "side", "measure", "value", "unit")
UNITS = {"knee-to-wall": "cm", "heel-rise": "times"}
CALVES: dict[str, tuple[str, str]] = {"left-calf": ("calf", "left"), "right-calf": ("calf", "right")}

CsvRow = tuple[str, str, str, str, str, str, str]


def write_report(report: Report) -> str:
    """Every number of the report, under the headings."""
    return write_rows([COLUMNS, *_rows(report)])


def _rows(report: Report) -> Iterator[CsvRow]:
    period = _period(report.since, report.until)
    yield from _totals(report, period)
    for enrolment in report.programmes:
        followed = _period(enrolment.start, enrolment.end)
        yield ("programme", followed, "", "", "followed", enrolment.programme, "")
    for part in report.parts:
        within = _period(part.first, part.last)
        yield ("by time", within, "", "", "sessions", str(part.sessions), "sessions")
        yield ("by time", within, "", "", "work", str(seconds(part.work_ms)), "s")
        yield ("by time", within, "", "", "mornings asked", str(part.mornings), "mornings")
        yield ("by time", within, "", "", "mornings worse", str(part.worse), "mornings")
        yield from _felt("by time", within, part.felt)
    yield from _felt("felt", period, report.felt)
    for test in report.tests:
        yield from _test(test)
    for first in report.firsts:
        day, measure = first.day.isoformat(), f"first {first.kind}"
        yield ("test", day, "calf", first.side, measure, _decimal(first.value), UNITS[first.kind])
    for muscle in report.muscles:
        for side, ms, reps in (
            ("left", muscle.left_ms, muscle.left_reps),
            ("right", muscle.right_ms, muscle.right_reps),
        ):
            yield ("muscle", period, muscle.muscle, side, "stretch", str(seconds(ms)), "s")
            yield ("muscle", period, muscle.muscle, side, "repetitions", str(reps), "times")
    for exercise in report.exercises:
        yield ("exercise", period, exercise.exercise, "", "sessions", str(exercise.sessions), "sessions")
        yield ("exercise", period, exercise.exercise, "", "work", str(seconds(exercise.ms)), "s")
        yield ("exercise", period, exercise.exercise, "", "repetitions", str(exercise.reps), "times")


def _totals(report: Report, period: str) -> Iterator[CsvRow]:
    for measure, value, unit in (
        ("sessions finished", report.finished, "sessions"),
        ("sessions cut short", report.partial, "sessions"),
        ("work planned", seconds(report.planned_ms), "s"),
        ("work done", seconds(report.done_ms), "s"),
        ("days done", report.done_days, "days"),
        ("days due", report.due_days, "days"),
        ("days due and done", report.met_days, "days"),
        ("whole weeks", report.weeks, "weeks"),
        ("whole weeks on target", report.met_weeks, "weeks"),
        ("days unwell", report.unwell, "days"),
        ("days paused", report.paused, "days"),
        ("mornings asked", report.mornings, "mornings"),
        ("mornings worse", report.worse, "mornings"),
    ):
        yield ("total", period, "", "", measure, str(value), unit)


def _felt(section: str, period: str, felt: tuple[PlaceFelt, ...]) -> Iterator[CsvRow]:
    for item in felt:
        place, side = CALVES.get(item.place, (item.place, ""))
        for name, scores in (("tightness", item.tightness), ("pain", item.pain)):
            if scores is not None:
                for measure, value, unit in _scores(name, scores):
                    yield (section, period, place, side, measure, value, unit)


def _scores(name: str, scores: Scores) -> tuple[tuple[str, str, str], ...]:
    return (
        (f"{name} mean", _decimal(scores.mean), "of 10"),
        (f"{name} highest", str(scores.highest), "of 10"),
        (f"{name} answers", str(scores.count), "answers"),
    )


def _test(test: TestResult) -> Iterator[CsvRow]:
    sides: tuple[tuple[Side, float | None], ...] = (("left", test.left), ("right", test.right))
    for side, value in sides:
        if value is not None:
            day = test.day.isoformat()
            yield ("test", day, "calf", side, test.kind, _decimal(value), UNITS[test.kind])


def _period(first: date, last: date | None) -> str:
    """As ISO 8601 writes one: "2026-09-07/2026-11-22", and with ".." for one that has not ended."""
    return f"{first.isoformat()}/{last.isoformat() if last else '..'}"


def _decimal(value: float) -> str:
    """To two places, without zeros that say nothing: 9.0 is "9", 3.3333 is "3.33"."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
