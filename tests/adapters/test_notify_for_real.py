import os
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path
from time import monotonic

import pytest
from jeepney import message_bus
from jeepney.io.blocking import Proxy, open_dbus_connection

from app.adapters.dbus_notes import DbusSender, session_bus_address
from app.adapters.notes import NoteError
from app.adapters.notify import QueuedNotifier, open_notifier
from tests.adapters.conftest import Dunst
from tests.adapters.machine import children, wait_until

StartDunst = Callable[[], Dunst]

needs_bus = pytest.mark.needs("dbus-run-session")
needs_dunst = pytest.mark.needs("dbus-run-session", "Xvfb", "dunst")


@pytest.fixture
def failures() -> list[str]:
    return []


def send(title: str, body: str, failures: list[str], limit: float = 3.0) -> float:
    """Sends one note and waits for its end; the seconds that notify() took to return."""
    notifier = QueuedNotifier((DbusSender(None, limit),))
    began = monotonic()
    notifier.notify(title, body, failures.append)
    took = monotonic() - began
    notifier.close()
    return took


@needs_dunst
def test_a_note_arrives_in_the_real_daemon(start_dunst: StartDunst, failures: list[str], sounds: Path):
    dunst = start_dunst()
    icon = sounds / "ready.wav"  # any file will do: dunst keeps the name of one that it cannot draw
    notifier = open_notifier(icon)
    assert (notifier.health().works, notifier.health().by) == (True, "dunst")
    notifier.notify("Calf reset is done", "5 minutes, left & right.\nWell <i>held</i>", failures.append)
    notifier.close()
    [note] = dunst.shown()
    assert failures == []
    assert note["appname"] == "Soleus"
    assert note["summary"] == "Calf reset is done"
    # dunst takes markup, so the text is escaped for it.
    assert note["body"] == "5 minutes, left &amp; right.\nWell &lt;i&gt;held&lt;/i&gt;"
    assert note["timeout"] == 10_000_000  # µs


@needs_dunst
def test_any_text_is_shown(start_dunst: StartDunst, failures: list[str]):
    dunst = start_dunst()
    texts = ["-t", "\"quotes\" 'and' \\n", "", "🦵🧘\u200d♀️", "ends\0here\ud800", "a\ufffeb", "x" * 10_000]
    notifier = open_notifier()
    for text in texts:
        notifier.notify(text, text, failures.append)
    notifier.close()
    assert failures == []
    titles = [str(note["summary"]) for note in reversed(dunst.shown())]
    assert len(titles) == len(texts)
    assert titles[:4] == ["-t", "\"quotes\" 'and' \\n", "Soleus", "🦵🧘\u200d♀️"]
    assert len(titles[-1]) == 120


@needs_dunst
def test_a_daemon_that_dies_between_two_notes_is_reported_and_its_successor_used(
    start_dunst: StartDunst, failures: list[str]
):
    dunst = start_dunst()
    notifier = open_notifier()
    notifier.notify("first", "", failures.append)
    assert wait_until(lambda: len(dunst.shown()) == 1)
    dunst.kill()
    notifier.notify("second", "", failures.append)
    assert wait_until(lambda: len(failures) == 1)
    assert "ServiceUnknown" in failures[0]
    successor = start_dunst()
    notifier.notify("third", "", failures.append)
    assert wait_until(lambda: [note["summary"] for note in successor.shown()] == ["third"])
    notifier.close()
    assert len(failures) == 1


BUTTONS = (("default", "Open"), ("go-on", "Go on"), ("stop", "Stop"))


@needs_dunst
@pytest.mark.parametrize("number", range(len(BUTTONS)))
def test_a_press_on_a_note_or_on_its_button_is_told(
    start_dunst: StartDunst, failures: list[str], number: int
):
    dunst = start_dunst()
    notifier, pressed = open_notifier(), list[str]()
    notifier.notify(
        "Calf reset is still paused", "For 3 minutes now.", failures.append, BUTTONS, pressed.append
    )
    assert wait_until(lambda: dunst.displayed() == 1)
    dunst.press(BUTTONS[number][0], next(iter(notifier._open)))
    assert wait_until(lambda: pressed == [BUTTONS[number][0]])
    notifier.notify("Calf reset is done", "", failures.append)  # the thread still takes notes
    assert wait_until(lambda: len(dunst.shown()) == 2)
    notifier.close()
    assert failures == []


@needs_dunst
def test_any_text_is_shown_with_buttons_too(start_dunst: StartDunst, failures: list[str]):
    dunst = start_dunst()
    texts = ["-t", "\"quotes\" 'and' \\n", "two\nlines", "🦵🧘\u200d♀️", "ends\0here\ud800", "x" * 10_000]
    notifier = open_notifier()
    for text in texts:
        notifier.notify(text, text, failures.append, BUTTONS)
    notifier.close()
    assert failures == []
    titles = [str(note["summary"]) for note in reversed(dunst.shown())]
    assert len(titles) == len(texts)
    assert titles[:4] == ["-t", "\"quotes\" 'and' \\n", "two lines", "🦵🧘\u200d♀️"]


