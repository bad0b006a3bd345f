"""Knee-to-wall while it is taken: three tries of the left, then three of the right. Knows no clock and no words."""

from msgspec import Struct, structs

from app.core.care.self_test import SelfTest
from app.core.care.testing import MOST_TRIES, SIDES
from app.core.ladder import Ladder
from app.core.record import Side

CENTIMETRES = Ladder(tuple(half / 2 for half in range(61)))
"""Half a centimetre is as fine as a ruler on the floor is read, and 30 cm more than any ankle bends."""
FIRST_READING_CM = 8.0
"""Where the stepper stands for somebody who has no test yet: the lower end of what is quoted as usual."""
ALL_TRIES = len(SIDES) * MOST_TRIES


class Taking(Struct, frozen=True):
    """`kept` are the tries so far, in centimetres or None where one was skipped; `reading` is on the stepper.

    `before` are the readings that each leg begins with.
    """

    reading: float
    before: tuple[float, float]
    kept: tuple[float | None, ...] = ()

    @property
    def is_over(self) -> bool:
        return len(self.kept) >= ALL_TRIES

    @property
    def side(self) -> Side:
        return SIDES[min(len(self.kept), ALL_TRIES - 1) // MOST_TRIES]

    @property
    def number(self) -> int:
        """Which try of this leg it is, from 1."""
        return min(len(self.kept), ALL_TRIES - 1) % MOST_TRIES + 1

    def tries(self, side: Side) -> tuple[float, ...]:
        """What was read of a leg."""
        first = SIDES.index(side) * MOST_TRIES
        return tuple(cm for cm in self.kept[first : first + MOST_TRIES] if cm is not None)


def begun(last: SelfTest | None) -> Taking:
    """Each leg begins where it was the last time: less pressing of plus and minus."""
    left, right = (
        (tries[-1] if tries else FIRST_READING_CM) for tries in (last and last.left, last and last.right)
    )
    return Taking(left, (left, right))


def stepped(taking: Taking, by: int) -> Taking:
    """One of half a centimetre up or down, from 0 to 30 cm."""
    return structs.replace(taking, reading=CENTIMETRES.moved(taking.reading, by))


def kept(taking: Taking) -> Taking:
    """The reading counts; the next try of the leg begins there."""
    return _gone_on(taking, taking.reading)


def skipped(taking: Taking) -> Taking:
    return _gone_on(taking, None)


def gone_back(taking: Taking) -> Taking:
    """To the try before this one, with what was read in it."""
    if not taking.kept:
        return taking
    *before, last = taking.kept
    back = structs.replace(taking, kept=tuple(before))
    return structs.replace(back, reading=_start(back) if last is None else last)


def _gone_on(taking: Taking, cm: float | None) -> Taking:
    if taking.is_over:
        return taking
    on = structs.replace(taking, kept=(*taking.kept, cm))
    return structs.replace(on, reading=_start(on))


def _start(taking: Taking) -> float:
    """The last reading of this leg, or what it begins with."""
    read = taking.tries(taking.side)
    return read[-1] if read else taking.before[SIDES.index(taking.side)]
