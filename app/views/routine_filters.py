"""What the list of routines is searched and filtered by, and the sheet where that is chosen. Knows no window."""

from collections.abc import Callable, Sequence
from typing import Literal

from msgspec import Struct, structs

from app.core.exercise import Exercise
from app.core.library import Entry, Library
from app.core.timeline import unfold
from app.views import words
from app.views.exercises import POSITIONS
from app.views.muscles import MUSCLES

Facet = Literal["lengths", "at_hand", "positions", "muscles"]

TITLES: dict[Facet, str] = {
    "lengths": "It takes",
    "at_hand": "I have",
    "positions": "Only in these positions",
    "muscles": "It works on",
}
LENGTHS = {"short": "Up to 5 min", "middle": "5 to 10 min", "long": "Over 10 min"}
NOTHING = "nothing"
"""At hand: stands alone, for routines that need no equipment at all."""


class Sieve(Struct, frozen=True):
    """What the list is held down to; what is empty lets everything through.

    Of `lengths` and `muscles` one has to fit. All exercises have to be in one of `positions`, and to need nothing
    but what is `at_hand`.
    """

    search: str = ""
    goal: str = ""
    lengths: tuple[str, ...] = ()
    at_hand: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    muscles: tuple[str, ...] = ()

    @property
    def filters(self) -> int:
        """How many are on, of those that the sheet has."""
        return sum(len(getattr(self, facet)) for facet in TITLES)

    @property
    def lets_all_through(self) -> bool:
        return self == Sieve()


class FilterGroup(Struct, frozen=True):
    """The chips of one facet; `chosen` are the indices of those that are on."""

    facet: Facet
    title: str
    words: tuple[str, ...]
    chosen: tuple[int, ...]


class FiltersView(Struct, frozen=True):
    """The sheet; `found` says how many routines are left."""

    groups: tuple[FilterGroup, ...]
    found: str
    any_on: bool


def filters_view(library: Library, sieve: Sieve) -> FiltersView:
    """Only what occurs in some routine can be chosen."""
    return FiltersView(
        groups=tuple(_group(facet, library, sieve) for facet in TITLES if _keys(facet, library)),
        found=found_words(len(sifted(library, sieve))),
        any_on=bool(sieve.filters),
    )


def sifted(library: Library, sieve: Sieve) -> list[Entry]:
    """The routines that the sieve lets through, in the order of the library."""
    return [entry for entry in library.routines if _fits(entry, library, sieve)]


def toggled(library: Library, sieve: Sieve, facet: Facet, index: int) -> Sieve:
    """With the chip number `index` of the facet on, if it was off, and off, if it was on."""
    key = _keys(facet, library)[index]
    before: tuple[str, ...] = getattr(sieve, facet)
    if key in before:
        after = tuple(other for other in before if other != key)
    elif key == NOTHING:
        after = (NOTHING,)
    else:
        after = (*(other for other in before if other != NOTHING), key)
    return structs.replace(sieve, **{facet: after})


def without_filters(sieve: Sieve) -> Sieve:
    """What was typed and the goal stay: the sheet does not show them."""
    return Sieve(search=sieve.search, goal=sieve.goal)


def filter_words(sieve: Sieve) -> str:
    """What the button says: "Filter", "1 filter", "3 filters"."""
    return words.count(sieve.filters, "filter") if sieve.filters else "Filter"


def found_words(count: int) -> str:
    """ "3 routines found", "No routine fits all of this."."""
    return f"{words.count(count, 'routine')} found" if count else "No routine fits all of this."


def exercises_in(entry: Entry, library: Library) -> list[Exercise]:
    """Those of its steps; none of a routine that cannot be read."""
    if entry.routine is None:
        return []
    ids = dict.fromkeys(step.exercise for step in entry.routine.step if step.exercise)
    return [library.exercises[id_] for id_ in ids if id_ in library.exercises]


def _fits(entry: Entry, library: Library, sieve: Sieve) -> bool:
    """The quick questions come first. A routine that cannot be read has a name, and nothing to filter by."""
    if sieve.goal and (entry.routine is None or entry.routine.goal != sieve.goal):
        return False
    exercises = exercises_in(entry, library)
    if sieve.search and not _matches(entry, exercises, sieve.search):
        return False
    return not sieve.filters or (
        entry.routine is not None
        and (not sieve.muscles or not _muscles(exercises).isdisjoint(sieve.muscles))
        and (not sieve.positions or {each.position for each in exercises} <= {*sieve.positions})
        and (not sieve.at_hand or _needs(exercises) <= {*sieve.at_hand})
        and (not sieve.lengths or not _lengths(entry, library).isdisjoint(sieve.lengths))
    )


def _matches(entry: Entry, exercises: Sequence[Exercise], search: str) -> bool:
    """Whether every word occurs in what a person reads of it, or in a muscle's Latin name."""
    muscles = {muscle for each in exercises for muscle in (*each.muscles, *each.also)}
    text = " ".join(
        (
            entry.name,
            entry.routine.about if entry.routine else "",
            *(each.name for each in exercises),
            *(MUSCLES.get(muscle, muscle) for muscle in muscles),
            *muscles,
        )
    ).casefold()
    return all(word in text for word in search.casefold().split())


def _muscles(exercises: Sequence[Exercise]) -> set[str]:
    return {muscle for each in exercises for muscle in each.muscles}


def _needs(exercises: Sequence[Exercise]) -> set[str]:
    return {item for each in exercises for item in each.equipment}


def _lengths(entry: Entry, library: Library) -> set[str]:
    """By the minutes that its line shows: one of 5 min is up to 5 as well as from 5 to 10."""
    if entry.routine is None:
        return set()
    minutes = words.whole_minutes(unfold(entry.routine, library.exercises).total_ms)
    fitting = {"short": minutes <= 5, "middle": 5 <= minutes <= 10, "long": minutes > 10}
    return {length for length, fits in fitting.items() if fits}


def _group(facet: Facet, library: Library, sieve: Sieve) -> FilterGroup:
    keys = _keys(facet, library)
    return FilterGroup(
        facet=facet,
        title=TITLES[facet],
        words=tuple(words.sentence_case(_named(facet, key)) for key in keys),
        chosen=tuple(index for index, key in enumerate(keys) if key in getattr(sieve, facet)),
    )


def _named(facet: Facet, key: str) -> str:
    names = {
        "lengths": LENGTHS,
        "at_hand": {NOTHING: "Nothing", **words.EQUIPMENT},
        "positions": POSITIONS,
        "muscles": MUSCLES,
    }
    return names[facet].get(key, key)


def _keys(facet: Facet, library: Library) -> list[str]:
    """What can be chosen of the facet, in the order of its words."""
    playable = [entry for entry in library.routines if entry.routine is not None]
    occurring: dict[Facet, Callable[[Entry], set[str]]] = {
        "lengths": lambda entry: _lengths(entry, library),
        "at_hand": lambda entry: _needs(exercises_in(entry, library)) or {NOTHING},
        "positions": lambda entry: {each.position for each in exercises_in(entry, library)},
        "muscles": lambda entry: _muscles(exercises_in(entry, library)),
    }
    known: dict[Facet, Sequence[str]] = {
        "lengths": tuple(LENGTHS),
        "at_hand": (NOTHING, *words.EQUIPMENT),
        "positions": tuple(POSITIONS),
        "muscles": tuple(MUSCLES),
    }
    there: set[str] = set().union(*map(occurring[facet], playable))
    return [key for key in known[facet] if key in there] + sorted(there - {*known[facet]})
