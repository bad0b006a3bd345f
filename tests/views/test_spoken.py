"""What the voice says for each cue."""

import pytest

from app.core import cues
from app.core.manner import Manner
from app.core.routine import Step
from app.core.timeline import Segment, closed
from app.views.spoken import sentence
from tests.core.routines import EXERCISES, calf_stretch, timeline_of

STRETCH = timeline_of(calf_stretch(30, 2, cue="Back heel down"))
RAISE = timeline_of(Step(exercise="calf-raise", reps=12, tempo=(2, 1, 2, 0)))
SHORT = timeline_of(Step(exercise="night-calf-stretch", hold=10, reps=3, cue="Breathe out."))
CURLS = timeline_of(Step(exercise="night-calf-stretch", hold=3, reps=8, cue="Spread the toes."))
PACE = timeline_of(Step(exercise="band-plantarflexion", reps=12, sides="right"))


def work(timeline, number: int = 0) -> Segment:
    return [segment for segment in timeline.segments if segment.is_work][number]


def said(*heard: cues.Cue) -> str:
    return sentence(heard, EXERCISES)


@pytest.mark.parametrize(
    ("cue", "words"),
    [
        (
            cues.GetReady(work(STRETCH), ("wall",)),
            "Get ready. Wall calf stretch, left side. You need a wall. 30 seconds, 2 sets.",
        ),
        (cues.GetReady(work(RAISE), ()), "Get ready. Calf raise. 12 repetitions."),
        (cues.GetReady(work(SHORT), ()), "Get ready. Night calf stretch. 3 times 10 seconds."),
        (cues.Begin(work(STRETCH)), "Hold. Back heel down."),
        (
            cues.GetReady(work(CURLS), ()),
            "Get ready. Night calf stretch. 8 times 3 seconds. Spread the toes.",
        ),
        (cues.GetReady(work(STRETCH), (), ("wall",), name_later=True), "Get ready."),
        (cues.Begin(work(CURLS)), "Hold, 1 of 8."),  # the advice was given before
        (cues.Begin(work(STRETCH), "side"), "Left side. Hold. Back heel down."),
        (cues.Begin(work(STRETCH), "set"), "Set 1 of 2, left side. Hold. Back heel down."),
        (
            cues.Begin(work(STRETCH), "exercise", ("wall",)),
            "Wall calf stretch, left side. You need a wall. Hold. Back heel down.",
        ),
        (cues.Begin(work(SHORT)), "Hold, 1 of 3. Breathe out."),
        (cues.Begin(work(SHORT, 1)), "Hold, 2 of 3."),
        (cues.Begin(work(RAISE)), ""),  # the number and "up" follow at once
        (cues.Begin(work(PACE)), "Begin, at your own pace. Press space when you are done."),
        (cues.HalfwayDone(15_000), "Half-way. 15 seconds left."),
        (cues.Count(3), "3."),
        (cues.Switch("right"), "Switch to the right side."),
        (cues.Switch(None), "Switch."),
        (cues.Repetition(1, 12), "1."),
        (cues.Repetition(12, 12), "Last one."),
        (cues.Repetition(1, 1), "1."),
        (cues.TempoPhase("lift"), "Up."),
        (cues.TempoPhase("top"), "Hold."),
        (cues.TempoPhase("lower"), "Down."),
        (cues.TempoPhase("bottom"), "Rest."),
        (cues.Rest(10_000, work(STRETCH)), "Rest for 10 seconds. Then set 1 of 2, left side."),
        (cues.Rest(90_000, None), "Rest for 1 minute and 30 seconds."),
        (cues.Relax(), "Relax."),
        (cues.Wait("Fetch the roller"), "Fetch the roller. Press space when you are ready."),
        (cues.PauseBegan(), "Paused."),
        (cues.GoOn(work(STRETCH, 1), 3_000), "Get ready again, right side."),
        (cues.GoOn(work(RAISE), 3_000), "Get ready again."),
        (
            cues.GoOn(work(RAISE), 3_000, "exercise", ("chair",)),
            "Get ready again. Calf raise. You need a chair.",
        ),
        (cues.Finish(), "Done. That is all for now."),
    ],
)
def test_each_cue_has_its_words(cue, words):
    assert said(cue) == words


