"""Notes with buttons, in a real dunst, and by a bus that comes and goes."""

import subprocess
from collections.abc import Callable, Iterator
from threading import Thread
from time import monotonic

import pytest
from jeepney import DBusAddress, MessageType, message_bus, new_method_return, new_signal
from jeepney.io.blocking import Proxy, open_dbus_connection

from app.adapters.asking import DbusAsker, SendingAsker, open_asker
from app.adapters.notes import NoteError
from app.core.ports import Asked, Pressed
from tests.adapters.conftest import Dunst
from tests.adapters.machine import wait_until

BUTTONS = [("default", "Open"), ("start", "Start"), ("snooze", "In 10 minutes")]
DAEMON = DBusAddress(
    "/org/freedesktop/Notifications", interface="org.freedesktop.Notifications", bus_name=None
)
needs_dunst = pytest.mark.needs("dbus-run-session", "Xvfb", "dunst")
needs_bus = pytest.mark.needs("dbus-run-session")


@pytest.fixture
def asker() -> Iterator[DbusAsker]:
    asker = DbusAsker()
    yield asker
    asker.close()


@pytest.fixture
def plain_daemon(bus: object) -> Iterator[list[tuple]]:
    """A daemon that can show nothing but text, and what it was asked to show."""
    shown: list[tuple] = []
    with open_dbus_connection("SESSION") as daemon:
        Proxy(message_bus, daemon).RequestName("org.freedesktop.Notifications")

        def serve() -> None:
            for reply in ((["body"],), (7,)):
                call = daemon.receive(timeout=5)
                while call.header.message_type is not MessageType.method_call:
                    call = daemon.receive(timeout=5)
                if call.body:
                    shown.append(call.body)
                daemon.send(new_method_return(call, "as" if not call.body else "u", reply))

        server = Thread(target=serve)
        server.start()
        yield shown
        server.join(5)


def emit(member: str, signature: str, *body: object) -> None:
    """What the daemon would say if `member` happened."""
    with open_dbus_connection("SESSION") as daemon:
        daemon.send(new_signal(DAEMON, member, signature, body))


@needs_dunst
def test_a_note_with_buttons_arrives_in_the_real_daemon(start_dunst: Callable[[], Dunst], asker: DbusAsker):
    dunst = start_dunst()
    asked = asker.ask("Time for Calf reset", "It is on for today.", BUTTONS)
    assert asked.number is not None
    [note] = dunst.shown()
    assert (note["summary"], note["body"]) == ("Time for Calf reset", "It is on for today.")
    assert note["timeout"] == 120_000_000  # µs


@needs_dunst
def test_a_click_on_the_note_is_told(start_dunst: Callable[[], Dunst], asker: DbusAsker):
    start_dunst()
    asked = asker.ask("Time for Calf reset", "", BUTTONS)
    subprocess.run(["dunstctl", "action"], check=True, timeout=5)
    assert asker.pressed(5) == Pressed(asked.number, "default")


@needs_dunst
def test_a_note_that_is_taken_away_is_told(start_dunst: Callable[[], Dunst], asker: DbusAsker):
    start_dunst()
    asked = asker.ask("Time for Calf reset", "", BUTTONS)
    subprocess.run(["dunstctl", "close-all"], check=True, timeout=5)
    assert asker.pressed(5) == Pressed(asked.number, None)


@needs_dunst
def test_a_note_is_taken_back_and_a_second_time_that_does_nothing(
    start_dunst: Callable[[], Dunst], asker: DbusAsker
):
    dunst = start_dunst()
    asked = asker.ask("Time to get up", "", BUTTONS)
    assert wait_until(lambda: dunst.displayed() == 1)
    asker.take_back(asked.number)
    assert dunst.displayed() == 0
    assert asker.pressed(5) == Pressed(asked.number, None)
    asker.take_back(asked.number)
    assert asker.ask("Time to get up", "", BUTTONS).why == ""


