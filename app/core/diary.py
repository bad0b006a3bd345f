"""All that is remembered, seen from one day: what every screen and command that looks back is given.

Knows no storage and no clock: sessions, marks, targets and today are arguments.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from app.core.care.check_in import CheckIn
from app.core.care.self_test import SelfTest
from app.core.day_mark import EXCUSED, DayMark
from app.core.programme.enrolment import Enrolment
from app.core.record import SessionRecord
from app.core.settings import Settings, WeeklyTarget
from app.core.target import Target, TargetsByDay

if TYPE_CHECKING:  # whoever follows no programme needs to know nothing of them
    from app.core.programme.standing import Course

MARGIN = timedelta(days=3)
"""A session's day lies within this of the moment at which it began, in whatever time zone."""


class DayTotal(Struct, frozen=True):
    """What the sessions of one day came to: `done` of them count as done, `work_ms` is the work of all."""

    done: int
    work_ms: int


class Diary(Struct, frozen=True, dict=True):
    """`sessions` are over, newest first; `totals` has a day only if it has a session.

    `targets` are the person's own and those that a programme makes, `course` is the programme that is followed
    today. `check_ins`, `self_tests` and `enrolments` are the oldest first.
    What is worked out of all days is worked out once: twenty years take a few milliseconds each time.
    """

    today: date
    sessions: Sequence[SessionRecord] = ()
    totals: Mapping[date, DayTotal] = {}
    marks: Mapping[date, DayMark] = {}
    targets: tuple[Target, ...] = ()
    weekly: WeeklyTarget = WeeklyTarget()
    first_weekday: int = 0
    check_ins: Sequence[CheckIn] = ()
    self_tests: Sequence[SelfTest] = ()
    enrolments: Sequence[Enrolment] = ()
    course: "Course | None" = None

    @cached_property
    def done_days(self) -> frozenset[date]:
        """The days with at least one session that counts as done."""
        return frozenset(day for day, total in self.totals.items() if total.done)

    @cached_property
    def excused_days(self) -> frozenset[date]:
        """The days that neither break nor build a streak: unwell or paused, and nothing done."""
        done = self.done_days
        return frozenset(day for day, mark in self.marks.items() if mark.mark in EXCUSED and day not in done)

    @cached_property
    def _targets_by_day(self) -> TargetsByDay:
        return TargetsByDay(self.targets)

    def targets_on(self, day: date) -> tuple[Target, ...]:
        """Those that hold on `day`, in their order."""
        return self._targets_by_day.on(day) if self.targets else ()


def diary_of(
    sessions: Sequence[SessionRecord],
    today: date,
    settings: Settings,
    marks: Iterable[DayMark] = (),
    targets: Iterable[Target] = (),
    *,
    check_ins: Sequence[CheckIn] = (),
    self_tests: Sequence[SelfTest] = (),
    enrolments: Sequence[Enrolment] = (),
) -> Diary:
    return Diary(
        today=today,
        sessions=sessions,
        totals=day_totals(sessions),
        marks={mark.day: mark for mark in marks},
        targets=tuple(targets),
        weekly=settings.weekly,
        first_weekday=settings.first_weekday,
        check_ins=check_ins,
        self_tests=self_tests,
        enrolments=enrolments,
    )


def counts_as_done(session: SessionRecord) -> bool:
    """Whether a session makes its day count: at least half of the planned work was done.

    One brought in from elsewhere may say no more than that it was done: nothing planned, and finished.
    """
    if session.planned_ms:
        return bool(session.done_ms) and 2 * session.done_ms >= session.planned_ms
    return session.status == "finished" or bool(session.done_ms)


def day_totals(sessions: Iterable[SessionRecord]) -> dict[date, DayTotal]:
    done: dict[date, int] = {}
    work_ms: dict[date, int] = {}
    for session in sessions:
        day = session.day
        done[day] = done.get(day, 0) + counts_as_done(session)
        work_ms[day] = work_ms.get(day, 0) + session.done_ms
    return {day: DayTotal(count, work_ms[day]) for day, count in done.items()}


def sessions_between(sessions: Sequence[SessionRecord], first: date, last: date) -> tuple[SessionRecord, ...]:
    """Those of `sessions`, which are newest first, whose day lies from `first` to `last`; reads no others."""

    near = sessions[_place(sessions, last, MARGIN) : _place(sessions, first, -MARGIN)]
    return tuple(session for session in near if first <= session.day <= last)


def sessions_since(sessions: Sequence[SessionRecord], first: date) -> Sequence[SessionRecord]:
    """Those of `sessions`, which are newest first, from `first` on, and maybe some of the days before it."""
    return sessions[: _place(sessions, first, -MARGIN)]


def _place(sessions: Sequence[SessionRecord], day: date, margin: timedelta) -> int:
    moment = datetime.combine(day, time(), UTC) + margin
    return bisect_left(sessions, -moment.timestamp(), key=lambda session: -_moment(session).timestamp())


def _moment(session: SessionRecord) -> datetime:
    """When it began; one that tells no time zone is taken for UTC, as the log does."""
    started_at = session.started_at
    return started_at if started_at.tzinfo else started_at.replace(tzinfo=UTC)
