"""What is remembered of a session. Knows no storage and no clock.

There may be tens of thousands of these, and none can be part of a cycle: the garbage collector is spared them.
"""

from datetime import date, datetime
from typing import Literal

from msgspec import Struct

Side = Literal["left", "right"]
Status = Literal["running", "finished", "partial"]


class Work(Struct, frozen=True, gc=False):
    """Time under stretch or load of one exercise on one side, summed over a session.

    `ms` are milliseconds, `reps` repetitions (0 for a plain hold), `side` None where both work at once.
    """

    exercise: str
    side: Side | None
    ms: int
    reps: int = 0


class Passed(Struct, frozen=True, array_like=True, gc=False):
    """What one segment of a timeline came to: milliseconds spent in it and repetitions completed."""

    ms: int = 0
    reps: int = 0


class SessionRecord(Struct, frozen=True, gc=False):
    """One session: what was planned and what was done.

    `day` is frozen when the session starts and nothing recomputes it. `planned_ms` and `done_ms` count
    work only (holds and repetitions), in milliseconds. While `status` is "running", `passed` holds what
    each segment so far came to, so that the session can go on after a crash, and `plan` is the
    fingerprint of the timeline they belong to: of the routine's `steps` with these numbers, or of all for ().
    """

    id: str
    routine: str
    name: str
    started_at: datetime
    day: date
    status: Status
    planned_ms: int
    done_ms: int = 0
    work: tuple[Work, ...] = ()
    note: str = ""
    before: int | None = None
    after: int | None = None
    passed: tuple[Passed, ...] = ()
    plan: str = ""
    steps: tuple[int, ...] = ()
