"""Owns the real clock and one that runs faster. Knows nothing of sessions."""

import os
import sys
import time
from datetime import UTC, datetime, timedelta

from app.core.ports import Clock

if sys.platform == "win32":
    import ctypes

    def _awake_seconds() -> float:
        # On Windows time.monotonic() counts sleep; the "unbiased" counter, in 100 ns, stands still.
        ticks = ctypes.c_ulonglong()
        ctypes.windll.kernel32.QueryUnbiasedInterruptTime(ctypes.byref(ticks))
        return ticks.value / 10_000_000
else:
    _awake_seconds = time.monotonic


class SystemClock:
    """The machine's own clocks. The monotonic one stands still in suspend, on every platform."""

    def monotonic(self) -> float:
        return _awake_seconds()

    def now(self) -> datetime:
        return datetime.now().astimezone()


class FastClock:
    """`clock`, running `speed` times as fast from the moment this is made.

    A jump of the wall clock against the monotonic one (suspend, a clock set by hand) passes through unscaled:
    wall = wall at start + speed × monotonic seconds since + jump. So at speed 60, one second after the
    start and with a wall clock set forward by 10 s meanwhile, 60 s + 10 s have passed on the wall.

    `speed` is above 0; anything else raises ValueError.
    """

    def __init__(self, clock: Clock, speed: float) -> None:
        if not 0 < speed < float("inf"):
            raise ValueError(f"speed must be above 0, not {speed:g}")
        self._clock = clock
        self._speed = speed
        self._start = clock.monotonic()
        self._wall_start = clock.now().astimezone(UTC)

    def monotonic(self) -> float:
        return self._start + self._speed * self._elapsed()

    def now(self) -> datetime:
        wall = self._clock.now()
        elapsed = timedelta(seconds=self._elapsed())
        jump = (wall.astimezone(UTC) - self._wall_start) - elapsed
        # Summed in UTC: Python adds to a local time by its numbers, an hour off across a change.
        return (self._wall_start + self._speed * elapsed + jump).astimezone(wall.tzinfo)

    def _elapsed(self) -> float:
        return self._clock.monotonic() - self._start


def seconds_since_process_start() -> float | None:
    """Seconds since the operating system made this process; None where it does not tell (only Linux does)."""
    try:
        with (
            open("/proc/self/stat", encoding="utf-8") as stat,
            open("/proc/uptime", encoding="utf-8") as uptime,
        ):
            # The name in parentheses may hold spaces; the start in ticks is the 20th field after it.
            started = int(stat.read().rpartition(")")[2].split()[19]) / os.sysconf("SC_CLK_TCK")
            return float(uptime.read().split()[0]) - started
    except (OSError, ValueError, IndexError):
        return None
