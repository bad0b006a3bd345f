"""The sheet to tick, read back from its PDF."""

import subprocess
import sys
from datetime import date
from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfReader

from app.core.exercise import Exercise
from app.core.library import Library
from app.core.routine import Routine, Step
from app.core.target import EveryDay, Target
from app.paper import sheet as page
from app.paper.ink import MM, SIZES, Ink, broken
from app.storage.bundle import routines_folder
from app.storage.library import read_library
from app.views.handout import handout

LIBRARY = read_library(routines_folder(), None)
ROUTINES = [entry.routine for entry in LIBRARY.routines if entry.routine]


def pages(routine: Routine, paper="A4", **how) -> list[str]:
    printed = page.sheet(handout(routine, LIBRARY, **how), paper)
    read = [found.extract_text() for found in PdfReader(BytesIO(printed.data), strict=True).pages]
    assert printed.pages == len(read)
    return read


def due(times: int) -> Target:
    return Target("long-one", EveryDay(), date(2026, 11, 22), times)


def spelled(text: str) -> str:
    """Without the breaks that the width of the paper makes."""
    return " ".join(text.split())


def long_routine(steps: int) -> Routine:
    step = Step(exercise="wall-calf-stretch", hold=30)
    return Routine(1, "long-one", "A long one", tuple(step for _ in range(steps)))


@pytest.mark.parametrize("routine", ROUTINES, ids=lambda routine: routine.id)
def test_every_step_of_every_routine_is_on_its_sheet_in_order(routine):
    text = spelled(" ".join(pages(routine)))
    at = -1
    for row in handout(routine, LIBRARY).rows:
        at = text.find(spelled(f"{row.number}. {row.name}"), at + 1)
        assert at >= 0, row.name
        assert spelled(row.dose) in text
        assert spelled(row.how) in text


def test_a_long_routine_takes_several_pages_and_tears_no_step():
    read = pages(long_routine(20))
    assert len(read) > 2
    for number, text in enumerate(read, 1):
        assert f"page {number} of {len(read)}" in text
        # Each step that begins on a page has its dose and its last words there too.
        steps = text.count("Wall calf stretch")
        assert steps == text.count("30 s each side") == spelled(text).count("and breathe slowly.") > 0
    assert sum(text.count("Wall calf stretch") for text in read) == 20


def test_the_sheet_is_the_same_whenever_it_is_printed():
    said = handout(ROUTINES[0], LIBRARY)
    assert page.sheet(said) == page.sheet(said)


@pytest.mark.parametrize(("paper", "width_mm", "height_mm"), [("A4", 210, 297), ("Letter", 215.9, 279.4)])
def test_pages_have_the_size_of_the_paper(paper, width_mm, height_mm):
    box = PdfReader(BytesIO(page.sheet(handout(ROUTINES[0], LIBRARY), paper).data)).pages[0].mediabox
    assert float(box.width) == pytest.approx(width_mm * MM, abs=0.01)
    assert float(box.height) == pytest.approx(height_mm * MM, abs=0.01)


def test_letters_of_other_languages_are_kept():
    step = Step(exercise="wall-calf-stretch", hold=30, cue="Пятка вниз, спина прямая – Ärmel hoch")
    text = spelled(pages(Routine(1, "mine", "Икры", (step,)))[0])
    assert "Икры" in text
    assert "Пятка вниз, спина прямая – Ärmel hoch" in text


def test_a_routine_for_three_times_a_day_has_three_rows_of_boxes(monkeypatch):
    boxes = []
    monkeypatch.setattr(Ink, "box", lambda self, *place, **_: boxes.append(place))
    page.sheet(handout(long_routine(1), LIBRARY, target=due(3)))
    # 3 times a day in 2 weeks of 7 days: 42 boxes, none upon another.
    assert len(set(boxes)) == 42


