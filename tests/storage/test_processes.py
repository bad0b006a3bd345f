"""Real processes: killed, refused, and with no room on the disk."""

import random
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.storage.errors import StoreBusy
from app.storage.lock import lock_free
from app.storage.store import check_log, open_store
from tests.storage.sessions import CALVES, NOW

CHILD = Path(__file__).with_name("child.py")


@contextmanager
def _child(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, str(CHILD), *arguments]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def _done_ms(folder: Path) -> dict[str, int]:
    store = open_store(folder, now=NOW, writable=False)
    assert not store.problems
    return {record.id: record.done_ms for record in store.sessions()}


def _kill_at_some_moment(folder: Path, run: int, chance: random.Random) -> list[str]:
    """What the child said until it was killed."""
    with _child("record", str(folder), str(run)) as process:
        said = [process.stdout.readline()] if chance.random() < 0.9 else []  # else: while it is opening
        time.sleep(chance.uniform(0, 0.02))
        process.kill()
        said += process.stdout.readlines()
    return [line for line in said if line.endswith("\n")]


def _check_chain(folder: Path, seed: int) -> int:
    """Kills ten children, one after the other, in the same folder. Returns how many changes they recorded."""
    chance = random.Random(seed)  # noqa: S311  # which moments does not matter for security
    acknowledged: dict[str, int] = {}
    changes = 0
    for run in range(10):
        under_way = acknowledged
        for line in _kill_at_some_moment(folder, run, chance):
            if line == "done\n":
                acknowledged = under_way
                changes += 1
            else:
                _, id_, done_ms = line.split()
                under_way = {**acknowledged, id_: int(done_ms)}
                if done_ms == "0":
                    del under_way[id_]
        found = _done_ms(folder)
        assert found in (acknowledged, under_way)
        acknowledged = found
        assert lock_free(folder)
    return changes


def test_a_hundred_kills_at_random_moments_lose_nothing_that_was_acknowledged(tmp_path):
    with ThreadPoolExecutor(4) as pool:
        folders = [tmp_path / str(seed) for seed in range(10)]
        changes = sum(pool.map(_check_chain, folders, range(10)))
    assert changes > 200  # the children did record: 2 each would be too few to prove anything


def test_a_second_process_is_refused_and_the_lock_is_free_once_the_first_was_killed(tmp_path):
    with _child("hold", str(tmp_path)) as process:
        assert process.stdout.readline() == "held\n"
        assert not lock_free(tmp_path)
        with pytest.raises(StoreBusy, match="Soleus is already open"):
            open_store(tmp_path, now=NOW, writable=True)
        assert open_store(tmp_path, now=NOW, writable=False).sessions() == ()
        process.kill()
        process.wait(10)
        assert lock_free(tmp_path)
        with open_store(tmp_path, now=NOW, writable=True) as store:
            store.put(CALVES)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no limit on the size of a file")
def test_a_disk_without_room_keeps_what_was_acknowledged_and_takes_more_once_there_is_room(tmp_path):
    with _child("full", str(tmp_path)) as process:
        said = process.stdout.read()
        assert process.wait(10) == 0
    kept, _, message = said.partition(" ")
    assert int(kept) > 1
    assert message.count("\n") == 1
    assert "free some disk space, then try again" in message
    assert _done_ms(tmp_path) == {f"kept-{number}": 1 for number in range(int(kept))} | {"after": 1}
    assert check_log(tmp_path) == ()
    assert not list((tmp_path / "log").glob("*.set-aside"))


@pytest.mark.skipif(
    not Path("/proc/version").exists(), reason="this system has no /proc, where no folder can be made"
)
def test_a_folder_that_cannot_be_made_is_one_clear_line(tmp_path):
    from app.storage.errors import StoreError

    with pytest.raises(
        StoreError, match=r"^/proc/soleus: the data folder cannot be used \(.+\); set SOLEUS_HOME"
    ):
        open_store(Path("/proc/soleus"), now=NOW, writable=True)
