"""What following a routine in the terminal prints."""

import pytest

from app.core.routine import Step
from app.core.session import Session
from app.core.timeline import closed
from app.views.terminal import closing, cut_off_before, line, opening, unwritten
from tests.core.clock import FakeClock
from tests.core.routines import calf_stretch, timeline_of
from tests.views.shelf import session


def test_the_opening_tells_name_and_length():
    assert opening(timeline_of(calf_stretch(30, 2))) == "Test: 2 min 28 s"


def test_an_estimate_is_called_one():
    timeline = timeline_of(Step(exercise="band-plantarflexion", reps=12, sides="left"))
    assert opening(timeline) == "Test: about 44 s"
    assert opening(closed(timeline)) == "Test: 44 s"


@pytest.mark.parametrize(
    ("ms", "shown"),
    [
        (0, " 0:00  Hold."),
        (7_900, " 0:08  Hold."),  # a cue for 8 s, given a little early
        (7_400, " 0:07  Hold."),
        (59_600, " 1:00  Hold."),
        (600_000, "10:00  Hold."),
    ],
)
def test_a_line_begins_with_the_nearest_second_of_the_plan(ms, shown):
    clock = FakeClock()
    led = Session(timeline_of(calf_stretch(900, 1, prepare=0)), clock)
    led.start()
    clock.advance(ms)
    assert line(led.now(), "Hold.") == shown


def test_a_finished_session_is_told_with_its_work():
    assert closing(session()) == "Finished: 2 min of work. It is in your history."


def test_a_session_cut_short_tells_what_was_kept():
    cut_short = session(status="partial", done_ms=45_000)
    assert closing(cut_short) == "Stopped: 45 s of 2 min done and kept in your history."


def test_a_session_with_nothing_done_says_so():
    nothing = closing(session(status="partial", done_ms=0))
    assert nothing == "Stopped before anything was done. Your history shows that you began."


def test_what_went_wrong_is_told():
    assert unwritten("The disk is full.") == "This session could not be recorded: The disk is full."
    assert cut_off_before(session(status="partial")) == (
        "Calf reset was cut off earlier; what was done is kept as a partial session."
    )
    # As a heel-rise test may be, of which nothing was planned.
    assert (
        cut_off_before(session()) == "Calf reset was cut off earlier; what was done is kept in your history."
    )
