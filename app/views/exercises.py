"""What the library of exercises and one exercise's page show. Knows no window and no files."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from app.core.exercise import Evidence, Exercise
from app.core.library import Library
from app.views import words
from app.views.muscles import MUSCLES
from app.views.picture import Picture, still

KINDS = {
    "stretch": "Stretch",
    "strength": "Strength",
    "mobility": "Mobility",
    "release": "Rolling",
    "posture": "Posture",
    "thermal": "Heat and cold",
}
POSITIONS = {
    "standing": "Standing",
    "sitting": "Sitting",
    "kneeling": "Kneeling",
    "lying": "Lying down",
    "floor": "On the floor",
}
STRENGTHS = {
    "review": "From a review of many studies",
    "guideline": "From a health service's guideline",
    "trial": "From a trial",
    "consensus": "Agreed by experts",
    "protocol": "A commonly used protocol",
    "advice": "General advice, not tested",
}
CARE = "Soleus informs; it does not diagnose. Ask a clinician if you are unsure whether this is for you."


class ExerciseRow(Struct, frozen=True):
    """One line of the library."""

    id: str
    name: str
    facts: str
    picture: Picture


class ExercisesView(Struct, frozen=True):
    """`kinds` are the chips above the list; `search` is what was typed."""

    kinds: tuple[str, ...]
    kind_chosen: int
    search: str
    rows: tuple[ExerciseRow, ...]
    empty: str


class Link(Struct, frozen=True):
    """The way to another exercise."""

    id: str
    text: str


class ExerciseView(Struct, frozen=True):
    """An exercise's page. `steps` are numbered in the order in which they are done.

    `why` is the card of Care that tells why it helps.
    """

    id: str
    name: str
    summary: str
    facts: str
    steps: tuple[str, ...]
    dose: str
    muscles_text: str
    muscles: tuple[str, ...]
    also: tuple[str, ...]
    mistakes: tuple[str, ...]
    stop_if: str
    links: tuple[Link, ...]
    evidence: str
    source: str
    why: str
    care: str
    used_in: str
    picture: Picture


def exercises_view(library: Library, kind: str = "", search: str = "") -> ExercisesView:
    """The exercises of a kind ("" for all) in which every word of `search` occurs, by name."""
    kinds = _kinds(library)
    chosen = [
        exercise
        for exercise in sorted(library.exercises.values(), key=lambda exercise: exercise.name)
        if (not kind or exercise.kind == kind) and _matches(exercise, search)
    ]
    return ExercisesView(
        kinds=tuple(KINDS.get(key, "All") for key in kinds),
        kind_chosen=kinds.index(kind) if kind in kinds else 0,
        search=search,
        rows=tuple(_row(exercise) for exercise in chosen),
        empty="" if chosen else "No exercise like that. Try another word, or All.",
    )


def kind_at(library: Library, index: int) -> str:
    """The kind behind the chip number `index`; "" stands for all."""
    return _kinds(library)[index]


def exercise_view(exercise: Exercise, library: Library) -> ExerciseView:
    from app.views.care_topics.why import why_it_helps

    evidence = exercise.evidence
    return ExerciseView(
        id=exercise.id,
        name=exercise.name,
        summary=exercise.summary,
        facts=_facts(exercise),
        steps=tuple(f"{number}.  {step}" for number, step in enumerate(exercise.steps, 1)),
        dose=exercise_dose(exercise),
        muscles_text=_muscles(exercise),
        muscles=exercise.muscles,
        also=exercise.also,
        mistakes=exercise.mistakes,
        stop_if=f"Stop if there is {_either(exercise.stop_if)}." if exercise.stop_if else "",
        links=tuple(_links(exercise, library.exercises)),
        evidence=evidence.text if evidence else "",
        source=source_text(evidence),
        why=why_it_helps(exercise),
        care=CARE,
        used_in=_used_in(exercise, library),
        picture=still(exercise, 0.0),
    )


def source_text(evidence: Evidence | None) -> str:
    """How strong the evidence is, and where it is from: "From a trial. Young, 2013."."""
    if evidence is None:
        return ""
    return f"{STRENGTHS.get(evidence.strength, words.sentence_case(evidence.strength))}. {evidence.source}."


def _kinds(library: Library) -> list[str]:
    there = {exercise.kind for exercise in library.exercises.values()}
    return ["", *(kind for kind in KINDS if kind in there)]


def _matches(exercise: Exercise, search: str) -> bool:
    text = " ".join(
        (
            exercise.name,
            exercise.summary,
            POSITIONS[exercise.position],
            KINDS[exercise.kind],
            *(MUSCLES.get(muscle, muscle) for muscle in (*exercise.muscles, *exercise.also)),
            *exercise.muscles,
            *(words.EQUIPMENT[item] for item in exercise.equipment),
        )
    ).lower()
    return all(word in text for word in search.lower().split())


def _row(exercise: Exercise) -> ExerciseRow:
    muscles = words.listing([MUSCLES.get(muscle, muscle) for muscle in exercise.muscles])
    facts = f"{KINDS[exercise.kind]}  ·  {muscles}"
    return ExerciseRow(exercise.id, exercise.name, facts, still(exercise))


def _facts(exercise: Exercise) -> str:
    facts = [KINDS[exercise.kind], POSITIONS[exercise.position]]
    if exercise.equipment:
        facts.append(words.equipment(exercise.equipment))
    return "  ·  ".join(facts)


def exercise_dose(exercise: Exercise) -> str:
    """What a new step starts with: "30 s each side, 2 sets"."""
    dose = exercise.dose
    parts = []
    if dose.hold:
        length = words.duration(round(dose.hold * 1000))
        parts.append(f"{words.count(dose.reps, 'hold')} of {length}" if dose.reps else length)
    elif dose.reps:
        parts.append(words.count(dose.reps, "time"))
    if not parts:
        return ""
    each = " each side" if exercise.sides == "both" else ""
    return parts[0] + each + (f", {dose.sets} sets" if dose.sets > 1 else "")


def _muscles(exercise: Exercise) -> str:
    main = words.sentence_case(words.listing([MUSCLES.get(muscle, muscle) for muscle in exercise.muscles]))
    if not exercise.also:
        return f"{main}."
    return f"{main}. Also: {words.listing([MUSCLES.get(muscle, muscle) for muscle in exercise.also])}."


def _either(items: Sequence[str]) -> str:
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} or {items[-1]}"


def _links(exercise: Exercise, exercises: Mapping[str, Exercise]) -> list[Link]:
    links = (("Easier", exercise.easier), ("Harder", exercise.harder))
    return [Link(id_, f"{word}: {exercises[id_].name}") for word, id_ in links if id_ in exercises and id_]


def _used_in(exercise: Exercise, library: Library) -> str:
    names = [
        entry.name
        for entry in library.routines
        if entry.routine and any(step.exercise == exercise.id for step in entry.routine.step)
    ]
    return f"Used in {words.listing(names)}." if names else ""
