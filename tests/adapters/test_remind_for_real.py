"""`soleus remind --due` as a program, with a real dunst on a bus of its own."""

import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import time
from pathlib import Path

import pytest

from app.core.reminders.reminder import Reminder
from app.core.settings import Settings
from app.storage.settings_file import save_settings
from tests.adapters.conftest import Dunst
from tests.adapters.machine import wait_until
from tests.cli.program import Program

pytestmark = pytest.mark.needs("dbus-run-session", "Xvfb", "dunst")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """With a reminder whose time has come, whatever the hour."""
    folder = tmp_path / "soleus"
    now = Reminder("now", (time(0),), routine="calf-reset")
    save_settings(folder, Settings(reminders=(now,), day_start_h=0))
    return folder


@pytest.fixture
def remind(home: Path) -> Iterator[Callable[[], Program]]:
    started: list[Program] = []

    def start() -> Program:
        started.append(Program(["remind", "--due"], env={"SOLEUS_HOME": str(home)}))
        return started[-1]

    yield start
    for program in started:
        program.kill()


@pytest.fixture
def behind(home: Path) -> Iterator[Callable[[], list[int]]]:
    """The processes of that data folder which are still there; none is when the test is over."""
    own = f"SOLEUS_HOME={home}".encode()

    def find() -> list[int]:
        found = []
        for path in Path("/proc").glob("[0-9]*/environ"):
            with suppress(OSError):  # it has ended, or is another user's
                if own in path.read_bytes().split(b"\0"):
                    found.append(int(path.parent.name))
        return found

    yield find
    for number in find():
        with suppress(ProcessLookupError):
            os.kill(number, signal.SIGKILL)


def test_the_note_arrives_once_and_the_command_ends_at_once(
    start_dunst: Callable[[], Dunst], remind: Callable[[], Program], behind: Callable[[], list[int]]
):
    dunst = start_dunst()
    program = remind()
    assert program.end() == (0, "")
    assert program.printed == ["Time for Calf reset"]
    assert len(behind()) == 1  # who waits for an answer
    [note] = dunst.shown()  # which takes it away
    assert (note["summary"], note["body"]) == ("Time for Calf reset", "It is on for today.")
    assert wait_until(lambda: behind() == [])
    again = remind()
    assert again.end() == (0, "")
    assert again.printed == []
    assert len(dunst.shown()) == 1


def test_of_several_at_the_same_moment_one_sends(
    start_dunst: Callable[[], Dunst], remind: Callable[[], Program], behind: Callable[[], list[int]]
):
    dunst = start_dunst()
    programs = [remind() for _ in range(4)]
    assert [program.end()[0] for program in programs] == [0] * 4
    assert [line for program in programs for line in program.printed] == ["Time for Calf reset"]
    assert len(behind()) == 1
    assert len(dunst.shown()) == 1


def test_a_daemon_that_dies_while_somebody_waits_makes_no_noise(
    start_dunst: Callable[[], Dunst],
    remind: Callable[[], Program],
    behind: Callable[[], list[int]],
    bus: subprocess.Popen[bytes],
):
    dunst = start_dunst()
    program = remind()
    assert program.end() == (0, "")
    dunst.kill()
    bus.stdin.close()
    bus.wait(5)
    [waiting] = behind()  # for its time to be over
    assert wait_until(lambda: Path(f"/proc/{waiting}/stat").read_text().rsplit(")")[1].split()[0] == "S")
