"""Owns the queue of notes and who is asked to show them. Knows no daemon and no reminder."""

import logging
import sys
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Condition, Thread
from time import monotonic

from msgspec import Struct

from app.adapters.asking import DbusAsker
from app.adapters.dbus_notes import DbusSender
from app.adapters.notes import NoteError, Sender, body_line, title_line
from app.adapters.plyer_notes import PlyerSender
from app.core.ports import Asker, Health, Notifier

_MOST = 32  # notes that wait; more than that is a mistake of ours, not news
_FAREWELL = 1.0  # s that close() gives the notes on their way
_CUT_OFF = 1.0  # s for the thread to end after its note was cut off

_SHOWN_MS = 30_000  # for a note with buttons
_LISTENING = 0.5  # s between two looks for new notes, while a note with buttons stands
_GIVEN_UP = 900.0  # s; a daemon that has died tells of no end
_MOST_OPEN = 8  # notes with buttons whose presses are waited for; the oldest is given up

log = logging.getLogger(__name__)

OnPress = Callable[[str], None]


def nobody(button: str) -> None:
    """Is told of a press, and does nothing."""


class Note(Struct, frozen=True):
    """One note, whom to tell if it cannot be shown, and whom if one of its buttons is pressed."""

    title: str
    body: str
    on_failure: Callable[[str], None]
    buttons: tuple[tuple[str, str], ...] = ()
    on_press: OnPress = nobody


class Standing(Struct, frozen=True):
    """A note that may still be pressed, and the moment after which nobody listens any more."""

    on_press: OnPress
    until: float


class QueuedNotifier:
    """Hands each note, in a thread of its own, to the first sender that shows it.

    `on_failure` is called once for a note that nobody showed. close() lets notes on their way have a second.
    Notes with buttons go to the `asker`, if there is one, and the thread then waits for presses as well.
    """

    def __init__(self, senders: Sequence[Sender], asker: Asker | None = None) -> None:
        self._senders = tuple(senders)
        self._asker = asker
        self._open: dict[int, Standing] = {}
        self._state = Condition()
        self._notes: deque[Note] = deque()
        self._busy = False
        self._closed = False
        self._thread: Thread | None = None

    def notify(
        self,
        title: str,
        body: str,
        on_failure: Callable[[str], None],
        buttons: Sequence[tuple[str, str]] = (),
        on_press: OnPress = nobody,
    ) -> None:
        note = Note(title_line(title), body_line(body), on_failure, tuple(buttons), on_press)
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
        if self._asker is not None:
            self._asker.close()

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
        """The next note; until there is one, presses are taken in. None when all is over."""
        while True:
            with self._state:
                self._state.wait_for(lambda: bool(self._notes) or self._closed or bool(self._open))
                if self._notes:
                    self._busy = True
                    return self._notes.popleft()
                if self._closed:
                    return None
            self._hear()

    def _hear(self) -> None:
        """Waits a moment for a press, and tells whoever wants to know."""
        now = monotonic()
        self._open = {number: note for number, note in self._open.items() if now < note.until}
        pressed = self._asker.pressed(_LISTENING) if self._asker is not None else None
        if pressed is None or pressed.number not in self._open:
            return
        if pressed.button is None:
            del self._open[pressed.number]
            return
        try:
            self._open[pressed.number].on_press(pressed.button)
        except Exception:
            log.exception("on_press failed for a note")

    def _ask(self, asker: Asker, note: Note) -> str:
        """As `_show`, with its buttons."""
        asked = asker.ask(note.title, note.body, note.buttons)
        if asked.number is not None:
            self._open[asked.number] = Standing(note.on_press, monotonic() + _GIVEN_UP)
            while len(self._open) > _MOST_OPEN:
                del self._open[next(iter(self._open))]
        return asked.why

    def _show(self, note: Note) -> str:
        """Why nobody showed it, in the words of the first who failed; empty if somebody did."""
        if note.buttons and self._asker is not None:
            return self._ask(self._asker, note)
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

    def notify(
        self,
        title: str,
        body: str,
        on_failure: Callable[[str], None],
        buttons: Sequence[tuple[str, str]] = (),
        on_press: OnPress = nobody,
    ) -> None:
        _report(Note(title, body, on_failure, tuple(buttons), on_press), self._why)

    def health(self) -> Health:
        return Health("notifications", works=False, by="silence", why=self._why)

    def close(self) -> None:
        pass


def open_notifier(icon: Path | None = None) -> Notifier:
    """D-Bus and then plyer on Linux, plyer alone elsewhere. Costs nothing until the first note."""
    on_linux = sys.platform.startswith("linux")
    plyer = PlyerSender(icon, confirms=not on_linux)
    if on_linux:
        return QueuedNotifier((DbusSender(icon), plyer), DbusAsker(icon, shown_ms=_SHOWN_MS))
    return QueuedNotifier((plyer,))


def _report(note: Note, reason: str) -> None:
    try:
        note.on_failure(reason)
    except Exception:
        log.exception("on_failure failed for a note")
