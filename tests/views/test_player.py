"""One moment of the player."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.care.heel_rise import EXERCISE as HEEL_RISE
from app.core.care.heel_rise import heel_rise_timeline
from app.core.routine import Step
from app.core.session import Session
from app.core.timeline import Timeline
from app.views.player import PARTS_MOST, PlayerView, player_view, tempo_position
from tests.core.clock import FakeClock
from tests.core.routines import EXERCISES, calf_stretch, exercise, timeline_of

STRETCH = timeline_of(calf_stretch(30, 2, cue="Back heel down."))
"""8 | 30 left | 5 | 30 right | 10 | 30 left | 5 | 30 right: the last begins at 118 s and ends at 148 s."""
RAISE = timeline_of(Step(exercise="calf-raise", reps=12, tempo=(2, 1, 2, 0)))
PACE = timeline_of(Step(exercise="band-plantarflexion", reps=12, sides="left"))
KNOWN = EXERCISES | {HEEL_RISE: exercise(HEEL_RISE)}
TWO = timeline_of(calf_stretch(30, 1), Step(wait="Fetch the band."), Step(exercise="calf-raise", reps=8))


class Played:
    """A session, and the view of it now."""

    def __init__(self, timeline: Timeline, *passing_ms: int) -> None:
        self.clock, self.timeline = FakeClock(), timeline
        self.session = Session(timeline, self.clock)
        self.session.start()
        for ms in passing_ms:
            self.wait(ms)

    def wait(self, ms: int) -> PlayerView:
        self.clock.advance(ms)
        self.session.tick()
        return self.view

    @property
    def view(self) -> PlayerView:
        return player_view(self.session.now(), self.timeline, KNOWN)


def at(timeline: Timeline, ms: int) -> PlayerView:
    return Played(timeline, ms).view


def test_before_a_hold_it_shows_what_comes_and_how_it_is_done():
    view = at(STRETCH, 3_000)
    assert (view.title, view.phase, view.mood) == ("Wall calf stretch", "Get ready", "ready")
    assert (view.side, view.side_word) == ("left", "LEFT")
    assert (view.number, view.number_note) == ("5", "seconds")
    assert view.how == "Stand. Stay."


def test_in_a_hold_it_shows_the_seconds_left_and_the_cue():
    view = at(STRETCH, 8_000 + 10_000)
    assert (view.phase, view.mood, view.number, view.number_note) == ("Hold", "work", "20", "seconds")
    assert (view.cue, view.how) == ("Back heel down.", "")
    assert (view.set_text, view.place) == ("Set 1 of 2", "1 of 1")
    assert view.fraction == pytest.approx(20 / 30, abs=1 / 360)


def test_one_second_is_singular_and_a_minute_is_no_seconds():
    assert at(STRETCH, 8_000 + 29_500).number_note == "second"
    long = at(timeline_of(calf_stretch(300, 1)), 8_000)
    assert (long.number, long.number_note) == ("5:00", "minutes")


def test_while_switching_the_side_that_comes_is_on_show():
    view = at(STRETCH, 8_000 + 30_000 + 1_000)
    assert (view.phase, view.mood, view.side) == ("Switch sides", "ready", "right")


def test_in_a_rest_the_set_that_comes_is_on_show():
    view = at(STRETCH, 8_000 + 30_000 + 5_000 + 30_000 + 1_000)
    assert (view.phase, view.mood, view.side, view.set_text) == ("Rest", "rest", "left", "Set 2 of 2")


def test_repetitions_show_their_number_and_the_ring_moves_with_the_tempo():
    view = at(RAISE, 8_000 + 5_000 + 1_000)  # a second into the lift of the second
    assert (view.number, view.number_note, view.phase) == ("2", "of 12", "Up")
    assert view.fraction == 0.5
    assert not view.can_add


def test_ones_own_pace_shows_how_many_and_waits():
    view = at(PACE, 60_000)
    assert (view.number, view.number_note, view.phase) == ("12", "times", "Your pace")
    assert view.open_ended
    assert not view.can_add
    assert view.fraction == 1


def test_a_single_repetition_is_singular():
    assert at(timeline_of(Step(exercise="calf-raise", reps=1)), 8_000).number_note == "time"


def test_a_wait_shows_what_to_do():
    played = Played(TWO, 8_000 + 30_000 + 5_000 + 30_000 + 8_000)
    view = played.view
    assert (view.title, view.cue, view.phase) == (
        "Ready for the next part",
        "Fetch the band.",
        "When you are ready",
    )
    assert (view.number, view.place) == ("", "2 of 3")
    assert view.open_ended


def test_a_pause_says_so_and_keeps_the_number():
    played = Played(STRETCH, 8_000 + 10_000)
    played.session.pause()
    view = played.wait(60_000)
    assert (view.phase, view.mood, view.number, view.paused) == ("Paused", "paused", "20", True)


def test_after_a_pause_it_counts_down_to_going_on():
    played = Played(STRETCH, 8_000 + 10_000)
    played.session.pause()
    played.session.resume()
    view = played.wait(1_000)
    assert (view.phase, view.mood, view.number, view.fraction) == ("Get ready", "ready", "2", 1)


@pytest.mark.parametrize(
    ("ms", "said"),
    [
        (0, "Next: right side"),
        (8_000, "Next: right side"),
        (8_000 + 30_000, "Next: left side"),  # switching to the right: after it the second set
        (8_000 + 65_000 + 10_000, "Next: right side"),
        (83_000 + 10_000, "Next: right side"),
        (83_000 + 32_000, "Next: right side"),  # switching for the last time: the right side has not begun
        (120_000, "Then you are done."),
    ],
)
def test_it_tells_what_comes_after_what_is_on_show(ms, said):
    assert at(STRETCH, ms).next_text == said


def test_it_tells_what_to_wait_for_next_and_what_to_fetch():
    assert at(TWO, 8_000 + 30_000 + 6_000).next_text == "Next: Fetch the band."
    assert at(TWO, 90_000).next_text == "Next: Calf raise. You need a chair."


def test_nobody_is_done_before_the_last_part_has_begun():
    one = timeline_of(Step(exercise="calf-raise", reps=8))
    assert at(one, 3_000).next_text == "Next: Calf raise. You need a chair."
    assert at(one, 9_000).next_text == "Then you are done."
    sets = timeline_of(Step(exercise="night-calf-stretch", hold=20, sets=2))
    # 8 s to get ready, the first set, and in the rest after it.
    assert at(sets, 8_000 + 20_000 + 2_000).next_text == "Next: set 2"


def test_between_the_legs_of_a_heel_rise_test_the_other_leg_is_next():
    played = Played(heel_rise_timeline(KNOWN, "Heel-rise test", ""), 15_000 + 5_000)
    said = "Next: Single leg calf raise, right side"
    assert played.view.next_text == said
    played.session.skip()
    # The rest of 110 s, 10 s to get ready, and the leg.
    assert (played.view.phase, played.view.next_text) == ("Rest", said)
    assert (played.wait(111_000).phase, played.view.next_text) == ("Get ready", said)
    assert played.wait(10_000).next_text == "Then you are done."


def test_sets_without_sides_are_told_by_number():
    timeline = timeline_of(Step(exercise="night-calf-stretch", hold=20, sets=2))
    assert at(timeline, 9_000).next_text == "Next: set 2"


def test_the_bar_has_a_part_for_each_set_on_each_side_as_wide_as_it_is_long():
    view = at(STRETCH, 8_000 + 30_000 + 5_000 + 15_000)
    assert view.weights == (30_000.0,) * 4
    assert view.parts == (1, 0.5, 0, 0)


def test_the_bar_has_a_part_for_each_step_when_sets_are_too_many():
    timeline = timeline_of(calf_stretch(5, 13), calf_stretch(10, 1))
    assert PARTS_MOST < 2 * 13 + 2
    assert at(timeline, 0).weights == (130_000.0, 20_000.0)


def test_seconds_added_stretch_the_ring_and_the_part():
    played = Played(STRETCH, 8_000 + 10_000)
    played.session.add(10)
    view = played.view
    assert view.number == "30"
    assert view.parts[0] == 0.25  # 10 of 40 s


def test_mute_and_trouble_are_shown():
    now = Played(STRETCH, 0).session.now()
    view = player_view(now, STRETCH, EXERCISES, muted=True, trouble="The disk is full.")
    assert (view.muted, view.trouble) == (True, "The disk is full.")


@pytest.mark.parametrize(
    ("ms", "phase", "height"),
    [(0, 0, 0), (1_000, 0, 0.5), (2_500, 1, 1), (4_000, 2, 0.5), (5_000, 2, 0), (9_999, 2, 0)],
)
def test_a_repetition_rises_stays_and_falls(ms, phase, height):
    assert tempo_position(ms, (2_000, 1_000, 2_000, 0)) == (phase, height)


def test_a_repetition_of_one_phase_is_all_of_it():
    assert tempo_position(500, (0, 0, 2_000, 0)) == (2, 0.75)


ANY_STEP = st.sampled_from(
    [
        calf_stretch(20, 3),
        Step(exercise="calf-raise", reps=3, tempo=(0, 1, 2, 0.5)),
        Step(exercise="band-plantarflexion", reps=2, sides="both"),
        Step(exercise="night-calf-stretch", hold=4, reps=3, relax=0),
        Step(wait="Fetch the band."),
    ]
)
DEEDS = st.sampled_from(["wait", "pause", "resume", "skip", "back", "add", "done"])


@settings(max_examples=60)
@given(steps=st.lists(ANY_STEP, min_size=1, max_size=4), deeds=st.lists(DEEDS, max_size=30))
def test_every_moment_can_be_shown(steps, deeds):
    played = Played(timeline_of(*steps))
    for deed in deeds:
        if deed == "wait":
            played.clock.advance(2_345)
        elif deed == "add":
            played.session.add(10)
        else:
            getattr(played.session, deed)()
        played.session.tick()
        view = played.view
        assert 0 <= view.fraction <= 1
        assert all(0 <= part <= 1 for part in view.parts)
        assert len(view.parts) == len(view.weights)
        assert view.title
        assert view.phase
