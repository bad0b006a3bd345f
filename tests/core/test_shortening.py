"""A routine with exercises left out, to fit the minutes at hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from app.core.ledger import WEEK_CEILING_MS, Balance, Tally
from app.core.paying import pays
from app.core.routine import Routine, Step
from app.core.shortening import shorten, with_steps
from app.core.timeline import unfold
from tests.core.routines import exercise

MINUTE = 60_000
MUSCLES = {
    "raises": "glutes",
    "wall": "gastrocnemius",
    "bent": "soleus",
    "neck-tilt": "neck",
    "whole-leg": "soleus",
}
EXERCISES = {
    id_: structs.replace(
        exercise(id_, "none" if id_ == "raises" else "both"),
        muscles=(muscle,),
        kind="strength" if id_ == "raises" else "stretch",
    )
    for id_, muscle in MUSCLES.items()
}
RAISES = Step(exercise="raises", reps=8, tempo=(2, 1, 2, 0))
"""8 + 8 × 5 = 48 s."""
WALL = Step(exercise="wall", hold=30, sets=2)
"""8 + 2 × (30 + 5 + 30) + 10 = 148 s, 60 s a side."""
BENT = Step(exercise="bent", hold=20, sets=2)
"""8 + 2 × (20 + 5 + 20) + 10 = 108 s, 40 s a side."""
WAIT = Step(wait="Fetch the roller.", prepare=0)


def routine(*steps: Step) -> Routine:
    return Routine(1, "calf-reset", "Calf reset", steps)


def timeline(given_routine: Routine):
    return unfold(given_routine, EXERCISES)


def in_minutes(minutes: float, *steps: Step, owed=()):
    whole = routine(*steps)
    return shorten(whole, timeline(whole), EXERCISES, round(minutes * MINUTE), owed)


def kept(shortened) -> list[str]:
    return [step.exercise or step.wait for step in shortened.routine.step]


def test_a_routine_that_fits_stays_whole():
    # 48 + 148 + 108 = 304 s, half a minute more than 274.
    assert in_minutes(275 / 60, RAISES, WALL, BENT).dropped == ()
    assert in_minutes(274 / 60, RAISES, WALL, BENT).dropped == ("bent",)


def test_with_nothing_owed_what_comes_first_stays():
    # Up to 3:30 is called 3 min: 48 + 148 = 196 fit, 304 do not.
    shortened = in_minutes(3, RAISES, WALL, BENT)
    assert kept(shortened) == ["raises", "wall"]
    assert (shortened.steps, shortened.dropped) == ((0, 1), ("bent",))


def test_what_pays_most_of_what_is_owed_stays():
    # Of the soleus 10 min a side are owed: BENT pays 80 s (108 s long). Then 117 s are left: RAISES.
    shortened = in_minutes(3, RAISES, WALL, BENT, owed=[Balance("soleus")])
    assert kept(shortened) == ["raises", "bent"]
    assert shortened.dropped == ("wall",)


def test_what_another_exercise_pays_already_is_not_paid_twice():
    # Owed are 40 s a side of the soleus, which BENT pays in full, and of the neck. The second stretch for the
    # soleus pays nothing more, so of 108 + 83 + 53 s the neck stays with BENT: 161 s. 108 + 83 would fit into 192.
    again = Step(exercise="whole-leg", hold=35)
    neck = Step(exercise="neck-tilt", hold=20)
    owed = [_owed("soleus", left=40_000, right=40_000), Balance("neck")]
    assert kept(in_minutes(2.7, BENT, again, neck, owed=owed)) == ["bent", "neck-tilt"]


def test_an_exercise_that_does_not_fit_makes_way_for_a_shorter_one_after_it():
    # Up to 2:30 is called 2 min: 48 + 148 are too many, 48 + 108 as well; RAISES alone come first.
    short = Step(exercise="neck-tilt", hold=20)  # 8 + 20 + 5 + 20 = 53 s; 48 + 53 = 101
    assert kept(in_minutes(2, RAISES, WALL, BENT, short)) == ["raises", "neck-tilt"]


def test_where_nothing_fits_the_shortest_stays_with_its_full_hold():
    shortened = in_minutes(0.5, WALL, BENT)
    assert shortened.routine.step == (BENT,)


def test_a_single_exercise_is_never_left_out():
    shortened = in_minutes(0.5, WALL)
    assert (shortened.routine.step, shortened.steps, shortened.dropped) == ((WALL,), (), ())


def test_an_exercise_goes_with_all_its_steps():
    # WALL twice is 296 s, BENT 108: in 3 min BENT alone.
    shortened = in_minutes(3, WALL, BENT, WALL)
    assert (shortened.steps, shortened.dropped) == ((1,), ("wall",))


def test_a_wait_goes_with_what_follows_it_up_to_the_next_one():
    first, second = WAIT, Step(wait="Sit down.", prepare=0)
    steps = (first, RAISES, WALL, second, BENT)
    assert kept(in_minutes(3, *steps)) == ["Fetch the roller.", "raises", "wall"]
    # With BENT first, the wait of the other two stays for RAISES alone.
    assert kept(in_minutes(3, *steps, owed=[Balance("soleus")])) == [
        "Fetch the roller.",
        "raises",
        "Sit down.",
        "bent",
    ]


def test_waits_one_after_the_other_belong_together_and_the_last_one_to_what_is_before_it():
    ending = Step(wait="Lie still.", prepare=0)
    assert kept(in_minutes(2.5, WAIT, WAIT, WALL, WAIT, BENT, ending)) == [*[WAIT.wait] * 2, "wall"]
    owed = [Balance("soleus")]
    assert kept(in_minutes(2, WALL, BENT, ending, owed=owed)) == ["bent", "Lie still."]


def test_the_wait_counts_with_the_time_to_prepare_for_it():
    # WALL with a wait of 8 s before it: 156 s, too long to be called 2 min: BENT with it, 116 s.
    assert kept(in_minutes(2, Step(wait="Fetch it."), WALL, BENT)) == ["Fetch it.", "bent"]


def test_a_routine_of_waits_alone_stays_as_it_is():
    assert in_minutes(0.1, Step(wait="Breathe."), Step(wait="And again.")).dropped == ()


def test_the_steps_of_a_shortened_routine_make_it_anew():
    whole = routine(WAIT, RAISES, WALL, BENT)
    shortened = shorten(whole, timeline(whole), EXERCISES, 3 * MINUTE)
    assert with_steps(whole, shortened.steps) == shortened.routine
    assert with_steps(whole, ()) == whole


def test_steps_that_are_gone_make_no_routine():
    assert with_steps(routine(RAISES), (0, 3)) is None


def test_paying_is_no_more_than_what_is_owed():
    # WALL gives 60 s a side; 10 min are owed on the left, 40 s on the right: 60 + 40 s.
    owed = [_owed("gastrocnemius", left=10 * MINUTE, right=40_000)]
    assert pays(timeline(routine(WALL)), EXERCISES, owed) == 100_000


def test_a_session_pays_no_more_than_four_minutes_a_side():
    # Ten sets of 30 s: 5 min a side, of which 4 help.
    long = structs.replace(WALL, sets=10)
    assert pays(timeline(routine(long)), EXERCISES, [Balance("gastrocnemius")]) == 8 * MINUTE


def test_strength_pays_nothing_of_the_stretching_owed():
    assert pays(timeline(routine(RAISES)), EXERCISES, [Balance("glutes")]) == 0


def _owed(muscle: str, left: int, right: int) -> Balance:
    return Balance(muscle, Tally(useful_ms=WEEK_CEILING_MS - left), Tally(useful_ms=WEEK_CEILING_MS - right))


exercise_steps = st.builds(
    lambda id_, hold, sets: Step(exercise=id_, hold=hold, sets=sets),
    st.sampled_from(list(EXERCISES)),
    st.integers(5, 90),
    st.integers(1, 3),
)
routines = st.builds(
    lambda first, rest: routine(first, *rest),
    exercise_steps,
    st.lists(st.one_of(exercise_steps, st.just(WAIT)), max_size=7),
)


@given(routines, st.integers(1, 12 * 60), st.sets(st.sampled_from(list(MUSCLES.values()))))
def test_a_shortened_routine_fits_and_keeps_every_step_it_has_as_it_was(whole, seconds, muscles):
    owed = [Balance(muscle) for muscle in muscles]
    shortened = shorten(whole, timeline(whole), EXERCISES, seconds * 1000, owed)
    ids = {step.exercise for step in shortened.routine.step} - {None}
    assert ids
    assert ids.isdisjoint(shortened.dropped)
    assert ids | set(shortened.dropped) == {step.exercise for step in whole.step} - {None}
    assert (shortened.routine.id, shortened.routine.name) == (whole.id, whole.name)
    for step in whole.step:
        if step.exercise in ids:
            assert shortened.routine.step.count(step) == whole.step.count(step)
    assert with_steps(whole, shortened.steps) == shortened.routine
    total_ms = timeline(shortened.routine).total_ms
    if len(ids) > 1:
        assert total_ms < seconds * 1000 + 30_000


@given(routines, st.integers(1, 12 * 60))
def test_no_exercise_is_left_out_that_would_have_fitted(whole, seconds):
    shortened = shorten(whole, timeline(whole), EXERCISES, seconds * 1000)
    total_ms = timeline(shortened.routine).total_ms
    if total_ms < seconds * 1000 + 30_000:
        for id_ in shortened.dropped:
            again = [step for step in whole.step if step.exercise == id_]
            assert total_ms + timeline(routine(*again)).total_ms >= seconds * 1000 + 30_000


@pytest.mark.parametrize("minutes", [3, 5, 10])
def test_more_minutes_never_leave_more_out(minutes):
    steps = (RAISES, WALL, BENT, Step(exercise="neck-tilt", hold=60, sets=3))
    few, more = (in_minutes(each, *steps) for each in (minutes, minutes + 2))
    assert len(more.dropped) <= len(few.dropped)
