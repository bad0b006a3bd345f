"""Check-ins: said after a session, asked the next morning, and a routine that changes only by a yes."""

from pathlib import Path

import pytest
from msgspec import structs

from app.core.care.check_in import CheckIn, Felt
from app.core.record import SessionRecord
from app.ui.focus import focused
from app.ui.screens.after import AfterScreen
from app.ui.screens.session import SessionScreen
from app.ui.widgets.ask import DEAF_S, AskCard
from app.ui.widgets.controls import LevelSlider
from app.ui.widgets.felt import SaidLine
from app.ui.widgets.modal import topmost
from app.ui.widgets.work import Feeling
from app.views.check_in import SORE
from tests.ui.still_time import seconds, settle
from tests.ui.test_sessions import record

KEPT_AFTER_S = 2.5
"""It is written two seconds after the last word of it."""
FULL = "log.jsonl: could not be written (No space left on device); free some disk space."


@pytest.fixture
def done(visit):
    """After a routine that was followed to its end, with nothing said yet."""
    here = visit("after", sessions=())
    assert isinstance(here.screen, AfterScreen)
    return here


def say(here, place: str, scale: str, value: int | None) -> None:
    here.screen.dispatch("on_felt", place, scale, value)
    settle()


def said(here) -> dict[str, tuple[Felt, ...]]:
    return {each.when: each.felt for each in here.history.check_ins()}


# After


def test_what_is_said_of_each_place_is_kept_with_the_session(done):
    say(done, "left-calf", "tightness", 4)
    say(done, "back", "pain", 3)
    done.touch("Before")
    say(done, "back", "tightness", 7)
    assert done.history.check_ins() == ()
    done.touch("Done")
    assert said(done) == {
        "after": (Felt("left-calf", tightness=4), Felt("back", pain=3)),
        "before": (Felt("back", tightness=7),),
    }
    (session,) = done.history.sessions()
    assert (session.before, session.after) == (7, 4)  # the highest of each moment
    assert {(each.session, each.day) for each in done.history.check_ins()} == {(session.id, session.day)}


def test_three_places_of_one_moment_are_in_sight_and_nothing_has_to_be_said(done):
    assert len(list(done.widgets(LevelSlider))) == 6
    done.touch("Before")
    assert len(list(done.widgets(LevelSlider))) == 6
    done.touch("Done")
    (session,) = done.history.sessions()
    assert (session.before, session.after, done.history.check_ins()) == (None, None, ())


def test_a_moment_is_as_it_was_left_when_one_comes_back_to_it(done):
    say(done, "left-calf", "tightness", 4)
    done.touch("Before")
    assert {slider.value for slider in done.widgets(LevelSlider)} == {-1}
    done.touch("Now")
    assert next(done.widgets(LevelSlider)).value == 4


def test_a_slider_tells_its_place_and_its_value_aloud(done):
    say(done, "left-calf", "pain", 3)
    list(done.widgets(LevelSlider))[1].focus = True
    done.press("f2")
    assert done.speaker.said[-1][0] == "Left calf: pain. 3."


def test_the_first_arrow_says_none_and_the_next_one(done):
    for key, slider in zip(("right", "up", "left", "down"), done.widgets(LevelSlider), strict=False):
        slider.focus = True
        done.press(key)
        assert slider.value == 0
        done.press("right")
        assert slider.value == 1


def test_enter_is_the_large_button_on_a_slider_too(done):
    next(done.widgets(LevelSlider)).focus = True
    done.press("right", "enter")
    assert said(done) == {"after": (Felt("left-calf", tightness=0),)}
    assert not isinstance(done.screen, AfterScreen)


@pytest.mark.parametrize("key", ["delete", "backspace"])
def test_a_key_takes_a_number_back(done, key):
    say(done, "left-calf", "tightness", 4)
    slider = next(done.widgets(LevelSlider))
    slider.focus = True
    done.press(key)
    assert (slider.value, slider.focus) == (-1, True)
    done.touch("Done")
    assert said(done) == {}
    assert done.history.sessions()[0].after is None


def test_pressing_a_number_takes_it_back(done):
    say(done, "left-calf", "pain", 4)
    press(done, "Take back: Left calf, pain 4")
    assert [slider.value for slider in done.widgets(LevelSlider)] == [-1] * 6


