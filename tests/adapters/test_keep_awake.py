import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app.adapters.keep_awake import (
    ProcessKeepAwake,
    SilentKeepAwake,
    WindowKeepAwake,
    open_terminal_keep_awake,
)
from tests.adapters.machine import children, is_running, wait_until, write_program

ROOT = Path(__file__).parents[2]


@pytest.fixture
def inhibit(tmp_path: Path) -> str:
    """A systemd-inhibit that only runs the command it is given: as that one does, its child beside it."""
    return str(write_program(tmp_path / "systemd-inhibit", '"$@"'))


def test_the_window_is_told_of_changes_only():
    allowed: list[bool] = []
    screen = WindowKeepAwake(allowed.append)
    screen.release()
    for _ in range(2):
        screen.hold()
    for _ in range(2):
        screen.release()
    assert allowed == [False, True]


def test_a_window_that_refuses_shows_in_health():
    def refuse(allow: bool) -> None:
        raise OSError("no screensaver extension")

    screen = WindowKeepAwake(refuse)
    screen.hold()
    assert screen.health().why == "the window refused: no screensaver extension"


def test_the_child_lives_while_held_and_no_longer(inhibit: str):
    before = children()
    screen = ProcessKeepAwake((inhibit, "cat"))
    screen.hold()
    screen.hold()
    assert wait_until(lambda: len(children() - before) == 1)
    [child] = children() - before
    assert wait_until(lambda: children(child))
    [reader] = children(child)
    assert screen.health().works
    screen.release()
    screen.release()
    assert children() <= before
    assert wait_until(lambda: not is_running(reader))


def test_a_killed_session_lets_the_screen_go_dark_again(inhibit: str):
    script = (
        "import sys; from app.adapters.keep_awake import ProcessKeepAwake;"
        f"screen = ProcessKeepAwake(({inhibit!r}, 'cat')); screen.hold(); print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as session:
        assert session.stdout.readline() == b"held\n"
        assert wait_until(lambda: children(session.pid))
        [child] = children(session.pid)
        assert wait_until(lambda: children(child))
        [reader] = children(child)
        os.kill(session.pid, signal.SIGKILL)
        session.wait(5)
        assert wait_until(lambda: not is_running(child) and not is_running(reader))


@pytest.mark.parametrize(
    ("body", "why"), [("exit 1", "ended with code 1"), (None, "No such file or directory")]
)
def test_a_program_that_cannot_inhibit_shows_in_health(tmp_path: Path, body: str | None, why: str):
    program = tmp_path / "inhibit"
    if body is not None:
        write_program(program, body)
    screen = ProcessKeepAwake((str(program), "cat"))
    screen.hold()
    assert wait_until(lambda: not screen.health().works)
    assert why in screen.health().why
    screen.release()


def test_without_logind_the_terminal_does_nothing_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("app.adapters.keep_awake._LOGIND", (tmp_path, tmp_path / "no-bus"))
    monkeypatch.setattr("sys.platform", "linux")
    screen = open_terminal_keep_awake()
    assert isinstance(screen, SilentKeepAwake)
    assert "nothing on this machine" in screen.health().why


def test_with_logind_the_terminal_inhibits(tmp_path: Path, inhibit: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("app.adapters.keep_awake._LOGIND", (tmp_path,))
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert open_terminal_keep_awake().health().by == "systemd-inhibit"
