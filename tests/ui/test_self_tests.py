"""The self-tests in the window: taken by hand and by keyboard, saved, put right, deleted, and what follows."""

import pytest

from app.core.care.extra_set import Extra
from app.core.care.self_test import SelfTest
from app.core.care.warning_signs import answered
from app.core.editing.steps import rename
from app.core.settings import Settings
from app.demo import MOMENT
from app.ui.extra_setting import add_extra
from app.ui.screens.heel_rise import HeelRiseScreen
from app.ui.screens.knee_to_wall import KneeToWallScreen
from app.ui.screens.player import PlayerScreen
from app.ui.screens.self_test import SelfTestScreen
from app.ui.screens.self_tests import SelfTestsScreen
from app.ui.screens.today import TodayScreen
from app.ui.widgets.card import Page
from app.ui.widgets.modal import topmost
from app.ui.widgets.snackbar import Snackbar
from tests.ui.still_time import settle

PREPARE_S, BETWEEN_S = 15, 120


def kept_in(here, kind: str = "") -> list[SelfTest]:
    return [test for test in here.history.self_tests() if kind in ("", test.kind)]


def newest(here, kind: str) -> SelfTest:
    return max(kept_in(here, kind), key=lambda test: test.taken_at)


def wish(here, *event: object) -> None:
    here.screen.dispatch(*event)
    settle()


def undo(here) -> None:
    here.only(Snackbar).dispatch("on_act")
    settle()


@pytest.fixture
def new(visit):
    return visit("self-tests-new")


@pytest.fixture
def known(visit):
    return visit("self-tests")


def taking_knee(here):
    wish(here, "on_take", "knee-to-wall")
    return here


def jump(here, seconds: float) -> None:
    """Lets so much time pass at once: a late look catches up."""
    here.clock.advance(seconds)
    here.shell.following.look()
    settle()


def led_heel_rise(here, left: int, right: int | None):
    """The session, with so many whole rises of each leg; stopped after the left one without a `right`."""
    wish(here, "on_take", "heel-rise")
    wish(here, "on_start")
    jump(here, PREPARE_S + 2 * left + 0.5)
    here.press("right")
    if right is None:
        here.press("escape")
    else:
        jump(here, BETWEEN_S + 2 * right)
        here.press("right")
    settle()
    return here


def test_from_care_to_the_tests_and_back(visit):
    here = visit("care")
    wish(here, "on_open", "self-tests")
    assert isinstance(here.screen, SelfTestsScreen)
    here.press("escape")
    assert here.says("What to do")


def test_enter_takes_the_test_that_is_wanted(new):
    new.press("enter")
    assert isinstance(new.screen, KneeToWallScreen)


def test_knee_to_wall_is_taken_by_the_keyboard_alone(new):
    new.press("enter")
    for _ in range(3):
        new.press("right", "spacebar")
    for _ in range(3):
        new.press("left", "enter")
    assert isinstance(new.screen, SelfTestScreen)
    new.press("enter")
    (test,) = kept_in(new)
    # From 8.0 cm half a centimetre up before each try of the left, and down before each of the right.
    assert (test.left, test.right) == ((8.5, 9.0, 9.5), (7.5, 7.0, 6.5))
    assert test.kind == "knee-to-wall"
    assert isinstance(new.screen, SelfTestsScreen)


def test_knee_to_wall_is_taken_by_hand(new):
    taking_knee(new)
    new.touch("More")
    new.touch("That is it")
    new.touch("Skip this try")
    assert new.says("Try 3 of 3")
    new.touch("The try before")
    assert new.says("Try 2 of 3")
    assert new.screen.view.reading == "8.5 cm"


def test_on_a_phone_the_ways_back_and_on_are_whole_above_the_fold_at_each_try(new):
    taking_knee(new)
    page = new.only(Page)
    for _ in range(6):
        for words in ("The try before", "Skip this try"):
            button = new.button(words)
            assert button.to_window(*button.pos)[1] >= page.to_window(*page.pos)[1], new.screen.view.title
        wish(new, "on_keep")


def test_the_voice_says_which_leg_and_what_to_do(new):
    taking_knee(new)
    assert new.speaker.said[-1][0].startswith("Left, try 1 of 3. Face a wall")
    for _ in range(3):
        wish(new, "on_keep")
    assert new.speaker.said[-1][0].startswith("Right, try 1 of 3. Now the other foot")


