import ctypes
import socket
import sys
from pathlib import Path
from time import monotonic

import pytest

from app.adapters.chime import open_terminal_chime
from app.adapters.keep_awake import open_terminal_keep_awake
from app.adapters.notify import open_notifier
from app.adapters.probes import display_health, opengl_health
from app.adapters.scheduler.choosing import open_scheduler
from app.adapters.speech import open_live_speaker

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="asks for a display of Linux")


@linux_only
def test_no_display_is_noticed():
    health = display_health({})
    assert (health.works, health.why) == (False, "neither DISPLAY nor WAYLAND_DISPLAY is set")


@pytest.mark.needs("Xvfb")
def test_a_real_display_is_found(display: str):
    health = display_health({"DISPLAY": display})
    assert (health.works, health.by) == (True, f"X11 display {display}")
    assert display_health({"DISPLAY": f"unix{display}.0"}).works


@linux_only
@pytest.mark.parametrize("display", [":54321", "localhost:54321", "nonsense", ":", ":x.0", "unix:54321"])
def test_a_display_that_does_not_answer_is_noticed(display: str):
    began = monotonic()
    health = display_health({"DISPLAY": display})
    assert monotonic() - began < 0.3
    assert not health.works
    assert health.why


@linux_only
def test_a_wayland_display_counts_if_it_answers(tmp_path: Path):
    env = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert "nothing answers" in display_health(env).why
    with socket.socket(socket.AF_UNIX) as compositor:
        compositor.bind(str(tmp_path / "wayland-0"))
        compositor.listen()
        assert display_health(env).works


@linux_only
def test_a_frozen_display_is_given_up(tmp_path: Path):
    name = str(tmp_path / "wayland-0")
    with socket.socket(socket.AF_UNIX) as compositor, socket.socket(socket.AF_UNIX) as waiting:
        compositor.bind(name)
        compositor.listen(0)  # room for one, who is never let in
        waiting.connect(name)
        began = monotonic()
        health = display_health({"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)})
        assert monotonic() - began < 0.5
        assert "nothing answers" in health.why


@pytest.mark.parametrize(("driver", "works"), [("offscreen", True), ("dummy", False)])
def test_sdl_may_be_told_to_do_without_a_display(driver: str, works: bool):
    assert display_health({"SDL_VIDEODRIVER": driver}).works is works


def test_a_missing_opengl_library_is_named(monkeypatch: pytest.MonkeyPatch):
    def refuse(name: str) -> None:
        raise OSError(f"{name}: cannot open shared object file")

    monkeypatch.setattr(ctypes, "CDLL", refuse)
    monkeypatch.setattr(sys, "platform", "linux")
    assert opengl_health().why == "libGL.so.1: cannot open shared object file"


def test_opengl_is_found_where_both_libraries_load(monkeypatch: pytest.MonkeyPatch):
    loaded: list[str] = []
    monkeypatch.setattr(ctypes, "CDLL", loaded.append)
    monkeypatch.setattr(sys, "platform", "linux")
    assert opengl_health().works
    assert loaded == ["libGL.so.1", "libEGL.so.1"]


def test_all_health_of_this_machine_takes_less_than_a_second(sounds: Path):
    began = monotonic()
    parts = [open_terminal_chime(sounds), open_live_speaker(), open_notifier()]
    found = [part.health() for part in parts]
    found += [
        open_terminal_keep_awake().health(),
        display_health(),
        opengl_health(),
        open_scheduler().health(),
    ]
    assert monotonic() - began < 1
    assert {health.part for health in found} == {
        "sound",
        "voice",
        "notifications",
        "screensaver",
        "display",
        "opengl",
        "scheduler",
    }
    assert all(health.by for health in found if health.works)
    assert all(health.why for health in found if not health.works)
    for part in parts:
        part.close()
