"""Soleus as a program: what it prints, line by line as it comes, and how it ends."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from threading import Timer
from typing import IO, Any

MAIN = Path(__file__).parents[2] / "main.py"
PATIENCE = 30.0
"""Seconds after which a program that hangs is killed; a test that waits for it then fails."""


class Program:
    """A command that was started. It has no keyboard unless `stdin` is one."""

    def __init__(
        self,
        arguments: list[str],
        *,
        env: dict[str, str] | None = None,
        stdin: int | IO[Any] = subprocess.DEVNULL,
        stdout: int | IO[Any] = subprocess.PIPE,
        shell_before: str = "",
    ) -> None:
        command = [sys.executable, str(MAIN), *arguments]
        if shell_before:
            command = ["sh", "-c", f'exec "$@" {shell_before}', "sh", *command]
        self.process = subprocess.Popen(
            command,
            stdin=stdin,
            stdout=stdout,
            stderr=subprocess.PIPE,
            env=os.environ | (env or {}),
            cwd=MAIN.parent,
        )
        self._watchdog = Timer(PATIENCE, self.process.kill)
        self._watchdog.daemon = True
        self._watchdog.start()
        self.printed: list[str] = []

    def wait_for(self, text: str, times: int = 1) -> str:
        """The next line with `text` in it, the `times`-th from now on."""
        assert self.process.stdout is not None
        for line in iter(self.process.stdout.readline, b""):
            self.printed.append(line.decode().rstrip("\n"))
            if text in self.printed[-1]:
                times -= 1
                if not times:
                    return self.printed[-1]
        raise AssertionError(f'ended without "{text}": {self.printed}\n{self._errors()}')

    def signal(self, number: signal.Signals) -> None:
        self.process.send_signal(number)

    def end(self) -> tuple[int, str]:
        """Its exit code and what it wrote to stderr, once it has ended."""
        if self.process.stdout is not None:
            self.printed += self.process.stdout.read().decode().splitlines()
        errors = self._errors()
        code = self.process.wait()
        self._watchdog.cancel()
        return code, errors

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()
        self._watchdog.cancel()
        for pipe in (self.process.stdout, self.process.stderr):
            if pipe is not None:
                pipe.close()

    def _errors(self) -> str:
        assert self.process.stderr is not None
        return self.process.stderr.read().decode()
