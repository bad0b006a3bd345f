"""Warning signs in the window: asked, advised, held against routines, felt in a session, seen and erased."""

from datetime import date

import pytest

from app.core.care.warning_signs import answered, verdict, with_seen
from app.core.settings import Settings
from app.ui.screens.after import AfterScreen
from app.ui.screens.care import CareLine, CareScreen
from app.ui.screens.editor import EditorScreen
from app.ui.screens.exercise import ExerciseScreen
from app.ui.screens.player import PlayerScreen
from app.ui.screens.routine import RoutineScreen
from app.ui.screens.sign_sheets import FeltLine
from app.ui.screens.signs import AdviceCard, AdviceScreen, SignLine, SignsScreen
from app.ui.screens.today import InvitationCard, TodayScreen
from app.ui.screens.welcome import WelcomeScreen
from app.ui.widgets.modal import topmost
from tests.ui.still_time import settle

TODAY = date(2026, 11, 22)
TINGLING = answered(["tingling"], TODAY)
CLOT = answered(["calf-swollen"], TODAY)
NEW = Settings(theme="light", reduced_motion=True, welcomed=False)


def tick(here, sign: str) -> None:
    line = next(line for line in here.widgets(SignLine) if line.item.id == sign)
    here.bring_into_sight(line)
    here.touch_at(line)


def press(here, words: str) -> None:
    """A button that may have to be scrolled to."""
    here.bring_into_sight(here.button(words))
    here.touch(words)


def care(visit, **more):
    here = visit("care", **more)
    here.touch_at(next(line for line in here.widgets(CareLine) if line.item.id == "signs"))
    return here


def test_whoever_was_never_asked_is_asked_and_is_told_what_to_do(visit):
    here = care(visit)
    assert isinstance(here.screen, SignsScreen)
    assert len(list(here.widgets(SignLine))) == 15
    tick(here, "tingling")
    here.touch("See what to do")
    assert isinstance(here.screen, AdviceScreen)
    assert here.says("Ask a clinician first")
    assert here.signs.answers == TINGLING


def test_a_second_touch_takes_a_sign_back_and_none_is_an_answer_too(visit):
    here = care(visit)
    tick(here, "tingling")
    tick(here, "tingling")
    here.touch("None of these apply")
    assert here.signs.answers == answered((), TODAY)
    assert isinstance(here.screen, CareScreen)
    assert here.says("You answered today: none.")
    assert here.says("Noted: none of the warning signs apply.")


def test_enter_is_the_large_button_and_escape_answers_nothing(visit):
    here = care(visit)
    here.press("escape")
    assert isinstance(here.screen, CareScreen)
    assert here.signs.answers is None
    here.touch_at(next(line for line in here.widgets(CareLine) if line.item.id == "signs"))
    here.press("enter")
    assert here.signs.answers == answered((), TODAY)


def test_being_seen_frees_what_waits_and_can_be_taken_back(visit):
    here = care(visit, answers=TINGLING)
    here.touch("I have been seen")
    assert here.signs.answers == with_seen(TINGLING, "tingling", TODAY)
    assert here.says("Seen today")
    assert not here.says("What waits meanwhile")
    here.touch("Undo")
    assert here.signs.answers == TINGLING
    assert here.button("I have been seen")


def test_what_was_chosen_is_chosen_when_it_is_answered_again_and_counts_as_new(visit):
    here = care(visit, answers=with_seen(TINGLING, "tingling", TODAY))
    press(here, "Answer again")
    assert [line.item.id for line in here.widgets(SignLine) if line.item.chosen] == ["tingling"]
    here.press("escape")
    assert isinstance(here.screen, AdviceScreen)
    press(here, "Answer again")
    here.touch("See what to do")
    assert here.signs.answers == TINGLING


def test_what_was_erased_is_gone_and_can_be_brought_back_for_some_seconds(visit):
    here = care(visit, answers=TINGLING)
    press(here, "Erase what I answered")
    assert here.signs.answers is None
    assert isinstance(here.screen, CareScreen)
    assert here.says("Not answered yet.")
    here.touch("Undo")
    assert here.signs.answers == TINGLING
    assert here.says("Ask a clinician first")


def test_what_cannot_be_erased_is_not_said_to_be_gone(visit):
    here = care(visit, answers=TINGLING)
    here.signs.trouble = "warning-signs.json: could not be written."
    press(here, "Erase what I answered")
    assert isinstance(here.screen, AdviceScreen)
    assert here.says("could not be written")
    assert here.shell.books.verdict == verdict(TINGLING)


def test_what_cannot_be_written_holds_all_the_same_until_the_window_closes(visit):
    here = care(visit)
    here.signs.trouble = "warning-signs.json: could not be written."
    tick(here, "heel-snap")
    here.touch("See what to do")
    assert here.says("Have it seen today")
    assert here.says("could not be written")
    assert here.shell.books.verdict.stops_everything


