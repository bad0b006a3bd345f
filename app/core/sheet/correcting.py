"""What a person corrects in the reading of a sheet, line by line. Knows no text's meaning and no window.

A correction belongs to a line by its words, so it stays while other lines are written, moved or deleted.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from msgspec import structs

from app.core.editing.fields import LADDERS, StepKind, kind_of, with_kind, with_number
from app.core.exercise import Exercise, Sides
from app.core.ladder import Ladder
from app.core.routine import Step
from app.core.sheet.dose import MOST_REPS
from app.core.sheet.line import EVERY_SECOND_DAY, SheetLine
from app.core.sheet.making import joined, step_of

LineKey = tuple[str, int]
"""The words of a line, and how many lines with the same words stand before it."""
Corrections = Mapping[LineKey, SheetLine]

Amount = Literal["hold", "reps", "sets", "times", "days", "weeks"]

LONGEST_HEADING = 40
TIMES: Ladder[float | None] = Ladder((None, *range(1, 13)))
DAYS: Ladder[float | None] = Ladder((None, 1, 2, 3, EVERY_SECOND_DAY, 4, 5, 6, 7))
WEEKS: Ladder[float | None] = Ladder((None, *range(1, 13), 16, 20, 26, 39, 52))
"""None is "not said"."""
RHYTHMS: Mapping[Amount, tuple[str, Ladder[float | None]]] = {
    "times": ("times_per_day", TIMES),
    "days": ("days_per_week", DAYS),
    "weeks": ("weeks", WEEKS),
}


def keyed(lines: Iterable[SheetLine]) -> Iterator[tuple[LineKey, SheetLine]]:
    """Each line with its key."""
    before: Counter[str] = Counter()
    for line in lines:
        yield (line.text, before[line.text]), line
        before[line.text] += 1


def corrected(lines: Sequence[SheetLine], corrections: Corrections) -> tuple[SheetLine, ...]:
    """The lines as the person wants them, with those that belong to the exercise above put into it.

    Which exercise a line names decides what belongs to it, so that comes first; the rest of a correction was
    made of the whole, so it comes last.
    """
    meant = {line.line: corrections[key] for key, line in keyed(lines) if key in corrections}
    named = [_named(line, meant[line.line]) if line.line in meant else line for line in lines]
    return tuple(
        structs.replace(meant[line.line], line=line.line) if line.line in meant else line
        for line in joined(named)
    )


def set_aside(line: SheetLine) -> SheetLine:
    """As no part of the routine."""
    return SheetLine(line.line, line.text)


def with_exercise(line: SheetLine, exercise: str) -> SheetLine:
    """As a line for that exercise, with whatever dose was understood; its other words are settled by that."""
    return structs.replace(line, exercise=exercise, left_over=())


def with_sides(line: SheetLine, exercise: Exercise, sides: Sides) -> SheetLine:
    return _of_step(line, structs.replace(step_of(line, exercise), sides=sides))


def held(line: SheetLine, exercise: Exercise, *, is_held: bool) -> SheetLine:
    """The line as a hold or as repetitions, at a tempo where the exercise has one or would be taken for a hold."""
    step = step_of(line, exercise)
    if is_held == (step.hold is not None):
        return line
    moving: StepKind = "tempo" if exercise.dose.tempo or exercise.dose.hold else "reps"
    return _of_step(line, with_kind(step, "hold" if is_held else moving, exercise))


def stepped(line: SheetLine, exercise: Exercise | None, amount: Amount, by: int) -> SheetLine:
    """The line with an amount one step (-1 or 1) further, as a stepper has it.

    What of its dose the line did not say becomes said by that: one up from "Calf stretch", whose own dose is
    2 sets of 30 s, are 3 sets of 30 s.
    """
    if amount in RHYTHMS:
        return _with_rhythm(line, amount, by)
    if exercise is None:
        return line
    step = step_of(line, exercise)
    if amount == "reps" and step.hold is not None:
        return _of_step(line, structs.replace(step, reps=_holds(step.reps, by)))
    now = getattr(step, amount)
    return _of_step(line, with_number(step, amount, LADDERS[amount].moved(now, by)))  # type: ignore[arg-type, index]


def heading(lines: Sequence[SheetLine]) -> str:
    """What the sheet calls itself: a short first line of nothing but words; "" if there is none.

    "Home programme" is one; "Date: 3/11" and "Calf stretch" are not.
    """
    first = lines[0] if lines else None
    if first is None or first.exercise or first.has_dose or first.has_rhythm:
        return ""
    text = first.text.strip(" #*_-:")
    is_plain = len(text) <= LONGEST_HEADING and not any(mark.isdigit() or mark in ":;/@?" for mark in text)
    return text if is_plain else ""


def _named(line: SheetLine, meant: SheetLine) -> SheetLine:
    if meant.exercise is None:
        return structs.replace(meant, line=line.line)
    return line if line.exercise == meant.exercise else with_exercise(line, meant.exercise)


def _with_rhythm(line: SheetLine, amount: Amount, by: int) -> SheetLine:
    field, ladder = RHYTHMS[amount]
    value = ladder.moved(getattr(line, field), by)
    weekdays = () if amount == "days" else line.weekdays
    return structs.replace(line, left_over=(), weekdays=weekdays, **{field: value})


def _holds(reps: int | None, by: int) -> int | None:
    """How many holds: one of them has no number, as in a file."""
    return None if (more := max(1, (reps or 1) + by)) == 1 else min(more, MOST_REPS)


def _of_step(line: SheetLine, step: Step) -> SheetLine:
    """The line as the step has it: `making.step_of` makes the same step of it again."""
    return structs.replace(
        line,
        left_over=(),
        hold=step.hold,
        reps=step.reps,
        sets=step.sets,
        sides=step.sides,
        tempo=step.tempo if kind_of(step) == "tempo" else None,
    )
