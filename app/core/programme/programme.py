"""What a programme is: the meaning of `routines/programmes/<id>.toml`. Knows no files and nobody who follows it."""

from functools import cached_property
from typing import Annotated

from msgspec import Meta, Struct

from app.core.days import Weekday
from app.core.exercise import Evidence, Id, Text
from app.core.library import Source
from app.core.mistakes import Problem
from app.core.target import Times

MOST_WEEKS = 104
WEEK_DAYS = 7


class On(Struct, frozen=True, forbid_unknown_fields=True):
    """A routine is due `times` times on these days, counted from the first day of the week = 0 to 6."""

    routine: Id
    days: Annotated[tuple[Weekday, ...], Meta(min_length=1, max_length=WEEK_DAYS)]
    times: Times = 1


class Week(Struct, frozen=True, forbid_unknown_fields=True):
    """What is due in a week, for `repeat` weeks on end. `needs` days with something done lead on to the next."""

    name: Text
    needs: Annotated[int, Meta(ge=1, le=WEEK_DAYS)]
    on: Annotated[tuple[On, ...], Meta(min_length=1, max_length=12)]
    about: str = ""
    repeat: Annotated[int, Meta(ge=1, le=52)] = 1

    @property
    def days(self) -> frozenset[int]:
        """The days on which something is due."""
        return frozenset(day for item in self.on for day in item.days)

    @property
    def routines(self) -> tuple[str, ...]:
        """Each once, in the order in which the week names them."""
        return tuple(dict.fromkeys(item.routine for item in self.on))


class Programme(Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """Weeks that build on one another. One that `ask_clinician` is begun only by those whose clinician knows."""

    format: Annotated[int, Meta(ge=1, le=1)]
    id: Id
    name: Text
    week: Annotated[tuple[Week, ...], Meta(min_length=1, max_length=52)]
    about: str = ""
    ask_clinician: bool = False
    evidence: Evidence | None = None

    @cached_property
    def weeks(self) -> tuple[Week, ...]:
        """All weeks in order, one that is repeated as often as it is: week 0 is the first."""
        return tuple(week for week in self.week for _ in range(week.repeat))

    @property
    def routines(self) -> tuple[str, ...]:
        """Each once, in the order in which the weeks name them."""
        return tuple(dict.fromkeys(routine for week in self.week for routine in week.routines))


class Entry(Struct, frozen=True):
    """A programme that can be chosen, or what is left of one whose file has mistakes; as a routine's entry is."""

    id: str
    name: str
    source: Source
    file: str
    programme: Programme | None = None
    problems: tuple[Problem, ...] = ()


class Programmes(Struct, frozen=True):
    """All programmes, bundled and the user's own; `problems` are those of the folders."""

    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()

    def find(self, programme: str) -> Entry | None:
        return next((entry for entry in self.entries if entry.id == programme), None)

    def usable(self, programme: str) -> Programme | None:
        """The programme with this id; None if there is none, or its file has mistakes."""
        entry = self.find(programme)
        return entry.programme if entry else None
