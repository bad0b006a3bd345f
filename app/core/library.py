"""Everything that can be done and what each step of it means, as one value. Knows no files and no folders."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, structs

from app.core.exercise import Exercise
from app.core.mistakes import Problem, nearest
from app.core.routine import Routine

Source = Literal["bundled", "own", "edited"]


class Entry(Struct, frozen=True):
    """A routine in the library, or what is left of one whose file needs attention.

    `source` is "edited" for a file of the user's that stands in the place of a bundled routine. `file` is the
    path of the file. `routine` is None if and only if there are `problems`; then `name` is what the file
    calls it, or the file's own name where that cannot be read.
    """

    id: str
    name: str
    source: Source
    file: str
    routine: Routine | None = None
    problems: tuple[Problem, ...] = ()


class Library(Struct, frozen=True):
    """All exercises and routines, bundled and the user's own.

    An exercise whose file has mistakes is missing from `exercises` and named in `broken`, unless a bundled
    one of the same id stands in for it. `problems` are those of exercise files and of folders.
    """

    exercises: Mapping[str, Exercise] = {}
    routines: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()
    broken: frozenset[str] = frozenset()

    def find(self, routine: str) -> Entry | None:
        """The entry with this id."""
        return next((entry for entry in self.routines if entry.id == routine), None)

    def with_guest(self, entry: Entry) -> "Library":
        """The library with an entry from elsewhere, in the place of the one with its id, if there is one."""
        others = tuple(each for each in self.routines if each.id != entry.id)
        return structs.replace(self, routines=(*others, entry))

    def nearest(self, routine: str) -> str | None:
        """The id that someone most likely meant who wrote one that is not there."""
        return nearest(routine, [entry.id for entry in self.routines])