def test_a_step_of_the_reading_says_nothing_anew(new):
    taking_knee(new)
    said = len(new.speaker.said)
    wish(new, "on_step", 1)
    assert len(new.speaker.said) == said


def test_without_a_voice_nothing_is_said(visit):
    here = visit("self-tests-new", settings=Settings(theme="light", reduced_motion=True, voice=False))
    taking_knee(here)
    assert here.speaker.said == []


def test_who_leaves_before_the_first_try_is_not_asked(new):
    taking_knee(new)
    new.press("escape")
    assert isinstance(new.screen, SelfTestsScreen)
    assert new.speaker.hushed


def test_who_leaves_in_the_middle_is_asked_and_loses_nothing(new):
    taking_knee(new)
    wish(new, "on_keep")
    new.press("escape")
    assert topmost() is not None
    new.touch("Go on")
    assert isinstance(new.screen, KneeToWallScreen)
    assert new.says("Try 2 of 3")
    new.press("escape")
    new.touch("See what it comes to")
    assert new.screen.view.left == "8.0 cm"
    assert new.screen.view.right == "not tested"


def test_a_result_is_not_thrown_away_without_asking(new):
    taking_knee(new)
    for _ in range(6):
        wish(new, "on_keep")
    new.press("escape")
    new.touch("Go on")
    assert isinstance(new.screen, SelfTestScreen)
    new.press("escape")
    new.touch("Throw it away")
    assert isinstance(new.screen, SelfTestsScreen)
    assert kept_in(new) == []


def test_a_try_is_put_right_before_it_is_saved_and_saving_can_be_undone(new):
    taking_knee(new)
    for _ in range(6):
        wish(new, "on_keep")
    wish(new, "on_step", "left", 0, 1)
    wish(new, "on_note", "After a run.")
    new.touch("Save")
    (test,) = kept_in(new)
    assert test.left == (8.5, 8.0, 8.0)
    assert test.note == "After a run."
    undo(new)
    assert kept_in(new) == []
    assert new.screen.view.rows == ()


def test_a_full_disk_is_told_and_the_result_stays(new):
    taking_knee(new)
    for _ in range(6):
        wish(new, "on_keep")
    new.history.trouble = "sessions.jsonl: the disk is full. Free some room."
    wish(new, "on_save")
    assert new.says("Free some room")
    new.history.trouble = ""
    wish(new, "on_save")
    assert len(kept_in(new)) == 1


def test_before_heel_rises_it_is_told_how_and_when_to_stop(new):
    wish(new, "on_take", "heel-rise")
    assert isinstance(new.screen, HeelRiseScreen)
    assert new.says("60 beats a minute")
    assert new.says("sharp pain in the heel tendon or calf")
    new.press("escape")
    assert isinstance(new.screen, SelfTestsScreen)


def test_a_soft_beat_marks_every_second(new):
    wish(new, "on_take", "heel-rise")
    wish(new, "on_start")
    jump(new, PREPARE_S)
    new.pass_time(6.4)
    # The start chime stands for the first of seven.
    assert [name for name, _ in new.chime.played] == ["ready", "start", *["beat"] * 6]


def test_heel_rises_are_counted_put_right_and_saved(new):
    led_heel_rise(new, 17, 24)
    assert isinstance(new.screen, SelfTestScreen)
    assert (new.screen.view.left, new.screen.view.right) == ("17 rises", "24 rises")
    wish(new, "on_step", "right", 0, 1)
    new.press("enter")
    (test,) = kept_in(new)
    assert (test.left, test.right) == ((17.0,), (25.0,))


def test_a_heel_rise_test_is_remembered_as_work_that_was_done_in_full(new):
    led_heel_rise(new, 17, 24)
    (session,) = new.history.sessions()
    assert (session.name, session.status) == ("Heel-rise test", "finished")
    assert session.planned_ms == session.done_ms
    assert [(work.side, work.reps) for work in session.work] == [("left", 17), ("right", 24)]


def test_who_stops_after_one_leg_keeps_it(new):
    led_heel_rise(new, 10, None)
    assert (new.screen.view.left, new.screen.view.right) == ("10 rises", "not tested")


