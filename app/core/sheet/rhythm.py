"""How often a sheet asks for something: times a day, days a week, and for how many weeks.

Knows the shorthand of therapists: "BD", "5/7", "6/52". Knows no dose and no exercise.
"""

import re
from collections.abc import Iterable

from msgspec import Struct

from app.core.days import Weekday
from app.core.sheet.line import EVERY_SECOND_DAY
from app.core.sheet.numbers import COUNT, TIME, count, whole
from app.core.sheet.scribble import Scribble

MOST_TIMES = 12
MOST_WEEKS = 104
_WEEKS_A_MONTH = 52 / 12

_PER = r"(?:\s*(?:/|per|an?|each|every|in\ a)\s*)".replace("\\ ", r"\s")
_DAY = r"(?:day|d|daily)(?![a-z])"
_WEEK = r"(?:weekly|week|wk|w)(?![a-z])"
_ONCE = {"once": 1, "one time": 1, "twice": 2, "thrice": 3}
_LATIN = {"od": 1, "o.d": 1, "qd": 1, "bd": 2, "b.d": 2, "bid": 2, "b.i.d": 2, "tds": 3, "t.d.s": 3, "tid": 3,
          "t.i.d": 3, "qds": 4, "q.d.s": 4, "qid": 4, "q.i.d": 4}  # fmt: skip
_DAY_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NAMED_DAY = r"(?:mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|nesday|rs|rsday|urday|r)?s?(?![a-z])"


def _often(what: str) -> tuple[re.Pattern[str], ...]:
    """ "3 times a day", "x3/day", "3 a day" and "twice daily", from the surest to the least sure."""
    return (
        re.compile(rf"(?:x\s*)?{COUNT}\s*(?:x|times?){_PER}?\s*{what}"),
        re.compile(rf"(?<![a-z])x\s*{COUNT}{_PER}?\s*{what}"),
        re.compile(rf"{COUNT}{_PER}{what}"),
        re.compile(rf"(?<![a-z])(?P<once>{'|'.join(_ONCE)}){_PER}?\s*{what}"),
    )


_TIMES_A_DAY = _often(_DAY)
_TIMES_A_WEEK = _often(_WEEK)
_DAYS_A_WEEK = re.compile(rf"(?:on\s+)?{COUNT}\s*(?:days?|d|sessions?){_PER}{_WEEK}")
_SEVENTHS = re.compile(r"(?:x\s*)?(?<![0-9/])(?P<count>[1-7])\s*/\s*7(?![0-9/])")
_SECOND_DAYS = re.compile(
    r"(?<![a-z])(?:(?:on\s+)?alt(?:ernate|ernating|\.)?\s*days?|every\s+(?:other|second|2nd)\s+day|eod|qod)(?![a-z])"
)
_WORKDAYS = re.compile(r"(?<![a-z])(?:on\s+)?(?:weekdays|mon(?:day)?\s*(?:-|to)\s*fri(?:day)?)(?![a-z])")
_NAMED_DAYS = re.compile(
    rf"(?<![a-z])(?:(?:on|every)\s+)?{_NAMED_DAY}(?:(?:\s*[,/&+]\s*|\s+(?:and\s+)?){_NAMED_DAY})+"
    rf"|(?<![a-z])(?:on|every)\s+{_NAMED_DAY}"
)
_WEEKLY = re.compile(r"(?<![a-z])(?:weekly|(?:once\s+)?(?:every|each)\s+week)(?![a-z])")
_MORNING_AND_NIGHT = re.compile(
    r"(?<![a-z])(?:in\s+the\s+)?(?:a\.?m\.?|mornings?|morn)\s*(?:and|&|\+|/|,)\s*(?:at\s+)?(?:p\.?m\.?|nights?|evenings?|eve|bedtime)(?![a-z])"
)
_SHORTHAND = re.compile(rf"(?<![a-z])(?P<latin>{'|'.join(map(re.escape, _LATIN))})\.?(?![a-z])")
_DAILY = re.compile(r"(?<![a-z])(?:daily|(?:every|each|per|a)\s+(?:single\s+)?day|/\s*day)(?![a-z])")

_FOR = r"(?:(?:x|for|over)\s*)?(?:the\s+next\s+)?"
_WEEKS = re.compile(rf"{_FOR}{COUNT}\s*-?\s*(?:weeks?|wks?|w)(?![a-z])")
_FIFTY_SECONDS = re.compile(
    rf"{_FOR}(?<![0-9/])(?P<count>[0-9]{{1,2}})(?:\s*-\s*[0-9]{{1,2}})?\s*/\s*52(?![0-9/])"
)
_MONTHS = re.compile(rf"{_FOR}(?:{COUNT}|(?<![a-z])a)\s*(?:months?|mths?)(?![a-z])")
_TWELFTHS = re.compile(rf"{_FOR}(?<![0-9/])(?P<count>[1-9])\s*/\s*12(?![0-9/])")
_FORTNIGHT = re.compile(rf"{_FOR}(?<![a-z])(?:a\s+)?fortnight(?![a-z])")
_FOR_DAYS = re.compile(rf"(?:for|x)\s*{COUNT}\s*days(?![a-z])")

