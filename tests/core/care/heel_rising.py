"""The heel-rise test on a fake machine."""

from msgspec import structs

from app.core.care.heel_rise import EXERCISE, heel_rise_timeline
from app.core.guide import Guide, Hearing, Wording
from app.core.recording import begun
from app.core.session import Session
from tests.core.clock import FakeClock
from tests.core.machine import FakeChime, FakeRecorder, FakeSpeaker
from tests.core.routines import exercise
from tests.core.test_guide import MORNING

EXERCISES = {EXERCISE: structs.replace(exercise(EXERCISE), kind="strength")}
BEAT_MS = 1_000
TIMELINE = heel_rise_timeline(EXERCISES, "Heel-rise test", "Knee straight.")


class HeelRising:
    """At the first beat of the left leg."""

    def __init__(self, wording: Wording = lambda *_: "") -> None:
        self.clock = FakeClock()
        self.session = Session(TIMELINE, self.clock)
        self.speaker = FakeSpeaker()
        self.chime = FakeChime(self.clock.monotonic)
        self.guide = Guide(
            self.session,
            begun(self.session.timeline, "one", MORNING, 4),
            EXERCISES,
            recorder=FakeRecorder(),
            chime=self.chime,
            speaker=self.speaker,
            wording=wording,
            hearing=Hearing(),
            beats=True,
        )
        self.guide.start()
        self.run(15_000)

    def run(self, ms: int) -> None:
        for _ in range(ms // 100):
            self.clock.advance(100)
            self.guide.tick()

    def end_leg(self) -> None:
        self.session.skip()
        self.guide.tick()
