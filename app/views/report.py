"""What the page for the clinician says: every word, number and place of a point. Knows no page and no ink."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from msgspec import Struct

from app.core.care.check_in import PLACES, Place
from app.core.care.report import ExerciseWork, MuscleWork, Part, PlaceFelt, Report, Scores
from app.core.exercise import Exercise
from app.core.programme.enrolment import Enrolment
from app.views import words
from app.views.chart import SHORT_MONTH, Label
from app.views.check_in import PLACE_NAMES
from app.views.muscles import MUSCLES
from app.views.report_tests import TestsView, tests_view
from app.views.weeks import step_min
from app.views.work import exercise_name

APP = "Soleus"
TITLE = "Calves and back: exercise and how it felt"
NAME, BORN = "Name", "Date of birth"
MOST_SCORE = 10
MOST_ROWS = 7
"""Of a table; the CSV has them all."""
NOTHING_FELT = "Nothing was said about pain or tightness in this time."
NO_TESTS = "No self-test was taken in this time."
FELT_ABOUT = (
    "Said before and after sessions, from 0 (none) to 10 (as bad as it can be); each point is a mean."
)
ONLY_ON_PAPER = "--paper is for a .pdf; leave it out for a .csv."
SMALL_PRINT = (
    "Source: what was entered and timed in Soleus on one person's own machine; times are rounded to minutes, and what "
    "both sides did at once counts for each. Days due are those of the person's own targets and programmes; a week is "
    "on target with as many days as its weekly target wants; days unwell or paused count against nobody. Self-tests "
    "are compared with the first ever of that leg. Knee-to-wall: up to 1.9 cm, or 1.5 cm between the legs, is within "
    "measurement error (Powden, 2015; Chisholm, 2012). Heel rises: up to 3, or a tenth where that is more, is no clear "
    "change, which is our own cautious choice, as no error is published. Soleus informs; it diagnoses nothing."
)


class KeyNumber(Struct, frozen=True):
    """A number to see first, and what it counts."""

    number: str
    words: str


class PartBar(Struct, frozen=True):
    """The work of one part: its minutes, and its height as a share of the highest from 0 to 1."""

    minutes: str
    share: float


class BarChart(Struct, frozen=True):
    """`dates` stand at the number of their bar."""

    title: str
    bars: tuple[PartBar, ...]
    dates: tuple[Label, ...]


Point = tuple[float, float]
"""How far from the left and from below, as shares of the chart from 0 to 1."""


class PlaceLine(Struct, frozen=True):
    """The means of one place: points that follow each other, broken where nothing was said."""

    place: Place
    runs: tuple[tuple[Point, ...], ...]


class LineChart(Struct, frozen=True):
    """Scores from 0 to 10 at the heights of `scale`; `dates` stand at shares of the width."""

    title: str
    lines: tuple[PlaceLine, ...]
    scale: tuple[Label, ...]
    dates: tuple[Label, ...]


class Table(Struct, frozen=True):
    """The first cell of each row is its name. `note` says what is left out."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


class ReportView(Struct, frozen=True):
    """The page. Where nothing was felt, `felt` has no rows and `nothing_felt` says so."""

    app: str
    title: str
    period: str
    blanks: tuple[str, ...]
    keys: tuple[KeyNumber, ...]
    facts: tuple[str, ...]
    minutes: BarChart
    pain: LineChart
    tightness: LineChart
    felt_title: str
    felt_about: str
    felt: Table
    nothing_felt: str
    tests: TestsView
    no_tests: str
    sides: Table
    exercises: Table
    small_print: str


