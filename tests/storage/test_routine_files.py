"""Saving, deleting and bringing back the user's routines, on disks that change and fail."""

from contextlib import suppress
from pathlib import Path

import pytest
from msgspec import structs

from app.core.library import Entry
from app.core.routine import Routine, Step
from app.storage.errors import StoreError
from app.storage.library import read_library
from app.storage.routine_files import (
    ChangedOnDisk,
    Opened,
    bring_back,
    copied,
    delete_routine,
    new_file,
    open_routine,
    restore_original,
    save_routine,
)
from tests.storage.faults import FailingFiles, PowerCut
from tests.storage.test_library import posix, write_exercise, write_routine

MINE = Routine(1, "mine", "Mine", (Step(exercise="wall", hold=30),))


@pytest.fixture
def bundled(tmp_path: Path) -> Path:
    folder = tmp_path / "bundled"
    write_exercise(folder, "wall")
    path = write_routine(folder, "calves")
    path.write_text("# the original\n" + path.read_text())
    return folder


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "data" / "routines"
    write_routine(folder, "evening")
    return folder


def entry(bundled: Path, own: Path, id_: str) -> Entry:
    found = read_library(bundled, own).find(id_)
    assert found is not None
    return found


def opened(bundled: Path, own: Path, id_: str) -> Opened:
    found = open_routine(own, entry(bundled, own, id_), {"wall"})
    assert isinstance(found, Opened)
    return found


def renamed(file: Opened, name: str) -> Routine:
    assert file.routine is not None
    return structs.replace(file.routine, name=name)


def test_a_new_routine_is_saved_where_the_library_finds_it(bundled, own):
    file = save_routine(new_file(own, "mine"), MINE)
    assert isinstance(file, Opened)
    assert entry(bundled, own, "mine").routine == MINE
    assert file.data == file.path.read_bytes()


def test_a_bundled_routine_is_edited_in_a_copy_with_its_comments(bundled, own):
    file = opened(bundled, own, "calves")
    original = (bundled / "calves.toml").read_bytes()
    save_routine(file, renamed(file, "My calves"))
    found = entry(bundled, own, "calves")
    assert (found.source, found.name) == ("edited", "My calves")
    assert (own / "calves.toml").read_text().splitlines()[1] == "# the original"
    assert (bundled / "calves.toml").read_bytes() == original


def test_an_edited_copy_goes_and_the_original_is_back(bundled, own):
    file = opened(bundled, own, "calves")
    save_routine(file, renamed(file, "My calves"))
    deleted = restore_original(entry(bundled, own, "calves"))
    assert entry(bundled, own, "calves").source == "bundled"
    assert bring_back(deleted) is None
    assert entry(bundled, own, "calves").name == "My calves"


def test_only_an_edited_copy_has_an_original(bundled, own):
    with pytest.raises(StoreError, match="no original"):
        restore_original(entry(bundled, own, "evening"))


def test_a_bundled_routine_cannot_be_deleted(bundled, own):
    with pytest.raises(StoreError, match="came with Soleus"):
        delete_routine(entry(bundled, own, "calves"))
    assert (bundled / "calves.toml").exists()


def test_a_deleted_routine_is_brought_back_to_the_byte(bundled, own):
    before = (own / "evening.toml").read_bytes()
    deleted = delete_routine(entry(bundled, own, "evening"))
    assert not (own / "evening.toml").exists()
    assert bring_back(deleted) is None
    assert (own / "evening.toml").read_bytes() == before


def test_a_deleted_routine_does_not_take_the_place_of_another(bundled, own):
    deleted = delete_routine(entry(bundled, own, "evening"))
    (own / "evening.toml").write_bytes(b"# another")
    assert bring_back(deleted) == ChangedOnDisk(own / "evening.toml", b"# another")
    assert (own / "evening.toml").read_bytes() == b"# another"


