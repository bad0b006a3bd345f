"""How a mistake in a file is put into one line. Knows no format and no files."""

import re
from collections.abc import Collection, Iterable
from typing import Any

from msgspec import Struct

MOST_PROBLEMS = 100
LONGEST_SHOWN = 40
LONGEST_GUESSED = 80
WIDEST_NUMBER = 10**30


class Problem(Struct, frozen=True):
    """One mistake in one file.

    `line` counts from 1, and is 1 where the file as a whole is meant; `step` counts from 1. As text it is a
    single line, whatever the file and its name contain:

        evening-calves.toml:14: step 1 (wall-calf-stretch): unknown key "hodl"; did you mean "hold"?
    """

    file: str
    line: int
    message: str
    step: int | None = None
    exercise: str | None = None

    def __str__(self) -> str:
        return f"{printable(self.file)}:{self.line}: {self._place()}{printable(self.message)}"

    def _place(self) -> str:
        if self.step is None:
            return ""
        named = f" ({shorten(printable(self.exercise))})" if self.exercise else ""
        return f"step {self.step}{named}: "


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """By line, each once; at most 100, with a last line that says when there are more."""
    ordered = sorted(dict.fromkeys(problems), key=lambda problem: problem.line)
    if len(ordered) <= MOST_PROBLEMS:
        return tuple(ordered)
    first_left_out = ordered[MOST_PROBLEMS]
    more = Problem(first_left_out.file, first_left_out.line, "and more; mend those above first")
    return (*ordered[:MOST_PROBLEMS], more)


def printable(text: str) -> str:
    r"""The text with everything that could break a line or a terminal written out: a newline becomes `\n`.

    >>> printable("two\nlines")
    'two\\nlines'
    """
    if text.isprintable():
        return text
    return "".join(
        mark if mark.isprintable() else mark.encode("unicode_escape").decode("ascii") for mark in text
    )


def shorten(text: str) -> str:
    """At most 40 characters."""
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"


def quoted(text: str) -> str:
    """In double quotes, on one line, at most 40 characters between them."""
    return f'"{shorten(printable(text[: LONGEST_SHOWN + 1]))}"'


def shown(value: Any) -> str:
    """A value as its writer would recognise it, on one line: `"eight"`, `nan`, `[2, 1, 2]`, `a table`."""
    if isinstance(value, list):
        return shorten("[" + ", ".join(_shown_plain(item) for item in value[:LONGEST_SHOWN]) + "]")
    return _shown_plain(value)


def _shown_plain(value: Any) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return quoted(value)
        case dict():
            return "a table"
        case list():
            return "a list"
        case int() if abs(value) >= WIDEST_NUMBER:
            return "a number of over 30 digits"  # str() of an int of thousands of digits raises
        case _:
            return shorten(str(value))


def either(words: Iterable[str], last: str = "or") -> str:
    """`"both", "left", "right" or "none"`."""
    *most, final = [f'"{word}"' for word in words]
    return f"{', '.join(most)} {last} {final}" if most else final


def nearest(word: str, choices: Collection[str]) -> str | None:
    """The choice that the writer most likely meant, or None if no choice is alike.

    >>> nearest("hodl", ["hold", "reps"])
    'hold'
    """
    if len(word) > LONGEST_GUESSED:
        return None
    plain = re.sub(r"[\s_-]+", "-", word.strip().lower())
    if plain in choices:
        return plain
    from difflib import get_close_matches  # 8 ms to import, and only a mistake needs it

    return next(iter(get_close_matches(plain, sorted(choices), n=1)), None)


def did_you_mean(word: str, choices: Collection[str]) -> str:
    """`; did you mean "hold"?`, or nothing where no choice is alike."""
    guess = nearest(word, choices)
    return f"; did you mean {quoted(guess)}?" if guess else ""
