"""Single keys from the terminal, without Enter. Knows no session."""

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from time import sleep
from typing import Protocol

ARROWS = {"\x1b[C": "n", "\x1b[D": "b", "\x1bOC": "n", "\x1bOD": "b"}
WINDOWS_ARROWS = {"M": "n", "K": "b"}
"""The arrow keys stand for next and back, as in the window."""

_SEQUENCE = re.compile(r"\x1b(\[\[.|\[[0-?]*[ -/]*[@-~]|O.|[^\x1b])")
"""What a terminal sends for a key without a letter, or together with Alt; Escape alone is none."""


class Keyboard(Protocol):
    def read(self, within_s: float) -> str:
        """The key pressed, after at most `within_s` seconds; "" if none was."""


class NoKeyboard:
    """Where nobody can press anything: it only lets time pass."""

    def read(self, within_s: float) -> str:
        sleep(within_s)
        return ""


class PosixKeyboard:
    """Keys from standard input of a terminal that was set to hand them over one by one."""

    def __init__(self) -> None:
        self._waiting: list[str] = []

    def read(self, within_s: float) -> str:
        if not self._waiting and self._is_pressed(within_s):
            self._waiting = keys_in(self._typed(within_s))
        return self._waiting.pop(0) if self._waiting else ""

    def _is_pressed(self, within_s: float) -> bool:
        import select

        return bool(select.select([sys.stdin], [], [], within_s)[0])

    def _typed(self, within_s: float) -> str:
        # Past Python's own buffer: select sees only what is still in the kernel's.
        try:
            typed = os.read(sys.stdin.fileno(), 1024).decode("utf-8", "replace")
        except OSError:
            typed = ""
        if not typed:
            sleep(within_s)  # the terminal is gone: without this the loop would spin
        return typed


def keys_in(typed: str) -> list[str]:
    r"""The keys in what a terminal sent at once: `n\x1b[D` is "n" and "b". Keys that mean nothing are left out.

    The arrow up begins as Escape does, and is none: it must not end a session.
    """
    keys = []
    while typed:
        sequence = _SEQUENCE.match(typed)
        key = sequence[0] if sequence else typed[0]
        typed = typed[len(key) :]
        if not sequence or key in ARROWS:
            keys.append(ARROWS.get(key, key))
    return keys


class WindowsKeyboard:
    def read(self, within_s: float) -> str:
        if sys.platform != "win32":
            raise OSError("not Windows")
        import msvcrt

        if not msvcrt.kbhit():
            sleep(within_s)
        key = msvcrt.getwch() if msvcrt.kbhit() else ""
        if key in ("\x00", "\xe0"):  # a key without a letter; which one comes after it
            return WINDOWS_ARROWS.get(msvcrt.getwch(), "")
        return key


def has_keyboard() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()


@contextmanager
def open_keyboard() -> Iterator[Keyboard]:
    """The terminal's keyboard for as long as the block lasts; the terminal is put back as it was after it."""
    if not has_keyboard():
        yield NoKeyboard()
    elif sys.platform == "win32":
        yield WindowsKeyboard()
    else:
        import termios
        import tty

        before = termios.tcgetattr(sys.stdin)
        try:
            tty.setcbreak(sys.stdin)
            yield PosixKeyboard()
        finally:
            with suppress(termios.error):  # the terminal may be gone
                termios.tcsetattr(sys.stdin, termios.TCSADRAIN, before)
