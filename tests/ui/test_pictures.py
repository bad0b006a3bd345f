"""Every screen and the gallery look as they did when a person last looked at them and accepted them.

The references lie in tests/ui/pictures. A picture that differs, or has no reference, fails and is written to
build/pictures with what was expected and where the two differ. `make accept-shots` draws all references anew.
"""

import os
from pathlib import Path

import pytest
from kivy.core.window import Window
from kivy.graphics import ClearBuffers, ClearColor, Fbo, Scale, Translate

from app.core.settings import Settings
from app.ui.palette import SCHEMES
from app.ui.shots import SCREENS
from app.ui.theme import theme
from app.ui.widgets.text import Text
from tests.ui.pictures import EDGE, STEP, Picture, difference, from_pixels, marked, read_png, write_png
from tests.ui.still_time import frames

ACCEPTED = Path(__file__).with_name("pictures")
FOUND = Path(__file__).parents[2] / "build/pictures"
HOW_TO_ACCEPT = "look at {}; if it is as it should be, accept it with make accept-shots"
ACCEPTING = os.environ.get("SOLEUS_ACCEPT_SHOTS") == "1"
SIZES = {"gallery": (1200, 3700)}
SIZE = (400, 800)


@pytest.fixture(autouse=True)
def _light_again():
    yield
    theme.scheme = "light"


def drawn(shell) -> Picture:
    """Drawn into memory, since a window without a display cannot grow beyond its first size; with what lies above."""
    memory = Fbo(size=shell.size, with_stencilbuffer=True)
    with memory:
        ClearColor(*Window.clearcolor)
        ClearBuffers()
        Scale(1, -1, 1)
        Translate(0, -shell.height, 0)
    above = shell.parent.canvas
    layers = [child.canvas for child in reversed(shell.parent.children)]
    for layer in layers:
        above.remove(layer)
        memory.add(layer)
    memory.draw()
    for layer in layers:
        memory.remove(layer)
        above.add(layer)
    return from_pixels(*memory.size, memory.pixels)


def complaint(name: str, actual: Picture) -> str:
    """What is wrong with the picture of that name, or ""."""
    reference, found = ACCEPTED / f"{name}.png", FOUND / f"{name}-actual.png"
    if ACCEPTING:
        write_png(reference, actual)
        return ""
    if not reference.is_file():
        write_png(found, actual)
        return f"{name} has no reference: {HOW_TO_ACCEPT.format(found)}"
    expected = read_png(reference)
    apart = difference(expected, actual)
    if apart.is_small:
        return ""
    write_png(found, actual)
    write_png(FOUND / f"{name}-expected.png", expected)
    write_png(FOUND / f"{name}-difference.png", marked(expected, actual))
    return f"{name} differs by {apart.mean:.3f} levels, {apart.far:.2%} far: {HOW_TO_ACCEPT.format(found)}"


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_looks_as_it_was_accepted(visit, screen):
    here = visit(screen, settings=Settings(theme="light"), size=SIZES.get(screen, SIZE))
    frames(30)
    complaints = []
    for scheme in SCHEMES:
        theme.scheme = scheme
        frames(3)
        complaints.append(complaint(f"{screen}-{scheme}", drawn(here.shell)))
    assert "\n".join(filter(None, complaints)) == ""


def test_there_is_no_reference_of_a_screen_that_is_no_more():
    known = {f"{screen}-{scheme}.png" for screen in SCREENS for scheme in SCHEMES}
    assert sorted(path.name for path in ACCEPTED.iterdir() if path.name not in known) == []


def a_screen(visit) -> Picture:
    return drawn(visit("today", settings=Settings(theme="light")).shell)


def changed(picture: Picture, box, change) -> Picture:
    """With `change(rgb of a row, its row number)` inside the box: left, top, right, bottom."""
    left, top, right, bottom = box
    rows = list(picture.rows())
    for number in range(top, bottom):
        row = rows[number]
        rows[number] = row[: left * 3] + change(row[left * 3 : right * 3]) + row[right * 3 :]
    return Picture(picture.width, picture.height, b"".join(rows))


def box_of(widget, height: int) -> tuple[int, int, int, int]:
    left, bottom = widget.to_window(widget.x, widget.y)
    return int(left), int(height - bottom - widget.height), int(left + widget.width), int(height - bottom)


def test_a_word_that_moved_by_a_pixel_is_seen(visit):
    here = visit("today", settings=Settings(theme="light"))
    before = drawn(here.shell)
    (word,) = [text for text in here.widgets(Text) if text.text == "Today" and text.font_size < 16]
    after = changed(before, box_of(word, 800), lambda row: row[3:] + row[-3:])
    assert not difference(before, after).is_small


def test_a_button_in_a_slightly_other_colour_is_seen(visit):
    here = visit("today", settings=Settings(theme="light"))
    before = drawn(here.shell)

    def greener(row: bytes) -> bytes:
        return bytes(min(255, level + 12) if at % 3 == 1 else level for at, level in enumerate(row))

    after = changed(before, box_of(here.button("Start"), 800), greener)
    assert not difference(before, after).is_small


def test_an_edge_that_is_rounded_otherwise_is_not_seen(visit):
    """Every level off by a step, up and down in turns; and 30 pixels by an edge."""
    before = a_screen(visit)
    off = bytes(min(254, max(2, level + (STEP if at % 2 else -STEP))) for at, level in enumerate(before.rgb))
    assert difference(before, Picture(400, 800, off)).is_small
    few = changed(before, (100, 100, 110, 103), lambda row: bytes(abs(level - EDGE) for level in row))
    assert difference(before, few).is_small


def test_a_picture_of_another_size_is_another(visit):
    before = a_screen(visit)
    assert not difference(before, Picture(400, 799, before.rgb[:-1200])).is_small


def test_a_picture_is_read_as_it_was_written(visit, tmp_path):
    before = a_screen(visit)
    write_png(tmp_path / "today.png", before)
    assert read_png(tmp_path / "today.png") == before


def test_the_difference_is_marked_in_red(visit):
    before = a_screen(visit)
    after = changed(before, (10, 20, 12, 21), lambda row: bytes(255 - level for level in row))
    rows = list(marked(before, after).rows())
    assert rows[20][30:36] == bytes((220, 0, 40)) * 2
    assert bytes((220, 0, 40)) not in rows[21]


def test_a_missing_reference_fails_and_says_how_to_accept(monkeypatch, tmp_path):
    monkeypatch.setattr("tests.ui.test_pictures.FOUND", tmp_path)
    monkeypatch.setattr("tests.ui.test_pictures.ACCEPTING", False)
    said = complaint("a-screen-that-is-new-light", Picture(1, 1, b"\0\0\0"))
    assert "make accept-shots" in said
    assert (tmp_path / "a-screen-that-is-new-light-actual.png").is_file()


def test_drawing_twice_gives_the_same_bytes(visit):
    def draw_alone() -> Picture:
        here = visit("today", settings=Settings(theme="light"))
        picture = drawn(here.shell)
        here.leave()  # for a picture holds all that lies above it in the window
        return picture

    assert draw_alone() == draw_alone()
