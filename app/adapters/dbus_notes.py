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

from msgspec import Struct

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


class Appearance(Struct, frozen=True):
    """How a note is to look. `buttons` are pairs of what is answered and what is read; `shown_ms` 0 is for ever."""

    title: str
    body: str
    icon: str = ""
    shown_ms: int = _SHOWN_MS
    buttons: tuple[tuple[str, str], ...] = ()


class Shown(Struct, frozen=True):
    """The number by which the daemon knows a note, and whether it took the buttons."""

    number: int
    has_buttons: bool


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
            connection = join_bus(_HEALTH_LIMIT)
            try:
                name = call_daemon(connection, "GetServerInformation", deadline=monotonic() + _HEALTH_LIMIT)[
                    0
                ]
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
            self._connection = join_bus(_JOIN_LIMIT)
        try:
            show_note(self._connection, Appearance(title, body, self._icon, _SHOWN_MS), deadline)
        except (NoteError, ConnectionError):
            self.close()
            raise


def show_note(connection: "DBusConnection", note: Appearance, deadline: float) -> Shown:
    """Returns once it is shown. Raises ConnectionError if the bus is gone, else NoteError."""
    can = frozenset(call_daemon(connection, "GetCapabilities", deadline=deadline)[0])
    text = escape(note.body, quote=False) if "body-markup" in can else note.body
    buttons = [part for pair in note.buttons for part in pair] if "actions" in can else []
    hints = {
        "desktop-entry": ("s", "soleus"),
        "urgency": ("y", _NORMAL),
        "suppress-sound": ("b", True),  # the chimes are ours
    }
    arguments = ("Soleus", 0, note.icon, note.title, text, buttons, hints, note.shown_ms)
    (number,) = call_daemon(connection, "Notify", "susssasa{sv}i", arguments, deadline)
    return Shown(int(number), has_buttons=bool(buttons))


def session_bus_address(env: Mapping[str, str] = os.environ) -> str:
    """Where the session bus listens: the systemd user bus if nothing else is said. Raises NoteError."""
    address = env.get("DBUS_SESSION_BUS_ADDRESS", "")
    if address:
        return address
    runtime = Path(env.get("XDG_RUNTIME_DIR") or "/nonexistent") / "bus"
    if runtime.exists():
        return f"unix:path={runtime}"
    raise NoteError("there is no session bus: DBUS_SESSION_BUS_ADDRESS is not set")


def join_bus(limit: float) -> "DBusConnection":
    """A connection of its own, within `limit` seconds. Raises NoteError."""
    address = session_bus_address()
    try:
        from jeepney.io.blocking import open_dbus_connection

        return open_dbus_connection(address, auth_timeout=limit)
    except Exception as error:  # a malformed address raises ValueError, KeyError, RuntimeError …
        raise NoteError(f"the session bus cannot be joined: {error}") from error


def call_daemon(
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
