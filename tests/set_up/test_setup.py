"""`make setup`: the Python it refuses, the environment it makes, mends and leaves alone, what it asks of Debian."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tools import machine, virtualenv

ROOT = Path(__file__).parents[2]


class Runner:
    """Stands for `subprocess.run`: remembers the commands, and fails those that begin as told."""

    def __init__(self, failing: tuple[str, ...] = ()) -> None:
        self.commands: list[list[str]] = []
        self.failing = failing

    def __call__(self, command, **_):
        self.commands.append(command)
        if command[1:3] == ["-m", "venv"]:
            python = virtualenv.python_of(Path(command[-1]))
            python.parent.mkdir(parents=True, exist_ok=True)
            python.touch()
        failed = any(part in command for part in self.failing)
        return subprocess.CompletedProcess(command, 100 if failed else 0, "", "E: No such package" * failed)

    def steps(self) -> list[str]:
        return [command[2] for command in self.commands]


@pytest.fixture
def checkout(tmp_path):
    folder = tmp_path / "a checkout with spaces"
    folder.mkdir()
    for name in virtualenv.LOCKS_WITHIN:
        (folder / name).write_text(f"# {name}\n", encoding="utf-8")
    return folder


@pytest.fixture
def runner(monkeypatch):
    runner = Runner()
    monkeypatch.setattr(subprocess, "run", runner)
    return runner


@pytest.mark.parametrize("version", ["(3, 10, 14)", "(3, 14, 0)", "(2, 7, 18)"])
def test_another_python_is_refused_in_one_line(version):
    pretend = f"import runpy, sys; sys.version_info = {version}; runpy.run_module('tools.setup')"
    done = subprocess.run(
        [sys.executable, "-c", pretend], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("Soleus needs Python 3.11, 3.12 or 3.13;")


def test_a_fresh_checkout_gets_an_environment(checkout, runner):
    virtualenv.make_ready(checkout, "requirements.txt")
    assert runner.steps() == ["venv", "pip"]


def test_a_second_set_up_does_nothing(checkout, runner):
    virtualenv.make_ready(checkout, "requirements.txt")
    runner.commands.clear()
    virtualenv.make_ready(checkout, "requirements.txt")
    assert runner.commands == []


def test_what_the_tests_need_is_enough_to_run(checkout, runner):
    virtualenv.make_ready(checkout, "requirements-dev.txt")
    runner.commands.clear()
    virtualenv.make_ready(checkout, "requirements.txt")
    assert runner.commands == []


def test_the_tests_need_more_than_running_does(checkout, runner):
    virtualenv.make_ready(checkout, "requirements.txt")
    runner.commands.clear()
    virtualenv.make_ready(checkout, "requirements-dev.txt")
    assert runner.steps() == ["pip"]


def test_a_changed_lock_is_installed(checkout, runner):
    virtualenv.make_ready(checkout, "requirements.txt")
    runner.commands.clear()
    (checkout / "requirements.txt").write_text("# another\n", encoding="utf-8")
    virtualenv.make_ready(checkout, "requirements.txt")
    assert runner.steps() == ["pip"]


def test_an_environment_cut_short_is_made_anew(checkout, runner):
    runner.failing = ("pip",)
    with pytest.raises(machine.SetupStoppedError, match="failed, for the reason above"):
        virtualenv.make_ready(checkout, "requirements.txt")
    runner.commands.clear()
    runner.failing = ()
    virtualenv.make_ready(checkout, "requirements.txt")
    assert runner.steps() == ["venv", "pip"]
    assert "--clear" in runner.commands[0]


def test_an_update_cut_short_is_made_anew(checkout, runner):
    virtualenv.make_ready(checkout, "requirements.txt")
    runner.failing = ("pip",)
    with pytest.raises(machine.SetupStoppedError):
        virtualenv.make_ready(checkout, "requirements-dev.txt")
    runner.commands.clear()
    runner.failing = ()
    virtualenv.make_ready(checkout, "requirements.txt")
    assert runner.steps() == ["venv", "pip"]


@pytest.mark.parametrize("key", ["place", "python"])
def test_a_moved_checkout_or_another_python_makes_it_anew(checkout, runner, key):
    virtualenv.make_ready(checkout, "requirements.txt")
    stamp = checkout / ".venv" / virtualenv.STAMP
    stamp.write_text(json.dumps(json.loads(stamp.read_text("utf-8")) | {key: "elsewhere"}), "utf-8")
    runner.commands.clear()
    virtualenv.make_ready(checkout, "requirements.txt")
    assert runner.steps() == ["venv", "pip"]


def test_a_torn_stamp_makes_it_anew(checkout, runner):
    virtualenv.make_ready(checkout, "requirements.txt")
    (checkout / ".venv" / virtualenv.STAMP).write_text('{"place": ', encoding="utf-8")
    runner.commands.clear()
    virtualenv.make_ready(checkout, "requirements.txt")
    assert runner.steps() == ["venv", "pip"]


def test_libraries_are_installed_by_their_hashes(checkout, runner):
    virtualenv.make_ready(checkout, "requirements.txt")
    assert {"--require-hashes", str(checkout / "requirements.txt")} <= set(runner.commands[-1])


def on_debian(monkeypatch, *programs: str, root: bool = False) -> None:
    monkeypatch.setattr(machine, "_is_root", lambda: root)
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}" if name in programs else None)


def test_root_on_debian_installs_what_is_missing(monkeypatch, runner, capsys):
    on_debian(monkeypatch, "apt-get", root=True)
    machine.require(["libgl1"])
    assert [command[0] for command in runner.commands] == ["env"]
    assert runner.commands[0][-4:] == ["install", "-y", "--no-install-recommends", "libgl1"]
    assert capsys.readouterr().out == "Installing libgl1 with apt-get.\n"


def test_sudo_without_a_password_installs_as_well(monkeypatch, runner):
    on_debian(monkeypatch, "apt-get", "sudo")
    machine.require(["libgl1"])
    assert runner.commands[0] == ["sudo", "-n", "true"]
    assert runner.commands[1][:3] == ["sudo", "-n", "env"]


def test_missing_package_lists_are_fetched_once(monkeypatch, runner):
    on_debian(monkeypatch, "apt-get", root=True)
    runner.failing = ("install",)
    with pytest.raises(machine.SetupStoppedError):
        machine.require(["libgl1"])
    verbs = [next(part for part in command if part in {"install", "update"}) for command in runner.commands]
    assert verbs == ["install", "update", "install"]


@pytest.mark.parametrize(
    ("programs", "root", "line"),
    [
        (
            ("apt-get",),
            False,
            "Missing here: libgl1 libegl1. Please type: sudo apt-get update && sudo apt-get install -y libgl1 libegl1",
        ),
        (
            ("apt-get",),
            True,
            (
                "apt-get could not install libgl1 libegl1: E: No such package. "
                "Please type: apt-get update && apt-get install -y libgl1 libegl1"
            ),
        ),
        (
            (),
            False,
            (
                "Missing here: what Debian calls libgl1 libegl1. "
                "Please install them with this system's package manager, then try again."
            ),
        ),
    ],
)
def test_where_nothing_can_be_installed_one_line_says_what_to_do(monkeypatch, runner, programs, root, line):
    on_debian(monkeypatch, *programs, root=root)
    runner.failing = ("install",)
    with pytest.raises(machine.SetupStoppedError) as stopped:
        machine.require(["libgl1", "libegl1"])
    assert str(stopped.value) == line


def test_sudo_that_asks_for_a_password_is_left_alone(monkeypatch, runner):
    on_debian(monkeypatch, "apt-get", "sudo")
    runner.failing = ("true",)
    with pytest.raises(machine.SetupStoppedError, match="sudo apt-get install -y libgl1"):
        machine.require(["libgl1"])
    assert len(runner.commands) == 1


def test_a_missing_test_program_stops_nothing_and_says_what_is_skipped(monkeypatch, runner, capsys):
    on_debian(monkeypatch)
    machine.offer(["dunst"])
    assert "The tests that need them are skipped." in capsys.readouterr().out


@pytest.mark.skipif(sys.platform != "linux", reason="the window's libraries are looked for on Linux alone")
def test_a_python_without_venv_and_a_machine_without_opengl_lack_their_packages(monkeypatch):
    monkeypatch.setattr(machine, "find_spec", lambda name: None)
    monkeypatch.setattr(machine, "WINDOW_LIBRARIES", ("libnothing.so.1",))
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert machine.missing_packages() == [f"python{version}-venv", "libgl1", "libegl1", "libgl1-mesa-dri"]


def test_a_whole_machine_lacks_nothing(monkeypatch):
    monkeypatch.setattr(machine, "find_spec", lambda name: object())
    monkeypatch.setattr(machine, "WINDOW_LIBRARIES", ("libc.so.6",) if sys.platform == "linux" else ())
    assert machine.missing_packages() == []
