"""Owns showing a note through org.freedesktop.Notifications. Knows no queue."""

# mypy: disable-error-code="import-untyped"

import os
from collections.abc import Mapping
from contextlib import suppress
from html import escape
from pathlib import Path
from socket import SHUT_RDWR
from time import monotonic
from typing import TYPE_CHECKING, Any

from app.adapters.notes import NoteError
from app.core.ports import Health

if TYPE_CHECKING:
    from jeepney.io.blocking import DBusConnection

_NAME = "org.freedesktop.Notifications"
_LIMIT = 3.0  # s for one note in all
_HEALTH_LIMIT = 0.3  # s
_JOIN_LIMIT = 1.0  # s for the bus to let us in
_SHOWN_MS = 10_000
_NORMAL = 1  # urgency


class DbusSender:
    """Shows notes through the desktop's daemon, by jeepney.

    The connection stays open between notes: some shells take a note away when its sender leaves the bus.
    """

    def __init__(self, icon: Path | None, limit: float = _LIMIT) -> None:
        self._icon = icon.absolute().as_uri() if icon is not None else ""
        self._limit = limit
        self._connection: DBusConnection | None = None

    def send(self, title: str, body: str) -> None:
        deadline = monotonic() + self._limit
        fresh = self._connection is None
        try:
            self._notify(title, body, deadline)
        except ConnectionError as error:
            if fresh:
                raise NoteError(f"the bus hung up: {error}", final=True) from error
            self._send_again(title, body, deadline)

    def health(self) -> Health:
        """Asks the daemon for its name, on a connection of its own, for at most 0.3 s."""
        try:
            connection = _join_bus(_HEALTH_LIMIT)
            try:
                name = _call(connection, "GetServerInformation", deadline=monotonic() + _HEALTH_LIMIT)[0]
            finally:
                connection.close()
        except (NoteError, ConnectionError) as failure:
            return Health("notifications", works=False, by="D-Bus", why=str(failure))
        return Health("notifications", works=True, by=str(name))

    def cut_off(self) -> None:
        connection = self._connection
        if connection is not None:
            with suppress(OSError):  # wakes the thread that waits for an answer
                connection.sock.shutdown(SHUT_RDWR)

    def close(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

    def _send_again(self, title: str, body: str, deadline: float) -> None:
        """The bus went away since the last note; there may be a new one."""
        try:
            self._notify(title, body, deadline)
        except ConnectionError as error:
            raise NoteError(f"the bus hung up: {error}", final=True) from error

    def _notify(self, title: str, body: str, deadline: float) -> None:
        if self._connection is None:
            self._connection = _join_bus(_JOIN_LIMIT)
        try:
            markup = "body-markup" in _call(self._connection, "GetCapabilities", deadline=deadline)[0]
            text = escape(body, quote=False) if markup else body
            hints = {
                "desktop-entry": ("s", "soleus"),
                "urgency": ("y", _NORMAL),
                "suppress-sound": ("b", True),  # the chimes are ours
            }
            arguments: tuple[Any, ...] = ("Soleus", 0, self._icon, title, text, [], hints, _SHOWN_MS)
            _call(self._connection, "Notify", "susssasa{sv}i", arguments, deadline)
        except (NoteError, ConnectionError):
            self.close()
            raise


def session_bus_address(env: Mapping[str, str] = os.environ) -> str:
    """Where the session bus listens: the systemd user bus if nothing else is said. Raises NoteError."""
    address = env.get("DBUS_SESSION_BUS_ADDRESS", "")
    if address:
        return address
    runtime = Path(env.get("XDG_RUNTIME_DIR") or "/nonexistent") / "bus"
    if runtime.exists():
        return f"unix:path={runtime}"
    raise NoteError("there is no session bus: DBUS_SESSION_BUS_ADDRESS is not set")


def _join_bus(limit: float) -> "DBusConnection":
    address = session_bus_address()
    try:
        from jeepney.io.blocking import open_dbus_connection

        return open_dbus_connection(address, auth_timeout=limit)
    except Exception as error:  # a malformed address raises ValueError, KeyError, RuntimeError …
        raise NoteError(f"the session bus cannot be joined: {error}") from error


def _call(
    connection: "DBusConnection",
    method: str,
    signature: str | None = None,
    arguments: tuple[Any, ...] = (),
    deadline: float = 0.0,
) -> tuple[Any, ...]:
    """The daemon's answer. Raises ConnectionError if the bus is gone, else NoteError."""
    from jeepney import DBusAddress, DBusErrorResponse, new_method_call
    from jeepney.wrappers import unwrap_msg

    daemon = DBusAddress("/org/freedesktop/Notifications", bus_name=_NAME, interface=_NAME)
    message = new_method_call(daemon, method, signature, arguments)
    try:
        reply = connection.send_and_get_reply(message, timeout=max(deadline - monotonic(), 0.0))
        answer: tuple[Any, ...] = unwrap_msg(reply)
    except ConnectionError:
        raise
    except DBusErrorResponse as error:
        raise NoteError(f"the notification daemon refused: {error.name}", final=True) from error
    except TimeoutError as error:
        raise NoteError("the notification daemon does not answer", final=True) from error
    except OSError as error:
        raise ConnectionResetError(str(error)) from error
    return answer
