"""The longest names, cues, mistakes and notes that anyone would write, for screens to have room for."""

from msgspec import structs

from app.core.exercise import Exercise
from app.core.library import Entry, Library
from app.core.record import SessionRecord
from app.core.routine import Routine

NAME = "Standing straight-knee calf stretch against a wall with the heel well down"
CUE = "Keep the back heel on the floor, the toes pointing straight at the wall and the back knee straight."
STEP = (
    "Face a wall an arm's length away, put both hands on it at the height of your shoulders and breathe out."
)
ABOUT = " ".join([CUE] * 4)
NOTE = ("The left calf felt tighter than the right one after the long run on Sunday. " * 3)[:200]
TROUBLE = (
    "/home/a-person-with-a-long-name/.local/share/soleus/sessions-2026.jsonl: the session could not be "
    "written (No space left on device). Free some room; the next part tries again with everything so far."
)


def lengthened(library: Library) -> Library:
    exercises = {id_: _exercise(item) for id_, item in library.exercises.items()}
    return structs.replace(
        library, exercises=exercises, routines=tuple(_entry(item) for item in library.routines)
    )


def renamed(sessions: tuple[SessionRecord, ...]) -> tuple[SessionRecord, ...]:
    return tuple(structs.replace(session, name=NAME, note=NOTE) for session in sessions)


def _exercise(exercise: Exercise) -> Exercise:
    return structs.replace(
        exercise,
        name=NAME,
        steps=(STEP,) * 6,
        summary=CUE,
        mistakes=(CUE,) * 3,
        stop_if=(CUE,) * 3,
    )


def _entry(entry: Entry) -> Entry:
    if entry.routine is None:
        problems = tuple(structs.replace(problem, message=ABOUT) for problem in entry.problems)
        return structs.replace(entry, name=NAME, problems=problems)
    return structs.replace(entry, name=NAME, routine=_routine(entry.routine))


def _routine(routine: Routine) -> Routine:
    steps = tuple(structs.replace(step, cue=CUE) for step in routine.step)
    return structs.replace(routine, name=NAME, about=ABOUT, step=steps)
