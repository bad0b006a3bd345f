"""What may be typed into a routine: one line or several, and how much. Knows no draft."""

import unicodedata
from typing import Literal

TextField = Literal["name", "about", "wait", "cue"]

LONGEST: dict[TextField, int] = {"name": 120, "about": 2000, "wait": 240, "cue": 240}
"""In characters. A hundred steps as long as this, in any script, stay within the 256 KiB of a file."""

_BREAKS_LINES = frozenset(("Cc", "Zl", "Zp"))
_NO_TEXT = "Cs"  # half a surrogate pair: no file can hold it


def typed(field: TextField, text: str, before: str = "") -> str:
    r"""The text as the field takes it; `before` is what it held so far.

    Control characters and line ends become spaces, except for the line ends of `about`; what joins letters
    and emoji stays. What is too long is cut off, but never a text that was in the file already.

    >>> typed("cue", "Heel\ndown.")
    'Heel down.'
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = [_kept(mark, field) for mark in plain]
    return "".join(kept)[: max(LONGEST[field], len(before))]


def _kept(mark: str, field: TextField) -> str:
    category = unicodedata.category(mark)
    if category == _NO_TEXT:
        return ""
    return " " if category in _BREAKS_LINES and not (mark == "\n" and field == "about") else mark
