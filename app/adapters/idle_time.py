"""Owns how long ago the last input was, wherever that can be read. Knows no break."""

# mypy: disable-error-code="import-untyped"

import ctypes
import os
import sys
from collections.abc import Callable, Sequence

from app.adapters.dbus_notes import session_bus_address
from app.adapters.x11 import x11_idle_s
from app.core.ports import IdleTime

_LIMIT = 0.3  # s for a desktop to answer
_LEFT_ALONE = 60  # looks: some minutes
_ANY_INPUT = 0xFFFFFFFF  # kCGAnyInputEventType
_COMBINED = 0  # kCGEventSourceStateCombinedSessionState
_DARWIN = "/System/Library/Frameworks/ApplicationServices.framework/ApplicationServices"

Source = Callable[[], float | None]


class FirstKnown:
    """Asks one source after the other until one knows.

    One that raised is left alone for the next so many looks: there may be no such desktop, or its bus may be
    gone for a while.
    """

    def __init__(self, sources: Sequence[Source], left_alone: int = _LEFT_ALONE) -> None:
        self._resting = dict.fromkeys(sources, 0)
        self._left_alone = left_alone

    def seconds(self) -> float | None:
        for source, looks in self._resting.items():
            if looks:
                self._resting[source] = looks - 1
                continue
            try:
                found = source()
            except Exception:
                self._resting[source] = self._left_alone
                continue
            if found is not None and found >= 0:
                return found
        return None


def open_idle_time() -> IdleTime:
    """On Linux the desktop by D-Bus (GNOME, then KDE and others), then the X server; else the system itself."""
    if sys.platform == "win32":
        return FirstKnown([_windows_idle_s])
    if sys.platform == "darwin":
        return FirstKnown([_mac_idle_s])
    # XWayland counts only the input of its own windows: under Wayland its answer would be wrong.
    on_x11 = [] if os.environ.get("WAYLAND_DISPLAY") else [x11_idle_s]
    return FirstKnown([mutter_idle_s, screen_saver_idle_s, *on_x11])


def mutter_idle_s() -> float | None:
    """By GNOME's compositor. Raises if there is none."""
    path, name = "/org/gnome/Mutter/IdleMonitor/Core", "org.gnome.Mutter.IdleMonitor"
    return float(_ask(path, name, name, "GetIdletime")) / 1000


def screen_saver_idle_s() -> float | None:
    """By the desktop's screen saver, where it has this call; GNOME's has not. Raises if there is none.

    KDE answers in milliseconds, others in seconds. Under Wayland KDE does not know and always answers 0.
    """
    path, name = "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"
    unit = 1000 if "KDE" in os.environ.get("XDG_CURRENT_DESKTOP", "") else 1
    return _ask(path, name, name, "GetSessionIdleTime") / unit or None


def _ask(path: str, name: str, interface: str, method: str) -> int:
    from jeepney import DBusAddress, new_method_call
    from jeepney.io.blocking import open_dbus_connection
    from jeepney.wrappers import unwrap_msg

    question = new_method_call(DBusAddress(path, bus_name=name, interface=interface), method)
    with open_dbus_connection(session_bus_address(), auth_timeout=_LIMIT) as connection:
        return int(unwrap_msg(connection.send_and_get_reply(question, timeout=_LIMIT))[0])


def _windows_idle_s() -> float | None:
    if sys.platform != "win32":
        return None

    class LastInput(ctypes.Structure):
        _fields_ = (("size", ctypes.c_uint), ("tick", ctypes.c_uint))

    last = LastInput(ctypes.sizeof(LastInput), 0)
    if not ctypes.windll.user32.GetLastInputInfo(ctypes.byref(last)):
        return None
    now = ctypes.windll.kernel32.GetTickCount() & 0xFFFFFFFF
    return float((now - last.tick) & 0xFFFFFFFF) / 1000  # the counter begins anew every 49.7 days


def _mac_idle_s() -> float | None:
    services = ctypes.CDLL(_DARWIN)
    since = services.CGEventSourceSecondsSinceLastEventType
    since.restype = ctypes.c_double
    since.argtypes = (ctypes.c_int32, ctypes.c_uint32)
    return float(since(_COMBINED, _ANY_INPUT))
