"""What those see who cannot hear."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core import cues
from app.core.routine import Step
from app.views.seen import Flash, Seen, seen_after
from tests.core.routines import EXERCISES, calf_stretch, timeline_of

STRETCH = [segment for segment in timeline_of(calf_stretch(30, 2)).segments if segment.is_work]
RAISE = [
    s for s in timeline_of(Step(exercise="calf-raise", reps=3, tempo=(2, 1, 2, 0))).segments if s.is_work
]
PACE = [s for s in timeline_of(Step(exercise="band-plantarflexion", reps=9)).segments if s.is_work]


@pytest.mark.parametrize(
    ("cue", "flash"),
    [
        (cues.GetReady(STRETCH[0], ("wall",)), Flash(1, "Get ready", "Left side", "pause")),
        (cues.Begin(STRETCH[1]), Flash(1, "Hold", "Right side", "right")),
        (cues.Begin(RAISE[0]), Flash(1, "Go", "", "work")),
        (cues.Begin(PACE[0]), Flash(1, "Go", "Left side", "left")),
        (cues.Switch("right"), Flash(1, "Switch", "Right side", "pause")),
        (cues.Switch(None), Flash(1, "Switch", "", "pause")),
        (cues.Rest(10_000, STRETCH[2]), Flash(1, "Rest", "Then set 2 of 2", "pause")),
        (cues.Relax(), Flash(1, "Relax", "", "pause")),
        (cues.Wait("Fetch the roller."), Flash(1, "Ready?", "", "pause")),
        (cues.PauseBegan(), Flash(1, "Paused", "", "pause")),
        (cues.GoOn(STRETCH[0], 3_000), Flash(1, "Get ready", "Left side", "pause")),
        (cues.Finish(), Flash(1, "Done", "", "work")),
    ],
)
def test_every_change_has_its_large_word(cue, flash):
    assert seen_after(Seen(), [cue], 0, EXERCISES).flash == flash


@pytest.mark.parametrize(
    "cue",
    [
        cues.Count(3),
        cues.HalfwayDone(15_000),
        cues.Repetition(2, 12),
        cues.TempoPhase("lift"),
        cues.Begin(RAISE[1]),
    ],
)
def test_what_is_no_change_does_not_flash(cue):
    assert seen_after(Seen(), [cue], 0, EXERCISES).flash == Flash()


def test_what_was_last_said_stays_to_be_read():
    seen = seen_after(Seen(), [cues.Switch("right")], 0, EXERCISES)
    assert seen.sentence == "Switch to the right side."
    seen = seen_after(seen, [cues.Begin(RAISE[1])], 5_000, EXERCISES)  # which has no words
    assert seen.sentence == "Switch to the right side."


def test_of_two_changes_within_half_a_second_the_second_is_written_and_does_not_flash():
    first = seen_after(Seen(), [cues.Switch("right")], 1_000, EXERCISES)
    second = seen_after(first, [cues.Begin(STRETCH[1])], 1_499, EXERCISES)
    assert (second.flash, second.sentence) == (first.flash, "Hold.")
    assert seen_after(first, [cues.Begin(STRETCH[1])], 1_500, EXERCISES).flash.number == 2


@given(st.lists(st.integers(0, 2_000), min_size=4, max_size=60))
def test_in_no_second_there_are_more_than_three_flashes(waits_ms):
    """WCAG 2.2, success criterion 2.3.1."""
    seen, now_ms, flashed = Seen(), 0, list[int]()
    for wait_ms in waits_ms:
        now_ms += wait_ms
        before = seen.flash.number
        seen = seen_after(seen, [cues.Relax()], now_ms, EXERCISES)
        flashed += [now_ms] * (seen.flash.number - before)
    assert all(later - first >= 1_000 for first, later in zip(flashed, flashed[3:], strict=False))
