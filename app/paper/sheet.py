"""The sheet to tick: a routine on paper, with figures, doses and boxes. Knows no routine, only what is said of it."""

from pathlib import Path

from msgspec import Struct

from app.paper.figure import draw_figure
from app.paper.ink import BLACK, LEADING, MM, SOFT, Ink, PaperSize
from app.views.handout import Handout, HandoutRow

EDGE = 15 * MM
GAP = 5 * MM
FIGURE = 25 * MM
"""A side of the square that each of the two figures of a row has."""
BOX = 6 * MM
DAY = 6.6 * MM
"""From one box to the next."""
WEEK = 7 * DAY + 3 * MM
FOOT = 20 * MM
TITLE, SUBTITLE, NAME, DOSE, HOW, LETTER = 24.0, 10.5, 13.0, 11.0, 9.2, 7.0


class Printed(Struct, frozen=True):
    """A PDF, and how many pages it has."""

    data: bytes
    pages: int


def sheet(said: Handout, paper: PaperSize = "A4", pictures: Path | None = None) -> Printed:
    """Of as many pages as the steps need; a step is never torn apart.

    `pictures` is the folder of the user's own.
    """
    pages = _pages(said, paper)
    ink = Ink(paper, said.name)
    for number, rows in enumerate(pages, 1):
        y = _head(ink, said, whole=number == 1)
        for row in rows:
            _draw_row(ink, said, row, y, pictures)
            y -= _height(ink, said, row)
        _foot(ink, said, said.footer(number, len(pages)))
        ink.end_page()
    return Printed(ink.data(), len(pages))


def _pages(said: Handout, paper: PaperSize) -> list[list[HandoutRow]]:
    """Which rows stand on which page: measured on a document that is thrown away."""
    ink = Ink(paper, said.name)
    pages: list[list[HandoutRow]] = [[]]
    room = _head(ink, said, whole=True) - FOOT - EDGE
    for row in said.rows:
        height = _height(ink, said, row)
        if height > room and pages[-1]:
            pages.append([])
            room = _head(ink, said, whole=False) - FOOT - EDGE
        pages[-1].append(row)
        room -= height
    return pages


def _head(ink: Ink, said: Handout, *, whole: bool) -> float:
    """The title and, on the first page, what the routine is about. Returns where the rows begin."""
    width, y = ink.size[0] - 2 * EDGE, ink.size[1] - EDGE
    y -= ink.paragraph(said.name, EDGE, y, width, TITLE if whole else NAME, bold=True)
    if whole:
        facts = "  ·  ".join(filter(None, (said.facts, said.needs)))
        y -= 3 + ink.paragraph(facts, EDGE, y - 3, width, SUBTITLE, SOFT)
        y -= 3 + ink.paragraph(said.about, EDGE, y - 3, width, SUBTITLE)
    return y - GAP / 2


def _text_left(row: HandoutRow) -> float:
    return EDGE + (len(row.pictures) * FIGURE + GAP if row.pictures else 0.0)


def _texts(row: HandoutRow) -> tuple[tuple[str, float, str, bool], ...]:
    """Words, size, colour and weight of each of a row's paragraphs."""
    return (
        (f"{row.number}.  {row.name}", NAME, BLACK, True),
        (row.dose, DOSE, BLACK, False),
        (row.cue, HOW, BLACK, True),
        (row.how, HOW, SOFT, False),
    )


def _height(ink: Ink, said: Handout, row: HandoutRow) -> float:
    width = ink.size[0] - EDGE - _text_left(row)
    lines = sum(
        len(ink.lines_of(words, width, size, bold=bold)) * size * LEADING
        for words, size, _, bold in _texts(row)
    )
    boxes = said.times * (BOX + 1 * MM) + 2 * MM if row.ticked else 0.0
    return max(lines + boxes, FIGURE if row.pictures else 0.0) + 2 * GAP


def _draw_row(ink: Ink, said: Handout, row: HandoutRow, top: float, pictures: Path | None) -> None:
    """One step below `top`."""
    right, y = ink.size[0] - EDGE, top - GAP
    ink.line((EDGE, top), (right, top))
    for number, picture in enumerate(row.pictures):
        box = (EDGE + number * FIGURE, y - FIGURE, FIGURE - 2 * MM, FIGURE - 2 * MM)
        if picture.file and pictures is not None:
            ink.picture(pictures / picture.file, *box)
        draw_figure(ink, picture, *box)
    left = _text_left(row)
    for words, size, colour, bold in _texts(row):
        y -= ink.paragraph(words, left, y, right - left, size, colour, bold=bold)
    if row.ticked:
        y -= 2 * MM
        for _ in range(said.times):
            y -= BOX
            _boxes(ink, said, left, y)
            y -= 1 * MM


def _boxes(ink: Ink, said: Handout, left: float, bottom: float) -> None:
    """A box for each day of each week, its letter in it, small enough to be ticked over."""
    for week in range(said.weeks):
        for day, letter in enumerate(said.days):
            x = left + week * WEEK + day * DAY
            ink.box(x, bottom, BOX, BOX)
            ink.words_in_the_middle(letter, x + BOX / 2, bottom + BOX / 2 - LETTER * 0.36, LETTER, SOFT)


def _foot(ink: Ink, said: Handout, footer: str) -> None:
    width, top = ink.size[0] - 2 * EDGE, EDGE + FOOT - 2 * MM
    ink.line((EDGE, top), (EDGE + width, top))
    used = ink.paragraph(said.advice, EDGE, top - 2 * MM, width, 8.5)
    baseline = top - 2 * MM - used - 10
    ink.words(said.plain, EDGE, baseline, 8, SOFT)
    ink.words(footer, EDGE + width - ink.width_of(footer, 8), baseline, 8, SOFT)