def test_a_wait_has_no_boxes(monkeypatch):
    boxes = []
    monkeypatch.setattr(Ink, "box", lambda self, *place, **_: boxes.append(place))
    page.sheet(handout(Routine(1, "wait", "Wait", (Step(wait="Fetch the foam roller."),)), LIBRARY))
    assert boxes == []


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("routine", ROUTINES, ids=lambda routine: routine.id)
def test_nothing_is_drawn_outside_the_margins(routine, paper, monkeypatch):
    width, height = SIZES[paper]
    left, right, bottom, top = page.EDGE - 1, width - page.EDGE + 1, page.EDGE - 1, height - page.EDGE + 1
    outside = []
    words, polygon, box = Ink.words, Ink.polygon, Ink.box

    def check(x0, y0, x1, y1, what):
        if x0 < left or x1 > right or y0 < bottom or y1 > top:
            outside.append(what)

    def see_words(self, text, x, y, size=10, colour="", *, bold=False):
        check(x, y - size * 0.25, x + self.width_of(text, size, bold=bold), y + size * 0.75, text)
        words(self, text, x, y, size, colour, bold=bold)

    def see_polygon(self, corners, colour):
        xs, ys = zip(*corners, strict=True)
        check(min(xs), min(ys), max(xs), max(ys), f"a shape of {colour}")
        polygon(self, corners, colour)

    def see_box(self, x, y, wide, high, *more):
        check(x, y, x + wide, y + high, "a box")
        box(self, x, y, wide, high, *more)

    monkeypatch.setattr(Ink, "words", see_words)
    monkeypatch.setattr(Ink, "polygon", see_polygon)
    monkeypatch.setattr(Ink, "box", see_box)
    page.sheet(handout(routine, LIBRARY, target=due(2)), paper)
    assert outside == []


def test_a_word_longer_than_a_line_is_broken_and_nothing_of_it_is_lost():
    # Ten units a letter, fifty a line: five letters.
    lines = broken("a stretchingexercise b", 50, lambda text: 10 * len(text))
    assert lines == ["a", "stret", "ching", "exerc", "ise b"]


def test_a_letter_wider_than_a_line_stands_alone():
    assert broken("abc", 5, lambda text: 10 * len(text)) == ["a", "b", "c"]


def test_printing_imports_no_window():
    code = """
import sys
import app.paper.sheet
from app.paper.ink import Ink

Ink("A4", "x")
print("kivy" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


ORIENTATION = 0x0112
OWN = Exercise(
    1, "mine", "Mine", ("Stand.", "Lean."), ("soleus",), "stretch", "standing", "both", picture="mine.png"
)


def pictures_on_paper(folder) -> list[tuple[int, int]]:
    """The sizes of the pictures on the sheet of a routine with an exercise that has one of the user's own."""
    routine = Routine(1, "long-one", "A long one", (Step(exercise="mine", hold=30),))
    said = handout(routine, Library({"mine": OWN}))
    (found,) = PdfReader(BytesIO(page.sheet(said, "A4", folder).data), strict=True).pages
    return [image.image.size for image in found.images]


def test_a_picture_of_ones_own_is_on_the_sheet_once(tmp_path):
    Image.new("RGB", (30, 20), "teal").save(tmp_path / "mine.png")
    assert pictures_on_paper(tmp_path) == [(30, 20)]


@pytest.mark.parametrize("data", [None, b"", b"no picture", b"\x89PNG\r\n\x1a\n and the rest"])
def test_a_sheet_is_printed_whatever_has_become_of_a_picture(data, tmp_path):
    if data is not None:
        (tmp_path / "mine.png").write_bytes(data)
    assert pictures_on_paper(tmp_path) == []


def test_a_photograph_taken_upright_is_printed_upright_and_no_larger_than_it_can_be_seen(tmp_path):
    turned = Image.Exif()
    turned[ORIENTATION] = 6  # a quarter turn
    Image.new("RGB", (2000, 1000), "teal").save(tmp_path / "mine.png", "jpeg", exif=turned)
    assert pictures_on_paper(tmp_path) == [(300, 600)]


def test_a_picture_that_ends_too_soon_or_is_garbled_stops_no_sheet(tmp_path):
    for kind in ("png", "jpeg"):
        whole = BytesIO()
        Image.effect_noise((40, 40), 60).save(whole, kind)
        for cut in range(0, len(whole.getvalue()), 101):
            (tmp_path / "mine.png").write_bytes(whole.getvalue()[:cut])
            pictures_on_paper(tmp_path)
            (tmp_path / "mine.png").write_bytes(
                whole.getvalue()[:cut] + b"\xff" * 40 + whole.getvalue()[cut:]
            )
            pictures_on_paper(tmp_path)
