"""A real bus, display and notification daemon for the tests, each private and ended afterwards."""

import json
import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from jeepney import DBusAddress, new_signal
from jeepney.io.blocking import open_dbus_connection

from app.adapters.dbus_notes import DbusSender
from app.core.ports import CHIMES
from tests.adapters.machine import wait_until

SOUNDS = Path(__file__).parents[2] / "assets" / "sounds"

# No service folders: nothing is started on demand, so that "no daemon" means none.
_BUS = """<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy>
</busconfig>"""


class Dunst:
    """A running dunst, what it was shown, and its end."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process

    def shown(self) -> list[dict[str, object]]:
        """The notes so far, the newest first."""
        subprocess.run(["dunstctl", "close-all"], check=True, timeout=5)
        answer = subprocess.run(["dunstctl", "history"], check=True, timeout=5, capture_output=True).stdout
        notes = json.loads(answer)["data"][0]
        return [{name: field["data"] for name, field in note.items()} for note in notes]

    def displayed(self) -> int:
        """How many notes stand on the screen now."""
        answer = subprocess.run(
            ["dunstctl", "count", "displayed"], check=True, timeout=5, capture_output=True
        ).stdout
        return int(answer)

    def press(self, button: str, number: int = 1) -> None:
        """Presses the note itself, "default", by dunst's own command. It has none for the buttons: for those its
        signal is sent, of the note with that number."""
        if button == "default":
            subprocess.run(["dunstctl", "action"], check=True, timeout=5)
            return
        path = DBusAddress("/org/freedesktop/Notifications", interface="org.freedesktop.Notifications")
        with open_dbus_connection("SESSION") as stranger:
            stranger.send(new_signal(path, "ActionInvoked", "us", (number, button)))

    def kill(self) -> None:
        self._process.kill()
        self._process.wait(5)


@pytest.fixture
def sounds() -> Path:
    assert all((SOUNDS / f"{name}.wav").is_file() for name in CHIMES)
    return SOUNDS


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[subprocess.Popen[bytes]]:
    """A private session bus; this process finds it by its environment."""
    config = tmp_path / "bus.conf"
    config.write_text(_BUS)
    command = ["dbus-run-session", f"--config-file={config}", "--", "sh", "-c"]
    with subprocess.Popen(
        [*command, 'echo "$DBUS_SESSION_BUS_ADDRESS"; exec cat'],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as session:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", session.stdout.readline().decode().strip())
        yield session
        session.stdin.close()
        session.wait(5)


@pytest.fixture(scope="session")
def display() -> Iterator[str]:
    """A private X server's display."""
    ours, theirs = os.pipe()
    command = ["Xvfb", "-displayfd", str(theirs), "-screen", "0", "400x800x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[theirs], stderr=subprocess.DEVNULL)
    os.close(theirs)
    with os.fdopen(ours) as numbers:
        number = numbers.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait(5)


@pytest.fixture
def start_dunst(bus: object, display: str) -> Iterator[Callable[[], Dunst]]:
    started: list[Dunst] = []

    def start() -> Dunst:
        process = subprocess.Popen(
            ["dunst"], env=os.environ | {"DISPLAY": display}, stderr=subprocess.DEVNULL
        )
        started.append(Dunst(process))
        assert wait_until(lambda: DbusSender(None).health().works), "dunst did not come up"
        return started[-1]

    yield start
    for dunst in started:
        dunst.kill()
