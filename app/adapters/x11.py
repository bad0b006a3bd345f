"""Owns the few questions that are asked of an X server, by ctypes. Knows no break and no note."""

import ctypes
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar

_ANY_TYPE = 0
_MOST_WORDS = 1024  # of a property, 4 bytes each on the wire
_SUCCESS = 0

T = TypeVar("T")

_Complaint = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
_overhear = _Complaint(lambda *_: 0)  # Xlib would end the process for a window that just closed


class _ScreenSaverInfo(ctypes.Structure):
    _fields_ = (
        ("window", ctypes.c_ulong),
        ("state", ctypes.c_int),
        ("kind", ctypes.c_int),
        ("til_or_since", ctypes.c_ulong),
        ("idle", ctypes.c_ulong),
        ("event_mask", ctypes.c_ulong),
    )


def x11_idle_s(env: Mapping[str, str] = os.environ) -> float | None:
    """Seconds since the last input, by the server's screen-saver extension; None without it or a server."""
    return _ask(env, _idle_s)


def x11_full_screen(env: Mapping[str, str] = os.environ) -> bool | None:
    """Whether the window in front fills the screen; None without a server or a window manager that says so."""
    return _ask(env, _full_screen)


def _ask(env: Mapping[str, str], question: Callable[[Any, int], T | None]) -> T | None:
    """The answer; None if there is no server, no library, or neither knows what was asked."""
    name = env.get("DISPLAY", "")
    if not name:
        return None
    try:
        xlib = _library("libX11.so.6")
        with _opened(xlib, name) as display:
            return question(xlib, display) if display else None
    except (OSError, AttributeError, ValueError):
        return None


def _library(name: str) -> Any:
    library = ctypes.CDLL(name)
    if name.startswith("libX11"):
        library.XOpenDisplay.restype = ctypes.c_void_p
        library.XOpenDisplay.argtypes = (ctypes.c_char_p,)
        library.XCloseDisplay.argtypes = (ctypes.c_void_p,)
        library.XDefaultRootWindow.restype = ctypes.c_ulong
        library.XDefaultRootWindow.argtypes = (ctypes.c_void_p,)
        library.XInternAtom.restype = ctypes.c_ulong
        library.XInternAtom.argtypes = (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int)
        library.XFree.argtypes = (ctypes.c_void_p,)
        library.XSetErrorHandler.restype = ctypes.c_void_p
        library.XSetErrorHandler.argtypes = (ctypes.c_void_p,)
    return library


@contextmanager
def _opened(xlib: Any, name: str) -> Iterator[int | None]:
    before = xlib.XSetErrorHandler(ctypes.cast(_overhear, ctypes.c_void_p))
    display = xlib.XOpenDisplay(name.encode())
    try:
        yield display
    finally:
        if display:
            xlib.XCloseDisplay(display)
        xlib.XSetErrorHandler(before)


def _idle_s(xlib: Any, display: int) -> float | None:
    xss = _library("libXss.so.1")
    xss.XScreenSaverQueryExtension.argtypes = (ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)
    xss.XScreenSaverQueryInfo.argtypes = (ctypes.c_void_p, ctypes.c_ulong, ctypes.c_void_p)
    event, error = ctypes.c_int(), ctypes.c_int()
    if not xss.XScreenSaverQueryExtension(display, ctypes.byref(event), ctypes.byref(error)):
        return None
    info = _ScreenSaverInfo()
    if not xss.XScreenSaverQueryInfo(display, xlib.XDefaultRootWindow(display), ctypes.byref(info)):
        return None
    return float(info.idle) / 1000


def _full_screen(xlib: Any, display: int) -> bool | None:
    root = xlib.XDefaultRootWindow(display)
    active = _longs(xlib, display, root, b"_NET_ACTIVE_WINDOW")
    if active is None:
        return None
    if not active or not active[0]:
        return False
    wanted = xlib.XInternAtom(display, b"_NET_WM_STATE_FULLSCREEN", 0)
    return wanted in (_longs(xlib, display, active[0], b"_NET_WM_STATE") or ())


def _longs(xlib: Any, display: int, window: int, name: bytes) -> tuple[int, ...] | None:
    """The numbers of a property; None if the window has none of that name."""
    found = ctypes.POINTER(ctypes.c_ulong)()
    kind, bits = ctypes.c_ulong(), ctypes.c_int()
    count, rest = ctypes.c_ulong(), ctypes.c_ulong()
    outcome = xlib.XGetWindowProperty(
        ctypes.c_void_p(display),
        ctypes.c_ulong(window),
        ctypes.c_ulong(xlib.XInternAtom(display, name, 0)),
        ctypes.c_long(0),
        ctypes.c_long(_MOST_WORDS),
        ctypes.c_int(0),
        ctypes.c_ulong(_ANY_TYPE),
        ctypes.byref(kind),
        ctypes.byref(bits),
        ctypes.byref(count),
        ctypes.byref(rest),
        ctypes.byref(found),
    )
    if outcome != _SUCCESS or not kind.value:
        return None
    try:
        return tuple(found[: count.value]) if bits.value == 32 else None
    finally:
        if found:
            xlib.XFree(found)
