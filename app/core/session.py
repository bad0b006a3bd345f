"""The session engine: what is now, what is paused, what is done. Knows no words, no sounds and no storage.

Time is asked, never counted: the engine holds the moment at which the current segment began and compares
it with the clock, so ticks may come late, early or not at all without changing what was done.
"""

from collections.abc import Iterator
from copy import copy
from datetime import datetime
from typing import Literal

from msgspec import Struct, structs

from app.core import marks
from app.core.events import (
    Continued,
    Event,
    Extended,
    Finished,
    Halfway,
    Outcome,
    Paused,
    PauseReason,
    Resumed,
    SegmentDone,
    SegmentStarted,
    Stopped,
)
from app.core.ports import Clock
from app.core.record import Passed, Work
from app.core.timeline import Segment, Timeline, closed

State = Literal["ready", "running", "paused", "finished", "stopped"]

LEAD_IN_MS = 3_000
"""To get into position again after a pause, before a hold or a repetition goes on."""
JUMP_MS = 5_000
"""A difference between the monotonic and the wall clock that means the machine slept or was set."""
BACK_RESTARTS_AFTER_MS = 3_000
"""Back within the first 3 s of a set goes to the one before; later it begins the set again."""


class Now(Struct, frozen=True):
    """What a session looks like at one moment. Times are milliseconds; `left_ms` is None if open-ended.

    `lead_in_ms` is above 0 while the person gets into position again and the segment stands still.
    """

    state: State
    index: int
    segment: Segment
    elapsed_ms: int
    length_ms: int | None
    lead_in_ms: int

    @property
    def left_ms(self) -> int | None:
        return None if self.length_ms is None else self.length_ms - self.elapsed_ms


def _moving(timeline: Timeline) -> Timeline:
    """The timeline as if nobody were waited for; each wait is a moment of its own."""
    moving = closed(timeline)
    segments = tuple(structs.replace(each, length_ms=max(1, each.length_ms or 0)) for each in moving.segments)
    return structs.replace(moving, segments=segments)


class _StillClock:
    """The moment at which it was made, and `passed_ms` milliseconds later."""

    def __init__(self, clock: Clock) -> None:
        self._began, self._wall = clock.monotonic(), clock.now()
        self.passed_ms = 0

    def monotonic(self) -> float:
        return self._began + self.passed_ms / 1000

    def now(self) -> datetime:
        return self._wall


