"""Reads a therapist's sheet line by line. Knows no files; what is understood of a line is `line`'s."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile, zip_longest

from msgspec import structs

from app.core.exercise import Exercise
from app.core.sheet.dose import Dose, take_dose, take_slashed
from app.core.sheet.folding import fold
from app.core.sheet.line import SheetLine
from app.core.sheet.matching import Match, Names
from app.core.sheet.rhythm import Rhythm, take_months, take_rhythm
from app.core.sheet.scribble import Scribble, Word
from app.core.sheet.sides import sides_of, take_sides
from app.core.sheet.tempo import take_slow, take_tempo

LONGEST_LINE = 300
"""Longer lines are prose, whatever they say."""
MOST_STRANGE = 6
"""With more words that mean nothing here, a line that names no exercise is prose."""
MOST_STRANGE_WITHOUT_DOSE = 4

_FILLERS = frozenset(
    "a an and at do exercise exercises for from hold holds holding in into of off on onto over perform please "
    "repeat rep reps set sets the then top under using w with x your against as it".split()
)
_GENERAL = _FILLERS | frozenset(
    "above all below complete each every everything of programme program routine session sheet them these this "
    "to whole following stretches".split()
)
_LATER = frozenset(
    "progress progressing progression build building increase advance later eventually".split()
)
"""What stands after one of these is not for now."""
_NO_COUNT = frozenset("/%-+:=<>°£$€#")
"""A number beside one of these is part of something else: a fraction, a percentage, an hour."""
_FORBIDDING = frozenset("avoid don't dont never no not stop skip until".split())


def read_sheet(text: str, exercises: Mapping[str, Exercise]) -> tuple[SheetLine, ...]:
    """What is understood of each line that has a letter or a digit. Never raises.

    "Calf wall stretch 3x30s each side, 2x/day, 6 weeks" is the exercise wall-calf-stretch, 3 sets of 30 s on
    both sides, 2 times a day for 6 weeks, with nothing left over.
    """
    return tuple(_read_lines(text, Names(exercises), exercises))


def _read_lines(text: str, names: Names, exercises: Mapping[str, Exercise]) -> Iterator[SheetLine]:
    for number, written in enumerate(text.splitlines(), 1):
        said = written.strip()
        if any(mark.isalnum() for mark in said):
            yield _read_line(number, said, names, exercises)


def _read_line(number: int, text: str, names: Names, exercises: Mapping[str, Exercise]) -> SheetLine:
    scribble = Scribble(text)
    prose = SheetLine(number, text, left_over=tuple(word.text for word in scribble.words))
    forbids = any(word.plain in _FORBIDDING for word in scribble.words[:2])
    if len(text) > LONGEST_LINE or forbids:
        return prose
    rhythm, tempo, dose = take_rhythm(scribble), take_tempo(scribble), take_dose(scribble)
    meant = take_sides(scribble)
    match, named = _match(scribble, names, dose)
    own = exercises[match.exercise] if match.exercise else None
    if tempo or dose != Dose():
        rhythm = _with_months(scribble, rhythm)
    elif own:
        dose = take_slashed(scribble) or dose
    if tempo is None and dose.hold is None and (own is None or own.dose.hold == 0):
        tempo = take_slow(scribble)
    dose = _with_bare_number(scribble, dose, named)
    left = _without_fillers(scribble.left(named))
    line = SheetLine(
        number, text, match.exercise, dose.hold, dose.reps, dose.sets,
        sides_of(meant, own.sides if own else None), tempo, dose.rest,
        rhythm.times, rhythm.days, rhythm.weekdays, rhythm.weeks, tuple(word.text for word in left),
    )  # fmt: skip
    if _is_general(line, left):
        return structs.replace(line, sides=None, left_over=())
    return prose if _is_prose(line, left) else line


def _with_months(scribble: Scribble, rhythm: Rhythm) -> Rhythm:
    """ "3/12" beside a dose is three months; without one it is a dose itself, 3 sets of 12."""
    months = take_months(scribble)
    return structs.replace(rhythm, weeks=rhythm.weeks or months) if months else rhythm


def _match(scribble: Scribble, names: Names, dose: Dose) -> tuple[Match, list[Word]]:
    """The exercise and the words that name it: no "hold" beside repetitions, and no number of a fraction."""
    for_now = takewhile(lambda word: word.plain not in _LATER, scribble.words)
    free = [
        word
        for word in for_now
        if scribble.free(word)
        and not (dose.reps is not None and fold(word.plain) == "hold")
        and not (word.plain.isdigit() and "/" in _around(scribble, word))
    ]
    match = names.match([word.plain for word in free])
    return match, [word for place, word in enumerate(free) if place in match.understood]


def _with_bare_number(scribble: Scribble, dose: Dose, named: list[Word]) -> Dose:
    """ "10 bridges" and "Bridge 10": a number on its own beside a name, if nothing else was counted."""
    if dose.reps is not None or not named:
        return dose
    left = scribble.left(named)
    for word in left:
        if word.plain.isascii() and word.plain.isdigit() and 3 <= int(word.plain) <= 200:
            beside = [other for other in left if other is not word and abs(_gap(word, other)) <= 1]
            if not beside and _NO_COUNT.isdisjoint(_around(scribble, word)):
                scribble.strike_word(word)
                return structs.replace(dose, reps=int(word.plain))
    return dose


def _gap(one: Word, other: Word) -> int:
    """The characters between two words."""
    return max(other.start - one.end, one.start - other.end)


def _around(scribble: Scribble, word: Word) -> str:
    """The marks right before and after a word."""
    return scribble.rest[max(0, word.start - 1) : word.start] + scribble.rest[word.end : word.end + 1]


def _without_fillers(words: Sequence[Word]) -> list[Word]:
    """What means something; of "to fatigue" the "to" as well, of "to the calf" not."""
    telling = [word for word in words if word.plain not in _FILLERS]
    return [
        word
        for word, following in zip_longest(telling, telling[1:])
        if word.plain != "to" or (following and _gap(word, following) <= 1)
    ]


def _is_general(line: SheetLine, left: list[Word]) -> bool:
    """A rhythm for the whole sheet: "All exercises twice a day"."""
    if line.exercise or line.has_dose or not (line.times_per_day or line.days_per_week):
        return False
    return all(word.plain in _GENERAL for word in left)


def _is_prose(line: SheetLine, left: list[Word]) -> bool:
    if line.has_dose:
        return line.exercise is None and len(left) > MOST_STRANGE
    if line.exercise is None:
        return True
    forbidding = any(word.plain in _FORBIDDING for word in left)
    return forbidding or len(left) > MOST_STRANGE_WITHOUT_DOSE
