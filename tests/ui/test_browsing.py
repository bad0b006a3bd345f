"""Looking around: the way there and the way back, in a narrow and in a wide window, and a figure that moves."""

import pytest
from kivy.core.window import Window

from app.core.settings import Settings
from app.ui.screens.exercise import ExerciseScreen, LinkButton
from app.ui.screens.exercises import ExerciseList, ExercisesScreen
from app.ui.screens.routine import RoutineScreen
from app.ui.screens.routines import RoutinesScreen
from app.ui.screens.today import TodayScreen
from app.ui.widgets.controls import Chip, ChoiceItem
from app.ui.widgets.figure import FigureView
from app.ui.widgets.navigation import Navigation
from app.ui.widgets.search import SearchInput
from tests.ui.still_time import frames, seconds

WIDE, NARROW = (1200, 800), (400, 800)
MOVING = Settings(theme="light", reduced_motion=False)


def names(here) -> list[str]:
    return [line["title"] for line in here.only(ExerciseList).data]


def resize(size: tuple[int, int]) -> None:
    Window.size = size
    frames(20)


# The wide window


def test_a_wide_window_has_the_navigation_at_its_left_and_the_page_beside_its_list(visit):
    here = visit("routines", size=WIDE)
    assert isinstance(here.screen, RoutineScreen)
    bar, listed = here.only(Navigation), here.only(RoutinesScreen)
    assert (bar.rail, bar.x, bar.height) == (True, 0, 800)
    assert bar.right <= listed.x < listed.right <= here.screen.x
    assert here.screen.right == 1200
    assert {listed.y, here.screen.y} == {0}


def test_a_window_that_becomes_narrow_has_the_bar_at_its_bottom_and_the_page_alone(visit):
    here = visit("routines", size=WIDE)
    page = here.screen
    resize(NARROW)
    bar = here.only(Navigation)
    assert (bar.rail, bar.x, bar.y, bar.width) == (False, 0, 0, 400)
    assert here.screen is page
    assert list(here.widgets(RoutinesScreen)) == []
    assert (page.x, page.width) == (0, 400)
    assert page.y >= bar.top
    resize(WIDE)
    assert here.only(Navigation).rail
    assert here.only(RoutinesScreen).right <= here.screen.x


def test_another_line_of_the_list_changes_the_page_and_leaves_the_list(visit):
    here = visit("exercises", size=WIDE)
    listed, first = here.only(ExercisesScreen), here.screen
    assert isinstance(first, ExerciseScreen)
    listed.dispatch("on_open", "cat-cow")
    frames()
    assert here.only(ExercisesScreen) is listed
    assert here.screen.view.name == "Cat-cow"
    assert first.parent is None


def test_back_in_a_wide_window_leads_to_the_page_before_and_keeps_the_list(visit):
    here = visit("routine", size=WIDE)
    routine, listed = here.screen, here.only(RoutinesScreen)
    routine.dispatch("on_open", "wall-calf-stretch")
    frames()
    assert isinstance(here.screen, ExerciseScreen)
    assert here.only(RoutinesScreen) is listed
    here.press("escape")
    assert here.screen is routine
    assert here.only(RoutinesScreen) is listed


# The way back in a narrow window


def test_back_leads_from_the_exercise_to_the_routine_to_the_list(visit):
    here = visit("routines")
    listed = here.screen
    listed.dispatch("on_open", "calf-reset")
    frames()
    routine = here.screen
    routine.dispatch("on_open", "wall-calf-stretch")
    frames()
    assert [type(each) for each in (listed, routine, here.screen)] == [
        RoutinesScreen,
        RoutineScreen,
        ExerciseScreen,
    ]
    here.touch("Back")
    assert here.screen is routine
    here.touch("Back")
    assert here.screen is listed
    here.press("escape")
    assert isinstance(here.screen, TodayScreen)


def test_an_easier_exercise_is_one_more_step_of_the_way(visit):
    here = visit("exercise")
    stretch = here.screen
    link = next(item for item in here.widgets(LinkButton) if item.text.startswith("Easier"))
    here.bring_into_sight(link)
    here.touch_at(link)
    assert here.screen.view.name == "Seated towel stretch"
    here.press("escape")
    assert here.screen is stretch
    here.press("escape")
    assert isinstance(here.screen, ExercisesScreen)


