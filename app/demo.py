"""A house on invented data, with a silent machine, for pictures and tests. Touches no file of the user's."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path

from msgspec import structs

from app.adapters.chime import SilentChime
from app.adapters.file_dialog import NoFileDialog
from app.adapters.keep_awake import SilentKeepAwake
from app.adapters.notify import SilentNotifier
from app.adapters.speech import SilentSpeaker
from app.core.breaks.sitting import HeldBack
from app.core.care.kept import CareRecord
from app.core.care.report import Report
from app.core.care.warning_signs import Answers, answered
from app.core.day_mark import DayMark
from app.core.demo import demo_sessions
from app.core.demo_care import ENROLLED, PROGRAMME, demo_care
from app.core.demo_diary import demo_diary
from app.core.demo_programme import demo_programme, usual
from app.core.exercise import Exercise
from app.core.guide import Hearing
from app.core.library import Entry, Library
from app.core.loader import load_routine
from app.core.ports import Health, RecordError, Scheduled
from app.core.programme.programme import Programmes
from app.core.record import Passed, SessionRecord
from app.core.recording import begun
from app.core.reminders.calling import call_times
from app.core.routine import Routine
from app.core.settings import Settings
from app.core.target import EveryDay, EveryNthDay, OnWeekdays, Target
from app.core.timeline import Timeline, unfold
from app.storage.bundle import assets_folder, icon_font, routines_folder
from app.storage.exercise_desk import FolderExercises
from app.storage.files import REAL, Files
from app.storage.journal import Journal
from app.storage.library import read_library
from app.storage.lines import Entry as LogEntry
from app.storage.logs import Logs
from app.storage.programme_files import read_programmes
from app.storage.routine_desk import FolderDesk
from app.storage.store import Store
from app.ui.house import House, Preview
from app.ui.sharing_desk import Arrival, Paper
from app.views.handout import Handout
from app.views.transfer import BackupRow, TransferView, backup_row

MOMENT = datetime(2026, 11, 22, 18, 5, tzinfo=UTC)
"""A Sunday evening; the demo's clock starts here and moves only when told."""
HELD_BACK = (
    HeldBack(MOMENT - timedelta(days=2, hours=8), ("camera", "microphone")),
    HeldBack(MOMENT - timedelta(days=2, hours=2, minutes=26), ("full-screen",)),
)
HEALTH = (
    Health("sound", works=True, by="the sound device"),
    Health("voice", works=True, by="espeak-ng"),
    Health("notifications", works=False, by="", why="no notification daemon answers"),
    Health("data", works=True, by="~/.local/share/soleus"),
    Health("lock", works=True, by="free"),
    Health("log", works=True, by="every line is sound"),
)


FOLDER = Path("~/.local/share/soleus")
"""Only shown: it is never made nor read."""
DAYS = 120
YEARS = 2
LOOKING_BACK = ("progress", "progress-days", "progress-sides", "progress-end")
CARED_FOR = ("care", "programme", "self-test", "today-care", "report", "after-care")
"""How the names of screens begin that want somebody's check-ins, self-tests and programme."""
BROKEN = """
format = 1
id     = "after-the-run"
name   = "After the run"

[[step]]
exercise = "wall-calf-strech"
hodl     = 30

[[step]]
exercise = "calf-raise"
reps     = "eight"
"""


class DemoClock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self._passed = timedelta()

    def monotonic(self) -> float:
        return 1000.0 + self._passed.total_seconds()

    def now(self) -> datetime:
        return MOMENT + self._passed

    def advance(self, seconds: float) -> None:
        self._passed += timedelta(seconds=seconds)


class DemoHistory(Store):
    """The real history, on a log that forgets."""

    def __init__(
        self,
        sessions: Iterable[SessionRecord] = (),
        marks: Iterable[DayMark] = (),
        targets: Iterable[Target] = (),
        care: Iterable[CareRecord] = (),
    ) -> None:
        super().__init__(Logs((), {}), "demo", [_Nowhere(Path("demo"), "demo", MOMENT.year, REAL)])
        super().put_all(sessions, marks, targets, care)


class _Nowhere(Journal):
    """Takes everything and writes nothing."""

    def append(self, entries: Iterable[LogEntry]) -> None:
        """Forgets them."""

    def compact(self, min_bytes: int) -> bool:  # noqa: ARG002  # a journal's
        return False