def test_a_file_that_cannot_be_understood_is_told_on_today_and_stops_nothing(visit):
    here = visit("", answers=TINGLING)
    here.signs.load = here.signs.erase
    here.signs.trouble = "warning-signs.json: cannot be understood."
    from app.ui.books import Books

    books = Books(here.shell.house)
    view = books.today_view()
    assert view.trouble == "warning-signs.json: cannot be understood."
    assert (view.asks, books.answers) == ((), None)


def test_while_a_sign_is_urgent_today_shows_the_way_to_help_and_invites_to_nothing(visit):
    here = visit("", answers=CLOT)
    assert here.says("Have it seen today")
    assert list(here.widgets(InvitationCard)) == []
    here.press("enter")
    assert isinstance(here.screen, TodayScreen)
    here.touch("What to do")
    assert isinstance(here.screen, AdviceScreen)
    here.press("escape")
    assert isinstance(here.screen, TodayScreen)


def test_while_a_clinician_is_to_be_asked_today_says_so_and_still_invites(visit):
    here = visit("", answers=TINGLING)
    assert here.says("Ask a clinician first")
    assert here.only(InvitationCard)


def test_a_routine_is_not_begun_while_a_sign_is_urgent(visit):
    here = visit("routine", answers=CLOT)
    here.touch("Start")
    assert here.shell.following is None
    assert here.says("Have it seen today")
    assert not here.says("Start without these")
    here.touch("Open the warning signs")
    assert isinstance(here.screen, AdviceScreen)
    here.press("escape")
    assert isinstance(here.screen, RoutineScreen)


def test_a_test_of_heel_rises_and_a_timer_of_heat_wait_as_well(visit):
    for screen, event in (("self-tests", ("on_take", "heel-rise")), ("care-warmth", ("on_start",))):
        here = visit(screen, answers=TINGLING)
        here.screen.dispatch(*event)
        settle()
        assert here.shell.following is None
        assert here.says("has to wait")
        here.leave()


def test_a_routine_is_begun_without_what_has_to_wait(visit):
    here = visit("routines", answers=TINGLING)
    here.shell.open_routine("calves-and-back")
    settle()
    here.touch("Start")
    assert here.shell.following is None
    assert here.says("Standing calf raise")
    here.touch("Start without these")
    segments = here.shell.following.session.timeline.segments
    assert {segment.exercise for segment in segments if segment.exercise} == {"wall-calf-stretch"}
    assert here.history.running()[0].steps == (1,)


def test_a_routine_of_which_nothing_is_left_cannot_be_begun(visit):
    here = visit("", answers=TINGLING)
    here.shell.follow("single-leg-strength")
    settle()
    assert here.says("has to wait")
    assert not here.says("Start without these")
    here.touch("Cancel")
    assert here.shell.following is None
    assert isinstance(here.screen, TodayScreen)


def test_a_routine_that_was_shortened_leaves_out_more_and_nothing_comes_back(visit):
    here = visit("", answers=TINGLING)
    here.shell.follow("calf-reset", (0, 1))
    settle()
    here.touch("Start without these")
    assert here.history.running()[0].steps == (1,)


def test_a_routine_without_anything_that_waits_is_begun_at_once(visit):
    here = visit("", answers=TINGLING)
    here.shell.follow("evening-calves")
    assert here.shell.following is not None


def test_a_session_that_was_cut_off_waits_as_well(visit):
    here = visit("today-cut-off", answers=CLOT)
    here.shell.leading.go_on()
    settle()
    assert here.shell.following is None
    assert topmost() is not None


def test_a_step_of_the_editor_is_not_tried_and_the_way_back_is_the_editor(visit):
    here = visit("editor", answers=CLOT)
    here.shell.browsing.editing.edit.try_out(0)
    settle()
    assert here.shell.following is None
    here.touch("Open the warning signs")
    here.press("escape")
    assert isinstance(here.screen, EditorScreen)


def test_the_move_of_a_break_waits_too(visit):
    here = visit("", answers=CLOT)
    here.shell.leading.follow_move(here.shell.books.entry("calf-reset").routine)
    settle()
    assert here.shell.following is None
    assert topmost() is not None


def feel(here, sign: str) -> None:
    line = next(line for line in here.widgets(FeltLine) if line.item.id == sign)
    here.bring_into_sight(line)
    here.touch_at(line)


