"""Makes a routine and its target of what a sheet says. Knows no text, no files and no clock."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import TypeVar

from msgspec import structs

from app.core.days import Weekday
from app.core.exercise import Dose, Exercise
from app.core.routine import RELAX_S, REST_S, Goal, Routine, Step
from app.core.sheet.dose import LONGEST_SHORT_HOLD_S, MOST_SETS
from app.core.sheet.line import EVERY_SECOND_DAY, SheetLine
from app.core.target import EveryDay, EveryNthDay, OnWeekdays, Rhythm, Target

MOST_STEPS = 100
_SAID_BELOW = (
    *("hold", "reps", "sets", "sides", "tempo", "rest"),
    *("times_per_day", "days_per_week", "weekdays", "weeks"),
)
_OWN_STEP = Step(reps=1)

Value = TypeVar("Value")


def routine_of(
    lines: Sequence[SheetLine],
    id_: str,
    name: str,
    exercises: Mapping[str, Exercise],
    start: date,
    *,
    about: str = "",
) -> tuple[Routine, tuple[Target, ...]] | None:
    """The routine that the lines prescribe, and when it is due from `start` on; None without any exercise.

    A line without an exercise that is nothing but a dose belongs to the exercise above it. A dose on the
    sheet is taken as a whole, and the exercise's own stands in where the sheet has none. There is a target
    if the sheet says how often or how long.
    """
    lines = joined(lines)
    steps = tuple(step_of(line, exercises[line.exercise]) for line in lines if line.exercise)
    if not steps:
        return None
    goal = _goal(exercises[step.exercise] for step in steps if step.exercise)
    target = target_of(lines, id_, start)
    routine = Routine(1, id_, name, steps[:MOST_STEPS], about=about, goal=goal)
    return routine, (target,) if target else ()


def joined(lines: Iterable[SheetLine]) -> tuple[SheetLine, ...]:
    """The lines, with one that is only a dose ("3 x 30 s each side") put into the exercise above it.

    Below "Ankle circles:" it may say more than that: "10 each way".
    """
    found: list[SheetLine] = []
    for line in lines:
        above = found[-1] if found else None
        if above and _is_said_below(line, above):
            said = {
                field: value for field in _SAID_BELOW if (value := getattr(line, field)) not in (None, ())
            }
            found[-1] = structs.replace(above, **said)
        else:
            found.append(line)
    return tuple(found)


def step_of(line: SheetLine, exercise: Exercise) -> Step:
    """The line as a step of a routine.

    "Heel raises x 12" is one set of 12 at the exercise's own tempo; "Heel raises" its own dose; "Bridge, hold
    5 s" as many repetitions of 5 s as the exercise's dose has; "Calf stretch x 3" three sets of its own hold.
    """
    own = exercise.dose
    if line.hold is not None and line.tempo is None:
        step = _held(line, line.hold, own)
    elif line.reps is None and (line.tempo is None or own.reps == 0):
        step = _own(own)
    elif line.tempo is None and own.hold > 0:
        step = _repeated(line.reps or own.reps, own)
    else:
        sets = own.sets if line.reps is None else 1
        step = Step(reps=line.reps or own.reps, tempo=line.tempo or own.tempo, sets=sets)
    step = structs.replace(step, exercise=exercise.id, sides=line.sides, sets=line.sets or step.sets)
    return _rested(step, line.rest)


def target_of(lines: Iterable[SheetLine], routine: str, start: date) -> Target | None:
    """When the routine is due. It has one rhythm, which is `rhythms`' first.

    "Twice a day for 6 weeks" from 1 March on is due twice on each day up to and with 11 April.
    """
    voices = _voices(lines)
    if not voices:
        return None
    times, rhythm = next(iter(rhythms(voices)), (1, EveryDay()))
    weeks = _by_votes(line.weeks for line in voices if line.weeks is not None)
    end = start + timedelta(weeks=weeks[0], days=-1) if weeks else None
    return Target(routine, rhythm, start, times, end)


def rhythms(lines: Iterable[SheetLine]) -> tuple[tuple[int, Rhythm], ...]:
    """How often a day, and on which days, by how many lines say so; of equally many the first comes first.

    A line for the whole sheet outvotes those of single exercises; one whose exercise is unknown has no vote.
    """
    return _by_votes(
        (line.times_per_day or 1, rhythm_of(line))
        for line in _voices(lines)
        if line.times_per_day is not None or line.days_per_week is not None
    )


def rhythm_of(line: SheetLine) -> Rhythm:
    """The days that a line names, or as many as it asks for, as evenly over the week as whole days go.

    3 days are Monday, Wednesday and Friday; 5 are Monday, Tuesday, Wednesday, Friday and Saturday.
    """
    if line.weekdays:
        return OnWeekdays(line.weekdays)
    if line.days_per_week == EVERY_SECOND_DAY:
        return EveryNthDay(2)
    if line.days_per_week in (None, 7):
        return EveryDay()
    count = round(line.days_per_week)
    weekdays: tuple[Weekday, ...] = tuple(number * 7 // count for number in range(count))
    return OnWeekdays(weekdays)


def _is_said_below(line: SheetLine, above: SheetLine) -> bool:
    if above.exercise is None or above.has_dose or line.exercise is not None or not line.has_dose:
        return False
    return not line.left_over or above.text.endswith(":")


def _voices(lines: Iterable[SheetLine]) -> tuple[SheetLine, ...]:
    """The lines that may say how often the routine is due."""
    telling = [line for line in lines if line.has_rhythm]
    for_all = tuple(line for line in telling if line.exercise is None and not line.has_dose)
    return for_all or tuple(line for line in telling if line.exercise is not None)


def _held(line: SheetLine, hold: float, own: Dose) -> Step:
    reps = line.reps
    if reps is None and line.sets is None and hold <= LONGEST_SHORT_HOLD_S:
        reps = own.reps or None
    return Step(hold=hold, reps=reps)


def _own(own: Dose) -> Step:
    if own.hold == 0 and own.reps == 0:
        return _OWN_STEP
    tempo = own.tempo if own.hold == 0 else None
    return Step(hold=own.hold or None, reps=own.reps or None, tempo=tempo, sets=own.sets)


def _repeated(reps: int, own: Dose) -> Step:
    if own.hold > LONGEST_SHORT_HOLD_S and reps <= MOST_SETS:
        return Step(hold=own.hold, sets=reps)
    return Step(hold=own.hold, reps=reps)


def _rested(step: Step, rest: float | None) -> Step:
    """The rest goes where the pauses are: between the sets, or in a single set of holds between those."""
    if rest is None:
        return step
    between_holds = step.hold is not None and step.reps is not None and step.sets == 1
    return structs.replace(
        step, rest=REST_S if between_holds else rest, relax=rest if between_holds else RELAX_S
    )


def _goal(exercises: Iterable[Exercise]) -> Goal:
    kinds = [exercise.kind for exercise in exercises]
    return "strength" if 2 * kinds.count("strength") > len(kinds) else "ease"


def _by_votes(values: Iterable[Value]) -> tuple[Value, ...]:
    """Each value once, the one said most often first; of several the one said first."""
    return tuple(value for value, _ in Counter(values).most_common())
