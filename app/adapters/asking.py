"""Owns notes with buttons, and waiting for what is pressed. Knows no reminder."""

# mypy: disable-error-code="import-untyped"

import sys
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any

from app.adapters.dbus_notes import Appearance, call_daemon, join_bus, show_note
from app.adapters.notes import NoteError, Sender, body_line, title_line
from app.adapters.plyer_notes import PlyerSender
from app.core.ports import Asked, Asker, Pressed

if TYPE_CHECKING:
    from jeepney.io.blocking import DBusConnection

_NAME = "org.freedesktop.Notifications"
_LIMIT = 3.0  # s for one note in all
_JOIN_LIMIT = 1.0  # s
_SHOWN_MS = 120_000  # a call to stretch may find nobody at the desk


class DbusAsker:
    """Through the desktop's daemon, which tells which button was pressed: by jeepney.

    If the bus goes away nothing more is told; the next note joins it anew.
    """

    def __init__(self, icon: Path | None = None, limit: float = _LIMIT, shown_ms: int = _SHOWN_MS) -> None:
        self._icon = icon.absolute().as_uri() if icon is not None else ""
        self._limit = limit
        self._shown_ms = shown_ms
        self._connection: DBusConnection | None = None
        self._signals: deque[Any] = deque()

    def ask(self, title: str, body: str, buttons: Sequence[tuple[str, str]]) -> Asked:
        note = Appearance(title_line(title), body_line(body), self._icon, self._shown_ms, tuple(buttons))
        deadline = monotonic() + self._limit
        try:
            try:
                return self._show(note, deadline)
            except ConnectionError:
                self.close()  # it may have been replaced since the last note
                return self._show(note, deadline)
        except (NoteError, ConnectionError) as failure:
            self.close()
            return Asked(why=str(failure) or "the bus hung up")

    def pressed(self, wait_s: float) -> Pressed | None:
        if self._connection is None:
            sleep(max(wait_s, 0.0))  # whoever asks again and again must not spin
            return None
        try:
            message = self._connection.recv_until_filtered(self._signals, timeout=max(wait_s, 0.001))
        except TimeoutError:
            return None
        except OSError:  # the bus is gone, and every note with it
            self.close()
            return None
        return _pressed(message)

    def take_back(self, number: int) -> None:
        if self._connection is not None:
            with suppress(NoteError, ConnectionError):  # it is gone already, or its daemon is
                call_daemon(self._connection, "CloseNotification", "u", (number,), monotonic() + self._limit)

    def close(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(OSError):
                connection.close()

    def _show(self, note: Appearance, deadline: float) -> Asked:
        if self._connection is None:
            self._connection = join_bus(_JOIN_LIMIT)
            self._listen(self._connection)
        shown = show_note(self._connection, note, deadline)
        return Asked(shown.number if shown.has_buttons else None)

    def _listen(self, connection: "DBusConnection") -> None:
        """Before the first note is shown, so that no press is too quick for us."""
        from jeepney import MatchRule, message_bus

        rule = MatchRule(type="signal", interface=_NAME, path="/org/freedesktop/Notifications")
        try:
            connection.send_and_get_reply(message_bus.AddMatch(rule), timeout=_JOIN_LIMIT)
        except OSError as error:  # a TimeoutError as well
            raise NoteError(f"the session bus does not answer: {error}") from error
        self._signals = deque()
        connection.filter(rule, queue=self._signals)


class SendingAsker:
    """Through whatever shows notes here, without buttons: what is pressed nobody tells."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def ask(self, title: str, body: str, buttons: Sequence[tuple[str, str]]) -> Asked:  # noqa: ARG002
        try:
            self._sender.send(title_line(title), body_line(body))
        except Exception as error:
            return Asked(why=str(error) or type(error).__name__)
        return Asked()

    def pressed(self, wait_s: float) -> Pressed | None:
        sleep(max(wait_s, 0.0))
        return None

    def take_back(self, number: int) -> None:
        """Does nothing: these notes have no number."""

    def close(self) -> None:
        self._sender.close()


def open_asker(icon: Path | None = None) -> Asker:
    """D-Bus on Linux, plyer elsewhere. Costs nothing until the first note."""
    on_linux = sys.platform.startswith("linux")
    return DbusAsker(icon) if on_linux else SendingAsker(PlyerSender(icon, confirms=True))


def _pressed(message: Any) -> Pressed | None:
    """What a signal of the daemon tells; None for one that tells nothing of the kind."""
    from jeepney import HeaderFields

    member = message.header.fields.get(HeaderFields.member)
    match member, message.body:
        case "ActionInvoked", (int(number), str(button)):
            return Pressed(number, button)
        case "NotificationClosed", (int(number), int()):
            return Pressed(number, None)
    return None
