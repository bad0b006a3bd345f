"""What programmes make due: targets worked out of the log, day by day as it was. Knows no storage and no clock.

They are never written down: a day corrected, a session brought in or a mark set changes them by itself.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from msgspec import structs

from app.core.diary import Diary, counts_as_done, sessions_since
from app.core.programme.enrolment import Enrolment
from app.core.programme.flares import flare_days
from app.core.programme.programme import WEEK_DAYS, Programme
from app.core.programme.standing import Course, Happened, Round, rounds, standing_in
from app.core.target import InProgramme, Target

DAY = timedelta(days=1)
Find = Callable[[str], Programme | None]
"""The programme with an id, or None if there is none that can be used."""


def enrolled(diary: Diary, find: Find) -> Diary:
    """The diary with what its programmes make due, now and at any time before, and the course that is followed."""
    made: list[Target] = []
    course: Course | None = None
    for enrolment in in_turn(diary.enrolments):
        programme = find(enrolment.programme)
        if programme is not None:
            passed = happened(diary, programme, enrolment)
            found = rounds(programme, enrolment, passed, min(diary.today, enrolment.end or diary.today))
            made += targets_of(programme, enrolment, found)
            if enrolment.holds_on(diary.today):
                standing = standing_in(programme, found[-1], passed, diary.today)
                course = Course(programme, enrolment, standing)
    return structs.replace(diary, targets=(*diary.targets, *made), course=course) if made else diary


def in_turn(enrolments: Iterable[Enrolment]) -> tuple[Enrolment, ...]:
    """One at a time: an earlier one ends where a later one begins, as after a merge of two machines.

    One that would hold on no day at all is left out.
    """
    ordered = sorted(enrolments, key=lambda each: (each.start, each.id))
    cut = [_cut(each, later.start - DAY) for each, later in pairwise(ordered)] + ordered[-1:]
    return tuple(each for each in cut if each.end is None or each.end >= each.start)


def _cut(enrolment: Enrolment, last: date) -> Enrolment:
    return enrolment if (enrolment.end or date.max) <= last else structs.replace(enrolment, end=last)


def followed(enrolments: Iterable[Enrolment], today: date) -> Enrolment | None:
    """The one that holds on `today`."""
    return next((each for each in in_turn(enrolments) if each.holds_on(today)), None)


def happened(diary: Diary, programme: Programme, enrolment: Enrolment) -> Happened:
    """What bears on a programme, since somebody enrolled, of all that is remembered."""
    done: dict[str, set[int]] = {routine: set() for routine in programme.routines}
    for session in sessions_since(diary.sessions, enrolment.start):
        days = done.get(session.routine)
        if days is not None:
            day = session.day.toordinal()
            if day not in days and counts_as_done(session):
                days.add(day)
    marks = diary.marks
    excused = {day: mark for day in diary.excused_days if (mark := marks[day].mark) is not None}
    return Happened(done, flare_days(diary.check_ins), excused)


def targets_of(programme: Programme, enrolment: Enrolment, found: Sequence[Round]) -> tuple[Target, ...]:
    """What these rounds of an enrolment make due.

    As long as week follows on the same week, day for day, it is one target for each routine, whose days come
    again every seven. The week of today goes on until the enrolment ends, for as far as anybody can tell.
    A day of rest put before a round has a target as well, one that is due on no day.
    """
    return tuple(target for span in _spans(found, enrolment.end) for target in _targets(programme, span))


class _Span(Round, frozen=True):
    """Rounds of the same week that follow on each other."""

    lasts: date | None = None


def _spans(found: Sequence[Round], end: date | None) -> Iterator[_Span]:
    begun: Round | None = None
    for number, each in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else None
        begun = begun or each
        if following is None:
            yield _span(begun, end)
        elif not (
            following.week == each.week and following.since == following.start == each.start + DAY * WEEK_DAYS
        ):
            yield _span(begun, each.end)
            begun = None


def _span(begun: Round, lasts: date | None) -> _Span:
    return _Span(**structs.asdict(begun), lasts=lasts)


def _targets(programme: Programme, span: _Span) -> Iterator[Target]:
    week = programme.weeks[span.week]
    if span.since < span.start:
        rests = InProgramme(programme.id, ())
        yield Target(week.on[0].routine, rests, span.since, end=span.since)
    for item in week.on:
        days = InProgramme(programme.id, tuple(sorted(set(item.days))), WEEK_DAYS)
        if span.lasts is None or span.lasts >= span.start:
            yield Target(item.routine, days, span.start, item.times, span.lasts)
