"""The disk fails at every operation in turn: nothing acknowledged is lost, nothing refused appears."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from app.core.ports import RecordError
from app.core.record import SessionRecord
from app.core.settings import Settings
from app.storage.backup import back_up
from app.storage.errors import StoreError
from app.storage.files import REAL
from app.storage.settings_file import load_settings, save_settings
from app.storage.store import Store, open_store
from tests.storage.faults import FailingFiles, PowerCut
from tests.storage.sessions import NOW, session

Sessions = dict[str, SessionRecord]
ONE, TWO, THREE = session(1), session(2), session(3)
STEPS: list[SessionRecord | str] = [
    ONE,
    replace(TWO, status="running", done_ms=0),
    *(replace(TWO, status="running", done_ms=ms) for ms in (10_000, 20_000, 30_000)),
    "compact",  # 2 of 5 entries are alive
    TWO,
    ONE.id,
    THREE,
    *(replace(THREE, after=after) for after in range(4)),
    "compact",  # 3 of 9
    replace(THREE, note="corrected"),
]


class Witness:
    """Carries out the steps and keeps what was acknowledged, and what was being done when the power went."""

    def __init__(self) -> None:
        self.acknowledged: Sessions = {}
        self.under_way: Sessions = {}

    def carry_out(self, store: Store) -> None:
        for step in STEPS:
            self.under_way = self._after(step)
            with suppress(RecordError):
                self._do(store, step)
                self.acknowledged = self.under_way

    def _after(self, step: SessionRecord | str) -> Sessions:
        if isinstance(step, SessionRecord):
            return self.acknowledged | {step.id: step}
        return {id_: record for id_, record in self.acknowledged.items() if id_ != step}

    def _do(self, store: Store, step: SessionRecord | str) -> None:
        if isinstance(step, SessionRecord):
            store.put(step)
        elif step == "compact":
            store.compact(from_bytes=0)
        else:
            store.delete(step)


def _opened(folder: Path, files: Any = REAL) -> Store:
    return open_store(folder, now=NOW, writable=True, files=files, new_device=lambda: "1f2e3d4c")


def _on_disk(folder: Path) -> Sessions:
    store = open_store(folder, now=NOW, writable=False)
    assert not store.problems
    return {record.id: record for record in store.sessions()}


def _new(folder: Path) -> Sessions:
    """Nothing is there."""
    return {}


def _torn(folder: Path) -> Sessions:
    """The very first line was never finished."""
    log = folder / "log" / "2026-1f2e3d4c.jsonl"
    log.parent.mkdir(parents=True)
    log.write_bytes(b'{"crc":"12345678","soleus_l')
    return {}


def _used(folder: Path) -> Sessions:
    """A session revised often, another, and a last line that was never finished."""
    with _opened(folder) as store:
        for done_ms in range(10):
            store.put(replace(ONE, done_ms=done_ms))
        store.put(session(8))
    log = folder / "log" / "2026-1f2e3d4c.jsonl"
    log.write_bytes(log.read_bytes() + b'{"crc":"12345678","table":"sess')
    return _on_disk(folder)


def _folders(tmp_path: Path, prepare: Callable[[Path], Sessions]) -> Iterator[tuple[int, Path, Witness]]:
    """Operation by operation, a folder each, as long as there is one more operation to fail."""
    sound = FailingFiles()
    prepare(tmp_path / "sound")
    with _opened(tmp_path / "sound", sound) as store:
        Witness().carry_out(store)
    assert sound.count > 80
    for number in range(1, sound.count + 1):
        folder = tmp_path / str(number)
        witness = Witness()
        witness.acknowledged = witness.under_way = prepare(folder)
        yield number, folder, witness


@pytest.mark.parametrize("prepare", [_new, _torn, _used])
@pytest.mark.parametrize("in_a_row", [1, 2, 3])
def test_a_failing_operation_loses_nothing_and_the_next_one_works(tmp_path, in_a_row, prepare):
    refused = 0
    for number, folder, witness in _folders(tmp_path, prepare):
        files = FailingFiles(range(number, number + in_a_row))
        try:
            with _opened(folder, files) as store:
                witness.carry_out(store)
                assert {record.id: record for record in store.sessions()} == witness.acknowledged
        except StoreError as error:
            refused += str(folder) in str(error)
        assert _on_disk(folder) == witness.acknowledged
        with _opened(folder) as store:
            store.put(session(9))
        assert _on_disk(folder) == witness.acknowledged | {session(9).id: session(9)}
    assert 0 < refused < 13  # opening has few operations: nearly every failure came later


@pytest.mark.parametrize("prepare", [_new, _torn, _used])
def test_a_power_cut_loses_nothing_that_was_acknowledged(tmp_path, prepare):
    for number, folder, witness in _folders(tmp_path, prepare):
        store = None
        with suppress(PowerCut):
            store = _opened(folder, FailingFiles(range(number, number + 1), power_cut=True))
            witness.carry_out(store)
        if store is not None:
            store._lock.release()
        assert _on_disk(folder) in (witness.acknowledged, witness.under_way)
        with _opened(folder) as store:
            store.put(session(9))
        assert _on_disk(folder).pop(session(9).id) == session(9)


def test_what_was_refused_does_not_appear_after_the_store_is_closed(tmp_path):
    sound = FailingFiles()
    with _opened(tmp_path, sound) as store:
        store.put(ONE)
        sound.fails = range(sound.count + 1, sound.count + 8)  # writing, and the cutting back after it
        with pytest.raises(RecordError, match="No space left on device"):
            store.put(TWO)
        sound.fails = range(0)
    assert _on_disk(tmp_path) == {ONE.id: ONE}


def test_a_full_disk_is_named_with_its_remedy_and_writing_works_once_there_is_room(tmp_path):
    files = FailingFiles()
    with _opened(tmp_path, files) as store:
        store.put(ONE)
        files.fails = range(files.count + 1, 10**6)
        for _ in range(3):
            with pytest.raises(RecordError, match=r"2026-1f2e3d4c\.jsonl: .*free some disk space"):
                store.put(TWO)
        files.fails = range(0)
        store.put(THREE)
    assert _on_disk(tmp_path) == {ONE.id: ONE, THREE.id: THREE}


def test_ctrl_c_in_the_middle_of_a_write_leaves_no_trace_of_it(tmp_path):
    class Interrupted(FailingFiles):
        def failure(self) -> BaseException:
            return KeyboardInterrupt()

    files = Interrupted()
    with _opened(tmp_path, files) as store:
        store.put(ONE)
        # The next put asks for the length, opens, writes: the third operation is the write.
        files.fails = range(files.count + 3, files.count + 4)
        with pytest.raises(KeyboardInterrupt):
            store.put(TWO)
        assert _on_disk(tmp_path) == {ONE.id: ONE}
        store.put(THREE)
    assert _on_disk(tmp_path) == {ONE.id: ONE, THREE.id: THREE}


@pytest.mark.parametrize("before", [b'{"volume": 10, "new": 1}', b"no json"])
@pytest.mark.parametrize("power_cut", [False, True])
def test_settings_are_the_old_or_the_new_ones_at_every_failing_operation(tmp_path, before, power_cut):
    old, _ = load_settings(_settings_in(tmp_path / "old", before))
    new = Settings(volume=90)
    sound = FailingFiles()
    save_settings(_settings_in(tmp_path / "sound", before), new, sound)
    failures = 0
    for number in range(1, sound.count + 1):
        folder = _settings_in(tmp_path / str(number), before)
        try:
            save_settings(folder, new, FailingFiles(range(number, number + 1), power_cut=power_cut))
        except (StoreError, PowerCut):
            failures += 1
            assert load_settings(folder)[0] in (old, new)
            save_settings(folder, new)
        assert load_settings(folder) == (new, ())
    assert failures > 6


def _settings_in(folder: Path, text: bytes) -> Path:
    folder.mkdir()
    (folder / "settings.json").write_bytes(text)
    return folder


def test_a_backup_that_fails_leaves_the_older_ones(tmp_path):
    with _opened(tmp_path) as store:
        store.put(ONE)
    assert back_up(tmp_path, session(1).day)
    for number in range(1, 8):  # make the folder, list it, read two files, open, write, fsync
        with pytest.raises(StoreError, match=r"2026-03-03\.zip: could not be written"):
            back_up(tmp_path, session(2).day, FailingFiles(range(number, number + 1)))
        assert [path.name for path in (tmp_path / "backups").iterdir()] == ["2026-03-02.zip"]
    assert back_up(tmp_path, session(2).day)
