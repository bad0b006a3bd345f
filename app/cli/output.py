"""What a command writes and where: to scripts, to people, and to a terminal that may be gone. Knows no command."""

import sys
from contextlib import suppress
from typing import Any


def print_found(found: Any, as_json: bool) -> None:
    if as_json:
        import json

        print(json.dumps(found, ensure_ascii=not _writes_every_letter(), indent=2))
    else:
        for line in found:
            print(line)


def complain(line: str) -> None:
    with suppress(OSError):  # the terminal may be gone
        print(line, file=sys.stderr)


def print_line(line: str) -> None:
    """Flushed at once: whoever listens at the other end of a pipe hears it in time."""
    print(line, flush=True)


def _writes_every_letter() -> bool:
    encoding = getattr(sys.stdout, "encoding", None) or ""
    return encoding.lower().startswith("utf")


def make_output_robust() -> None:
    """A terminal that lacks a letter shows "?" for it instead of ending the program."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def let_output_go() -> None:
    """Whoever read the output, such as `head`, has had enough: nothing more is written, at exit either."""
    import os

    with suppress(OSError, AttributeError):  # there may be no output at all
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
