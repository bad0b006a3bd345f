"""How much a sheet asks for: holds, repetitions, sets, rests. Knows no exercise and no rhythm."""

import re
from collections.abc import Callable

from msgspec import Struct

from app.core.sheet.numbers import COUNT, TIME, count, seconds, whole
from app.core.sheet.scribble import STRUCK, Scribble

MOST_S = 3600
MOST_REPS = 200
MOST_SETS = 20
LONGEST_SHORT_HOLD_S = 10
"""Up to here "5 x 10 s" are short holds repeated, and above it sets: as the exercises of the library have it."""

_X = r"(?:x|\*|@)"
_SETS = r"(?:sets?|rounds?|lots)(?![a-z])"
_REPS = r"(?:reps?|repetitions?|repeats?|times)(?![a-z])"
_IS = r"\s*[:=]?\s*"
_SETS_AND_REPS = re.compile(
    rf"(?<![a-z])sets?{_IS}{count('sets')}[\s,;]*(?:reps?|repetitions?){_IS}{count('reps')}"
)
_COUNTED_SETS = (
    re.compile(rf"(?<![a-z])sets?\s*[:=]\s*{COUNT}"),
    re.compile(rf"{COUNT}\s*-?\s*{_SETS}"),
)
_COUNTED_REPS = (
    re.compile(rf"(?<![a-z])(?:reps?|repetitions?)\s*[:=]\s*{COUNT}"),
    re.compile(
        r"(?<![a-z])(?:repeat(?:ed)?|perform|do)\s*(?:this\s+|it\s+)?"
        rf"{_X}?\s*{COUNT}\s*(?:{_X}(?![a-z0-9])|{_REPS})"
    ),
    re.compile(rf"(?<![a-z])repeat(?:ed)?\s*{_X}?\s*{COUNT}"),
    re.compile(rf"{COUNT}\s*-?\s*{_REPS}"),
)
_PAIR = re.compile(rf"{count('first')}\s*(?:{_X}|of(?=\s))\s*{count('second')}(?![a-z])")
_A_SIDE = (
    r"(?:each|ea|per|a\s+side|e/s|/\s*(?:side|leg|foot|arm)|(?:on\s+)?both|on\s+each|bilat|b/l)(?![a-z])"
)
_FACTORS = (
    re.compile(rf"{COUNT}\s*{_X}(?![a-z])"),
    re.compile(rf"(?<![a-z]){_X}\s*{COUNT}(?![a-z])"),
    re.compile(rf"(?<={STRUCK})\s*of\s+{COUNT}(?![a-z])"),
    re.compile(rf"{COUNT}\s*(?={_A_SIDE})"),
)
_STRAY_X = re.compile(r"(?<![a-z])x(?![a-z0-9])")
_SLASHED = re.compile(r"(?<![0-9/])(?P<sets>[1-9])\s*/\s*(?P<reps>[5-9]|[12][0-9]|30)(?![0-9/])")
_TIME = rf"(?P<time>{TIME})"
_BETWEEN = r"(?:\s*(?:rest\s+)?(?:in\s+)?between(?:\s+(?:each|sets?|reps?))*)?"
_RESTS = (
    re.compile(
        r"(?<![a-z])(?:with\s+)?(?:a\s+)?(?:rest|relax|break)(?:ing)?(?:\s+(?:for|of|period))?"
        rf"{_IS}{_TIME}{_BETWEEN}"
    ),
    re.compile(rf"(?:with\s+)?(?:a\s+)?{_TIME}\s*(?:rests?|relax|break|between\s+sets)(?![a-z]){_BETWEEN}"),
)
_HELD = (
    re.compile(rf"(?<![a-z])(?P<soft>hold(?:ing)?s?)(?:\s+(?:for|each|it|at\s+(?:the\s+)?top))*{_IS}{_TIME}"),
    re.compile(rf"{_TIME}(?=\s*(?:isometric\s+)?hold)"),
    re.compile(_TIME),
)
_HELD_BARE = (
    re.compile(
        rf"(?<![a-z])hold(?:ing)?(?:\s+for)?(?:\s+a)?{_IS}(?:count\s+of\s+)?"
        rf"{COUNT}(?!\s*(?:{_X}|/|breath|{_SETS}|{_REPS}))(?:\s*counts?)?"
    ),
    re.compile(rf"(?:(?:for|to)\s+)?(?:a\s+)?count\s+of\s+{COUNT}"),
    re.compile(rf"{COUNT}\s*-?\s*(?:second\s+)?counts?(?![a-z])"),
)


class Dose(Struct, frozen=True):
    """None where nothing was said; `hold` and `rest` in seconds."""

    hold: float | None = None
    reps: int | None = None
    sets: int | None = None
    rest: float | None = None


