"""Turns plain data into typed values and finds every mistake on the way. Knows no rules but the types.

msgspec stops at the first mistake. So the mistake is noted, a harmless value is put in its place, and
msgspec is asked again, until nothing is left. What a field wants is read from its type, so that the words
and the constraints cannot drift apart.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import islice
from typing import Any, NamedTuple, TypeVar, get_args

import msgspec

from app.core.exercise import Equipment, Kind, Position, Sides
from app.core.mistakes import MOST_PROBLEMS, did_you_mean, either, nearest, quoted, shown
from app.core.routine import Goal
from app.core.toml_lines import Path

T = TypeVar("T")

HARMLESS_TEXT = "x"

_PATH = re.compile(r" - at `\$([^`]*)`$")
_PATH_PART = re.compile(r"\.(\w+)|\[(\d+)\]")
_NUMBERED = ("step", "week", "on")
_COUNTS = {1: "one", 2: "two", 3: "three", 4: "four"}
# msgspec sorts the words of a choice; people know them in the order of the format.
_CHOICES = [get_args(kind) for kind in (Equipment, Goal, Kind, Position, Sides)]
_IN_OUR_ORDER = {frozenset(words): words for words in _CHOICES}


class Mistake(NamedTuple):
    """What is wrong with the value or the key at `path`."""

    path: Path
    message: str


def mend(data: dict[str, Any], kind: type[T], examples: Mapping[str, str]) -> tuple[T | None, list[Mistake]]:
    """The value of `data`, and every mistake in it. Changes `data`: what was wrong is replaced.

    `examples` gives a line to add for each required key. The value is None if there are so many mistakes
    (over 100) that the search was given up; with any mistake it is good for further checks only.
    """
    mistakes: list[Mistake] = []
    while len(mistakes) <= MOST_PROBLEMS:
        try:
            return msgspec.convert(data, kind, strict=True), mistakes
        except msgspec.ValidationError as error:
            mistakes += _Mender(data, kind, examples).mend(_path_of(str(error)))
    return None, mistakes


def intended_keys(table: Iterable[str], known: Iterable[str]) -> set[str]:
    """The known keys that a table has or was meant to have: of `hodl` and `sets`, `hold` and `sets`."""
    known = set(known)
    present = set(table)
    strange = islice((key for key in table if key not in known), MOST_PROBLEMS)
    return (present & known) | {guess for key in strange if (guess := nearest(key, known - present))}


def _path_of(error: str) -> Path:
    found = _PATH.search(error)
    parts = _PATH_PART.finditer(found[1]) if found else ()
    return tuple(part[1] or int(part[2]) for part in parts)


@cache
def _type_info(kind: type) -> Any:
    """Takes a millisecond, and each mistake in a file asks for it."""
    import msgspec.inspect

    return msgspec.inspect.type_info(kind)


class _Mender:
    """One round of mending. Knows the data, its type and, through both, what stands at a path."""

    def __init__(self, data: dict[str, Any], kind: type, examples: Mapping[str, str]) -> None:
        import msgspec.inspect

        self._types = msgspec.inspect
        self._data = data
        self._info = _type_info(kind)
        self._examples = examples

    def mend(self, path: Path) -> list[Mistake]:
        # The root goes first: once its own keys are in order, every message ends in a path that is msgspec's
        # and not the end of some strange key.
        for place in ((), path):
            found = list(islice(self._mend_keys(place), MOST_PROBLEMS + 1))
            if found:
                return found
        return [self._mend_value(path)]

    def _mend_keys(self, path: Path) -> Iterator[Mistake]:
        table, info = self._at(path)
        if not isinstance(table, dict) or not isinstance(info, self._types.StructType):
            return
        known = {field.name for field in info.fields}
        meant = intended_keys(table, known)
        for key in [key for key in table if key not in known]:
            guess = did_you_mean(key, known - set(table))
            yield Mistake((*path, key), f"{_within(path)}unknown key {quoted(key)}{guess}")
            del table[key]
        for field in info.fields:
            if field.required and field.name not in table:
                table[field.name] = self._harmless(field.type)
                if field.name not in meant:
                    example = self._examples.get(field.name)
                    remedy = f"; add a line such as {example}" if example else ""
                    yield Mistake(path, f'{_within(path)}"{field.name}" is missing{remedy}')

    def _mend_value(self, path: Path) -> Mistake:
        holder, _ = self._at(path[:-1])
        name = path[-1]
        _, info = self._at(path)
        mistake = Mistake(path, self._complaint(path, holder[name], info))
        holder[name] = self._harmless(info)
        return mistake

    def _at(self, path: Path) -> tuple[Any, Any]:
        value: Any = self._data
        info: Any = self._info
        for name in path:
            value, info = value[name], self._inner(info, name)
        return value, info

    def _inner(self, info: Any, name: Any) -> Any:
        match info:
            case self._types.StructType():
                inner = next(field.type for field in info.fields if field.name == name)
            case self._types.TupleType():
                inner = info.item_types[name]
            case _:
                inner = info.item_type
        if isinstance(inner, self._types.UnionType):
            return next(kind for kind in inner.types if not isinstance(kind, self._types.NoneType))
        return inner

    def _complaint(self, path: Path, value: Any, info: Any) -> str:
        in_list = isinstance(path[-1], int)
        field = path[-2] if in_list else path[-1]
        named = f'{_within(path[: -2 if in_list else -1])}{"each of " if in_list else ""}"{field}"'
        if value == "" and isinstance(info, self._types.StrType):
            return f"{named} must not be empty"
        return f"{named} must be {self._wanted(info)}, not {shown(value)}{self._hint(value, info)}"

    def _hint(self, value: Any, info: Any) -> str:
        if not isinstance(value, str):
            return ""
        if isinstance(info, self._types.LiteralType):
            return did_you_mean(value, [str(word) for word in info.values])
        is_number = isinstance(info, self._types.IntType | self._types.FloatType)
        return "; leave out the quotes" if is_number and value.strip().isdecimal() else ""

    def _wanted(self, info: Any) -> str:
        match info:
            case self._types.StrType(pattern=str()):
                return 'lower-case words joined by "-", at most 80 characters'
            case self._types.StrType():
                return "text in quotes"
            case self._types.IntType(ge=low, le=high):
                return str(low) if low == high else f"a whole number from {low} to {high}"
            case self._types.FloatType(gt=None, ge=low, le=high):
                return f"a number{_of_seconds(high)} from {low} to {high}"
            case self._types.FloatType(gt=low, le=high):
                return f"a number{_of_seconds(high)} above {low} and at most {high}"
            case self._types.LiteralType(values=words):
                return either(_IN_OUR_ORDER.get(frozenset(words), words))
            case self._types.TupleType(item_types=items):
                timed = _of_seconds(getattr(items[0], "le", None))
                return f"{_COUNTS[len(items)]} numbers{timed}{', as in [2, 1, 2, 0]' if timed else ''}"
            case self._types.VarTupleType():
                noun = "number" if isinstance(info.item_type, self._types.IntType) else "text"
                return f"a list of {_how_many(info.min_length, info.max_length, noun)} in square brackets"
            case self._types.BoolType():
                return "true or false, without quotes"
            case _:
                return "a table"

    def _harmless(self, info: Any) -> Any:
        """A value that passes, so that the search can go on."""
        match info:
            case self._types.StrType():
                return HARMLESS_TEXT
            case self._types.IntType() | self._types.FloatType():
                return 1
            case self._types.BoolType():
                return False
            case self._types.LiteralType():
                return info.values[0]
            case self._types.TupleType():
                return [self._harmless(item) for item in info.item_types]
            case self._types.VarTupleType():
                return [self._harmless(info.item_type) for _ in range(info.min_length or 0)]
            case self._types.StructType():
                return {field.name: self._harmless(field.type) for field in info.fields if field.required}
            case _:
                return {}


def _how_many(low: int | None, high: int | None, noun: str) -> str:
    if high is not None:
        return f"{low or 0} to {high} {noun}s"
    return f"at least {_COUNTS[low]} {noun}" if low else f"{noun}s"


def _of_seconds(most: float | None) -> str:
    """Durations are the numbers that may go up to 3,600; all others are lengths, shares or angles."""
    return " of seconds" if most == 3600 else ""


def _within(path: Path) -> str:
    """`dose: `, for what lies in a table of its own; steps and weeks are named by their number."""
    names = [name for name in path if isinstance(name, str) and name not in _NUMBERED]
    return f"{'.'.join(names)}: " if names else ""
