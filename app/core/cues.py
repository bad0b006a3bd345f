"""What is said and chimed, and when: a policy from events to cues. Knows no words and no loudspeaker."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from app.core import events
from app.core.events import Event, Phase
from app.core.exercise import Exercise
from app.core.ports import ChimeName
from app.core.record import Side
from app.core.timeline import Segment, Timeline

News = Literal["", "side", "set", "exercise"]
"""How much of the work that begins is new to the ear: with the exercise its set and side are new as well."""

HALFWAY_FROM_MS = 20_000
"""Shorter holds are over before half-way is worth a word."""
PHASE_FROM_MS = 1_000
"""A phase must last long enough to hear its name in it."""
COUNTED_FROM_MS = 8_000
"""The last three seconds of shorter holds are left in peace."""


class Cue(Struct, frozen=True):
    """Something for the ear. `chime` is played with it, None for words alone.

    What `matters` tells of a change that nobody may miss: for its words, lesser ones that follow at once give way.
    """

    @property
    def chime(self) -> ChimeName | None:
        return None

    @property
    def matters(self) -> bool:
        return True


class GetReady(Cue, frozen=True):
    """`work` comes after this pause; `fetch` is the equipment that was not in use before.

    What there is no time to name now, `fetch_later` and even the exercise, the work itself will.
    """

    work: Segment
    fetch: tuple[str, ...]
    fetch_later: tuple[str, ...] = ()
    name_later: bool = False

    @property
    def chime(self) -> ChimeName:
        return "ready"


class Begin(Cue, frozen=True):
    """The work runs. `news` is what no cue before it told, `fetch` the equipment that belongs to that."""

    work: Segment
    news: News = ""
    fetch: tuple[str, ...] = ()

    @property
    def chime(self) -> ChimeName | None:
        return "start" if self.work.rep in (None, 1) else None

    @property
    def matters(self) -> bool:
        return bool(self.news or self.fetch) or self.work.rep in (None, 1)


class HalfwayDone(Cue, frozen=True):
    left_ms: int

    @property
    def matters(self) -> bool:
        return False


class Count(Cue, frozen=True):
    """Three, two, one: so many seconds of work are left."""

    left: int

    @property
    def matters(self) -> bool:
        return False


class Switch(Cue, frozen=True):
    to: Side | None

    @property
    def chime(self) -> ChimeName:
        return "switch"


class Repetition(Cue, frozen=True):
    rep: int
    of: int

    @property
    def matters(self) -> bool:
        return False


class TempoPhase(Cue, frozen=True):
    phase: Phase

    @property
    def matters(self) -> bool:
        return False


class Rest(Cue, frozen=True):
    ms: int
    next_work: Segment | None

    @property
    def chime(self) -> ChimeName:
        return "switch"


class Relax(Cue, frozen=True):
    @property
    def matters(self) -> bool:
        return False


class Wait(Cue, frozen=True):
    text: str

    @property
    def chime(self) -> ChimeName:
        return "ready"


class PauseBegan(Cue, frozen=True):
    pass


class GoOn(Cue, frozen=True):
    """Get into position again: the work goes on in `lead_in_ms` milliseconds. `news` and `fetch` as in Begin."""

    work: Segment
    lead_in_ms: int
    news: News = ""
    fetch: tuple[str, ...] = ()


class Finish(Cue, frozen=True):
    @property
    def chime(self) -> ChimeName:
        return "finish"


def cues_for(event: Event, timeline: Timeline, exercises: Mapping[str, Exercise]) -> tuple[Cue, ...]:
    """The cues of one event, in the order in which they are heard; often none."""
    segment = timeline.segments[event.index]
    match event:
        case events.SegmentStarted(lead_in_ms=lead_in_ms) if lead_in_ms:
            return (GoOn(segment, lead_in_ms),)
        case events.SegmentStarted():
            return _at_start(event.index, timeline, exercises)
        case events.Halfway(left_ms=left_ms) if 2 * left_ms >= HALFWAY_FROM_MS:
            return (HalfwayDone(left_ms),)
        case events.Countdown(left=left) if segment.is_work and segment.estimate_ms >= COUNTED_FROM_MS:
            return (Count(left),)
        case events.RepStarted(rep=rep) if segment.kind == "rep":
            return (Repetition(rep, segment.reps),)
        case events.PhaseStarted(phase=phase, ms=ms) if ms >= PHASE_FROM_MS:
            return (TempoPhase(phase),)
        case events.Resumed(lead_in_ms=lead_in_ms) if lead_in_ms:
            return (GoOn(segment, lead_in_ms),)
        case events.Continued():
            return (Begin(segment),)
        case events.Paused():
            return (PauseBegan(),)
        case events.Finished():
            return (Finish(),)
        case _:
            return ()


def fetched_for(index: int, timeline: Timeline, exercises: Mapping[str, Exercise]) -> tuple[str, ...]:
    """The equipment that the work at or after `index` needs and the work before it did not."""
    coming = timeline.next_work(index)
    before = next((segment for segment in reversed(timeline.segments[:index]) if segment.is_work), None)
    in_use = _equipment(before, exercises)
    return tuple(item for item in _equipment(coming, exercises) if item not in in_use)


def _at_start(index: int, timeline: Timeline, exercises: Mapping[str, Exercise]) -> tuple[Cue, ...]:
    segment = timeline.segments[index]
    coming = timeline.next_work(index)
    match segment.kind:
        case "prepare":
            if segment.exercise is None or coming is None:
                return ()
            return (GetReady(coming, fetched_for(index, timeline, exercises)),)
        case "hold" | "rep" | "reps":
            return (Begin(segment),)
        case "switch":
            return (Switch(coming.side if coming else None),)
        case "rest":
            return (Rest(segment.estimate_ms, coming),)
        case "relax":
            return (Relax(),)
        case _:
            return (Wait(segment.text),)


def _equipment(segment: Segment | None, exercises: Mapping[str, Exercise]) -> tuple[str, ...]:
    if segment is None or segment.exercise is None:
        return ()
    return exercises[segment.exercise].equipment