class ForgetfulFiles(Files):
    """Reads what is there, and takes everything else without writing it."""

    def names(self, folder: Path) -> list[str]:  # noqa: ARG002  # nothing of the user's
        return []

    def make_folder(self, path: Path) -> None:
        """Makes none."""

    def open_new(self, path: Path) -> int:  # noqa: ARG002
        return -1

    def write(self, descriptor: int, data: bytes) -> int:  # noqa: ARG002
        return len(data)

    def fsync(self, descriptor: int) -> None:
        """Has nothing to wait for."""

    def close(self, descriptor: int) -> None:
        """Has opened nothing."""

    def replace(self, source: Path, target: Path) -> None:
        """Leaves both where they are."""

    def remove(self, path: Path) -> None:
        """Leaves it where it is."""

    def fsync_folder(self, path: Path) -> None:
        """Has nothing to wait for."""


class DemoDesk:
    """Invented backups, and an import that would bring three weeks from elsewhere; writes nothing."""

    def look_into(self, path: str, habits: Sequence[str] = ()) -> Preview:  # noqa: ARG002
        lines = ("Adds 21 sessions from 1 October 2026 to 21 October 2026.", "4 sessions are here already.")
        left_out = ('diary.csv:7: "2026-13-01" is no day; write it as 2026-01-13.',)
        return Preview(TransferView(lines, left_out, changes_nothing=False))

    def take_in(self, preview: Preview) -> Callable[[], None]:  # noqa: ARG002
        return lambda: None

    def export(self, path: str) -> int:  # noqa: ARG002
        return 70

    def place(self, name: str) -> Path:
        return Path("~/Downloads") / name

    def backups(self) -> tuple[BackupRow, ...]:
        made = MOMENT.date()
        days = [made - timedelta(days=back) for back in (0, 1, 2, 3, 10, 41)]
        daily = [
            backup_row(day.isoformat(), day, None, "daily", 48_000 - 700 * n) for n, day in enumerate(days)
        ]
        by_hand = backup_row("by-hand", made - timedelta(days=1), time(9, 30), "by-hand", 47_800)
        return (daily[0], by_hand, *daily[1:])

    def back_up(self) -> bool:
        return True

    def restore(self, name: str) -> str:  # noqa: ARG002
        return "before"


class DemoSharing:
    """A routine from elsewhere, with one exercise that is new here and one that is not; writes nothing."""

    def usual_paper(self) -> Paper:
        return "A4"

    def print_sheet(self, said: Handout, path: str, paper: Paper) -> int:  # noqa: ARG002
        return 1

    def report(self, report: Report, exercises: Mapping[str, Exercise], path: str, paper: Paper) -> None:
        """Writes no file."""

    def share(self, entry: Entry, path: str) -> None:
        """Writes no file."""

    def look_into(self, path: str, library: Library) -> Arrival:
        entry = library.find("back-ease")
        assert entry is not None  # noqa: S101
        assert entry.routine is not None  # noqa: S101
        routine = structs.replace(entry.routine, id=Path(path).stem, name="Anna's back routine")
        ids = [step.exercise for step in routine.step if step.exercise]
        return Arrival(routine, library.exercises, (ids[0],), (ids[1],))

    def take_in(self, arrival: Arrival, as_id: str) -> Callable[[], None]:  # noqa: ARG002
        return lambda: None

    def add(self, routine: Routine, targets: Sequence[Target]) -> Callable[[], None]:  # noqa: ARG002
        return lambda: None


class DemoSigns:
    """Remembers what was answered for as long as it lives; with `trouble` it cannot be kept."""

    def __init__(self, answers: Answers | None = None) -> None:
        self.answers = answers
        self.trouble = ""

    def load(self) -> Answers | None:
        return self.answers

    def save(self, answers: Answers) -> None:
        self._may_write()
        self.answers = answers

    def erase(self) -> None:
        self._may_write()
        self.answers = None

    def _may_write(self) -> None:
        if self.trouble:
            raise RecordError(self.trouble)


class DemoCall:
    """A system that does as it is told, unless there is `trouble`; `told` is for which settings it calls."""

    def __init__(self) -> None:
        self.told: Settings | None = None
        self.trouble = ""

    def state(self) -> Scheduled:
        return Scheduled("off" if self.told is None else "on", "systemd user timer")

    def switch(self, chosen: Settings, *, on: bool) -> Scheduled:
        if self.trouble:
            raise RecordError(self.trouble)
        self.told = chosen if on and call_times(chosen.reminding) else None
        return self.state()


@cache
def _bundled() -> tuple[Library, list[Timeline]]:
    """What comes with Soleus, unfolded: the same for every house, and read once."""
    library = read_library(routines_folder(), None)
    return library, [unfold(entry.routine, library.exercises) for entry in library.routines if entry.routine]


@cache
def _programmes() -> Programmes:
    return read_programmes(routines_folder(), None)


