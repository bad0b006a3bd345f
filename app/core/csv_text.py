"""CSV as text: rows with their lines, cells that no spreadsheet takes for a formula, days, numbers. Knows no column."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from msgspec import Struct

from app.core.mistakes import quoted

BOM = "\ufeff"

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_FIRST_DELIMITER = re.compile(r'[ ]*(?:"(?:[^"]|"")*"|[^",;\t\r\n]*)(?P<delimiter>[,;\t])')
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})")
_NUMBER = re.compile(r"\d{1,15}(?:[.,]\d{1,15})?|[.,]\d{1,15}")


class Row(Struct, frozen=True):
    """The cells of a row, and the line of the file (from 1) on which it begins."""

    line: int
    cells: tuple[str, ...]

    @property
    def plain(self) -> tuple[str, ...]:
        """The cells in lower case and without space around them, as headings are compared."""
        return tuple(cell.strip().casefold() for cell in self.cells)


def decode_csv(data: bytes) -> str:
    """The text of a file in UTF-8, or in UTF-16 with its mark. Raises `ValueError` with a remedy."""
    utf16 = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        return data.decode("utf-16" if utf16 else "utf-8").removeprefix(BOM)
    except UnicodeDecodeError:
        raise ValueError('this is not written in UTF-8; save it as "CSV UTF-8"') from None


def read_rows(text: str) -> Iterator[Row]:
    """The rows that are not blank, by whichever of comma, semicolon and tab comes first.

    Raises `ValueError`, with the line, where a cell is too long to be one: a quote was never closed.
    """
    found = _FIRST_DELIMITER.match(text)
    delimiter = found["delimiter"] if found else ","
    reader = csv.reader((line[0] for line in _LINE.finditer(text)), delimiter=delimiter)
    line = 1
    while True:
        try:
            cells = next(reader, None)
        except csv.Error:
            raise ValueError(f"a quote that opens in line {line} is never closed; close it") from None
        if cells is None:
            return
        if any(cell.strip() for cell in cells):
            yield Row(line, tuple(cells))
        line = reader.line_num + 1


def write_rows(rows: Iterable[Sequence[str]]) -> str:
    """As RFC 4180 has it, with a mark in front by which spreadsheets know that this is UTF-8."""
    page = _Page()
    csv.writer(page).writerows([harmless(cell) for cell in row] for row in rows)
    return BOM + "".join(page.written)


class _Page:
    """What a csv.writer writes on."""

    def __init__(self) -> None:
        self.written: list[str] = []

    def write(self, text: str) -> None:
        self.written.append(text)


def harmless(cell: str) -> str:
    """With an apostrophe before what a spreadsheet would run: "=1+1" becomes "'=1+1"; "1+1" stays.

    One that has apostrophes there already gets one more, so that `as_meant` finds the way back.
    """
    return f"'{cell}" if _FORMULA.match(cell) else cell


def as_meant(cell: str) -> str:
    """The way back: "'=1+1" is "=1+1", and "'tis" is itself."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def read_number(cell: str) -> Decimal | None:
    """A number from 0 up, with a point or a comma before its fraction; None if it is none."""
    plain = cell.strip()
    return Decimal(plain.replace(",", ".")) if _NUMBER.fullmatch(plain) else None


def read_day(cell: str) -> date:
    """A day with its year first, or last where it can be read in one way only. Raises `ValueError` with a remedy.

    "2026-11-22", "2026/11/22", "22.11.2026" (with points the day always comes first), "22/11/2026" and
    "11/22/2026" are all the 22nd of November. "03/04/2026" is the 3rd of April to some, the 4th of March to others.
    """
    plain = cell.strip()
    if found := _YEAR_FIRST.fullmatch(plain):
        readings = {_day(found[1], found[3], found[4])}
    elif found := _YEAR_LAST.fullmatch(plain):
        readings = {_day(found[4], found[3], found[1])}
        if found[2] != ".":
            readings.add(_day(found[4], found[1], found[3]))
    else:
        readings = set()
    days = sorted(day for day in readings if day)
    if len(days) > 1:
        raise ValueError(f"{quoted(plain)} may be {days[0]} or {days[1]}; write it in one of these two ways")
    if not days:
        raise ValueError(f"{quoted(plain)} is no day; write it as 2026-11-22")
    return days[0]


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
