"""A line while it is read: what has been understood is struck out. Knows no meaning of a word."""

import re
from collections.abc import Callable, Iterable

from msgspec import Struct

STRUCK = "\0"
"""Stands where something was struck out: no letter, no space, and nothing that a pattern goes across."""

_PLAIN = str.maketrans(
    {STRUCK: " ", "\t": " ", "\xa0": " "}
    | dict.fromkeys("×✕✖✗⨯", "x")
    | dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("″“”„‟ʺ˝", '"')
    | dict.fromkeys("′’‘‚ʹʼ`´", "'")
)
_LEAD = re.compile(
    r"""\s*(?:[-*+>#"'|•·●○◦▪▫■□☐☑✓✔➢➤►▸→.]+(?=\s|[^\W\d_]|$)
    | (?:ex(?:ercise)?|no|step)?\s*\(?\#?[0-9]{1,2}\s*(?:[.):](?![0-9])|\s-\s+(?=[a-z]))
    | (?:exercise|ex)\s*[0-9]{1,2}(?=\s+[a-z])
    | \(?[a-h]\)(?=\s) | [a-h]\.(?=\s)
    )""",
    re.VERBOSE,
)
_WORD = re.compile(r"[^\W_]+(?:(?:(?<=[0-9])[.,:](?=[0-9])|'(?=[^\W\d_]))[^\W_]+)*")


class Word(Struct, frozen=True):
    """A word where it stands: `text` as it was written, `plain` in lower case with plain marks."""

    start: int
    end: int
    text: str
    plain: str


class Scribble:
    """A line, the words in it, and what of it is still to be understood.

    Bullets and numbering at its head are no words of it. The plain text is as long as the line, so that
    a place in the one is the same place in the other.
    """

    def __init__(self, text: str) -> None:
        plain = "".join(low if len(low := mark.lower()) == 1 else mark for mark in text.translate(_PLAIN))
        head = 0
        while (lead := _LEAD.match(plain, head)) and lead.end() > head:
            head = lead.end()
        self.words = tuple(
            Word(found.start(), found.end(), text[found.start() : found.end()], found[0])
            for found in _WORD.finditer(plain, head)
        )
        self.rest = STRUCK * head + plain[head:]
        self._soft: set[int] = set()

    def find(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        return pattern.search(self.rest)

    def take(
        self, pattern: re.Pattern[str], fits: Callable[[re.Match[str]], bool] = lambda _: True
    ) -> re.Match[str] | None:
        """The first place in what is left that has the pattern and fits; it is struck out.

        A group called `soft` is not: its words may still name an exercise, but need not be understood.
        """
        for found in pattern.finditer(self.rest):
            if fits(found):
                self.strike(found)
                return found
        return None

    def strike(self, found: re.Match[str]) -> None:
        soft = range(0)
        if "soft" in found.re.groupindex and found["soft"] is not None:
            soft = range(*found.span("soft"))
        self._soft.update(soft)
        self._strike(found.start(), soft.start if soft else found.end())
        if soft:
            self._strike(soft.stop, found.end())

    def strike_word(self, word: Word) -> None:
        self._strike(word.start, word.end)

    def _strike(self, start: int, end: int) -> None:
        self.rest = self.rest[:start] + STRUCK * (end - start) + self.rest[end:]

    def free(self, word: Word) -> bool:
        """Nothing of the word was struck out."""
        return STRUCK not in self.rest[word.start : word.end]

    def is_soft(self, word: Word) -> bool:
        return word.start in self._soft

    def left(self, understood: Iterable[Word]) -> tuple[Word, ...]:
        """The words that were not wholly struck out, are not soft, and are not among those understood."""
        known = {word.start for word in understood} | self._soft
        return tuple(word for word in self.words if word.start not in known and self._any_left(word))

    def _any_left(self, word: Word) -> bool:
        return any(mark.isalnum() for mark in self.rest[word.start : word.end])
