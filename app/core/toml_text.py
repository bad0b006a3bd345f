"""From bytes to plain data, with the mistakes that are TOML's own. Knows no routines and no files."""

import re
import tomllib
from typing import Any

from msgspec import Struct

from app.core.mistakes import Problem, quoted
from app.core.toml_lines import longest_key

MOST_BYTES = 256 * 1024
MOST_SLIPS = 20
MENDED_UP_TO = 32 * 1024  # characters; each slip costs another parse
MOST_NAMES_IN_KEY = 100  # tomllib takes quadratic time and memory: 100,000 names exhaust the machine

_BOM = b"\xef\xbb\xbf"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_PLACE = re.compile(r"(.*) \(at (?:line (\d+), column \d+|end of document)\)", re.DOTALL)
_BEGINS_LIST = re.compile(r"""\s*([\w-]+|"[^"\n]*")\s*=\s*\[""")
_BEGINS_NEXT = re.compile(r"\s*([\w-]+\s*=|\[\[?\s*[A-Za-z])")
_BEGINS_WITH_WORD = re.compile(r"\s*([A-Za-z0-9_-]+)")
_LONG_DIGITS = re.compile(r"\d[\d_]{3000,}")
_SET_TWICE = "Cannot overwrite a value"
_UNCLOSED_LIST = "Unclosed array"

# What tomllib says, by its first words, and what we say.
_PHRASES = {
    "Invalid value": "the value cannot be read; put text in double quotes and write numbers as in 30 or 0.5",
    "Expected '='": 'this is not a line of the form key = value; is a "=" missing?',
    "Invalid statement": "this is not a line of the form key = value",
    "Invalid initial character": "a key cannot begin like this; write it in plain letters",
    "Expected newline": "there is more on the line than one value; put text in double quotes",
    _SET_TWICE: "this key is set already, further up; keep one of the two",
    "Duplicate inline table key": "a key is set twice between these braces; keep one of the two",
    "Cannot declare": "this is there already, further up; a step begins with [[step]], in double brackets",
    "Cannot mutate": "this adds to something that is complete already, further up",
    "Cannot redefine": "this adds to something that is complete already, further up",
    "Expected ']": 'the heading is not closed; write "]" after [ and "]]" after [[',
    _UNCLOSED_LIST: 'a list is not closed with "]"',
    "Unclosed inline table": 'a table in braces is not closed with "}"',
    "Unterminated string": "the quotes around a text are not closed",
    "Expected \"'": "the quotes around a text are not closed",
    "Illegal character '\\n'": "the quotes around a text are not closed",
    "Illegal character": "there is a character that no text file should have; delete it",
    "Found invalid character": "there is a character that no text file should have; delete it",
    "Unescaped '\\'": 'a "\\" in double quotes must be written twice',
    "Invalid date": "this is not a date",
}


class Slip(Struct, frozen=True):
    """A place where the text is not TOML. `line` counts from 1."""

    line: int
    message: str


class Parsed(Struct, frozen=True):
    """What a text holds. `data` is None if nothing could be made of it.

    Where a line could not be read and the rest could, `data` has 0 in its place, so that its key counts as
    there and the other mistakes of the file are found as well.
    """

    data: dict[str, Any] | None
    slips: tuple[Slip, ...] = ()


def decode(data: bytes, file: str) -> str | Problem:
    """A file's text, without a byte order mark and with plain line ends, or why there is none."""
    if len(data) > MOST_BYTES:
        return Problem(file, 1, "the file is larger than 256 KiB; split it into smaller ones")
    if data.startswith(_UTF16_MARKS):
        return Problem(file, 1, "this is not UTF-8 text; save the file as UTF-8 instead of UTF-16")
    body = data.removeprefix(_BOM)
    try:
        return body.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
        bad = body[error.start]
        return Problem(file, line, f"this is not UTF-8 text (byte 0x{bad:02x}); save the file as UTF-8")


def parse(text: str) -> Parsed:
    """The plain data of a TOML text and every place where it is not TOML. Never raises."""
    slips: dict[int, Slip] = {}
    lines = text.split("\n")
    while True:
        try:
            return Parsed(_read("\n".join(lines)), tuple(slips.values()))
        except _UnreadableError as error:
            slip = error.slip
        stuck = slip.line in slips and slip.message != _PHRASES[_SET_TWICE]
        slips.setdefault(slip.line, slip)
        too_much = len(text) > MENDED_UP_TO or len(slips) >= MOST_SLIPS
        if stuck or too_much or not _mend(lines, slip):
            return Parsed(None, tuple(slips.values()))


class _UnreadableError(Exception):
    def __init__(self, line: int, message: str) -> None:
        self.slip = Slip(line, message)


def _read(text: str) -> dict[str, Any]:
    _refuse_long_keys(text)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _explained(str(error), text) from None
    except RecursionError:
        raise _UnreadableError(_most_nested_line(text), "this is nested too deeply") from None
    except ValueError:  # int() refuses thousands of digits
        found = _LONG_DIGITS.search(text)
        line = text.count("\n", 0, found.start()) + 1 if found else 1
        raise _UnreadableError(line, "the number has too many digits") from None


def _refuse_long_keys(text: str) -> None:
    if any(line.count(".") >= MOST_NAMES_IN_KEY for line in text.split("\n")):
        names, line = longest_key(text)
        if names > MOST_NAMES_IN_KEY:
            raise _UnreadableError(line, "the key has too many parts joined by dots")


def _explained(error: str, text: str) -> _UnreadableError:
    place = _PLACE.fullmatch(error)
    reason = place[1] if place else error
    last = text.rstrip("\n").count("\n") + 1
    line = min(int(place[2]), last) if place and place[2] else last
    if reason.startswith(_UNCLOSED_LIST):
        return _unclosed_list(text.split("\n"), line)
    phrase = next((ours for theirs, ours in _PHRASES.items() if reason.startswith(theirs)), None)
    return _UnreadableError(line, phrase or f"this is not TOML: {reason}")


def _unclosed_list(lines: list[str], noticed: int) -> _UnreadableError:
    """tomllib notices an unclosed list where the next key stands; the mistake is where the list begins."""
    for number in range(noticed, 0, -1):
        begun = _BEGINS_LIST.match(lines[number - 1])
        if begun:
            key = quoted(begun[1].strip('"'))
            return _UnreadableError(number, f'the list of {key} is not closed with "]"')
    return _UnreadableError(noticed, _PHRASES[_UNCLOSED_LIST])


def _most_nested_line(text: str) -> int:
    depths = [line.count("[") + line.count("{") + line.count(".") for line in text.split("\n")]
    return depths.index(max(depths)) + 1


def _mend(lines: list[str], slip: Slip) -> bool:
    """Puts 0 for a value that cannot be read, if its line alone is at fault. Headings are never guessed."""
    line = lines[slip.line - 1]
    begun = _BEGINS_WITH_WORD.match(line)
    if not begun:
        return False
    if slip.message == _PHRASES[_SET_TWICE]:
        lines[slip.line - 1] = ""
        return True
    lines[slip.line - 1] = f"{begun[1]} = 0"
    if _BEGINS_LIST.match(line) and line.count("[") > line.count("]"):
        _blank_rest_of_list(lines, slip.line)
    return not _is_toml(line)


def _blank_rest_of_list(lines: list[str], start: int) -> None:
    for number in range(start, len(lines)):
        if _BEGINS_NEXT.match(lines[number]):
            return
        lines[number] = ""


def _is_toml(line: str) -> bool:
    try:
        _read(line)
    except _UnreadableError:
        return False
    return True
