"""Owns the thread that serves only the newest order, and its child process. Knows no voice and no sound."""

import logging
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from tempfile import TemporaryFile
from threading import Condition, Event, Thread
from time import monotonic
from typing import IO, Any, Generic, TypeVar

from msgspec import Struct

Order = TypeVar("Order")
Child = subprocess.Popen[bytes]

_POLL = 0.02  # s between two looks at a running child; an ended turn wakes the wait at once
_FAREWELL = 2.0  # s that close() waits for the thread
_NO_WINDOW = 0x08000000 if sys.platform == "win32" else 0  # CREATE_NO_WINDOW: no console flashes up

log = logging.getLogger(__name__)


class Outcome(Struct, frozen=True):
    """How a child process ended. `cut`: by a newer order. `hung`: by its limit. `why`: its last words."""

    ok: bool
    why: str = ""
    cut: bool = False
    hung: bool = False


class Turn:
    """One order's time in the worker. Once ended, it runs nothing more and kills what runs."""

    def __init__(self) -> None:
        self._ended = Event()

    @property
    def over(self) -> bool:
        return self._ended.is_set()

    def end(self) -> None:
        self._ended.set()

    def run(
        self, command: Sequence[str], text: str = "", *, limit: float, env: Mapping[str, str] | None = None
    ) -> Outcome:
        """Runs `command` with `text` (a few KiB at most) on its stdin, for at most `limit` seconds."""
        if self.over:
            return Outcome(ok=False, cut=True)
        # A file, not a pipe: a daemon that the child leaves behind would keep a pipe open for ever.
        with TemporaryFile() as errors:
            try:
                child = start_child(command, errors, env)
            except (OSError, ValueError) as error:
                return Outcome(ok=False, why=str(error))
            hung = not self._wait(child, text, limit)
            return self._outcome(child, hung, errors, limit)

    def _wait(self, child: Child, text: str, limit: float) -> bool:
        """False if the child outlived its limit. In any case it has ended on return."""
        deadline = monotonic() + limit
        if not self.over:
            _hand_over(child, text)
        while child.poll() is None and monotonic() < deadline and not self._ended.wait(_POLL):
            pass
        lived_on = child.poll() is None
        kill_group(child)
        return not (lived_on and monotonic() >= deadline)

    def _outcome(self, child: Child, hung: bool, errors: IO[bytes], limit: float) -> Outcome:
        if hung:
            return Outcome(ok=False, why=f"no end after {limit:g} s", hung=True, cut=self.over)
        if self.over:
            return Outcome(ok=False, cut=True)
        return Outcome(ok=child.returncode == 0, why=_last_line(errors) or _exit_code(child))


class LatestWins(Generic[Order]):
    """Serves orders in a thread of its own, one at a time; a newer one ends the turn of the older.

    The thread starts with the first order and ends with close(). No call blocks but close().
    """

    def __init__(self, name: str, serve: Callable[[Order, Turn], None]) -> None:
        self._name = name
        self._serve = serve
        self._state = Condition()
        self._order: Order | None = None
        self._turn: Turn | None = None
        self._thread: Thread | None = None
        self._closed = False

    def put(self, order: Order) -> None:
        with self._state:
            if self._closed:
                return
            self._drop()
            self._order = order
            self._start()
            self._state.notify_all()

    def clear(self) -> None:
        """Drops the waiting order and ends the one in turn."""
        with self._state:
            self._drop()

    def close(self, grace: float = 0.0) -> None:
        """Takes no more orders, lets the last one have `grace` seconds, then ends it and the thread."""
        with self._state:
            self._closed = True
            self._state.notify_all()
            self._state.wait_for(self._is_idle, grace)
            self._drop()
            thread = self._thread
        if thread is not None:
            thread.join(_FAREWELL)

    def _drop(self) -> None:
        self._order = None
        if self._turn is not None:
            self._turn.end()

    def _is_idle(self) -> bool:
        return self._thread is None or (self._order is None and self._turn is None)

    def _start(self) -> None:
        if self._thread is not None:
            return
        thread = Thread(target=self._work, name=self._name, daemon=True)
        with suppress(RuntimeError):  # out of threads, or the interpreter is going down: stay silent
            thread.start()
            self._thread = thread

    def _work(self) -> None:
        while (job := self._next()) is not None:
            try:
                self._serve(*job)
            except Exception:
                log.exception("%s failed", self._name)
            with self._state:
                self._turn = None
                self._state.notify_all()

    def _next(self) -> tuple[Order, Turn] | None:
        with self._state:
            self._state.wait_for(lambda: self._order is not None or self._closed)
            if self._order is None:
                return None
            order, self._order = self._order, None
            self._turn = Turn()
            return order, self._turn


def start_child(command: Sequence[str], errors: IO[bytes], env: Mapping[str, str] | None = None) -> Child:
    """Starts `command` in a group of its own, silent, its stdin a pipe. Raises OSError or ValueError."""
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=errors,
        env={**os.environ, **env} if env else None,
        start_new_session=True,
        creationflags=_NO_WINDOW,
    )


def kill_group(child: Child, limit: float = 1.0) -> None:
    """Ends `child`, and what it started, and reaps it. Harmless if it has ended already."""
    if child.poll() is None:
        with suppress(OSError):
            _kill(child)
        with suppress(subprocess.TimeoutExpired):
            child.wait(limit)
    if child.stdin is not None:
        with suppress(OSError):
            child.stdin.close()


def _kill(child: Child) -> None:
    if sys.platform == "win32":
        child.kill()
    else:
        os.killpg(child.pid, signal.SIGKILL)


def _hand_over(child: Child, text: str) -> None:
    if child.stdin is None:
        return
    # A few KiB fit into the pipe, so a child that never reads cannot block the write.
    with suppress(OSError):
        child.stdin.write(text.encode("utf-8", "replace"))
        child.stdin.close()


def _last_line(errors: IO[Any]) -> str:
    errors.seek(0)
    lines = errors.read(65536).decode("utf-8", "replace").split("\n")
    return next((line.strip()[:200] for line in reversed(lines) if line.strip()), "")


def _exit_code(child: Child) -> str:
    return f"it ended with code {child.returncode}" if child.returncode else ""
