"""The page for the clinician, read back from its PDF."""

from datetime import UTC, date, timedelta
from io import BytesIO
from itertools import pairwise

import pytest
from msgspec import structs
from pypdf import PdfReader

from app.core.care.check_in import CheckIn
from app.core.care.report import report_of
from app.core.care.self_test import SelfTest
from app.core.demo_care import demo_care
from app.core.demo_diary import demo_diary
from app.core.diary import Diary, diary_of
from app.core.programme.enrolment import Enrolment
from app.core.settings import Settings
from app.core.timeline import unfold
from app.paper import report as page
from app.paper.ink import BLACK, MM, SIZES, Ink
from app.storage.bundle import routines_folder
from app.storage.library import read_library
from app.views.report import ReportView, report_view

LIBRARY = read_library(routines_folder(), None)
TIMELINES = [unfold(entry.routine, LIBRARY.exercises) for entry in LIBRARY.routines if entry.routine]
TODAY = date(2026, 11, 22)
LIVED = demo_diary(TIMELINES, TODAY, 2.2, UTC)


def lived(*, care: bool = True) -> Diary:
    kept = demo_care(LIVED.sessions, TODAY, 760) if care else ()
    return diary_of(
        LIVED.sessions,
        TODAY,
        Settings(),
        LIVED.marks,
        LIVED.targets,
        check_ins=[item for item in kept if isinstance(item, CheckIn)],
        self_tests=[item for item in kept if isinstance(item, SelfTest)],
        enrolments=[item for item in kept if isinstance(item, Enrolment)],
    )


LIVED_IN, UNCARED = lived(), lived(care=False)


def said(days: int = 84, diary: Diary = LIVED_IN) -> ReportView:
    return report_view(
        report_of(diary, LIBRARY.exercises, TODAY - timedelta(days=days - 1), TODAY), LIBRARY.exercises
    )


def long_words(view: ReportView) -> ReportView:
    """With the longest that anybody may call things."""
    long = "Wernicke-Mannscher Gastrocnemius " * 12
    rows = tuple((long, *row[1:]) for row in view.exercises.rows)
    return structs.replace(
        view,
        facts=(f"Programme: {long}.", *view.facts),
        exercises=structs.replace(view.exercises, rows=rows),
        sides=structs.replace(view.sides, rows=tuple((long, *row[1:]) for row in view.sides.rows)),
    )


def text_of(view: ReportView, paper="A4") -> str:
    (read,) = PdfReader(BytesIO(page.report_page(view, paper)), strict=True).pages
    return " ".join(read.extract_text().split())


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("diary", [LIVED_IN, UNCARED, diary_of((), TODAY, Settings())])
@pytest.mark.parametrize("days", [1, 28, 84, 183, 365, 730, 3650])
def test_any_time_fits_on_one_page(days, diary, paper):
    view = said(days, diary)
    read = PdfReader(BytesIO(page.report_page(view, paper)), strict=True)
    assert len(read.pages) == 1
    assert float(read.pages[0].mediabox.height) == pytest.approx(SIZES[paper][1], abs=0.01)


def test_the_page_has_all_that_was_said():
    view = said()
    text = text_of(view)
    for key in view.keys:
        assert key.number in text
        assert key.words in text
    for words in (*view.facts, view.period, *view.blanks, view.felt_about, view.small_print):
        assert " ".join(words.split()) in text
    for bar in view.minutes.bars:
        assert bar.minutes in text
    for table in (view.felt, view.sides, view.exercises):
        for row in table.rows:
            assert " ".join(row) in text
    for chart in view.tests.charts:
        for line in chart.lines:
            assert line.told in text


def test_it_is_the_same_whenever_it_is_printed():
    assert page.report_page(said()) == page.report_page(said())


def test_where_nothing_was_felt_or_tested_the_page_says_so():
    text = text_of(said(84, UNCARED))
    assert "Nothing was said about pain or tightness" in text
    assert "No self-test was taken" in text


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize(
    "view",
    [said(84), said(730), said(3650), said(84, UNCARED), long_words(said(730)), long_words(said(28))],
    ids=["12 weeks", "2 years", "10 years", "no answers", "long and many", "long"],
)
def test_nothing_is_drawn_outside_the_margins_nor_upon_the_small_print(view, paper, monkeypatch):
    width, height = SIZES[paper]
    left, right, bottom, top = page.EDGE - 2, width - page.EDGE + 2, page.EDGE - 2, height - page.EDGE + 2
    outside = []
    small_print = Ink(paper, "").lines_of(view.small_print, width - 2 * page.EDGE, page.TINY)
    above = page.EDGE + len(small_print) * page.TINY * 1.3
    words, polyline, bar = Ink.words, Ink.polyline, Ink.bar

    def check(x0, y0, x1, y1, what):
        if x0 < left or x1 > right or y0 < bottom or y1 > top:
            outside.append(what)
        if y0 < above and what not in small_print:
            outside.append(f"upon the small print: {what}")

    def see_words(self, text, x, y, size=10, colour=BLACK, *, bold=False):
        check(x, y - size * 0.2, x + self.width_of(text, size, bold=bold), y + size * 0.75, text)
        words(self, text, x, y, size, colour, bold=bold)

    def see_polyline(self, points, *more):
        xs, ys = zip(*points, strict=True)
        check(min(xs), min(ys), max(xs), max(ys), "a line")
        polyline(self, points, *more)

    def see_bar(self, x, y, wide, high, colour):
        check(x, y, x + wide, y + high, "a bar")
        bar(self, x, y, wide, high, colour)

    monkeypatch.setattr(Ink, "words", see_words)
    monkeypatch.setattr(Ink, "polyline", see_polyline)
    monkeypatch.setattr(Ink, "bar", see_bar)
    page.report_page(view, paper)
    assert outside == []


def test_no_words_lie_upon_others(monkeypatch):
    boxes = []
    words = Ink.words

    def see_words(self, text, x, y, size=10, colour=BLACK, *, bold=False):
        wide = self.width_of(text, size, bold=bold)
        boxes.append((x, y - size * 0.1, x + wide, y + size * 0.6, text))
        words(self, text, x, y, size, colour, bold=bold)

    monkeypatch.setattr(Ink, "words", see_words)
    for view in (said(84), said(183), long_words(said(730)), said(3650)):
        boxes.clear()
        page.report_page(view, "Letter")
        clashes = [
            (one[4], other[4])
            for number, one in enumerate(boxes)
            for other in boxes[number + 1 :]
            if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
        ]
        assert clashes == []


def test_lines_differ_without_colour_by_dash_and_by_shade():
    def lightness(colour: str) -> float:
        red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
        return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255

    colours = list(page.PLACES.values())
    assert len({page.DASHES[colour] for colour in colours}) == 3
    shades = sorted(map(lightness, colours))
    # Each a tenth of the way from black to white lighter than the one before.
    assert all(lighter - darker > 0.1 for darker, lighter in pairwise(shades))


def test_charts_leave_room_for_each_other():
    # 15 mm would be hard to read across a table.
    for paper in ("A4", "Letter"):
        ink = Ink(paper, "")
        drawn = page._Page(ink, said(730))
        drawn._head()
        drawn._key_numbers()
        room = drawn._y - page.EDGE - drawn._foot_height() - drawn._tables_height() - drawn._fixed_height()
        assert min(drawn._heights(room)[1:]) > 15 * MM