def test_a_number_is_reached_and_taken_back_by_keys_and_the_slider_keeps_the_keyboard(done):
    say(done, "left-calf", "tightness", 4)
    slider = next(done.widgets(LevelSlider))
    slider.focus = True
    done.press("tab", "f2")
    assert done.speaker.said[-1][0] == "Take back: Left calf, tightness 4."
    done.press("enter")
    assert (slider.value, slider.focus) == (-1, True)
    done.press("tab")
    assert list(done.widgets(LevelSlider))[1].focus  # nothing to press where nothing is said


def test_what_was_written_and_is_taken_back_is_gone(done):
    say(done, "left-calf", "tightness", 4)
    done.touch("Before")
    say(done, "back", "pain", 3)
    seconds(KEPT_AFTER_S)
    assert set(said(done)) == {"after", "before"}
    say(done, "back", "pain", None)
    seconds(KEPT_AFTER_S)
    assert said(done) == {"after": (Felt("left-calf", tightness=4),)}
    assert (done.history.sessions()[0].before, done.history.sessions()[0].after) == (None, 4)


def test_what_is_taken_back_on_a_full_disk_goes_when_there_is_room(done):
    say(done, "back", "pain", 3)
    seconds(KEPT_AFTER_S)
    done.history.trouble = FULL
    say(done, "back", "pain", None)
    done.touch("Done")
    assert done.says("No space left")
    done.history.trouble = ""
    done.press("3")
    assert said(done) == {}


def test_pain_over_five_says_at_once_to_ease_off(done):
    say(done, "back", "pain", 5)
    assert not done.says(SORE)
    say(done, "back", "pain", 6)
    assert done.says(SORE)
    say(done, "back", "pain", 2)
    assert not done.says(SORE)


def test_closing_the_window_in_the_middle_keeps_what_was_said(done):
    say(done, "right-calf", "pain", 2)
    done.app.on_stop()
    assert said(done) == {"after": (Felt("right-calf", pain=2),)}


def test_what_was_said_is_written_soon_and_not_only_on_leaving(done):
    say(done, "right-calf", "pain", 2)
    done.screen.dispatch("on_note", "Stiff")
    assert said(done) == {}
    seconds(KEPT_AFTER_S)
    assert said(done) == {"after": (Felt("right-calf", pain=2),)}
    assert (done.history.sessions()[0].after, done.history.sessions()[0].note) == (2, "Stiff")
    say(done, "right-calf", "pain", 3)
    seconds(KEPT_AFTER_S)
    assert said(done) == {"after": (Felt("right-calf", pain=3),)}


def test_leaving_writes_nothing_again_that_is_written(done):
    say(done, "right-calf", "pain", 2)
    seconds(KEPT_AFTER_S)
    (session,) = done.history.sessions()
    keys = (("sessions", session.id), ("check-ins", f"{session.id}/after"))
    revisions = [done.history.revision(key).rev for key in keys]
    done.touch("Done")
    assert [done.history.revision(key).rev for key in keys] == revisions


def test_what_could_not_be_written_soon_is_written_on_leaving(done):
    done.history.trouble = FULL
    say(done, "right-calf", "pain", 2)
    seconds(KEPT_AFTER_S)
    assert said(done) == {}
    done.history.trouble = ""
    done.touch("Done")
    assert said(done) == {"after": (Felt("right-calf", pain=2),)}


def test_what_cannot_be_written_is_kept_and_tried_again(done):
    say(done, "right-calf", "pain", 2)
    done.history.trouble = FULL
    done.touch("Done")
    assert done.says("No space left")
    assert done.history.check_ins() == ()
    done.history.trouble = ""
    done.press("3")
    assert said(done) == {"after": (Felt("right-calf", pain=2),)}
    assert done.history.sessions()[0].after == 2


def test_of_a_session_in_which_nothing_was_done_nothing_is_kept(visit):
    here = visit("today", sessions=())
    here.touch("Start")
    here.pass_time(1)
    here.touch("Stop")
    say(here, "back", "pain", 4)
    here.touch("Done")
    assert (here.history.sessions(), here.history.check_ins()) == ((), ())


def test_trying_out_a_step_keeps_nothing(visit):
    here = visit("today", sessions=())
    timeline = here.shell.books.timeline(here.shell.books.entry("calf-reset"))
    over: list[bool] = []
    here.shell.try_out(timeline, lambda: over.append(True))
    here.pass_to_the_end()
    assert over == [True]
    assert (here.history.sessions(), here.history.check_ins()) == ((), ())


# The next morning

YESTERDAY = record(1, routine="evening-calves", name="Evening calves")


