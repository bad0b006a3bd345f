"""A desktop for the real program: an X server, a session bus with a notification daemon, and a voice."""

import json
import os
import shutil
import stat
import subprocess
import sys
from array import array
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from app.core.record import SessionRecord
from app.storage.store import open_store
from tests.adapters.machine import wait_until

ROOT = Path(__file__).parents[2]
SOLEUS = [sys.executable, str(ROOT / "main.py")]
PATIENCE = 15.0  # s, for what takes about one

RATE, LOUD = 44_100, 1_000
"""Frames a second on SDL's tape, two samples each, and what is no silence, of 32,767."""

NEEDED = ("Xvfb", "dbus-run-session", "dunst", "espeak-ng", "xdotool")

_VOICE = """#!/bin/sh
PATH=/usr/bin:/bin
sentence=$(cat)
log=said
for argument in "$@"; do [ "$argument" = -w ] && log=made; done
echo "$sentence" >> "{folder}/$log"
[ "$log" = made ] || exec "{espeak}" -w "{folder}/voice.wav" --stdin <<END
$sentence
END
exec "{espeak}" "$@" <<END
$sentence
END
"""


@dataclass(frozen=True)
class Desktop:
    """What its programs need to know of it. `folder` holds its home, its voice and what was said."""

    env: dict[str, str]
    folder: Path

    def said(self) -> list[str]:
        """The sentences that were made into files or spoken live, in that order."""
        logs = [self.folder / name for name in ("made", "said")]
        return [line for log in logs if log.exists() for line in log.read_text().splitlines()]

    def heard_s(self) -> float:
        """Seconds in which something came out of the loudspeaker, in tenths."""
        tape = (self.folder / "tape.raw").read_bytes()
        samples = array("h", tape[: len(tape) // 4 * 4])
        tenth = 2 * RATE // 10
        return (
            sum(max(samples[at : at + tenth : 64], default=0) > LOUD for at in range(0, len(samples), tenth))
            / 10
        )

    def ask(self, *command: str) -> str:
        done = subprocess.run(
            command, env=os.environ | self.env, check=True, timeout=5, capture_output=True, text=True
        )
        return done.stdout

    def notes(self) -> list[tuple[str, str]]:
        """Title and text of each notification that arrived so far, the newest first."""
        self.ask("dunstctl", "close-all")
        [notes] = json.loads(self.ask("dunstctl", "history"))["data"]
        return [(note["summary"]["data"], note["body"]["data"]) for note in notes]


@contextmanager
def open_desktop(folder: Path) -> Iterator[Desktop]:
    """Everything ends with the block."""
    with open_display() as display, _bus_with_dunst(display) as bus:
        yield Desktop(_environment(folder, display, bus), folder)


@contextmanager
def open_display(*options: str) -> Iterator[str]:
    """An X server, which finds a free number by itself."""
    ours, theirs = os.pipe()
    command = ["Xvfb", "-displayfd", str(theirs), "-screen", "0", "400x800x24", "-nolisten", "tcp", *options]
    with subprocess.Popen(command, pass_fds=[theirs], stderr=subprocess.DEVNULL) as server:
        os.close(theirs)
        try:
            with os.fdopen(ours) as numbers:
                yield f":{numbers.readline().strip()}"
        finally:
            server.terminate()


@contextmanager
def _bus_with_dunst(display: str) -> Iterator[str]:
    script = 'echo "$DBUS_SESSION_BUS_ADDRESS"; dunst & cat; kill $!'
    with subprocess.Popen(
        ["dbus-run-session", "--", "sh", "-c", script],
        env=os.environ | {"DISPLAY": display},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as session:
        try:
            address = session.stdout.readline().strip()
            env = os.environ | {"DBUS_SESSION_BUS_ADDRESS": address}
            ping = ["dunstctl", "history"]
            assert wait_until(lambda: _succeeds(ping, env)), "dunst did not come up"
            yield address
        finally:
            session.stdin.close()


def _environment(folder: Path, display: str, bus: str) -> dict[str, str]:
    programs = folder / "bin"
    programs.mkdir()
    voice = programs / "espeak-ng"
    voice.write_text(_VOICE.format(folder=folder, espeak=shutil.which("espeak-ng")))
    voice.chmod(voice.stat().st_mode | stat.S_IXUSR)
    return {
        "DISPLAY": display,
        "DBUS_SESSION_BUS_ADDRESS": bus,
        "SOLEUS_HOME": str(folder / "soleus"),
        "SDL_AUDIODRIVER": "disk",
        "SDL_DISKAUDIOFILE": str(folder / "tape.raw"),
    }


def _succeeds(command: Sequence[str], env: Mapping[str, str]) -> bool:
    return subprocess.run(command, env=env, check=False, timeout=5, capture_output=True).returncode == 0


@dataclass
class Program:
    """The real program on a desktop."""

    desktop: Desktop
    process: subprocess.Popen[bytes]
    errors: Path
    window: str = field(default="", init=False)

    def wait_for_window(self) -> None:
        search = ("xdotool", "search", "--onlyvisible", "--class", "^soleus$")
        found = wait_until(lambda: _succeeds(search, os.environ | self.desktop.env), PATIENCE)
        assert found, f"no window came: {self.errors.read_text()}"
        self.window = self.desktop.ask(*search).strip()

    def press(self, *keys: str) -> None:
        self.desktop.ask("xdotool", "key", "--window", self.window, "--delay", "60", *keys)

    def end(self, signal: int) -> int:
        """Sends a signal and waits; the exit code."""
        self.process.send_signal(signal)
        return self.process.wait(PATIENCE)


def program_environment(desktop: Desktop) -> dict[str, str]:
    """Where the program finds its display, its bus and one voice, and no player of sounds."""
    env = os.environ | desktop.env | {"PATH": str(desktop.folder / "bin")}
    del env["SDL_VIDEODRIVER"]
    return env


@contextmanager
def running(desktop: Desktop, *arguments: str) -> Iterator[Program]:
    """The program with its window open, and killed at the end if it has not ended by then."""
    errors = desktop.folder / "stderr"
    with errors.open("wb") as stderr:
        process = subprocess.Popen(
            [*SOLEUS, *arguments], env=program_environment(desktop), stdout=subprocess.DEVNULL, stderr=stderr
        )
    program = Program(desktop, process, errors)
    try:
        program.wait_for_window()
        yield program
    finally:
        process.kill()
        process.wait(PATIENCE)


def write_routine(desktop: Desktop, name: str, text: str) -> None:
    folder = desktop.folder / "soleus" / "routines"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.toml").write_text(text)


def recorded(desktop: Desktop) -> tuple[SessionRecord, ...]:
    """The sessions as they are on the disk just now, the newest first."""
    with open_store(desktop.folder / "soleus", now=datetime.now(UTC), writable=False) as store:
        return store.sessions()
