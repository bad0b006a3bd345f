"""A routine as the text of its file: a new one, or one that someone has written and edited. Knows no folder."""

import tomllib
from collections.abc import Sequence
from typing import Any

from msgspec import ValidationError, convert, structs
from tomlkit.exceptions import TOMLKitError

from app.core.file_rules import WITH_WAIT
from app.core.routine import PREPARE_S, SWITCH_S, Routine, Step
from app.storage.toml_list import Element, arranged_list, elements_of
from app.storage.toml_steps import HEADING, Block, Blocks, arranged, blocks_of
from app.storage.toml_table import Line, inline_with_changes, lines_of, text_of, with_changes, written

SCHEMA = ".schema/routine.schema.json"

HEAD_KEYS = ("format", "id", "name", "about", "goal", "prepare", "switch")
STEP_KEYS = (
    *("exercise", "wait", "hold", "reps", "tempo", "sides", "sets", "rest", "relax", "prepare", "switch"),
    "cue",
)

_NOTES = {
    "goal": "ease | strength | warm-up | recovery | desk",
    "prepare": "s to get into position before each step",
    "switch": "s to change sides",
}
_NOTE_COLUMN = 34


def new_text(routine: Routine) -> str:
    """The text of a new file, laid out to be read and changed by hand."""
    lines = [f"#:schema {SCHEMA}"]
    said = {"prepare": PREPARE_S, "switch": SWITCH_S, **_said_in_head(routine)}
    for key in HEAD_KEYS:
        if key in said:
            line = f"{key:7} = {written(said[key])}"
            lines.append(f"{line:{_NOTE_COLUMN - 1}} # {_NOTES[key]}" if key in _NOTES else line)
    return "\n".join([*lines, *("\n" + _new_step(step, "\n").rstrip("\n") for step in routine.step)]) + "\n"


def edited_text(
    text: str, before: Routine, after: Routine, origins: Sequence[int | None] | None = None
) -> str:
    """The text of a file that holds `before`, changed to hold `after`: no line that the edit did not touch.

    `origins` tell for each step of `after` which it was in `before`, or None for a new one; without them it is
    guessed. Comments stay with their steps, and line ends are as they were. A text written in a way that
    cannot be kept is written anew.
    """
    if before == after:
        return text
    places = matched(before.step, after.step) if origins is None else origins
    try:
        changed = _edited(text, before, after, places, "\r\n" if "\r\n" in text else "\n")
        if _holds(changed, after):
            return changed
    except (ValueError, TOMLKitError):
        pass
    return new_text(after)


def matched(before: Sequence[Step], after: Sequence[Step]) -> tuple[int | None, ...]:
    """Which step each was: the same; else the first left that is of its exercise; else the one in its place."""
    left = list(range(len(before)))
    origins: list[int | None] = [None] * len(after)

    def take(place: int, origin: int) -> None:
        origins[place] = origin
        left.remove(origin)

    for same in (_is_same, _is_of_same_exercise):
        for place, step in enumerate(after):
            found = next((old for old in left if same(before[old], step)), None)
            if origins[place] is None and found is not None:
                take(place, found)
    for place in range(len(after)):
        if origins[place] is None and place in left and len(before) == len(after):
            take(place, place)
    return tuple(origins)


def _is_same(one: Step, other: Step) -> bool:
    return one == other


def _is_of_same_exercise(one: Step, other: Step) -> bool:
    return one.exercise == other.exercise


def _edited(text: str, before: Routine, after: Routine, origins: Sequence[int | None], newline: str) -> str:
    head_changes = {
        key: getattr(after, key) for key in HEAD_KEYS if getattr(before, key) != getattr(after, key)
    }
    if head_changes.get("about") == "":
        head_changes["about"] = None
    blocks = blocks_of(text, len(before.step))
    if blocks is not None:
        head = with_changes(blocks.head, head_changes, HEAD_KEYS, newline)
        return _with_blocks(structs.replace(blocks, head=tuple(head)), before, after, origins, newline)
    lines = with_changes(lines_of(text), head_changes, HEAD_KEYS, newline)
    return text_of([_with_list(line, before, after, origins, newline) for line in lines])


def _with_blocks(
    blocks: Blocks, before: Routine, after: Routine, origins: Sequence[int | None], newline: str
) -> str:
    def own(place: int, block: Block | None) -> str:
        origin = origins[place]
        if block is None or origin is None:
            return _new_step(after.step[place], newline)
        there = [line.name for line in block.body if line.name]
        changes = _step_changes(there, before.step[origin], after.step[place])
        body = with_changes(block.body, changes, STEP_KEYS, newline) if changes else block.body
        return structs.replace(block, body=tuple(body)).own

    return arranged(blocks, origins, own, newline)


def _with_list(
    line: Line, before: Routine, after: Routine, origins: Sequence[int | None], newline: str
) -> Line:
    if line.name != "step":
        return line

    def own(place: int, element: Element | None) -> str:
        origin = origins[place]
        if element is None or origin is None:
            pairs = _said_in_step(after.step[place]).items()
            return f"{{ {', '.join(f'{key} = {written(value)}' for key, value in pairs)} }}"
        there = list(tomllib.loads(f"table = {element.text}")["table"])
        changes = _step_changes(there, before.step[origin], after.step[place])
        return inline_with_changes(element.text, changes) if changes else element.text

    value = arranged_list(elements_of(line.value), origins, own, newline)
    return structs.replace(line, value=value)


def _step_changes(there: Sequence[str], before: Step, after: Step) -> dict[str, Any]:
    """The keys that get another value, and None for those that go because they say nothing or fit no more."""
    changes = {key: getattr(after, key) for key in STEP_KEYS if getattr(before, key) != getattr(after, key)}
    if changes.get("cue") == "":
        changes["cue"] = None
    for key in there:
        if not _fits(key, after):
            changes[key] = None
    return {key: value for key, value in changes.items() if value is not None or key in there}


def _fits(key: str, step: Step) -> bool:
    """Whether a step may have the key, even if it says what would hold without it."""
    if step.wait is not None:
        return key in WITH_WAIT
    if key == "relax":
        return step.hold is not None and step.reps is not None
    return True


def _said_in_step(step: Step) -> dict[str, Any]:
    """What a file has to say of a step: all that differs from what holds without it."""
    return {key: value for key in STEP_KEYS if (value := getattr(step, key)) != getattr(_BARE, key)}


def _said_in_head(routine: Routine) -> dict[str, Any]:
    return {key: value for key in HEAD_KEYS if (value := getattr(routine, key)) != ""}


def _new_step(step: Step, newline: str) -> str:
    lines = [HEADING, *(f"{key:8} = {written(value)}" for key, value in _said_in_step(step).items())]
    return newline.join([*lines, ""])


def _holds(text: str, routine: Routine) -> bool:
    try:
        return convert(tomllib.loads(text.replace("\r\n", "\n")), Routine) == routine
    except ValidationError:
        return False


_BARE = Step()