def test_back_from_a_routine_that_today_opened_leads_to_today(visit):
    here = visit("today")
    here.touch("See every step")
    assert isinstance(here.screen, RoutineScreen)
    here.touch("Back")
    assert isinstance(here.screen, TodayScreen)


@pytest.mark.parametrize("size", [NARROW, WIDE])
def test_the_two_shelves_lead_to_each_other(visit, size):
    here = visit("routines", size=size)
    here.touch("Exercises")
    assert here.only(ExercisesScreen)
    assert list(here.widgets(RoutinesScreen)) == []
    [routines] = [item for item in here.widgets(ChoiceItem) if item.item[1] == "Routines"]
    here.touch_at(routines)
    assert here.only(RoutinesScreen)
    assert list(here.widgets(ExercisesScreen)) == []


# Searching


def test_what_is_typed_leaves_the_exercises_it_occurs_in(visit):
    here = visit("exercises")
    everything = names(here)
    here.only(SearchInput).focus = True
    here.write("foam roller")
    assert names(here) == ["Foam rolling the back of the thigh", "Foam rolling the calf"]
    assert here.only(SearchInput).focus  # and one can go on typing
    here.touch("Clear")
    assert names(here) == everything


def test_a_chip_leaves_its_kind_and_all_brings_back_the_rest(visit):
    here = visit("exercises")
    everything = names(here)
    here.touch("Heat and cold")
    assert names(here) == ["Cold pack", "Heat pack"]
    [chosen] = [chip for chip in here.widgets(Chip) if chip.item[2]]
    assert chosen.item[1] == "Heat and cold"
    here.touch("All")
    assert names(here) == everything


def test_a_chip_and_a_search_go_together_and_nothing_found_offers_everything(visit):
    here = visit("exercises")
    everything = names(here)
    here.touch("Strength")
    here.only(SearchInput).focus = True
    here.write("heat")
    assert names(here) == []
    assert here.says("No exercise like that")
    here.touch("Show all")
    assert names(here) == everything
    assert here.only(SearchInput).text == ""


def test_every_line_in_sight_shows_its_exercise(visit):
    here = visit("exercises")
    pictures = [view.picture for view in here.only(ExerciseList).walk() if isinstance(view, FigureView)]
    assert len(pictures) > 3
    assert len({id(picture.figure) for picture in pictures}) == len(pictures)
    assert all(picture.position == 1 for picture in pictures)


# The figure on an exercise's page


def counted(here) -> list[float]:
    """Every position that the page asks for, from now on."""
    asked: list[float] = []
    here.screen.bind(on_frame=lambda screen: asked.append(screen.picture.position))
    return asked


def test_the_figure_moves_while_its_page_is_shown_and_rests_when_it_is_left(visit):
    here = visit("exercise", settings=MOVING)
    page, asked = here.screen, counted(here)
    here.pass_time(2)
    assert len(set(asked)) > 5
    here.press("escape")
    assert page.parent is None
    asked.clear()
    seconds(2)
    assert asked == []


def test_a_page_that_is_shown_again_moves_again_and_no_faster(visit):
    here = visit("exercise", settings=MOVING)
    page, asked = here.screen, counted(here)
    seconds(1)
    before = len(asked)
    here.shell.browsing.open_exercise("cat-cow")
    seconds(1)
    here.press("escape")
    assert here.screen is page
    asked.clear()
    seconds(1)
    assert len(asked) == pytest.approx(before, abs=2)


def test_a_page_behind_a_hidden_window_keeps_its_picture(visit):
    here = visit("exercise", settings=MOVING)
    here.pass_time(0.7)
    here.app._see(False)
    before = here.screen.picture
    here.pass_time(1)
    assert here.screen.picture is before
    here.app._see(True)
    here.pass_time(0.7)
    assert here.screen.picture != before


def test_under_reduced_motion_a_page_asks_for_no_frames_and_shows_start_and_end(visit):
    here = visit("exercise")
    asked = counted(here)
    seconds(1)
    assert asked == []
    stage = [view.picture.position for view in here.screen.walk() if isinstance(view, FigureView)]
    assert stage == [0.0, 1.0]
