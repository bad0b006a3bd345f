from itertools import product

import pytest
from kivy.core.window import Window

from app.core.settings import Settings
from app.demo import DemoClock, demo_house
from app.ui.screens.player import PlayerScreen
from app.ui.shots import ALIKE, SCREENS
from app.ui.theme import theme
from tests.ui.long_texts import NAME, NOTE, TROUBLE, lengthened, renamed
from tests.ui.looks import faults
from tests.ui.still_time import settle
from tests.ui.visit import LIGHT

SIZES = ((320, 568), (400, 800), (1200, 800))
SMALLEST = (320, 480)
WIDTHS = (1280, 400, 760, 320, 860, 400)
"""Back and forth over every width at which a screen is laid out anew."""
SCALES = (1.0, 1.3, 1.6)
PAGES = [name for name in SCREENS if name not in ALIKE]


def at(scale: float) -> Settings:
    return Settings(theme="light", text_scale=scale, reduced_motion=True)


@pytest.mark.usefixtures("swept")
@pytest.mark.parametrize("screen", PAGES)
def test_nothing_sticks_out_is_cut_overlaps_or_is_hard_to_hit(visit, screen):
    """One visit for all sizes, so that a window that is resized, or its type, comes out right as well."""
    here = visit(screen, size=SIZES[0])
    found = []
    for scale, size in product(SCALES, SIZES):
        theme.text_scale = scale
        Window.size = size
        settle()
        assert here.shell.size == list(size)
        found += [f"{size[0]} x {size[1]} at {scale}: {fault}" for fault in faults(here.top)]
    assert found == []


@pytest.mark.parametrize("screen", ["today-due", "progress", "session", "settings"])
def test_a_resized_window_is_laid_out_within_a_frame(visit, screen, caplog):
    """Kivy gives up after so many rounds, draws what it has, and says so in its log."""
    visit(screen)
    for width in WIDTHS:
        Window.size = width, 800
        settle()
    assert caplog.messages == []


@pytest.mark.parametrize("screen", PAGES)
def test_the_longest_texts_have_room_in_the_smallest_window_with_the_largest_type(visit, screen):
    house = demo_house(screen, clock=DemoClock(), settings=LIGHT)
    here = visit(
        screen,
        settings=at(1.6),
        size=SMALLEST,
        library=lengthened(house.read_library()),
        sessions=renamed(house.history.sessions()),
        trouble=TROUBLE,
    )
    assert faults(here.top) == []


@pytest.mark.parametrize("scale", SCALES)
def test_a_long_note_is_shown_whole(visit, scale):
    here = visit("after", settings=at(scale), size=SMALLEST)
    here.screen.dispatch("on_note", NOTE)
    here.screen.dispatch("on_felt", "back", "pain", 3)
    settle()
    assert NOTE in [getattr(widget, "text", "") for widget in here.shell.walk()]
    assert faults(here.shell) == []


@pytest.mark.parametrize("screen", [name for name in SCREENS if name.startswith("player")])
def test_in_the_smallest_window_the_number_the_name_the_side_and_the_controls_stay(visit, screen):
    here = visit(screen, settings=at(1.6), size=SMALLEST)
    player = here.only(PlayerScreen)
    view = player.view
    assert {view.title, view.number} <= set(here.texts())
    assert view.side_word in here.texts() or not view.side
    for words in ("Stop", "Mute", "Back", "Skip", "Ten seconds more"):
        assert here.button(words)


def test_the_longest_name_is_whole_in_the_player(visit):
    library = demo_house(clock=DemoClock(), settings=LIGHT).read_library()
    here = visit("player", settings=at(1.6), size=SMALLEST, library=lengthened(library))
    assert NAME in here.texts()
