"""What the list of all sessions shows, and by what it can be filtered. Knows no window and no clock."""

from collections.abc import Sequence
from datetime import date
from typing import overload

from msgspec import Struct

from app.core.diary import Diary
from app.core.record import SessionRecord
from app.views import words

ALL_ROUTINES = "All routines"
ALL_MONTHS = "All months"
NOTHING_YET = (
    "Every session you follow will be listed here, to look at and to correct. You can also add one by hand."
)
NOTHING_FOUND = "No session like that. Choose another routine or month, or show them all."


class Sieve(Struct, frozen=True):
    """What the list is held down to: sessions of one routine, by its `key_of`, and of one month, by its first day."""

    routine: str = ""
    month: date | None = None

    @property
    def lets_all_through(self) -> bool:
        return not self.routine and self.month is None


class SessionRow(Struct, frozen=True):
    """One session of the list; `when_short` stands where there is no room for `when`."""

    id: str
    name: str
    when: str
    when_short: str
    length: str
    partial: bool
    noted: bool


NO_ROW = SessionRow("", "", "", "", "", partial=False, noted=False)
"""Before a line has been given one."""


class RoutineChoice(Struct, frozen=True):
    """One of what the list can be held down to; `key` is "" for all."""

    key: str
    name: str
    count: str


class SessionRows(Sequence[SessionRow]):
    """The rows of sessions, each made when it is asked for: of twenty thousand only a few are ever seen."""

    def __init__(self, sessions: Sequence[SessionRecord], today: date) -> None:
        self._sessions = sessions
        self._today = today

    def __len__(self) -> int:
        return len(self._sessions)

    @overload
    def __getitem__(self, index: int) -> SessionRow: ...
    @overload
    def __getitem__(self, index: slice) -> "SessionRows": ...
    def __getitem__(self, index: int | slice) -> "SessionRow | SessionRows":
        if isinstance(index, slice):
            return SessionRows(self._sessions[index], self._today)
        return _row(self._sessions[index], self._today)


class SessionsView(Struct, frozen=True):
    """`headings` are the months: the number of the first row below each, and its words."""

    rows: SessionRows
    headings: tuple[tuple[int, str], ...]
    routine: str
    month: str
    by_routine: bool
    by_month: bool
    found: str
    any_yet: bool
    empty: str
    trouble: str

    @property
    def filtered(self) -> bool:
        return self.by_routine or self.by_month


NO_SESSIONS = SessionsView(
    rows=SessionRows((), date.min),
    headings=(),
    routine=ALL_ROUTINES,
    month=ALL_MONTHS,
    by_routine=False,
    by_month=False,
    found="",
    any_yet=False,
    empty="",
    trouble="",
)
"""Before there is a history to look at."""


def sessions_view(diary: Diary, sieve: Sieve = Sieve(), *, trouble: str = "") -> SessionsView:  # noqa: B008  # frozen
    """The sessions that the sieve lets through, the latest day first."""
    found = _found(diary.sessions, sieve)
    names = {choice.key: choice.name for choice in routine_choices(diary.sessions)} if sieve.routine else {}
    return SessionsView(
        rows=SessionRows(found, diary.today),
        headings=_months(found),
        routine=names.get(sieve.routine, ALL_ROUTINES),
        month=month_name(sieve.month) if sieve.month else ALL_MONTHS,
        found=_how_many(len(found), sieve),
        by_routine=bool(sieve.routine),
        by_month=sieve.month is not None,
        any_yet=bool(diary.sessions),
        empty="" if found else NOTHING_FOUND if diary.sessions else NOTHING_YET,
        trouble=trouble,
    )


def routine_choices(sessions: Sequence[SessionRecord]) -> tuple[RoutineChoice, ...]:
    """Every routine there is a session of, by name, each under the name that it bore last."""
    names: dict[str, str] = {}
    counts: dict[str, int] = {}
    for session in sessions:
        key = key_of(session)
        names.setdefault(key, session.name)
        counts[key] = counts.get(key, 0) + 1
    in_order = sorted(names, key=lambda key: (names[key].casefold(), key))
    return tuple(RoutineChoice(key, names[key], f"{counts[key]:,}") for key in in_order)


def month_counts(sessions: Sequence[SessionRecord], routine: str = "") -> dict[date, int]:
    """How many sessions each month has, by its first day; months without any are left out."""
    by_month: dict[tuple[int, int], int] = {}
    for session in sessions:
        if not routine or key_of(session) == routine:
            month = session.day.year, session.day.month
            by_month[month] = by_month.get(month, 0) + 1
    return {date(year, month, 1): count for (year, month), count in by_month.items()}


def key_of(session: SessionRecord) -> str:
    """What sessions of the same kind have in common: the routine's id or, where there was none, "=" and the name."""
    return session.routine or f"={session.name}"


def month_name(month: date) -> str:
    return f"{words.MONTHS[month.month - 1]} {month.year}"


def _found(sessions: Sequence[SessionRecord], sieve: Sieve) -> Sequence[SessionRecord]:
    """They come by the moment of their start; a journey over the date line may have days change places."""
    if sieve.routine:
        sessions = [session for session in sessions if key_of(session) == sieve.routine]
    if sieve.month is not None:
        year, month = sieve.month.year, sieve.month.month
        sessions = [
            session for session in sessions if session.day.month == month and session.day.year == year
        ]
    return sorted(sessions, key=lambda session: session.day, reverse=True)


def _months(sessions: Sequence[SessionRecord]) -> tuple[tuple[int, str], ...]:
    headings: list[tuple[int, str]] = []
    before = None
    for number, session in enumerate(sessions):
        day = session.day
        if (this := (day.year, day.month)) != before:
            headings.append((number, month_name(day)))
            before = this
    return tuple(headings)


def _how_many(count: int, sieve: Sieve) -> str:
    sessions = words.count(count, "session")
    return sessions if sieve.lets_all_through else f"{sessions} found"


def _row(session: SessionRecord, today: date) -> SessionRow:
    return SessionRow(
        id=session.id,
        name=session.name,
        when=f"{words.near_day(session.day, today)}, {session.started_at:%H:%M}",
        when_short=f"{_short_day(session.day, today)}, {session.started_at:%H:%M}",
        length=length(session),
        partial=session.status != "finished",
        noted=bool(session.note),
    )


def _short_day(day: date, today: date) -> str:
    """ "Today", "Yesterday", "Thu 19 Nov", with an old year "19 Nov 2024"."""
    if (today - day).days in (0, 1):
        return words.near_day(day, today)
    month = words.MONTHS[day.month - 1][:3]
    if day.year != today.year:
        return f"{day.day} {month} {day.year}"
    return f"{words.WEEKDAYS[day.weekday()][:3]} {day.day} {month}"


def length(session: SessionRecord) -> str:
    """What was done, and of how much if it was not all: "7 min 30 s", "3 min of 8 min", "Done"."""
    if not session.planned_ms and not session.done_ms:
        return "Done" if session.status == "finished" else ""
    done = words.duration(session.done_ms)
    return done if session.status == "finished" else f"{done} of {words.duration(session.planned_ms)}"
