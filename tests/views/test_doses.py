"""Doses in one line."""

import pytest

from app.core.routine import Step
from app.views.doses import dose
from tests.core.routines import EXERCISES, calf_stretch


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (calf_stretch(30, 2), "30 s each side, 2 sets"),
        (calf_stretch(90, 1, sides="left"), "1 min 30 s on the left"),
        (calf_stretch(20, 1, sides="right"), "20 s on the right"),
        (
            Step(exercise="calf-raise", reps=12, tempo=(2, 1, 2, 0), sets=3),
            "12 times, 3 sets, 2 s up, 1 s hold, 2 s down",
        ),
        (Step(exercise="calf-raise", reps=8, tempo=(1.5, 0, 2, 0)), "8 times, 1.5 s up, 2 s down"),
        (Step(exercise="band-plantarflexion", reps=1), "1 time each side"),
        (Step(exercise="night-calf-stretch", hold=10, reps=3), "3 holds of 10 s"),
        (Step(wait="Fetch the foam roller."), "Goes on when you say so"),
    ],
)
def test_a_dose_tells_how_much_on_which_side_and_how_often(step, said):
    assert dose(step, EXERCISES.get(step.exercise or "")) == said


def test_the_step_decides_the_sides_before_the_exercise():
    assert dose(calf_stretch(30, 1, sides="none"), EXERCISES["wall-calf-stretch"]) == "30 s"


def test_an_exercise_that_is_not_known_counts_as_without_sides():
    assert dose(calf_stretch(30, 1), None) == "30 s"
