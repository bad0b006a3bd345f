"""Programmes in the window: chosen, followed, turned by hand, ended, and each taken back."""

from datetime import timedelta

import pytest

from app.core.care.check_in import CheckIn
from app.core.programme.enrolment import Enrolment, Turn
from app.core.target import EveryDay, Target
from app.demo import MOMENT
from app.ui.screens.course import CourseScreen
from app.ui.screens.player import PlayerScreen
from app.ui.screens.programme import ProgrammeScreen, ProgrammesScreen
from app.ui.screens.today import TodayScreen
from app.ui.widgets.ask import AskCard
from app.ui.widgets.due import DueLine
from app.ui.widgets.modal import topmost
from tests.ui.still_time import settle

TODAY = MOMENT.date()
SINCE = Enrolment("four-weeks", TODAY - timedelta(days=16))
BEGUN = Enrolment("four-weeks", TODAY)


def care(visit, *enrolments: Enrolment, check_ins=(), targets=(), **more):
    """Care, with these enrolments and nothing else."""
    here = visit("care", **more)
    here.history.delete_all(care=here.history.care())
    here.history.put_all(care=(*enrolments, *check_ins), targets=targets)
    here.press("4")
    return here


def programmes(visit, *enrolments: Enrolment, **more):
    here = care(visit, *enrolments, **more)
    here.touch("Programme")
    return here


def touch(here, words: str) -> None:
    here.bring_into_sight(here.button(words))
    here.touch(words)


def test_without_one_there_is_a_choice_and_one_is_started_by_two_presses(visit):
    here = programmes(visit)
    assert isinstance(here.screen, ProgrammesScreen)
    here.touch("Four weeks for calf and back")
    assert isinstance(here.screen, ProgrammeScreen)
    here.touch("Start it today")
    assert isinstance(here.screen, CourseScreen)
    assert here.history.enrolments() == (BEGUN,)
    assert here.history.targets() == (), "what it makes due is read, not written"
    assert here.says("You begin today.")
    here.touch("Undo")
    assert here.history.enrolments() == ()
    assert isinstance(here.screen, ProgrammesScreen)


def test_what_it_makes_due_stands_on_today_with_nothing_written(visit):
    here = care(visit, BEGUN)
    here.press("1")
    assert [line.item.routine for line in here.widgets(DueLine)] == [
        "four-weeks-ease-calf",
        "four-weeks-ease-back",
    ]
    assert here.screen.view.invitation.id == "four-weeks-ease-calf"


def test_a_clinicians_programme_begins_only_after_a_yes(visit):
    here = programmes(visit)
    here.touch("Heavy and slow, twelve weeks")
    assert here.says("Ask your clinician first")
    here.touch("Start it today")
    assert topmost() is not None
    here.touch("Not yet")
    assert here.history.enrolments() == ()
    here.touch("Start it today")
    here.touch("My clinician knows")
    assert [each.programme for each in here.history.enrolments()] == ["beyer-heavy-slow"]


def test_another_one_ends_the_first_and_undo_brings_it_back(visit):
    here = programmes(visit, SINCE)
    touch(here, "Other programmes")
    here.touch("Heel strength, twelve weeks")
    assert here.says("Starting this one ends it.")
    here.touch("Start it today")
    here.touch("My clinician knows")
    assert {(each.programme, each.end) for each in here.history.enrolments()} == {
        ("four-weeks", TODAY - timedelta(days=1)),
        ("rathleff-heel", None),
    }
    here.touch("Undo")
    assert here.history.enrolments() == (SINCE,)


def test_a_week_is_turned_by_hand_and_turned_back(visit):
    here = programmes(visit, BEGUN)
    touch(here, "Go on a week")
    assert here.screen.view.week == "Ease and move"
    assert here.says("Week 2 begins today.")
    assert here.history.enrolments()[0].turns == (Turn(TODAY, 1),)
    touch(here, "Go back a week")
    assert here.history.enrolments()[0].turns == (Turn(TODAY, 0),)
    here.touch("Undo")
    assert here.history.enrolments()[0].turns == (Turn(TODAY, 1),)
    assert here.screen.view.week == "Ease and move"


