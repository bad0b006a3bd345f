"""The keys of a real terminal."""

import json
import os
import pty
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator

import pytest

from tests.cli.program import MAIN, PATIENCE

LOGIN = "import os, sys; os.login_tty(0); os.execv(sys.argv[1], sys.argv[1:])"
"""Makes the terminal on stdin the program's own, so that Ctrl-C and hanging up reach it."""
ROUTINE = """format = 1
id = "keys"
name = "Keys"
prepare = 0

[[step]]
exercise = "band-plantarflexion"
reps = 12
sides = "none"

[[step]]
exercise = "night-calf-stretch"
hold = 120
rest = 600
sets = 2
"""
"""At 120 times the speed: own pace, a hold of 1 s, a rest of 5 s and a hold of 1 s."""


class Terminal:
    """A program in a terminal: what it shows, and a hand on the keys."""

    def __init__(self, *arguments: str) -> None:
        self.typing, self.screen = pty.openpty()
        self.before = termios.tcgetattr(self.screen)
        self.process = subprocess.Popen(
            [sys.executable, "-c", LOGIN, sys.executable, str(MAIN), *arguments],
            stdin=self.screen,
            stdout=self.screen,
            stderr=self.screen,
            cwd=MAIN.parent,
        )
        self.shown = ""
        os.set_blocking(self.typing, False)

    def press(self, keys: str) -> None:
        os.write(self.typing, keys.encode())

    def wait_for(self, text: str) -> None:
        """Until `text` is shown, after what was waited for before."""
        deadline = time.monotonic() + PATIENCE
        while text not in self.shown:
            assert time.monotonic() < deadline, f'no "{text}" in: {self.shown}'
            self._read()
        self.shown = self.shown.partition(text)[2]

    def end(self) -> int:
        deadline = time.monotonic() + PATIENCE
        while self.process.poll() is None and time.monotonic() < deadline:
            self._read()  # else it might wait for room on the screen
        return self.process.wait(1)

    def hang_up(self) -> None:
        os.close(self.typing)
        os.close(self.screen)
        self.typing = -1

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        if self.typing >= 0:
            self.hang_up()

    def _read(self) -> None:
        try:
            self.shown += os.read(self.typing, 4096).decode()
        except BlockingIOError:
            time.sleep(0.005)


@pytest.fixture
def terminal(own) -> Iterator[Callable[..., Terminal]]:
    own("keys", ROUTINE)
    opened: list[Terminal] = []

    def open_terminal(*arguments: str) -> Terminal:
        opened.append(Terminal(*(arguments or ("play", "keys", "--terminal", "--speed", "120"))))
        return opened[-1]

    yield open_terminal
    for each in opened:
        each.close()


def done(soleus) -> dict:
    (session,) = json.loads(soleus("history", "--json").out)
    return session


def test_every_key_does_what_it_says_and_the_terminal_is_put_back(terminal, soleus):
    shell = terminal()
    shell.wait_for("Keys: space pause · n skip · b back · + ten seconds more · Enter done · m mute · q stop")
    shell.wait_for("Begin, at your own pace. Press space when you are done.")
    assert termios.tcgetattr(shell.screen) != shell.before
    shell.press("x\x1b[A")  # neither a letter without a meaning nor the arrow up ends anything
    shell.press("\n")
    shell.wait_for("Hold.")
    shell.press(" ")
    shell.wait_for("Paused.")
    shell.press(" ")
    shell.wait_for("Get ready again.")
    shell.wait_for("Hold.")
    shell.press("+")
    shell.wait_for("Rest for 10 minutes.")
    shell.press("b")
    shell.wait_for("Get ready again.")
    shell.wait_for("Hold.")
    shell.press("n")
    shell.wait_for("Rest for 10 minutes.")
    shell.press("m")
    shell.press("\x1b[C")  # right: as n
    shell.wait_for("Hold.")
    shell.press("q")
    shell.wait_for("Stopped: ")
    assert shell.end() == 0
    assert termios.tcgetattr(shell.screen) == shell.before
    session = done(soleus)
    assert session["status"] == "partial"
    (pace, hold) = session["work"]
    assert pace["reps"] == 12
    assert 130 <= hold["seconds"] <= 130 + 120  # 120 and the ten more; a second pass counts once


@pytest.mark.parametrize("key", ["\x03", "q", "\x1b"], ids=["Ctrl-C", "q", "Escape"])
def test_stopping_puts_the_terminal_back_and_keeps_the_session(terminal, soleus, key):
    shell = terminal()
    shell.wait_for("Begin, at your own pace.")
    shell.press(key)
    shell.wait_for("Stopped")
    assert shell.end() == 0
    assert termios.tcgetattr(shell.screen) == shell.before
    assert done(soleus)["status"] == "partial"


def test_hanging_up_keeps_the_session(terminal, soleus):
    shell = terminal()
    shell.wait_for("Begin, at your own pace.")
    shell.hang_up()
    shell.process.wait(PATIENCE)
    assert done(soleus)["status"] == "partial"


def test_with_auto_open_ended_steps_pass_and_the_keys_still_work(terminal, soleus):
    shell = terminal("play", "keys", "--terminal", "--auto", "--speed", "60")
    shell.wait_for("Keys: space pause")
    shell.wait_for("Begin, at your own pace.")
    shell.wait_for("Hold.")  # 36 s later, in a moment
    shell.press("q")
    shell.wait_for("Stopped")
    assert shell.end() == 0
    assert done(soleus)["work"][0]["seconds"] == 36
