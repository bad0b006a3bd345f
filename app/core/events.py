"""What can happen in a session. Knows no engine and no words."""

from typing import Literal

from msgspec import Struct

from app.core.timeline import Segment

Outcome = Literal["completed", "skipped", "left", "stopped"]
PauseReason = Literal["user", "clock"]
Phase = Literal["lift", "top", "lower", "bottom"]
PHASES: tuple[Phase, ...] = ("lift", "top", "lower", "bottom")


class Event(Struct, frozen=True):
    """Something that happened in the segment number `index`, which counts from 0."""

    index: int


class SegmentStarted(Event, frozen=True):
    """Work to which the session came back stands still for `lead_in_ms` milliseconds, to get into position.

    `Continued` then tells when it runs; after a pause only once that is over.
    """

    segment: Segment
    lead_in_ms: int = 0


class RepStarted(Event, frozen=True):
    rep: int


class PhaseStarted(Event, frozen=True):
    """A phase of a repetition begins; it lasts `ms` milliseconds."""

    phase: Phase
    ms: int


class Halfway(Event, frozen=True):
    left_ms: int


class Countdown(Event, frozen=True):
    """`left` full seconds (3, 2, 1) remain of the segment."""

    left: int


class SegmentDone(Event, frozen=True):
    """The segment is over after `ms` milliseconds; `reps` repetitions were completed in it."""

    segment: Segment
    ms: int
    reps: int
    outcome: Outcome


class Extended(Event, frozen=True):
    ms: int


class Paused(Event, frozen=True):
    """`reason` is "clock" where the machine slept or its clock was set."""

    reason: PauseReason


class Resumed(Event, frozen=True):
    """The session goes on, after `lead_in_ms` milliseconds to get into position again."""

    lead_in_ms: int


class Continued(Event, frozen=True):
    """The time to get into position again is over: the hold or repetition runs on from where it stood."""


class Finished(Event, frozen=True):
    pass


class Stopped(Event, frozen=True):
    pass
