"""What self-tests come to: the value of a leg, what counts as a change, which leg lags. Knows no words and no clock.

A verdict is never given inside the error of measuring: there it is "no clear change".
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal

from app.core.care.self_test import SelfTest, SelfTestKind
from app.core.record import Side

Change = Literal["no clear change", "more", "less"]

KINDS: tuple[SelfTestKind, ...] = ("knee-to-wall", "heel-rise")
SIDES: tuple[Side, ...] = ("left", "right")
KNEE_TO_WALL_ERROR_CM = 1.9
"""A change under it can be mere measuring (Powden, 2015)."""
BETWEEN_LEGS_CM = 1.5
"""The same for left against right on one day (Powden, 2015, and Chisholm, 2012, who also give 1.0 cm for one leg of
patients: of the two numbers for one leg the more careful is taken)."""
DEGREES_PER_CM = 3.6
"""So much more the ankle bends for each centimetre of knee-to-wall (Powden, 2015; Chisholm, 2012)."""
HEEL_RISE_LEAST, HEEL_RISE_SHARE = 3, 0.1
"""Our own cautious choice: our sources publish no error for the heel-rise test. A tenth is also the
aim between the legs that is commonly quoted."""
RETEST_AFTER = timedelta(days=14)
MOST_TRIES = 3
TINY = 1e-6
"""A difference that is the computer's own: 8.9 - 7.0 is 1.9 and a little."""


def value(test: SelfTest, side: Side) -> float | None:
    """What a leg came to, in centimetres or repetitions; None if it was not tested.

    Of knee-to-wall the mean of its tries, since one that slipped or flattered weighs less in it than in the
    best of them: 7.0, 7.5 and 8.0 cm are 7.5 cm. Of heel-rises the most, for each further try is on a tired calf.
    """
    tries = test.left if side == "left" else test.right
    if not tries:
        return None
    return sum(tries) / len(tries) if test.kind == "knee-to-wall" else max(tries)


def error(kind: SelfTestKind, one: float, other: float) -> float:
    """The greatest difference between two values of one leg that measuring alone may give.

    Knee-to-wall: 1.9 cm. Heel-rise: 3, or a tenth of the greater where that is more: for 25 and 40 it is 4.
    """
    return KNEE_TO_WALL_ERROR_CM if kind == "knee-to-wall" else _rises(one, other)


def error_between_legs(kind: SelfTestKind, left: float, right: float) -> float:
    """The greatest difference between the legs on one day that means nothing: 1.5 cm, or rises as in `error`."""
    return BETWEEN_LEGS_CM if kind == "knee-to-wall" else _rises(left, right)


def change(earlier: float, later: float, kind: SelfTestKind) -> Change:
    """From 7.0 to 8.8 cm is no clear change, to 9.0 cm it is more; of 20 rises 23 are none, and 24 are more."""
    if abs(later - earlier) <= error(kind, earlier, later) + TINY:
        return "no clear change"
    return "more" if later > earlier else "less"


def band(first: float, kind: SelfTestKind) -> tuple[float, float]:
    """The least and the greatest value that is no clear change from `first`; never below 0.

    Around 7.0 cm it is 5.1 to 8.9 cm. Around 45 rises it is 40.5 to 50, for a tenth of 50 is 5.
    """
    if kind == "knee-to-wall":
        low, high = first - KNEE_TO_WALL_ERROR_CM, first + KNEE_TO_WALL_ERROR_CM
    else:
        low = first - max(HEEL_RISE_LEAST, HEEL_RISE_SHARE * first)
        high = max(first + HEEL_RISE_LEAST, first / (1 - HEEL_RISE_SHARE))
    return max(0.0, low), high


def lagging(kind: SelfTestKind, left: float, right: float) -> Side | None:
    """The leg that lags by more than the error; None where the difference means nothing.

    7.0 cm on the left against 9.0 on the right: the left. 17 rises against 20: neither.
    """
    if abs(left - right) <= error_between_legs(kind, left, right) + TINY:
        return None
    return "left" if left < right else "right"


def extra_set(test: SelfTest) -> Side | None:
    """The leg that is `lagging`, for which one more set is worth suggesting."""
    left, right = value(test, "left"), value(test, "right")
    return None if left is None or right is None else lagging(test.kind, left, right)


def degrees(cm: float) -> int:
    """How many degrees of bend of the ankle so many centimetres stand for: 2.5 cm are 9."""
    return round(DEGREES_PER_CM * cm)


def of_kind(tests: Iterable[SelfTest], kind: SelfTestKind) -> tuple[SelfTest, ...]:
    """Those of the tests, in their order: in a diary the oldest first."""
    return tuple(test for test in tests if test.kind == kind)


def first_test(tests: Iterable[SelfTest], side: Side) -> SelfTest | None:
    """The one in which that leg was first tested; the tests are of one kind, the oldest first."""
    return next((test for test in tests if value(test, side) is not None), None)


def first_value(tests: Iterable[SelfTest], side: Side) -> float | None:
    """What that leg came to when it was first tested, as for `first_test`."""
    test = first_test(tests, side)
    return None if test is None else value(test, side)


def next_due(tests: Iterable[SelfTest], kind: SelfTestKind, today: date) -> date | None:
    """When to take it again, two weeks after the last time or, if that is past, today; None if it never was taken."""
    days = [test.day for test in tests if test.kind == kind]
    return max(today, max(days) + RETEST_AFTER) if days else None


def _rises(one: float, other: float) -> float:
    return max(HEEL_RISE_LEAST, HEEL_RISE_SHARE * max(one, other))
