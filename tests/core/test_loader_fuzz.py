"""Whatever becomes of a file, reading it ends in a routine or in mistakes on lines that it has."""

import random
import tomllib
from typing import Any

import pytest

from app.core.loader import load_exercise, load_routine, read_text, which_kind
from app.core.mistakes import MOST_PROBLEMS, Problem
from app.core.toml_text import decode

ROUTINE = b"""\
format = 1
id = "calves"
name = "Calves"
about = '''
Two lines
of text.'''
goal = "ease"
prepare = 8

[[step]]
exercise = "wall"
hold = 30.5
sides = "both"
sets = 2

[[step]]
exercise = "raise"
reps = 12
tempo = [2, 1,
  2, 0]

[[step]]
wait = "Fetch it."
prepare = 0
"""

EXERCISE = b"""\
format = 1
id = "wall"
name = "Wall"
steps = ["Stand.", "Lean.",
  "Breathe."]
muscles = ["gastrocnemius"]
kind = "stretch"
position = "standing"
equipment = ["wall"]
sides = "both"
dose = { hold = 30, sets = 2, reps = 0 }
easier = "towel"
evidence = { text = "x", source = "y", strength = "guideline" }
[figure]
view = "side"
"""

PIECES = (
    b"\xff", b"\0", b"\r", b"\r\n", b"\n", b"\xef\xbb\xbf", b'"', b'"""', b"'", b"'''", b"\\", b"[", b"]", b"[[",
    b"]]", b"{", b"}", b"=", b",", b".", b"#", b"-", b"nan", b"inf", b"1e999", b"0x" + b"f" * 4000, b"9" * 5000,
    b"true", b"2026-02-30", b"[[step]]", b"[step]", b"step", b"hold = 1\n", b"[[" * 600, b"a." * 300,
    b"\xf0\x9f\xa6\xb5", b"\xe2\x80\xae", b'"a\\u0000" = 1\n', b"id", b"format = 2\n",
)  # fmt: skip

# What may stand in the place of any value or table.
VALUES: tuple[Any, ...] = (
    None, True, 0, -1, 10**40, 1.5, float("nan"), float("inf"), "", "x", "a\nb", [], [[]], [1, "x"], {},
    {"a": {"b": 1}}, [{}], [{"hold": 1}], "both", "calves",
)  # fmt: skip


def judge(data: bytes) -> None:
    """The one demand on every file: an answer without an error, and lines that are there."""
    text = decode(data, "calves.toml")
    if isinstance(text, Problem):
        problems: tuple[Problem, ...] = (text,)
    else:
        which_kind(text, "routines")
        read_text(text, "name")
        routine = load_routine(text, file="calves.toml", stem="calves", exercises={"wall", "raise"})
        exercise = load_exercise(text, file="wall.toml", stem="wall")
        problems = tuple(
            problem for loaded in (routine, exercise) if isinstance(loaded, tuple) for problem in loaded
        )
        assert problems, "nothing is a routine and an exercise"
    lines = data.count(b"\n") + 1
    assert len(problems) <= 2 * (MOST_PROBLEMS + 1)
    for problem in problems:
        assert 1 <= problem.line <= lines
        assert str(problem).isprintable()
        assert len(str(problem)) < 500


def mutate(data: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.randint(1, 4)):
        start = chance.randrange(len(data) + 1)
        end = min(len(data), start + chance.choice((0, 0, 1, 2, 10, 60)))
        piece = chance.choice((b"", chance.choice(PIECES), bytes([chance.randrange(256)]), data[end:][:40]))
        data = data[:start] + piece + data[end:]
    return data


@pytest.mark.parametrize("original", [ROUTINE, EXERCISE], ids=["routine", "exercise"])
@pytest.mark.parametrize("seed", range(10))
def test_bytes_changed_at_random_never_stop_the_reading(original: bytes, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same files at every run: 10 × 2 × 500 = 10,000 in all
    for _ in range(500):
        changed = mutate(original, chance)
        try:
            judge(changed)
        except Exception as error:
            raise AssertionError(f"stopped by {changed!r}") from error


def _places(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for name, item in items for place in _places(item, (*path, name)))]


def _replaced(value: Any, path: tuple[str | int, ...], new: Any) -> Any:
    if not path:
        return new
    copy = value.copy()
    copy[path[0]] = _replaced(value[path[0]], path[1:], new)
    return copy


def _written(value: Any) -> str:
    match value:
        case None:
            return "1979-05-27"
        case bool():
            return "true" if value else "false"
        case str():
            return '"' + value.replace("\n", "\\n") + '"'
        case list():
            return "[" + ",\n".join(_written(item) for item in value) + "]"
        case dict():
            return "{" + ", ".join(f'"{key}" = {_written(item)}' for key, item in value.items()) + "}"
        case _:
            return str(value)


@pytest.mark.parametrize("original", [ROUTINE, EXERCISE], ids=["routine", "exercise"])
def test_any_value_in_the_place_of_any_other_never_stops_the_reading(original: bytes) -> None:
    data = tomllib.loads(original.decode())
    places = [place for place in _places(data) if place]
    assert len(places) > 15
    for place in places:
        for value in VALUES:
            changed = _replaced(data, place, value)
            judge("".join(f"{key} = {_written(item)}\n" for key, item in changed.items()).encode())


@pytest.mark.parametrize("original", [ROUTINE, EXERCISE], ids=["routine", "exercise"])
def test_a_file_cut_off_anywhere_never_stops_the_reading(original: bytes) -> None:
    for end in range(len(original)):
        judge(original[:end])
