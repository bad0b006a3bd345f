"""The units of the systemd user timer, as systemd itself reads them."""

import os
import re
import subprocess
from datetime import time
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from app.adapters.scheduler.systemd import SystemdTimer
from app.adapters.scheduler.systemd_text import SERVICE, TIMER, calendar, quoted, service_text, timer_text
from app.core.ports import CallTime
from tests.adapters.scheduler.conftest import left_in

ALL = tuple(range(7))
needs_systemd = pytest.mark.needs("systemd-analyze")
STRANGE = ("/bin/echo", "a \"b\" $HOME ${HOME} %h \\x 'é' \n", "", "remind", "--due")


def verify(folder: Path, name: str) -> list[str]:
    """What systemd finds wrong with a unit of ours; of the machine's own units it may have an opinion as well."""
    with TemporaryDirectory() as runtime:  # short: the names of sockets in it have a limit
        done = subprocess.run(
            ["systemd-analyze", "--user", "verify", str(folder / name)],
            env=os.environ | {"XDG_RUNTIME_DIR": runtime},
            capture_output=True,
            text=True,
            check=False,
        )
    ours = [line for line in done.stderr.splitlines() if "soleus" in line]
    return ours if done.returncode == 0 else [f"ended with {done.returncode}", done.stderr]


def write_units(folder: Path, times: tuple[CallTime, ...], command: tuple[str, ...] = STRANGE) -> None:
    (folder / SERVICE).write_text(service_text(command, [("SOLEUS_HOME", '/home/ann/a b%c$d\\e"f')]))
    (folder / TIMER).write_text(timer_text(times))


def test_the_units_say_what_they_should():
    assert timer_text([CallTime(time(7, 30), ALL), CallTime(time(18), (2, 0))]).splitlines()[5:] == [
        "OnCalendar=*-*-* 07:30:00",
        "OnCalendar=Mon,Wed *-*-* 18:00:00",
        "OnStartupSec=1min",
        "Persistent=true",
        "AccuracySec=1s",
        "",
        "[Install]",
        "WantedBy=timers.target",
    ]
    service = service_text(["/opt/a b/soleus", "remind", "--due"])
    assert 'ExecStart="/opt/a b/soleus" "remind" "--due"\n' in service
    assert (
        "Restart=on-failure\nRestartSec=2min\n" in service
    )  # a desktop that was away for a while loses nothing


@needs_systemd
@pytest.mark.parametrize("times", [(), (CallTime(time(7, 30), ALL), CallTime(time(23, 59), (6,)))])
def test_systemd_finds_nothing_wrong_with_them(tmp_path: Path, times: tuple[CallTime, ...]):
    write_units(tmp_path, times)
    assert verify(tmp_path, TIMER) == []
    assert verify(tmp_path, SERVICE) == []


@needs_systemd
def test_systemd_would_find_what_is_wrong(tmp_path: Path):
    write_units(tmp_path, (CallTime(time(7, 30), ALL),))
    timer = tmp_path / TIMER
    timer.write_text(timer.read_text().replace("OnCalendar", "OnCalender"))
    assert "Unknown key" in verify(tmp_path, TIMER)[0]


DATES = [
    # from, on the wall in Berlin; the event; when it comes, in UTC
    ("2026-11-22 08:00:00", CallTime(time(7, 30), ALL), ["2026-11-23 06:30", "2026-11-24 06:30"]),
    # a Sunday: Monday, Wednesday, Monday
    (
        "2026-11-22 08:00:00",
        CallTime(time(18), (0, 2)),
        ["2026-11-23 17:00", "2026-11-25 17:00", "2026-11-30 17:00"],
    ),
    # 7:30 stays 7:30 when the clocks go forward: 6:30 UTC before, 5:30 after
    ("2027-03-27 00:00:00", CallTime(time(7, 30), ALL), ["2027-03-27 06:30", "2027-03-28 05:30"]),
    # 2:30 does not exist on 28 March, and systemd leaves it out; 3:00 does, at 1:00 UTC
    ("2027-03-27 12:00:00", CallTime(time(2, 30), ALL), ["2027-03-29 00:30"]),
    ("2027-03-27 12:00:00", CallTime(time(3), ALL), ["2027-03-28 01:00"]),
    # 2:30 exists twice on 31 October and comes the first time
    ("2027-10-30 12:00:00", CallTime(time(2, 30), ALL), ["2027-10-31 00:30", "2027-11-01 01:30"]),
    ("2028-02-28 23:59:00", CallTime(time(0), (1,)), ["2028-02-28 23:00"]),  # the leap day, a Tuesday
]


@needs_systemd
@pytest.mark.parametrize(("base", "each", "comes"), DATES)
def test_systemd_calls_on_the_dates_on_paper(base: str, each: CallTime, comes: list[str]):
    command = [
        "systemd-analyze",
        "calendar",
        f"--base-time={base}",
        f"--iterations={len(comes)}",
        calendar(each),
    ]
    said = subprocess.run(
        command,
        env=os.environ | {"TZ": "Europe/Berlin", "LC_ALL": "C"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert re.findall(r"\(in UTC\): \w+ (\S+ \d\d:\d\d):00 UTC", said) == comes


@pytest.mark.parametrize(
    ("word", "in_unit"), [("a b", '"a b"'), ("50%", '"50%%"'), ("$x", '"$$x"'), ('"\\', '"\\"\\\\"')]
)
def test_a_word_is_what_it_was(word: str, in_unit: str):
    assert quoted(word) == in_unit


def test_the_folder_of_the_history_is_handed_on(home: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SOLEUS_HOME", "/data/ann")
    SystemdTimer(("soleus",)).install([])
    assert 'Environment="SOLEUS_HOME=/data/ann"' in (home / ".config/systemd/user" / SERVICE).read_text()


def test_what_is_installed_already_is_left_alone(home: Path, asked):
    timer = SystemdTimer(("soleus", "remind"))
    timer.install([])
    assert [line.split()[1] for line in asked()] == ["daemon-reload", "enable", "restart"]
    timer.install([])
    assert [line.split()[1] for line in asked()] == ["is-active", "is-enabled"]


def test_a_timer_that_was_stopped_or_lost_its_service_is_broken_and_mended(home: Path, state: Path):
    timer = SystemdTimer(("soleus", "remind"))
    timer.install([])
    (state / "active").unlink()
    assert (timer.state().state, timer.state().why) == ("broken", f"{TIMER} does not run: inactive")
    timer.install([])
    assert timer.state().state == "on"
    (home / ".config/systemd/user" / SERVICE).unlink()
    assert "is missing" in timer.state().why
    timer.install([])
    assert timer.state().state == "on"


def test_what_the_switch_left_behind_is_taken_away(home: Path):
    units = home / ".config" / "systemd" / "user"
    wants = units / "timers.target.wants"
    wants.mkdir(parents=True)
    (wants / TIMER).write_text("")
    (units / TIMER).write_text("")
    SystemdTimer(("soleus",)).remove()
    assert left_in(home) == set()


@needs_systemd
def test_what_is_installed_passes_systemds_own_check(home: Path, tmp_path: Path):
    SystemdTimer(("/bin/true", "remind", "--due")).install([CallTime(time(7, 30), ALL)])
    units = home / ".config" / "systemd" / "user"
    assert verify(units, TIMER) == []