def morning(visit, *pains: int, folder: Path | None = None, answers: tuple[str, ...] = ()):
    """Today, after as many evenings with Evening calves as there are pains, the latest first."""
    sessions: list[SessionRecord] = []
    check_ins: list[CheckIn] = []
    for number, pain in enumerate(pains, 1):
        session = record(number, routine="evening-calves", name="Evening calves")
        sessions.append(session)
        check_ins.append(CheckIn(session.id, "after", session.day, (Felt("left-calf", 2, pain),)))
        if number > 1:
            check_ins.append(CheckIn(session.id, "morning", session.day, morning="as-usual"))
    here = visit("today", sessions=tuple(sessions), folder=folder)
    here.history.put_all(care=check_ins)
    here.shell.go("today")
    settle()
    for answer in answers:
        press(here, answer)
    return here


def press(here, words: str) -> None:
    seconds(DEAF_S)
    button = here.button(words)
    here.bring_into_sight(button)
    here.touch_at(button)


def asked(here) -> list[str]:
    return [card.item.id for card in here.widgets(AskCard) if card.item.id.startswith("morning:")]


def answered(here) -> CheckIn | None:
    return next((each for each in here.history.check_ins() if each.id == "s1/morning"), None)


def holds(here) -> list[float | None]:
    return [step.hold for step in here.shell.books.entry("evening-calves").routine.step]


def source(here) -> str:
    return here.shell.books.entry("evening-calves").source


def test_as_usual_is_kept_and_nothing_else_is_asked(visit):
    here = morning(visit, 2)
    assert asked(here) == ["morning:s1"]
    press(here, "As usual")
    assert answered(here) == CheckIn("s1", "morning", YESTERDAY.day, morning="as-usual")
    assert asked(here) == []
    assert here.says("Evening calves stays as it is: after two sessions in a row")


def test_an_answer_can_be_taken_back(visit):
    here = morning(visit, 2, answers=("As usual",))
    here.touch("Undo")
    assert answered(here) is None
    assert asked(here) == ["morning:s1"]


def test_not_now_asks_no_more_today_and_keeps_nothing(visit):
    here = morning(visit, 2, answers=("Not now",))
    assert asked(here) == []
    here.press("2", "1")
    assert asked(here) == []
    assert answered(here) is None


def test_not_now_holds_until_tomorrow(visit):
    here = morning(visit, 2, answers=("Not now",))
    here.clock.advance(24 * 3600)
    here.shell.go("today")
    settle()
    assert asked(here) == ["morning:s1"]


def test_an_answer_that_cannot_be_written_says_so_and_the_question_stays(visit):
    here = morning(visit, 2)
    here.history.trouble = FULL
    press(here, "As usual")
    assert here.says("No space left")
    assert asked(here) == ["morning:s1"]


def test_worse_suggests_and_changes_nothing_yet(visit, tmp_path):
    here = morning(visit, 2, folder=tmp_path)
    before = holds(here)
    press(here, "Worse")
    assert asked(here) == ["morning:s1:suggest"]
    assert here.says("a commonly used rule (Silbernagel, 2007)")
    assert here.says("Wall calf stretch: 25 s instead of 30 s")
    assert (holds(here), source(here)) == (before, "bundled")


def test_a_double_click_answers_only_what_was_asked(visit, tmp_path):
    here = morning(visit, 2, folder=tmp_path)
    button = here.button("Worse")
    here.bring_into_sight(button)
    here.touch_at(button)
    assert asked(here) == ["morning:s1:suggest"]
    here.touch("Change it")  # sooner than anybody reads
    assert (asked(here), source(here)) == (["morning:s1:suggest"], "bundled")
    press(here, "Change it")
    assert source(here) == "edited"


def test_a_key_that_is_pressed_twice_answers_only_what_was_asked(visit, tmp_path):
    here = morning(visit, 2, folder=tmp_path)
    here.button("Worse").focus = True
    here.press("enter")
    seconds(DEAF_S)
    assert focused() is None
    assert (asked(here), source(here)) == (["morning:s1:suggest"], "bundled")


def test_a_yes_makes_an_edited_copy_and_undo_brings_the_original_back(visit, tmp_path):
    here = morning(visit, 2, folder=tmp_path, answers=("Worse",))
    before = holds(here)
    press(here, "Change it")
    assert source(here) == "edited"
    assert sum(filter(None, holds(here))) < sum(filter(None, before))
    assert here.says("Evening calves is easier now.")
    assert asked(here) == []
    assert answered(here).verdict == "changed"
    here.touch("Undo")
    assert (holds(here), source(here)) == (before, "bundled")
    assert answered(here).verdict is None
    assert asked(here) == ["morning:s1:suggest"]


