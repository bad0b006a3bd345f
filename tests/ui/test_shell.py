"""What the person wants, and what comes of it, from Today through the player to the history and back."""

import pytest
from msgspec import structs

from app.core.care.heel_rise import HEEL_RISE_TEST
from app.core.days import day_of
from app.core.library import Entry, Library
from app.core.record import Passed, SessionRecord
from app.core.recording import begun
from app.core.routine import Routine, Step
from app.core.shortening import with_steps
from app.core.timeline import unfold
from app.demo import MOMENT, DemoClock, demo_house
from app.ui.screens.after import AfterScreen
from app.ui.screens.care import CareScreen
from app.ui.screens.exercise import ExerciseScreen
from app.ui.screens.player import PlayerScreen
from app.ui.screens.progress import ProgressScreen
from app.ui.screens.routine import RoutineScreen
from app.ui.screens.routines import RoutineLine, RoutinesScreen
from app.ui.screens.settings import SettingsScreen
from app.ui.screens.today import TodayScreen
from app.ui.widgets.button import QuietButton
from app.ui.widgets.controls import Chip, LevelSlider
from app.ui.widgets.field import NoteField
from tests.ui.visit import LIGHT

FULL = "sessions.jsonl: could not be written (No space left on device); free some disk space."

SHORT = Routine(
    format=1,
    id="short",
    name="Short",
    prepare=3,
    switch=2,
    step=(
        Step(exercise="wall-calf-stretch", hold=20, sides="both"),
        Step(wait="Fetch a towel"),
        Step(exercise="wall-calf-stretch", hold=10, sides="none"),
    ),
)
"""3 s to prepare, 20 s left, 2 s to switch, 20 s right, a wait for as long as it takes, 3 s, 10 s."""


def library_of(*routines: Routine) -> Library:
    """Routines of our own, and the exercises that are bundled."""
    bundled = demo_house(clock=DemoClock(), settings=LIGHT).read_library()
    entries = tuple(Entry(routine.id, routine.name, "own", "x.toml", routine) for routine in routines)
    return structs.replace(bundled, routines=entries)


@pytest.fixture
def short(visit):
    """A house whose only routine is SHORT, on Today."""
    return visit("today", sessions=(), library=library_of(SHORT))


@pytest.fixture
def playing(short):
    """In the middle of the first hold: 3 s to prepare and 5 s of 20 are over."""
    short.touch("Start")
    short.pass_time(8)
    return short


def now(here):
    return here.shell.following.session.now()


def cut_off(here, routine: str = "calf-reset", steps: tuple[int, ...] = ()) -> SessionRecord:
    """A session, of these steps or of all, that lost its power after 8 s to prepare and two repetitions."""
    entry = here.library.find(routine)
    timeline = unfold(with_steps(entry.routine, steps), here.library.exercises)
    record = begun(timeline, "lost", MOMENT, 4, steps)
    passed = tuple(Passed(segment.estimate_ms) for segment in timeline.segments[:3])
    return structs.replace(record, passed=passed, done_ms=10_000)


# From Today to After


def test_start_leads_through_the_routine_to_the_history(visit):
    here = visit("today", sessions=())
    here.touch("Start")
    assert isinstance(here.screen, PlayerScreen)
    assert here.keep_awake.awake
    here.pass_to_the_end()
    assert isinstance(here.screen, AfterScreen)
    assert here.says("Well done")
    assert not here.keep_awake.awake
    [record] = here.history.sessions()
    sides = {side: sum(item.ms for item in record.work if item.side == side) for side in ("left", "right")}
    assert (record.status, record.done_ms) == ("finished", record.planned_ms)
    assert sides["left"] == sides["right"] > 0
    here.touch("Done")
    assert isinstance(here.screen, TodayScreen)
    assert here.says("Done for today")


def test_a_session_is_heard(visit):
    here = visit("today", sessions=())
    here.touch("Start")
    here.pass_time(12)
    (first, volume), *_ = here.speaker.said
    assert "Standing calf raise" in first
    assert volume == 0.8
    assert ("start", 0.8) in here.chime.played


def test_the_player_shows_what_comes_with_the_time(playing):
    assert playing.screen.view.number == "15"
    playing.pass_time(1)
    assert playing.screen.view.number == "14"
    playing.pass_time(16)  # 20 s of the left side and 2 s to switch are over: 20 + 2 - 6 - 16 = 0
    assert (playing.screen.view.side_word, playing.screen.view.number) == ("RIGHT", "20")


# What can be done in the player, by touch and by key


