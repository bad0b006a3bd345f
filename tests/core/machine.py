"""A machine that remembers what it was told, for tests of what leads a session."""

from collections.abc import Callable, Sequence

from app.core.manner import Manner, VoiceName
from app.core.ports import ChimeName, Health, RecordError
from app.core.record import SessionRecord


class FakeRecorder:
    """Keeps every revision. While `broken` holds a reason, nothing can be written."""

    def __init__(self) -> None:
        self.written: list[SessionRecord] = []
        self.asked = 0
        self.broken = ""

    def put(self, record: SessionRecord) -> None:
        self.asked += 1
        if self.broken:
            raise RecordError(self.broken)
        self.written.append(record)

    def delete(self, session_id: str) -> None:
        raise AssertionError("nobody deletes a session while it is led")

    @property
    def last(self) -> SessionRecord:
        return self.written[-1]


class FakeChime:
    """`moment` is asked at each chime, to tell when it was heard."""

    def __init__(self, moment: Callable[[], float] = lambda: 0) -> None:
        self.played: list[tuple[ChimeName, float]] = []
        self.moments: list[float] = []
        self._moment = moment

    def play(self, name: ChimeName, volume: float) -> None:
        self.played.append((name, volume))
        self.moments.append(self._moment())

    def health(self) -> Health:
        return Health("sound", works=True)

    def close(self) -> None:
        pass


class FakeSpeaker:
    def __init__(self) -> None:
        self.said: list[str] = []
        self.volumes: list[float] = []
        self.prepared: list[str] = []
        self.hushed = 0

    def say(self, text: str, volume: float) -> None:
        self.said.append(text)
        self.volumes.append(volume)

    def adopt(self, manner: Manner) -> None:
        self.manner = manner

    def list_voices(self, answer: Callable[[tuple[VoiceName, ...]], None]) -> None:
        answer(())

    def prepare(self, texts: Sequence[str], volume: float) -> None:
        self.prepared = list(texts)

    def hush(self) -> None:
        self.hushed += 1

    def health(self) -> Health:
        return Health("voice", works=True)

    def close(self) -> None:
        pass
