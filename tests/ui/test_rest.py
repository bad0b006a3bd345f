"""When nothing moves nothing ticks, and what was left is gone."""

import gc
import weakref

import pytest
from kivy.cache import Cache
from kivy.clock import Clock

from app.core.settings import Settings
from app.ui.shots import ALIKE, SCREENS
from app.ui.watching import Watching
from app.ui.widgets.snackbar import LASTING_S, Snackbar
from tests.ui.still_time import frames, seconds

COMING_TO_REST_S = 3
"""A scroll bar fades half a second after its page has moved, and takes as long."""
AT_REST = [
    name
    for name in SCREENS
    if name not in ALIKE and (not name.startswith("player") or name == "player-paused")
]

MINUTES_S = 60


def ticking() -> list[object]:
    """What Kivy's clock will call; its own sweeping of caches, once a second, is always there.

    A look at the folder, every two seconds while routines are shown, moves nothing; nor does what waits for
    minutes and comes once, such as the note of a pause that lasts.
    """
    calls = [event.get_callback() for event in Clock.get_events() if event.loop or event.timeout < MINUTES_S]
    return [call for call in calls if call != Cache._purge_by_timeout and not _is_a_look(call)]


def _is_a_look(call: object) -> bool:
    return getattr(call, "__func__", None) is Watching.pass_by


@pytest.mark.parametrize("screen", AT_REST)
def test_nothing_ticks_on_a_screen_at_rest(visit, screen):
    here = visit(screen)
    seconds(COMING_TO_REST_S + LASTING_S * any(here.widgets(Snackbar)))
    assert ticking() == []


def test_nothing_ticks_once_motion_has_come_to_rest(visit):
    here = visit("today", settings=Settings(theme="light", welcomed=True))
    here.press("3", "2", "escape")
    here.touch("See every step")
    seconds(COMING_TO_REST_S)
    assert ticking() == []


def test_nothing_ticks_after_each_deed(visit):
    here = visit("today", sessions=())
    deeds = [
        lambda: here.press("tab", "tab"),
        lambda: here.touch("10 min"),
        lambda: here.press("2", "down", "end"),
        lambda: here.press("4", "5"),
        lambda: here.press("1", "enter"),
        lambda: here.pass_time(30),
        lambda: here.touch("Pause"),
        lambda: here.touch("Mute"),
        lambda: here.touch("Stop"),
        lambda: here.press("escape"),
    ]
    running = {4, 5}
    for number, deed in enumerate(deeds):
        deed()
        seconds(COMING_TO_REST_S)
        calls = ticking()
        assert (calls == []) is (number not in running), f"deed {number}: {calls}"


def test_a_running_session_is_looked_at_by_one_call_alone(visit):
    here = visit("player")
    seconds(COMING_TO_REST_S)
    assert [call.__name__ for call in ticking()] == ["look"]
    assert here.shell.following


def test_a_screen_that_was_left_is_gone(visit):
    """What stays bound to the theme, or to a clock, would be painted again and again and never be freed."""
    here = visit("today", sessions=())
    left = []
    for _round in range(2):
        for deed in ROUND:
            deed(here)
            left.append(weakref.ref(here.screen))
    seconds(COMING_TO_REST_S)
    gc.collect()
    frames()
    names = [type(screen()).__name__ for screen in left[: len(ROUND)] if screen() is not None]
    assert names == []


ROUND = (
    lambda here: here.press("1"),
    lambda here: here.touch("See every step"),
    lambda here: here.press("enter"),
    lambda here: here.press("escape"),
    lambda here: here.press("escape", "2"),
    lambda here: here.shell.browsing.show_exercises(),
    lambda here: here.shell.browsing.open_exercise("wall-calf-stretch"),
    lambda here: here.press("3"),
    lambda here: here.press("5"),
)
"""Through every screen: Today, a routine, the player, After, both lists, an exercise, Progress, Settings."""
