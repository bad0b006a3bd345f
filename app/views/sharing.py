"""What is said when a routine is handed on or comes in. Knows no file's content."""

from collections.abc import Mapping, Sequence

from app.core.exercise import Exercise
from app.core.routine import Routine
from app.core.timeline import unfold
from app.views import words

REPLACE_OR_AS = "To keep both add --as ID with another id, or --replace to put this one in its place."
ONLY_FOR_ROUTINES = "--as and --replace are for a .soleus file; leave them out for a history."
ONE_OF_BOTH = "--as keeps your routine and --replace does not: give one of them."
NO_HABITS = "--habit is for a history from Loop Habit Tracker; leave it out for a .soleus file."


def printed(file: str, pages: int) -> str:
    return f"{file}: {words.count(pages, 'page')} to print."


def shared(file: str, routine: Routine) -> str:
    return f"{file}: {routine.name}, with its exercises. Open it with: soleus import {file}"


def no_such_file(file: str) -> str:
    return f"{file!r}: there is no such file." if "\0" in file else f"{file}: there is no such file."


def taken_id(file: str, id_: str, name: str) -> str:
    return f'{file}: there is a routine "{id_}" already ({name}). {REPLACE_OR_AS}'


def arrival_lines(
    routine: Routine,
    exercises: Mapping[str, Exercise],
    new: Sequence[str],
    kept: Sequence[str],
    as_id: str,
    *,
    done: bool,
) -> list[str]:
    """What a `.soleus` file brings or, once it is `done`, what it brought. `new` and `kept` are ids."""
    timeline = unfold(routine, exercises)
    about = "about " if timeline.estimated else ""
    steps = words.count(len(routine.step), "step")
    lines = [
        f"{'Added' if done else 'Adds'} {routine.name}: {about}{words.minutes(timeline.total_ms)}, {steps}."
    ]
    if new:
        lines.append(f"New {_exercises(new)}: {names_of(new, exercises)}.")
    if kept:
        lines.append(f"Yours {'stays' if len(kept) == 1 else 'stay'}, though this file has another version: "
                     f"{names_of(kept, exercises)}.")  # fmt: skip
    return [*lines, f"{'Begin' if done else 'It would begin'} with: soleus play {as_id}"]


def names_of(ids: Sequence[str], exercises: Mapping[str, Exercise]) -> str:
    """The exercises of a list, by name where they are known."""
    return words.listing([exercises[id_].name if id_ in exercises else id_ for id_ in ids])


def _exercises(ids: Sequence[str]) -> str:
    return "exercise" if len(ids) == 1 else "exercises"
