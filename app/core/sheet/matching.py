"""Which exercise of the library the words of a line name, if any. Knows no dose.

An exercise is found if every word of one of its names stands in the line, in any order. Of several the name
with the most words is meant; where that leaves two exercises, or the line names another one besides, or a
word in it makes something else of the exercise, none is: no exercise is better than a wrong one.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from app.core.exercise import Exercise
from app.core.sheet.called import CALLED
from app.core.sheet.folding import corrected, fold

_SMALL = frozenset("a an and at by from in of off on or the under using with before after for your w".split())
_POSITIONS = {
    "standing": {"stand"},
    "sitting": {"sit"},
    "floor": {"sit"},
    "kneeling": {"kneel"},
    "lying": {"lie", "prone"},
}
_IN_POSITION = frozenset().union(*_POSITIONS.values())
_ANOTHER = frozenset(
    map(
        fold, "reverse jump jumping hop hopping lateral sideways split dead copenhagen donkey walking".split()
    )
)
_BODY = frozenset(
    map(
        fold,
        "calf hamstring quad glute hip knee ankle foot toe heel shin thigh groin adductor back trunk neck "
        "shoulder chest pec arm triceps biceps elbow wrist hand finger thumb".split(),
    )
)
_MUSCLES = frozenset(
    "calf gastroc soleus hamstring quad glute piriformis flexor adductor groin pec triceps biceps".split()
)
_HOLD = "hold"


class Match(Struct, frozen=True):
    """The exercise, or None, and the places of the words that name it or say nothing that it does not."""

    exercise: str | None
    understood: frozenset[int] = frozenset()


class _Name(Struct, frozen=True):
    exercise: str
    words: frozenset[str]


class Names:
    """The names of all exercises, ready to be looked for."""

    def __init__(self, exercises: Mapping[str, Exercise]) -> None:
        self._exercises = exercises
        self._names = [
            _Name(id_, words)
            for id_ in sorted(exercises)
            for words in dict.fromkeys(map(_stems, _names_of(exercises[id_])))
            if words
        ]
        self._known = {id_: _agreeing(exercise) for id_, exercise in exercises.items()}
        self._vocabulary = frozenset(word for name in self._names for word in name.words)

    def match(self, words: Sequence[str]) -> Match:
        """The exercise that the words of a line name; they are in order, without numbers that are a dose."""
        stems = [self._stem(word) for word in words]
        there = frozenset(stems)
        found = [name for name in self._names if name.words <= there]
        fitting = sorted((name for name in found if self._trains(name, there)), key=_weight, reverse=True)
        if not fitting or _is_ambiguous(fitting, found):
            return Match(None)
        best = fitting[0]
        exercise = self._exercises[best.exercise]
        also = (name.words for name in found if name.exercise == best.exercise)
        known = self._known[exercise.id].union(*also)
        if _is_another(exercise, there - best.words) or _is_parted(stems, best.words, known):
            return Match(None)
        return Match(best.exercise, frozenset(place for place, stem in enumerate(stems) if stem in known))

    def _stem(self, word: str) -> str:
        """The word as names have it: with its ending taken off, or where "hamsting" loses too much, as it is."""
        stem = corrected(fold(word), self._vocabulary)
        whole = corrected(word, self._vocabulary)
        return whole if whole in self._vocabulary and stem not in self._vocabulary else stem

    def _trains(self, name: _Name, there: frozenset[str]) -> bool:
        """Whether the exercise is for every muscle in the line: "lying hamstring strap stretch" is not the calf's."""
        thermal = self._exercises[name.exercise].kind == "thermal"
        return thermal or _MUSCLES & there <= self._known[name.exercise] | name.words


def _weight(name: _Name) -> float:
    """How many words agree. A hold is part of a dose more often: "calf stretch hold" is no calf hold."""
    return len(name.words) - (0.5 if _HOLD in name.words else 0)


def _names_of(exercise: Exercise) -> Iterator[str]:
    yield exercise.name
    yield exercise.id
    yield from CALLED.get(exercise.id, "").split("|")


def _stems(text: str) -> frozenset[str]:
    return frozenset(fold(word) for word in _split(text) if word not in _SMALL)


def _split(text: str) -> list[str]:
    return "".join(mark if mark.isalnum() or mark in "'’" else " " for mark in text.lower()).split()


def _is_ambiguous(fitting: Sequence[_Name], found: Sequence[_Name]) -> bool:
    """Whether a name of another exercise has as many words as the first that fits, or none in common with it."""
    best = fitting[0]
    equal = {name.exercise for name in fitting if _weight(name) == _weight(best)}
    besides = {name.exercise for name in found if not name.words & best.words}
    return bool((equal | besides) - {best.exercise})


def _is_another(exercise: Exercise, more: Iterable[str]) -> bool:
    """Whether one of these other words of the line makes something else of the exercise."""
    positions = _POSITIONS[exercise.position] | (_IN_POSITION & _stems(f"{exercise.name} {exercise.summary}"))
    return any(
        word in _ANOTHER
        or (word in _IN_POSITION and word not in positions)
        or (word == "single" and exercise.sides == "none")
        for word in more
    )


def _is_parted(stems: Sequence[str], name: frozenset[str], known: frozenset[str]) -> bool:
    """Whether a part of the body that the exercise knows nothing of stands in its name: "back hip extension"."""
    places = [place for place, stem in enumerate(stems) if stem in name]
    return any(stem in _BODY - known for stem in stems[places[0] : places[-1]])


def _agreeing(exercise: Exercise) -> frozenset[str]:
    """Words that say of the exercise only what is so anyway: where it is done, with what, and for what."""
    text = " ".join((exercise.name, exercise.summary, *exercise.equipment, *exercise.muscles))
    strap = {"strap"} if "towel" in exercise.equipment else set()
    return _stems(text) | _POSITIONS[exercise.position] | strap | {"single", "leg"}