def report_view(
    report: Report, exercises: Mapping[str, Exercise], programmes: Mapping[str, str] | None = None
) -> ReportView:
    """`programmes` has the names of programmes by their ids; one without is told by its id."""
    felt_at_all = any(item.pain or item.tightness for item in report.felt)
    return ReportView(
        app=APP,
        title=TITLE,
        period=period(report),
        blanks=(NAME, BORN),
        keys=_keys(report),
        facts=tuple(_facts(report, programmes or {})),
        minutes=_minutes(report),
        pain=_lines("Pain", report, lambda felt: felt.pain),
        tightness=_lines("Tightness", report, lambda felt: felt.tightness),
        felt_title="Pain and tightness",
        felt_about=FELT_ABOUT,
        felt=_felt_table(report),
        nothing_felt="" if felt_at_all else NOTHING_FELT,
        tests=tests_view(report),
        no_tests="" if report.tests else NO_TESTS,
        sides=_sides(report.muscles),
        exercises=_exercises(report.exercises, exercises),
        small_print=SMALL_PRINT,
    )


def period(report: Report) -> str:
    """ "31 August to 22 November 2026 · 84 days" """
    days = (report.until - report.since).days + 1
    same_year = report.since.year == report.until.year
    first = _long(report.since).removesuffix(f" {report.until.year}") if same_year else _long(report.since)
    return f"{first} to {_long(report.until)}  ·  {words.count(days, 'day')}"


def nothing_to_report(since: date, until: date) -> str:
    """Said instead of an empty page."""
    if since > until:
        return f"{_long(since)} is still to come, so there is nothing to report yet."
    return (
        f"There is nothing to report from {_long(since)} to {_long(until)} yet: follow a routine first, or "
        "choose an earlier day."
    )


def written(file: str, report: Report) -> str:
    """What the command says of the file that it made."""
    return f"{file}: {period(report).replace('  ·  ', ', ')}, {words.count(report.sessions, 'session')}."


def minutes(ms: int) -> str:
    """Whole minutes, and never none where something was done: 0 ms are "0", 20,000 ms are "1"."""
    return f"{max(1, round(ms / 60_000)):,}" if ms else "0"


def mean(scores: Scores) -> str:
    return f"{scores.mean:.1f}"


def _long(day: date) -> str:
    return f"{day.day} {words.MONTHS[day.month - 1]} {day.year}"


def _keys(report: Report) -> tuple[KeyNumber, ...]:
    sessions = "session" if report.sessions == 1 else "sessions"
    keys = [
        KeyNumber(
            f"{report.sessions:,}", f"{sessions}: {report.finished:,} finished, {report.partial:,} cut short"
        ),
        KeyNumber(
            f"{minutes(report.done_ms)} min", f"of work done; {minutes(report.planned_ms)} min were planned"
        ),
        KeyNumber(f"{report.done_days:,}", "days done: at least half of a session's work"),
    ]
    if report.due_days:
        keys.append(KeyNumber(f"{report.met_days:,} of {report.due_days:,}", "days due were done in full"))
    if report.weeks:
        keys.append(
            KeyNumber(f"{report.met_weeks:,} of {report.weeks:,}", "whole weeks were on the weekly target")
        )
    return tuple(keys)


def _facts(report: Report, programmes: Mapping[str, str]) -> list[str]:
    facts = []
    if report.programmes:
        followed = [_programme(item, programmes) for item in report.programmes]
        facts.append(f"Programme: {'; '.join(followed)}.")
    if report.mornings:
        asked = words.count(report.mornings, "morning")
        facts.append(f"The next morning was worse than usual on {report.worse:,} of {asked}.")
    apart = [
        f"{words.count(days, 'day')} {what}"
        for days, what in ((report.unwell, "unwell"), (report.paused, "paused"))
        if days
    ]
    if apart:
        facts.append(f"Set apart: {words.listing(apart)}.")
    return facts


def _programme(item: Enrolment, names: Mapping[str, str]) -> str:
    """ "Four weeks, since 5 November 2026" """
    name = names.get(item.programme) or words.sentence_case(item.programme.replace("-", " "))
    if item.end is None:
        return f"{name}, since {_long(item.start)}"
    return f"{name}, {_long(item.start)} to {_long(item.end)}"


