"""What is said of self-tests: names, amounts, verdicts. Knows no window and no clock.

No verdict is given inside the error of measuring, and none of them cheers.
"""

from collections.abc import Sequence
from datetime import date

from app.core.care.self_test import SelfTest, SelfTestKind
from app.core.care.testing import (
    HEEL_RISE_LEAST,
    KNEE_TO_WALL_ERROR_CM,
    SIDES,
    change,
    degrees,
    error,
    error_between_legs,
    extra_set,
    first_value,
    value,
)
from app.core.record import Side
from app.views import words

NAMES: dict[SelfTestKind, str] = {"knee-to-wall": "Knee to wall", "heel-rise": "Heel-rise"}
ABOUT: dict[SelfTestKind, str] = {
    "knee-to-wall": "How far the ankle bends: from the big toe to the wall, in centimetres, while the knee touches "
    "it and the heel stays down. Three tries a leg.",
    "heel-rise": "How often one calf lifts you: heel-rises on one leg to 60 beats a minute, until height, pace or "
    "knee is lost.",
}
TAKES: dict[SelfTestKind, str] = {
    "knee-to-wall": "About 4 minutes. You need a wall and a ruler.",
    "heel-rise": "About 6 minutes. You need a wall.",
}
ERROR: dict[SelfTestKind, str] = {
    "knee-to-wall": f"A change under {KNEE_TO_WALL_ERROR_CM} cm is what measuring alone gives, and 1 cm is "
    "about 3.6° of bend (Powden, 2015; Chisholm, 2012). There is no agreed normal; 8 to 12.5 cm is quoted.",
    "heel-rise": f"Up to {HEEL_RISE_LEAST} rises, or a tenth where that is more, count as no clear change. "
    "Our sources publish no error for this test: that is our own cautious choice.",
}
BAD_DAY = "A poor day can do that too: test again before you make anything of it."


def amount(kind: SelfTestKind, number_: float) -> str:
    """With its unit: "7.5 cm", "17 rises", "1 rise"."""
    return f"{number_:.1f} cm" if kind == "knee-to-wall" else words.count(round(number_), "rise")


def number(kind: SelfTestKind, number_: float) -> str:
    """As it stands in a chart: "7.5" centimetres, "17" rises."""
    return f"{number_:.1f}" if kind == "knee-to-wall" else f"{number_:.0f}"


def leg_amount(test: SelfTest, side: Side) -> str:
    found = value(test, side)
    return "not tested" if found is None else amount(test.kind, found)


def both_legs(test: SelfTest) -> str:
    """In a row of a list: "Left 7.5 cm, right 9.5 cm"."""
    return words.sentence_case(", ".join(f"{side} {leg_amount(test, side)}" for side in SIDES))


def verdicts(tests: Sequence[SelfTest], today: date) -> tuple[str, ...]:
    """What the last test says of each leg against its first, and of the legs beside each other.

    The tests are of one kind, the oldest first.
    """
    said = [verdict for side in SIDES if (verdict := _verdict(tests, side, today))]
    if not said and tests:
        said.append("Your first test. The next one, in two weeks, shows whether anything changes.")
    between = between_legs(tests[-1]) if tests else ""
    return (*said, between) if between else tuple(said)


def between_legs(test: SelfTest) -> str:
    """ "" where one of them was not tested."""
    left, right = value(test, "left"), value(test, "right")
    if left is None or right is None:
        return ""
    limit = amount(test.kind, error_between_legs(test.kind, left, right))
    apart = amount(test.kind, abs(left - right))
    lags = extra_set(test)
    if lags is None:
        return f"Between the legs: no clear difference. {apart} is within {_measuring(test.kind, limit)}."
    other = "right" if lags == "left" else "left"
    return f"The {lags} is {apart} behind the {other}, beyond {_measuring(test.kind, limit)}."


def date_of(day: date, today: date) -> str:
    """ "26 July", of another year "26 July 2025"."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {words.MONTHS[day.month - 1]}{year}"


def _verdict(tests: Sequence[SelfTest], side: Side, today: date) -> str:
    """ "" where there is nothing to compare with."""
    tested = [test for test in tests if value(test, side) is not None]
    first, last = first_value(tests, side), value(tests[-1], side) if tests else None
    if first is None or last is None or len(tested) < 2:
        return ""
    kind, name = tests[-1].kind, words.side(side)
    difference = amount(kind, abs(last - first))
    limit = amount(kind, error(kind, first, last))
    since = date_of(tested[0].day, today)
    match change(first, last, kind):
        case "no clear change":
            within = _measuring(kind, limit)
            return f"{name}: no clear change yet. The difference of {difference} is within {within}."
        case "more":
            bend = f" That is about {degrees(last - first)}° of bend." if kind == "knee-to-wall" else ""
            return f"{name}: {difference} more than on {since}, beyond {_measuring(kind, limit)}.{bend}"
        case _:
            return f"{name}: {difference} less than on {since}, beyond {_measuring(kind, limit)}. {BAD_DAY}"


def _measuring(kind: SelfTestKind, limit: str) -> str:
    return f"what measuring alone {'gives' if kind == 'knee-to-wall' else 'may give'}, {limit}"
