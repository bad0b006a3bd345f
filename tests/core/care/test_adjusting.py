"""How a routine is eased or made a little harder: worked examples, and what never happens."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs
from msgspec.json import decode, encode

from app.core.care.adjusting import adjusted, suggestion
from app.core.care.check_in import PLACES
from app.core.exercise import Dose
from app.core.file_rules import MOST_STEPS
from app.core.ledger import SESSION_CEILING_MS
from app.core.routine import Routine, Step
from app.core.routine_advice import WARM_UP_CEILING_MS, totals
from app.core.timeline import unfold
from tests.core.routines import exercise

HOLD, REPS, HOLDS = Dose(hold=30, sets=2), Dose(sets=2, reps=10), Dose(hold=5, reps=6)
EXERCISES = {
    each.id: each
    for each in (
        structs.replace(exercise("towel-stretch"), dose=HOLD, harder="wall-stretch"),
        structs.replace(exercise("wall-stretch"), dose=HOLD, easier="towel-stretch", harder="step-stretch"),
        structs.replace(exercise("step-stretch"), dose=Dose(hold=20, sets=3), easier="wall-stretch"),
        structs.replace(exercise("band-push", "none"), kind="strength", dose=Dose(sets=2, reps=12)),
        structs.replace(
            exercise("calf-raise", "none"),
            kind="strength",
            dose=REPS,
            easier="band-push",
            harder="one-leg-raise",
        ),
        structs.replace(exercise("one-leg-raise"), kind="strength", dose=REPS, easier="calf-raise"),
        structs.replace(exercise("calf-roll"), kind="release", dose=HOLD),
        structs.replace(exercise("chin-tuck"), kind="posture", dose=HOLDS, muscles=("neck",)),
        structs.replace(
            exercise("bird-dog"), kind="strength", muscles=("erector-spinae",), dose=HOLDS, easier="cat-cow"
        ),
        structs.replace(exercise("cat-cow", "none"), kind="mobility", muscles=("erector-spinae",), dose=REPS),
        structs.replace(exercise("toe-touch"), muscles=("hamstrings",), also=("soleus",), dose=HOLD),
    )
}


def routine(*steps: Step, goal: str = "ease") -> Routine:
    return Routine(1, "test", "Test", steps, goal=goal)


def changed(step: Step, move: str, places=PLACES) -> Step:
    """The step after what is suggested for a routine of it alone."""
    alone = routine(step)
    return adjusted(alone, suggestion(alone, EXERCISES, move, places)).step[0]


@pytest.mark.parametrize(
    ("hold", "easier", "harder"),
    [(30, 25, 35), (12, 10, 17), (11, 10, 16), (58, 53, 60), (22.5, 17.5, 27.5), (59.5, 54.5, 60)],
)
def test_a_hold_changes_by_five_seconds_within_ten_and_sixty(hold, easier, harder):
    step = Step(exercise="wall-stretch", hold=hold)
    assert changed(step, "ease") == structs.replace(step, hold=easier)
    assert changed(step, "progress") == structs.replace(step, hold=harder)


@pytest.mark.parametrize(
    ("reps", "easier", "harder"),
    # Four fifths: 9.6, 8, 6.4, 5.6, 4.8, 11.2
    [(12, 10, 14), (10, 8, 12), (8, 6, 10), (7, 6, 9), (6, 5, 8), (14, 11, 15)],
)
def test_repetitions_change_by_a_fifth_or_by_two_within_five_and_fifteen(reps, easier, harder):
    for more in ({}, {"tempo": (2, 1, 2, 0)}):
        step = Step(exercise="calf-raise", reps=reps, **more)
        assert changed(step, "ease") == structs.replace(step, reps=easier)
        assert changed(step, "progress") == structs.replace(step, reps=harder)


def test_of_short_holds_there_are_fewer_or_more_and_none_is_shorter():
    step = Step(exercise="bird-dog", hold=10, reps=6)
    assert changed(step, "ease") == structs.replace(step, reps=5)
    assert changed(step, "progress") == structs.replace(step, reps=8)


def test_below_the_floor_comes_the_easier_exercise_with_the_same_dose():
    stretch = Step(exercise="wall-stretch", hold=10, sets=2, cue="Heel down.")
    assert changed(stretch, "ease") == structs.replace(stretch, exercise="towel-stretch", cue="")
    raises = Step(exercise="calf-raise", reps=5, tempo=(2, 1, 2, 0))
    assert changed(raises, "ease") == structs.replace(raises, exercise="band-push")


def test_above_the_ceiling_comes_the_harder_exercise_with_its_own_dose():
    stretch = Step(exercise="wall-stretch", hold=60, sets=2)
    assert changed(stretch, "progress") == Step(exercise="step-stretch", hold=20, sets=3)
    raises = Step(exercise="calf-raise", reps=15, sets=3, tempo=(2, 1, 2, 0), sides="none")
    assert changed(raises, "progress") == Step(exercise="one-leg-raise", reps=10, sets=2)


@pytest.mark.parametrize(
    ("step", "move"),
    [
        (Step(exercise="towel-stretch", hold=10), "ease"),  # nothing is easier
        (Step(exercise="step-stretch", hold=60), "progress"),  # nothing is harder
        (Step(exercise="bird-dog", hold=10, reps=5), "ease"),  # the easier one is counted, not held
        (Step(exercise="calf-roll", hold=60), "ease"),
        (Step(exercise="chin-tuck", hold=5, reps=8), "progress"),
        (Step(wait="Fetch the band."), "ease"),
        (Step(exercise="gone", hold=30), "progress"),
    ],
)
def test_what_cannot_change_stays(step, move):
    assert changed(step, move) == step


def test_an_easier_exercise_that_the_routine_has_already_is_not_put_in_twice():
    steps = (Step(exercise="wall-stretch", hold=10), Step(exercise="towel-stretch", hold=10))
    assert suggestion(routine(*steps), EXERCISES, "ease", PLACES).changes == ()


def test_eased_is_only_what_works_on_the_place_that_hurts_if_only_besides():
    steps = (
        Step(exercise="wall-stretch", hold=30),
        Step(exercise="bird-dog", hold=10, reps=6),
        Step(exercise="toe-touch", hold=30),  # hamstrings, and the calf besides
        Step(exercise="wall-stretch", hold=30, sides="right"),
    )

    def eased(*places: str) -> list[int]:
        return [each.step for each in suggestion(routine(*steps), EXERCISES, "ease", places).changes]

    assert eased("left-calf") == [0, 2]
    assert eased("right-calf") == [0, 2, 3]
    assert eased("back") == [1, 2]
    assert eased("left-calf", "right-calf", "back") == [0, 1, 2, 3]


def test_all_work_becomes_a_little_more_wherever_it_is():
    steps = (Step(exercise="wall-stretch", hold=30), Step(exercise="bird-dog", hold=10, reps=6))
    found = suggestion(routine(*steps), EXERCISES, "progress", ("back",))
    assert [(each.step, each.what) for each in found.changes] == [(0, "hold"), (1, "reps")]


def test_no_muscle_gets_more_than_four_minutes_of_stretch():
    # 2 × 55 s and 2 × 60 s are 230 s a side; with 2 × 60 s of both it is 240 s, just as much as helps.
    steps = (Step(exercise="wall-stretch", hold=55, sets=2), Step(exercise="towel-stretch", hold=60, sets=2))
    found = suggestion(routine(*steps), EXERCISES, "progress", ())
    assert [(each.step, each.after.hold) for each in found.changes] == [(0, 60)]
    # 3 × 50 s and 2 × 45 s are 240 s already.
    full = (Step(exercise="wall-stretch", hold=50, sets=3), Step(exercise="towel-stretch", hold=45, sets=2))
    assert suggestion(routine(*full), EXERCISES, "progress", ()).changes == ()


def test_before_sport_no_muscle_gets_more_than_a_minute():
    # 2 × 25 s are 50 s, which may become 60; 2 × 30 s are the whole minute.
    assert suggestion(
        routine(Step(exercise="wall-stretch", hold=25, sets=2), goal="warm-up"), EXERCISES, "progress", ()
    ).changes
    assert not suggestion(
        routine(Step(exercise="wall-stretch", hold=30, sets=2), goal="warm-up"), EXERCISES, "progress", ()
    ).changes


def test_to_hold_changes_nothing():
    assert (
        suggestion(routine(Step(exercise="wall-stretch", hold=30)), EXERCISES, "hold", PLACES).changes == ()
    )


# What never happens

holds = st.floats(0.5, 3600).map(lambda seconds: round(seconds, 1))
works = st.one_of(
    st.builds(dict, hold=holds),
    st.builds(dict, reps=st.integers(1, 200)),
    st.builds(dict, reps=st.integers(1, 200), tempo=st.just((2, 1, 2, 0))),
    st.builds(dict, hold=holds, reps=st.integers(1, 200)),
)
steps = st.builds(
    lambda id_, work, sets, sides: Step(exercise=id_, sets=sets, sides=sides, **work),
    st.sampled_from([*EXERCISES, "gone"]),
    works,
    st.integers(1, 20),
    st.sampled_from([None, "both", "left", "right", "none"]),
)
routines = st.builds(
    lambda found, goal: routine(*found, goal=goal),
    st.lists(steps, min_size=1, max_size=6),
    st.sampled_from(["ease", "warm-up", "strength"]),
)
places = st.sets(st.sampled_from(PLACES))


def work_ms(step: Step) -> int:
    segments = unfold(routine(step), EXERCISES).segments
    return sum(segment.estimate_ms for segment in segments if segment.is_work)


@given(routines, st.sampled_from(["ease", "hold", "progress"]), places)
def test_what_comes_of_it_is_a_routine_that_a_file_may_hold(before, move, where):
    after = adjusted(before, suggestion(before, EXERCISES, move, where))
    assert decode(encode(after), type=Routine) == after
    assert len(after.step) == len(before.step) <= MOST_STEPS


@given(routines, places)
def test_eased_is_never_longer_and_never_more(before, where):
    for change in suggestion(before, EXERCISES, "ease", where).changes:
        assert change.before != change.after
        assert work_ms(change.after) <= work_ms(change.before)
        assert (change.after.hold or 0) <= (change.before.hold or 0)
        assert (change.after.reps or 0) <= (change.before.reps or 0)


@given(routines, places)
def test_a_little_more_is_never_shorter_of_the_same_exercise(before, where):
    for change in suggestion(before, EXERCISES, "progress", where).changes:
        assert change.before != change.after
        if change.what != "variant":
            assert work_ms(change.after) > work_ms(change.before)


@given(routines)
def test_a_little_more_takes_no_muscle_over_the_dose(before):
    after = adjusted(before, suggestion(before, EXERCISES, "progress", ()))
    ceiling_ms = WARM_UP_CEILING_MS if before.goal == "warm-up" else SESSION_CEILING_MS

    def most(of: Routine) -> dict[str, int]:
        return {
            each.muscle: max(each.left.stretch_ms, each.right.stretch_ms)
            for each in totals(of, EXERCISES).balances
        }

    had = most(before)
    assert all(ms <= max(ceiling_ms, had.get(muscle, 0)) for muscle, ms in most(after).items())


@given(routines, places)
def test_only_the_steps_that_change_are_others(before, where):
    found = suggestion(before, EXERCISES, "ease", where)
    after = adjusted(before, found)
    others = {each.step for each in found.changes}
    for number, (was, now) in enumerate(zip(before.step, after.step, strict=True)):
        assert (was != now) == (number in others)
