"""What is no longer true when it is said too late. Knows no words."""

from app.core.events import PHASES, Countdown, Event, Halfway, PhaseStarted
from app.core.session import Now

HALFWAY_LATE_MS = 1_500
COUNT_LATE_MS = 600
"""Later than this, the number of seconds left is another one."""


def is_late(event: Event, now: Now) -> bool:
    """Whether "15 seconds left", "two" or "up" would by now be wrong.

    "Two" is due 2,000 ms before the end: with 1,300 ms left it is 700 ms late, and wrong.
    """
    if event.index != now.index:
        return False
    match event:
        case Halfway(left_ms=left_ms):
            return now.left_ms is not None and left_ms - now.left_ms > HALFWAY_LATE_MS
        case Countdown(left=left):
            return now.left_ms is not None and left * 1000 - now.left_ms > COUNT_LATE_MS
        case PhaseStarted(phase=phase):
            tempo = now.segment.tempo or (0, 0, 0, 0)
            return now.elapsed_ms >= sum(tempo[: PHASES.index(phase) + 1])
        case _:
            return False