def test_a_heel_rise_test_in_which_nothing_was_done_leaves_no_trace(new):
    wish(new, "on_take", "heel-rise")
    wish(new, "on_start")
    assert isinstance(new.screen, PlayerScreen)
    new.press("escape")
    assert isinstance(new.screen, SelfTestsScreen)
    assert new.history.sessions() == ()
    assert new.history.running() == ()


def test_the_player_shows_the_number_and_how_to_end_the_leg(new):
    wish(new, "on_take", "heel-rise")
    wish(new, "on_start")
    jump(new, PREPARE_S + 2 * 11 + 0.5)
    view = new.screen.view
    assert (view.number, view.number_note) == ("12", "")
    assert "right arrow" in view.cue


def test_an_earlier_test_is_put_right_and_that_can_be_undone(known):
    was = newest(known, "knee-to-wall")
    wish(known, "on_open", was.id)
    wish(known, "on_step", "left", 0, 1)
    known.press("escape")
    assert newest(known, "knee-to-wall").left[0] == was.left[0] + 0.5
    undo(known)
    assert newest(known, "knee-to-wall") == was


def test_an_earlier_test_that_was_only_looked_at_is_not_written_again(known):
    wish(known, "on_open", newest(known, "heel-rise").id)
    known.press("escape")
    assert list(known.widgets(Snackbar)) == []


def test_an_earlier_test_is_deleted_and_that_can_be_undone(known):
    before = kept_in(known)
    wish(known, "on_open", newest(known, "heel-rise").id)
    known.touch("Delete this test")
    assert len(kept_in(known)) == len(before) - 1
    undo(known)
    assert sorted(test.id for test in kept_in(known)) == sorted(test.id for test in before)


def test_all_tests_are_shown_on_request(known):
    wish(known, "on_all")
    assert len(known.screen.view.rows) == len(kept_in(known))


def lagging(here):
    """A heel-rise test just saved in which the left lags."""
    led_heel_rise(here, 17, 24)
    wish(here, "on_save")
    return here


def test_nothing_changes_without_a_yes(visit, tmp_path):
    here = lagging(visit("self-tests", folder=tmp_path))
    (ask,) = here.screen.view.asks
    assert ask.title == "One more set for the left?"
    here.touch("Not now")
    assert here.screen.view.asks == ()
    assert not list(tmp_path.rglob("*.toml"))


def test_with_a_yes_the_routine_has_one_more_set_and_it_can_be_taken_back(visit, tmp_path):
    here = lagging(visit("self-tests", folder=tmp_path))
    here.touch("Add the set")
    (file,) = tmp_path.rglob("*.toml")
    entry = here.shell.books.entry(file.stem)
    assert entry.source == "edited"
    extra = [step for step in entry.routine.step if (step.sides, step.sets) == ("left", 1)]
    assert len(extra) == 1
    assert here.screen.view.asks == ()
    undo(here)
    assert here.shell.books.entry(file.stem).source == "bundled"
    assert not file.exists()


def test_a_routine_of_ones_own_gets_its_former_steps_back(visit, tmp_path):
    here = lagging(visit("self-tests", folder=tmp_path))
    here.touch("Add the set")
    (file,) = tmp_path.rglob("*.toml")
    own = file.read_text()
    assert here.says("has one more set for the left")
    entry = here.shell.books.entry(file.stem)
    step = next(number for number, each in enumerate(entry.routine.step) if each.sides == "left")
    assert add_extra(here.shell, Extra(file.stem, step, "right"), lambda: None) == ""
    settle()
    assert file.read_text() != own
    undo(here)
    assert here.shell.books.entry(file.stem).routine == entry.routine


def test_changes_that_wait_in_the_editor_are_not_lost(visit, tmp_path):
    here = lagging(visit("self-tests", folder=tmp_path))
    (_, extra), *_ = here.shell.caring.self_tests._extras()
    desk, books = here.shell.house.editing, here.shell.books
    file = desk.open(books.entry(extra.routine), books.library)
    file.keep(rename(file.begun, "Mine"), at_once=True)
    here.touch("Add the set")
    assert here.says("You have begun to edit this routine.")
    assert [left.name for left in desk.unfinished()] == ["Mine"]