def test_cues_of_one_moment_are_one_sentence_after_the_other():
    moment = (cues.Begin(work(RAISE)), cues.Repetition(1, 12), cues.TempoPhase("lift"))
    assert said(*moment) == "1. Up."


def test_nothing_to_say_is_no_sentence():
    assert said() == ""


def test_nobody_is_asked_to_press_a_key_where_the_time_goes_on_by_itself():
    assert said(cues.Begin(work(closed(PACE)))) == "Begin, at your own pace."


def test_a_single_short_hold_is_not_called_a_time():
    once = timeline_of(Step(exercise="night-calf-stretch", hold=10, reps=1))
    assert said(cues.GetReady(work(once), ())) == "Get ready. Night calf stretch. 10 seconds."


def test_a_cue_that_ends_in_a_mark_gets_no_second_one():
    asked = timeline_of(calf_stretch(30, 1, cue="Is the heel down?"))
    assert said(cues.Begin(work(asked))) == "Hold. Is the heel down?"


READY = cues.GetReady(work(STRETCH), ("wall",))


@pytest.mark.parametrize(
    ("room_ms", "words"),
    [
        (None, "Get ready. Wall calf stretch, left side. You need a wall. 30 seconds, 2 sets."),
        # 63 letters, 15 words, 3 stops, 2 commas: 63 × 60 + 15 × 25 + 3 × 500 + 2 × 330 + 130 = 6,445, and a breath
        (6_545, "Get ready. Wall calf stretch, left side. You need a wall. 30 seconds, 2 sets."),
        (6_544, "Wall calf stretch, left side. You need a wall. 30 seconds, 2 sets."),
        (4_500, "Wall calf stretch, left side. You need a wall."),
        (3_000, ""),
    ],
)
def test_as_much_is_said_as_there_is_time_for(room_ms, words):
    assert sentence((READY,), EXERCISES, room_ms) == words


def test_while_one_gets_ready_it_explains_as_much_as_there_is_time_for():
    assert said(READY) in sentence((READY,), EXERCISES, 60_000)
    assert sentence((READY,), EXERCISES, 60_000).endswith("2 sets. Stand. Stay.")


def test_a_faster_voice_says_more():
    assert (
        sentence((READY,), EXERCISES, 3_200, Manner(speed=1.5))
        == "Wall calf stretch, left side. You need a wall."
    )


@pytest.mark.parametrize(
    ("cue", "words"),
    [
        (READY, "Wall calf stretch, left side. You need a wall."),
        (cues.Begin(work(STRETCH)), "Hold."),
        (cues.Begin(work(STRETCH), "side"), "Left side. Hold."),
        (cues.Begin(work(SHORT)), "Hold, 1 of 3."),
        (cues.Begin(work(PACE)), "Begin."),
        (cues.HalfwayDone(15_000), ""),
        (cues.Count(3), "3."),
        (cues.Switch("right"), "Right side."),
        (cues.Repetition(2, 12), "2."),
        (cues.TempoPhase("lift"), ""),
        (cues.Rest(10_000, work(STRETCH)), "Rest. Then set 1 of 2, left side."),
        (cues.Relax(), "Relax."),
        (cues.Wait("Fetch the roller"), "Fetch the roller. Press space."),
        (cues.PauseBegan(), "Paused."),
        (cues.GoOn(work(STRETCH, 1), 3_000), "Right side."),
        (cues.Finish(), "Done."),
    ],
)
def test_in_short_it_says_what_comes_and_the_numbers(cue, words):
    assert sentence((cue,), EXERCISES, None, Manner("short")) == words
    assert sentence((cue,), EXERCISES, None, Manner("chimes")) == ""


def all_kinds(of: type[cues.Cue] = cues.Cue) -> set[type[cues.Cue]]:
    return {kind for direct in of.__subclasses__() for kind in {direct, *all_kinds(direct)}}


def test_no_kind_of_cue_was_forgotten():
    given = test_each_cue_has_its_words.pytestmark[0].args[1]
    assert {type(cue) for cue, _ in given} == all_kinds()
