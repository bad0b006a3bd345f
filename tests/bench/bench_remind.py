"""How long `soleus remind --due` takes, as a process of its own: `make bench`. Nothing is asserted."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from app.core.demo_diary import demo_diary
from app.core.reminders.reminder import Reminder
from app.core.settings import Settings
from app.core.timeline import unfold
from app.storage.bundle import routines_folder
from app.storage.demo_folder import fill_folder
from app.storage.library import read_library
from app.storage.settings_file import save_settings

MAIN = Path(__file__).parents[2] / "main.py"
ROUNDS = 15
YEARS = 20
TARGET = "150 ms"


def bench_reminding() -> None:
    """With nothing due it reads two files; with something due the last two years of twenty, and the bus."""
    never = Reminder("never", (time(0),), since=datetime(2999, 1, 1))
    now = Reminder("now", (time(0),), routine="never-done")
    with _folder() as folder, _bus():
        for what, reminder in (("nothing due", never), ("one due", now)):
            save_settings(folder, Settings(reminders=(reminder,), day_start_h=0))
            took = [_remind_ms(folder) for _ in range(ROUNDS)]
            print(
                f"\nremind, {what:12} after {YEARS} years {median(took):6.0f} ms,"
                f" at best {min(took):.0f} ms (target {TARGET})",
                end="",
            )


def _remind_ms(folder: Path) -> float:
    environment = os.environ | {"SOLEUS_HOME": str(folder)}
    start = perf_counter()
    subprocess.run(
        [sys.executable, str(MAIN), "remind", "--due"], check=False, env=environment, capture_output=True
    )
    return (perf_counter() - start) * 1000


@contextmanager
def _folder() -> Iterator[Path]:
    library = read_library(routines_folder(), None)
    timelines = [unfold(entry.routine, library.exercises) for entry in library.routines if entry.routine]
    invented = demo_diary(timelines, datetime.now(UTC).date(), YEARS, UTC)
    with TemporaryDirectory() as name:
        folder = Path(name) / "soleus"
        fill_folder(folder, invented.sessions, (), invented.targets)
        yield folder


@contextmanager
def _bus() -> Iterator[None]:
    """A private session bus without a notification daemon, where there is one to start: it is asked and refuses."""
    if shutil.which("dbus-daemon") is None:
        yield
        return
    command = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as bus:
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        yield
        del os.environ["DBUS_SESSION_BUS_ADDRESS"]
        bus.terminate()
