"""Owns asking the system's own programs, each with a time limit. Knows no schedule."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence

from msgspec import Struct

from app.core.ports import SchedulerError

_LIMIT = 10.0  # s; systemctl waits for a manager that does not answer for 90
_NO_WINDOW = 0x08000000 if sys.platform == "win32" else 0


class Said(Struct, frozen=True):
    """How a program ended and what it said."""

    code: int
    out: str = ""
    why: str = ""

    @property
    def ok(self) -> bool:
        return self.code == 0


Run = Callable[[Sequence[str]], Said]


def run(command: Sequence[str]) -> Said:
    """Never raises: a program that is missing or hangs is one that failed."""
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=_LIMIT,
            check=False,
            env=os.environ | {"LC_ALL": "C"},
            creationflags=_NO_WINDOW,
        )
    except subprocess.TimeoutExpired:
        return Said(1, why=f"{command[0]} did not answer within {_LIMIT:g} s")
    except (OSError, ValueError) as error:
        return Said(1, why=f"{command[0]}: {error}")
    lines = [line.strip() for line in (done.stderr or done.stdout).splitlines() if line.strip()]
    return Said(
        done.returncode, done.stdout.strip(), lines[-1] if lines else f"it ended with {done.returncode}"
    )


def insist(said: Said) -> Said:
    """What it said. Raises `SchedulerError` with its last words if it failed."""
    if not said.ok:
        raise SchedulerError(said.why)
    return said
