"""Asks the SDL library that Kivy has loaded what Kivy does not tell. Knows no screen."""

import ctypes
import sys
from collections.abc import Callable

INVISIBLE = ("dummy", "offscreen")


def video_driver() -> str:
    """What SDL draws with, such as "x11"; "" where SDL cannot be asked.

    "offscreen" although nobody asked for it means that the display has refused us, and nobody sees the window.
    """
    try:
        ask = _sdl().SDL_GetCurrentVideoDriver
    except (OSError, AttributeError, ImportError):
        return ""
    ask.argtypes, ask.restype = (), ctypes.c_char_p
    return (ask() or b"").decode()


def wait_for_event() -> Callable[[float], bool] | None:
    """A function that sleeps for so many seconds, or until there is input, and says whether there is.

    With a null pointer SDL_WaitEventTimeout takes no event from the queue, so that Kivy finds the input where
    it always does. None where SDL cannot be asked.
    """
    try:
        wait = _sdl().SDL_WaitEventTimeout
    except (OSError, AttributeError, ImportError):
        return None
    wait.argtypes, wait.restype = (ctypes.c_void_p, ctypes.c_int), ctypes.c_int
    return lambda pause_s: bool(wait(None, round(pause_s * 1000)))


def _sdl() -> ctypes.CDLL:
    if sys.platform == "win32":
        return ctypes.CDLL("SDL2.dll")
    from kivy.core.window import _window_sdl2

    return ctypes.CDLL(_window_sdl2.__file__)  # a name is looked up in what a library is linked to as well
