"""The index finds every key on its own line, in any text, in linear time."""

import json
import time
import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.toml_lines import line_index, longest_key

DOCUMENT = '''\
format = 1
about = """
[[step]]
hold = 1
"""
person.first = "Ada"
"quoted.key" = [1,
  2, { z = 1,
  y = 2 }]
'literal key' = 1 # hold = 2
"\\u0061scii" = 1

[[step]]
hold = 30
[step.sub]
deep.er = 1
[[step]]
tempo = [[1, 2],
  [3]]
dose = { a.b = 1, c = { d = ']' } }
[last."x.y"]
z = 1979-05-27T07:32:00Z
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("format",), 1),
        (("about",), 2),
        (("person",), 6),
        (("person", "first"), 6),
        (("quoted.key",), 7),
        (("quoted.key", 0), 7),
        (("quoted.key", 1), 8),
        (("quoted.key", 2, "z"), 8),
        (("quoted.key", 2, "y"), 9),
        (("literal key",), 10),
        (("ascii",), 11),
        (("step",), 13),
        (("step", 0), 13),
        (("step", 0, "hold"), 14),
        (("step", 0, "sub", "deep", "er"), 16),
        (("step", 1), 17),
        (("step", 1, "tempo", 0, 1), 18),
        (("step", 1, "tempo", 1), 19),
        (("step", 1, "tempo", 1, 0), 19),
        (("step", 1, "dose", "a", "b"), 20),
        (("step", 1, "dose", "c", "d"), 20),
        (("last", "x.y", "z"), 22),
    ],
)
def test_every_kind_of_key_is_found_on_its_line(path: tuple[str | int, ...], line: int) -> None:
    assert line_index(DOCUMENT).line(path) == line


def test_what_is_not_there_stands_where_its_parent_does() -> None:
    lines = line_index(DOCUMENT)
    assert lines.line(("step", 1, "reps")) == 17
    assert lines.line(("step", 7)) == 13
    assert lines.line(("nothing", "at", "all")) == 1
    assert lines.line(()) == 1


def test_a_table_in_place_of_an_array_of_tables_counts_as_its_only_element() -> None:
    assert line_index("[step]\nhold = 1\nreps = 2\n").line(("step", 0, "reps")) == 3


def test_the_second_element_of_a_nested_array_of_tables_belongs_to_the_second_parent() -> None:
    lines = line_index("[[a]]\n[[a.b]]\nx = 1\n[[a]]\n[[a.b]]\n[[a.b]]\nx = 1\n")
    assert lines.line(("a", 0, "b", 0, "x")) == 3
    assert lines.line(("a", 1, "b", 0)) == 5
    assert lines.line(("a", 1, "b", 1, "x")) == 7


def test_windows_line_ends_count_once() -> None:
    assert line_index("a = 1\r\n\r\nb = 2\r\n").line(("b",)) == 3


def test_the_longest_dotted_key_is_measured_outside_of_texts() -> None:
    assert longest_key('a = "1.2.3.4"\nb.c.d = 1.5\n# e.f.g.h.i\n') == (3, 2)


KEYS = st.text(min_size=1, max_size=8)
SCALARS = st.one_of(
    st.integers(-(2**63), 2**63 - 1),
    st.booleans(),
    st.floats(allow_nan=False, width=32),
    st.text(max_size=20),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)
TABLES = st.dictionaries(KEYS, VALUES, max_size=4)


def _toml_string(text: str) -> str:
    # JSON's escapes are TOML's, but for the delete character and the halves of a surrogate pair.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


class _Writer:
    """Writes TOML and notes the line of each key and item as it goes, as an author's own record."""

    def __init__(self) -> None:
        self.text = ""
        self.lines: dict[tuple[str | int, ...], int] = {}

    def note(self, path: tuple[str | int, ...]) -> None:
        self.lines[path] = self.text.count("\n") + 1

    def value(self, path: tuple[str | int, ...], value: object) -> None:
        match value:
            case bool():
                self.text += "true" if value else "false"
            case str() if "\n" in value:
                self.text += '"""\n' + _toml_string(value)[1:-1].replace("\\n", "\n") + '"""'
            case str():
                self.text += _toml_string(value)
            case list():
                self.text += "["
                for number, item in enumerate(value):
                    self.text += "\n  "
                    self.note((*path, number))
                    self.value((*path, number), item)
                    self.text += ", # ] } ,"
                self.text += "\n]"
            case dict():
                self.text += "{"
                for number, (key, item) in enumerate(value.items()):
                    self.text += ", " if number else " "
                    self.note((*path, key))
                    self.text += f"{_toml_string(key)} = "
                    self.value((*path, key), item)
                self.text += " }"
            case _:
                self.text += repr(value)

    def table(self, path: tuple[str | int, ...], table: dict[str, object]) -> None:
        for key, value in table.items():
            self.text += "\n# x = 1\n"
            self.note((*path, key))
            self.text += f"{_toml_string(key)} = "
            self.value((*path, key), value)
        self.text += "\n"


@given(TABLES, st.lists(TABLES, max_size=3))
@settings(max_examples=150, deadline=None)
def test_in_any_document_every_key_and_item_is_on_the_line_where_it_was_written(
    head: dict[str, object], steps: list[dict[str, object]]
) -> None:
    head.pop("step", None)
    writer = _Writer()
    writer.table((), head)
    for number, step in enumerate(steps):
        writer.note(("step", number))
        writer.text += "[[step]]"
        writer.table(("step", number), step)
    assert tomllib.loads(writer.text) == head | ({"step": steps} if steps else {})
    lines = line_index(writer.text)
    assert {path: lines.line(path) for path in writer.lines} == writer.lines


@given(st.text(alphabet="[]{}=,.\"'\\#\n\r\t ab1\0é", max_size=200) | st.text(max_size=200))
@settings(max_examples=500, deadline=None)
def test_no_text_is_too_strange(text: str) -> None:
    index = line_index(text)
    for path in ((), ("a",), ("a", 0, "b"), ("b", "a")):
        assert 1 <= index.line(path) <= text.count("\n") + 1


@pytest.mark.parametrize(
    "part",
    ['"""', "'''", '"', "'", "[", "{", "[[", "a={", "a=[", "a.", "\\", ".", ",", "=", "]", "\n", "a", "é"],
)
def test_the_worst_text_of_the_largest_size_takes_no_more_than_its_share(part: str) -> None:
    # Quadratic reading of a quarter of a million characters would take minutes; linear takes about 0.3 s.
    started = time.process_time()
    line_index(part * (256 * 1024 // len(part)))
    assert time.process_time() - started < 5
