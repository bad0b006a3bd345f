"""What the window costs, beside a bare Kivy window measured in the same run: `make bench`. Nothing is asserted."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from time import perf_counter, sleep

import pytest

from tests.e2e.desktop import (
    NEEDED,
    PATIENCE,
    ROOT,
    SOLEUS,
    Desktop,
    open_desktop,
    program_environment,
    running,
    write_routine,
)

pytestmark = pytest.mark.needs(*NEEDED)

BARE = [sys.executable, "-m", "tests.bench.bare_window"]
STARTS = 9
SETTLED_S = 4.0  # by then the other screens are imported and the day's backup is made
IDLE_S = 20.0
BUSY_S = 10.0

HOLD = """
format  = 1
id      = "half-a-minute"
name    = "Half a minute"
about   = "One long hold."
goal    = "ease"
prepare = 0

[[step]]
exercise = "wall-calf-stretch"
hold     = 30
"""


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    """A desktop of someone who has seen the welcome, so that the window opens on Today."""
    (tmp_path / "soleus").mkdir()
    (tmp_path / "soleus" / "settings.json").write_text('{"welcomed": true}')
    with open_desktop(tmp_path) as opened:
        yield opened


def bench_start_up(desktop: Desktop) -> None:
    bare, ours = [], []
    for _ in range(STARTS):  # in turn, so that whatever else the machine does weighs on both
        bare.append(_seconds_to_first_frame([*BARE, "first-frame"], desktop))
        ours.append(_seconds_to_first_frame([*SOLEUS, "--first-frame"], desktop))
    ratio = median(ours) / median(bare)
    _tell(
        "first frame", f"{1000 * median(ours):.0f} ms, bare {1000 * median(bare):.0f} ms: {ratio:.2f} times"
    )


def bench_idle(desktop: Desktop) -> None:
    with running(desktop) as soleus:
        sleep(SETTLED_S)
        _tell("Today at rest", f"{_share_of_a_core(soleus.process.pid, IDLE_S):.2f} % of a core")


def bench_hold(desktop: Desktop) -> None:
    write_routine(desktop, "half-a-minute", HOLD)
    with running(desktop, "play", "half-a-minute") as soleus:
        sleep(SETTLED_S)
        soleus.press("Return")
        sleep(4)  # by then the figure is in its hold
        ours = _share_of_a_core(soleus.process.pid, BUSY_S)
        desktop.ask("xdotool", "windowunmap", soleus.window)
        sleep(0.5)
        hidden = _share_of_a_core(soleus.process.pid, BUSY_S)
        desktop.ask("xdotool", "windowmap", soleus.window)
        soleus.press("space")
        sleep(1)
        paused = _share_of_a_core(soleus.process.pid, BUSY_S)
    with _bare(desktop, "ring") as process:
        sleep(1)
        bare = _share_of_a_core(process.pid, BUSY_S)
    _tell("a hold of 30 s", f"{ours:.1f} % of a core, a bare ring at 60 frames {bare:.1f} %")
    _tell("the same, hidden", f"{hidden:.2f} %")
    _tell("the same, paused", f"{paused:.2f} %")


def bench_memory(desktop: Desktop) -> None:
    with running(desktop) as soleus:
        sleep(SETTLED_S)
        ours = _resident_mb(soleus.process.pid)
    with _bare(desktop, "label") as process:
        sleep(2)
        bare = _resident_mb(process.pid)
    _tell("memory", f"{ours:.0f} MB, bare {bare:.0f} MB")


def _tell(what: str, costs: str) -> None:
    print(f"\n{what:20} {costs}", end="")


def _seconds_to_first_frame(command: list[str], desktop: Desktop) -> float:
    """From the start of the process to the line that tells of the frame."""
    start = perf_counter()
    env = program_environment(desktop)
    with subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        took = perf_counter() - start
        process.stdout.read()
    assert process.wait(PATIENCE) == 0
    return took


@contextmanager
def _bare(desktop: Desktop, what: str) -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen([*BARE, what], cwd=ROOT, env=program_environment(desktop)) as process:
        yield process
        process.terminate()


def _share_of_a_core(process: int, seconds: float) -> float:
    """How much of one core all threads of the process took meanwhile, in percent."""
    before, start = _cpu_seconds(process), perf_counter()
    sleep(seconds)
    return 100 * (_cpu_seconds(process) - before) / (perf_counter() - start)


def _cpu_seconds(process: int) -> float:
    """User and system time: fields 14 and 15 of /proc/PID/stat, in ticks."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _resident_mb(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024
