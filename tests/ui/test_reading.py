"""F2 reads aloud what has the keyboard or, where nothing has, what the screen shows."""

import pytest
from msgspec import structs

from app.ui.widgets.controls import LevelSlider, Toggle
from tests.ui.visit import LIGHT


def said_after_f2(here) -> str:
    here.press("f2")
    return here.speaker.said[-1][0]


@pytest.mark.parametrize(
    ("screen", "words"),
    [
        ("today", "Today"),
        ("routines", "Routines."),
        ("progress", "Progress."),
        ("settings", "Settings. Look. Theme."),
    ],
)
def test_a_screen_is_read_from_its_title_down(visit, screen, words):
    here = visit(screen)
    assert words in said_after_f2(here)[:120]


def test_the_button_that_has_the_keyboard_is_read(visit):
    here = visit("routine")
    here.button("Start").focus = True
    assert said_after_f2(here).startswith("Start.")


def test_a_switch_is_read_with_its_name_and_how_it_stands(visit):
    here = visit("settings")
    switch = list(here.widgets(Toggle))[1]
    switch.focus = True
    assert said_after_f2(here) == "Voice. Says what comes, and counts the last seconds. On."
    here.press("spacebar")
    assert said_after_f2(here) == "Voice. Says what comes, and counts the last seconds. Off."


def test_a_slider_is_read_with_its_value(visit):
    here = visit("settings")
    next(here.widgets(LevelSlider)).focus = True
    assert said_after_f2(here) == "Voice volume. 80 %."


def test_in_a_session_the_moment_is_read(visit):
    here = visit("", settings=structs.replace(LIGHT, voice=False))  # it was asked for, so it is said
    here.shell.follow("evening-calves")
    here.pass_time(12)
    assert said_after_f2(here).startswith("Seated toe touch, left side. Hold. ")


def test_over_a_dialog_the_dialog_is_read(visit):
    here = visit("settings")
    here.press("?")
    assert said_after_f2(here).startswith("Keys.")


def test_in_a_text_field_what_is_written_is_read(visit):
    here = visit("after")
    field = next(widget for widget in here.shell.walk() if hasattr(widget, "insert_text"))
    field.focus = True
    here.write("calf")
    assert "calf" in said_after_f2(here).lower()
