"""Asks the desktop whether the person likes it dark. Knows no theme of ours."""

# mypy: disable-error-code="import-untyped"

import subprocess
import sys
from collections.abc import Callable
from threading import Thread

from app.adapters.dbus_notes import session_bus_address

_LIMIT = 2.0  # s
_PREFERS_DARK = 1  # 0: no preference, 2: light; org.freedesktop.appearance color-scheme


def ask_prefers_dark(answer: Callable[[bool], None]) -> None:
    """Calls `answer`, from another thread, once the desktop has told; never, if it does not. Returns at once."""

    def ask() -> None:
        try:
            dark = _ask()
        except Exception:  # no desktop, no bus, no portal: each raises its own
            return
        answer(dark)

    Thread(target=ask, name="appearance", daemon=True).start()


def _ask() -> bool:
    if sys.platform == "darwin":
        command = ("defaults", "read", "-g", "AppleInterfaceStyle")
        said = subprocess.run(command, capture_output=True, text=True, timeout=_LIMIT, check=False)
        return "Dark" in said.stdout
    if sys.platform == "win32":
        import winreg

        place = r"Software\Microsoft\Windows\CurrentVersion\Themes\Personalize"
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, place) as key:
            return bool(winreg.QueryValueEx(key, "AppsUseLightTheme")[0] == 0)
    return _ask_portal()


def _ask_portal() -> bool:
    from jeepney import DBusAddress, new_method_call
    from jeepney.io.blocking import open_dbus_connection
    from jeepney.wrappers import unwrap_msg

    portal = DBusAddress(
        "/org/freedesktop/portal/desktop",
        bus_name="org.freedesktop.portal.Desktop",
        interface="org.freedesktop.portal.Settings",
    )
    question = new_method_call(portal, "Read", "ss", ("org.freedesktop.appearance", "color-scheme"))
    with open_dbus_connection(session_bus_address(), auth_timeout=_LIMIT) as connection:
        value = unwrap_msg(connection.send_and_get_reply(question, timeout=_LIMIT))[0]
    while isinstance(value, tuple):  # a variant in a variant: (signature, value)
        value = value[1]
    return bool(value == _PREFERS_DARK)