@needs_dunst
def test_a_note_of_a_daemon_that_died_needs_no_taking_back(
    start_dunst: Callable[[], Dunst], asker: DbusAsker
):
    dunst = start_dunst()
    asker.take_back(1)  # before the first note
    asked = asker.ask("Time to get up", "", BUTTONS)
    dunst.kill()
    asker.take_back(asked.number)


@needs_dunst
def test_a_button_is_told_and_other_signals_are_not(start_dunst: Callable[[], Dunst], asker: DbusAsker):
    start_dunst()
    asked = asker.ask("Time for Calf reset", "", BUTTONS)
    emit("ActivationToken", "us", asked.number, "token")
    emit("ActionInvoked", "us", asked.number, "snooze")
    assert asker.pressed(5) is None
    assert asker.pressed(5) == Pressed(asked.number, "snooze")


@needs_dunst
def test_nothing_pressed_is_waited_for_no_longer_than_asked(
    start_dunst: Callable[[], Dunst], asker: DbusAsker
):
    start_dunst()
    asker.ask("Time for Calf reset", "", BUTTONS)
    assert asker.pressed(0.05) is None
    assert asker.pressed(-1) is None


@needs_dunst
def test_a_daemon_that_died_is_told_and_its_successor_used(
    start_dunst: Callable[[], Dunst], asker: DbusAsker
):
    start_dunst().kill()
    assert "ServiceUnknown" in asker.ask("first", "", BUTTONS).why
    successor = start_dunst()
    assert asker.ask("second", "", BUTTONS).why == ""
    assert wait_until(lambda: [note["summary"] for note in successor.shown()] == ["second"])


@needs_dunst
def test_a_bus_that_went_away_is_told_and_nothing_waits_on_it(
    start_dunst: Callable[[], Dunst], asker: DbusAsker, bus: subprocess.Popen[bytes]
):
    start_dunst()
    asker.ask("first", "", BUTTONS)
    bus.stdin.close()
    bus.wait(5)
    while asker.pressed(5) is not None:  # the note's own end may still be told
        pass
    began = monotonic()
    assert asker.pressed(0.05) is None
    assert monotonic() - began >= 0.05  # whoever asks again and again does not spin
    assert "cannot be joined" in asker.ask("second", "", BUTTONS).why


@needs_bus
def test_a_frozen_daemon_is_given_up(bus: object):
    with open_dbus_connection("SESSION") as frozen:
        Proxy(message_bus, frozen).RequestName("org.freedesktop.Notifications")
        asker = DbusAsker(limit=0.2)
        assert asker.ask("Done", "", BUTTONS) == Asked(why="the notification daemon does not answer")
        asker.close()


@needs_bus
def test_a_daemon_without_buttons_shows_the_note_and_tells_nothing(bus: object, plain_daemon: list[tuple]):
    asker = DbusAsker()
    assert asker.ask("Time for Calf reset", "a < b", BUTTONS) == Asked(None)
    [(_, _, _, title, body, buttons, _, _)] = plain_daemon
    assert (title, body, buttons) == ("Time for Calf reset", "a < b", [])
    asker.close()


def test_no_bus_at_all_is_told():
    asker = open_asker()
    assert asker.ask("Done", "", BUTTONS) == Asked(
        why="there is no session bus: DBUS_SESSION_BUS_ADDRESS is not set"
    )
    assert asker.pressed(0) is None
    asker.close()


class Sending:
    def __init__(self, failure: Exception | None = None) -> None:
        self.failure, self.sent = failure, []

    def send(self, title: str, body: str) -> None:
        if self.failure:
            raise self.failure
        self.sent.append((title, body))

    def close(self) -> None:
        pass


def test_where_there_are_no_buttons_the_note_is_shown_all_the_same():
    sender = Sending()
    asker = SendingAsker(sender)
    assert asker.ask("", "one\0two", BUTTONS) == Asked()
    assert sender.sent == [("Soleus", "one two")]
    assert asker.pressed(0) is None


@pytest.mark.parametrize("failure", [NoteError("no"), RuntimeError("no")])
def test_a_note_that_plyer_cannot_show_is_told(failure: Exception):
    assert SendingAsker(Sending(failure)).ask("a", "b", BUTTONS) == Asked(why="no")
