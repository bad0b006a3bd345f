import sys
import threading
from collections.abc import Callable
from pathlib import Path
from threading import Event
from time import monotonic

import pytest

from app.adapters.notes import NoteError, body_line, title_line
from app.adapters.notify import QueuedNotifier, open_notifier
from app.adapters.plyer_notes import PlyerSender
from app.core.ports import Health
from tests.adapters.machine import wait_until


class FakeSender:
    """Shows notes in a list; fails with `error`, or waits for `gate` first."""

    def __init__(self, error: Exception | None = None, gate: Event | None = None) -> None:
        self._error, self._gate = error, gate
        self.shown: list[tuple[str, str]] = []
        self.closed = False

    def send(self, title: str, body: str) -> None:
        if self._gate is not None:
            self._gate.wait(5)
        if self._error is not None:
            raise self._error
        self.shown.append((title, body))

    def health(self) -> Health:
        return Health("notifications", works=self._error is None, by="fake", why=str(self._error or ""))

    def close(self) -> None:
        self.closed = True

    def cut_off(self) -> None:
        if self._gate is not None:
            self._gate.set()


@pytest.fixture
def failures() -> list[str]:
    return []


def test_a_note_goes_to_the_first_sender_alone(failures: list[str]):
    first, second = FakeSender(), FakeSender()
    notifier = QueuedNotifier((first, second))
    notifier.notify("Done", "Both calves.", failures.append)
    notifier.close()
    assert (first.shown, second.shown, failures) == ([("Done", "Both calves.")], [], [])
    assert first.closed
    assert second.closed


@pytest.mark.parametrize("error", [NoteError("no bus"), ZeroDivisionError("a mistake of ours")])
def test_a_sender_that_fails_passes_the_note_on(error: Exception, failures: list[str]):
    second = FakeSender()
    notifier = QueuedNotifier((FakeSender(error), second))
    notifier.notify("Done", "", failures.append)
    notifier.close()
    assert (second.shown, failures) == ([("Done", "")], [])


def test_a_note_that_nobody_shows_is_reported_once_with_the_first_reason(failures: list[str]):
    notifier = QueuedNotifier((FakeSender(NoteError("no bus")), FakeSender(NoteError("no plyer"))))
    notifier.notify("Done", "", failures.append)
    notifier.close()
    assert failures == ["no bus"]


def test_a_final_failure_asks_nobody_else(failures: list[str]):
    second = FakeSender()
    notifier = QueuedNotifier((FakeSender(NoteError("frozen", final=True)), second))
    notifier.notify("Done", "", failures.append)
    notifier.close()
    assert (second.shown, failures) == ([], ["frozen"])


def test_a_listener_that_raises_does_not_stop_the_next_note(failures: list[str]):
    def raise_it(reason: str) -> None:
        raise ValueError(reason)

    notifier = QueuedNotifier((FakeSender(NoteError("no bus")),))
    notifier.notify("one", "", raise_it)
    notifier.notify("two", "", failures.append)
    notifier.close()
    assert failures == ["no bus"]


def test_every_note_is_shown_or_reported_even_when_far_too_many_come(failures: list[str]):
    gate = Event()
    sender = FakeSender(gate=gate)
    notifier = QueuedNotifier((sender,))
    began = monotonic()
    for number in range(100):
        notifier.notify(f"note {number}", "", failures.append)
    assert monotonic() - began < 1
    gate.set()
    notifier.close()
    assert len(sender.shown) + len(failures) == 100
    assert set(failures) == {"32 notes are waiting already"}


def test_close_cuts_off_what_takes_too_long(failures: list[str], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("app.adapters.notify._FAREWELL", 0.05)
    notifier = QueuedNotifier((FakeSender(NoteError("cut off"), gate=Event()),))
    notifier.notify("one", "", failures.append)
    notifier.notify("two", "", failures.append)
    notifier.close()
    assert wait_until(lambda: len(failures) == 2)
    assert sorted(failures) == ["Soleus was closed before the note could be shown", "cut off"]
    assert "soleus-notes" not in {thread.name for thread in threading.enumerate()}
    notifier.notify("three", "", failures.append)
    assert failures[-1] == "Soleus is closing"
    notifier.close()


def test_opening_a_notifier_starts_nothing():
    before = threading.active_count()
    notifier = open_notifier(Path("icon.png"))
    assert threading.active_count() == before
    notifier.close()


def note_of(show: Callable[[str, str], None], limit: float = 2.0, confirms: bool = True) -> str:
    """Why plyer did not show a note; empty if it did."""
    try:
        PlyerSender(None, confirms, limit, show).send("-t", "-x")
    except NoteError as failure:
        return str(failure)
    return ""


def test_plyer_gets_no_text_that_looks_like_an_option():
    given: list[tuple[str, str]] = []
    assert note_of(lambda title, body: given.append((title, body))) == ""
    assert given == [(" -t", " -x")]


def test_plyer_that_hangs_is_given_up_and_not_asked_again_meanwhile():
    gate = Event()
    sender = PlyerSender(None, True, 0.05, lambda title, body: gate.wait(5))
    for reason in ("did not answer within 0.05 s", "still hangs on an earlier note"):
        with pytest.raises(NoteError, match=reason):
            sender.send("Done", "")
    assert not sender.health().works
    gate.set()
    assert wait_until(lambda: "soleus-plyer" not in {thread.name for thread in threading.enumerate()})
    sender.send("Done", "")
    assert sender.health().works


def test_plyer_that_raises_says_why():
    def refuse(title: str, body: str) -> None:
        raise NotImplementedError

    assert note_of(refuse) == "plyer: NotImplementedError"


def test_plyer_on_linux_is_not_believed():
    shown: list[str] = []
    reason = note_of(lambda title, body: shown.append(title), confirms=False)
    assert reason == "plyer cannot tell whether the note was shown"
    assert shown == [" -t"]
    assert not PlyerSender(None, confirms=False).health().works


@pytest.mark.skipif(sys.platform != "linux", reason="the real plyer would show the note on this desktop")
def test_the_real_plyer_without_a_way_to_notify_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoteError, match="plyer"):
        PlyerSender(None, confirms=False).send("Done", "")


@pytest.mark.parametrize(
    ("text", "title"),
    [("", "Soleus"), (" \n ", "Soleus"), ("a\nb\0c", "a b c"), ("x" * 500, "x" * 119 + "…"), ("-h", "-h")],
)
def test_a_title_is_one_line_and_never_empty(text: str, title: str):
    assert title_line(text) == title


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("", ""),
        ("a\r\nb\x07", "a\nb"),
        ("\ud800<b>", "<b>"),
        ("🧘\u200d♀️", "🧘\u200d♀️"),
        ("y" * 10_000, "y" * 999 + "…"),
    ],
)
def test_a_body_keeps_its_lines_and_no_control_character(text: str, body: str):
    assert body_line(text) == body
