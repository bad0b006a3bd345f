"""What the window is given to work with: ports and functions. Knows none of what stands behind them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from app.core.breaks.sitting import Answer, HeldBack
from app.core.care.check_in import CheckIn
from app.core.care.kept import CareRecord
from app.core.care.self_test import SelfTest
from app.core.day_mark import DayMark
from app.core.editing.desk import RoutineDesk
from app.core.guide import Hearing
from app.core.library import Library
from app.core.ports import (
    Chime,
    Clock,
    FileDialog,
    Health,
    KeepAwake,
    Notifier,
    Recorder,
    Scheduled,
    Speaker,
)
from app.core.programme.enrolment import Enrolment
from app.core.record import SessionRecord
from app.core.settings import Settings
from app.core.target import Target
from app.ui.exercise_desk import ExerciseDesk
from app.ui.sharing_desk import SharingDesk

if TYPE_CHECKING:  # the first frame waits for the ports, and not for what they hand over
    from app.core.care.warning_signs import Answers
    from app.core.programme.programme import Programmes
    from app.views.transfer import BackupRow, TransferView


class History(Recorder, Protocol):
    """All that was ever recorded, and the way to record more. What writes raises RecordError.

    `sessions` and all that follow it are the very same tuple until something of theirs changes.
    """

    @property
    def problems(self) -> tuple[str, ...]: ...

    def sessions(self) -> tuple[SessionRecord, ...]: ...

    def running(self) -> tuple[SessionRecord, ...]: ...

    def marks(self) -> tuple[DayMark, ...]: ...

    def targets(self) -> tuple[Target, ...]: ...

    def check_ins(self) -> tuple[CheckIn, ...]: ...

    def self_tests(self) -> tuple[SelfTest, ...]: ...

    def enrolments(self) -> tuple[Enrolment, ...]: ...

    def put_mark(self, mark: DayMark) -> None:
        """One that says nothing is deleted."""

    def put_target(self, target: Target) -> None: ...

    def delete_target(self, target_id: str) -> None: ...

    def put_all(
        self,
        sessions: Iterable[SessionRecord] = (),
        marks: Iterable[DayMark] = (),
        targets: Iterable[Target] = (),
        care: Iterable[CareRecord] = (),
    ) -> None:
        """All of it or nothing."""

    def delete_all(
        self,
        sessions: Iterable[str] = (),
        days: Iterable[date] = (),
        targets: Iterable[str] = (),
        care: Iterable[CareRecord] = (),
    ) -> None:
        """Sessions and targets by their ids, what was said of days, and of care: all of it or nothing."""


@dataclass(frozen=True)
class Preview:
    """What bringing a file in would do. With `habits`, one has to say first which of them are wanted.

    `plan` is the desk's own, to be handed back to it.
    """

    view: TransferView | None = None
    habits: tuple[str, ...] = ()
    plan: object = None


class DataDesk(Protocol):
    """Takes the history in and out. What cannot be done raises RecordError, in one line with its remedy."""

    def look_into(self, path: str, habits: Sequence[str] = ()) -> Preview:
        """What the file would bring; of several habits in it, only those named. Changes nothing."""

    def take_in(self, preview: Preview) -> Callable[[], None]:
        """Brings it in, after a backup. Returns what takes it back, which may raise RecordError as well."""

    def export(self, path: str) -> int:
        """Writes the history as the path's ending says, `.csv`, `.json` or `.zip`; how many sessions that are."""

    def place(self, name: str) -> Path:
        """A path of that name, or nearly, that is free, where the person would look for what was written."""

    def backups(self) -> Sequence[BackupRow]:
        """The newest first."""

    def back_up(self) -> bool:
        """Makes one; False if there is nothing to back up."""

    def restore(self, name: str) -> str:
        """Puts a backup back, after one of what is there: its name, or "". All has to be read anew then."""


class Attendance(Protocol):
    """Reminds, and offers breaks from sitting, for as long as the window is open. No call blocks or raises."""

    def start(self) -> None: ...

    def answer_break(self, given: Answer) -> None:
        """What was said in the window to the offer of a break."""

    def close(self) -> None: ...


class SystemCall(Protocol):
    """Has the system call for reminders while no window is open. A call takes as long as the system does."""

    def state(self) -> Scheduled:
        """As it is, and not as it was meant to be. Never raises."""

    def switch(self, chosen: Settings, *, on: bool) -> Scheduled:
        """Installs it for the reminders of these settings, or removes it; how it stands then. Raises RecordError."""


class SignDesk(Protocol):
    """Keeps what was answered to the warning signs, on this machine alone. Every call may raise RecordError."""

    def load(self) -> Answers | None: ...

    def save(self, answers: Answers) -> None: ...

    def erase(self) -> None:
        """Leaves nothing of it."""


@dataclass(frozen=True)
class House:
    """Everything that comes from outside the window.

    `save_settings` raises RecordError. `keep_awake` is made with the window's own switch for the screen-saver.
    `ask_prefers_dark` calls back, from any thread or never, with what the desktop says. `open_outside` shows a
    folder in the desktop's own file manager, and is None where there is none. `tidy` is called once when the
    window has nothing to do. `attend` makes who reminds, given who listens (see ui/attending.py) and whether a
    routine is under way; None where nobody is to be reminded. `held_back` tells the breaks that it did not
    offer, the oldest first.
    """

    clock: Clock
    history: History
    read_library: Callable[[], Library]
    read_programmes: Callable[[], Programmes]
    load_settings: Callable[[], Settings]
    save_settings: Callable[[Settings], None]
    chime: Chime
    speaker: Speaker
    notifier: Notifier
    make_keep_awake: Callable[[Callable[[bool], None]], KeepAwake]
    hearing: Callable[[Settings], Hearing]
    health: Callable[[], Sequence[Health]]
    ask_prefers_dark: Callable[[Callable[[bool], None]], None]
    data: DataDesk
    editing: RoutineDesk
    own_exercises: ExerciseDesk
    sharing: SharingDesk
    signs: SignDesk
    system_call: SystemCall
    file_dialog: FileDialog
    open_outside: Callable[[Path], None] | None
    new_id: Callable[[], str]
    tidy: Callable[[], None]
    folder: Path
    icon: Path
    icon_font: Path
    version: str
    trouble: str = ""
    attend: Callable[[Any, Callable[[], bool]], Attendance] | None = None
    held_back: Callable[[], tuple[HeldBack, ...]] = tuple
