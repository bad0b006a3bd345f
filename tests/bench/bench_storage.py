"""What the history costs when it is long: `make bench`. Nothing is asserted."""

import tempfile
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

from msgspec import Raw
from msgspec.json import encode

from app.storage.files import REAL
from app.storage.journal import Journal
from app.storage.lines import Entry
from app.storage.paths import log_path
from app.storage.store import open_store
from tests.storage.sessions import NOW, session

DEVICE = "1f2e3d4c"
YEARS = 20


def bench_storage() -> None:
    for what, milliseconds in _measured():
        print(f"\n{what:40} {milliseconds:8.2f} ms", end="")


def _measured() -> Iterator[tuple[str, float]]:
    """What was measured, and its median in milliseconds."""
    for count in (100, 20_000):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            _fill(folder, count)
            opening = [partial(_read, folder)] * 7
            yield f"open a history of {count:,} sessions", _median_ms(opening)
            with open_store(folder, now=NOW, writable=True, new_device=lambda: DEVICE) as store:
                records = map(session, range(count, count + 200))
                yield f"put a session after {count:,}", _median_ms([partial(store.put, r) for r in records])


def _fill(folder: Path, count: int) -> None:
    """Spread evenly over the logs of twenty years."""
    (folder / "log").mkdir()
    for back in range(YEARS):
        year = NOW.year - back
        entries = [
            Entry("sessions", record.id, 1, Raw(encode(record)))
            for record in map(session, range(back, count, YEARS))
        ]
        Journal(log_path(folder, year, DEVICE), DEVICE, year, REAL).append(entries)


def _read(folder: Path) -> int:
    return len(open_store(folder, now=NOW, writable=False).sessions())


def _median_ms(works: Iterable[Callable[[], object]]) -> float:
    taken = []
    for work in works:
        start = perf_counter()
        work()
        taken.append((perf_counter() - start) * 1000)
    return median(taken)
