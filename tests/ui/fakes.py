"""The machine as a notebook: what was asked of it is written down, and it fails when told to."""

from collections.abc import Callable, Sequence
from typing import Any

from app.core.manner import Manner, VoiceName
from app.core.ports import Health, RecordError
from app.demo import DemoHistory


class NotedChime:
    def __init__(self) -> None:
        self.played: list[tuple[str, float]] = []

    def play(self, name: str, volume: float) -> None:
        self.played.append((name, volume))

    def health(self) -> Health:
        return Health("sound", works=True)

    def close(self) -> None: ...


class NotedSpeaker:
    def __init__(self) -> None:
        self.said: list[tuple[str, float]] = []
        self.manner = Manner()
        self.voices = (VoiceName("en-us", "English (America)"), VoiceName("en-gb", "English (Great Britain)"))
        self.hushed = 0
        self.works = True

    def say(self, text: str, volume: float) -> None:
        self.said.append((text, volume))

    def adopt(self, manner: Manner) -> None:
        self.manner = manner

    def list_voices(self, answer: Callable[[tuple[VoiceName, ...]], None]) -> None:
        answer(self.voices)

    def prepare(self, texts: Sequence[str], volume: float) -> None: ...

    def hush(self) -> None:
        self.hushed += 1

    def health(self) -> Health:
        return Health("voice", works=self.works)

    def close(self) -> None: ...


class NotedNotifier:
    """Calls back with `why` where that is set, as a machine without a daemon does. `press` presses the last note."""

    def __init__(self) -> None:
        self.notes: list[tuple[str, str]] = []
        self.buttons: list[Sequence[tuple[str, str]]] = []
        self.press: Callable[[str], None] = lambda _: None
        self.why = ""

    def notify(
        self,
        title: str,
        body: str,
        on_failure: Callable[[str], None],
        buttons: Sequence[tuple[str, str]] = (),
        on_press: Callable[[str], None] = lambda _: None,
    ) -> None:
        self.notes.append((title, body))
        self.buttons.append(buttons)
        self.press = on_press
        if self.why:
            on_failure(self.why)

    def health(self) -> Health:
        return Health("notifications", works=not self.why, why=self.why)

    def close(self) -> None: ...


class NotedKeepAwake:
    def __init__(self) -> None:
        self.awake = False

    def hold(self) -> None:
        self.awake = True

    def release(self) -> None:
        self.awake = False

    def health(self) -> Health:
        return Health("screensaver", works=True)


class StubbornHistory(DemoHistory):
    """A history in memory that refuses every word while `trouble` is set, as a full disk does."""

    trouble = ""

    def put_all(self, *all_of_it: Any, **more: Any) -> None:
        self._refuse()
        super().put_all(*all_of_it, **more)

    def delete_all(self, *all_of_it: Any, **more: Any) -> None:
        self._refuse()
        super().delete_all(*all_of_it, **more)

    def _refuse(self) -> None:
        if self.trouble:
            raise RecordError(self.trouble)
