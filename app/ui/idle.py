"""Lets the loop sleep while nothing moves, and wakes it at once on input. Knows no screen.

Kivy's loop wakes sixty times a second whether or not anything changed, which costs 3 % of a core. Here it
blocks in SDL's own wait until there is input or the clock's next event is due.
"""

import time
from collections.abc import Callable
from typing import Any

from app.ui.sdl import wait_for_event

LONGEST_S = 1.0
"""Clock calls made by other threads are seen after this at the latest."""
FALLBACK_S = 0.1
"""The longest sleep where SDL's wait cannot be had: a compromise between idling and answering."""
SHORTEST_S = 1 / 60
"""What is due within a frame is left to Kivy's own sleep."""
FRAMES_AWAKE = 3
"""Passes of the loop at Kivy's own pace after input: a press is taken in by one pass, handed to the widgets
by the next, and what they changed is drawn by a third."""

Wait = Callable[[float], bool]
"""Sleeps for so many seconds, or until there is input; whether there is."""


def sleep_when_idle(clock: Any, is_drawn: Callable[[], bool], wait: Wait | None = None) -> None:
    """Makes `clock` (Kivy's) block while nothing is due and all that changed `is_drawn`."""
    wait_for_input = wait or wait_for_event() or _doze
    kivys_idle = clock.idle
    awake = FRAMES_AWAKE

    def idle() -> float:
        nonlocal awake
        awake -= 1
        if awake < 0 and is_drawn() and (pause_s := _time_to_next_event(clock)) > SHORTEST_S:
            awake = FRAMES_AWAKE if wait_for_input(pause_s) else 0
        return float(kivys_idle())

    clock.idle = idle


def _time_to_next_event(clock: Any) -> float:
    """Seconds until the clock's next event, at most `LONGEST_S`."""
    now = clock.time()
    pause_s = LONGEST_S
    event = clock._root_event
    while event is not None:
        pause_s = min(pause_s, event._last_dt + event.timeout - now)
        if pause_s <= 0:
            break
        event = event.next
    return pause_s


def _doze(pause_s: float) -> bool:
    """Stands in for SDL's wait: whether there is input shows when Kivy looks."""
    time.sleep(min(pause_s, FALLBACK_S))
    return True
