"""What the history costs when it is long: `make bench`. Nothing is asserted; a target stands beside its figure."""

import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from msgspec.structs import replace

from app.core.demo_diary import DemoDiary, demo_diary
from app.core.diary import Diary, diary_of
from app.core.ledger import owed, week_ledger
from app.core.record import SessionRecord
from app.core.settings import Settings
from app.core.streak import streak_of
from app.core.timeline import unfold
from app.storage.bundle import routines_folder
from app.storage.demo_folder import fill_folder
from app.storage.library import read_library
from app.storage.store import Store, open_store

NOW = datetime(2026, 11, 22, 18, 5, tzinfo=UTC)
FEW, MANY = 100, 20_000
ROUNDS = 9
PUTS = 200
LIBRARY = read_library(routines_folder(), None)


def bench_opening_a_history() -> None:
    for count in (FEW, MANY):
        with _folder(count) as folder:
            cpu = _milliseconds([partial(_read, folder)] * ROUNDS, process_time)
            took = _milliseconds([partial(_read, folder)] * ROUNDS)
            costs = f"{median(took):.1f} ms, of CPU {median(cpu):.1f} ms"
            _tell(f"open {count:,} sessions", costs, "100 ms")


def bench_memory_of_a_history() -> None:
    """Of a process that has it open, over one with an empty history."""
    with _folder(MANY) as folder:
        pairs = [(_resident_mb(folder), _resident_mb(folder / "empty")) for _ in range(ROUNDS)]
    _tell(f"{MANY:,} sessions in memory", f"{median(a - b for a, b in pairs):.1f} MB over none", "35 MB")


def bench_logging_a_session() -> None:
    """In turn after few and after many, so that whatever else the disk does weighs on both."""
    took: dict[int, list[float]] = {FEW: [], MANY: []}
    with ExitStack() as stack:
        stores = {count: stack.enter_context(_store(count)) for count in took}
        for record in _new_sessions():
            for count, store in stores.items():
                took[count] += _milliseconds([partial(_log, store, record)])
    for count, each in took.items():
        _tell(f"log a session after {count:,}", f"{median(each):.2f} ms, at most {max(each):.2f} ms", "16 ms")
    _tell("the same, many to few", f"{median(took[MANY]) / median(took[FEW]):.2f} times", "2 times")


def bench_looking_back() -> None:
    """What Progress and Today ask of the core, with the whole history before them."""
    invented = _invented(MANY)
    diary = _diary(invented)
    week = NOW.date()
    for what, work in {
        "make the diary": partial(_diary, invented),
        "streak and score": partial(streak_of, diary),
        "a week's ledger": partial(week_ledger, diary.sessions, LIBRARY.exercises, week, 0),
        "what is owed": partial(owed, diary, LIBRARY.exercises),
    }.items():
        took = _milliseconds([work] * ROUNDS)
        _tell(f"{what} of {MANY:,}", f"{median(took):.2f} ms", "20 ms in all")


def _invented(count: int) -> DemoDiary:
    """Twenty years, with as many sessions a day as it takes."""
    timelines = [unfold(entry.routine, LIBRARY.exercises) for entry in LIBRARY.routines if entry.routine]
    invented = demo_diary(timelines, NOW.date(), 20, UTC, a_day=7)
    assert len(invented.sessions) >= count
    step = len(invented.sessions) / count
    return replace(invented, sessions=tuple(invented.sessions[int(n * step)] for n in range(count)))


def _new_sessions() -> Iterator[SessionRecord]:
    for number, session in enumerate(_invented(PUTS).sessions):
        yield replace(session, id=f"00000000-0000-4000-8000-{number:012d}", started_at=NOW, day=NOW.date())


@contextmanager
def _folder(count: int) -> Iterator[Path]:
    """A data folder with so many sessions, and in it an empty one of the name "empty"."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        invented = _invented(count)
        fill_folder(folder, invented.sessions, invented.marks, invented.targets)
        (folder / "empty").mkdir()
        yield folder


@contextmanager
def _store(count: int) -> Iterator[Store]:
    with _folder(count) as folder, open_store(folder, now=NOW, writable=True) as store:
        yield store


def _diary(invented: DemoDiary) -> Diary:
    return diary_of(invented.sessions, NOW.date(), Settings(), invented.marks, invented.targets)


def _read(folder: Path) -> Store:
    store = open_store(folder, now=NOW, writable=False)
    store.sessions()
    return store


def _log(store: Store, record: SessionRecord) -> None:
    """And shows it among the others, as Progress does."""
    store.put(record)
    assert store.sessions()


def _resident_mb(folder: Path) -> float:
    command = [sys.executable, "-m", "tests.bench.store_process", str(folder)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def _milliseconds(
    works: Iterable[Callable[[], object]], clock: Callable[[], float] = perf_counter
) -> list[float]:
    taken = []
    for work in works:
        start = clock()
        made = work()
        taken.append((clock() - start) * 1000)
        del made  # what a long history takes to be forgotten is not what it takes to be opened
    return taken


def _tell(what: str, costs: str, target: str) -> None:
    print(f"\n{what:34} {costs}; target {target}", end="")
