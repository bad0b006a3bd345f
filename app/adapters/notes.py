"""Owns what a note's text may be and what shows one. Knows no daemon."""

from typing import Protocol

from app.core.ports import Health

_LONGEST_TITLE = 120  # characters
_LONGEST_BODY = 1_000
_UNTITLED = "Soleus"


class NoteError(Exception):
    """A note was not shown, or nobody knows. `final`: another sender would fail the same way."""

    def __init__(self, reason: str, final: bool = False) -> None:
        super().__init__(reason)
        self.final = final


class Sender(Protocol):
    """Shows one note at a time and may take a few seconds for it."""

    def send(self, title: str, body: str) -> None:
        """Returns once the note is shown. Raises NoteError."""

    def health(self) -> Health: ...

    def cut_off(self) -> None:
        """Called from another thread; a note that is being sent fails at once, if that is possible."""

    def close(self) -> None:
        """Called once nothing is being sent any more."""


def title_line(text: str) -> str:
    """One line, never empty, of at most 120 characters."""
    return _cut(" ".join(_printable(text).split()), _LONGEST_TITLE) or _UNTITLED


def body_line(text: str) -> str:
    """`text` with its line ends but no other control character, at most 1,000 characters."""
    return _cut("\n".join(_printable(line) for line in text.splitlines()).strip(), _LONGEST_BODY)


def _printable(text: str) -> str:
    # Surrogates cannot be sent at all; U+200D, not printable either, joins many an emoji.
    return "".join(char if char.isprintable() or char == "\u200d" else " " for char in text)


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
