"""Leads one session: writes down what is done and sends cues to the ear. Knows no words and no machine.

The window, the terminal and the tests drive the same guide; words come in as a function.
"""

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from app.core.cues import Cue, cues_for
from app.core.events import Event, Finished, Halfway, SegmentDone, Stopped
from app.core.exercise import Exercise
from app.core.ports import Chime, Recorder, RecordError, Speaker
from app.core.record import SessionRecord
from app.core.recording import brought_up_to_date
from app.core.session import Session

Wording = Callable[[Sequence[Cue]], str]

LATE_MS = 1_500
"""A number of seconds left that is said later than this is no longer true."""


class Hearing(Struct, frozen=True):
    """What the user wants to hear; volumes from 0 to 1.

    `lead_ms` milliseconds are how much too early a sound is sent off, to come out of the loudspeaker in time.
    """

    voice: bool = True
    chimes: bool = True
    voice_volume: float = 0.8
    chime_volume: float = 0.8
    lead_ms: int = 0


class Guide:
    """Ticks a session, records each segment as it ends and sounds the cues.

    A record that could not be written stops nothing: `trouble` then holds the one line to show, and the
    next segment tries again with everything so far.
    """

    def __init__(
        self,
        session: Session,
        record: SessionRecord,
        exercises: Mapping[str, Exercise],
        *,
        recorder: Recorder,
        chime: Chime,
        speaker: Speaker,
        wording: Wording,
        hearing: Hearing,
    ) -> None:
        self.session = session
        self.record = record
        self.hearing = hearing
        self.muted = False
        self.trouble = ""
        self.exercises = exercises
        self._recorder = recorder
        self._chime = chime
        self._speaker = speaker
        self._wording = wording
        self._sounded: frozenset[Event] = frozenset()

    def start(self) -> None:
        self._write()
        self.session.start()

    def tick(self) -> tuple[Event, ...]:
        """What happened since the last call, after it was written down and sounded."""
        events = self.session.tick()
        if any(isinstance(event, SegmentDone | Stopped) for event in events):
            self._write()
        self._sound(self._due(events))
        return events

    def next_tick_in_ms(self) -> int | None:
        """Milliseconds until something is to be sounded or written; None if nothing happens by itself."""
        due_ms = self.session.next_event_in_ms()
        if due_ms is None:
            return None
        return due_ms - self.hearing.lead_ms if due_ms > self.hearing.lead_ms else due_ms

    def toggle_mute(self) -> None:
        self.muted = not self.muted
        if self.muted:
            self._speaker.hush()

    def _write(self) -> None:
        self.record = brought_up_to_date(self.record, self.session)
        try:
            self._recorder.put(self.record)
        except RecordError as error:
            self.trouble = str(error)
        else:
            self.trouble = ""

    def _due(self, events: Sequence[Event]) -> list[Event]:
        """What is to be sounded now: what happened and was not foreseen, and what is foreseen now."""
        foreseen = self.session.foresee(self.hearing.lead_ms) if self.hearing.lead_ms else ()
        due = [event for event in (*events, *foreseen) if event not in self._sounded]
        self._sounded = frozenset(foreseen)
        return due

    def _sound(self, events: Sequence[Event]) -> None:
        if any(isinstance(event, Stopped) for event in events):
            self._speaker.hush()
        cues = self._cues(events)
        if not cues:
            return
        sentence = self._wording(cues)  # asked in silence too: whoever shows the words still wants them
        if self.muted:
            return
        chimes = [cue.chime for cue in cues if cue.chime]
        if chimes and self.hearing.chimes:
            self._chime.play(chimes[-1], self.hearing.chime_volume)
        if sentence and self.hearing.voice:
            self._speaker.say(sentence, self.hearing.voice_volume)

    def _cues(self, events: Sequence[Event]) -> tuple[Cue, ...]:
        """The cues of the last segment, each kind once; after a stall those of segments gone by are too late.

        By kind, so that of "3, 2, 1" heard late only the last is said. The end silences all before it.
        """
        timely = [event for event in events if event.index == events[-1].index and not self._is_late(event)]
        if any(isinstance(event, Finished) for event in timely):
            timely = timely[-1:]
        latest = {
            type(cue): cue
            for event in timely
            for cue in cues_for(event, self.session.timeline, self.exercises)
        }
        return tuple(latest.values())

    def _is_late(self, event: Event) -> bool:
        """Whether "15 seconds left" would by now be wrong."""
        left_ms = self.session.now().left_ms
        return isinstance(event, Halfway) and left_ms is not None and event.left_ms - left_ms > LATE_MS
