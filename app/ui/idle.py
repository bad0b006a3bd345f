"""Lets the loop sleep while nothing moves, and wakes it at once on input. Knows no screen.

Kivy's loop wakes sixty times a second whether or not anything changed, which costs 3 % of a core. Here it
blocks in SDL's own wait until there is input or the clock's next event is due. SDL_WaitEventTimeout with a
null pointer takes no event from the queue, so Kivy finds the input where it always does.
"""

import ctypes
import sys
from collections.abc import Callable
from typing import Any

LONGEST_S = 1.0
"""Clock calls made by other threads are seen after this at the latest."""
FALLBACK_FPS = 10
"""Where SDL's wait cannot be had: a compromise between idling and answering."""

Wait = Callable[[int], object]


def sleep_when_idle(clock: Any) -> bool:
    """Makes `clock` (Kivy's) block while nothing is due; False where that is not possible."""
    wait = _sdl_wait()
    if wait is None:
        clock._max_fps = FALLBACK_FPS
        return False
    normal_idle = clock.idle

    def idle() -> float:
        pause_s = _time_to_next_event(clock)
        if pause_s > 1 / 60:
            wait(int(pause_s * 1000))
        return float(normal_idle())

    clock.idle = idle
    return True


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


def _sdl_wait() -> Wait | None:
    """SDL_WaitEventTimeout of the very library that Kivy has loaded; None where it cannot be found."""
    try:
        library = ctypes.CDLL(_loaded_sdl())
        function = library.SDL_WaitEventTimeout
    except (OSError, AttributeError, StopIteration):
        return None
    function.argtypes = (ctypes.c_void_p, ctypes.c_int)
    function.restype = ctypes.c_int
    return lambda ms: function(None, ms)


def _loaded_sdl() -> str:
    """The path of the SDL2 library in this process. Raises StopIteration or OSError if there is none."""
    if sys.platform == "linux":
        with open("/proc/self/maps", encoding="utf-8") as maps:
            paths = (line.split(maxsplit=5)[-1].strip() for line in maps if "libSDL2-2" in line)
            return next(paths)
    return {"win32": "SDL2.dll", "darwin": "SDL2"}[sys.platform]
