"""Leads one session: writes down what is done and sends cues to the ear. Knows no words and no machine.

The window, the terminal and the tests drive the same guide; words come in as a function.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import takewhile

from msgspec import Struct

from app.core.cues import Cue, TempoPhase, cues_for
from app.core.events import Event, Finished, SegmentDone, SegmentStarted, Stopped
from app.core.exercise import Exercise
from app.core.lateness import is_late
from app.core.manner import Manner
from app.core.ports import Chime, Recorder, RecordError, Speaker
from app.core.record import SessionRecord
from app.core.recording import brought_up_to_date
from app.core.session import Session
from app.core.speech_time import speech_ms
from app.core.told import Told, leaner, with_news

Wording = Callable[[Sequence[Cue], int | None], str]
"""What is said of the cues of one moment in so many milliseconds, or in any time; "" where nothing is or fits."""
Listener = Callable[[Sequence[Cue]], None]

AHEAD_MS, AHEAD_LEAST = 150_000, 8
"""Sentences that will be wanted within this time are made ready, and as many as this in any case."""
BETWEEN = ("prepare", "switch", "rest", "wait")
AGAIN_MS = 60_000
"""So long after that it is looked ahead again."""
LONGEST_MS = 60_000
"""No sentence takes longer, so nobody looks further for the next one."""


class Moment(Struct, frozen=True):
    """Something will be said in `in_ms` milliseconds, in the segment number `index`."""

    in_ms: int
    index: int
    cues: tuple[Cue, ...]

    @property
    def matters(self) -> bool:
        return any(cue.matters for cue in self.cues)


class Telling(Struct, frozen=True):
    """What is said of `cues`, and whether lesser sentences that begin before it is over are left out."""

    sentence: str
    cues: tuple[Cue, ...]
    lesser_give_way: bool = False


class Hearing(Struct, frozen=True):
    """What the user wants to hear; volumes from 0 to 1.

    `lead_ms` milliseconds are how much too early a sound is sent off, to come out of the loudspeaker in time.
    """

    voice: bool = True
    chimes: bool = True
    voice_volume: float = 0.8
    chime_volume: float = 0.8
    lead_ms: int = 0
    manner: Manner = Manner()


class Guide:
    """Ticks a session, records each segment as it ends and sounds the cues.

    A record that could not be written stops nothing: `trouble` then holds the one line to show, and the
    next segment tries again with everything so far. With `beats` each phase of a tempo is marked by a soft beat.
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
        listener: Listener = lambda _: None,
        beats: bool = False,
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
        self.listener = listener
        self._beats = beats
        self._told = Told()
        self._telling_until_ms = 0
        self._looked_ahead_ms = 0
        """The place in the timeline."""
        self._sounded: frozenset[Event] = frozenset()

    def start(self) -> None:
        self._speaker.adopt(self.hearing.manner)
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
        now = self.session.now()
        cues = self._cues([event for event in events if not is_late(event, now)], self._told)
        if not cues:
            return
        self.listener(cues)  # in silence too: whoever shows the words still wants them
        in_words = bool(self._wording(cues, None))
        told = self._tell(cues) if in_words else Telling("", cues)
        if told.sentence or not in_words:  # what had no room is still to be told
            self._told = self._told.after(told.cues)
        if not self.muted:
            self._let_hear(cues, told.sentence)
        self._look_ahead(events)

    def _look_ahead(self, events: Sequence[Event]) -> None:
        """Has the coming sentences made ready: where there is time for it, and every minute."""
        for event in events if self.hearing.voice and self.hearing.manner.verbosity != "chimes" else ():
            if isinstance(event, SegmentStarted) and (
                event.segment.kind in BETWEEN
                or abs(event.segment.start_ms - self._looked_ahead_ms) >= AGAIN_MS
            ):
                self._looked_ahead_ms = event.segment.start_ms
                self._speaker.prepare(self.coming_sentences(), self.hearing.voice_volume)
                return

    def _let_hear(self, cues: Sequence[Cue], sentence: str) -> None:
        chimes = [cue.chime for cue in cues if cue.chime]
        if not chimes and self._beats and any(isinstance(cue, TempoPhase) for cue in cues):
            chimes.append("beat")
        if chimes and self.hearing.chimes:
            self._chime.play(chimes[-1], self.hearing.chime_volume)
        if sentence and self.hearing.voice:
            self._speaker.say(sentence, self.hearing.voice_volume)

    def _cues(self, events: Sequence[Event], told: Told) -> tuple[Cue, ...]:
        """The cues of the last segment, each kind once; after a stall those of segments gone by are too late.

        By kind, so that of "3, 2, 1" heard late only the last is said. The end silences all before it.
        """
        timely = [event for event in events if event.index == events[-1].index] if events else []
        if any(isinstance(event, Finished) for event in timely):
            timely = timely[-1:]
        latest = {
            type(cue): with_news(cue, told, event.index, self.session.timeline, self.exercises)
            for event in timely
            for cue in cues_for(event, self.session.timeline, self.exercises)
        }
        return tuple(latest.values())

    def _tell(self, cues: tuple[Cue, ...]) -> Telling:
        """What is said of the cues now: nothing while a change is still being told that matters more."""
        lead_ms, now_ms = self.hearing.lead_ms, self.session.clock_ms
        if now_ms < self._telling_until_ms and not any(cue.matters for cue in cues):
            return Telling("", cues)
        later = [moment for moment in self._soon(self._told.after(cues)) if moment.in_ms > lead_ms]
        telling = self._fitting(cues, later, lead_ms)
        self._telling_until_ms = now_ms + self._speech_ms(telling)
        return telling

    def _fitting(self, cues: tuple[Cue, ...], later: Sequence[Moment], from_ms: int) -> Telling:
        """What is said of cues that are heard in `from_ms`, before the `later` moments."""
        room_ms = later[0].in_ms - from_ms if later else None
        for candidate in (cues, *leaner(cues)):
            if sentence := self._wording(candidate, room_ms):
                return Telling(sentence, candidate)
        if not any(cue.matters for cue in cues):
            return Telling("", cues)
        weighty = next((moment for moment in later if moment.matters), None)
        room_ms = weighty.in_ms - from_ms if weighty else None
        return Telling(self._wording(cues, room_ms), cues, lesser_give_way=True)

    def _soon(self, told: Told) -> list[Moment]:
        """The moments ahead up to the first that matters."""
        moments: list[Moment] = []
        for moment in takewhile(lambda moment: moment.in_ms <= LONGEST_MS, self._worded(told)):
            moments.append(moment)
            if moment.matters:
                break
        return moments

    def coming_sentences(self, within_ms: int = AHEAD_MS) -> list[str]:
        """What will be said in the next `within_ms` milliseconds, if nobody does anything, in that order.

        What waits for the person is taken for as long as its estimate.
        """
        ahead = self._worded(self._told, to_the_end=True)
        moments: list[Moment] = []
        for moment in ahead:
            moments.append(moment)
            if len(moments) > AHEAD_LEAST and moment.in_ms > within_ms:
                break
        said, telling_until_ms = list[str](), 0
        for number, moment in enumerate(moments):
            if moment.in_ms < telling_until_ms and not moment.matters:
                continue
            later = () if self._waits(moment) else moments[number + 1 :]
            telling = self._fitting(moment.cues, later, moment.in_ms)
            telling_until_ms = moment.in_ms + self._speech_ms(telling)
            said.append(telling.sentence)
        return list(dict.fromkeys(filter(None, said)))

    def _waits(self, moment: Moment) -> bool:
        return self.session.timeline.segments[moment.index].length_ms is None

    def _speech_ms(self, telling: Telling) -> int:
        """Milliseconds for which lesser things are not said."""
        return speech_ms(telling.sentence, self.hearing.manner.speed) if telling.lesser_give_way else 0

    def _worded(self, told: Told, *, to_the_end: bool = False) -> Iterator[Moment]:
        """The moments ahead at which something would be said."""
        for in_ms, events in self.session.ahead(to_the_end=to_the_end):
            cues = self._cues(events, told)
            if cues and self._wording(cues, None):
                yield Moment(in_ms, events[-1].index, cues)
                told = told.after(cues)