def test_a_disk_that_refuses_the_extra_set_is_told(visit, tmp_path):
    here = lagging(visit("self-tests", folder=tmp_path))
    (tmp_path / "routines").write_text("not a folder")
    here.touch("Add the set")
    assert here.screen.view.trouble
    assert here.screen.view.asks


def test_today_asks_after_two_weeks_and_not_now_lasts_for_the_day(visit):
    here = visit("today")
    here.history.put_all(
        care=[SelfTest("old", "heel-rise", here.clock.now(), here.shell.books.today, (9.0,))]
    )
    here.clock.advance(14 * 86_400)
    here.shell.go("today")
    settle()
    assert here.says("Time to test again")
    wish(here, "on_answer", "self-tests:retest", "later")
    assert isinstance(here.screen, TodayScreen)
    assert not here.says("Time to test again")
    here.clock.advance(86_400)
    here.shell.go("today")
    settle()
    wish(here, "on_answer", "self-tests:retest", "take")
    assert isinstance(here.screen, SelfTestsScreen)
    here.press("escape")
    assert isinstance(here.screen, TodayScreen)


# Nothing that was measured is lost


def corrected(known) -> SelfTest:
    """An earlier test, with one try put right on its page and its page still open."""
    row = known.screen.view.rows[0]
    wish(known, "on_open", row.id)
    wish(known, "on_step", "left", 0, 1)
    return next(test for test in kept_in(known) if test.id == row.id)


def test_a_correction_is_kept_when_another_place_is_gone_to(known):
    before = corrected(known)
    known.press("1")
    after = next(test for test in kept_in(known) if test.id == before.id)
    assert after.left[0] > before.left[0]
    undo(known)
    assert before in kept_in(known)


def test_a_correction_is_kept_when_the_window_is_closed(known):
    before = corrected(known)
    known.shell.stop_following()
    assert before not in kept_in(known)


def test_what_a_full_disk_would_not_take_is_written_when_there_is_room(known):
    before = corrected(known)
    known.history.trouble = "The disk is full."
    known.press("1")
    assert known.says("The disk is full.")
    known.history.trouble = ""
    known.press("2")
    assert before not in kept_in(known)


def test_a_test_that_was_taken_and_not_saved_is_kept_when_the_window_is_closed(new):
    led_heel_rise(new, 5, 6)
    new.shell.stop_following()
    assert [(test.left, test.right) for test in kept_in(new)] == [((5,), (6,))]


def test_tries_are_kept_when_the_window_is_closed_in_the_middle(new):
    taking_knee(new)
    wish(new, "on_keep")
    new.shell.stop_following()
    new.shell.stop_following()
    ((tries, other),) = [(test.left, test.right) for test in kept_in(new)]
    assert (len(tries), other) == (1, ())


def test_a_leg_is_kept_when_something_feels_wrong_on_the_other(new):
    wish(new, "on_take", "heel-rise")
    wish(new, "on_start")
    jump(new, PREPARE_S + 2 * 7 + 0.5)
    new.press("right")
    jump(new, BETWEEN_S + 3)
    new.press("w")
    new.touch("A snap at the heel")
    assert new.says("seen today") or new.says("same day")
    assert [test.left for test in kept_in(new)] == [(7,)]


# Warning signs


@pytest.mark.parametrize("kind", ["knee-to-wall", "heel-rise"])
def test_no_test_is_begun_against_a_warning_sign(visit, kind):
    here = visit("self-tests", answers=answered(["calf-swollen"], MOMENT.date()))
    assert not any(card.wanted for card in here.screen.view.cards)
    wish(here, "on_take", kind)
    assert isinstance(here.screen, SelfTestsScreen)
    assert topmost() is not None


def test_no_further_set_is_offered_while_strength_waits_for_a_clinician(visit):
    lagging_left = SelfTest("new", "heel-rise", MOMENT, MOMENT.date(), (17,), (24,))
    for signs, offered in (((), 1), (("recent-injury",), 0)):
        here = visit("today", answers=answered(signs, MOMENT.date()))
        here.history.put_all(care=[lagging_left])
        here.shell.caring.open("self-tests")
        settle()
        assert len(here.screen.view.asks) == offered
