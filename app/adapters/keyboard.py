"""Single keys from the terminal, without Enter. Knows no session."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import sleep
from typing import Protocol

ESCAPE_SEQUENCES = {"\x1b[C": "n", "\x1b[D": "b", "\x1bOC": "n", "\x1bOD": "b"}
"""The arrow keys stand for next and back, as in the window."""


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

    def read(self, within_s: float) -> str:
        import os
        import select

        if not select.select([sys.stdin], [], [], within_s)[0]:
            return ""
        # Past Python's own buffer: select sees only what is still in the kernel's.
        typed = os.read(sys.stdin.fileno(), 16).decode("utf-8", "replace")
        if not typed:
            sleep(within_s)  # the terminal is gone: without this the loop would spin
        return ESCAPE_SEQUENCES.get(typed, typed[:1])


class WindowsKeyboard:
    def read(self, within_s: float) -> str:
        if sys.platform != "win32":
            raise OSError("not Windows")
        import msvcrt

        if not msvcrt.kbhit():
            sleep(within_s)
        return msvcrt.getwch() if msvcrt.kbhit() else ""


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
            termios.tcsetattr(sys.stdin, termios.TCSADRAIN, before)