@pytest.mark.parametrize("by", ["touch", "key"])
def test_pausing_stands_still_and_going_on_gives_time_to_get_ready(playing, by):
    pause = {"touch": lambda: playing.touch("Pause"), "key": lambda: playing.press("spacebar")}[by]
    go_on = {"touch": lambda: playing.touch("Go on"), "key": lambda: playing.press("spacebar")}[by]
    pause()
    before = now(playing).elapsed_ms
    playing.pass_time(30)
    assert (now(playing).state, now(playing).elapsed_ms) == ("paused", before)
    assert playing.says("Paused")
    go_on()
    assert (now(playing).state, now(playing).lead_in_ms) == ("running", 3000)
    playing.pass_time(4)  # 3 s to get into position again, then 1 s of the hold
    assert now(playing).elapsed_ms == pytest.approx(before + 1000, abs=1)


def do(here, by: str, words: str, key: str) -> None:
    if by == "touch":
        here.touch(words)
    else:
        here.press(key)


@pytest.mark.parametrize("by", ["touch", "key"])
def test_skipping_goes_to_the_next_part_and_back_to_the_one_before(playing, by):
    here = now(playing).index
    do(playing, by, "Skip", "right")
    assert now(playing).index == here + 1
    do(playing, by, "Back", "left")
    assert now(playing).index <= here


@pytest.mark.parametrize("by", ["touch", "key"])
def test_ten_seconds_more(playing, by):
    do(playing, by, "Ten seconds more", "+")
    assert now(playing).length_ms == 30_000


@pytest.mark.parametrize("by", ["touch", "key"])
def test_muting_hushes_and_says_nothing_more(playing, by):
    do(playing, by, "Mute", "m")
    said, played = len(playing.speaker.said), len(playing.chime.played)
    assert playing.speaker.hushed == 1
    playing.pass_time(30)
    assert (len(playing.speaker.said), len(playing.chime.played)) == (said, played)


@pytest.mark.parametrize("by", ["touch", "key"])
def test_stopping_keeps_what_was_done(playing, by):
    do(playing, by, "Stop", "escape")
    assert isinstance(playing.screen, AfterScreen)
    [record] = playing.history.sessions()
    assert (record.status, record.done_ms) == ("partial", 5000)


@pytest.mark.parametrize("by", ["touch", "key"])
def test_what_waits_for_the_person_goes_on_when_they_are_done(playing, by):
    playing.pass_time(15 + 2 + 20)
    assert playing.says("Fetch a towel")
    playing.pass_time(60)
    waiting = now(playing).index
    do(playing, by, "Done", "spacebar")
    assert now(playing).index == waiting + 1


def test_nothing_done_leaves_no_trace(short):
    short.touch("Start")
    short.pass_time(1)
    short.touch("Stop")
    assert short.says("Nothing was done yet")
    assert short.history.sessions() == ()
    short.touch("Done")
    assert isinstance(short.screen, TodayScreen)
    assert short.history.sessions() == ()


def test_closing_the_window_keeps_what_was_done(playing):
    playing.app.on_stop()
    playing.app.on_stop()  # Kivy calls it twice
    [record] = playing.history.sessions()
    assert (record.status, record.done_ms) == ("partial", 5000)


# After


def say(here, number: int, across: float) -> None:
    """Moves one slider of a check-in by finger."""
    slider = list(here.widgets(LevelSlider))[number]
    here.bring_into_sight(slider)
    here.touch_at(slider, across)


def test_feelings_and_a_note_are_saved_on_leaving(playing):
    playing.touch("Stop")
    say(playing, 0, 0.01)
    playing.touch("Before")
    say(playing, 0, 0.99)
    note = playing.only(NoteField)
    playing.bring_into_sight(note)
    playing.touch_at(note)
    playing.write("less tight 1 2 +")
    assert playing.history.sessions()[0].note == ""
    playing.touch("Done")
    [record] = playing.history.sessions()
    assert (record.before, record.after, record.note) == (10, 0, "less tight 1 2 +")
    assert isinstance(playing.screen, TodayScreen)


def test_a_feeling_moves_by_the_arrow_keys(playing):
    playing.touch("Stop")
    next(playing.widgets(LevelSlider)).focus = True
    playing.press("right", "right", "right", "right", "left")
    playing.press("escape")
    assert playing.history.sessions()[0].after == 2  # from "not said": 0, 1, 2, 3, 2


