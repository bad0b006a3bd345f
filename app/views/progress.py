"""What Progress shows: this week, the streak and every session. Knows no window and no clock."""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from app.core.diary import Diary
from app.core.record import SessionRecord
from app.core.streak import Streak
from app.views import words
from app.views.week import WeekView, week_view

SCORE_ABOUT = "How firm the habit is, from 0 to 100. A missed day dents it a little and never empties it."
EMPTY = "Your sessions will be listed here. Follow a routine from Today to begin."


class Figure(Struct, frozen=True):
    """One number with what it counts."""

    number: str
    label: str


class SessionRow(Struct, frozen=True):
    """One session of the list; `heading` is the month above the first of it, else ""."""

    id: str
    heading: str
    name: str
    when: str
    length: str
    partial: bool


class ProgressView(Struct, frozen=True):
    week: WeekView
    figures: tuple[Figure, ...]
    score_about: str
    rows: tuple[SessionRow, ...]
    empty: str
    trouble: str


def progress_view(
    diary: Diary,
    streak: Streak,
    *,
    trouble: str = "",
) -> ProgressView:
    return ProgressView(
        week=week_view(streak, diary),
        figures=(
            Figure(
                str(streak.current_weeks), "week in a row" if streak.current_weeks == 1 else "weeks in a row"
            ),
            Figure(str(streak.longest_weeks), "longest"),
            Figure(f"{streak.score:.0f}", "habit score"),
        ),
        score_about=SCORE_ABOUT,
        rows=_rows(diary.sessions, diary.today),
        empty="" if diary.sessions else EMPTY,
        trouble=trouble,
    )


def _rows(sessions: Sequence[SessionRecord], today: date) -> tuple[SessionRow, ...]:
    rows = []
    month = ""
    for session in sessions:
        this_month = f"{words.MONTHS[session.day.month - 1]} {session.day.year}"
        rows.append(_row(session, today, this_month if this_month != month else ""))
        month = this_month
    return tuple(rows)


def _row(session: SessionRecord, today: date, heading: str) -> SessionRow:
    partial = session.status != "finished"
    time = f"{session.started_at:%H:%M}"
    done = words.duration(session.done_ms)
    return SessionRow(
        id=session.id,
        heading=heading,
        name=session.name,
        when=f"{words.near_day(session.day, today)}, {time}",
        length=f"{done} of {words.duration(session.planned_ms)}" if partial else done,
        partial=partial,
    )
