"""An exercise as the text of its file: a new one, or one that someone has written and edited. Knows no folder."""

import tomllib
from collections.abc import Iterator, Sequence
from typing import Any

import tomlkit
from msgspec import Struct, ValidationError, convert, structs
from tomlkit.exceptions import TOMLKitError

from app.core.exercise import Exercise
from app.core.figure import Figure, Pose
from app.storage.toml_table import written

SCHEMA = "../.schema/exercise.schema.json"
HEAD_KEYS = (
    *(
        "format",
        "id",
        "name",
        "summary",
        "steps",
        "muscles",
        "also",
        "kind",
        "position",
        "equipment",
        "sides",
    ),
    *("dose", "mistakes", "stop_if", "easier", "harder", "picture"),
)
ALWAYS = frozenset(("format", "id", "name", "steps", "muscles", "kind", "position", "sides", "dose"))
LISTS = frozenset(("steps", "mistakes", "stop_if"))
"""Sentences, a line each."""
WIDTH, POSE_WIDTH = 9, 8


def new_text(exercise: Exercise) -> str:
    """The text of a new file, laid out to be read and changed by hand."""
    lines = [f"#:schema {SCHEMA}"]
    lines += [f"{key:{WIDTH}} = {_head_value(exercise, key)}" for key in HEAD_KEYS if _says(exercise, key)]
    if exercise.evidence is not None:
        lines += ["", "[evidence]"]
        lines += [
            f"{key:{WIDTH}} = {written(value)}" for key, value in structs.asdict(exercise.evidence).items()
        ]
    if exercise.figure is not None:
        lines += ["", *_figure_lines(exercise.figure)]
    return "\n".join(lines) + "\n"


def edited_text(text: str, before: Exercise, after: Exercise) -> str:
    """The text of a file that holds `before`, changed to hold `after`: comments and order stay.

    A figure that was changed is written anew. So is a text written in a way that cannot be kept.
    """
    if before == after:
        return text
    try:
        changed = _edited(text.replace("\r\n", "\n"), before, after)
        if _holds(changed, after):
            return changed.replace("\n", "\r\n") if "\r\n" in text else changed
    except (ValueError, TOMLKitError):
        pass
    return new_text(after)


def _edited(text: str, before: Exercise, after: Exercise) -> str:
    document = tomlkit.parse(text)
    for key in HEAD_KEYS:
        if getattr(before, key) == getattr(after, key):
            continue
        if _says(after, key):
            document[key] = tomlkit.value(_head_value(after, key))
        else:
            document.pop(key, None)
    if before.evidence != after.evidence and after.evidence is None:
        document.pop("evidence", None)
    if before.figure == after.figure:
        return tomlkit.dumps(document)
    document.pop("figure", None)
    head = tomlkit.dumps(document).rstrip("\n") + "\n"
    return head if after.figure is None else "\n".join([head, *_figure_lines(after.figure), ""])


def _holds(text: str, exercise: Exercise) -> bool:
    try:
        return convert(tomllib.loads(text), Exercise) == exercise
    except ValidationError:
        return False


def _says(exercise: Exercise, key: str) -> bool:
    return key in ALWAYS or bool(getattr(exercise, key))


def _head_value(exercise: Exercise, key: str) -> str:
    value = getattr(exercise, key)
    if key in LISTS:
        return "[\n" + "".join(f"    {written(line)},\n" for line in value) + "]"
    return _inline(value) if isinstance(value, Struct) else written(value)


def _figure_lines(figure: Figure) -> Iterator[str]:
    yield "[figure]"
    for key, value in _differing(figure, _PLAIN_FIGURE, ("pose",)):
        yield f"{key:{POSE_WIDTH}} = {_value(value)}"
    for pose in figure.pose:
        yield ""
        yield "[[figure.pose]]"
        yield f"{'at':{POSE_WIDTH}} = {written(float(pose.at))}"
        for key, value in _differing(pose, _PLAIN_POSE, ("at",)):
            yield f"{key:{POSE_WIDTH}} = {_value(value)}"


def _value(value: Any) -> str:
    if isinstance(value, Struct):
        return _inline(value)
    if isinstance(value, Sequence) and value and isinstance(value[0], Struct):
        return "[\n" + "".join(f"  {_inline(item)},\n" for item in value) + "]"
    return written(value)


def _inline(value: Struct) -> str:
    """A table in braces of all that differs from what holds without it."""
    pairs = [
        f"{field} = {written(found)}"
        for field, default in zip(value.__struct_fields__, _defaults(type(value)), strict=True)
        if (found := getattr(value, field)) != default
    ]
    return f"{{ {', '.join(pairs)} }}" if pairs else "{}"


def _defaults(kind: type[Struct]) -> list[Any]:
    """What each field holds if nothing is said; nothing equals that of a field that must be said."""
    found = kind.__struct_defaults__
    return [object()] * (len(kind.__struct_fields__) - len(found)) + list(found)


def _differing(value: Struct, plain: Struct, without: Sequence[str]) -> Iterator[tuple[str, Any]]:
    for field in value.__struct_fields__:
        if field not in without and getattr(value, field) != getattr(plain, field):
            yield field, getattr(value, field)


_PLAIN_FIGURE = Figure()
_PLAIN_POSE = Pose()
