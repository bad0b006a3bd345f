"""Lets what was just shown come to rest, for pictures of it. Knows no screen."""

from kivy.base import EventLoop

FRAMES = 12
"""A layout settles within a few frames; labels inside lists need the most."""


def settle(frames: int = FRAMES) -> None:
    """Lets the layout come to rest."""
    for _ in range(frames):
        EventLoop.idle()
