"""What is no longer worth saying."""

import pytest

from app.core import events as ev
from app.core.lateness import is_late
from app.core.routine import Step
from app.core.session import Now
from app.core.timeline import Timeline
from tests.core.routines import calf_stretch, timeline_of

HOLD = timeline_of(calf_stretch(30, 1, prepare=0))
RAISE = timeline_of(Step(exercise="calf-raise", reps=2, tempo=(2, 1, 2, 0), prepare=0))


def now(timeline: Timeline, elapsed_ms: int) -> Now:
    segment = timeline.segments[0]
    return Now("running", 0, segment, elapsed_ms, segment.length_ms, 0)


@pytest.mark.parametrize(
    ("event", "elapsed_ms", "late"),
    [
        (ev.Halfway(0, 15_000), 15_000, False),
        (ev.Halfway(0, 15_000), 16_500, False),
        (ev.Halfway(0, 15_000), 16_501, True),
        (ev.Countdown(0, 2), 28_600, False),  # two is due at 28 s
        (ev.Countdown(0, 2), 28_601, True),
        (ev.Countdown(1, 2), 28_601, False),  # of a segment that only comes
        (ev.SegmentStarted(0, HOLD.segments[0]), 29_000, False),
    ],
)
def test_a_number_of_seconds_is_late_when_it_is_no_longer_true(event, elapsed_ms, late):
    assert is_late(event, now(HOLD, elapsed_ms)) is late


@pytest.mark.parametrize(
    ("phase", "elapsed_ms", "late"),
    [("lift", 1_999, False), ("lift", 2_000, True), ("top", 2_500, False), ("top", 3_000, True)],
)
def test_a_phase_is_late_when_it_is_over(phase, elapsed_ms, late):
    assert is_late(ev.PhaseStarted(0, phase, 2_000), now(RAISE, elapsed_ms)) is late