class _Counts(Struct):
    """The numbers of a line in their order: those that say what they are, and the factors that do not."""

    hold: float | None = None
    hold_place: int = 0
    reps: int | None = None
    sets: int | None = None
    factors: list[tuple[int, int]] = []

    def put_sets(self, number: int) -> None:
        self.sets = number if self.sets is None else self.sets

    def put_reps(self, number: int) -> None:
        """Of "12 reps, repeat 3 times" the second are sets."""
        if self.reps is None:
            self.reps = number
        else:
            self.put_sets(number)

    def put_factor(self, place: int, number: int) -> None:
        """The same again is for the other side: "x 12 R, x 12 L"."""
        if all(number != before for _, before in self.factors):
            self.factors.append((place, number))


def take_dose(scribble: Scribble) -> Dose:
    """What the line says of its dose, struck out of it. Numbers out of a routine's range are left."""
    rest = next((seconds(found["time"]) for rest in _RESTS if (found := scribble.take(rest, _lasts))), None)
    counts = _Counts()
    if found := scribble.take(
        _SETS_AND_REPS, lambda found: _up_to(MOST_SETS, "sets")(found) and _up_to(MOST_REPS, "reps")(found)
    ):
        counts.sets, counts.reps = whole(found["sets"]), whole(found["reps"])
    _take_counts(scribble, counts)
    _take_hold(scribble, counts)
    _take_factors(scribble, counts)
    return _settled(counts, rest)


def take_slashed(scribble: Scribble) -> Dose | None:
    """ "3/12" as 3 sets of 12, where it can be no months."""
    found = scribble.take(_SLASHED)
    return Dose(sets=int(found["sets"]), reps=int(found["reps"])) if found else None


def _take_counts(scribble: Scribble, counts: _Counts) -> None:
    for pattern in _COUNTED_SETS:
        while found := scribble.take(pattern, _up_to(MOST_SETS)):
            counts.put_sets(whole(found["count"]))
    for pattern in _COUNTED_REPS:
        while found := scribble.take(pattern, _up_to(MOST_REPS)):
            counts.put_reps(whole(found["count"]))


def _take_hold(scribble: Scribble, counts: _Counts) -> None:
    for pattern in _HELD:
        if found := scribble.take(pattern, _lasts):
            counts.hold, counts.hold_place = seconds(found["time"]), found.start("time")
            return
    for pattern in _HELD_BARE:
        if found := scribble.take(pattern, _up_to(MOST_REPS)):
            counts.hold, counts.hold_place = whole(found["count"]), found.start("count")
            return


def _take_factors(scribble: Scribble, counts: _Counts) -> None:
    room = 2 - sum(said is not None for said in (counts.sets, counts.reps))
    in_range = [_up_to(MOST_REPS, name) for name in ("first", "second")]
    if room == 2 and (pair := scribble.take(_PAIR, lambda found: all(fits(found) for fits in in_range))):
        counts.factors = [(pair.start(name), whole(pair[name])) for name in ("first", "second")]
    for pattern in _FACTORS:
        while len(counts.factors) < room and (found := scribble.take(pattern, _up_to(MOST_REPS))):
            counts.put_factor(found.start("count"), whole(found["count"]))
    counts.factors.sort()
    while scribble.take(_STRAY_X):
        pass


def _settled(counts: _Counts, rest: float | None) -> Dose:
    """Which factor is what: "3 x 10" are sets of repetitions, "12 x 3" the other way round.

    A single factor is what is not yet said, repetitions before sets; of a long hold it is sets.
    """
    hold, reps, sets = counts.hold, counts.reps, counts.sets
    numbers = [number for _, number in counts.factors]
    if len(numbers) == 2:
        hold_is_first = hold is not None and counts.hold_place < counts.factors[0][0]
        sets, reps = _in_order(numbers[0], numbers[1], reps_first=hold_is_first)
    elif numbers:
        is_sets = reps is not None or (sets is None and hold is not None and hold > LONGEST_SHORT_HOLD_S)
        if is_sets and numbers[0] <= MOST_SETS:
            sets = numbers[0]
        else:
            reps = numbers[0] if reps is None else reps
    return Dose(hold, reps, sets, rest)


def _in_order(first: int, second: int, *, reps_first: bool) -> tuple[int, int]:
    """Sets and repetitions. Nobody does twelve sets of three: 8 or more before at most 5 are repetitions."""
    turned = reps_first or first > MOST_SETS or (first >= 8 and second <= 5)
    sets, reps = (second, first) if turned else (first, second)
    return min(sets, MOST_SETS), reps


def _up_to(most: int, name: str = "count") -> Callable[[re.Match[str]], bool]:
    return lambda found: 1 <= whole(found[name]) <= most


def _lasts(found: re.Match[str]) -> bool:
    return 0 < seconds(found["time"]) <= MOST_S
