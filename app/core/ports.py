"""What Soleus asks of the machine, declared for its users. Knows no machine."""

from collections.abc import Callable
from datetime import datetime
from typing import Literal, Protocol

from msgspec import Struct

from app.core.record import SessionRecord

ChimeName = Literal["ready", "start", "switch", "finish"]
CHIMES: tuple[ChimeName, ...] = ("ready", "start", "switch", "finish")

Part = Literal[
    "display",
    "opengl",
    "sound",
    "notifications",
    "voice",
    "screensaver",
    "scheduler",
    "data",
    "lock",
    "log",
]


class Health(Struct, frozen=True):
    """Whether one part of the machine works. `by` names what does it, `why` the machine's own reason if not."""

    part: Part
    works: bool
    by: str = ""
    why: str = ""


class Clock(Protocol):
    """Time is asked here and nowhere else."""

    def monotonic(self) -> float:
        """Seconds from an arbitrary start, never set back; stands still while the machine sleeps."""

    def now(self) -> datetime:
        """The wall clock, with the local offset from UTC."""


class Chime(Protocol):
    """Plays one of four short sounds. Returns at once; never raises."""

    def play(self, name: ChimeName, volume: float) -> None:
        """`volume` from 0 (silent) to 1."""

    def health(self) -> Health: ...

    def close(self) -> None: ...


class Speaker(Protocol):
    """Says a sentence. Returns at once; the latest sentence wins; never raises."""

    def say(self, text: str, volume: float) -> None:
        """Replaces whatever is being said. `volume` from 0 (silent) to 1."""

    def hush(self) -> None:
        """Falls silent at once."""

    def health(self) -> Health: ...

    def close(self) -> None: ...


class Notifier(Protocol):
    """Shows a note outside the window. Returns at once; never raises."""

    def notify(self, title: str, body: str, on_failure: Callable[[str], None]) -> None:
        """`on_failure` is called, from any thread, with the machine's reason if the note could not be shown."""

    def health(self) -> Health: ...

    def close(self) -> None: ...


class KeepAwake(Protocol):
    """Keeps the screen from going dark. Both calls may be repeated; neither raises."""

    def hold(self) -> None: ...

    def release(self) -> None: ...

    def health(self) -> Health: ...


class FileDialog(Protocol):
    """Asks for a file by the machine's own dialog. Returns at once; never raises.

    `answer` is called, from any thread, with the path, with "" if the person chose none, or with None if the
    machine could not ask. While one question is open, another is passed over.
    """

    @property
    def works(self) -> bool:
        """Whether there is a dialog at all, as far as can be told."""

    def ask_to_open(self, title: str, answer: Callable[[str | None], None]) -> None: ...

    def ask_to_save(self, title: str, path: str, answer: Callable[[str | None], None]) -> None:
        """`path` is the folder and the name that the dialog begins with."""

    def close(self) -> None:
        """Takes away what is still open; then nobody is answered."""


class Recorder(Protocol):
    """Where a running session is written, segment by segment. Raises `RecordError` if it could not be."""

    def put(self, record: SessionRecord) -> None:
        """Returns once the session is safe on disk. The newest revision of an id wins."""

    def delete(self, session_id: str) -> None: ...


class RecordError(Exception):
    """A session or a setting could not be written. The message is one line that names the file and the remedy."""
