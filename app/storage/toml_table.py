"""Changes single values of a TOML table and leaves every other line as it was. Knows no meaning of a key.

tomlkit takes a text apart into statements, comments and blank lines and writes values; what was not touched is
put together again from the very characters that were read.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import tomlkit
from msgspec import Struct, structs
from tomlkit.items import Null


class Line(Struct, frozen=True):
    """A statement with its line ends and its comment; or, with the name None, comments and blank lines."""

    name: str | None
    lead: str
    value: str = ""
    tail: str = ""

    @property
    def text(self) -> str:
        return f"{self.lead}{self.value}{self.tail}"

    @property
    def width(self) -> int:
        """Where the `=` stands."""
        return len(self.lead.rstrip().removesuffix("=").rsplit("\n", 1)[-1])

    def with_value(self, value: str) -> "Line":
        """With another value; a comment further along stays in its column."""
        comment = self.tail.lstrip(" ")
        gap = len(self.tail) - len(comment)
        if gap > 1 and comment.startswith("#"):
            gap = max(1, gap + len(self.value) - len(value))
        return structs.replace(self, value=value, tail=" " * gap + comment)


def lines_of(text: str) -> list[Line]:
    """The text of one table without its heading. Raises ValueError if tomlkit does not give back what it read."""
    lines = []
    for key, item in tomlkit.parse(text).body:
        if isinstance(item, Null):
            continue
        if key is None:
            lines.append(Line(None, item.as_string()))
            continue
        trivia = item.trivia
        lead = f"{trivia.indent}{key.as_string()}{key.sep}"
        tail = f"{trivia.comment_ws}{trivia.comment}{trivia.trail}"
        lines.append(Line(key.key, lead, item.as_string(), tail))
    if text_of(lines) != text:
        raise ValueError("this way of writing TOML cannot be kept")
    return lines


def text_of(lines: Sequence[Line]) -> str:
    return "".join(line.text for line in lines)


def written(value: Any) -> str:
    """A value as TOML, numbers as people write them: 30.0 s is `30`."""
    if isinstance(value, str):
        return tomlkit.string(value).as_string()
    if isinstance(value, Sequence):
        return f"[{', '.join(written(item) for item in value)}]"
    whole = isinstance(value, float) and value.is_integer()
    return tomlkit.item(int(value) if whole else value).as_string()


def with_changes(
    lines: Sequence[Line], changes: Mapping[str, Any], order: Sequence[str], newline: str
) -> list[Line]:
    """The lines with other values; None takes a key away. New keys are put in their place in `order`."""
    changed = []
    for line in lines:
        if line.name is None or line.name not in changes:
            changed.append(line)
        elif changes[line.name] is not None:
            changed.append(line.with_value(written(changes[line.name])))
    there = {line.name for line in lines}
    for key in order:
        if key not in there and changes.get(key) is not None:
            _insert(changed, key, written(changes[key]), order, newline)
    return changed


def _insert(lines: list[Line], key: str, value: str, order: Sequence[str], newline: str) -> None:
    before = set(order[: order.index(key)])
    named = [place for place, line in enumerate(lines) if line.name is not None]
    earlier = [place for place in named if lines[place].name in before]
    place = earlier[-1] + 1 if earlier else named[0] if named else 0
    model = lines[(earlier or named)[-1]].lead if named else ""
    indent = model[: len(model) - len(model.lstrip())]
    width = _common_width([lines[place] for place in named])
    if earlier and not lines[place - 1].tail.endswith("\n"):
        last = lines[place - 1]
        lines[place - 1] = structs.replace(last, tail=last.tail + newline)
    lines.insert(place, Line(key, f"{(indent + key + ' ').ljust(width)}= ", value, newline))


def _common_width(lines: Sequence[Line]) -> int:
    """Where the `=` of all lines stands, if someone has set them below each other; else 0."""
    widths = {line.width for line in lines}
    aligned = len(widths) == 1 and (len(lines) > 1 or "  =" in lines[0].lead)
    return widths.pop() if aligned else 0


def inline_with_changes(text: str, changes: Mapping[str, Any]) -> str:
    """A table in braces with other values; None takes a key away. New keys go to its end."""
    table: Any = tomlkit.parse(f"table = {text}")["table"]
    for key, value in changes.items():
        if value is None:
            table.pop(key, None)
        else:
            table[key] = tomlkit.value(written(value))
    return str(table.as_string())