class Session:
    """Leads through a timeline. Drive it with the verbs, and ask `tick()` for what happened since.

    `passed` is what an earlier run of the same timeline came to, segment by segment: the session then
    goes on with the segment after it.
    """

    def __init__(self, timeline: Timeline, clock: Clock, passed: tuple[Passed, ...] = ()) -> None:
        self.timeline = timeline
        self._clock = clock
        self._passed = [*passed, *(Passed() for _ in timeline.segments[len(passed) :])]
        self._extra_ms = [0] * len(timeline.segments)
        self._index = min(len(passed), len(timeline.segments) - 1)
        self._state: State = "ready"
        self._elapsed_ms = 0
        self._since_ms = 0
        self._lead_in_ms = 0
        self._marks: list[marks.Mark] = []
        self._events: list[Event] = []
        self._skew_ms = self._measure_skew()

    def foresee(self, ms: int) -> tuple[Event, ...]:
        """What will happen within the next `ms` milliseconds if nobody does anything; changes nothing.

        For sounds, which take their time to come out of the loudspeaker and so must be sent off early.
        """
        ahead = copy(self)
        ahead._look_ahead(ms)  # noqa: SLF001  # one of us
        return tuple(ahead._events)  # noqa: SLF001

    def ahead(self, *, to_the_end: bool = False) -> Iterator[tuple[int, tuple[Event, ...]]]:
        """What will happen by itself, moment by moment: in how many milliseconds, and what; changes nothing.

        It ends where the session waits for the person or, `to_the_end`, takes every such wait for as long as
        its estimate.
        """
        yield from copy(self)._foretell(to_the_end)  # noqa: SLF001  # one of us

    def next_event_in_ms(self) -> int | None:
        """Milliseconds until something is due by itself: when to tick next. None if nothing is."""
        if self._state != "running":
            return None
        now = self.now()
        due = [mark.at_ms for mark in self._marks[:1]]
        if now.length_ms is not None:
            due.append(now.length_ms)
        return max(0, min(due) - now.elapsed_ms + now.lead_in_ms) if due else None

    @property
    def clock_ms(self) -> int:
        """What the session's clock shows, from an arbitrary start."""
        return self._monotonic_ms()

    @property
    def state(self) -> State:
        return self._state

    @property
    def is_over(self) -> bool:
        return self._state in ("finished", "stopped")

    @property
    def passed(self) -> tuple[Passed, ...]:
        """What each segment before the current one came to; all of them once the session is over."""
        return tuple(self._passed if self.is_over else self._passed[: self._index])

    def work(self) -> tuple[Work, ...]:
        """What was done so far by exercise and side, in the order of the timeline.

        A segment done twice, after going back, counts once: by its longest pass.
        """
        done: dict[tuple[str, object], Work] = {}
        for segment, passed in zip(self.timeline.segments, self._passed, strict=True):
            if segment.is_work and segment.exercise is not None and passed.ms:
                key = (segment.exercise, segment.side)
                before = done.get(key, Work(segment.exercise, segment.side, 0))
                done[key] = Work(
                    before.exercise, before.side, before.ms + passed.ms, before.reps + passed.reps
                )
        return tuple(done.values())

    def now(self) -> Now:
        """The present moment. Never moves the session: ask `tick()` first for what has happened."""
        elapsed_ms, lead_in_ms = self._elapsed_ms, self._lead_in_ms
        if self._state == "running":
            since_ms = self._monotonic_ms() - self._since_ms
            elapsed_ms += max(0, since_ms - lead_in_ms)
            lead_in_ms = max(0, lead_in_ms - since_ms)
        length_ms = self._length_ms
        if length_ms is not None:
            elapsed_ms = min(elapsed_ms, length_ms)
        return Now(self._state, self._index, self._segment, elapsed_ms, length_ms, lead_in_ms)

    def start(self) -> None:
        """Begins; a session that goes on in the middle of a set gives time to get into position first."""
        if self._state == "ready":
            self._state = "running"
            self._skew_ms = self._measure_skew()
            self._enter(self._index, self._monotonic_ms(), lead_in=self._index > 0)

    def tick(self) -> tuple[Event, ...]:
        """What happened since the last call, in order. A late call catches up through several segments."""
        self._catch_up()
        skew_ms = self._measure_skew(self._skew_ms)
        if abs(skew_ms - self._skew_ms) > JUMP_MS:
            self._pause("clock")
        self._skew_ms = skew_ms
        events, self._events = tuple(self._events), []
        return events

    def pause(self) -> None:
        self._catch_up()
        self._pause("user")

    def resume(self) -> None:
        """Goes on; before work, after 3 s to get into position again."""
        if self._state == "paused":
            self._state = "running"
            self._since_ms = self._monotonic_ms()
            self._lead_in()
            self._events.append(Resumed(self._index, self._lead_in_ms))

    def skip(self) -> None:
        """Leaves the rest of this set (or pause) out and goes on with what follows it."""
        self._catch_up()
        if self._state in ("running", "paused"):
            block = self._segment.block
            target = self._index
            while target < len(self.timeline.segments) and self.timeline.segments[target].block == block:
                target += 1
            self._leave("skipped")
            self._enter(target, self._monotonic_ms())

    def back(self) -> None:
        """Begins this set again or, in its first three seconds or between two sets, the one before it."""
        self._catch_up()
        if self._state in ("running", "paused"):
            target = self._back_target()
            self._leave("left")
            self._enter(target, self._monotonic_ms(), lead_in=True)

    def add(self, seconds: int) -> None:
        """Makes the current segment longer by so many seconds, and its twin on the other side as well.

        Repetitions to a tempo and open-ended segments have no length to add to, and heat and cold have the most that
        is good: nothing happens.
        """
        self._catch_up()
        if self._state not in ("running", "paused") or not self.timeline.can_last_longer(self._segment):
            return
        for index in (self._index, *self._twins()):
            self._extra_ms[index] += seconds * 1000
        self._plan_marks_again()
        self._events.append(Extended(self._index, seconds * 1000))

    def done(self) -> None:
        """Ends an open-ended segment: its repetitions are completed, or the wait is over."""
        self._catch_up()
        if self._state in ("running", "paused") and self._segment.length_ms is None:
            self._leave("completed")
            self._enter(self._index + 1, self._monotonic_ms())

    def stop(self) -> None:
        """Ends the session; what was done until now stays done."""
        self._catch_up()
        if not self.is_over:
            if self._state != "ready":
                self._leave("stopped")
            self._state = "stopped"
            self._events.append(Stopped(self._index))

    @property
    def _segment(self) -> Segment:
        return self.timeline.segments[self._index]

    @property
    def _length_ms(self) -> int | None:
        length_ms = self._segment.length_ms
        return None if length_ms is None else length_ms + self._extra_ms[self._index]

    def _monotonic_ms(self) -> int:
        return round(self._clock.monotonic() * 1000)

    def _measure_skew(self, last_ms: int | None = None) -> int:
        """How far the wall clock is ahead of the monotonic one, in milliseconds.

        The two cannot be read at once: a stall between the two reads would look like a jump. So the
        monotonic one is read on both sides, and of what the difference can be, what is nearest to
        `last_ms` is taken.
        """
        before_ms = self._monotonic_ms()
        wall_ms = round(self._clock.now().timestamp() * 1000)
        least, most = wall_ms - self._monotonic_ms(), wall_ms - before_ms
        return most if last_ms is None else min(max(last_ms, least), most)

    def _foretell(self, to_the_end: bool) -> Iterator[tuple[int, tuple[Event, ...]]]:
        """To be called on a copy, which it leads to the end."""
        self._clock = still = _StillClock(self._clock)
        self._passed, self._marks, self._events = self._passed[:], self._marks[:], []
        if to_the_end:
            self.timeline = _moving(self.timeline)
        while (wait_ms := self.next_event_in_ms()) is not None:
            still.passed_ms += wait_ms
            self._catch_up()
            events, self._events = tuple(self._events), []
            if events:
                yield still.passed_ms, events

    def _look_ahead(self, ms: int) -> None:
        """To be called on a copy: what it shares with the original is copied first."""
        self._passed, self._marks, self._events = self._passed[:], self._marks[:], []
        self._advance_to(self._monotonic_ms() + ms)

    def _catch_up(self) -> None:
        self._advance_to(self._monotonic_ms())

    def _advance_to(self, now_ms: int) -> None:
        while self._state == "running":
            position_ms = self._elapsed_ms + now_ms - self._since_ms - self._lead_in_ms
            length_ms = self._length_ms
            if length_ms is None or position_ms < length_ms:
                self._announce(position_ms)
                return
            self._announce(length_ms)
            ended_ms = self._since_ms + self._lead_in_ms + length_ms - self._elapsed_ms
            self._elapsed_ms = length_ms
            self._close("completed")
            self._enter(self._index + 1, ended_ms)

    def _announce(self, position_ms: int) -> None:
        while self._marks and self._marks[0].at_ms <= position_ms:
            self._events.append(self._marks.pop(0).event)

    def _enter(self, index: int, at_ms: int, *, lead_in: bool = False) -> None:
        """Begins segment `index` at the monotonic moment `at_ms`, or finishes when there is none."""
        self._marks = []
        if index >= len(self.timeline.segments):
            self._state = "finished"
            self._events.append(Finished(self._index))
            return
        self._index = index
        self._elapsed_ms, self._lead_in_ms, self._since_ms = 0, 0, at_ms
        self._marks = marks.of_segment(index, self._segment, self._length_ms)
        waits = self._segment.is_work and (lead_in or self._state == "paused")
        self._events.append(SegmentStarted(index, self._segment, LEAD_IN_MS if waits else 0))
        if lead_in and self._state == "running":
            self._lead_in()

    def _lead_in(self) -> None:
        if self._segment.is_work:
            self._lead_in_ms = LEAD_IN_MS
            self._marks.insert(0, marks.Mark(self._elapsed_ms, Continued(self._index)))

    def _plan_marks_again(self) -> None:
        """After the segment became longer: what was announced stays announced, but the end is counted again."""
        halfway_is_due = any(isinstance(mark.event, Halfway) for mark in self._marks)
        continued = [mark for mark in self._marks if isinstance(mark.event, Continued)]
        position_ms = self.now().elapsed_ms
        later = [
            mark
            for mark in marks.of_segment(self._index, self._segment, self._length_ms)
            if mark.at_ms > position_ms and (halfway_is_due or not isinstance(mark.event, Halfway))
        ]
        self._marks = continued + later

    def _freeze(self) -> None:
        if self._state == "running":
            self._elapsed_ms, self._lead_in_ms = self.now().elapsed_ms, 0
            self._marks = [mark for mark in self._marks if not isinstance(mark.event, Continued)]
            self._since_ms = self._monotonic_ms()

    def _pause(self, reason: PauseReason) -> None:
        if self._state == "running":
            self._freeze()
            self._state = "paused"
            self._events.append(Paused(self._index, reason))

    def _leave(self, outcome: Outcome) -> None:
        self._freeze()
        self._close(outcome)

    def _close(self, outcome: Outcome) -> None:
        segment, before = self._segment, self._passed[self._index]
        reps = marks.completed_reps(segment) if outcome == "completed" else 0
        self._passed[self._index] = Passed(max(before.ms, self._elapsed_ms), max(before.reps, reps))
        self._events.append(SegmentDone(self._index, segment, self._elapsed_ms, reps, outcome))

    def _back_target(self) -> int:
        first = self._index
        while first and self.timeline.segments[first - 1].block == self._segment.block:
            first -= 1
        inside_ms = self.now().elapsed_ms + self._span_ms(first, self._index)
        if self._segment.is_work and inside_ms > BACK_RESTARTS_AFTER_MS:
            return first
        earlier = [i for i in range(first) if self.timeline.segments[i].is_work]
        if not earlier:
            return 0
        target = earlier[-1]
        while target and self.timeline.segments[target - 1].block == self.timeline.segments[target].block:
            target -= 1
        return target

    def _span_ms(self, first: int, last: int) -> int:
        segments = self.timeline.segments
        return segments[last].start_ms - segments[first].start_ms

    def _twins(self) -> Iterator[int]:
        here = self._segment
        if here.side is None:
            return
        for index in range(self._index + 1, len(self.timeline.segments)):
            there = self.timeline.segments[index]
            if (there.step, there.set, there.kind, there.rep) == (here.step, here.set, here.kind, here.rep):
                yield index