def test_writing_a_note_presses_no_other_key(playing):
    playing.touch("Stop")
    playing.only(NoteField).focus = True
    playing.write("1234 m")
    assert isinstance(playing.screen, AfterScreen)
    assert playing.only(NoteField).text == "1234 m"
    playing.press("enter")
    assert isinstance(playing.screen, AfterScreen)
    playing.press("escape")
    assert isinstance(playing.screen, TodayScreen)
    assert playing.history.sessions()[0].note == "1234 m"


# A disk that is full, a routine that is gone


def test_a_session_that_cannot_be_written_says_so_and_goes_on(short):
    short.history.trouble = FULL
    short.touch("Start")
    short.pass_time(30)
    assert isinstance(short.screen, PlayerScreen)
    assert short.says("No space left on device")
    short.touch("Stop")
    assert isinstance(short.screen, AfterScreen)
    assert short.says("No space left on device")


def test_a_routine_that_vanished_is_not_opened(visit):
    here = visit("today")
    here.shell.open_routine("never-there")
    here.shell.follow("never-there")
    assert isinstance(here.screen, TodayScreen)


def test_a_list_without_a_routine_that_vanished(visit):
    here = visit("routines")
    here.library = library_of(SHORT)
    here.press("2")
    assert [line.item.name for line in here.widgets(RoutineLine)] == ["Short"]
    here.press("1")
    assert here.says("Short")


def test_no_routine_at_all_leaves_today_standing(visit):
    here = visit("routines")
    here.library = Library()
    here.press("2", "1")
    assert isinstance(here.screen, TodayScreen)
    here.press("enter")
    assert isinstance(here.screen, TodayScreen)


# A session that was cut off


def test_a_session_goes_on_where_it_was_cut_off(visit):
    here = visit("today")
    here.history.put(cut_off(here))
    here.press("1")
    assert here.says("Go on where you stopped")
    here.touch("Go on")
    assert isinstance(here.screen, PlayerScreen)
    assert now(here).index == 3
    here.pass_to_the_end()
    record = next(item for item in here.history.sessions() if item.id == "lost")
    assert (record.status, record.done_ms) == ("finished", record.planned_ms)


def test_what_is_started_with_few_minutes_is_what_today_shows(visit):
    here = visit("today", sessions=())
    here.touch("3 min")
    invitation = here.screen.view.invitation
    # Of the calf reset (48 + 148 + 108 s), 3 min hold the raises and the first stretch.
    assert (invitation.id, invitation.without) == ("calf-reset", "Without: Bent-knee wall stretch")
    here.press("enter")
    steps = {segment.step for segment in here.shell.following.session.timeline.segments}
    assert len(steps) == len(invitation.steps) == 2
    here.pass_to_the_end()
    [record] = here.history.sessions()
    # Raises for 8 × 5 s and a stretch of 2 × 30 s a side: 40 + 120 s.
    assert (record.status, record.planned_ms, record.done_ms) == ("finished", 160_000, 160_000)
    assert (record.routine, record.steps) == ("calf-reset", ())


def test_a_shortened_session_goes_on_shortened_where_it_was_cut_off(visit):
    here = visit("today", sessions=())
    here.history.put(cut_off(here, steps=(0, 1)))
    here.press("1")
    here.touch("Go on")
    assert now(here).index == 3
    here.pass_to_the_end()
    [record] = here.history.sessions()
    assert (record.id, record.status, record.planned_ms) == ("lost", "finished", 160_000)
    assert sum(item.ms for item in record.work) == record.done_ms == 160_000


def test_a_session_that_was_cut_off_can_be_kept_as_it_is(visit):
    here = visit("today")
    here.history.put(cut_off(here))
    here.press("1")
    here.touch("Keep as it is")
    assert not here.says("Go on where you stopped")
    record = next(item for item in here.history.sessions() if item.id == "lost")
    assert (record.status, record.done_ms) == ("partial", 10_000)


def test_a_session_that_was_cut_off_can_be_discarded(visit):
    here = visit("today")
    here.history.put(cut_off(here))
    here.press("1")
    here.touch("Discard")
    assert not here.says("Go on where you stopped")
    assert "lost" not in [item.id for item in here.history.sessions()]


def test_a_heel_rise_test_that_was_cut_off_is_kept_as_one_that_was_stopped(visit):
    here = visit("today")
    here.history.put(structs.replace(cut_off(here), routine=HEEL_RISE_TEST, name="Heel-rise test"))
    here.press("1")
    assert here.says("A session was cut off")
    assert here.says("Heel-rise test was cut off after 10 s of work.")
    assert not here.says("Go on where you stopped")
    keep, discard = here.button("Keep what was done"), here.button("Discard")
    assert (discard.x, discard.width) == (keep.x, keep.width)
    here.touch("Keep what was done")
    record = next(item for item in here.history.sessions() if item.id == "lost")
    # 10 s of the 30 that are a whole test.
    assert (record.status, record.planned_ms, record.done_ms) == ("partial", 30_000, 10_000)


