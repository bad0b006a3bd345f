"""Owns a quick look at display and OpenGL, without Kivy. Opens no window and starts no process."""

import ctypes
import os
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

from app.core.ports import Health

_LIMIT = 0.2  # s for a display server to accept a connection

_GL_LIBRARIES = {
    "darwin": ("/System/Library/Frameworks/OpenGL.framework/OpenGL",),
    "win32": ("opengl32",),
}
_LINUX_GL = ("libGL.so.1", "libEGL.so.1")


def display_health(env: Mapping[str, str] = os.environ) -> Health:
    """Whether a window could be seen. Ask before opening one: without a display SDL may run unseen."""
    driver = env.get("SDL_VIDEODRIVER", "")
    if driver == "offscreen":
        return Health("display", works=True, by="SDL offscreen")
    if driver == "dummy":
        return Health("display", works=False, by="SDL dummy", why="SDL_VIDEODRIVER=dummy gives no window")
    if sys.platform in ("darwin", "win32"):
        return Health("display", works=True, by=sys.platform)
    if env.get("DISPLAY"):
        return _x11_health(env["DISPLAY"])
    if env.get("WAYLAND_DISPLAY"):
        return _wayland_health(env)
    return Health("display", works=False, why="neither DISPLAY nor WAYLAND_DISPLAY is set")


def opengl_health() -> Health:
    """Whether the OpenGL library that the window needs can be loaded."""
    names = _GL_LIBRARIES.get(sys.platform, _LINUX_GL)
    for name in names:
        try:
            ctypes.CDLL(name)
        except OSError as error:
            return Health("opengl", works=False, by=name, why=str(error))
    return Health("opengl", works=True, by=names[0])


def _x11_health(display: str) -> Health:
    host, _, screen = display.rpartition(":")
    number = screen.partition(".")[0]
    by = f"X11 display {display}"
    if not number.isdigit():
        return Health("display", works=False, by=by, why="DISPLAY names no display number")
    try:
        _connect_x11(host.removeprefix("unix"), int(number))
    except OSError as error:
        return Health("display", works=False, by=by, why=f"nothing answers: {error}")
    return Health("display", works=True, by=by)


def _connect_x11(host: str, number: int) -> None:
    if host and not host.startswith("/"):
        socket.create_connection((host, 6000 + number), _LIMIT).close()
        return
    path = f"/tmp/.X11-unix/X{number}"  # noqa: S108 - where X servers listen
    try:
        _connect_unix(path)
    except OSError:
        _connect_unix(f"\0{path}")  # the abstract name, where /tmp is not shared with the server


def _wayland_health(env: Mapping[str, str]) -> Health:
    name = env["WAYLAND_DISPLAY"]
    by = f"Wayland display {name}"
    try:
        _connect_unix(str(Path(env.get("XDG_RUNTIME_DIR", "")) / name))
    except OSError as error:
        return Health("display", works=False, by=by, why=f"nothing answers: {error}")
    return Health("display", works=True, by=by)


def _connect_unix(path: str) -> None:
    with socket.socket(socket.AF_UNIX) as probe:
        probe.settimeout(_LIMIT)
        probe.connect(path)
