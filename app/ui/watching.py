"""Looks every two seconds at what others may change, while it is shown. Knows no folder."""

from collections.abc import Callable
from typing import Any

from kivy.clock import Clock

EVERY_S = 2.0


class Watching:
    """Calls `look` while `is_shown`; once it is not, nothing ticks until `begin` is called again."""

    def __init__(self, is_shown: Callable[[], bool], look: Callable[[], None]) -> None:
        self._is_shown = is_shown
        self._look = look
        self._tick: Any = Clock.create_trigger(self.pass_by, EVERY_S, interval=True)

    def begin(self) -> None:
        self._tick()

    def pass_by(self, _: float) -> None:
        """One look, or the last."""
        if self._is_shown():
            self._look()
        else:
            self._tick.cancel()
