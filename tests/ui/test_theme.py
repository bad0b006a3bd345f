import pytest
from kivy.graphics import Color
from kivy.uix.widget import Widget

from app.core.settings import Settings
from app.ui.palette import SCHEMES
from app.ui.shots import ALIKE, SCREENS
from app.ui.theme import TYPE_SP, theme
from app.ui.widgets.button import QuietButton
from app.ui.widgets.text import Heading, Small
from app.ui.widgets.week import DayDotMark
from tests.ui.contrast import between, contrast, inks
from tests.ui.still_time import frames

WORDS = {"light": 4.5, "dark": 4.5, "contrast": 7.0}
LARGE = {"light": 3.0, "dark": 3.0, "contrast": 4.5}
"""The least contrast of words, and of large type and graphics."""
GROUNDS = ("paper", "card", "action_soft", "left_soft", "right_soft", "danger_soft")
GRAPHICS = [
    ("action", "card"),  # a dot of the week, a switch that is on
    ("action", "paper"),
    ("action", "sunken"),  # the ring of the week on its track
    ("action", "track"),  # the bar of parts
    ("action", "action_soft"),  # the ring while both sides work
    ("left", "left_soft"),
    ("right", "right_soft"),
    ("ink_soft", "paper"),  # the ring while one prepares or rests
    ("edge", "paper"),  # the outline of a chip, the ring in a pause
    ("edge", "card"),  # a day to come
    ("edge", "sunken"),  # a switch that is off
    ("coral", "card"),  # what is missing on this machine, and a day unwell
    ("ink_soft", "card"),  # a day that is paused
    ("bar", "card"),  # a week that is over
    ("left", "card"),  # the bars of the sides
    ("right", "card"),
    ("ink", "card"),  # the mark at which there is enough
    ("danger", "danger_soft"),
    ("danger", "paper"),
    ("caution", "caution_soft"),  # a line of a sheet that needs an exercise
    *(("focus", ground) for ground in (*GROUNDS, "sunken")),
]

swept = pytest.mark.usefixtures("swept")


def test_contrast_is_that_of_the_guidelines():
    assert contrast((0, 0, 0), (1, 1, 1)) == pytest.approx(21)
    # 0x76 / 255 = 0.4627, linear ((0.4627 + 0.055) / 1.055) ** 2.4 = 0.1812; (1.05) / (0.2312) = 4.54
    assert contrast((0x76 / 255,) * 3, (1, 1, 1)) == pytest.approx(4.54, abs=0.005)


@swept
@pytest.mark.parametrize("screen", [name for name in SCREENS if name not in ALIKE])
def test_every_word_and_icon_on_a_screen_stands_out_in_every_scheme(visit, screen):
    here = visit(screen)
    faint, seen = [], 0
    for scheme in SCHEMES:
        theme.scheme = scheme
        frames(2)
        for text, ink, ground, large in inks(here.widgets(Widget)):
            seen += 1
            least = (LARGE if large else WORDS)[scheme]
            if contrast(ink, ground) < least:
                faint.append(f"{scheme}: {text!r} has {contrast(ink, ground):.2f}, not {least}")
    assert faint == []
    assert seen > 10


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("pair", GRAPHICS, ids=" on ".join)
def test_what_is_drawn_stands_out(scheme, pair):
    assert between(scheme, *pair) >= LARGE[scheme]


def test_the_schemes_have_the_same_roles():
    assert len({tuple(roles) for roles in SCHEMES.values()}) == 1


def test_no_type_is_smaller_than_13_sp():
    assert min(TYPE_SP.values()) == 13


@swept
def test_another_text_size_changes_what_is_on_the_screen(visit):
    here = visit("settings")
    heading, small = next(here.widgets(Heading)), next(here.widgets(Small))
    before = heading.height
    theme.text_scale = 1.6
    frames()
    assert (heading.font_size, small.font_size) == pytest.approx((18 * 1.6, 13 * 1.6))
    assert heading.height > before * 1.4


@swept
def test_another_scheme_paints_what_is_on_the_screen(visit):
    here = visit("today")
    button = next(item for item in here.widgets(QuietButton) if item.text == "See every step")
    dot = next(here.widgets(DayDotMark))
    for scheme in ("dark", "contrast", "light"):
        theme.scheme = scheme
        frames(1)
        assert button.fill == theme.card  # and not its class's own, which its rule takes the place of
        assert (
            next(item for item in button.canvas.before.children if isinstance(item, Color)).rgba == theme.card
        )
        assert dot.children[0].color == theme.ink_soft


def test_a_setting_holds_when_the_window_opens_again(visit):
    visit("today", settings=Settings(theme="contrast", text_scale=1.3, reduced_motion=True))
    assert (theme.scheme, theme.text_scale, theme.still) == ("contrast", 1.3, True)
