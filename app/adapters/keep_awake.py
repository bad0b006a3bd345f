"""Owns keeping the screen from going dark, by the window or by a child process. Knows no session."""

import os
import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryFile
from threading import Lock

from app.adapters.latest import Child, kill_group, start_child
from app.core.ports import Health, KeepAwake

_LOGIND = (
    Path("/run/systemd/seats"),
    Path("/run/dbus/system_bus_socket"),
)  # both there while it can be asked


class WindowKeepAwake:
    """By the window: `set_allow_screensaver(False)` inhibits, `True` lifts it. Called on changes only."""

    def __init__(self, set_allow_screensaver: Callable[[bool], None]) -> None:
        self._set = set_allow_screensaver
        self._held = False
        self._why = ""

    def hold(self) -> None:
        self._change(held=True)

    def release(self) -> None:
        self._change(held=False)

    def health(self) -> Health:
        return Health("screensaver", works=not self._why, by="the window", why=self._why)

    def _change(self, held: bool) -> None:
        if held == self._held:
            return
        self._held = held
        try:
            self._set(not held)
        except Exception as error:  # whatever the window raises, the session goes on
            self._why = f"the window refused: {error}"


class ProcessKeepAwake:
    """Through a child process that inhibits as long as it lives.

    Its stdin is a pipe from us that says nothing: a command that reads it to the end also ends when we are
    killed.
    """

    def __init__(self, command: Sequence[str]) -> None:
        self._command = tuple(command)
        self._child: Child | None = None
        self._why = ""
        self._lock = Lock()

    def hold(self) -> None:
        with self._lock:
            if self._child is not None and self._child.poll() is None:
                return
            self._drop()
            try:
                with TemporaryFile() as errors:
                    self._child = start_child(self._command, errors)
            except (OSError, ValueError) as error:
                self._why = str(error)

    def release(self) -> None:
        with self._lock:
            self._drop()

    def health(self) -> Health:
        with self._lock:
            self._look()
            return Health("screensaver", works=not self._why, by=self._command[0], why=self._why)

    def _look(self) -> None:
        if self._child is not None and self._child.poll() is not None:
            self._why = f"{self._command[0]} ended with code {self._child.returncode}"

    def _drop(self) -> None:
        self._look()
        child, self._child = self._child, None
        if child is not None:
            kill_group(child)


class SilentKeepAwake:
    """Lets the screen go dark, and says why."""

    def __init__(self, why: str = "nothing on this machine keeps the screen awake") -> None:
        self._why = why

    def hold(self) -> None:
        pass

    def release(self) -> None:
        pass

    def health(self) -> Health:
        return Health("screensaver", works=False, by="nothing", why=self._why)


def open_terminal_keep_awake() -> KeepAwake:
    """caffeinate on macOS, systemd-inhibit where logind runs, else nothing."""
    if sys.platform == "darwin" and shutil.which("caffeinate"):
        return ProcessKeepAwake(("caffeinate", "-d", "-w", str(os.getpid())))
    if shutil.which("systemd-inhibit") and all(path.exists() for path in _LOGIND):
        inhibit = ("systemd-inhibit", "--what=idle", "--who=Soleus", "--why=A routine is running", "cat")
        return ProcessKeepAwake(inhibit)
    return SilentKeepAwake()