def demo_house(screen: str = "today", *, clock: DemoClock, settings: Settings) -> House:
    """A house that was lived in for four months, with the bundled routines.

    Some screens want another one: a name that ends in "-new" shows someone's first day, "today-cut-off" a
    session that never ended, "progress" two years with days set apart, and "attention" a file with mistakes.
    Others have days that were marked, or targets.
    """
    library, every = _bundled()
    timelines = usual(every)
    yesterday = clock.now().date() - timedelta(days=1)
    sessions = () if screen.endswith("-new") else demo_sessions(timelines, yesterday, DAYS, UTC)
    marks, targets = _marks(screen), _targets(screen)
    if screen in LOOKING_BACK:
        years = demo_diary(timelines, yesterday, YEARS, UTC)
        sessions, marks = years.sessions, years.marks
    care = demo_care(sessions, yesterday, DAYS) if screen.startswith(CARED_FOR) and sessions else ()
    if care:
        sessions = _with_programme(sessions, every, yesterday)
    if screen == "today-cut-off":
        sessions = (_cut_off(timelines[1]), *sessions)
    if screen in ("attention", "routines"):
        library = structs.replace(library, routines=(*library.routines, _broken_entry(library)))
    saved = [settings]
    return House(
        clock=clock,
        history=DemoHistory(sessions, marks, targets, care),
        read_library=lambda: library,
        read_programmes=_programmes,
        load_settings=lambda: saved[-1],
        save_settings=saved.append,
        chime=SilentChime(),
        speaker=SilentSpeaker(),
        notifier=SilentNotifier(),
        make_keep_awake=lambda _: SilentKeepAwake(),
        hearing=lambda _: Hearing(),
        health=lambda: HEALTH,
        ask_prefers_dark=lambda _: None,
        data=DemoDesk(),
        sharing=DemoSharing(),
        signs=DemoSigns(_answers(screen)),
        system_call=DemoCall(),
        editing=FolderDesk(FOLDER, clock.monotonic, ForgetfulFiles()),
        own_exercises=FolderExercises(FOLDER, ForgetfulFiles()),
        file_dialog=NoFileDialog(),
        open_outside=lambda _: None,
        new_id=lambda: "demo",
        tidy=lambda: None,
        folder=FOLDER,
        icon=assets_folder() / "icon.png",
        icon_font=icon_font(),
        version="demo",
        held_back=lambda: HELD_BACK,
    )


def _with_programme(
    sessions: Sequence[SessionRecord], timelines: Sequence[Timeline], yesterday: date
) -> tuple[SessionRecord, ...]:
    """With what was done in the programme that the demo follows."""
    programme = _programmes().usable(PROGRAMME)
    assert programme is not None  # noqa: S101
    today = yesterday + timedelta(days=1)
    followed = demo_programme(timelines, programme, yesterday - ENROLLED, today, UTC)
    return tuple(sorted((*sessions, *followed), key=lambda session: session.started_at, reverse=True))


def _answers(screen: str) -> Answers | None:
    """What stands against some kinds of exercise, or against all."""
    day = MOMENT.date()
    match screen:
        case "care-advice" | "care-stopped":
            return answered(("lasting-pain", "tingling"), day)
        case "care-advice-urgent" | "today-care-urgent":
            return answered(("calf-swollen", "breathless", "lasting-pain"), day)
        case "today-care-signs":
            return answered(("lasting-pain",), day)
    return None


def _marks(screen: str) -> tuple[DayMark, ...]:
    """A holiday of five days from the day after tomorrow on."""
    if screen != "day-marked":
        return ()
    first = MOMENT.date() + timedelta(days=2)
    return tuple(
        DayMark(first + timedelta(days=number), "paused", "" if number else "At the sea.")
        for number in range(5)
    )


def _targets(screen: str) -> tuple[Target, ...]:
    """Three routines that are due today, and one that was done already."""
    began = MOMENT.date() - timedelta(days=30)
    if screen == "due":
        return (Target("calf-reset", OnWeekdays((0, 2, 4)), began, 2),)
    if screen != "today-due":
        return ()
    return (
        Target("calf-reset", EveryDay(), began, 3),
        Target("calf-strength", EveryNthDay(2), began),
        Target("back-ease", EveryDay(), began),
    )


def _cut_off(timeline: Timeline) -> SessionRecord:
    """Stopped by a power cut at the 20th segment."""
    record = begun(timeline, "cut-off", MOMENT - timedelta(hours=2), 4)
    passed = tuple(Passed(segment.estimate_ms) for segment in timeline.segments[:20])
    done_ms = sum(segment.estimate_ms for segment in timeline.segments[:20] if segment.is_work)
    return structs.replace(record, passed=passed, done_ms=done_ms)


def _broken_entry(library: Library) -> Entry:
    file = "~/.local/share/soleus/routines/after-the-run.toml"
    problems = load_routine(
        BROKEN, file="after-the-run.toml", stem="after-the-run", exercises=library.exercises
    )
    assert isinstance(problems, tuple)  # noqa: S101
    return Entry("after-the-run", "After the run", "own", file, problems=problems)
