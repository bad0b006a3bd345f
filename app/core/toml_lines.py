"""On which line of a TOML text a key stands. Knows no meaning of keys and judges nothing.

tomllib gives values without their places, so this reads the text a second time, for places without values.
It takes any text without complaint; what it says of a text that is not TOML is only a good guess.
"""

import re
import tomllib
from collections.abc import Iterator
from typing import NamedTuple

Path = tuple[str | int, ...]

# No branch can match what another one can, and the repeats are possessive: linear on any text.
_TOKEN = re.compile(
    r'''
      (?P<space>   [ \t\r\f\v]++ | \#[^\n]*+ )
    | (?P<newline> \n )
    | (?P<text>    """ (?: [^"\\] | \\.? | "(?!"") )*+ (?: "{3,5} | \Z )
                 | \'\'\' (?: [^'] | '(?!'') )*+ (?: '{3,5} | \Z )
                 | " (?: [^"\\\n] | \\[^\n]? )*+ "?
                 | ' [^'\n]*+ '? )
    | (?P<mark>    [\[\]{}=,.] )
    | (?P<word>    [^\s\[\]{}=,."'\#]++ | . )
    ''',
    re.VERBOSE | re.DOTALL,
)


class _Token(NamedTuple):
    kind: str
    text: str
    line: int


class _Node:
    """A place in the document. An array of tables knows its `last` element, where later headers go on."""

    __slots__ = ("children", "last", "line")

    def __init__(self, line: int) -> None:
        self.line = line
        self.children: dict[str | int, _Node] = {}
        self.last = -1

    def child(self, name: str | int, line: int) -> "_Node":
        return self.children.setdefault(name, _Node(line))

    def current(self) -> "_Node":
        return self.children[self.last] if self.last >= 0 else self

    def descend(self, names: list[str], line: int) -> "_Node":
        node = self
        for name in names:
            node = node.current().child(name, line)
        return node

    def append(self, line: int) -> "_Node":
        self.last += 1
        self.children[self.last] = _Node(line)
        return self.children[self.last]


class LineIndex:
    """The lines of one document."""

    def __init__(self, root: _Node) -> None:
        self._root = root

    def line(self, path: Path) -> int:
        """The line, counted from 1, of the key at `path`, or of the nearest of its parents that is there.

        An element's number is passed over where there is a plain table in place of an array of tables. For an
        element of an array of tables it is the line of its header:

        >>> line_index("[[step]]\\nhold = 30\\n[[step]]\\nreps = 8\\n").line(("step", 1, "reps"))
        4
        """
        node = self._root
        for name in path:
            if name in node.children:
                node = node.children[name]
            elif isinstance(name, str):
                break
        return node.line


class _Frame:
    """What is being read: a table's statements, a table in braces or an array, and where its values go."""

    __slots__ = ("count", "kind", "names", "node", "place")

    def __init__(self, kind: str, node: _Node) -> None:
        self.kind = kind
        self.node = node
        self.names: list[str] = []
        self.count = -1
        self.place: _Node | None = None  # of the value that comes next or is being read


def line_index(text: str) -> LineIndex:
    """The lines of all keys of `text`, which may be anything; never raises; takes linear time."""
    root = _Node(1)
    frames = [_Frame("statements", root)]
    tokens = _tokens(text)
    for token in tokens:
        frame = frames[-1]
        if frame.kind == "statements" and _starts_header(token, frame):
            frame.node = _read_header(tokens, root, token.line)
        elif frame.kind == "array":
            _read_in_array(token, frames)
        else:
            _read_in_table(token, frames)
    return LineIndex(root)


def longest_key(text: str) -> tuple[int, int]:
    """How many names the longest dotted key has, and on which line it stands: `a.b.c = 1` has 3."""
    longest, line, names = 1, 1, 1
    for token in _tokens(text):
        if token.text == ".":
            names += 1
            if names > longest:
                longest, line = names, token.line
        elif token.kind in ("mark", "newline"):
            names = 1
    return longest, line


def marks(text: str) -> Iterator[tuple[str, int]]:
    """The brackets, braces and commas of a text, with where they stand; not those in strings and comments.

    >>> list(marks('[{ a = "]" }]  # ]'))
    [('[', 0), ('{', 1), ('}', 11), (']', 12)]
    """
    for match in _TOKEN.finditer(text):
        if match.lastgroup == "mark" and match.group() not in "=.":
            yield match.group(), match.start()


def _tokens(text: str) -> Iterator[_Token]:
    line = 1
    for match in _TOKEN.finditer(text):
        kind, part = match.lastgroup or "", match.group()
        if kind != "space":
            yield _Token(kind, part, line)
        line += part.count("\n")


def _starts_header(token: _Token, frame: _Frame) -> bool:
    return token.text == "[" and not frame.names and frame.place is None


def _read_header(tokens: Iterator[_Token], root: _Node, line: int) -> _Node:
    names: list[str] = []
    doubled = False
    for token in tokens:
        if token.kind == "newline":
            break
        if token.text == "[" and not names:
            doubled = True
        elif token.kind in ("text", "word"):
            names.append(_name(token))
        elif token.text == "]" and not doubled:
            break
    if doubled:
        return root.descend(names, line).append(line)
    return root.descend(names, line).current()


def _read_in_table(token: _Token, frames: list[_Frame]) -> None:
    frame = frames[-1]
    ends = token.kind == "newline" if frame.kind == "statements" else token.text == ","
    if ends:
        frame.names, frame.place = [], None
    elif token.text == "}" and frame.kind == "braces":
        frames.pop()
    elif frame.place is not None:
        _open(token, frame.place, frames)
    elif token.text == "=":
        frame.place = frame.node.current().descend(frame.names, token.line)
    elif token.kind in ("text", "word"):
        frame.names.append(_name(token))


def _read_in_array(token: _Token, frames: list[_Frame]) -> None:
    frame = frames[-1]
    if token.kind == "newline":
        return
    if token.text == "]":
        frames.pop()
    elif token.text == ",":
        frame.place = None
    else:
        if frame.place is None:
            frame.count += 1
            frame.place = frame.node.child(frame.count, token.line)
        _open(token, frame.place, frames)


def _open(token: _Token, place: _Node, frames: list[_Frame]) -> None:
    if token.text == "[":
        frames.append(_Frame("array", place))
    elif token.text == "{":
        frames.append(_Frame("braces", place))


def _name(token: _Token) -> str:
    if token.kind == "word":
        return token.text
    if "\\" in token.text:
        try:
            return str(tomllib.loads(f"name = {token.text}")["name"])
        except (ValueError, RecursionError):
            return token.text
    return token.text.strip(token.text[0])