@pytest.mark.parametrize("by_key", [True, False])
def test_something_that_feels_wrong_pauses_and_stops_keeping_what_was_done(visit, by_key):
    here = visit("player")
    here.press("w") if by_key else here.touch("Something feels wrong")
    assert here.shell.following.session.state == "paused"
    feel(here, "calf-swollen")
    assert here.shell.following is None
    assert isinstance(here.screen, AdviceScreen)
    assert here.says("Have it seen today")
    assert here.signs.answers == CLOT
    newest = here.history.sessions()[0]
    assert (newest.status, newest.done_ms > 0) == ("partial", True)
    here.press("escape")
    assert isinstance(here.screen, TodayScreen)


def test_pain_alone_ends_the_session_and_asks_where_it_hurts(visit):
    here = visit("player")
    here.press("w")
    here.touch("It hurts more than it should")
    assert here.shell.following is None
    assert isinstance(here.screen, AfterScreen)
    assert here.says("How do your calves and back feel?")
    assert here.signs.answers is None
    assert here.history.sessions()[0].status == "partial"


def test_where_nothing_was_wrong_the_session_waits_paused(visit):
    here = visit("player")
    here.press("w", "escape")
    assert topmost() is None
    assert isinstance(here.screen, PlayerScreen)
    assert here.shell.following.session.state == "paused"
    assert here.signs.answers is None
    here.press("spacebar")
    assert here.shell.following.session.state == "running"


def test_a_sign_that_comes_beside_others_leaves_them_as_they_were(visit):
    seen = with_seen(answered(["lasting-pain"], TODAY), "lasting-pain", TODAY)
    here = visit("player", answers=seen)
    here.press("w")
    feel(here, "tingling")
    assert here.signs.answers.signs == ("lasting-pain", "tingling")
    assert [said.sign for said in here.signs.answers.seen] == ["lasting-pain"]


def test_a_step_that_is_tried_out_can_be_broken_off_and_the_editor_is_still_there(visit):
    here = visit("editor")
    here.shell.browsing.editing.edit.try_out(0)
    settle()
    here.press("w")
    feel(here, "tingling")
    assert isinstance(here.screen, AdviceScreen)
    here.press("escape")
    assert isinstance(here.screen, EditorScreen)


def test_every_exercise_leads_to_the_warning_signs_and_back(visit):
    here = visit("exercise")
    press(here, "Warning signs")
    assert isinstance(here.screen, SignsScreen)
    here.press("escape")
    assert isinstance(here.screen, ExerciseScreen)


def welcome(visit):
    here = visit(settings=NEW, sessions=())
    here.touch("Next")
    return here


def test_the_welcome_takes_none_of_these_as_the_answer(visit):
    here = welcome(visit)
    here.touch("None of these, go on")
    assert here.signs.answers == answered((), TODAY)


def test_the_welcome_leads_someone_with_a_sign_to_the_questions_and_what_to_do(visit):
    here = welcome(visit)
    here.touch("One of these applies to me")
    tick(here, "calf-swollen")
    here.touch("See what to do")
    assert isinstance(here.screen, AdviceScreen)
    assert here.settings.welcomed
    here.press("escape")
    assert isinstance(here.screen, TodayScreen)
    assert here.says("Have it seen today")


def test_the_questions_lead_back_to_the_welcome_or_on_to_its_routines(visit):
    here = welcome(visit)
    here.touch("One of these applies to me")
    here.press("escape")
    assert isinstance(here.screen, WelcomeScreen)
    assert here.says("2 of 3")
    assert here.signs.answers is None
    here.touch("One of these applies to me")
    here.touch("None of these apply")
    assert here.says("3 of 3")


def test_the_keyboard_reaches_signs_and_says_which_are_chosen(visit):
    here = care(visit)
    here.press("tab", "tab", "spacebar")
    chosen = [line.item.id for line in here.widgets(SignLine) if line.item.chosen]
    assert chosen == ["calf-swollen"]
    here.press("f2")
    assert "Chosen." in here.speaker.said[-1][0]


def test_a_page_of_advice_has_a_card_for_each_sign(visit):
    here = care(visit, answers=answered(["calf-swollen", "breathless", "lasting-pain"], TODAY))
    assert [card.item.urgent for card in here.widgets(AdviceCard)] == [True, True, False]
    assert here.says("Call for emergency help now")


def test_a_routine_is_shown_whatever_stands_against_it(visit):
    here = visit("routine", answers=CLOT)
    assert isinstance(here.screen, RoutineScreen)


def test_once_they_are_answered_anew_today_speaks_no_more_of_the_file(visit):
    here = visit("", answers=TINGLING)
    here.signs.load = here.signs.erase
    here.signs.trouble = "warning-signs.json: cannot be understood."
    from app.ui.books import Books

    books = Books(here.shell.house)
    books.trouble = "log: a line is damaged."
    assert books.today_view().trouble.endswith("cannot be understood.")
    here.signs.trouble = ""
    assert books.answer_signs(TINGLING) == ""
    assert books.today_view().trouble == "log: a line is damaged."
