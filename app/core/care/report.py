"""What somebody who treats a calf or a back wants to know of some weeks. Knows no storage, no clock and no words.

Notes stay with the person: none is in it.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import chain
from typing import Literal

from msgspec import Struct

from app.core.care.check_in import PLACES, CheckIn, Place
from app.core.care.self_test import SelfTest, SelfTestKind
from app.core.care.testing import KINDS, SIDES, first_test, of_kind, value
from app.core.day_states import DayState, day_states
from app.core.days import week_of
from app.core.diary import Diary, sessions_between
from app.core.exercise import Exercise
from app.core.ledger import session_balances
from app.core.programme.enrolment import Enrolment
from app.core.record import SessionRecord, Side
from app.core.weeks import Week, weeks_of

DAY = timedelta(days=1)
WEEKS = 12
"""What a report covers if nobody says otherwise."""
MOST_WEEKS = 26
MOST_MONTHS = 36

Grain = Literal["week", "month", "year"]


class Scores(Struct, frozen=True):
    """What `count` scores from 0 to 10 come to: 2, 4 and 4 have a mean of 3.33 and 4 as the highest."""

    mean: float
    highest: int
    count: int


class PlaceFelt(Struct, frozen=True):
    """One place, by all that was said of it before and after sessions; None where nothing was."""

    place: Place
    tightness: Scores | None = None
    pain: Scores | None = None


class Part(Struct, frozen=True):
    """A week, a month or a year of the period, as far as it lies in it; both ends are included.

    Of `mornings` on which the next-morning question was answered, `worse` were worse than usual.
    """

    first: date
    last: date
    sessions: int
    work_ms: int
    felt: tuple[PlaceFelt, ...]
    mornings: int
    worse: int


class MuscleWork(Struct, frozen=True):
    """One muscle: milliseconds under stretch and repetitions of each side. What both did at once counts for each."""

    muscle: str
    left_ms: int
    right_ms: int
    left_reps: int
    right_reps: int


class ExerciseWork(Struct, frozen=True):
    """One exercise: in how many sessions, and all of its milliseconds and repetitions, whichever the side."""

    exercise: str
    sessions: int
    ms: int
    reps: int


class TestResult(Struct, frozen=True):
    """What one self-test came to; None for a leg that was not tested."""

    kind: SelfTestKind
    day: date
    left: float | None
    right: float | None


class FirstValue(Struct, frozen=True):
    """What a leg came to when it was first tested, with which each later test is compared."""

    kind: SelfTestKind
    side: Side
    day: date
    value: float


class Report(Struct, frozen=True):
    """The period, both ends included, in numbers.

    `done_days` have a session that counts as done, as one that was cut short early does not. Of `due_days`, on
    which the targets wanted something, on `met_days` all of it was done; days unwell or paused are none of them
    unless something was done, and today is none before it is done. Of the `weeks` that lie in the period as a whole
    and wanted something, `met_weeks` had as many days as the weekly target wants. `muscles`, `exercises` have the
    one with most work first; `tests` and `programmes` the oldest. `firsts` are of all time up to `until`: each leg
    that was ever tested has one.
    """

    since: date
    until: date
    grain: Grain
    finished: int
    partial: int
    planned_ms: int
    done_ms: int
    done_days: int
    due_days: int
    met_days: int
    weeks: int
    met_weeks: int
    unwell: int
    paused: int
    parts: tuple[Part, ...]
    felt: tuple[PlaceFelt, ...]
    mornings: int
    worse: int
    muscles: tuple[MuscleWork, ...]
    exercises: tuple[ExerciseWork, ...]
    tests: tuple[TestResult, ...]
    firsts: tuple[FirstValue, ...]
    programmes: tuple[Enrolment, ...]

    @property
    def sessions(self) -> int:
        return self.finished + self.partial

    @property
    def is_empty(self) -> bool:
        """Whether nothing was done, felt or tested."""
        felt = any(item.tightness or item.pain for item in self.felt)
        return not (self.sessions or felt or self.mornings or self.tests)


def usual_since(today: date, first_weekday: int, weeks: int = WEEKS) -> date:
    """The first day of the last `weeks` weeks, this one among them.

    Of 12 weeks up to Sunday 22 November 2026 it is Monday 31 August: 11 weeks before Monday the 16th.
    """
    return week_of(today, first_weekday) - (weeks - 1) * 7 * DAY


def report_of(diary: Diary, exercises: Mapping[str, Exercise], since: date, until: date) -> Report:
    """All numbers of the days from `since` to `until`; by weeks, and of more than 26 of them by months."""
    sessions = sessions_between(diary.sessions, since, until)
    check_ins = [item for item in diary.check_ins if since <= item.day <= until]
    mornings = [item for item in check_ins if item.morning is not None]
    days = day_states(diary, since, until)
    due = [state for state in days.values() if _was_due(state)]
    weeks = _whole_weeks(diary, since, until)
    grain = grain_of(since, until)
    return Report(
        since=since,
        until=until,
        grain=grain,
        finished=sum(session.status == "finished" for session in sessions),
        partial=sum(session.status == "partial" for session in sessions),
        planned_ms=sum(session.planned_ms for session in sessions),
        done_ms=sum(session.done_ms for session in sessions),
        done_days=sum(since <= day <= until for day in diary.done_days),
        due_days=len(due),
        met_days=sum(state.done >= state.due for state in due),
        weeks=len(weeks),
        met_weeks=sum(week.is_met for week in weeks),
        unwell=sum(state.kind == "unwell" for state in days.values()),
        paused=sum(state.kind == "paused" for state in days.values()),
        parts=_parts(grain, since, until, diary.first_weekday, sessions, check_ins),
        felt=_felt(check_ins),
        mornings=len(mornings),
        worse=sum(item.morning == "worse" for item in mornings),
        muscles=_muscles(sessions, exercises),
        exercises=_exercises(sessions),
        tests=tuple(_result(test) for test in diary.self_tests if since <= test.day <= until),
        firsts=_firsts(diary.self_tests, until),
        programmes=tuple(
            item
            for item in diary.enrolments
            if item.start <= until and (item.end is None or since <= item.end)
        ),
    )


def grain_of(since: date, until: date) -> Grain:
    """Weeks, up to 26 of them (183 days); months, up to 36 (1,098 days); then years."""
    days = (until - since).days + 1
    if days <= MOST_WEEKS * 7 + 1:
        return "week"
    return "month" if days <= MOST_MONTHS * 30.5 else "year"


def score_of(scores: Sequence[int]) -> Scores | None:
    return Scores(sum(scores) / len(scores), max(scores), len(scores)) if scores else None


def _was_due(state: DayState) -> bool:
    """A day on which nothing is known yet, or that was set apart, is not held against anybody."""
    return state.due > 0 and state.kind not in ("unknown", "unwell", "paused")


def _whole_weeks(diary: Diary, since: date, until: date) -> list[Week]:
    return [
        week
        for first, week in weeks_of(diary).items()
        if since <= first and first + 6 * DAY <= until and not week.is_passed_over
    ]


def _parts(
    grain: Grain,
    since: date,
    until: date,
    first_weekday: int,
    sessions: Sequence[SessionRecord],
    check_ins: Sequence[CheckIn],
) -> tuple[Part, ...]:
    def first_of(day: date) -> date:
        match grain:
            case "week":
                return week_of(day, first_weekday)
            case "month":
                return day.replace(day=1)
            case _:
                return day.replace(month=1, day=1)

    firsts = dict.fromkeys(first_of(since + number * DAY) for number in range((until - since).days + 1))
    of_sessions: dict[date, list[SessionRecord]] = {first: [] for first in firsts}
    of_check_ins: dict[date, list[CheckIn]] = {first: [] for first in firsts}
    for session in sessions:
        of_sessions[first_of(session.day)].append(session)
    for item in check_ins:
        of_check_ins[first_of(item.day)].append(item)
    ends = [*(first - DAY for first in list(firsts)[1:]), until]
    return tuple(
        _part(max(first, since), last, of_sessions[first], of_check_ins[first])
        for first, last in zip(firsts, ends, strict=False)
    )


def _part(first: date, last: date, sessions: Sequence[SessionRecord], check_ins: Sequence[CheckIn]) -> Part:
    return Part(
        first=first,
        last=last,
        sessions=len(sessions),
        work_ms=sum(session.done_ms for session in sessions),
        felt=_felt(check_ins),
        mornings=sum(item.morning is not None for item in check_ins),
        worse=sum(item.morning == "worse" for item in check_ins),
    )


def _felt(check_ins: Iterable[CheckIn]) -> tuple[PlaceFelt, ...]:
    """Every place, also one of which nothing was said."""
    tightness: dict[Place, list[int]] = {place: [] for place in PLACES}
    pain: dict[Place, list[int]] = {place: [] for place in PLACES}
    for felt in chain.from_iterable(item.felt for item in check_ins):
        if felt.tightness is not None:
            tightness[felt.place].append(felt.tightness)
        if felt.pain is not None:
            pain[felt.place].append(felt.pain)
    return tuple(PlaceFelt(place, score_of(tightness[place]), score_of(pain[place])) for place in PLACES)


def _muscles(sessions: Iterable[SessionRecord], exercises: Mapping[str, Exercise]) -> tuple[MuscleWork, ...]:
    work = chain.from_iterable(session.work for session in sessions)
    return tuple(
        MuscleWork(
            balance.muscle,
            balance.left.stretch_ms,
            balance.right.stretch_ms,
            balance.left.reps,
            balance.right.reps,
        )
        for balance in session_balances(work, exercises)
    )


def _exercises(sessions: Iterable[SessionRecord]) -> tuple[ExerciseWork, ...]:
    found: dict[str, ExerciseWork] = {}
    for session in sessions:
        for exercise in dict.fromkeys(item.exercise for item in session.work):
            before = found.get(exercise, ExerciseWork(exercise, 0, 0, 0))
            work = [item for item in session.work if item.exercise == exercise]
            found[exercise] = ExerciseWork(
                exercise,
                before.sessions + 1,
                before.ms + sum(item.ms for item in work),
                before.reps + sum(item.reps for item in work),
            )
    return tuple(sorted(found.values(), key=lambda item: (-item.ms, item.exercise)))


def _result(test: SelfTest) -> TestResult:
    return TestResult(test.kind, test.day, value(test, "left"), value(test, "right"))


def _firsts(tests: Iterable[SelfTest], until: date) -> tuple[FirstValue, ...]:
    known = [test for test in tests if test.day <= until]
    found = ((side, first_test(of_kind(known, kind), side)) for kind in KINDS for side in SIDES)
    return tuple(
        FirstValue(test.kind, side, test.day, first)
        for side, test in found
        if test is not None and (first := value(test, side)) is not None
    )
