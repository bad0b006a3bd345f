"""Turns what ends a program into a question. Knows no session."""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Interrupts:
    """Whether anything has asked the session to end."""

    def __init__(self) -> None:
        self._heard = False

    def heard(self) -> bool:
        return self._heard

    def hear(self, *_: object) -> None:
        self._heard = True

    def unless_unread(self, print_line: Callable[[str], None]) -> Callable[[str], None]:
        """Prints as `print_line` does; when nobody reads it any more, that is an interrupt and no error."""

        def print_or_hear(line: str) -> None:
            try:
                print_line(line)
            except OSError:
                self.hear()

        return print_or_hear


@contextmanager
def interrupts() -> Iterator[Interrupts]:
    """Turns Ctrl-C and the signals that end a program into a question that is asked between two ticks.

    So a segment that is being written is written to its end.
    """
    asked = Interrupts()
    wanted = [signal.SIGINT, signal.SIGTERM]
    if sys.platform != "win32":
        wanted.append(signal.SIGHUP)
    before = {number: signal.signal(number, asked.hear) for number in wanted}
    try:
        yield asked
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
