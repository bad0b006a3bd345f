"""Asks a window to close as the button of its frame does: by a message, which only window managers send."""

import ctypes
from ctypes import c_char_p, c_int, c_long, c_ulong, c_void_p

CLIENT_MESSAGE = 33


class _ClientMessage(ctypes.Structure):
    _fields_ = (
        ("type", c_int),
        ("serial", c_ulong),
        ("send_event", c_int),
        ("display", c_void_p),
        ("window", c_ulong),
        ("message_type", c_ulong),
        ("format", c_int),
        ("data", c_long * 5),
        ("rest", c_long * 24),  # Xlib reads as much as its largest event has
    )


def ask_to_close(display: str, window: int) -> None:
    x11 = ctypes.CDLL("libX11.so.6")  # xdotool needs it too
    x11.XOpenDisplay.restype, x11.XOpenDisplay.argtypes = c_void_p, (c_char_p,)
    x11.XInternAtom.restype, x11.XInternAtom.argtypes = c_ulong, (c_void_p, c_char_p, c_int)
    x11.XSendEvent.argtypes = (c_void_p, c_ulong, c_int, c_long, c_void_p)
    x11.XCloseDisplay.argtypes = (c_void_p,)
    connection = x11.XOpenDisplay(display.encode())
    protocols = x11.XInternAtom(connection, b"WM_PROTOCOLS", 0)
    delete = x11.XInternAtom(connection, b"WM_DELETE_WINDOW", 0)
    message = _ClientMessage(CLIENT_MESSAGE, window=window, message_type=protocols, format=32)
    message.data[0] = delete
    x11.XSendEvent(connection, window, 0, 0, ctypes.byref(message))
    x11.XCloseDisplay(connection)
