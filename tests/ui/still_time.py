"""The time of Kivy's loop, which stands still until a test lets a frame pass. No test here ever sleeps."""

from kivy.clock import Clock
from kivy.lang import Builder

FRAME_S = 1 / 60
SETTLED = 12
"""A layout comes to rest within so many frames; labels inside lists need the most."""


class StillTime:
    """Kivy's seconds. They begin where its clock stood, since Kivy remembers when each event was made."""

    def __init__(self) -> None:
        self.now = Clock.time()
        Clock.time = lambda: self.now
        Clock._max_fps = 0  # else the loop sleeps until a frame's time is over, which it never would be

    def pass_frame(self) -> None:
        """One turn of Kivy's loop, without its drawing."""
        self.now += FRAME_S
        Clock.tick()
        Builder.sync()
        Clock.tick_draw()
        Builder.sync()


still_time = StillTime()


def frames(count: int = SETTLED) -> None:
    for _ in range(count):
        still_time.pass_frame()


def settle() -> None:
    """Lets the layout come to rest: until nothing is due in the next frame."""
    for _ in range(SETTLED):
        still_time.pass_frame()
        if not any(event.timeout <= 0 for event in Clock.get_events()):
            return


def seconds(count: float) -> None:
    """Time goes by, ten frames to the second: nothing that a test waits for is shorter."""
    for _ in range(round(count * 10)):
        still_time.now += 0.1 - FRAME_S
        still_time.pass_frame()


def forget_what_is_due_later() -> None:
    """Time stands still between two visits, so what the one left to be done later would never be let go."""
    for event in Clock.get_events():
        if event.timeout > 0 and not event.loop:
            event.cancel()
