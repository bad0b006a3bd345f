"""A process of its own for the tests to end: `child.py hold|record|full FOLDER [RUN]`. Says what it does on stdout."""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from app.core.ports import RecordError
from app.core.record import SessionRecord
from app.storage.store import Store, open_store

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def main() -> None:
    what, folder, *rest = sys.argv[1:]
    store = open_store(Path(folder), now=NOW, writable=True)
    {"hold": _hold, "record": _record, "full": _fill}[what](store, *rest)


def _hold(store: Store) -> None:
    _say("held")
    sys.stdin.read()


def _record(store: Store, run: str) -> None:
    """Records sessions as a player does, segment by segment, until it is killed."""
    for number in range(10**9):
        id_ = f"{run}-{number}"
        for done_ms in range(1, 5):
            _say(f"putting {id_} {done_ms}")
            store.put(_session(id_, done_ms))
            _say("done")
        if number % 4 == 3:
            _say(f"putting {id_} 0")
            store.delete(id_)
            _say("done")
        if number % 3 == 2:
            store.compact(from_bytes=0)


def _fill(store: Store) -> None:
    """Puts sessions until the disk has no room, makes room, and puts one more."""
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, most))
    kept = 0
    try:
        while True:
            store.put(_session(f"kept-{kept}", 1))
            kept += 1
    except RecordError as error:
        _say(f"{kept} {error}")
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    store.put(_session("after", 1))
    store.close()


def _session(id_: str, done_ms: int) -> SessionRecord:
    return SessionRecord(
        id=id_,
        routine="calf-reset",
        name="Calf reset",
        started_at=NOW,
        day=NOW.date(),
        status="running",
        planned_ms=4,
        done_ms=done_ms,
        note="n" * 100,
    )


def _say(line: str) -> None:
    os.write(1, line.encode() + b"\n")


if __name__ == "__main__":
    main()
