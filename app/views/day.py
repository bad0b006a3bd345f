"""What the sheet of one day shows: what was done, what the day was, a note. Knows no window and no clock."""

from collections.abc import Collection
from datetime import date, timedelta

from msgspec import Struct

from app.core.day_mark import MOST_DAYS, DayMark, Mark, days_marked, mark_on
from app.core.day_states import DayState, day_states
from app.core.diary import Diary, counts_as_done, sessions_between
from app.core.record import SessionRecord
from app.views import words

MARKS: tuple[Mark | None, ...] = (None, "rest", "unwell", "paused")
MARK_WORDS = ("Ordinary", "Rest day", "Unwell", "Paused")
ABOUT: dict[Mark | None, str] = {
    None: "",
    "rest": "A day off, as planned. It counts neither for your streak nor against it: your weekly target "
    "leaves room for days like this.",
    "unwell": "Days on which you are unwell neither break nor build your streak. Your week asks for less.",
    "paused": "For a holiday or a busy time. Paused days neither break nor build your streak. Your week asks "
    "for less.",
}


class DaySession(Struct, frozen=True):
    """One session of the day."""

    id: str
    name: str
    facts: str
    partial: bool


class DayView(Struct, frozen=True):
    """One day. `span` says for how many days its mark holds, from this day on; "" without a mark."""

    date: str
    state: str
    sessions: tuple[DaySession, ...]
    can_add: bool
    mark: int
    about: str
    span: str
    can_shorten: bool
    can_lengthen: bool
    note: str
    trouble: str


def day_view(diary: Diary, day: date, *, trouble: str = "") -> DayView:
    said = mark_on(diary.marks, day)
    days = days_marked(diary.marks, day)
    return DayView(
        date=_date(day, diary.today),
        state=state_text(day_states(diary, day, day)[day], day, diary.today),
        sessions=tuple(_session(item) for item in reversed(sessions_between(diary.sessions, day, day))),
        can_add=day <= diary.today,
        mark=MARKS.index(said.mark),
        about=ABOUT[said.mark],
        span=_span(day, days) if said.mark else "",
        can_shorten=days > 1,
        can_lengthen=days < MOST_DAYS,
        note=said.note,
        trouble=trouble,
    )


def state_text(state: DayState, day: date, today: date) -> str:
    """The state in words, with the time worked: "2 of 3 done  ·  6 min"."""
    match state.kind:
        case "done" if state.due > 1:
            text = f"All {state.due} done"
        case "done":
            text = "Done"
        case "partly":
            text = f"{state.done} of {state.due} done" if state.due > 1 else "Partly done"
        case "rest" | "unwell" | "paused":
            text = MARK_WORDS[MARKS.index(state.kind)]
        case _:
            text = "Nothing done" if day < today else "Not yet" if day == today else "Still to come"
    return f"{text}  ·  {words.duration(state.work_ms)}" if state.work_ms else text


def kept_text(changed: Collection[DayMark]) -> str:
    """What is now said of the days in `changed`: "3 to 7 December: paused."; of a mixture only how many."""
    days = sorted(mark.day for mark in changed)
    marks = {mark.mark for mark in changed}
    if len(marks) > 1 or (days[-1] - days[0]).days >= len(days):
        return f"{words.count(len(days), 'day')} changed."
    when = day_range(days[0], days[-1])
    (mark,) = marks
    if mark is None:
        return f"{when}: an ordinary day." if len(days) == 1 else f"{when}: ordinary days."
    return f"{when}: {MARK_WORDS[MARKS.index(mark)].lower()}."


NOTE_KEPT = "The note is kept."


def day_range(first: date, last: date) -> str:
    """As short as can be: "3 December", "3 to 7 December", "28 December to 3 January"."""
    end = f"{last.day} {words.MONTHS[last.month - 1]}"
    if first == last:
        return end
    same_month = (first.year, first.month) == (last.year, last.month)
    return f"{first.day} to {end}" if same_month else f"{first.day} {words.MONTHS[first.month - 1]} to {end}"


def _date(day: date, today: date) -> str:
    return words.full_day(day) if day.year == today.year else f"{words.full_day(day)} {day.year}"


def _span(day: date, days: int) -> str:
    if days == 1:
        return "This day"
    return f"{days} days, until {words.full_day(day + timedelta(days=days - 1))}"


def _session(session: SessionRecord) -> DaySession:
    done = words.duration(session.done_ms)
    whole = session.status == "finished" or counts_as_done(session)
    facts = done if session.status == "finished" else f"{done} of {words.duration(session.planned_ms)}"
    return DaySession(session.id, session.name, f"{session.started_at:%H:%M}  ·  {facts}", not whole)
