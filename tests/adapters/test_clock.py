from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from app.adapters.clock import FastClock, SystemClock

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


class HandClock:
    """Moved by the test: `pass_time` moves both clocks, `set_wall` the wall alone."""

    def __init__(self, now: datetime = NOON) -> None:
        self.mono, self.wall = 100.0, now

    def monotonic(self) -> float:
        return self.mono

    def now(self) -> datetime:
        return self.wall

    def pass_time(self, seconds: float) -> None:
        self.mono += seconds
        self.set_wall(seconds)

    def set_wall(self, seconds: float) -> None:
        self.wall = (self.wall.astimezone(UTC) + timedelta(seconds=seconds)).astimezone(self.wall.tzinfo)


def test_the_system_clock_goes_on_and_knows_its_offset():
    clock = SystemClock()
    first = clock.monotonic()
    assert clock.monotonic() >= first
    assert clock.now().utcoffset() is not None
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(seconds=1)


def test_a_fast_clock_starts_at_the_time_it_was_made():
    slow = HandClock()
    fast = FastClock(slow, 60)
    assert (fast.monotonic(), fast.now()) == (100.0, NOON)


def test_a_fast_clock_runs_both_clocks_speed_times_as_fast():
    slow = HandClock()
    fast = FastClock(slow, 60)
    slow.pass_time(2.5)
    # 60 × 2.5 s = 150 s
    assert fast.monotonic() == 250.0
    assert fast.now() == NOON + timedelta(seconds=150)


@pytest.mark.parametrize("jump", [3600.0, -3600.0])
def test_a_jump_of_the_wall_clock_passes_through_unscaled(jump: float):
    slow = HandClock()
    fast = FastClock(slow, 60)
    slow.pass_time(1)
    slow.set_wall(jump)
    assert fast.monotonic() == 160.0
    assert fast.now() == NOON + timedelta(seconds=60 + jump)


def test_a_fast_clock_crosses_a_change_to_summer_time():
    berlin = ZoneInfo("Europe/Berlin")
    slow = HandClock(datetime(2026, 3, 29, 1, 59, tzinfo=berlin))
    fast = FastClock(slow, 60)
    slow.pass_time(2)
    # Two minutes later, 01:59 + 0:02, the clocks have gone from 02:00 to 03:00.
    assert fast.now().isoformat() == "2026-03-29T03:01:00+02:00"


@pytest.mark.parametrize("speed", [0, -1, float("inf"), float("nan")])
def test_an_impossible_speed_is_refused(speed: float):
    with pytest.raises(ValueError, match="above 0"):
        FastClock(HandClock(), speed)
