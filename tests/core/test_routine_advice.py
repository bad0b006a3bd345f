"""What a routine comes to, and what to think of about it."""

import pytest
from msgspec import structs

from app.core.ledger import Balance, Tally
from app.core.record import Work
from app.core.routine import Routine, Step
from app.core.routine_advice import Advice, advice, planned_work, totals
from app.core.session import Session
from app.core.timeline import unfold
from tests.core.clock import FakeClock
from tests.core.routines import EXERCISES, exercise

STRENGTH = structs.replace(exercise("raise", "none"), kind="strength", muscles=("glutes",))
ROLLING = structs.replace(exercise("roll", "both"), kind="release", muscles=("hamstrings",))
SHELF = {**EXERCISES, "raise": STRENGTH, "roll": ROLLING}


def routine(*steps: Step, goal: str = "ease") -> Routine:
    return Routine(1, "mine", "Mine", steps, goal=goal)


def stretch(hold: float = 30, **more: object) -> Step:
    return Step(exercise="wall-calf-stretch", hold=hold, **more)


@pytest.mark.parametrize(
    ("steps", "found"),
    [
        ((stretch(30, sets=2),), ()),
        ((stretch(30, sides="left"),), (Advice("one-sided", ("soleus",), (0,), "right"),)),
        ((stretch(30, sides="left"), stretch(20, sides="right")), ()),
        ((stretch(30, sides="none"),), ()),
        (
            (Step(wait="Sit."), Step(exercise="raise", reps=8, sides="right")),
            (Advice("one-sided", ("glutes",), (1,), "left"),),
        ),
        ((Step(exercise="roll", hold=60, sides="left"),), ()),
    ],
)
def test_a_muscle_of_which_one_side_gets_nothing_is_told(steps, found):
    assert advice(routine(*steps), SHELF) == found


@pytest.mark.parametrize(
    ("steps", "found"),
    [
        # 4 × 60 s a side is just what helps
        ((stretch(60, sets=4),), ()),
        # and 5 s more is not; the wait is step 1
        (
            (stretch(60, sets=4), Step(wait="Sit."), stretch(5)),
            (Advice("over-dose", ("soleus",), (0, 2), ms=245_000),),
        ),
    ],
)
def test_more_than_four_minutes_of_a_muscle_are_told(steps, found):
    assert advice(routine(*steps), SHELF) == found


@pytest.mark.parametrize(
    ("steps", "found"),
    [
        ((stretch(30, sets=2),), ()),
        ((stretch(31, sets=2),), (Advice("long-holds", ("soleus",), (0,), ms=62_000),)),
        # 20 × 5 s of moving into the stretch and out of it is no long hold
        ((Step(exercise="wall-calf-stretch", reps=20, tempo=(2, 1, 2, 0)),), ()),
        ((Step(exercise="roll", hold=90),), ()),
    ],
)
def test_long_still_stretches_are_told_before_sport_alone(steps, found):
    assert advice(routine(*steps, goal="warm-up"), SHELF) == found
    assert advice(routine(*steps, goal="ease"), SHELF) == ()


def test_more_than_four_exercises_are_told_and_an_exercise_done_twice_is_one():
    shelf = {name: exercise(name) for name in "abcde"}
    four = [Step(exercise=name, hold=5) for name in "abcda"]
    assert advice(routine(*four), shelf) == ()
    assert advice(routine(*four, Step(exercise="e", hold=5)), shelf) == (Advice("many", count=5),)


def test_a_draft_without_steps_or_with_an_exercise_that_is_gone_has_its_totals():
    assert totals(routine(), SHELF).total_ms == 0
    gone = totals(routine(Step(exercise="gone", hold=5), stretch(30, sides="none")), SHELF)
    assert gone.total_ms == 38_000  # 8 s to prepare and 30 s
    assert advice(routine(Step(exercise="gone", hold=5)), SHELF) == ()


def test_the_steps_that_advice_names_are_those_of_the_draft_even_if_one_before_is_gone():
    (found,) = advice(routine(Step(exercise="gone", hold=5), stretch(30, sides="left")), SHELF)
    assert found.steps == (1,)


def test_the_totals_of_a_routine():
    found = totals(routine(stretch(30, sets=2), Step(exercise="calf-raise", reps=8)), SHELF)
    # 8 + 2 × (30 + 5 + 30) + 10 = 148 s, and 8 + 8 × 3 = 32 s; both exercises are stretches of the soleus here
    assert (found.total_ms, found.estimated) == (180_000, True)
    # two sets of 30 s a side, and 24 s of both at once
    assert found.balances == (Balance("soleus", Tally(84_000, 84_000), Tally(84_000, 84_000)),)
    assert found.equipment == ("wall", "chair")


def test_what_is_planned_is_what_a_session_without_a_pause_comes_to():
    timeline = unfold(
        routine(
            stretch(30, sets=2),
            Step(exercise="night-calf-stretch", hold=10, reps=3),
            Step(exercise="raise", reps=4, tempo=(2, 1, 2, 0), sets=2),
        ),
        SHELF,
    )
    clock = FakeClock()
    session = Session(timeline, clock)
    session.start()
    clock.advance(timeline.total_ms + 60_000)
    session.tick()
    assert planned_work(timeline) == session.work()
    assert planned_work(timeline) == (
        Work("wall-calf-stretch", "left", 60_000),
        Work("wall-calf-stretch", "right", 60_000),
        Work("night-calf-stretch", None, 30_000, 3),
        Work("raise", None, 40_000, 8),
    )
