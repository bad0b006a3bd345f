"""Owns what a person is busy with, wherever that can be read. Knows no break and no note."""

# mypy: disable-error-code="import-untyped"

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from app.adapters.dbus_notes import session_bus_address
from app.adapters.x11 import x11_full_screen
from app.core.ports import Busy

_LIMIT = 0.3  # s for a desktop to answer
_PROC, _DEV, _SOUND = Path("/proc"), Path("/dev"), Path("/proc/asound")
_BANNERS_OFF = "false"

Question = Callable[[], bool | None]


class BusyLook:
    """Asks each question anew; one that raises is answered by None."""

    def __init__(
        self, do_not_disturb: Question, full_screen: Question, camera: Question, microphone: Question
    ) -> None:
        self._questions = (do_not_disturb, full_screen, camera, microphone)

    def look(self) -> Busy:
        return Busy(*map(_answer, self._questions))


def open_busy_look() -> BusyLook:
    """On Linux all four where the desktop tells them; elsewhere nothing is known yet, and None is the answer."""
    if not sys.platform.startswith("linux"):
        return BusyLook(unknown, unknown, unknown, unknown)
    # Under Wayland, XWayland knows of its own windows alone.
    full_screen = unknown if os.environ.get("WAYLAND_DISPLAY") else x11_full_screen
    return BusyLook(do_not_disturb, full_screen, camera_busy, microphone_busy)


def unknown() -> bool | None:
    return None


def do_not_disturb() -> bool | None:
    """By the notification daemon itself, as KDE, dunst and others tell it; else by GNOME's switch."""
    for asked in (_inhibited, _gnome_banners_off):
        answer = _answer(asked)
        if answer is not None:
            return answer
    return None


def camera_busy(proc: Path = _PROC, dev: Path = _DEV) -> bool | None:
    """Whether another process of this user's has a camera open; None where there is no /proc to look into.

    A sandbox may hide its processes, and PipeWire hands pictures on: it then is the one that holds the camera.
    """
    if not proc.is_dir():
        return None
    cameras = {str(path) for path in dev.glob("video*")}
    return bool(cameras) and any(target in cameras for target in _open_files(proc))


def microphone_busy(sound: Path = _SOUND) -> bool | None:
    """Whether sound is being recorded by any card; None where ALSA does not tell."""
    states = [_text(path) for path in sorted(sound.glob("card*/pcm*c/sub*/status"))] if sound.is_dir() else []
    return any("state: RUNNING" in state for state in states) if states else None


def _open_files(proc: Path) -> Iterator[str]:
    """What the processes that we may look into have open, ours left out."""
    ours = str(os.getpid())
    for folder in proc.iterdir():
        if folder.name.isdigit() and folder.name != ours:
            with suppress(OSError):  # not ours to look into, or gone
                for number in os.listdir(folder / "fd"):  # noqa: PTH208  # a thousand of them a look
                    with suppress(OSError):
                        yield os.readlink(f"{folder}/fd/{number}")  # noqa: PTH115


def _inhibited() -> bool | None:
    """The property "Inhibited" of org.freedesktop.Notifications, where the daemon has it."""
    name = "org.freedesktop.Notifications"
    found = _get_property("/org/freedesktop/Notifications", name, "Inhibited")
    if found is None:  # dunst has its own word for it
        found = _get_property("/org/freedesktop/Notifications", name, "paused", "org.dunstproject.cmd0")
    return found


def _get_property(path: str, name: str, prop: str, interface: str = "") -> bool | None:
    from jeepney import DBusAddress, DBusErrorResponse, Properties
    from jeepney.io.blocking import open_dbus_connection
    from jeepney.wrappers import unwrap_msg

    question = Properties(DBusAddress(path, bus_name=name, interface=interface or name)).get(prop)
    with open_dbus_connection(session_bus_address(), auth_timeout=_LIMIT) as connection:
        try:
            kind, value = unwrap_msg(connection.send_and_get_reply(question, timeout=_LIMIT))[0]
        except DBusErrorResponse:  # it has no such property
            return None
    return value if kind == "b" else None


def _gnome_banners_off() -> bool | None:
    """GNOME's "Do Not Disturb" is banners switched off. Only GNOME itself is asked: others keep the key unused."""
    if "GNOME" not in os.environ.get("XDG_CURRENT_DESKTOP", ""):
        return None
    said = _output(("gsettings", "get", "org.gnome.desktop.notifications", "show-banners"))
    return said == _BANNERS_OFF if said in ("true", _BANNERS_OFF) else None


def _output(command: Sequence[str]) -> str:
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=_LIMIT * 5, check=False
    )
    return done.stdout.strip()


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _answer(question: Callable[[], Any]) -> bool | None:
    try:
        found = question()
    except Exception:
        return None
    return found if isinstance(found, bool) else None
