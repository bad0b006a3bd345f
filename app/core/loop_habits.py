"""What Loop Habit Tracker exports: its whole folder, or one Checkmarks.csv out of it. Knows no zip and no clock.

Its Habits.csv lists the habits with their units; each habit has a folder such as "001 Stretch" with a
Checkmarks.csv of `Date,Value,Notes`; a Checkmarks.csv beside them has a column for each habit. A value is a
word (YES_MANUAL, YES_AUTO, NO, SKIP, UNKNOWN), as earlier versions wrote it a number (2, 1, 0, 3, -1), or
for a habit that is measured the amount in thousandths: 30000 is 30 minutes.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Literal

from msgspec import Struct

from app.core.csv_text import Row, read_day, read_rows
from app.core.day_mark import DayMark
from app.core.elsewhere import STRETCHING, day_session, in_time
from app.core.mistakes import either, quoted, shorten
from app.core.record import SessionRecord
from app.core.transfer import Here, Incoming, LeftOut, SeveralHabits, UnreadableFile

HABITS, CHECKMARKS, SCORES = "habits.csv", "checkmarks.csv", "scores.csv"
UNIT_MS = {
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), 3_600_000),
    **dict.fromkeys(("m", "min", "mins", "min.", "minute", "minutes"), 60_000),
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds"), 1000),
}
"""What one of a unit is in milliseconds, for those of time; a habit in any other is done or not done."""
DAY_MS = 24 * 3_600_000

Meaning = Literal["done", "ticked by itself", "skipped", "nothing"]
MEANINGS: Mapping[str, Meaning] = {
    "2": "done", "yes_manual": "done",
    "1": "ticked by itself", "yes_auto": "ticked by itself",
    "3": "skipped", "skip": "skipped",
    "0": "nothing", "no": "nothing", "-1": "nothing", "unknown": "nothing", "": "nothing",
}  # fmt: skip

_FOLDER = re.compile(r"(\d{3,9}) (.*)", re.DOTALL)
_WHOLE = re.compile(r"-?\d{1,12}")


class Check(Struct, frozen=True):
    """What Loop says of one day, and where it says it."""

    line: int
    day: str
    value: str
    note: str = ""


class Habit(Struct, frozen=True):
    """A habit with its days. `unit_ms` is None where amounts are no time, `measured` None where nobody says."""

    name: str
    file: str
    checks: tuple[Check, ...]
    measured: bool | None = None
    unit_ms: int | None = None


def is_loop(file: str, heading: Row) -> bool:
    """Whether a CSV is one of Loop's Checkmarks.csv, by its name or by what its first row looks like."""
    cells = heading.plain
    dated = len(cells) > 1 and cells[0] == "date"
    return _name(file) == CHECKMARKS or (
        dated and (cells[1] == "value" or (len(cells) > 2 and not cells[-1]))
    )


def is_other_loop(file: str, heading: Row) -> bool:
    """Whether it is one of Loop's files that tell no days."""
    return heading.plain[:2] in (("position", "name"), ("date", "score")) or _name(file) == SCORES


def is_loop_folder(names: Sequence[str]) -> bool:
    """Whether these are the files of an export of Loop."""
    return any(_name(name) in (HABITS, CHECKMARKS) for name in names)


def read_loop(file: str, texts: Mapping[str, str], here: Here, wanted: Sequence[str] = ()) -> Incoming:
    """The days of the habits named in `wanted`, or of the only one there is.

    `texts` are Loop's files by name; `file` is what the person chose. Raises `SeveralHabits` if there is more
    than one habit with anything in it and none is wanted, `UnreadableFile` if there is none of that name.
    """
    try:
        habits = _chosen(file, list(_habits(texts)), wanted)
    except ValueError as error:
        raise UnreadableFile(file, str(error)) from error
    left_out = LeftOut(file)
    sessions: list[SessionRecord] = []
    marks: list[DayMark] = []
    for habit in habits:
        reader = _Reader(habit, here, left_out, "" if len(texts) == 1 else habit.file)
        for check in habit.checks:
            reader.read(check)
        sessions += reader.sessions
        marks += reader.marks
        reader.tell_what_was_passed_over()
    return Incoming("loop", tuple(sessions), tuple(marks), left_out=left_out.lines())


def _chosen(file: str, habits: Sequence[Habit], wanted: Sequence[str]) -> Sequence[Habit]:
    names = tuple(dict.fromkeys(habit.name for habit in habits))
    if not names:
        raise UnreadableFile(file, "no habit in it has a day; export it anew")
    if not wanted and len(habits) > 1:
        raise SeveralHabits(file, names)
    for name in wanted:
        if name.casefold() not in map(str.casefold, names):
            there = either(map(shorten, names), "and")
            raise UnreadableFile(file, f"there is no habit {quoted(name)} in it, only {there}")
    chosen = {name.casefold() for name in wanted}
    return [habit for habit in habits if not wanted or habit.name.casefold() in chosen]