_ENDS_IN_NUMBER = re.compile(rf"(?:{TIME}|{COUNT})\s*(?:reps?\s*)?$")
_ENDS_IN_FACTOR = re.compile(rf"x\s*(?:{TIME}|{count('factor')})\s*(?:reps?\s*)?$")
_ENDS_IN_TIMES = re.compile(r"x\s*$")


class Rhythm(Struct, frozen=True):
    """None where nothing was said; `days` are days a week, 3.5 for every second day."""

    times: int | None = None
    days: float | None = None
    weekdays: tuple[Weekday, ...] = ()
    weeks: int | None = None


def take_rhythm(scribble: Scribble) -> Rhythm:
    """How often and how long, struck out of the line."""
    days, weekdays = _take_days(scribble)
    times = _take_often(scribble, _TIMES_A_DAY, MOST_TIMES)
    if times is None and scribble.take(_MORNING_AND_NIGHT):
        times = 2
    if times is None and (shorthand := scribble.take(_SHORTHAND)):
        times = _LATIN[shorthand["latin"]]
    if scribble.take(_DAILY):
        times, days = (1, days) if times is None else (times, days or 7)
    return Rhythm(times, days, weekdays, _take_weeks(scribble))


def take_months(scribble: Scribble) -> int | None:
    """The weeks of "3/12", three months; beside an exercise without a dose that may be 3 sets of 12 instead."""
    found = scribble.take(_TWELFTHS)
    return round(int(found["count"]) * _WEEKS_A_MONTH) if found else None


def _take_days(scribble: Scribble) -> tuple[float | None, tuple[Weekday, ...]]:
    if scribble.take(_SECOND_DAYS):
        return EVERY_SECOND_DAY, ()
    if scribble.take(_WORKDAYS):
        return 5, (0, 1, 2, 3, 4)
    if named := scribble.take(_NAMED_DAYS):
        weekdays = _weekdays(re.findall(_NAMED_DAY, named[0]))
        return len(weekdays), weekdays
    for pattern in (_DAYS_A_WEEK, _SEVENTHS):
        if found := scribble.take(pattern, lambda found: whole(found["count"]) <= 7):
            return whole(found["count"]), ()
    often = _take_often(scribble, _TIMES_A_WEEK, 7)
    if often is None and scribble.take(_WEEKLY):
        return 1, ()
    return often, ()


def _weekdays(names: Iterable[str]) -> tuple[Weekday, ...]:
    return tuple(sorted({_DAY_NAMES.index(name[:3]) for name in names}))


def _take_often(scribble: Scribble, patterns: tuple[re.Pattern[str], ...], most: int) -> int | None:
    """In "3 x 10 daily" the 10 belongs to the dose, in "3 x 10 x 2 daily" the 2 does not."""
    sure, after_x, plain, once = patterns

    def fits(found: re.Match[str]) -> bool:
        return 1 <= whole(found["count"]) <= most

    def stands_alone(found: re.Match[str]) -> bool:
        before = scribble.rest[: found.start()]
        return fits(found) and (not _ENDS_IN_NUMBER.search(before) or bool(_ENDS_IN_FACTOR.search(before)))

    def is_no_factor(found: re.Match[str]) -> bool:
        return fits(found) and not _ENDS_IN_TIMES.search(scribble.rest[: found.start()])

    found = (
        scribble.take(sure, fits)
        or scribble.take(after_x, stands_alone)
        or scribble.take(plain, is_no_factor)
    )
    if found:
        return whole(found["count"])
    named = scribble.take(once)
    return _ONCE[named["once"]] if named else None


def _take_weeks(scribble: Scribble) -> int | None:
    for pattern, weeks_each in ((_WEEKS, 1.0), (_FIFTY_SECONDS, 1.0), (_MONTHS, _WEEKS_A_MONTH)):
        found = scribble.take(pattern, lambda found: 1 <= whole(found["count"] or "1") <= MOST_WEEKS)
        if found:
            return min(MOST_WEEKS, round(whole(found["count"] or "1") * weeks_each))
    if scribble.take(_FORTNIGHT):
        return 2
    found = scribble.take(_FOR_DAYS, lambda found: whole(found["count"]) in range(7, 365, 7))
    return whole(found["count"]) // 7 if found else None
