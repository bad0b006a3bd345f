"""What the adapters' tests need of the machine: bounded waiting, programs to stand in, a look at our children."""

import os
import stat
from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep


def wait_until(condition: Callable[[], object], limit: float = 5.0) -> bool:
    """Looks every 5 ms; False if `condition` did not come true within `limit` seconds."""
    deadline = monotonic() + limit
    while not condition():
        if monotonic() > deadline:
            return False
        sleep(0.005)
    return True


def write_program(path: Path, body: str) -> Path:
    """An executable shell script."""
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def children(parent: int | None = None) -> set[int]:
    """The processes that `parent` (by default this one) has started and that still run."""
    found = set()
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and _parent_of(entry) == (parent or os.getpid()):
            found.add(int(entry.name))
    return found


def is_running(process: int) -> bool:
    return _parent_of(Path("/proc") / str(process)) is not None


def _parent_of(entry: Path) -> int | None:
    try:
        state, parent = (entry / "stat").read_text().rpartition(")")[2].split()[:2]
    except OSError:
        return None
    return None if state == "Z" else int(parent)