@needs_dunst
def test_a_daemon_that_dies_under_a_note_with_buttons_hinders_nothing(
    start_dunst: StartDunst, failures: list[str]
):
    dunst = start_dunst()
    notifier, pressed = open_notifier(), list[str]()
    notifier.notify("first", "", failures.append, BUTTONS, pressed.append)
    assert wait_until(lambda: dunst.displayed() == 1)
    dunst.kill()
    notifier.notify("second", "", failures.append, BUTTONS, pressed.append)
    assert wait_until(lambda: len(failures) == 1)
    successor = start_dunst()
    notifier.notify("third", "", failures.append, BUTTONS, pressed.append)
    assert wait_until(lambda: successor.displayed() == 1)
    assert wait_until(lambda: not notifier._busy)
    successor.press("go-on", max(notifier._open))
    assert wait_until(lambda: pressed == ["go-on"])
    notifier.close()


@needs_bus
def test_no_daemon_is_reported_for_a_note_with_buttons_too(bus: object, failures: list[str]):
    notifier = open_notifier()
    notifier.notify("Done", "", failures.append, BUTTONS)
    assert wait_until(lambda: len(failures) == 1)
    assert "ServiceUnknown" in failures[0]
    notifier.close()


@needs_bus
def test_no_daemon_is_reported_at_once(bus: object, failures: list[str]):
    began = monotonic()
    assert send("Done", "", failures) < 0.05
    assert monotonic() - began < 1
    assert len(failures) == 1
    assert "ServiceUnknown" in failures[0]
    health = DbusSender(None).health()
    assert not health.works
    assert "ServiceUnknown" in health.why


def test_no_bus_at_all_is_reported(failures: list[str]):
    notifier = open_notifier()
    notifier.notify("Done", "", failures.append)
    notifier.close()
    assert failures == ["there is no session bus: DBUS_SESSION_BUS_ADDRESS is not set"]
    assert not notifier.health().works


@pytest.mark.parametrize(
    "address", ["nonsense", "tcp:host=localhost,port=1", "unix:path=/nonexistent", "unix:", ";"]
)
def test_a_useless_bus_address_is_reported(
    address: str, failures: list[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    send("Done", "", failures)
    assert len(failures) == 1
    assert "cannot be joined" in failures[0]


@needs_bus
def test_a_frozen_daemon_blocks_nobody(bus: object, failures: list[str]):
    with open_dbus_connection("SESSION") as frozen:  # owns the name and never reads again
        Proxy(message_bus, frozen).RequestName("org.freedesktop.Notifications")
        began = monotonic()
        assert send("Done", "", failures, limit=0.3) < 0.05
        assert wait_until(lambda: failures == ["the notification daemon does not answer"])
        assert monotonic() - began < 1
        health = DbusSender(None).health()
        assert (health.works, health.why) == (False, "the notification daemon does not answer")


@needs_bus
@pytest.mark.parametrize("frozen", [True, False], ids=["frozen", "absent"])
def test_plyer_is_not_sent_to_a_daemon_that_has_failed_already(bus: object, frozen: bool):
    with open_dbus_connection("SESSION") as daemon:
        if frozen:
            Proxy(message_bus, daemon).RequestName("org.freedesktop.Notifications")
        with pytest.raises(NoteError) as failure:
            DbusSender(None, limit=0.1).send("Done", "")
    assert failure.value.final


@needs_bus
def test_close_does_not_wait_for_a_frozen_daemon(
    bus: object, failures: list[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("app.adapters.notify._FAREWELL", 0.1)
    with open_dbus_connection("SESSION") as frozen:
        Proxy(message_bus, frozen).RequestName("org.freedesktop.Notifications")
        notifier = QueuedNotifier((DbusSender(None, limit=30),))
        notifier.notify("Done", "", failures.append)
        began = monotonic()
        notifier.close()
        assert monotonic() - began < 1
        assert len(failures) == 1


@needs_bus
def test_a_frozen_bus_is_given_up(
    bus: subprocess.Popen[bytes], failures: list[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("app.adapters.dbus_notes._JOIN_LIMIT", 0.2)
    # dbus-run-session's children: the bus and our shell. Freeze the bus: the one that is not `cat`.
    frozen = [child for child in children(bus.pid) if _name(child) == "dbus-daemon"]
    assert len(frozen) == 1
    os.kill(frozen[0], signal.SIGSTOP)
    try:
        send("Done", "", failures)
        assert failures == ["the session bus cannot be joined: Did not authenticate in 0.2 seconds"]
    finally:
        os.kill(frozen[0], signal.SIGCONT)


@needs_dunst
def test_the_bus_may_be_replaced_between_two_notes(
    start_dunst: StartDunst, bus: subprocess.Popen[bytes], failures: list[str]
):
    start_dunst()
    sender = DbusSender(None)
    sender.send("first", "")
    bus.stdin.close()
    bus.wait(5)
    with pytest.raises(NoteError, match="cannot be joined"):
        sender.send("second", "")
    sender.close()


def test_without_an_address_the_systemd_user_bus_is_used(tmp_path: Path):
    with pytest.raises(NoteError, match="no session bus"):
        session_bus_address({"XDG_RUNTIME_DIR": str(tmp_path)})
    (tmp_path / "bus").touch()
    assert session_bus_address({"XDG_RUNTIME_DIR": str(tmp_path)}) == f"unix:path={tmp_path}/bus"


def _name(process: int) -> str:
    return Path(f"/proc/{process}/comm").read_text().strip()