def test_a_session_whose_routine_is_gone_can_only_be_kept_or_discarded(visit):
    here = visit("today")
    here.history.put(cut_off(here))
    here.library = library_of(SHORT)
    here.press("2", "1")
    assert not here.says("Keep as it is")
    here.touch("Keep what was done")
    record = next(item for item in here.history.sessions() if item.id == "lost")
    assert record.status == "partial"


# Today and Routines


def test_minutes_at_hand_choose_another_routine_and_let_it_go_again(visit):
    here = visit("today", size=(400, 1000))
    usual = here.screen.view.invitation.id
    here.touch("10 min")
    assert here.says("If you have 10 minutes")
    assert here.screen.view.minutes_chosen == 2
    here.touch("10 min")
    assert (here.screen.view.invitation.id, here.screen.view.minutes_chosen) == (usual, -1)


def test_a_goal_narrows_the_list(visit):
    here = visit("routines")
    every = len(here.screen.view.rows)
    strength = next(chip for chip in here.widgets(Chip) if chip.item[1] == "Strength")
    here.touch_at(strength)
    assert 0 < len(here.screen.view.rows) < every
    assert {row.goal for row in here.screen.view.rows} == {"Strength"}
    here.touch("All")
    assert len(here.screen.view.rows) == every


def test_a_routine_opens_starts_and_leads_back(visit):
    here = visit("routines")
    line = next(line for line in here.widgets(RoutineLine) if not line.item.attention)
    here.touch_at(line)
    assert isinstance(here.screen, RoutineScreen)
    assert here.screen.view.name == line.item.name
    here.touch("Back")
    assert isinstance(here.screen, RoutinesScreen)
    here.touch_at(line)
    here.touch("Start")
    assert isinstance(here.screen, PlayerScreen)


def test_a_step_opens_its_exercise_and_leads_back_to_the_routine(visit):
    here = visit("routine")
    here.touch_at(next(item for item in here.widgets(QuietButton) if item.text == "More about it"))
    assert isinstance(here.screen, ExerciseScreen)
    here.press("escape")
    assert isinstance(here.screen, RoutineScreen)


def test_see_every_step_opens_the_routine_that_today_invites_to(visit):
    here = visit("today")
    invited = here.screen.view.invitation.id
    here.touch("See every step")
    assert (type(here.screen), here.screen.view.id) == (RoutineScreen, invited)
    here.press("escape")
    assert isinstance(here.screen, TodayScreen)


def test_a_file_with_mistakes_cannot_be_started(visit):
    here = visit("attention")
    assert here.says('did you mean "hold"?')
    assert not here.says("Start")
    here.press("enter")
    assert isinstance(here.screen, RoutineScreen)


# Keys


def test_the_number_keys_go_to_the_five_places(visit):
    here = visit("today")
    for key, screen in zip(
        "23451", (RoutinesScreen, ProgressScreen, CareScreen, SettingsScreen, TodayScreen), strict=True
    ):
        here.press(key)
        assert isinstance(here.screen, screen)


def test_the_navigation_goes_to_the_five_places(visit):
    here = visit("today")
    for words in ("Routines", "Progress", "Care", "Settings", "Today"):
        here.touch(words)
        assert here.shell.place == words.lower()


def test_escape_goes_back_to_today_and_there_does_nothing(visit):
    here = visit("settings")
    here.press("escape")
    assert isinstance(here.screen, TodayScreen)
    here.press("escape")
    assert isinstance(here.screen, TodayScreen)


def test_enter_does_the_one_thing_of_a_screen(visit):
    here = visit("today", sessions=())
    here.press("enter")
    assert isinstance(here.screen, PlayerScreen)
    here.pass_time(30)
    here.press("escape", "enter")
    assert isinstance(here.screen, TodayScreen)


def test_a_key_held_with_control_is_not_ours(visit):
    here = visit("today")
    here.app._press(None, ord("2"), 0, "2", ["ctrl"])
    assert isinstance(here.screen, TodayScreen)


def test_a_day_of_the_history_is_the_day_it_began(playing):
    playing.touch("Stop")
    assert playing.history.sessions()[0].day == day_of(MOMENT, 4)
