"""Puts the steps of a list of tables in braces in another order, takes some out and sets some in.

Knows no meaning of a step. Comments above a step and at the end of its line go where it goes.
"""

from collections.abc import Callable, Sequence

from msgspec import Struct

from app.core.toml_lines import marks


class Element(Struct, frozen=True):
    """A step in braces: what is before it, itself, its comma if it has one, and the comment on its line."""

    before: str
    text: str
    comma: str
    comment: str


class Elements(Struct, frozen=True):
    """A list of steps in braces. `end` is what follows the last, with the bracket."""

    elements: tuple[Element, ...]
    end: str


def elements_of(value: str) -> Elements:
    """A list in brackets taken apart. Raises ValueError if it is none, or one of other things than tables."""
    spans = _spans(value)
    elements = []
    at = 1
    for number, (start, end, comma) in enumerate(spans):
        stop = end if comma is None else comma + 1
        until = spans[number + 1][0] if number + 1 < len(spans) else len(value)
        rest = value[stop:until].split("\n", 1)[0].rstrip("\r")
        comment = rest if "#" in rest else ""
        elements.append(Element(value[at:start], value[start:end], value[end:stop], comment))
        at = stop + len(comment)
    return Elements(tuple(elements), value[at:])


def _spans(value: str) -> list[tuple[int, int, int | None]]:
    """Where each table in braces begins and ends, and where its comma stands."""
    spans: list[tuple[int, int, int | None]] = []
    depth = start = 0
    for mark, at in marks(value):
        if mark in "[{":
            start = at if depth == 1 else start
            depth += 1
        elif mark in "]}":
            depth -= 1
            if depth == 1:
                spans.append((start, at + 1, None))
        elif depth == 1 and spans:
            spans[-1] = (*spans[-1][:2], at)
    if not value.startswith("[") or depth or any(value[start] != "{" for start, _, _ in spans):
        raise ValueError("this is not a list of tables")
    return spans


def arranged_list(
    found: Elements,
    origins: Sequence[int | None],
    own: Callable[[int, Element | None], str],
    newline: str,
) -> str:
    """As `arranged`, for steps in braces; the last has a comma after it only if the last had one before."""
    old = found.elements
    kept = sorted(origin for origin in origins if origin is not None)
    befores = [old[place].before for place in kept if "#" not in old[place].before]
    usual = next((item.before for item in old[1:] if "#" not in item.before), " ")
    text = "["
    commented = False
    for place, origin in enumerate(origins):
        is_last = place == len(origins) - 1
        block = None if origin is None else old[origin]
        if block is not None and "#" in block.before:
            before = block.before
        else:
            before = befores.pop(0) if befores and (block is not None or place == 0) else usual
        if commented and not _breaks(before):
            before = newline + before
        comma = block.comma if block is not None else ""
        if not is_last or "," in old[-1].comma:
            comma = comma if "," in comma else comma + ","
        else:
            comma = comma.replace(",", "")
        comment = block.comment if block is not None else ""
        commented = "#" in comma + comment
        text += before + own(place, block) + comma + comment
    return text + (newline if commented and not _breaks(found.end) else "") + found.end


def _breaks(text: str) -> bool:
    return text.lstrip(" \t\r").startswith("\n")