@pytest.mark.parametrize("now", [b"# theirs\n", None])
def test_a_file_that_someone_else_changed_is_left_alone_unless_told(bundled, own, now):
    file = opened(bundled, own, "evening")
    file.path.unlink()
    if now is not None:
        file.path.write_bytes(now)
    ours = renamed(file, "Ours")
    assert save_routine(file, ours) == ChangedOnDisk(file.path, now)
    assert file.path.exists() == (now is not None)
    assert isinstance(save_routine(file, ours, overwrite=True), Opened)
    assert entry(bundled, own, "evening").routine == ours


def test_a_file_that_appeared_in_the_place_of_a_new_one_is_left_alone(own):
    (own / "mine.toml").write_bytes(b"# theirs")
    assert save_routine(new_file(own, "mine"), MINE) == ChangedOnDisk(own / "mine.toml", b"# theirs")


def test_saving_twice_goes_on_from_what_was_saved(bundled, own):
    file = opened(bundled, own, "evening")
    saved = save_routine(file, renamed(file, "One"))
    assert isinstance(saved, Opened)
    again = save_routine(saved, renamed(saved, "Two"))
    assert isinstance(again, Opened)
    assert entry(bundled, own, "evening").name == "Two"


def test_saving_what_the_file_holds_already_writes_nothing(bundled, own):
    file = opened(bundled, own, "evening")
    stamp = file.path.stat().st_mtime_ns
    files = FailingFiles()
    save_routine(file, renamed(file, "A routine"), files=files)
    assert files.count == 1, "one look at the file"
    assert file.path.stat().st_mtime_ns == stamp


def test_a_copy_keeps_the_comments_and_leaves_the_first_alone(bundled, own):
    file = copied(opened(bundled, own, "calves"), own, "calves-2")
    save_routine(file, structs.replace(renamed(file, "Copy"), id="calves-2"))
    assert (own / "calves-2.toml").read_text().splitlines()[1] == "# the original"
    assert entry(bundled, own, "calves").source == "bundled"
    assert entry(bundled, own, "calves-2").name == "Copy"


def test_a_byte_order_mark_and_windows_line_ends_stay(bundled, own):
    path = own / "evening.toml"
    before = b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n")
    path.write_bytes(before)
    file = opened(bundled, own, "evening")
    save_routine(file, renamed(file, "Ours"))
    assert path.read_bytes() == before.replace(b"A routine", b"Ours")


@posix
def test_a_link_stays_a_link(bundled, own, tmp_path):
    kept = tmp_path / "synced.toml"
    (own / "evening.toml").rename(kept)
    (own / "evening.toml").symlink_to(kept)
    file = opened(bundled, own, "evening")
    save_routine(file, renamed(file, "Ours"))
    assert (own / "evening.toml").is_symlink()
    assert b"Ours" in kept.read_bytes()


def test_a_file_with_mistakes_is_not_opened(bundled, own):
    found = entry(bundled, own, "evening")
    (own / "evening.toml").write_text("format = 2\n")
    problems = open_routine(own, found, {"wall"})
    assert isinstance(problems, tuple)
    assert str(problems[0]).startswith("evening.toml:1: ")


def test_a_file_that_has_gone_is_told(bundled, own):
    found = entry(bundled, own, "evening")
    (own / "evening.toml").unlink()
    with pytest.raises(StoreError, match="has gone"):
        open_routine(own, found, {"wall"})


def test_a_routine_too_large_for_a_file_is_refused(own):
    large = structs.replace(MINE, about="x" * 300_000)
    with pytest.raises(StoreError, match="256 KiB"):
        save_routine(new_file(own, "mine"), large)
    assert not (own / "mine.toml").exists()


def test_whatever_fails_the_file_is_the_old_one_or_the_new_one(bundled, own):
    path = own / "evening.toml"
    file = opened(bundled, own, "evening")
    ours = renamed(file, "Ours")
    counting = FailingFiles()
    saved = save_routine(file, ours, files=counting)
    assert isinstance(saved, Opened)
    for power_cut in (False, True):
        for first in range(1, counting.count + 1):
            path.write_bytes(file.data)
            fails = range(first, first + 1)
            with suppress(StoreError, PowerCut):
                save_routine(file, ours, files=FailingFiles(fails, power_cut=power_cut))
            assert path.read_bytes() in (file.data, saved.data)
