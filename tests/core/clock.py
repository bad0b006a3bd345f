"""A clock that stands still until it is told to move."""

from datetime import UTC, datetime, timedelta


class FakeClock:
    def __init__(self) -> None:
        self._monotonic_ms = 1_000_000
        self._wall = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)

    def monotonic(self) -> float:
        return self._monotonic_ms / 1000

    def now(self) -> datetime:
        return self._wall

    def advance(self, ms: int) -> None:
        self._monotonic_ms += ms
        self._wall += timedelta(milliseconds=ms)

    def sleep_machine(self, ms: int) -> None:
        """The machine is suspended: only the wall clock goes on."""
        self._wall += timedelta(milliseconds=ms)
