"""What a person is busy with: a real X server and dunst, and a machine of files."""

import ctypes
import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.adapters import x11
from app.adapters.quiet import BusyLook, camera_busy, do_not_disturb, microphone_busy, open_busy_look, unknown
from app.adapters.x11 import x11_full_screen
from app.core.ports import Busy
from tests.adapters.conftest import Dunst
from tests.adapters.machine import wait_until, write_program

_REPLACE, _ATOM, _WINDOW = 0, 4, 33


@pytest.mark.needs("dbus-run-session", "Xvfb", "dunst")
def test_a_daemon_that_is_paused_is_do_not_disturb(start_dunst: Callable[[], Dunst]):
    start_dunst()
    assert do_not_disturb() is False
    subprocess.run(["dunstctl", "set-paused", "true"], check=True, timeout=5)
    assert wait_until(lambda: do_not_disturb() is True)


@pytest.mark.needs("dbus-run-session")
def test_without_a_daemon_do_not_disturb_is_unknown(bus: object):
    assert do_not_disturb() is None


@pytest.mark.parametrize(("said", "is_on"), [("false", True), ("true", False), ("No such schema", None)])
def test_gnome_is_asked_by_its_switch(
    said: str, is_on: bool | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    write_program(tmp_path / "gsettings", f"echo {said}")
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin")
    assert do_not_disturb() is None  # its key means something under GNOME alone
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "ubuntu:GNOME")
    assert do_not_disturb() is is_on


class Screen:
    """An X server on which we say, as a window manager does, which window is in front and how large."""

    def __init__(self, xlib: ctypes.CDLL, display: int) -> None:
        self._xlib, self._display = xlib, display
        self._root = xlib.XDefaultRootWindow(display)
        xlib.XCreateSimpleWindow.restype = ctypes.c_ulong
        args = [ctypes.c_void_p(display), ctypes.c_ulong(self._root), 0, 0, 9, 9, 0]
        self._window = xlib.XCreateSimpleWindow(*args, ctypes.c_ulong(0), ctypes.c_ulong(0))

    def says(self, window: int, name: str, kind: int, *numbers: int) -> None:
        data = (ctypes.c_ulong * len(numbers))(*numbers)
        self._xlib.XChangeProperty(
            ctypes.c_void_p(self._display), ctypes.c_ulong(window), ctypes.c_ulong(self._atom(name)),
            ctypes.c_ulong(kind), 32, _REPLACE, data, len(numbers),
        )  # fmt: skip
        self._xlib.XSync(ctypes.c_void_p(self._display), 0)

    def puts_in_front(self, window: int | None = None) -> None:
        self.says(self._root, "_NET_ACTIVE_WINDOW", _WINDOW, self._window if window is None else window)

    def makes(self, *states: str) -> None:
        self.says(self._window, "_NET_WM_STATE", _ATOM, *map(self._atom, states))

    def _atom(self, name: str) -> int:
        return self._xlib.XInternAtom(self._display, name.encode(), 0)


@pytest.fixture
def screen(display: str) -> Iterator[Screen]:
    xlib = x11._library("libX11.so.6")
    with x11._opened(xlib, display) as opened:
        yield Screen(xlib, opened)


@pytest.mark.needs("Xvfb")
def test_a_window_that_fills_the_screen_is_seen(screen: Screen, display: str):
    env = {"DISPLAY": display}
    assert x11_full_screen(env) is None  # nobody says which window is in front
    screen.puts_in_front()
    assert x11_full_screen(env) is False
    screen.makes("_NET_WM_STATE_ABOVE", "_NET_WM_STATE_FULLSCREEN")
    assert x11_full_screen(env) is True
    screen.makes("_NET_WM_STATE_MAXIMIZED_VERT")
    assert x11_full_screen(env) is False
    screen.puts_in_front(0)
    assert x11_full_screen(env) is False


@pytest.mark.needs("Xvfb")
def test_a_window_that_closed_a_moment_ago_ends_nothing(screen: Screen, display: str):
    screen.puts_in_front(12345678)
    assert x11_full_screen({"DISPLAY": display}) is False


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A /proc and a /dev with two cameras and one process."""
    for name in ("dev", "proc/4711/fd", "proc/self", "proc/irq"):
        (tmp_path / name).mkdir(parents=True)
    for name in ("video0", "video1", "null"):
        (tmp_path / "dev" / name).touch()
    return tmp_path


def open_in(machine: Path, process: str, name: str) -> None:
    folder = machine / "proc" / process / "fd"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "7").symlink_to(machine / "dev" / name)


def is_camera_busy(machine: Path) -> bool | None:
    return camera_busy(machine / "proc", machine / "dev")


def test_a_camera_that_somebody_holds_is_busy(machine: Path):
    open_in(machine, "12", "null")
    assert is_camera_busy(machine) is False
    open_in(machine, "4711", "video1")
    assert is_camera_busy(machine) is True


def test_a_camera_that_we_hold_ourselves_is_not(machine: Path):
    open_in(machine, str(os.getpid()), "video0")
    assert is_camera_busy(machine) is False


def test_without_a_camera_none_is_busy_and_without_proc_nothing_is_known(machine: Path, tmp_path: Path):
    assert camera_busy(machine / "proc", tmp_path / "proc") is False
    assert camera_busy(tmp_path / "nowhere", machine / "dev") is None


def test_a_file_that_is_held_by_another_process_is_seen(tmp_path: Path):
    (tmp_path / "video0").touch()
    with subprocess.Popen(["sh", "-c", 'exec 5<"$0/video0"; echo ready; exec cat', str(tmp_path)],
                          stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:  # fmt: skip
        holder.stdout.readline()
        assert camera_busy(dev=tmp_path) is True
        holder.stdin.close()
        holder.wait(5)
    assert camera_busy(dev=tmp_path) is False


def test_a_card_that_records_is_a_busy_microphone(tmp_path: Path):
    assert microphone_busy(tmp_path / "nowhere") is None
    assert microphone_busy(tmp_path) is None
    for part, state in (("pcm0p", "state: RUNNING\n"), ("pcm0c", "closed\n")):
        status = tmp_path / "card0" / part / "sub0" / "status"
        status.parent.mkdir(parents=True)
        status.write_text(state)
    assert microphone_busy(tmp_path) is False  # it only plays
    (tmp_path / "card0" / "pcm0c" / "sub0" / "status").write_text("state: RUNNING\nowner_pid: 1\n")
    assert microphone_busy(tmp_path) is True


def test_what_cannot_be_read_is_unknown():
    def broken() -> bool | None:
        raise OSError

    assert BusyLook(broken, unknown, lambda: True, lambda: False).look() == Busy(None, None, True, False)


def test_a_look_at_this_machine_takes_no_time_and_raises_nothing():
    found = open_busy_look().look()
    assert (found.do_not_disturb, found.full_screen) == (None, None)
