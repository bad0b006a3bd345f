"""What was heard of the reminders, as a small file of its own. Knows no reminder and no clock.

It is no part of the history: it belongs to this machine, goes into no backup, and whoever loses it hears a
reminder twice at worst.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from msgspec import MsgspecError, json

from app.core.reminders.memory import Memory
from app.storage.errors import StoreBusy, StoreError, unusable_folder, unwritable
from app.storage.files import REAL, Files, replace_file

if TYPE_CHECKING:
    from filelock import BaseFileLock

MEMORY = "reminders.json"
MEMORY_LOCK = "reminders.lock"
WATCH_LOCK = "reminding.lock"
_PATIENCE = 2.0  # s to wait for whoever writes just now; writing takes a few milliseconds

T = TypeVar("T")


def load_memory(folder: Path, files: Files = REAL) -> Memory:
    """An empty one if there is none, or none that can be understood. Needs no lock. Never raises."""
    try:
        return json.decode(files.read(folder / MEMORY), type=Memory)
    except (OSError, MsgspecError, UnicodeDecodeError, RecursionError):
        return Memory()


def change_memory(folder: Path, change: Callable[[Memory], tuple[T, Memory]], files: Files = REAL) -> T:
    """Hands the memory to `change` and keeps what it makes of it; what it found is the answer.

    One at a time, among all processes: what one was told to send, no other is told. Raises `StoreError` if
    the file cannot be written, and then nothing counts as heard.
    """
    lock = _hold(folder, MEMORY_LOCK, _PATIENCE, files)
    try:
        before = load_memory(folder, files)
        found, after = change(before)
        if after != before:
            _save(folder, after, files)
        return found
    finally:
        lock.release()


def hold_watch(folder: Path, files: Files = REAL) -> BaseFileLock | None:
    """Held by a window for as long as it reminds by itself; None if another does. Raises `StoreError`."""
    try:
        return _hold(folder, WATCH_LOCK, 0, files)
    except StoreBusy:
        return None


def is_watched(folder: Path) -> bool:
    """Whether a window reminds by itself just now. Creates nothing."""
    if not (folder / WATCH_LOCK).exists():
        return False
    from filelock import FileLock, Timeout

    try:
        with FileLock(folder / WATCH_LOCK, timeout=0):
            return False
    except Timeout:
        return True
    except OSError:
        return False


def _hold(folder: Path, name: str, patience: float, files: Files) -> BaseFileLock:
    from filelock import FileLock, Timeout

    try:
        files.make_folder(folder)
        lock = FileLock(folder / name, thread_local=False)
        lock.acquire(timeout=patience, poll_interval=0.01)
    except Timeout as error:
        raise StoreBusy(f"{folder / name} is held by another Soleus; it is tried again next time.") from error
    except OSError as error:
        raise unusable_folder(folder, error) from error
    return lock


def _save(folder: Path, memory: Memory, files: Files) -> None:
    path = folder / MEMORY
    try:
        replace_file(files, path, json.encode(memory) + b"\n")
    except OSError as error:
        raise StoreError(unwritable(path, error)) from error
