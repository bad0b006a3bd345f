"""Puts the steps of a routine's text in another order, takes some out and sets some in. Knows no meaning of a step.

Comments directly above a step, within it and directly below its last line are the step's own: they go where it
goes, and go with it. Blank lines, and comments that stand between blank lines, keep their place.
"""

import re
from collections.abc import Callable, Sequence

from msgspec import Struct

from app.core.toml_lines import line_index
from app.storage.toml_table import Line, lines_of, text_of

HEADING = "[[step]]"

_LINE = re.compile(r"[^\n]*\n|[^\n]+")


class Block(Struct, frozen=True):
    """A step as it is written: what is above it and stays, and what goes along, which is its own."""

    gap: str
    above: str
    heading: str
    body: tuple[Line, ...]
    below: str

    @property
    def own(self) -> str:
        return f"{self.above}{self.heading}{text_of(self.body)}{self.below}"


class Blocks(Struct, frozen=True):
    """A text that has its steps as `[[step]]`, one below the other."""

    head: tuple[Line, ...]
    blocks: tuple[Block, ...]
    end: str


def blocks_of(text: str, count: int) -> Blocks | None:
    """The text taken apart, or None if its steps are written in another way. Raises ValueError."""
    lines = text.split("\n")
    index = line_index(text)
    numbers = [index.line(("step", place)) - 1 for place in range(count)]
    if not all(lines[number].lstrip().startswith("[[") for number in numbers):
        return None
    ends = [*numbers[1:], len(lines)]
    head, zone = _without_end("\n".join(lines[: numbers[0]]) + "\n")
    below, gap, above = _shared(zone, has_next=True)
    head = (*head, Line(None, below))
    blocks = []
    for number, end in zip(numbers, ends, strict=True):
        is_last = end == len(lines)
        body, zone = _without_end("\n".join(lines[number + 1 : end]) + ("" if is_last else "\n"))
        below, next_gap, next_above = _shared(zone, has_next=not is_last)
        heading = lines[number] + ("" if is_last and number + 1 == end else "\n")
        blocks.append(Block(gap, above, heading, body, below))
        gap, above = next_gap, next_above
    return Blocks(head, tuple(blocks), gap + above)


def _without_end(text: str) -> tuple[tuple[Line, ...], str]:
    """The lines up to the last statement, and the comments and blank lines after it."""
    lines = lines_of(text)
    last = max((place for place, line in enumerate(lines) if line.name is not None), default=-1)
    return tuple(lines[: last + 1]), text_of(lines[last + 1 :])


def _shared(zone: str, *, has_next: bool) -> tuple[str, str, str]:
    """Comments and blank lines between two steps: what is of the first, of neither, and of the second."""
    lines = _LINE.findall(zone)
    blank = [place for place, line in enumerate(lines) if not line.strip()]
    if not blank:
        return ("", "", zone) if has_next else (zone, "", "")
    first, last = blank[0], blank[-1]
    of_next = last + 1 if has_next else len(lines)
    return "".join(lines[:first]), "".join(lines[first:of_next]), "".join(lines[of_next:])


def arranged(
    blocks: Blocks, origins: Sequence[int | None], own: Callable[[int, Block | None], str], newline: str
) -> str:
    """The steps in another order: for each the number of the block that it was, or None if it is new.

    `own` gives the text of a step from its new number and its block.
    """
    gaps, end = _gaps(blocks, {origin for origin in origins if origin is not None})
    parts = [text_of(blocks.head)]
    for place, origin in enumerate(origins):
        is_next = place == 0 or origin is not None
        parts.append(gaps.pop(0) if gaps and is_next else newline)
        parts.append(own(place, None if origin is None else blocks.blocks[origin]))
    parts.append(end)
    return _joined(parts, newline)


def _gaps(blocks: Blocks, kept: set[int]) -> tuple[list[str], str]:
    """The gaps above the steps that stay, in their old order, and the end; no loose comment is lost."""
    gaps: list[str] = []
    carried = ""
    for place, block in enumerate(blocks.blocks):
        gap = block.gap if carried == "" else carried if not block.gap.strip() else carried + block.gap
        carried = ""
        if place in kept:
            gaps.append(gap)
        elif gap.strip():
            carried = gap
    return gaps, carried + blocks.end


def _joined(parts: Sequence[str], newline: str) -> str:
    """The parts one below the other, even where one had no line end as the file's last line."""
    text = ""
    for part in parts:
        text += newline if part and text and not text.endswith("\n") else ""
        text += part
    return text
