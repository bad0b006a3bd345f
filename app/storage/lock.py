"""One writer at a time: the lock of a data folder. Knows no log.

The operating system frees the lock when its holder ends, however it ends.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app.storage.errors import StoreBusy, unusable_folder
from app.storage.paths import LOCK

if TYPE_CHECKING:
    from filelock import BaseFileLock


def hold_lock(folder: Path) -> BaseFileLock:
    """Raises `StoreBusy` at once if another process holds it, `StoreError` if it cannot be taken at all."""
    from filelock import FileLock, Timeout

    lock = FileLock(folder / LOCK, thread_local=False)
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        held = folder / LOCK
        raise StoreBusy(f"Soleus is already open (the lock {held} is held). Close it first.") from error
    except OSError as error:
        raise unusable_folder(folder, error) from error
    return lock


def lock_free(folder: Path) -> bool:
    """Whether nobody holds the lock just now. Creates nothing; False too if it cannot be taken at all."""
    from filelock import FileLock, Timeout

    if not (folder / LOCK).exists():
        return True
    try:
        with FileLock(folder / LOCK, timeout=0):
            return True
    except (Timeout, OSError):
        return False
