"""What a routine or exercise file means, and every mistake in it. Knows no folders: text comes in.

Programmes are loaded by the same means in `programme.loading`, which is imported when one is wanted.
"""

import re
from collections.abc import Callable, Collection, Iterable
from typing import Any, Literal, TypeVar

from app.core.exercise import Exercise
from app.core.file_rules import Known, check_figure, check_head, check_steps, check_tempos, examples
from app.core.mending import Mistake, mend
from app.core.mistakes import Problem, in_order, printable
from app.core.routine import Routine
from app.core.toml_lines import line_index
from app.core.toml_text import Slip, parse

FileKind = Literal["routine", "exercise", "programme"]

T = TypeVar("T")

_NAME_LINE = re.compile(r"""^\s*name\s*=\s*["']?([^"'\n#]+)""", re.MULTILINE)
_ROUTINE_KEYS = frozenset(Routine.__struct_fields__)
_EXERCISE_KEYS = frozenset(Exercise.__struct_fields__)
_HEAD_KEYS = frozenset({"format", "id", "name", "about", "evidence"})


def load_routine(
    text: str, *, file: str, stem: str, exercises: Collection[str], broken: Collection[str] = ()
) -> Routine | tuple[Problem, ...]:
    """The routine in `text`, or every mistake in it by line. Never raises.

    `file` is what the mistakes call the file, `stem` its name without `.toml`; `exercises` are the ids that
    steps may name, and `broken` those whose own files need mending first.
    """
    known = Known(exercises, broken)
    return load_as(Routine, text, file, stem, lambda data: check_steps(data, known), check_tempos)


def load_exercise(text: str, *, file: str, stem: str) -> Exercise | tuple[Problem, ...]:
    """The exercise in `text`, or every mistake in it by line. Never raises.

    `easier` and `harder` are not followed here: see `find_dangling`.
    """
    return load_as(Exercise, text, file, stem, check_figure, check_tempos)


def find_dangling(text: str, exercise: Exercise, file: str, known: Known) -> tuple[Problem, ...]:
    """The mistakes in naming an easier and a harder exercise, once the whole library is known."""
    links = {"easier": exercise.easier, "harder": exercise.harder}
    if all(link is None or link in known.usable for link in links.values()):
        return ()
    complaints = {key: known.complaint(link) for key, link in links.items() if link}
    mistakes = [Mistake((key,), f'"{key}": {said}') for key, said in complaints.items() if said]
    return _located(mistakes, (), {}, text, file)


def which_kind(text: str, folder: str) -> FileKind:
    """Whether a text is a routine, an exercise or a programme, by its keys, or else by its folder's name."""
    keys = set(parse(text).data or ())
    if "step" in keys:
        return "routine"
    if keys & {"week", "ask_clinician"}:
        return "programme"
    if keys & (_EXERCISE_KEYS - _ROUTINE_KEYS):
        return "exercise"
    if folder == "programmes" and not keys & ((_ROUTINE_KEYS | _EXERCISE_KEYS) - _HEAD_KEYS):
        return "programme"
    return "exercise" if folder == "exercises" and not keys & (_ROUTINE_KEYS - _EXERCISE_KEYS) else "routine"


def read_text(text: str, key: Literal["id", "name"]) -> str | None:
    """What a file with mistakes calls itself, if that much of it can be read."""
    data = parse(text).data
    if data is None:
        found = _NAME_LINE.search(text) if key == "name" else None
        return found[1].strip() if found else None
    value = data.get(key)
    return printable(value) if isinstance(value, str) and value.strip() else None


def find_key(text: str, key: str) -> int:
    """The line of a key of the file itself; 1 if it is not there."""
    return line_index(text).line((key,))


def load_as(
    kind: type[T],
    text: str,
    file: str,
    stem: str,
    check_data: Callable[[dict[str, Any]], Iterable[Mistake]],
    check_value: Callable[[T], Iterable[Mistake]],
) -> T | tuple[Problem, ...]:
    """The value in `text`, or every mistake in it by line. Never raises.

    What the types cannot say is found by `check_data`, in the data as it stands in the file, and by
    `check_value`, in what it means.
    """
    parsed = parse(text)
    if parsed.data is None:
        return in_order(_from_slip(file, slip) for slip in parsed.slips)
    data: dict[str, Any] = parsed.data
    exercises = _exercises_of(data)
    mistakes = [*check_head(data, stem), *check_data(data)]
    value, found = mend(data, kind, examples(stem, kind))
    mistakes += found
    if value is not None:
        mistakes += check_value(value)
    if value is None or mistakes or parsed.slips:
        return _located(mistakes, parsed.slips, exercises, text, file)
    return value


def _exercises_of(data: dict[str, Any]) -> dict[int, str]:
    """What each step calls its exercise, before anything is mended."""
    steps = data.get("step")
    tables = steps if isinstance(steps, list) else [steps]
    named = {number: step.get("exercise") for number, step in enumerate(tables) if isinstance(step, dict)}
    return {number: name for number, name in named.items() if isinstance(name, str)}


def _located(
    mistakes: list[Mistake], slips: tuple[Slip, ...], exercises: dict[int, str], text: str, file: str
) -> tuple[Problem, ...]:
    lines = line_index(text)
    unreadable = {slip.line for slip in slips}
    problems = [_from_slip(file, slip) for slip in slips]
    for path, message in mistakes:
        line = lines.line(path)
        if line in unreadable and path:
            continue  # it is about the 0 that stands in for what could not be read
        if len(path) > 1 and path[0] == "step" and isinstance(path[1], int):
            problems.append(Problem(file, line, message, path[1] + 1, exercises.get(path[1])))
        elif len(path) > 1 and path[0] == "week" and isinstance(path[1], int):
            problems.append(Problem(file, line, f"week {path[1] + 1}: {message}"))
        else:
            problems.append(Problem(file, line, message))
    return in_order(problems)


def _from_slip(file: str, slip: Slip) -> Problem:
    return Problem(file, slip.line, slip.message)
