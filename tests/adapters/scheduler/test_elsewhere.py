"""What launchd, the Task Scheduler and the desktop's autostart are given to read."""

import plistlib
import re
from datetime import time
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from app.adapters.own_program import soleus_command, start_soleus
from app.adapters.scheduler.autostart import AutostartEntry, entry_text
from app.adapters.scheduler.choosing import BestOf
from app.adapters.scheduler.launchd import LABEL, LaunchAgent, agent_plist
from app.adapters.scheduler.systemd import SystemdTimer
from app.adapters.scheduler.windows import TASK, WindowsTask, task_xml
from app.core.ports import CallTime
from tests.adapters.machine import wait_until, write_program
from tests.adapters.scheduler.conftest import left_in

ALL = tuple(range(7))
COMMAND = ("/opt/a b/soleus", "remind", "--due")
TIMES = (CallTime(time(7, 30), (0, 6)), CallTime(time(18, 5), ALL))


def test_launchd_is_told_each_weekday_and_every_day_without_one():
    agent = plistlib.loads(agent_plist(COMMAND, TIMES, {"SOLEUS_HOME": "/data"}))
    assert agent == {
        "Label": LABEL,
        "ProgramArguments": list(COMMAND),
        "EnvironmentVariables": {"SOLEUS_HOME": "/data"},
        "RunAtLoad": True,
        "StartCalendarInterval": [
            {"Weekday": 1, "Hour": 7, "Minute": 30},  # Monday
            {"Weekday": 0, "Hour": 7, "Minute": 30},  # Sunday
            {"Hour": 18, "Minute": 5},
        ],
        "AbandonProcessGroup": True,
        "ProcessType": "Background",
    }


def test_launchd_without_times_calls_at_login_alone():
    # An empty list of intervals would be a mistake to it.
    assert "StartCalendarInterval" not in plistlib.loads(agent_plist(COMMAND, ()))


def test_an_agent_that_is_not_loaded_is_broken_and_mended(home: Path, state: Path):
    agent = LaunchAgent(COMMAND, user=501)
    agent.install(TIMES)
    (state / "loaded").unlink()
    assert (agent.state().state, agent.state().why) == ("broken", "not loaded: Could not find service")
    agent.install(TIMES)
    assert agent.state().state == "on"


def test_launchd_is_asked_in_the_session_of_the_desktop(home: Path, asked):
    LaunchAgent(COMMAND, user=501).install(TIMES)
    plist = home / "Library" / "LaunchAgents" / f"{LABEL}.plist"
    assert asked()[-2:] == [f"bootout gui/501/{LABEL}", f"bootstrap gui/501 {plist}"]


def named(element: ET.Element) -> object:
    """An element as names and texts, without its namespace."""
    children = [(child.tag.partition("}")[2], named(child)) for child in element]
    return children or (element.text or "")


def test_the_task_calls_at_log_on_and_on_weekdays_by_the_wall_clock():
    text = task_xml(COMMAND, TIMES, "DESK\\ann <&>")
    assert text.startswith(b"\xff\xfe<\x00?\x00")
    found = dict(named(ET.fromstring(text.decode("utf-16"))))  # noqa: S314  # ours
    log_on, first, second = (dict(trigger) for _, trigger in found["Triggers"])
    assert log_on["UserId"] == "DESK\\ann <&>"
    assert first == {
        "StartBoundary": "2026-01-01T07:30:00",  # without an offset: on the wall
        "Enabled": "true",
        "ScheduleByWeek": [("WeeksInterval", "1"), ("DaysOfWeek", [("Monday", ""), ("Sunday", "")])],
    }
    assert len(dict(second["ScheduleByWeek"])["DaysOfWeek"]) == 7
    assert dict(found["Settings"])["StartWhenAvailable"] == "true"
    assert dict(found["Actions"])["Exec"] == [("Command", "/opt/a b/soleus"), ("Arguments", "remind --due")]


