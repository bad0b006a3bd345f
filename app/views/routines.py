"""What the list of routines and one routine's page show. Knows no window and no files."""

from collections.abc import Mapping

from msgspec import Struct

from app.core.exercise import Exercise
from app.core.library import Entry, Library
from app.core.routine import Routine, Step
from app.core.timeline import unfold
from app.views import words
from app.views.doses import dose
from app.views.picture import NO_PICTURE, Picture, still
from app.views.routine_filters import Sieve, filter_words, found_words, sifted

NOTHING_FOUND = "No routine like that. Try another word or fewer filters, or show them all."
SOURCES = {"bundled": "", "own": "Yours", "edited": "Edited by you"}


class RoutineRow(Struct, frozen=True):
    """One line of the list. `attention` marks a file with mistakes."""

    id: str
    name: str
    facts: str
    minutes: str
    goal: str
    attention: bool


class RoutinesView(Struct, frozen=True):
    """`unfinished` offers to go on with an edit that was cut off; `filter_words` is what the button says."""

    goals: tuple[str, ...]
    goal_chosen: int
    rows: tuple[RoutineRow, ...]
    empty: str
    search: str
    filter_words: str
    by_filter: bool
    found: str
    unfinished: str = ""


class StepRow(Struct, frozen=True):
    """One step: its exercise, its dose and how it is done; a wait has no exercise and no `how`."""

    number: str
    exercise: str
    name: str
    dose: str
    how: str
    cue: str
    picture: Picture


class RoutineView(Struct, frozen=True):
    """A routine's page; with `mistakes` it cannot be started, and `remedy` says what to do. `due` says when it is.

    `opens_outside` says whether the desktop has an editor for its file.
    """

    id: str
    name: str
    about: str
    facts: str
    needs: str
    due: str
    steps: tuple[StepRow, ...]
    mistakes: tuple[str, ...]
    remedy: str
    opens_outside: bool = False

    @property
    def playable(self) -> bool:
        return not self.mistakes


def routines_view(library: Library, sieve: Sieve = Sieve(), *, unfinished: str = "") -> RoutinesView:  # noqa: B008  # frozen
    """What the sieve lets through. Those that need attention come first, then the user's own.

    Of each sort they are in the order of the library, and an edited copy stays where its original was.
    """
    goals = _goals(library)
    rows = [routine_row(entry, library) for entry in sorted(sifted(library, sieve), key=_place)]
    return RoutinesView(
        goals=tuple(words.GOALS.get(key, "All") for key in goals),
        goal_chosen=goals.index(sieve.goal) if sieve.goal in goals else 0,
        rows=tuple(rows),
        empty="" if rows else NOTHING_FOUND,
        search=sieve.search,
        filter_words=filter_words(sieve),
        by_filter=bool(sieve.filters),
        found="" if sieve.lets_all_through or not rows else found_words(len(rows)),
        unfinished=unfinished,
    )


def goal_at(library: Library, index: int) -> str:
    """The goal behind the chip number `index` of the list; "" stands for all."""
    return _goals(library)[index]


def routine_view(entry: Entry, library: Library, *, due: str = "") -> RoutineView:
    routine = entry.routine
    if routine is None:
        return RoutineView(
            id=entry.id,
            name=entry.name,
            about="This file needs attention before it can be used.",
            facts="",
            needs="",
            due="",
            steps=(),
            mistakes=tuple(str(problem) for problem in entry.problems),
            remedy=f"Mend it in a text editor, then come back: {entry.file}",
        )
    needs = needs_of(routine, library.exercises)
    return RoutineView(
        id=entry.id,
        name=routine.name,
        about=routine.about,
        facts=_facts(entry, routine, library),
        needs=f"You need {words.equipment(needs)}." if needs else "You need nothing but a floor.",
        due=due,
        steps=steps_of(routine, library.exercises),
        mistakes=(),
        remedy="",
    )


def _place(entry: Entry) -> int:
    return 0 if entry.routine is None else 1 if entry.source == "own" else 2


def _goals(library: Library) -> list[str]:
    there = {_goal(entry) for entry in library.routines}
    return ["", *(goal for goal in words.GOALS if goal in there)]


def _goal(entry: Entry) -> str:
    return entry.routine.goal if entry.routine else ""


def routine_row(entry: Entry, library: Library) -> RoutineRow:
    """The routine as one line of a list."""
    routine = entry.routine
    if routine is None:
        mistakes = words.count(len(entry.problems), "mistake")
        return RoutineRow(entry.id, entry.name, f"Needs attention: {mistakes} in the file", "", "", True)
    facts = [words.count(len(exercises_of(routine)), "exercise")]
    if needs := needs_of(routine, library.exercises):
        facts.append(words.equipment(needs))
    if SOURCES[entry.source]:
        facts.append(SOURCES[entry.source])
    length = words.minutes(unfold(routine, library.exercises).total_ms)
    goal = words.GOALS[routine.goal]
    return RoutineRow(entry.id, routine.name, "  ·  ".join(facts), length, goal, False)


def _facts(entry: Entry, routine: Routine, library: Library) -> str:
    timeline = unfold(routine, library.exercises)
    about = "about " if timeline.estimated else ""
    facts = [f"{about}{words.minutes(timeline.total_ms)}", words.GOALS[routine.goal]]
    if SOURCES[entry.source]:
        facts.append(SOURCES[entry.source])
    return words.sentence_case("  ·  ".join(facts))


def steps_of(routine: Routine, exercises: Mapping[str, Exercise]) -> tuple[StepRow, ...]:
    """Its steps in their order, numbered from 1."""
    return tuple(_step(number, step, exercises) for number, step in enumerate(routine.step, 1))


def _step(number: int, step: Step, exercises: Mapping[str, Exercise]) -> StepRow:
    exercise = exercises.get(step.exercise or "")
    return StepRow(
        number=str(number),
        exercise=exercise.id if exercise else "",
        name=exercise.name if exercise else step.wait or "",
        dose=dose(step, exercise),
        how=" ".join(exercise.steps) if exercise else "",
        cue=step.cue,
        picture=still(exercise) if exercise else NO_PICTURE,
    )


def exercises_of(routine: Routine) -> list[str]:
    """The ids of its exercises, each once, in the order in which they come."""
    return list(dict.fromkeys(step.exercise for step in routine.step if step.exercise))


def needs_of(routine: Routine, exercises: Mapping[str, Exercise]) -> list[str]:
    """The equipment of all its exercises, each once."""
    found = (exercises[id_].equipment for id_ in exercises_of(routine) if id_ in exercises)
    return list(dict.fromkeys(item for items in found for item in items))