def _minutes(report: Report) -> BarChart:
    most = max((part.work_ms for part in report.parts), default=0)
    step_ms = step_min(max(1, round(most / 60_000))) * 60_000
    top = step_ms * max(1, -(-most // step_ms))
    return BarChart(
        title=f"Minutes of work by {report.grain}",
        bars=tuple(PartBar(minutes(part.work_ms), part.work_ms / top) for part in report.parts),
        dates=tuple(Label(number, _date(report, part)) for number, part in enumerate(report.parts)),
    )


def _date(report: Report, part: Part) -> str:
    """ "7 Sep" for a week, "Sep 26" for a month, "2026" for a year."""
    month = words.MONTHS[part.first.month - 1][:SHORT_MONTH]
    match report.grain:
        case "week":
            return f"{part.first.day} {month}"
        case "month":
            return f"{month} {part.first.year % 100:02}"
        case _:
            return str(part.first.year)


def _lines(title: str, report: Report, scores_of: Callable[[PlaceFelt], Scores | None]) -> LineChart:
    width = max(1, len(report.parts))
    lines = []
    for place in PLACES:
        runs: list[list[Point]] = [[]]
        for number, part in enumerate(report.parts):
            scores = next((scores_of(felt) for felt in part.felt if felt.place == place), None)
            if scores is None:
                runs.append([])
            else:
                runs[-1].append(((number + 0.5) / width, scores.mean / MOST_SCORE))
        lines.append(PlaceLine(place, tuple(tuple(run) for run in runs if run)))
    return LineChart(
        title=title,
        lines=tuple(lines),
        scale=tuple(Label(value / MOST_SCORE, str(value)) for value in (0, 5, 10)),
        dates=tuple(
            Label((number + 0.5) / width, _date(report, part)) for number, part in enumerate(report.parts)
        ),
    )


def _felt_table(report: Report) -> Table:
    def cells(scores: Scores | None) -> tuple[str, str, str]:
        return (mean(scores), str(scores.highest), f"{scores.count:,}") if scores else ("–", "–", "0")

    return Table(
        title="",
        heads=(
            "Over the whole time", "Pain, mean", "highest", "answers", "Tightness, mean", "highest", "answers",
        ),
        rows=tuple(
            (PLACE_NAMES[felt.place], *cells(felt.pain), *cells(felt.tightness)) for felt in report.felt
        ),
    )  # fmt: skip


def _sides(muscles: Sequence[MuscleWork]) -> Table:
    return Table(
        title="Left against right",
        heads=("Muscle", "L min", "R min", "L times", "R times", "Left had"),
        rows=tuple(_side_row(muscle) for muscle in muscles[:MOST_ROWS]),
        note=_left_out(len(muscles), "muscle"),
    )


def _side_row(muscle: MuscleWork) -> tuple[str, ...]:
    return (
        words.sentence_case(MUSCLES.get(muscle.muscle, muscle.muscle)),
        minutes(muscle.left_ms),
        minutes(muscle.right_ms),
        f"{muscle.left_reps:,}",
        f"{muscle.right_reps:,}",
        against(muscle),
    )


def against(muscle: MuscleWork) -> str:
    """How much less or more the left got, by its stretching or else its repetitions.

    Left 8 min, right 10 min: (10 − 8) / 10 is "20 % less". Left 3 min and nothing on the right is "all".
    """
    left, right = muscle.left_ms, muscle.right_ms
    if not (left or right):
        left, right = muscle.left_reps, muscle.right_reps
    if not right:
        return "all"
    percent = round(100 * abs(left - right) / right)
    return f"{percent:,} % {'more' if left > right else 'less'}" if percent else "the same"


def _exercises(done: Sequence[ExerciseWork], exercises: Mapping[str, Exercise]) -> Table:
    return Table(
        title="What was done most",
        heads=("Exercise", "Sessions", "Min", "Times"),
        rows=tuple(
            (
                exercise_name(item.exercise, exercises),
                f"{item.sessions:,}",
                minutes(item.ms),
                f"{item.reps:,}" if item.reps else "–",
            )
            for item in done[:MOST_ROWS]
        ),
        note=_left_out(len(done), "exercise"),
    )


def _left_out(number: int, noun: str) -> str:
    if not number:
        return "None in this time."
    return f"And {words.count(number - MOST_ROWS, noun)} more, in the CSV." if number > MOST_ROWS else ""
