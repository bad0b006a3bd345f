"""How calves and back feel, as a person says it around a session. Knows no storage and no clock."""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta, Struct

Place = Literal["left-calf", "right-calf", "back"]
PLACES: tuple[Place, ...] = ("left-calf", "right-calf", "back")
When = Literal["before", "after", "morning"]
Score = Annotated[int, Meta(ge=0, le=10)]
Morning = Literal["as-usual", "worse"]
Verdict = Literal["changed", "left"]
"""What became of a change that was suggested on a morning: it was made, or the routine was left as it is."""


class Felt(Struct, frozen=True):
    """One place, each from 0 (nothing) to 10 (as bad as it can be); None where nothing was said.

    After a session `pain` is the most there was, while moving or since.
    """

    place: Place
    tightness: Score | None = None
    pain: Score | None = None


class CheckIn(Struct, frozen=True):
    """What was said around one session: before it, after it, or on the next morning.

    `day` is the day that the session counts for, also on the next morning. `morning` is the answer to the one
    question of that morning, against how mornings usually are; None at the other two. `verdict` is what
    the person then said to a change of the routine; None as long as nothing was suggested or answered.
    """

    session: str
    when: When
    day: date
    felt: tuple[Felt, ...] = ()
    morning: Morning | None = None
    verdict: Verdict | None = None

    @property
    def id(self) -> str:
        return f"{self.session}/{self.when}"

    @property
    def says_nothing(self) -> bool:
        return self.morning is None and all(each == Felt(each.place) for each in self.felt)
