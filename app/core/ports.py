"""What Soleus asks of the machine, declared for its users. Knows no machine."""

from collections.abc import Callable, Sequence
from datetime import datetime, time
from typing import Literal, Protocol

from msgspec import Struct

from app.core.manner import Manner, VoiceName
from app.core.record import SessionRecord

ChimeName = Literal["ready", "start", "switch", "finish", "beat"]
CHIMES: tuple[ChimeName, ...] = ("ready", "start", "switch", "finish", "beat")

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
    """Plays one of a few short sounds. Returns at once; never raises."""

    def play(self, name: ChimeName, volume: float) -> None:
        """`volume` from 0 (silent) to 1."""

    def health(self) -> Health: ...

    def close(self) -> None: ...


class Speaker(Protocol):
    """Says a sentence. Returns at once; the latest sentence wins; never raises."""

    def adopt(self, manner: Manner) -> None:
        """From now on it speaks so; a voice that this machine has not is passed over."""

    def say(self, text: str, volume: float) -> None:
        """Replaces whatever is being said. `volume` from 0 (silent) to 1."""

    def prepare(self, texts: Sequence[str], volume: float) -> None:
        """These will probably be said soon, in that order: they may be made ready."""

    def hush(self) -> None:
        """Falls silent at once."""

    def list_voices(self, answer: Callable[[tuple[VoiceName, ...]], None]) -> None:
        """`answer` is called once, from any thread, with the voices to choose from: none where there is no choice."""

    def health(self) -> Health: ...

    def close(self) -> None: ...


class Notifier(Protocol):
    """Shows a note outside the window. Returns at once; never raises."""

    def notify(
        self,
        title: str,
        body: str,
        on_failure: Callable[[str], None],
        buttons: Sequence[tuple[str, str]] = (),
        on_press: Callable[[str], None] = ...,
    ) -> None:
        """`on_failure` is called, from any thread, with the machine's reason if the note could not be shown.

        `buttons` are as in `Asker`; where this desktop has them, `on_press` is called, from any thread, with the
        one that was pressed.
        """

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


class Asked(Struct, frozen=True):
    """What became of a note with buttons. `number` is None if it was shown but nobody will tell what is pressed.

    `why` is the machine's reason if it could not be shown, else "".
    """

    number: int | None = None
    why: str = ""


class Pressed(Struct, frozen=True):
    """What became of the note `number`: the button that was pressed, or None if it was taken away."""

    number: int
    button: str | None


class Asker(Protocol):
    """Shows notes with buttons, outside any window. Takes up to a few seconds; for one thread; never raises."""

    def ask(self, title: str, body: str, buttons: Sequence[tuple[str, str]]) -> Asked:
        """`buttons` are pairs of what is told and what is read; "default" is what a press on the note tells."""

    def pressed(self, wait_s: float) -> Pressed | None:
        """Waits for at most so many seconds; None if nothing came."""

    def take_back(self, number: int) -> None:
        """Takes the note of that number away if it still stands."""

    def close(self) -> None: ...


class CallTime(Struct, frozen=True, order=True):
    """A time of the wall clock at which to be called, on these weekdays: Monday = 0 to Sunday = 6."""

    at: time
    weekdays: tuple[int, ...]


class Scheduled(Struct, frozen=True):
    """Whether the system calls us, as it is and not as it was meant to be.

    "on" and "off" are both in order; "broken" is installed and not in force, for the reason `why`. `by` names
    the system's scheduler.
    """

    state: Literal["on", "off", "broken"]
    by: str
    why: str = ""


class SchedulerError(Exception):
    """The system would not take, or give back, the schedule. The message is one line with its reason."""


class Scheduler(Protocol):
    """Has `soleus remind --due` called while no window is open. Every call may be repeated."""

    def install(self, times: Sequence[CallTime]) -> None:
        """In the place of whatever was installed before. Raises `SchedulerError`."""

    def remove(self) -> None:
        """Leaves nothing behind. Raises `SchedulerError`."""

    def state(self) -> Scheduled:
        """Never raises."""

    def health(self) -> Health: ...


class IdleTime(Protocol):
    """How long ago the last input was, by keyboard, mouse or touch. Never raises."""

    def seconds(self) -> float | None:
        """None where it cannot be read."""


class Busy(Struct, frozen=True):
    """What the person is busy with; None where it cannot be read."""

    do_not_disturb: bool | None = None
    full_screen: bool | None = None
    camera: bool | None = None
    microphone: bool | None = None


class BusyProbe(Protocol):
    """Looks at what a break from sitting had better not cut into. Takes some milliseconds; never raises."""

    def look(self) -> Busy: ...


class Recorder(Protocol):
    """Where a running session is written, segment by segment. Raises `RecordError` if it could not be."""

    def put(self, record: SessionRecord) -> None:
        """Returns once the session is safe on disk. The newest revision of an id wins."""

    def delete(self, session_id: str) -> None: ...


class RecordError(Exception):
    """A session or a setting could not be written. The message is one line that names the file and the remedy."""
