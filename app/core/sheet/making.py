"""Makes a routine and its target of what a sheet says. Knows no text, no files and no clock."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import TypeVar

from msgspec import structs

from app.core.exercise import Dose, Exercise
from app.core.routine import RELAX_S, REST_S, Goal, Routine, Step
from app.core.settings import Weekday
from app.core.sheet.dose import LONGEST_SHORT_HOLD_S, MOST_SETS
from app.core.sheet.line import EVERY_SECOND_DAY, SheetLine
from app.core.target import EveryDay, EveryNthDay, OnWeekdays, Rhythm, Target

MOST_STEPS = 100
_DOSE = ("hold", "reps", "sets", "sides", "tempo", "rest")
_OWN_STEP = Step(reps=1)

Value = TypeVar("Value")


def routine_of(
    lines: Sequence[SheetLine],
    id: str,  # noqa: A002
    name: str,
    exercises: Mapping[str, Exercise],
    start: date,
    *,
    about: str = "",
) -> tuple[Routine, tuple[Target, ...]] | None:
    """The routine that the lines prescribe, and when it is due from `start` on; None without any exercise.

    A line without an exercise that is nothing but a dose belongs to the exercise above it. A dose on the
    sheet is taken as a whole, and the exercise's own stands in where the sheet has none. There is a target
    if the sheet says how often or how long; a routine has one rhythm, so that of most lines counts.
    """
    steps = tuple(step_of(line, exercises[line.exercise]) for line in joined(lines) if line.exercise)
    if not steps:
        return None
    goal = _goal(exercises[step.exercise] for step in steps if step.exercise)
    target = target_of(lines, id, start)
    routine = Routine(1, id, name, steps[:MOST_STEPS], about=about, goal=goal)
    return routine, (target,) if target else ()


def joined(lines: Iterable[SheetLine]) -> tuple[SheetLine, ...]:
    """The lines, with one that is only a dose ("3 x 30 s each side") put into the exercise above it."""
    found: list[SheetLine] = []
    for line in lines:
        above = found[-1] if found else None
        if above and above.exercise and not above.has_dose and _is_only_dose(line):
            said = {field: getattr(line, field) for field in _DOSE if getattr(line, field) is not None}
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
    """When the routine is due: by what most lines say, and of equally many the first.

    "Twice a day for 6 weeks" from 1 March on is due twice on each day up to and with 11 April.
    """
    said = tuple(line for line in lines if line.has_rhythm)
    if not said:
        return None
    times = _most_said(line.times_per_day for line in said if line.times_per_day is not None)
    weeks = _most_said(line.weeks for line in said if line.weeks is not None)
    rhythm = _most_said(rhythm_of(line) for line in said if line.days_per_week is not None)
    end = start + timedelta(weeks=weeks, days=-1) if weeks else None
    return Target(routine, rhythm or EveryDay(), start, times or 1, end)


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


def _is_only_dose(line: SheetLine) -> bool:
    return line.exercise is None and line.has_dose and not line.left_over


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


def _most_said(values: Iterable[Value]) -> Value | None:
    """The value said most often; of several the one said first."""
    counted = Counter(values).most_common(1)
    return counted[0][0] if counted else None
