"""Everything can be done by the keyboard alone: Tab goes through all that can be pressed, Space and Enter press."""

from itertools import pairwise

import pytest
from kivy.core.window import Keyboard, Window
from kivy.graphics import Color
from kivy.uix.scrollview import ScrollView
from kivy.uix.widget import Widget

from app.ui.focus import focused
from app.ui.screens.exercises import ExerciseLine
from app.ui.screens.player import PlayerScreen
from app.ui.screens.progress import ProgressScreen
from app.ui.screens.routine import RoutineScreen
from app.ui.screens.settings import SettingsScreen
from app.ui.shots import ALIKE, SCREENS
from app.ui.theme import theme
from app.ui.widgets.controls import LevelSlider, Toggle
from app.ui.widgets.long_list import LongLine
from app.ui.widgets.pose_stage import PoseHandle
from app.ui.widgets.reachable import Reachable
from tests.ui.still_time import frames

SCREENS_TO_WALK = [
    name for name in SCREENS if name not in ("gallery", "exercises", "editor-picker") and name not in ALIKE
]
MOST = 150
"""More stops than any screen has."""


def tab(*modifiers: str) -> Widget | None:
    """Presses Tab, and where the keyboard is then."""
    code = Keyboard.keycodes["tab"]
    Window.dispatch("on_key_down", code, code, None, list(modifiers))
    Window.dispatch("on_key_up", code, code)
    frames(2)
    return focused()


def walked(here, *modifiers: str) -> list[Widget]:
    """Where Tab leads, from the first stop until it comes round."""
    stops: list[Widget] = []
    seen: list[tuple[Widget, str]] = []
    while (stop := tab(*modifiers)) is not None and what(stop) not in seen:
        assert len(stops) < MOST
        stops.append(stop)
        seen.append(what(stop))
        assert_in_sight(stop)
        assert_ringed(stop)
    assert stop is stops[0]
    return stops


def what(stop: Widget) -> tuple[Widget, str]:
    """A stop and, in a list that uses its lines again, for which item it stands."""
    return stop, getattr(stop, "id_", "")


def assert_in_sight(stop: Widget) -> None:
    around = stop.parent
    while isinstance(around, Widget) and not isinstance(around, ScrollView):
        around = around.parent
    bottom, top = stop.to_window(stop.x, stop.y)[1], stop.to_window(stop.x, stop.top)[1]
    low, high = (0, Window.height)
    if isinstance(around, ScrollView):
        low = around.to_window(around.x, around.y)[1]
        high = low + around.height
    assert (max(low, bottom), min(high, top)) == pytest.approx((bottom, top), abs=1.5), (
        f"{stop} is out of sight"
    )


def assert_ringed(stop: Widget) -> None:
    ring = next(item for item in stop.canvas.after.children if isinstance(item, Color))
    assert ring.rgba == theme.focus, f"{stop} shows no ring"


def by_arrows(item: Widget, stops: list[Widget]) -> bool:
    """Whether it is a line of a long list beside the one at which Tab stops: the arrows lead there."""
    return isinstance(item, LongLine) and item not in stops


def in_order(one: Widget, other: Widget) -> bool:
    """Whether `other` is read after `one`: below it, or beside it at the right."""
    if one.y >= other.top - 1.5:
        return True
    return one.x < other.x and other.y < one.top


@pytest.mark.parametrize("screen", SCREENS_TO_WALK)
def test_tab_goes_through_all_that_can_be_pressed_in_reading_order(visit, screen):
    here = visit(screen)
    stops = walked(here)
    can_be_reached = [
        item for item in here.widgets(Reachable) if not item.disabled and not by_arrows(item, stops)
    ]
    assert set(stops) == set(can_be_reached)
    for one, other in pairwise(stops):
        # The handles of a pose go from head to foot, wherever they are.
        if one.parent is other.parent and not isinstance(one, PoseHandle):
            assert in_order(one, other), f"{one} before {other}"


def test_tab_goes_through_a_list_that_has_only_the_lines_in_sight(visit):
    here = visit("exercises")
    ids = [row.id for row in here.screen.view.rows]
    on_the_way, back = [], []
    while (stop := tab()) is not None and len(on_the_way) < len(ids):
        if isinstance(stop, ExerciseLine):
            on_the_way.append(stop.id_)
    assert on_the_way == ids
    while len(back) < len(ids):
        stop = tab("shift")
        if isinstance(stop, ExerciseLine):
            back.append(stop.id_)
    assert back == ids[::-1]


@pytest.mark.parametrize("screen", ["today", "settings", "player"])
def test_shift_and_tab_go_the_same_way_back(visit, screen):
    here = visit(screen)
    stops = walked(here)
    back = [tab("shift") for _ in stops]
    assert back == [*reversed(stops[1:]), stops[0]]


@pytest.mark.parametrize("key", ["spacebar", "enter", "numpadenter"])
def test_a_button_with_the_focus_is_pressed(visit, key):
    here = visit("today")
    here.button("See every step").focus = True
    here.press(key)
    assert isinstance(here.screen, RoutineScreen)


def test_the_keys_of_the_player_go_to_the_button_that_has_the_focus(visit):
    here = visit("player")
    here.button("Skip").focus = True
    before = here.shell.following.session.now().index
    here.press("spacebar")
    after = here.shell.following.session.now()
    assert (after.index > before, after.state) == (True, "running")


def test_all_of_settings_can_be_set_by_keys(visit):
    here = visit("settings")
    for switch in list(here.widgets(Toggle)):
        switch.focus = True
        here.press("spacebar")
    slider = next(here.widgets(LevelSlider))
    assert slider.disabled  # the voice was just switched off
    assert (here.settings.reduced_motion, here.settings.voice, here.settings.sounds) == (False, False, False)


def test_a_session_is_led_by_keys_alone(visit):
    here = visit("today", sessions=())
    here.press("enter")
    assert isinstance(here.screen, PlayerScreen)
    here.pass_time(30)
    here.press("escape", "enter", "3")
    assert isinstance(here.screen, ProgressScreen)
    assert len(here.history.sessions()) == 1


def test_a_touch_takes_no_focus_and_draws_no_ring(visit):
    here = visit("settings")
    here.touch_at(next(here.widgets(Toggle)))
    assert focused() is None


@pytest.mark.parametrize("screen", ["settings", "progress", "exercises", "attention"])
def test_a_page_scrolls_by_keys_to_its_end_and_back(visit, screen):
    here = visit(screen, size=(320, 480))
    page = next(here.widgets(ScrollView))
    places = [page.scroll_y]
    for key in ("down", "end", "pagedown", "up", "home", "pageup"):
        here.press(key)
        places.append(page.scroll_y)
    first, down, end, past_end, up, home, past_home = places
    assert first == home == past_home == 1
    assert end == past_end == 0
    assert 0 <= down < 1
    assert 0 < up <= 1


def test_nothing_scrolls_where_all_is_in_sight(visit):
    here = visit("player")
    here.press("down")
    assert isinstance(here.screen, PlayerScreen)


def test_the_number_keys_and_escape_work_from_a_button(visit):
    here = visit("today")
    tab()
    here.press("5")
    assert isinstance(here.screen, SettingsScreen)
    assert focused() is None
    tab()
    here.press("escape")
    assert here.shell.place == "today"
