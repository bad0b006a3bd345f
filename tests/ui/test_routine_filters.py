"""Searching and filtering the list of routines, by touch and by keyboard."""

from app.core.settings import Settings
from app.ui.screens.routine_filters import RoutineFiltersContent
from app.ui.screens.routines import RoutineLine, RoutinesScreen
from app.ui.widgets.filter_button import FilterButton
from app.ui.widgets.modal import topmost
from app.ui.widgets.search import SearchInput
from tests.ui.looks import faults
from tests.ui.visit import is_shown

LARGE = Settings(theme="light", text_scale=1.6, reduced_motion=True, welcomed=True)


def names(here) -> list[str]:
    """Of the list, even while a sheet lies above it."""
    return [line.title for line in here.shell.walk() if isinstance(line, RoutineLine) and is_shown(line)]


def test_filters_touched_in_the_sheet_hold_down_the_list_at_once(visit):
    here = visit("routines")
    everything = names(here)
    here.touch("Filter")
    here.touch("A band")
    assert names(here) == ["Ankles in four directions"]
    assert here.says("1 routine found")
    here.touch("Up to 5 min")  # band-ankles takes 13
    assert names(here) == []
    assert here.says("No routine fits all of this.")
    here.bring_into_sight(here.button("Done"))
    here.touch("Done")
    assert topmost() is None
    assert here.only(FilterButton).text == "2 filters"
    assert here.says("No routine like that.")
    here.touch("Show all")
    assert names(here) == everything
    assert here.only(FilterButton).text == "Filter"


def test_the_keyboard_searches_filters_and_comes_back_to_where_it_was(visit):
    here = visit("routines")
    here.only(SearchInput).focus = True
    here.write("sole of the foot")
    found = names(here)
    assert len(found) == 4  # foot-care, and the three steps of heel-strength
    assert here.only(SearchInput).focus  # and one can go on typing
    here.only(FilterButton).focus = True
    here.press("enter")
    assert isinstance(here.only(RoutineFiltersContent), RoutineFiltersContent)
    here.press("spacebar")  # the first chip: up to 5 min; they take 7 and 16 to 20
    assert names(here) == []
    here.press("spacebar")
    assert names(here) == found
    here.press("tab", "enter")  # 5 to 10 min
    assert len(names(here)) == 1
    here.press("escape")
    assert topmost() is None
    assert here.only(FilterButton).focus
    assert here.only(FilterButton).text == "1 filter"
    assert here.only(SearchInput).text == "sole of the foot"


def test_a_page_and_back_keep_the_filters_and_another_shelf_forgets_them(visit):
    here = visit("routines")
    here.only(SearchInput).focus = True
    here.write("neck")
    found = names(here)
    here.screen.dispatch("on_open", "desk-neck-and-back")
    here.press("escape")
    assert isinstance(here.screen, RoutinesScreen)
    assert names(here) == found
    here.shell.go("today")
    here.shell.go("routines")
    assert len(names(here)) > len(found)
    assert here.screen.view.search == ""


def test_a_narrow_window_with_large_type_has_room_for_filters_and_what_they_find(visit):
    here = visit("routines", settings=LARGE, size=(320, 568))
    here.touch("Filter")
    content = here.only(RoutineFiltersContent)
    content.dispatch("on_choose", "lengths", 0)
    here.press("escape")
    assert here.says("routines found")
    assert faults(here.shell) == []
