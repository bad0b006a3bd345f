"""From bytes to data: what is not text, not TOML or too much of it is told by line."""

import time

import pytest

from app.core.mistakes import Problem
from app.core.toml_text import MOST_BYTES, decode, parse


def told(text: str) -> list[tuple[int, str]]:
    return [(slip.line, slip.message) for slip in parse(text).slips]


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm() -> None:
    assert decode(b"\xef\xbb\xbfa = 1\r\nb = 2\r\n", "x.toml") == "a = 1\nb = 2\n"


def test_binary_junk_is_told_with_the_line_of_its_first_bad_byte() -> None:
    assert decode(b"a = 1\n\nb = \xff\n", "x.toml") == Problem(
        "x.toml", 3, "this is not UTF-8 text (byte 0xff); save the file as UTF-8"
    )


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_told_by_name(encoding: str) -> None:
    problem = decode("\ufeffa = 1".encode(encoding), "x.toml")
    assert isinstance(problem, Problem)
    assert problem.message == "this is not UTF-8 text; save the file as UTF-8 instead of UTF-16"


def test_a_file_of_256_kib_is_read_and_one_of_a_byte_more_is_not() -> None:
    assert decode(b"#" * MOST_BYTES, "x.toml") == "#" * MOST_BYTES
    problem = decode(b"#" * (MOST_BYTES + 1), "x.toml")
    assert problem == Problem("x.toml", 1, "the file is larger than 256 KiB; split it into smaller ones")


QUOTES = "the quotes around a text are not closed"
VALUE = "the value cannot be read; put text in double quotes and write numbers as in 30 or 0.5"


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a = 1\nname = Evening calves\n", 2, VALUE),
        ("a =\n", 1, VALUE),
        ("\nname = 'x\n", 2, QUOTES),
        ('\nname = "x\nb = 1', 2, QUOTES),
        ('a = 1\nabout = """x\n\n', 2, QUOTES),
        ("hold 30\n", 1, 'this is not a line of the form key = value; is a "=" missing?'),
        ("a = 1\n= 2\n", 2, "this is not a line of the form key = value"),
        ("a = 1 2\n", 1, "there is more on the line than one value; put text in double quotes"),
        ("a = 1\na = 2\n", 2, "this key is set already, further up; keep one of the two"),
        (
            "[a]\n[a]\n",
            2,
            "this is there already, further up; a step begins with [[step]], in double brackets",
        ),
        ("[[step]\n", 1, 'the heading is not closed; write "]" after [ and "]]" after [['),
        ("x = 1\ntempo = [2, 1,\n2, 0\nsets = 3\n", 2, 'the list of "tempo" is not closed with "]"'),
        ('x = 1\nsteps = [\n  "Sit.",\n\n  [1]\n[[step]]\n', 2, 'the list of "steps" is not closed with "]"'),
        ("d = { hold = 1\n", 1, 'a table in braces is not closed with "}"'),
        ("a = 'x\0y'\n", 1, "there is a character that no text file should have; delete it"),
        ('path = "C:\\dir"\n', 1, 'a "\\" in double quotes must be written twice'),
        ("a = 2020-02-30\n", 1, "this is not a date"),
        ("b = 1\na = " + "9" * 5000, 2, "the number has too many digits"),
        ("b = 1\na = " + "[" * 5000, 2, "this is nested too deeply"),
        ("b = 1\n" + "a." * 5000 + "a = 1", 2, "the key has too many parts joined by dots"),
        ("b = 1\nx = { " + "a ." * 5000 + "a = 1 }", 2, "the key has too many parts joined by dots"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_broken_toml_is_told_with_its_line_and_a_remedy(text: str, line: int, message: str) -> None:
    assert told(text) == [(line, message)]


def test_dots_in_a_text_are_no_long_key() -> None:
    text = 'about = "' + "Breathe. " * 200 + '"\n# ' + "." * 200
    assert parse(text).slips == ()


def test_several_broken_lines_are_all_told_and_the_rest_is_read() -> None:
    parsed = parse(
        'name = Evening calves\nprepare = 8s\nid = "x"\n[[step]]\nhold = = 3\nhold = 4\nsets = 2\n'
    )
    assert [slip.line for slip in parsed.slips] == [1, 2, 5, 6]
    assert parsed.data == {"name": 0, "prepare": 0, "id": "x", "step": [{"hold": 0, "sets": 2}]}


def test_a_key_that_is_set_twice_and_broken_both_times_is_told_twice() -> None:
    parsed = parse("hold = 3s\nhold = 4s\nsets = 2\n")
    assert [slip.line for slip in parsed.slips] == [1, 2]
    assert parsed.data == {"hold": 0, "sets": 2}


def test_after_a_broken_heading_nothing_is_guessed() -> None:
    assert parse("[[step]\nhold = 1\n[[step]]\nhold = 2\n").data is None


@pytest.mark.parametrize(
    "text",
    [
        "a." * 130_000 + "a = 1",
        "x = { " + "a." * 120_000 + "a = 1 }",
        "[" + "a." * 100 + "a]\n" + "".join(f"b{i} = 1\n" for i in range(25_000)),
        "a = 1\n" * 40_000,
        "a = x\n" * 40_000,
        "a = 0x" + "f" * 250_000,
        "x = [" + "{}," * 80_000 + "]",
    ],
    ids=lambda text: text[:20],
)
def test_a_file_made_to_exhaust_the_machine_is_soon_done_with(text: str) -> None:
    # tomllib alone takes minutes and gigabytes for the first.
    started = time.process_time()
    parse(text)
    assert time.process_time() - started < 5
