"""When Python looks for garbage: while nobody waits, and seldom else. Knows no screen."""

import gc

from kivy.clock import Clock

REST_S = 1.5
"""So long after a screen came into sight its layout is at rest, and the eye is still on it."""
YOUNG, MIDDLE, OLD = 700, 10, 100
"""Python's own numbers but the last, which is ten times its own: how often all there is is looked through."""


class Sweeping:
    """Looks through everything some time after a screen was left, instead of while the next one is made.

    A screen of many widgets makes Python look through all there is, with a long history and the window's own some
    500,000 things, once or twice while it is being made, for 100 to 200 ms each time.
    """

    def __init__(self) -> None:
        gc.set_threshold(YOUNG, MIDDLE, OLD)
        self._sweep = Clock.create_trigger(lambda _: gc.collect(), REST_S)

    def put_off(self) -> None:
        """A screen has come into sight in the place of another."""
        self._sweep.cancel()
        self._sweep()

    def rest(self) -> None:
        """What is shown now may not stand still, not even for a moment."""
        self._sweep.cancel()
