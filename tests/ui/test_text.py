import pytest

from app.ui.icons import ICONS
from app.ui.widgets.text import Icon, Text, Words, fitting
from tests.ui.still_time import frames

SIZES = (34, 24, 18)


@pytest.mark.parametrize(
    ("letters", "height", "size"),
    [
        (14, 60, 34),  # 14 x 0.56 x 34 = 267 px: one line in 272, 34 x 1.2 = 41 px high
        (15, 60, 24),  # 15 x 0.56 x 34 = 286 px: two lines, 82 px; at 24 one line of 202 px
        (15, 90, 34),
        (40, 30, 18),  # 40 x 0.56 x 18 = 403 px: two lines, 43 px: too high, but there is nothing smaller
    ],
)
def test_a_text_is_as_large_as_it_has_room(letters, height, size):
    text = " ".join("x" * 4 for _ in range(letters // 5 + 1))[:letters]
    assert fitting(text, SIZES, 272, height) == size


def test_a_long_word_is_not_broken_where_a_smaller_size_keeps_it_whole():
    # 14 letters at 34 px need 267 px, at 24 px 188 px, at 18 px 141 px
    assert fitting("Plantarflexion", SIZES, 200, 1000) == 24
    assert fitting("Plantarflexion", SIZES, 100, 1000) == 18


def test_a_text_with_no_width_yet_is_small():
    assert fitting("Wall calf stretch", SIZES, 0, 100) == 18
    assert fitting("", SIZES, 0, 100) in SIZES


def test_words_are_as_high_as_they_need_and_nothing_where_there_are_none():
    words = Words(text="Keep the back heel down. " * 4, width=200)
    frames()
    assert words.height == words.texture_size[1] > 2 * words.font_size
    words.text = ""
    frames()
    assert words.height == 0


def test_a_text_keeps_its_colour_when_it_is_disabled():
    text = Text(text="+10", color="#102030", disabled=True)
    assert text.disabled_color == text.color


@pytest.mark.parametrize("icon", ICONS)
def test_an_icon_is_one_letter_of_the_font(icon):
    assert len(Icon(icon=icon).text) == (1 if icon else 0)
