"""What is sounded, and when: the policy from events to cues."""

import pytest

from app.core import cues
from app.core import events as ev
from app.core.cues import cues_for, fetched_for
from app.core.routine import Step
from app.core.session import Session
from app.core.timeline import Timeline
from tests.core.clock import FakeClock
from tests.core.routines import EXERCISES, calf_stretch, timeline_of

TEMPO = Step(exercise="calf-raise", reps=3, tempo=(2, 1, 2, 0))
OWN_PACE = Step(exercise="band-plantarflexion", reps=12, sides="left")
SHORT_HOLDS = Step(exercise="night-calf-stretch", hold=10, reps=3, relax=10)
WAIT = Step(wait="Fetch the foam roller.", prepare=0)


def heard(timeline: Timeline, *, tick_ms: int = 100) -> list[cues.Cue]:
    """Every cue from the start to the end; what is open-ended is done after 5 s."""
    clock = FakeClock()
    session = Session(timeline, clock)
    session.start()
    found: list[cues.Cue] = []
    while not session.is_over:
        clock.advance(tick_ms)
        for event in session.tick():
            found += cues_for(event, timeline, EXERCISES)
        now = session.now()
        if now.length_ms is None and now.elapsed_ms >= 5_000:
            session.done()
    return found + [cue for event in session.tick() for cue in cues_for(event, timeline, EXERCISES)]


def kinds(found: list[cues.Cue]) -> list[str]:
    return [type(cue).__name__ for cue in found]


def test_a_hold_on_both_sides_is_led_from_get_ready_to_the_end():
    one_side = "Begin HalfwayDone Count Count Count".split()
    found = heard(timeline_of(calf_stretch(30, 1)))
    assert kinds(found) == ["GetReady", *one_side, "Switch", *one_side, "Finish"]


def test_get_ready_tells_the_exercise_the_side_and_what_to_fetch():
    first, *_ = heard(timeline_of(calf_stretch(30, 1)))
    assert isinstance(first, cues.GetReady)
    assert (first.work.exercise, first.work.side, first.fetch) == ("wall-calf-stretch", "left", ("wall",))


def test_switch_tells_the_side_that_comes():
    found = heard(timeline_of(calf_stretch(30, 1)))
    assert [cue.to for cue in found if isinstance(cue, cues.Switch)] == ["right"]


@pytest.mark.parametrize(("hold", "times"), [(19.99, 0), (20, 2), (60, 2)])
def test_half_way_is_told_in_holds_of_twenty_seconds_and_more(hold, times):
    found = heard(timeline_of(calf_stretch(hold, 1)))
    assert kinds(found).count("HalfwayDone") == times  # once a side


def test_half_way_tells_what_is_left():
    found = heard(timeline_of(calf_stretch(45, 1, sides="left")))
    assert [cue.left_ms for cue in found if isinstance(cue, cues.HalfwayDone)] == [22_500]  # 45,000 / 2


@pytest.mark.parametrize(("hold", "counted"), [(7.99, []), (8, [3, 2, 1])])
def test_the_last_three_seconds_are_counted_in_holds_of_eight_seconds_and_more(hold, counted):
    found = heard(timeline_of(calf_stretch(hold, 1, sides="left")))
    assert [cue.left for cue in found if isinstance(cue, cues.Count)] == counted


def test_preparing_switching_and_resting_are_not_counted_down():
    found = heard(timeline_of(calf_stretch(5, 2), prepare=30, switch=20))
    assert "Count" not in kinds(found)


def test_a_rest_tells_its_length_and_what_comes_next():
    found = heard(timeline_of(calf_stretch(30, 2, rest=12)))
    (rest,) = [cue for cue in found if isinstance(cue, cues.Rest)]
    assert rest.ms == 12_000
    assert rest.next_work is not None
    assert (rest.next_work.side, rest.next_work.set) == ("left", 2)


def test_repetitions_are_numbered_and_led_through_the_phases_that_last():
    found = heard(timeline_of(TEMPO))
    one = "Repetition TempoPhase TempoPhase TempoPhase".split()
    assert kinds(found) == ["GetReady", *(["Begin", *one] * 3), "Finish"]
    assert [cue.rep for cue in found if isinstance(cue, cues.Repetition)] == [1, 2, 3]
    phases = [cue.phase for cue in found if isinstance(cue, cues.TempoPhase)]
    assert phases == ["lift", "top", "lower"] * 3


def test_a_phase_too_short_to_hear_its_name_in_is_not_named():
    found = heard(timeline_of(Step(exercise="calf-raise", reps=1, tempo=(1, 0.99, 1, 0))))
    assert [cue.phase for cue in found if isinstance(cue, cues.TempoPhase)] == ["lift", "lower"]


def test_short_holds_relax_in_between():
    found = heard(timeline_of(SHORT_HOLDS))
    hold = "Begin Count Count Count".split()
    assert kinds(found) == ["GetReady", *hold, "Relax", *hold, "Relax", *hold, "Finish"]


def test_ones_own_pace_begins_and_is_not_counted():
    assert kinds(heard(timeline_of(OWN_PACE))) == ["GetReady", "Begin", "Finish"]


def test_a_wait_tells_what_to_do_and_the_preparation_before_it_says_nothing():
    found = heard(timeline_of(Step(wait="Fetch the foam roller."), calf_stretch(5, 1)))
    assert kinds(found)[:2] == ["Wait", "GetReady"]
    assert found[0].text == "Fetch the foam roller."


def test_only_what_was_not_in_use_is_fetched():
    timeline = timeline_of(calf_stretch(30, 1), calf_stretch(20, 1), TEMPO)
    fetched = [cue.fetch for cue in heard(timeline) if isinstance(cue, cues.GetReady)]
    assert fetched == [("wall",), (), ("chair",)]


def test_after_the_last_work_nothing_is_to_be_fetched():
    timeline = timeline_of(calf_stretch(30, 1), WAIT)
    assert fetched_for(len(timeline.segments) - 1, timeline, EXERCISES) == ()


@pytest.mark.parametrize(
    ("steps", "chimes"),
    [
        ([calf_stretch(30, 2)], "ready start switch start switch start switch start finish"),
        ([TEMPO], "ready start finish"),  # one start for the set, not one a repetition
        ([SHORT_HOLDS], "ready start finish"),
        ([WAIT, OWN_PACE], "ready ready start finish"),
    ],
)
def test_each_change_has_its_chime(steps, chimes):
    assert [cue.chime for cue in heard(timeline_of(*steps)) if cue.chime] == chimes.split()


def test_after_a_pause_it_says_get_ready_and_then_begins_again():
    timeline = timeline_of(calf_stretch(30, 1))
    work = timeline.segments[1]
    assert cues_for(ev.Paused(1, "user"), timeline, EXERCISES) == (cues.PauseBegan(),)
    assert cues_for(ev.Resumed(1, 3_000), timeline, EXERCISES) == (cues.GoOn(work, 3_000),)
    assert cues_for(ev.Continued(1), timeline, EXERCISES) == (cues.Begin(work),)


def test_a_pause_between_holds_goes_on_without_a_word():
    timeline = timeline_of(calf_stretch(30, 1))
    assert cues_for(ev.Resumed(0, 0), timeline, EXERCISES) == ()


@pytest.mark.parametrize("event", [ev.Extended(1, 10_000), ev.Stopped(1)])
def test_what_the_person_did_themselves_is_not_announced(event):
    assert cues_for(event, timeline_of(calf_stretch(30, 1)), EXERCISES) == ()
