"""`soleus remind --due` as a program, with a real dunst on a bus of its own."""

import subprocess
from collections.abc import Callable, Iterator
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


def test_the_note_arrives_once_and_the_program_ends_when_it_is_taken_away(
    start_dunst: Callable[[], Dunst], remind: Callable[[], Program]
):
    dunst = start_dunst()
    program = remind()
    program.wait_for("Time for Calf reset")
    [note] = dunst.shown()  # which takes it away
    assert (note["summary"], note["body"]) == ("Time for Calf reset", "It is on for today.")
    assert program.end() == (0, "")
    again = remind()
    assert again.end() == (0, "")
    assert again.printed == []
    assert len(dunst.shown()) == 1


def test_of_several_at_the_same_moment_one_sends(
    start_dunst: Callable[[], Dunst], remind: Callable[[], Program]
):
    dunst = start_dunst()
    programs = [remind() for _ in range(4)]
    assert wait_until(lambda: sum(program.process.poll() is not None for program in programs) == 3)
    assert len(dunst.shown()) == 1  # taken away, for which the fourth has waited
    assert [program.end()[0] for program in programs] == [0] * 4
    assert [line for program in programs for line in program.printed] == ["Time for Calf reset"]


def test_a_daemon_that_dies_while_it_waits_makes_no_noise(
    start_dunst: Callable[[], Dunst], remind: Callable[[], Program], bus: subprocess.Popen[bytes]
):
    dunst = start_dunst()
    program = remind()
    program.wait_for("Time for Calf reset")
    dunst.kill()
    bus.stdin.close()
    bus.wait(5)
    with pytest.raises(subprocess.TimeoutExpired):  # it waits for its time to be over, asleep
        program.process.wait(0.3)
    program.process.terminate()
    assert program.end()[1] == ""