@pytest.mark.parametrize(
    ("back", "words", "week"), [((), "Go on a week", 2), ((Turn(TODAY, 1),), "Go back a week", 1)]
)
def test_a_second_press_at_the_same_place_does_not_turn_it_back(visit, back, words, week):
    here = programmes(visit, Enrolment("four-weeks", TODAY, back))
    button = here.button(words)
    here.bring_into_sight(button)
    place = button.to_window(*button.center)
    here.touch_at(button)
    assert button.to_window(*button.center) == pytest.approx(place)
    assert here.history.enrolments()[0].turns[-1] == Turn(TODAY, week - 1)


def test_what_cannot_be_turned_stays_in_its_place_and_is_not_reached(visit):
    here = programmes(visit, BEGUN)
    assert here.button("Go back a week").disabled
    assert here.button("Begin this week anew").disabled
    assert not here.button("Go on a week").disabled


def test_it_is_ended_and_undo_goes_on_with_it(visit):
    here = programmes(visit, SINCE)
    touch(here, "End the programme")
    assert here.history.enrolments()[0].end == TODAY - timedelta(days=1)
    assert isinstance(here.screen, ProgrammesScreen)
    here.touch("Undo")
    assert here.history.enrolments() == (SINCE,)
    assert isinstance(here.screen, CourseScreen)


def test_its_routine_is_started_by_enter_and_escape_leads_back_to_care(visit):
    here = programmes(visit, BEGUN)
    here.press("escape")
    assert here.says("Week 1 of 4: Ease")
    here.touch("Programme")
    here.press("enter")
    assert isinstance(here.screen, PlayerScreen)
    assert here.shell.following is not None


def test_all_of_it_is_reached_by_the_keyboard(visit):
    here = programmes(visit, SINCE)
    for words in ("Begin this week anew", "Go on a week", "Other programmes", "End the programme"):
        assert here.button(words).is_focusable, words


@pytest.mark.parametrize("answer", ["See the week", "Stay in week 2"])
def test_today_tells_of_a_step_back_and_takes_the_answer(visit, answer):
    enrolment = Enrolment("four-weeks", TODAY - timedelta(days=3), (Turn(TODAY - timedelta(days=2), 1),))
    hurt = CheckIn("some", "morning", TODAY - timedelta(days=1), morning="worse")
    here = care(visit, enrolment, check_ins=[hurt])
    here.press("1")
    assert here.only(AskCard).item.title == "Week 1 again"
    here.touch(answer)
    if answer == "See the week":
        assert isinstance(here.screen, CourseScreen)
        here.press("escape")
    else:
        assert here.history.enrolments()[0].turns[-1] == Turn(TODAY, 1)
        assert not list(here.widgets(AskCard))
    assert isinstance(here.screen, TodayScreen)


def test_what_cannot_be_written_is_said_and_nothing_is_changed(visit):
    here = programmes(visit, SINCE)
    here.history.trouble = "The disk is full."
    touch(here, "End the programme")
    assert here.says("The disk is full.")
    assert here.history.enrolments() == (SINCE,)
    assert isinstance(here.screen, CourseScreen)


def test_one_whose_file_is_gone_says_so_and_can_be_ended(visit):
    here = programmes(visit, Enrolment("my-own", TODAY - timedelta(days=3)))
    assert here.says("has gone")
    assert not here.says("Go on a week")
    touch(here, "End the programme")
    assert here.history.enrolments()[0].end == TODAY - timedelta(days=1)


def test_a_target_that_is_set_beside_a_programme_leaves_the_programme_alone(visit):
    here = care(visit, BEGUN)
    here.shell.open_routine("four-weeks-ease-calf")
    settle()
    assert here.screen.view.due == "In a programme"
    here.screen.dispatch("on_plan", "four-weeks-ease-calf")
    settle()
    assert here.says("has days of its own for it")
    here.touch("Every day")
    assert here.history.targets() == (Target("four-weeks-ease-calf", EveryDay(), TODAY),)
    here.touch("Close")
    assert here.screen.view.due == "Every day, and in a programme"
    here.touch("Undo")
    assert here.history.targets() == ()
    assert here.history.enrolments() == (BEGUN,)
    assert here.screen.view.due == "In a programme"