def test_a_task_that_was_switched_off_is_broken(home: Path, state: Path):
    task = WindowsTask(COMMAND, {"USERNAME": "ann"})
    task.install(TIMES)
    xml = (state / "task").read_bytes().decode("utf-16")
    off = xml.replace("</ExecutionTimeLimit><Enabled>true", "</ExecutionTimeLimit><Enabled>false")
    (state / "task").write_bytes(off.encode("utf-16"))
    assert (task.state().state, task.state().why) == (
        "broken",
        "the task is switched off in the Task Scheduler",
    )


def test_the_task_scheduler_is_asked_for_one_task(home: Path, asked):
    WindowsTask(COMMAND, {"USERNAME": "ann"}).install(TIMES)
    (line,) = asked()
    assert line.startswith(f"/Create /TN {TASK} /XML ")
    assert line.endswith("task.xml /F")


def test_the_entry_at_login_says_its_command_as_it_is():
    strange = ("/opt/a b/soleus", 'q"u`o$t\\e', "50%", "")
    line = next(line for line in entry_text(strange).splitlines() if line.startswith("Exec="))
    value = line.removeprefix("Exec=").replace("\\\\", "\\")  # first the value's own escapes, then the words'
    words = re.findall(r'"((?:[^"\\]|\\.)*)"', value)
    assert [re.sub(r"\\(.)", r"\1", word).replace("%%", "%") for word in words] == list(strange)


def test_an_entry_that_the_desktop_switched_off_is_broken(home: Path):
    entry = AutostartEntry(COMMAND)
    entry.install(TIMES)
    path = home / ".config" / "autostart" / "soleus-remind.desktop"
    path.write_text(path.read_text() + "Hidden=true\n")
    assert entry.state().state == "broken"
    entry.install(TIMES)
    assert entry.state().state == "on"


def test_the_entry_at_login_owns_up_that_it_keeps_no_times(home: Path):
    health = AutostartEntry(COMMAND).health()
    assert not health.works
    assert "at login only" in health.why


def test_where_systemd_came_since_the_entry_makes_way(home: Path):
    entry, timer = AutostartEntry(COMMAND), SystemdTimer(COMMAND)
    entry.install(TIMES)
    both = BestOf(timer, entry)
    assert both.state().by == "autostart at login"
    both.install(TIMES)
    assert (timer.state().state, entry.state().state) == ("on", "off")


def test_without_systemd_it_is_the_entry(home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    both = BestOf(SystemdTimer(COMMAND), AutostartEntry(COMMAND))
    both.install(TIMES)
    assert left_in(home) == {".config/autostart/soleus-remind.desktop"}
    assert both.state().state == "on"


def test_soleus_is_called_as_it_lies_here(tmp_path: Path):
    checkout, bare, scripts = (tmp_path / name for name in ("checkout", "bare", "bin"))
    (checkout / "app" / "cli").mkdir(parents=True)
    (checkout / "main.py").touch()
    scripts.mkdir()
    python = str(scripts / "python")
    assert soleus_command(python, checkout) == (python, str(checkout / "main.py"))
    assert soleus_command(python, bare)[:2] == (python, "-c")
    (scripts / "soleus").touch()
    assert soleus_command(python, bare) == (str(scripts / "soleus"),)


def test_soleus_is_started_and_lives_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    program = write_program(tmp_path / "soleus", f'echo "$@" > "{tmp_path}/said"')
    monkeypatch.setattr("app.adapters.own_program.soleus_command", lambda: (str(program),))
    assert start_soleus(("play", "calf-reset")) == ""
    assert wait_until(lambda: (tmp_path / "said").exists() and (tmp_path / "said").read_text())
    assert (tmp_path / "said").read_text() == "play calf-reset\n"
    monkeypatch.setattr("app.adapters.own_program.soleus_command", lambda: ("/nonexistent/soleus",))
    assert "No such file" in start_soleus(())
