"""What the desktop is told of a session behind other windows, and what a press on it does."""

from unittest.mock import patch

import pytest
from kivy.core.window import Window

from app.ui.following import LONG_PAUSE_S
from app.ui.screens.after import AfterScreen
from app.views import notes
from tests.ui.still_time import frames, seconds


@pytest.fixture
def raised():
    """How often the window was brought up."""
    with patch.object(type(Window), "raise_window") as raise_window:
        yield raise_window


@pytest.fixture
def paused(visit):
    """A session that was paused, and whose window then went behind another."""
    here = visit("today", sessions=())
    here.touch("Start")
    here.pass_time(12)
    here.press("spacebar")
    here.app._see(False)
    return here


def test_a_pause_that_lasts_is_told_of_once(paused):
    seconds(LONG_PAUSE_S - 2)
    assert paused.notifier.notes == []
    seconds(4)
    [(title, body)] = paused.notifier.notes
    assert title.endswith("is still paused")
    assert body == "For 3 minutes now. Go on when you are ready."
    assert paused.notifier.buttons == [notes.PAUSED_BUTTONS]
    seconds(3 * LONG_PAUSE_S)
    assert len(paused.notifier.notes) == 1


def test_the_next_pause_counts_anew(paused):
    seconds(LONG_PAUSE_S - 2)
    paused.press("spacebar")
    paused.press("spacebar")
    seconds(4)
    assert paused.notifier.notes == []
    seconds(LONG_PAUSE_S)
    assert len(paused.notifier.notes) == 1


def test_who_looks_at_the_pause_is_not_told_of_it(paused):
    with patch.object(type(Window), "focus", True):
        paused.app._see(True)
        seconds(LONG_PAUSE_S + 2)
    assert paused.notifier.notes == []


def answer(here, button: str) -> None:
    seconds(LONG_PAUSE_S + 2)
    here.notifier.press(button)
    frames(3)


def test_a_press_on_the_note_brings_the_window_up_and_leaves_the_pause(paused, raised):
    answer(paused, notes.OPEN)
    assert raised.call_count == 1
    assert paused.shell.following.session.state == "paused"


def test_go_on_goes_on(paused, raised):
    answer(paused, notes.GO_ON)
    assert raised.call_count == 1
    assert paused.shell.following.session.state == "running"


def test_stop_stops_and_keeps_what_was_done(paused, raised):
    answer(paused, notes.STOP)
    assert isinstance(paused.screen, AfterScreen)
    [record] = paused.history.sessions()
    assert record.status == "partial"


def test_an_old_note_stops_nothing_that_runs(paused, raised):
    seconds(LONG_PAUSE_S + 2)
    paused.press("spacebar")
    for button in (notes.STOP, notes.GO_ON):
        paused.notifier.press(button)
        frames(3)
        assert paused.shell.following.session.state == "running"


def test_a_press_on_the_last_note_brings_the_window_up(visit, raised):
    here = visit("today", sessions=())
    here.touch("Start")
    here.app._see(False)
    here.pass_to_the_end()
    assert here.notifier.buttons == [notes.OPEN_BUTTONS]
    here.notifier.press(notes.OPEN)
    frames(3)
    assert raised.call_count == 1
