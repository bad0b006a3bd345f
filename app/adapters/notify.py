"""Owns the queue of notes and who is asked to show them. Knows no daemon and no reminder."""

import logging
import sys
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Condition, Thread

from msgspec import Struct

from app.adapters.dbus_notes import DbusSender
from app.adapters.notes import NoteError, Sender, body_line, title_line
from app.adapters.plyer_notes import PlyerSender
from app.core.ports import Health, Notifier

_MOST = 32  # notes that wait; more than that is a mistake of ours, not news
_FAREWELL = 1.0  # s that close() gives the notes on their way
_CUT_OFF = 1.0  # s for the thread to end after its note was cut off

log = logging.getLogger(__name__)


class Note(Struct, frozen=True):
    """One note and whom to tell if it cannot be shown."""

    title: str
    body: str
    on_failure: Callable[[str], None]


class QueuedNotifier:
    """Hands each note, in a thread of its own, to the first sender that shows it.

    `on_failure` is called once for a note that nobody showed. close() lets notes on their way have a second.
    """

    def __init__(self, senders: Sequence[Sender]) -> None:
        self._senders = tuple(senders)
        self._state = Condition()
        self._notes: deque[Note] = deque()
        self._busy = False
        self._closed = False
        self._thread: Thread | None = None

    def notify(self, title: str, body: str, on_failure: Callable[[str], None]) -> None:
        note = Note(title_line(title), body_line(body), on_failure)
        refusal = self._enqueue(note)
        if refusal:
            _report(note, refusal)

    def health(self) -> Health:
        """Of the first sender that works, else of the first. Takes what they take: see their health()."""
        found = [sender.health() for sender in self._senders]
        return next((health for health in found if health.works), found[0])

    def close(self) -> None:
        with self._state:
            self._closed = True
            self._state.notify_all()
            self._state.wait_for(lambda: not self._notes and not self._busy, _FAREWELL)
            late = tuple(self._notes)
            self._notes.clear()
            busy = self._busy
        for note in late:
            _report(note, "Soleus was closed before the note could be shown")
        self._end_thread(busy)

    def _end_thread(self, busy: bool) -> None:
        for sender in self._senders if busy else ():
            sender.cut_off()
        if self._thread is not None:
            self._thread.join(_CUT_OFF)
            if self._thread.is_alive():  # its sender is stuck; daemon threads end with the process
                return
        for sender in self._senders:
            sender.close()

    def _enqueue(self, note: Note) -> str:
        """Why the note was not taken; empty if it was."""
        with self._state:
            if self._closed:
                return "Soleus is closing"
            if len(self._notes) >= _MOST:
                return f"{_MOST} notes are waiting already"
            if self._thread is None:
                thread = Thread(target=self._work, name="soleus-notes", daemon=True)
                try:
                    thread.start()
                except RuntimeError as error:  # out of threads
                    return str(error)
                self._thread = thread
            self._notes.append(note)
            self._state.notify_all()
            return ""

    def _work(self) -> None:
        while (note := self._next()) is not None:
            reason = self._show(note)
            if reason:
                _report(note, reason)
            with self._state:
                self._busy = False
                self._state.notify_all()

    def _next(self) -> Note | None:
        with self._state:
            self._state.wait_for(lambda: bool(self._notes) or self._closed)
            if not self._notes:
                return None
            self._busy = True
            return self._notes.popleft()

    def _show(self, note: Note) -> str:
        """Why nobody showed it, in the words of the first who failed; empty if somebody did."""
        reasons: list[str] = []
        for sender in self._senders:
            try:
                sender.send(note.title, note.body)
                return ""
            except NoteError as failure:
                reasons.append(str(failure))
                if failure.final:
                    break
            except Exception as error:
                log.exception("%s failed", type(sender).__name__)
                reasons.append(str(error))
        return reasons[0] if reasons else "nobody can show notes here"


class SilentNotifier:
    """Shows no note and says so for each, so that the app shows its own banner."""

    def __init__(self, why: str = "notifications are off") -> None:
        self._why = why

    def notify(self, title: str, body: str, on_failure: Callable[[str], None]) -> None:
        _report(Note(title, body, on_failure), self._why)

    def health(self) -> Health:
        return Health("notifications", works=False, by="silence", why=self._why)

    def close(self) -> None:
        pass


def open_notifier(icon: Path | None = None) -> Notifier:
    """D-Bus and then plyer on Linux, plyer alone elsewhere. Costs nothing until the first note."""
    on_linux = sys.platform.startswith("linux")
    plyer = PlyerSender(icon, confirms=not on_linux)
    return QueuedNotifier((DbusSender(icon), plyer) if on_linux else (plyer,))


def _report(note: Note, reason: str) -> None:
    try:
        note.on_failure(reason)
    except Exception:
        log.exception("on_failure failed for a note")
