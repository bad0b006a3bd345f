"""What the commands print: tables for people and JSON for scripts. Knows no files and no clock."""

from collections.abc import Iterable, Sequence
from typing import Any

from app.core.history_json import document_of
from app.core.library import Entry, Library
from app.core.mistakes import Problem
from app.core.record import SessionRecord
from app.core.seconds import seconds
from app.core.streak import Streak
from app.core.timeline import Segment, Timeline, unfold
from app.views import words

NO_DISPLAY = (
    "No display was found, so the window cannot open. Follow a routine here instead: "
    "soleus play calf-reset --terminal"
)
NO_HISTORY = "No sessions yet. Follow a routine: soleus play calf-reset"


def list_json(library: Library) -> list[dict[str, Any]]:
    return [
        {
            "id": entry.id,
            "name": entry.name,
            "minutes": None if entry.routine is None else round(_total_ms(entry, library) / 60_000, 1),
            "source": entry.source,
            "problems": [str(problem) for problem in entry.problems],
        }
        for entry in library.routines
    ]


def list_lines(library: Library) -> list[str]:
    wide = max((len(entry.id) for entry in library.routines), default=0)
    return [_list_line(entry, library, wide) for entry in library.routines]


def show_json(timeline: Timeline) -> dict[str, Any]:
    return {
        "id": timeline.routine,
        "name": timeline.name,
        "total_s": seconds(timeline.total_ms),
        "estimated": timeline.estimated,
        "segments": [_segment_json(segment) for segment in timeline.segments],
    }


def show_lines(timeline: Timeline) -> list[str]:
    about = "about " if timeline.estimated else ""
    return [
        f"{timeline.name}: {about}{words.duration(timeline.total_ms)}",
        *(_show_line(segment) for segment in timeline.segments),
    ]


def history_json(sessions: Sequence[SessionRecord]) -> list[dict[str, Any]]:
    return [document_of(session) for session in sessions]


def history_lines(sessions: Sequence[SessionRecord]) -> list[str]:
    if not sessions:
        return [NO_HISTORY]
    return [
        f"{session.day}  {session.started_at:%H:%M}  {words.duration(session.done_ms):>12}  "
        f"{_status(session):<8}  {session.name}"
        for session in sessions
    ]


def streak_json(streak: Streak) -> dict[str, Any]:
    return {
        "current_weeks": streak.current_weeks,
        "longest_weeks": streak.longest_weeks,
        "this_week": {"days": streak.days_this_week, "target": streak.target},
        "score": streak.score,
        "today_done": streak.today_done,
    }


def streak_lines(streak: Streak) -> list[str]:
    current, longest = (words.count(weeks, "week") for weeks in (streak.current_weeks, streak.longest_weeks))
    return [
        f"This week: {streak.days_this_week} of {words.count(streak.target, 'day')}"
        + (", secured" if streak.secured else ""),
        f"In a row: {current} (longest: {longest})",
        f"Habit score: {streak.score:g} of 100",
    ]


def no_such_routine(wanted: str, nearest: str | None) -> str:
    hint = f' Did you mean "{nearest}"?' if nearest else " See them all with: soleus list"
    return f'There is no routine "{wanted}".{hint}'


def first_mistake(problems: Sequence[Problem], file: str) -> str:
    """What keeps a routine from being used, in one line, and where to find the rest."""
    more = len(problems) - 1
    rest = f" ({more} more: soleus check {file})" if more else ""
    return f"{problems[0]}{rest}"


def no_such_screen(wanted: str, screens: Iterable[str]) -> str:
    return f'There is no screen "{wanted}". There are: {", ".join(screens)}'


def checked(files: int) -> str:
    return f"{words.count(files, 'file')} checked, no mistakes."


def mistaken(problems: int) -> str:
    return f"{words.count(problems, 'mistake')} to mend."


def _total_ms(entry: Entry, library: Library) -> int:
    return unfold(entry.routine, library.exercises).total_ms if entry.routine else 0


def _list_line(entry: Entry, library: Library, wide: int) -> str:
    if entry.routine is None:
        return f"{entry.id:<{wide}}  needs attention: {entry.problems[0]}"
    source = "" if entry.source == "bundled" else f"  ({entry.source})"
    return f"{entry.id:<{wide}}  {words.minutes(_total_ms(entry, library)):>6}  {entry.name}{source}"


def _segment_json(segment: Segment) -> dict[str, Any]:
    return {
        "kind": segment.kind,
        "exercise": segment.exercise,
        "side": segment.side,
        "set": segment.set,
        "rep": segment.rep,
        "start_s": seconds(segment.start_ms),
        "seconds": None if segment.length_ms is None else seconds(segment.length_ms),
    }


def _show_line(segment: Segment) -> str:
    length = "open" if segment.length_ms is None else words.duration(segment.length_ms)
    set_ = f"set {segment.set}" if segment.set and segment.sets > 1 else ""
    rep = f"repetition {segment.rep}" if segment.rep else ""
    parts = [segment.exercise or segment.text, segment.side or "", set_, rep]
    said = ", ".join(part for part in parts if part)
    return f"{words.clock(segment.start_ms):>6}  {length:>10}  {segment.kind:<8} {said}"


def _status(session: SessionRecord) -> str:
    """A session that runs, or was cut off, is partial to everyone else."""
    return "finished" if session.status == "finished" else "partial"
