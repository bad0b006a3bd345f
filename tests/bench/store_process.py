"""A process that has a history open and says how many megabytes it takes: `store_process FOLDER`."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from app.storage.store import open_store


def resident_mb() -> float:
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


if __name__ == "__main__":
    with open_store(Path(sys.argv[1]), now=datetime.now(UTC), writable=False) as store:
        kept = store.sessions(), store.marks(), store.targets()
        print(resident_mb())
