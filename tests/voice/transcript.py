"""A session by a simulated clock, and what the voice said in it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from app.core.cues import Cue
from app.core.exercise import Exercise
from app.core.guide import Guide, Hearing
from app.core.manner import Manner
from app.core.recording import begun
from app.core.session import Session
from app.core.timeline import Timeline
from app.views.spoken import sentence
from tests.core.clock import FakeClock
from tests.core.machine import FakeChime, FakeRecorder, FakeSpeaker


@dataclass(frozen=True)
class Said:
    """A sentence, and when it began: milliseconds from the start of the session."""

    ms: int
    text: str


class Listening(FakeSpeaker):
    """Notes the moment of each sentence, and which of them had been announced as coming."""

    def __init__(self, now_ms: Callable[[], int]) -> None:
        super().__init__()
        self.transcript: list[Said] = []
        self.foreseen: set[str] = set()
        self._now_ms = now_ms

    def say(self, text: str, volume: float) -> None:
        super().say(text, volume)
        self.transcript.append(Said(self._now_ms(), text))

    def prepare(self, texts: Sequence[str], volume: float) -> None:
        super().prepare(texts, volume)
        self.foreseen |= set(texts)


class Playback:
    """Follows a timeline to its end; what is open-ended is done after its estimate, a wait after 15 s."""

    def __init__(
        self,
        timeline: Timeline,
        exercises: Mapping[str, Exercise],
        manner: Manner = Manner(),  # noqa: B008  # frozen
        lead_ms: int = 0,
    ) -> None:
        self.clock = FakeClock()
        began = self.clock.monotonic()
        self.now_ms = lambda: round((self.clock.monotonic() - began) * 1000)
        self.speaker, self.chime = Listening(self.now_ms), FakeChime(self.now_ms)
        self.cues: list[tuple[int, Sequence[Cue]]] = []
        self.session = Session(timeline, self.clock)
        self.guide = Guide(
            self.session,
            begun(timeline, "one", datetime(2026, 11, 22, 9, tzinfo=UTC), 4),
            exercises,
            recorder=FakeRecorder(),
            chime=self.chime,
            speaker=self.speaker,
            wording=lambda cues, room_ms: sentence(cues, exercises, room_ms, manner),
            hearing=Hearing(lead_ms=lead_ms, manner=manner),
            listener=lambda cues: self.cues.append((self.now_ms(), cues)),
        )
        self.starts: dict[int, int] = {}
        """When each segment began, by its number."""

    def run(self) -> "Playback":
        self.guide.start()
        while not self.session.is_over:
            self.guide.tick()
            now = self.session.now()
            self.starts.setdefault(now.index, self.now_ms() - now.elapsed_ms)
            wait_ms = self.guide.next_tick_in_ms()
            if self.session.is_over:
                break
            if wait_ms is None:
                self.clock.advance(now.segment.estimate_ms or 15_000)
                self.session.done()
            else:
                self.clock.advance(wait_ms)
        return self

    @property
    def transcript(self) -> list[Said]:
        return self.speaker.transcript
