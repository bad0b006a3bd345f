"""That somebody follows a programme, from a day on. Knows no programme and no clock."""

from datetime import date
from typing import Annotated

from msgspec import Meta, Struct

WeekNumber = Annotated[int, Meta(ge=0, le=103)]


class Turn(Struct, frozen=True):
    """A change by hand: from `day` on it is the first day of the programme's week `week`, counted from 0."""

    day: date
    week: WeekNumber


class Enrolment(Struct, frozen=True):
    """A programme that is followed from `start` up to and with `end`, or still. `turns` are in order of their days."""

    programme: str
    start: date
    turns: tuple[Turn, ...] = ()
    end: date | None = None

    @property
    def id(self) -> str:
        return f"{self.programme}/{self.start.isoformat()}"

    def holds_on(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day <= self.end)
