"""What bringing a file in comes to, and which backups there are, in words. Knows no files and no clock."""

from collections.abc import Iterable, Sequence
from datetime import date, time

from msgspec import Struct

from app.core.care.check_in import CheckIn
from app.core.care.kept import CareRecord
from app.core.care.self_test import SelfTest
from app.core.programme.enrolment import Enrolment
from app.core.record import SessionRecord
from app.core.transfer import Merge
from app.views import words

MOST_SHOWN = 5
NOTHING_TO_BACK_UP = "There is nothing to back up yet. Follow a routine: soleus play calf-reset"
NO_BACKUPS = "No backups yet. Soleus makes one a day; make one now with: soleus backup"
_WHY = {
    "daily": "made that day",
    "by-hand": "made by hand",
    "before-import": "before an import",
    "before-restore": "before a restore",
}


class TransferView(Struct, frozen=True):
    """`lines` say what is added and changed; `left_out` what was not understood, the first few of it."""

    lines: tuple[str, ...]
    left_out: tuple[str, ...]
    changes_nothing: bool


def transfer_view(
    merge: Merge,
    left_out: Sequence[str] = (),
    *,
    new_routines: Sequence[str] = (),
    kept_routines: Sequence[str] = (),
    done: bool = False,
) -> TransferView:
    """What an import would come to or, once it is `done`, what it came to. Routines go by their files."""
    adds, changes = ("Added", "Changed") if done else ("Adds", "Changes")
    lines = [
        f"{adds} {words.count(len(merge.added), 'session')}{_span(merge.added)}." if merge.added else "",
        f"{changes} {words.count(len(merge.changed), 'session')}." if merge.changed else "",
        _said_of(adds, len(merge.marks_added)),
        _said_of(changes, len(merge.marks_changed)),
        f"{adds} {words.count(len(merge.targets_added), 'target')}." if merge.targets_added else "",
        f"{changes} {words.count(len(merge.targets_changed), 'target')}." if merge.targets_changed else "",
        f"{adds} {words.listing(_kept(merge.care_added))}." if merge.care_added else "",
        f"{changes} {words.listing(_kept([after for _, after in merge.care_changed]))}."
        if merge.care_changed
        else "",
        f"{adds} {words.count(len(new_routines), 'routine file')}: {words.listing(new_routines)}."
        if new_routines
        else "",
    ]
    nothing = not any(lines)
    if nothing:
        lines = [_nothing(merge)]
    elif merge.same:
        lines.append(f"{words.count(merge.same, 'session')} {_are(merge.same)} here already.")
    if merge.running:
        lines.append("A session that is running here is left as it is.")
    if kept_routines:
        lines.append(f"Your own stay, though they differ: {words.listing(kept_routines)}.")
    return TransferView(tuple(line for line in lines if line), _first(left_out), nothing)


def _kept(care: Sequence[CareRecord]) -> list[str]:
    """How many of each: "2 check-ins", "1 self-test"."""
    nouns = {CheckIn: "check-in", SelfTest: "self-test", Enrolment: "programme"}
    counts = {noun: sum(isinstance(each, kind) for each in care) for kind, noun in nouns.items()}
    return [words.count(count, noun) for noun, count in counts.items() if count]


def several_habits(names: Sequence[str], file: str) -> str:
    """What to type when a file holds several habits and nobody has said which."""
    listed = words.listing([f'"{name}"' for name in names])
    return f'{file}: {len(names)} habits are in it: {listed}. Choose with: --habit "{names[0]}"'


def exported(sessions: int, target: str) -> str:
    return f"{words.count(sessions, 'session')} written to {target}."


def no_such_backup(wanted: str) -> str:
    return f'There is no backup "{wanted}". See them all with: soleus restore'


def restored(name: str, kept_as: str) -> str:
    undo = f" What was there before: soleus restore {kept_as}" if kept_as else ""
    return f"Put back as it was in {name}.{undo}"


def demo_made(sessions: int, folder: str) -> tuple[str, str]:
    return (
        f"{words.count(sessions, 'session')} invented.",
        f"Look at it with: SOLEUS_HOME={folder} soleus",
    )


class BackupRow(Struct, frozen=True):
    """One backup of the list."""

    name: str
    when: str
    why: str
    size: str


def backup_row(name: str, day: date, at: time | None, reason: str, size: int) -> BackupRow:
    when = f"{day.day} {words.MONTHS[day.month - 1]} {day.year}" + (f", {at:%H:%M}" if at else "")
    return BackupRow(name, when, _WHY[reason], file_size(size))


def backup_lines(rows: Sequence[BackupRow]) -> list[str]:
    wide = max((len(row.name) for row in rows), default=0)
    return [f"{row.name:<{wide}}  {row.size:>8}  {row.when} ({row.why})" for row in rows] or [NO_BACKUPS]


def file_size(size: int) -> str:
    """In the unit that files are shown in, rounded up: 1 is "1 kB", 2,345,678 is "2.4 MB"."""
    if size < 1_000_000:
        return f"{max(1, -(-size // 1000))} kB"
    tenths = -(-size // 100_000)
    return f"{tenths // 10}.{tenths % 10} MB"


def _span(sessions: Iterable[SessionRecord]) -> str:
    days = [session.day for session in sessions]
    first, last = min(days), max(days)
    return f" of {_day(first)}" if first == last else f" from {_day(first)} to {_day(last)}"


def _day(day: date) -> str:
    return f"{day.day} {words.MONTHS[day.month - 1]} {day.year}"


def _said_of(verb: str, days: int) -> str:
    return f"{verb} what was said of {words.count(days, 'day')}." if days else ""


def _nothing(merge: Merge) -> str:
    if merge.same:
        return f"Nothing new: {words.count(merge.same, 'session')} {_are(merge.same)} here already."
    return "Nothing new."


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


def _first(left_out: Sequence[str]) -> tuple[str, ...]:
    if len(left_out) <= MOST_SHOWN:
        return tuple(left_out)
    more = len(left_out) - MOST_SHOWN + 1
    return (*left_out[: MOST_SHOWN - 1], f"And {more} more lines were left out.")
