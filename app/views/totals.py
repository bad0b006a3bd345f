"""What all sessions came to, and what was noted along the way. Knows no window."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from heapq import merge
from itertools import islice

from msgspec import Struct

from app.core.diary import Diary
from app.views import words
from app.views.sessions import key_of

LATEST = 3
HOURS = 2
"""From so many on, work is told in hours."""


class Figure(Struct, frozen=True):
    """One number with what it counts."""

    number: str
    label: str


class TotalsView(Struct, frozen=True):
    figures: tuple[Figure, ...] = ()
    records: str = ""


NO_TOTALS = TotalsView()


class NoteRow(Struct, frozen=True):
    """A note: on a session, whose id is given, or on the day as a whole."""

    day: date
    session: str
    when: str
    text: str


def totals_view(diary: Diary) -> TotalsView:
    sessions = diary.sessions
    if not sessions:
        return TotalsView()
    work_ms = sum(total.work_ms for total in diary.totals.values())
    hours = work_ms / 3_600_000
    longest = max(sessions, key=lambda session: session.done_ms)
    often, times = Counter(map(key_of, sessions)).most_common(1)[0]
    name = next(session.name for session in sessions if key_of(session) == often)
    return TotalsView(
        figures=(
            Figure(f"{len(sessions):,}", "session" if len(sessions) == 1 else "sessions"),
            Figure(f"{len(diary.totals):,}", "day" if len(diary.totals) == 1 else "days"),
            Figure(f"{hours:,.0f} h" if hours >= HOURS else words.minutes(work_ms), "of work"),
        ),
        records="\n".join(
            (
                f"Since {_date(sessions[-1].day)}.",
                f"Longest session: {longest.name}, {words.duration(longest.done_ms)}, on {_date(longest.day)}.",
                f"Most often: {name}, {words.count(times, 'time')}.",
            )
        ),
    )


def notes_of(diary: Diary, count: int = LATEST) -> tuple[NoteRow, ...]:
    """The latest notes of sessions and days, newest first; of one day the sessions' before its own."""
    noted = merge(_session_notes(diary), _day_notes(diary), key=lambda note: note.day, reverse=True)
    return tuple(islice(noted, count))


def _session_notes(diary: Diary) -> Iterator[NoteRow]:
    for session in diary.sessions:
        if session.note:
            when = f"{words.near_day(session.day, diary.today)}  ·  {session.name}"
            yield NoteRow(session.day, session.id, when, session.note)


def _day_notes(diary: Diary) -> Iterator[NoteRow]:
    noted = sorted((day for day, mark in diary.marks.items() if mark.note), reverse=True)
    for day in noted:
        yield NoteRow(day, "", words.near_day(day, diary.today), diary.marks[day].note)


def _date(day: date) -> str:
    return f"{day.day} {words.MONTHS[day.month - 1]} {day.year}"
