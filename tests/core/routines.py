"""Small exercises and routines for tests."""

from app.core.exercise import Exercise
from app.core.routine import Routine, Step
from app.core.timeline import Timeline, unfold


def exercise(id_: str, sides: str = "both", equipment: tuple[str, ...] = ()) -> Exercise:
    return Exercise(
        format=1,
        id=id_,
        name=id_.replace("-", " ").capitalize(),
        steps=("Stand.", "Stay."),
        muscles=("soleus",),
        kind="stretch",
        position="standing",
        sides=sides,
        equipment=equipment,
    )


EXERCISES = {
    item.id: item
    for item in (
        exercise("wall-calf-stretch", equipment=("wall",)),
        exercise("calf-raise", "none", ("chair",)),
        exercise("band-plantarflexion", "both", ("band",)),
        exercise("night-calf-stretch", "none"),
    )
}


def timeline_of(*steps: Step, prepare: float = 8, switch: float = 5) -> Timeline:
    routine = Routine(1, "test", "Test", steps, prepare=prepare, switch=switch)
    return unfold(routine, EXERCISES)


def calf_stretch(hold: float = 30, sets: int = 2, **more: object) -> Step:
    return Step(exercise="wall-calf-stretch", hold=hold, sets=sets, **more)
