"""The first time in the window: three cards, once."""

from app.core.settings import Settings
from app.ui.screens.routine import RoutineScreen
from app.ui.screens.routines import RoutineLine
from app.ui.screens.today import TodayScreen
from app.ui.screens.welcome import WarningCard, WelcomeScreen
from app.ui.widgets.figure import FigureView
from app.ui.widgets.navigation import Navigation

NEW = Settings(theme="light", reduced_motion=True, welcomed=False)


def first_time(visit, **more):
    return visit(settings=NEW, sessions=(), **more)


def test_someone_new_is_welcomed_with_a_picture_and_without_the_navigation(visit):
    here = first_time(visit)
    assert isinstance(here.screen, WelcomeScreen)
    assert here.says("1 of 3")
    assert here.only(FigureView).picture.exists
    assert list(here.widgets(Navigation)) == []


def test_the_cards_follow_each_other_to_the_warning_signs_and_the_routines(visit):
    here = first_time(visit)
    here.touch("Next")
    assert here.says("2 of 3")
    assert len(list(here.widgets(WarningCard))) == 4
    here.touch("None of these, go on")
    assert here.says("3 of 3")
    assert [line.item.id for line in here.widgets(RoutineLine)] == ["calf-reset", "desk-calves", "back-ease"]


def test_enter_goes_on_and_stays_on_the_last_card_where_one_must_choose(visit):
    here = first_time(visit)
    here.press("enter", "enter")
    assert here.says("3 of 3")
    here.press("enter")
    assert here.says("3 of 3")


def test_a_routine_that_is_picked_is_opened_and_back_from_it_is_today(visit):
    here = first_time(visit)
    here.press("enter", "enter")
    here.touch_at(next(here.widgets(RoutineLine)))
    assert isinstance(here.screen, RoutineScreen)
    assert here.screen.view.name == "Calf reset"
    assert here.only(Navigation)
    here.press("escape")
    assert isinstance(here.screen, TodayScreen)


def test_it_can_be_left_from_its_first_and_last_card(visit):
    for keys, leave in (
        ((), lambda here: here.touch("Skip")),
        ((), lambda here: here.press("escape")),
        (("enter", "enter"), lambda here: here.touch("Look around first")),
    ):
        here = first_time(visit)
        here.press(*keys)
        leave(here)
        assert isinstance(here.screen, TodayScreen)
        assert here.settings.welcomed
        here.leave()


def test_escape_goes_back_a_card_and_what_was_answered_stays_and_is_asked_again(visit):
    here = first_time(visit)
    here.press("enter", "enter")
    answers = here.shell.books.answers
    assert answers is not None
    here.press("escape")
    assert here.says("2 of 3")
    assert here.button("None of these, go on")
    assert (here.shell.books.answers, here.settings.welcomed) == (answers, False)
    here.press("escape")
    assert here.says("1 of 3")
    here.press("enter", "enter")
    assert here.says("3 of 3")


def test_it_is_shown_only_once(visit):
    here = first_time(visit)
    here.touch("Skip")
    again = visit(settings=here.settings, sessions=())
    assert isinstance(again.screen, TodayScreen)


def test_someone_with_a_history_needs_no_welcome(visit):
    assert isinstance(visit(settings=NEW).screen, TodayScreen)


def test_a_window_that_closes_during_the_welcome_welcomes_again(visit):
    here = first_time(visit)
    here.press("enter")
    assert not here.settings.welcomed
    assert isinstance(first_time(visit).screen, WelcomeScreen)