def test_a_copy_of_ones_own_is_changed_and_comes_back_as_it_was(visit, tmp_path):
    here = morning(visit, 2, folder=tmp_path, answers=("Worse", "Change it"))
    once = holds(here)
    answer = answered(here)
    here.history.put_all(care=[structs.replace(answer, verdict=None)])
    here.shell.go("today")
    settle()
    press(here, "Change it")
    assert sum(filter(None, holds(here))) < sum(filter(None, once))
    here.touch("Undo")
    assert (holds(here), source(here)) == (once, "edited")


def test_a_no_leaves_the_routine_and_is_not_asked_again(visit, tmp_path):
    here = morning(visit, 2, folder=tmp_path, answers=("Worse",))
    before = holds(here)
    press(here, "Leave it")
    assert (holds(here), source(here)) == (before, "bundled")
    assert here.says("Evening calves stays as it is.")
    here.press("2", "1")
    assert asked(here) == []


def test_after_two_fine_sessions_a_yes_asks_a_little_more(visit, tmp_path):
    here = morning(visit, 2, 1, folder=tmp_path, answers=("As usual",))
    before = holds(here)
    assert asked(here) == ["morning:s1:suggest"]
    press(here, "Change it")
    assert sum(filter(None, holds(here))) > sum(filter(None, before))
    assert here.says("Evening calves asks a little more now.")


def test_an_unfinished_edit_of_the_routine_is_not_run_over(visit, tmp_path):
    here = morning(visit, 2, folder=tmp_path, answers=("Worse",))
    desk, entry = here.shell.house.editing, here.shell.books.entry("evening-calves")
    file = desk.open(entry, here.shell.books.library)
    from app.core.editing.steps import rename

    file.keep(rename(file.begun, "Half done"), at_once=True)
    press(here, "Change it")
    assert here.says("You have begun to edit this routine.")
    topmost().cancel()
    settle()
    assert (source(here), answered(here).verdict) == ("bundled", None)
    assert [each.name for each in desk.unfinished()] == ["Half done"]
    assert asked(here) == ["morning:s1:suggest"]


def test_a_file_that_was_changed_meanwhile_is_not_run_over(visit, tmp_path):
    here = morning(visit, 2, folder=tmp_path, answers=("Worse", "Change it"))
    (file,) = (tmp_path / "routines").glob("*.toml")
    mine = file.read_text(encoding="utf-8") + "\n# mine\n"
    file.write_text(mine, encoding="utf-8")
    here.touch("Undo")
    assert here.says("Its file has been changed meanwhile.")
    assert file.read_text(encoding="utf-8") == mine
    assert answered(here).verdict == "changed"


def test_the_answer_to_a_session_that_has_gone_changes_nothing(visit):
    here = morning(visit, 2)
    here.history.delete_all(sessions=["s1"])
    press(here, "Worse")
    assert answered(here) is None
    assert asked(here) == []


# The page of a session

SAID = (
    CheckIn("s0", "after", record(0).day, (Felt("left-calf", 2, 6),)),
    CheckIn("s0", "morning", record(0).day, morning="worse"),
)


@pytest.fixture
def page(visit):
    """The page of a session of which something was said afterwards and the next morning."""
    here = visit("progress", sessions=(record(0, after=6), record(1)))
    here.history.put_all(care=SAID)
    here.shell.looking_back.show_sessions()
    here.shell.looking_back.open_session("s0")
    settle()
    assert isinstance(here.screen, SessionScreen)
    return here


def test_the_page_tells_what_was_said_by_place_and_asks_only_of_the_rest(page):
    assert [line.item.lines for line in page.widgets(SaidLine)] == [
        ("Left calf: tightness 2, pain 6",),
        ("Worse",),
    ]
    assert [feeling.label for feeling in page.widgets(Feeling)] == ["Before"]


def test_check_ins_go_with_their_session_and_come_back_with_it(page):
    page.touch("Delete this session")
    assert page.history.check_ins() == ()
    page.touch("Undo")
    assert page.history.check_ins() == SAID


def test_a_session_that_cannot_be_deleted_keeps_what_was_said(page):
    page.history.trouble = FULL
    page.touch("Delete this session")
    assert page.says("No space left")
    assert page.history.check_ins() == SAID


def test_check_ins_follow_their_session_to_another_day(page):
    page.touch("Day")
    page.touch("14")
    page.touch("Back")
    assert {each.day.day for each in page.history.check_ins()} == {14}
    page.touch("Undo")
    assert page.history.check_ins() == SAID
