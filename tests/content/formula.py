"""The length of a routine by the file format's formula alone: a second opinion on `app.core.timeline`."""

from collections.abc import Mapping

from app.core.exercise import Exercise
from app.core.routine import Routine, Step

ESTIMATE_PER_REP = 3
SIDES_WORKED = {"both": 2, "left": 1, "right": 1, "none": 1}


def work(step: Step) -> float:
    """Seconds of one set on one side, with the relaxing between repeated holds."""
    if step.hold is not None:
        reps = step.reps or 1
        return reps * step.hold + (reps - 1) * step.relax
    return (step.reps or 0) * (sum(step.tempo) if step.tempo else ESTIMATE_PER_REP)


def stretching(step: Step) -> float:
    """Seconds under stretch on one side over all sets, without the relaxing."""
    return step.sets * (step.reps or 1) * (step.hold or 0)


def sides_of(step: Step, exercise: Exercise) -> str:
    return step.sides or exercise.sides


def step_seconds(step: Step, routine: Routine, exercises: Mapping[str, Exercise]) -> float:
    prepare = routine.prepare if step.prepare is None else step.prepare
    if step.exercise is None:
        return prepare
    sides = SIDES_WORKED[sides_of(step, exercises[step.exercise])]
    switch = routine.switch if step.switch is None else step.switch
    one_set = sides * work(step) + (sides - 1) * switch
    return prepare + step.sets * one_set + (step.sets - 1) * step.rest


def total_seconds(routine: Routine, exercises: Mapping[str, Exercise]) -> float:
    return sum(step_seconds(step, routine, exercises) for step in routine.step)
