"""How long ago the last input was: a real X server's answer, and those of desktops that are played."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

import pytest
from jeepney import MessageType, message_bus, new_method_return
from jeepney.io.blocking import Proxy, open_dbus_connection

from app.adapters import x11
from app.adapters.idle_time import FirstKnown, mutter_idle_s, open_idle_time, screen_saver_idle_s
from app.adapters.x11 import x11_full_screen, x11_idle_s
from tests.adapters.machine import wait_until

needs_bus = pytest.mark.needs("dbus-run-session")


@pytest.fixture
def still_display(display: str) -> Iterator[str]:
    """With somebody connected: Xvfb begins anew when the last one leaves."""
    with x11._opened(x11._library("libX11.so.6"), display):
        yield display


@pytest.mark.needs("Xvfb", "xdotool")
def test_the_real_x_server_tells_when_the_last_input_was(still_display: str):
    env = {"DISPLAY": still_display}
    move(still_display, 10)
    assert x11_idle_s(env) < 2
    assert wait_until(lambda: x11_idle_s(env) >= 0.2)
    before = x11_idle_s(env)
    move(still_display, 20)
    assert x11_idle_s(env) < before


@pytest.mark.needs("Xvfb", "xdotool")
def test_on_x11_the_machine_is_asked_in_its_own_way(display: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DISPLAY", display)
    move(display, 30)
    assert open_idle_time().seconds() < 2


@pytest.mark.parametrize("env", [{}, {"DISPLAY": ""}, {"DISPLAY": ":54321"}, {"DISPLAY": "nonsense"}])
def test_without_an_x_server_nothing_is_known(env: dict[str, str]):
    assert x11_idle_s(env) is None
    assert x11_full_screen(env) is None


def test_a_machine_that_tells_nothing_is_legal(monkeypatch: pytest.MonkeyPatch):
    idle = open_idle_time()
    assert [idle.seconds() for _ in range(3)] == [None] * 3


@needs_bus
@pytest.mark.parametrize(
    ("desktop", "ask", "name", "reply", "seconds"),
    [
        ("GNOME", mutter_idle_s, "org.gnome.Mutter.IdleMonitor", ("t", (125_000,)), 125),
        ("KDE", screen_saver_idle_s, "org.freedesktop.ScreenSaver", ("u", (4_500,)), 4.5),
        ("KDE", screen_saver_idle_s, "org.freedesktop.ScreenSaver", ("u", (0,)), None),  # under Wayland
        ("XFCE", screen_saver_idle_s, "org.freedesktop.ScreenSaver", ("u", (45,)), 45),
    ],
    ids=["GNOME", "KDE", "KDE under Wayland", "others"],
)
def test_each_desktop_tells_it_in_its_own_unit(
    bus: object, monkeypatch: pytest.MonkeyPatch, desktop: str, ask, name: str, reply, seconds: float | None
):
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", desktop)
    with answering(name, reply):
        assert ask() == seconds


@needs_bus
def test_a_desktop_that_does_not_answer_is_given_up(bus: object, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("app.adapters.idle_time._LIMIT", 0.05)
    with open_dbus_connection("SESSION") as frozen:
        Proxy(message_bus, frozen).RequestName("org.gnome.Mutter.IdleMonitor")
        assert open_idle_time().seconds() is None


def test_the_first_that_knows_is_believed_and_one_that_failed_rests_for_a_while():
    asked = []

    def broken() -> float | None:
        asked.append("broken")
        raise OSError

    def knows() -> float | None:
        asked.append("knows")
        return 7.0

    idle = FirstKnown([broken, lambda: None, knows], left_alone=2)
    assert [idle.seconds() for _ in range(4)] == [7.0] * 4
    assert asked == ["broken", "knows", "knows", "knows", "broken", "knows"]


def test_a_time_that_cannot_be_is_unknown():
    assert FirstKnown([lambda: -1.0]).seconds() is None


def move(display: str, place: int) -> None:
    command = ["xdotool", "mousemove", str(place), str(place)]
    subprocess.run(command, env=os.environ | {"DISPLAY": display}, check=True)


@contextmanager
def answering(name: str, reply: tuple[str, tuple]) -> Iterator[None]:
    """A desktop that answers one call on the session bus."""
    with open_dbus_connection("SESSION") as desktop:
        Proxy(message_bus, desktop).RequestName(name)

        def serve() -> None:
            message = desktop.receive(timeout=5)
            while message.header.message_type is not MessageType.method_call:
                message = desktop.receive(timeout=5)
            desktop.send(new_method_return(message, *reply))

        server = Thread(target=serve)
        server.start()
        yield
        server.join(5)
