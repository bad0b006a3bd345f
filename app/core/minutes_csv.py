"""A plain CSV of days and minutes, such as a diary kept in a spreadsheet. Knows no files and no clock."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from app.core.csv_text import Row, as_meant, read_day, read_number
from app.core.elsewhere import STRETCHING, day_session, in_time
from app.core.mistakes import quoted
from app.core.record import SessionRecord
from app.core.seconds import milliseconds
from app.core.transfer import Here, Incoming, LeftOut, UnreadableFile

MOST_MINUTES = 24 * 60
DAYS = frozenset(("date", "day"))
MINUTES = frozenset(("minutes", "minute", "min", "mins", "duration", "time", "length"))
NOTES = frozenset(("note", "notes", "comment", "comments", "remark", "remarks"))
NAMES = frozenset(("name", "routine", "exercise", "activity", "habit"))


def read_minutes(file: str, rows: Iterable[Row], here: Here) -> Incoming:
    """A session for each row, begun at noon and finished; several rows of a day are several sessions.

    The columns are a day, minutes and, if it is wanted, a note or a name; with headings they may stand in any
    order. The n-th row of a day has the same id in every file, so a file that has grown may come in again.
    Raises `UnreadableFile` if no column holds days or none holds minutes.
    """
    left_out = LeftOut(file)
    sessions: list[SessionRecord] = []
    times: Counter[date] = Counter()
    places: Mapping[str, int] | None = None
    for row in rows:
        if places is None:
            places = _places(file, row)
            if not _is_first_session(row):
                continue
        try:
            day, ms = _read_row(row, places, here)
        except ValueError as error:
            left_out.at(row.line, str(error))
            continue
        if ms:
            times[day] += 1
            name, note = _text(row, places, "name"), _text(row, places, "note")
            key = f"minutes/{day}/{times[day]}"
            sessions.append(day_session(key, day, here, name or STRETCHING, ms, note))
    return Incoming("minutes", tuple(reversed(sessions)), left_out=left_out.lines())


def _is_first_session(row: Row) -> bool:
    """Whether the first row is one of a session already, and no headings."""
    return any(cell[:1].isdigit() for cell in row.plain[:2])


def _places(file: str, first: Row) -> Mapping[str, int]:
    if _is_first_session(first):
        return {"day": 0, "minutes": 1, "note": 2}
    wanted = {"day": DAYS, "minutes": MINUTES, "note": NOTES, "name": NAMES}
    places = {
        what: place
        for what, words in wanted.items()
        for place, word in reversed(list(enumerate(first.plain)))
        if word in words
    }
    if not {"day", "minutes"} <= set(places):
        raise UnreadableFile(file, 'this is no history; the first line must be "date,minutes"')
    return places


def _read_row(row: Row, places: Mapping[str, int], here: Here) -> tuple[date, int]:
    day = in_time(read_day(_text(row, places, "day")), here)
    cell = _text(row, places, "minutes").strip()
    minutes = read_number(cell) if cell else Decimal(0)
    if minutes is None or minutes > MOST_MINUTES:
        raise ValueError(f"minutes are a number from 0 to {MOST_MINUTES}, not {quoted(cell)}")
    return day, milliseconds(minutes * 60)


def _text(row: Row, places: Mapping[str, int], what: str) -> str:
    place = places.get(what, len(row.cells))
    return as_meant(row.cells[place]) if place < len(row.cells) else ""
