"""Lets what was just shown come to rest, or go on, for pictures of it. Knows no screen."""

from collections.abc import Callable
from typing import Any

from kivy.base import EventLoop
from kivy.uix.widget import Widget

FRAMES = 12
"""A layout settles within a few frames; labels inside lists need the most."""


def settle(frames: int = FRAMES) -> None:
    """Lets the layout come to rest."""
    for _ in range(frames):
        EventLoop.idle()


def let_pass(seconds: float, shell: Any, advance: Callable[[float], None]) -> None:
    """The house's clock goes on, and a session that runs looks at it."""
    advance(seconds)
    if shell.following is not None:
        shell.following.look()


def scroll_to_end(widget: Widget) -> None:
    page: Any = next(child for child in widget.walk() if hasattr(child, "scroll_y"))
    page.scroll_y = 0
