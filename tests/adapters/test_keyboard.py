"""Single keys, as terminals send them."""

import os
import pty
import termios
from collections.abc import Iterator

import pytest

from app.adapters.keyboard import NoKeyboard, PosixKeyboard, has_keyboard, keys_in, open_keyboard


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("n", ["n"]),
        ("nn+", ["n", "n", "+"]),
        ("\x1b", ["\x1b"]),  # Escape itself
        ("\x1b[C\x1b[D", ["n", "b"]),  # right, left
        ("\x1bOC\x1bOD", ["n", "b"]),  # as some terminals send them
        ("\x1b[A", []),  # up
        ("\x1b[3~n", ["n"]),  # Delete
        ("\x1b[1;5C", []),  # Ctrl with right
        ("\x1b[[A", []),  # F1 on a Linux console
        ("\x1bOP", []),  # F1 elsewhere
        ("\x1bq", []),  # Alt with q
        ("\x1b\x1b", ["\x1b", "\x1b"]),
        ("é", ["é"]),
        ("", []),
    ],
)
def test_keys_are_told_apart_and_those_that_mean_nothing_left_out(typed: str, keys: list[str]):
    assert keys_in(typed) == keys


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[int, int]]:
    """A terminal as standard input: the end that types, and the end that reads."""
    typing, reading = pty.openpty()
    with os.fdopen(os.dup(reading), encoding="utf-8") as stdin:
        monkeypatch.setattr("sys.stdin", stdin)
        yield typing, reading
    for end in (typing, reading):
        try:
            os.close(end)
        except OSError:
            assert end == typing  # closed by the test


def test_keys_come_one_by_one_without_enter_and_the_terminal_is_put_back(terminal: tuple[int, int]):
    typing, reading = terminal
    before = termios.tcgetattr(reading)
    with open_keyboard() as keyboard:
        assert isinstance(keyboard, PosixKeyboard)
        assert termios.tcgetattr(reading) != before
        os.write(typing, b"nb\x1b[Aq")
        assert [keyboard.read(1) for _ in range(3)] == ["n", "b", "q"]
        assert keyboard.read(0) == ""
    assert termios.tcgetattr(reading) == before


def test_the_terminal_is_put_back_after_an_error_too(terminal: tuple[int, int]):
    before = termios.tcgetattr(terminal[1])
    with pytest.raises(ZeroDivisionError), open_keyboard():
        raise ZeroDivisionError
    assert termios.tcgetattr(terminal[1]) == before


def test_a_terminal_that_is_gone_is_a_silent_one(terminal: tuple[int, int]):
    with open_keyboard() as keyboard:
        os.close(terminal[0])
        assert keyboard.read(0.001) == ""


@pytest.mark.parametrize("stdin", [None, "a file"])
def test_without_a_terminal_there_is_no_keyboard(monkeypatch: pytest.MonkeyPatch, stdin: str | None):
    with open(os.devnull, encoding="utf-8") as file:
        monkeypatch.setattr("sys.stdin", file if stdin else None)
        assert not has_keyboard()
        with open_keyboard() as keyboard:
            assert isinstance(keyboard, NoKeyboard)
            assert keyboard.read(0.001) == ""
