"""What was understood of a therapist's sheet, for people and for scripts. Knows no files and no window."""

from collections.abc import Mapping, Sequence
from typing import Any

from app.core.days import Weekday
from app.core.exercise import Exercise
from app.core.routine import Routine
from app.core.sheet.line import EVERY_SECOND_DAY, SheetLine
from app.core.target import Target
from app.views import words
from app.views.targets import due_text

ABOUT = "From a therapist's sheet."
EMPTY = "There is nothing on this sheet."
DIFFERING = "The exercises differ in how often; the routine goes by most of them."
NO_EXERCISE = "no exercise that Soleus knows"
_SIDES = {"both": "each side", "left": "on the left", "right": "on the right", "none": "both together"}
_PHASES = ("up", "hold", "down", "rest")
_INDENT = "      "


def sheet_json(lines: Sequence[SheetLine]) -> list[dict[str, Any]]:
    """The fields of the contract; seconds are whole where they can be, and 3.5 days are every second day."""
    return [
        {
            "line": line.line,
            "text": line.text,
            "exercise": line.exercise,
            "hold": _plain(line.hold),
            "reps": line.reps,
            "sets": line.sets,
            "sides": line.sides,
            "tempo": None if line.tempo is None else [_plain(phase) for phase in line.tempo],
            "times_per_day": line.times_per_day,
            "days_per_week": _plain(line.days_per_week),
            "weeks": line.weeks,
            "left_over": list(line.left_over),
        }
        for line in lines
    ]


def sheet_lines(lines: Sequence[SheetLine], exercises: Mapping[str, Exercise]) -> list[str]:
    """Each line of the sheet with what was understood of it below, and a count at the end."""
    if not lines:
        return [EMPTY]
    told = [text for line in lines for text in _told(line, exercises)]
    named = sum(line.exercise is not None for line in lines)
    return [*told, f"{words.count(named, 'exercise')} in {words.count(len(lines), 'line')}."]


def understood(line: SheetLine, exercises: Mapping[str, Exercise]) -> str:
    """ "Wall calf stretch: 3 sets of 30 s, each side; 2 times a day, for 6 weeks"; "" of a line without sense."""
    exercise = exercises.get(line.exercise or "")
    details = "; ".join(filter(None, (dose_text(line), rhythm_text(line))))
    if exercise is None:
        return f"{words.sentence_case(NO_EXERCISE)}: {details}" if details else ""
    return f"{exercise.name}: {details}" if details else f"{exercise.name}, as Soleus has it"


def not_understood(line: SheetLine) -> str:
    """ "not understood: to fatigue", or "" """
    return f"not understood: {' '.join(line.left_over)}" if line.left_over else ""


def dose_text(line: SheetLine) -> str:
    """ "3 sets of 12, each side, 3 s up, 3 s down, 60 s rest"."""
    tempo = zip(line.tempo or (), _PHASES, strict=False)
    parts = [
        _work(line),
        _SIDES.get(line.sides or "", ""),
        *(f"{seconds:g} s {phase}" for seconds, phase in tempo if seconds),
        f"{line.rest:g} s rest" if line.rest else "",
    ]
    return ", ".join(filter(None, parts))


def rhythm_text(line: SheetLine) -> str:
    """ "2 times a day, every second day, for 6 weeks"."""
    parts = [
        _times(line.times_per_day),
        _days(line.days_per_week, line.weekdays),
        f"for {words.count(line.weeks, 'week')}" if line.weeks else "",
    ]
    return ", ".join(filter(None, parts))


def sheet_saved(
    file: str, routine: Routine, targets: Sequence[Target], first_weekday: int, *, differing: bool = False
) -> list[str]:
    """What was made of the sheet: where it is, when it is due, and how to begin.

    `differing`: not all exercises are to be done equally often, which one routine cannot be.
    """
    lines = [f"{file}: {routine.name}, with {words.count(len(routine.step), 'exercise')}."]
    for target in targets:
        until = f", until {words.full_day(target.end)} {target.end.year}" if target.end else ""
        lines.append(f"Due: {due_text(target, first_weekday)}{until}.")
    if differing:
        lines.append(DIFFERING)
    return [*lines, f"Begin with: soleus play {routine.id}"]


def nothing_to_save(file: str) -> str:
    return f"{file}: no line names an exercise that Soleus knows, so there is no routine to save."


def taken_id(id_: str, file: str) -> str:
    return f'There is a routine "{id_}" already ({file}). Choose another name to save this one by.'


def _told(line: SheetLine, exercises: Mapping[str, Exercise]) -> list[str]:
    below = filter(None, (understood(line, exercises), not_understood(line)))
    return [f"{line.line:>4}  {line.text}", *(f"{_INDENT}{text}" for text in below)]


def _work(line: SheetLine) -> str:
    sets = words.count(line.sets, "set") if line.sets else ""
    hold = words.duration(round(line.hold * 1000)) if line.hold is not None else ""
    if line.reps is not None:
        once = (words.count(line.reps, "hold") + f" of {hold}") if hold else words.count(line.reps, "time")
        return f"{sets} of {once if hold else line.reps}" if sets else once
    return f"{sets} of {hold}" if sets and hold else sets or hold


def _times(times: int | None) -> str:
    return "" if times is None else {1: "once a day", 2: "twice a day"}.get(times, f"{times} times a day")


def _days(days: float | None, weekdays: Sequence[Weekday]) -> str:
    if weekdays:
        return f"on {words.listing([words.WEEKDAYS[day] for day in weekdays])}"
    match days:
        case None:
            return ""
        case 7:
            return "every day"
        case _ if days == EVERY_SECOND_DAY:
            return "every second day"
        case _:
            return f"{words.count(round(days), 'day')} a week"


def _plain(number: float | None) -> float | int | None:
    return int(number) if number is not None and number == int(number) else number