class _Reader:
    """What the days of one habit have come to so far."""

    def __init__(self, habit: Habit, here: Here, left_out: LeftOut, within: str) -> None:
        self._habit = habit
        self._within = within
        self._here = here
        self._left_out = left_out
        self._by_itself = self._no_length = 0
        self.sessions: list[SessionRecord] = []
        self.marks: list[DayMark] = []

    def read(self, check: Check) -> None:
        try:
            meaning, ms = self._meaning(check.value)
            if meaning == "nothing" and not check.note.strip():
                return
            day = in_time(read_day(check.day), self._here)
        except ValueError as error:
            self._left_out.at(check.line, str(error), within=self._within)
            return
        self._keep(day, meaning, ms, check.note.strip())

    def tell_what_was_passed_over(self) -> None:
        if self._by_itself:
            self._left_out.about(
                f"{quoted(self._habit.name)}: days that Loop ticked by itself, {self._by_itself} of them, are left "
                "out; what was done is not in the file"
            )
        if self._no_length:
            self._left_out.about(
                f"{quoted(self._habit.name)}: amounts on {self._no_length} of its days are no time that is known; "
                "the days count as done, without minutes"
            )

    def _keep(self, day: date, meaning: Meaning, ms: int, note: str) -> None:
        if meaning == "done":
            key = f"loop/{self._habit.name}/{day}/1"
            self.sessions.append(day_session(key, day, self._here, self._habit.name, ms, note))
            return
        self._by_itself += meaning == "ticked by itself"
        mark = DayMark(day, "rest" if meaning == "skipped" else None, note)
        if not mark.says_nothing:
            self.marks.append(mark)

    def _meaning(self, value: str) -> tuple[Meaning, int]:
        """What a value stands for, and the milliseconds of work it tells."""
        plain = value.strip().casefold()
        known = MEANINGS.get(plain)
        if known and not (self._habit.measured and known in ("done", "ticked by itself")):
            return known, 0
        if not known and (self._habit.measured is False or not _WHOLE.fullmatch(plain)):
            raise ValueError(f"{quoted(value)} is no value that Loop writes; mend it")
        amount = int(plain) if _WHOLE.fullmatch(plain) else 0
        if amount <= 0:
            return "nothing", 0
        if self._habit.unit_ms is None:
            self._no_length += 1
            return "done", 0
        ms = amount * self._habit.unit_ms // 1000
        if ms > DAY_MS:
            raise ValueError("this is more than a day has; mend it")
        return "done", ms


def _habits(texts: Mapping[str, str]) -> Iterator[Habit]:
    """Those that have days. A habit's own file tells more than the common one, which stands in for it.

    Raises `ValueError` with a remedy if a file cannot be told apart into columns.
    """
    described = _described(texts)
    checkmarks = [name for name in sorted(texts) if _name(name) == CHECKMARKS] or list(texts)
    own = [name for name in checkmarks if _position(name)]
    for name in own or checkmarks:
        rows = list(read_rows(texts[name]))
        is_common = bool(rows) and rows[0].plain[:1] == ("date",) and rows[0].plain[1:2] != ("value",)
        found = _common_habits(name, rows, described) if is_common else [_own_habit(name, rows, described)]
        yield from (habit for habit in found if any(_says_something(check) for check in habit.checks))


class _Described(Struct, frozen=True):
    """A line of Habits.csv."""

    name: str
    measured: bool | None = None
    unit_ms: int | None = None


def _described(texts: Mapping[str, str]) -> Mapping[int, _Described]:
    """What Habits.csv says of each habit by its position; nothing where there is none."""
    text = next((text for name, text in texts.items() if _name(name) == HABITS), "")
    rows = read_rows(text)
    heading = next(rows, None)
    if heading is None:
        return {}
    described = {}
    for row in rows:
        cells = dict(zip(heading.plain, row.cells, strict=False))
        if cells.get("position", "").strip().isdecimal() and cells.get("name", "").strip():
            measured = cells.get("type", "").strip().upper() == "NUMERICAL"
            unit_ms = UNIT_MS.get(cells.get("unit", "").strip().casefold())
            described[int(cells["position"])] = _Described(cells["name"].strip(), measured, unit_ms)
    return described


def _own_habit(file: str, rows: Sequence[Row], described: Mapping[int, _Described]) -> Habit:
    """That of a file of one habit; earlier versions wrote no headings and no notes."""
    position, name = _position(file) or (0, STRETCHING)
    known = described.get(position, _Described(name or STRETCHING))
    checks = tuple(Check(row.line, *(*row.cells, "", "")[:3]) for row in rows if row.plain[:1] != ("date",))
    return Habit(known.name, file, checks, known.measured, known.unit_ms)


def _common_habits(file: str, rows: Sequence[Row], described: Mapping[int, _Described]) -> Iterator[Habit]:
    """A habit for each column."""
    heading, *days = rows
    if any(len(row.cells) != len(heading.cells) for row in days):
        # Loop does not quote the names here, so a comma in one of them moves all columns after it.
        raise ValueError(
            "the name of a habit has a comma in it; choose the whole zip, where it is told apart"
        )
    by_name = {known.name: known for known in described.values()}
    for place, cell in enumerate(heading.cells[1:], 1):
        if name := cell.strip():
            known = by_name.get(name, _Described(name))
            checks = tuple(Check(row.line, row.cells[0], row.cells[place]) for row in days)
            yield Habit(name, file, checks, known.measured, known.unit_ms)


def _says_something(check: Check) -> bool:
    return MEANINGS.get(check.value.strip().casefold()) != "nothing" or bool(check.note.strip())


def _name(file: str) -> str:
    return re.split(r"[\\/]", file)[-1].strip().casefold()


def _position(file: str) -> tuple[int, str] | None:
    """The place in Habits.csv and the name that a habit's folder tells: "001 Stretch/Checkmarks.csv"."""
    found = _FOLDER.fullmatch("".join(re.split(r"[\\/]", file)[-2:-1]))
    return (int(found[1]), found[2].strip()) if found else None
