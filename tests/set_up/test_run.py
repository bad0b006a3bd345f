"""`make run`: the window where there is a display, the terminal where there is none."""

import pytest

from tools.run import arguments

IN_THE_TERMINAL = ["play", "calf-reset", "--terminal"]


@pytest.mark.parametrize("display", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_a_display_gets_the_window(display):
    assert arguments({display: ":0"}, "linux", has_keyboard=True) == []


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_other_systems_always_have_a_display(platform):
    assert arguments({}, platform, has_keyboard=True) == []


def test_no_display_follows_a_routine_in_the_terminal():
    assert arguments({}, "linux", has_keyboard=True) == IN_THE_TERMINAL


def test_an_empty_display_is_none():
    assert arguments({"DISPLAY": ""}, "linux", has_keyboard=True) == IN_THE_TERMINAL


def test_no_keyboard_passes_what_waits_for_one():
    assert arguments({}, "linux", has_keyboard=False) == [*IN_THE_TERMINAL, "--auto"]
