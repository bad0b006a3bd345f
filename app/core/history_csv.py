"""The history as CSV, a row a session, that a spreadsheet opens and that reads back. Knows no files.

docs/history-files.md describes the columns to those who read them.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any, TypeVar
from uuid import UUID

from app.core.csv_text import Row, as_meant, read_day, read_number, write_rows
from app.core.history_json import document_of
from app.core.mistakes import quoted
from app.core.record import SessionRecord, Side, Work
from app.core.seconds import MOST_SECONDS, milliseconds, seconds

COLUMNS = (
    "id", "day", "started_at", "routine", "name", "status", "planned_s", "done_s", "before", "after", "note", "work",
)  # fmt: skip
NEEDED = COLUMNS[:8]
SIDES: Mapping[str, Side | None] = {"left": "left", "right": "right", "both": None}
MOST_REPS = 1_000_000

_ITEM = re.compile(
    r"(?P<exercise>(?:[^\\:;]|\\.)*):(?P<side>\w+):(?P<seconds>[\d.,]+):(?P<reps>\d{1,7})", re.DOTALL
)
_ITEMS = re.compile(r"(?:[^\\;]|\\.)+", re.DOTALL)
_Read = TypeVar("_Read")


def write_csv(sessions: Sequence[SessionRecord]) -> str:
    """The sessions in the order given, under their headings."""
    return write_rows([COLUMNS, *map(_row_of, sessions)])


def is_history(heading: Row) -> bool:
    """Whether these are the headings of `write_csv`, in any order."""
    return {"id", "started_at", "done_s"} <= set(heading.plain)


def read_csv(heading: Row, rows: Iterator[Row]) -> Iterator[tuple[int, SessionRecord | str]]:
    """Each row's line with its session, or with the reason why it is none.

    Raises `ValueError` if a column is missing that a session cannot do without.
    """
    places = {name: place for place, name in reversed(list(enumerate(heading.plain)))}
    missing = [name for name in NEEDED if name not in places]
    if missing:
        raise ValueError(f"the column {quoted(missing[0])} is missing; export it anew")
    return ((row.line, _read_row(row, places)) for row in rows)


def _row_of(session: SessionRecord) -> list[str]:
    document = document_of(session)
    document["work"] = write_work(session.work)
    return ["" if document[name] is None else str(document[name]) for name in COLUMNS]


def _read_row(row: Row, places: Mapping[str, int]) -> SessionRecord | str:
    cells = {name: as_meant(row.cells[at]) for name, at in places.items() if at < len(row.cells)}
    try:
        return _session_of(cells)
    except ValueError as error:
        return str(error)


def _session_of(cells: Mapping[str, str]) -> SessionRecord:
    def read(name: str, meaning: Callable[[str], _Read], rule: str) -> _Read:
        try:
            return meaning(cells.get(name, ""))
        except (ValueError, KeyError, OverflowError):
            raise ValueError(f"{name} must be {rule}, not {quoted(cells.get(name, ''))}") from None

    length = f"seconds from 0 to {MOST_SECONDS}"
    score = "a whole number from 0 to 10, or nothing"
    return SessionRecord(
        id=str(read("id", UUID, "a UUID")),
        routine=cells.get("routine", ""),
        name=cells.get("name", ""),
        started_at=read("started_at", _moment, "a moment with its offset such as 2026-11-22T18:05:00+01:00"),
        day=read_day(cells.get("day", "")),
        status=read("status", _status, "finished or partial"),
        planned_ms=read("planned_s", _ms, length),
        done_ms=read("done_s", _ms, length),
        before=read("before", _score, score),
        after=read("after", _score, score),
        note=cells.get("note", ""),
        work=read("work", read_work, 'pieces such as "wall-calf-stretch:left:60:0", with "; " between them'),
    )


def write_work(work: Sequence[Work]) -> str:
    r"""Exercise, side, seconds and repetitions: "wall-calf-stretch:left:60:0; calf-raise:both:30:12".

    A colon, a semicolon or a backslash in the name of an exercise gets a backslash before it.
    """
    return "; ".join(
        f"{_escaped(item.exercise)}:{item.side or 'both'}:{seconds(item.ms)}:{item.reps}" for item in work
    )


def _escaped(name: str) -> str:
    return re.sub(r"([\\:;])", r"\\\1", name)


def read_work(text: str) -> tuple[Work, ...]:
    """The way back. Raises `ValueError` or `KeyError` if it is none."""
    if not text.strip():
        return ()
    pieces = [piece[0] for piece in _ITEMS.finditer(text)]
    return tuple(_item(piece.removeprefix(" ") if place else piece) for place, piece in enumerate(pieces))


def _item(piece: str) -> Work:
    found = _ITEM.fullmatch(piece)
    if not found or int(found["reps"]) > MOST_REPS:
        raise ValueError(piece)
    exercise = re.sub(r"\\(.)", r"\1", found["exercise"], flags=re.DOTALL)
    return Work(exercise, SIDES[found["side"]], _ms(found["seconds"]), int(found["reps"]))


def _moment(cell: str) -> datetime:
    moment = datetime.fromisoformat(cell.strip())
    if moment.tzinfo is None:
        raise ValueError(cell)
    return moment


def _status(cell: str) -> Any:
    plain = cell.strip().casefold()
    if plain not in ("finished", "partial"):
        raise ValueError(cell)
    return plain


def _ms(cell: str) -> int:
    number = read_number(cell)
    if number is None or number > Decimal(MOST_SECONDS):
        raise ValueError(cell)
    return milliseconds(number)


def _score(cell: str) -> int | None:
    plain = cell.strip()
    if not plain:
        return None
    if plain not in map(str, range(11)):
        raise ValueError(cell)
    return int(plain)
