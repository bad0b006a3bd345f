"""A backup takes the place of what is there, and whatever happens on the way, nothing is lost."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.storage.archive import ArchiveRefused, read_archive
from app.storage.backup import BEFORE, back_up, back_up_now, backups
from app.storage.errors import StoreError
from app.storage.restore import restore_into
from app.storage.store import open_store
from tests.storage.faults import FailingFiles, PowerCut
from tests.storage.sessions import CALVES, NOW, session

MOMENT = datetime(2026, 11, 22, 18, 10, 5, tzinfo=UTC)


def fill(folder: Path, *numbers: int) -> None:
    with open_store(folder, now=NOW, writable=True, new_device=lambda: "1f2e3d4c") as store:
        store.put_all([session(number) for number in numbers])


def sessions(folder: Path) -> set[str]:
    return {item.id for item in open_store(folder, now=NOW, writable=False).sessions()}


def data_of(folder: Path) -> dict[str, bytes]:
    """What lies in a data folder, but for backups, the lock and what a cut-off restore left beside."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.parent.name != "backups" and path.name != "lock" and path.suffix != ".new"
    }


@pytest.fixture
def backup(tmp_path: Path) -> dict[str, bytes]:
    """A folder with two sessions, a routine and settings, as a backup has it."""
    folder = tmp_path / "other"
    fill(folder, 1, 2)
    (folder / "settings.json").write_text('{"weekly_target": 2}')
    (folder / "routines").mkdir()
    (folder / "routines" / "mine.toml").write_text("old")
    made = back_up_now(folder, MOMENT, "by-hand")
    assert made is not None
    return read_archive(made.read_bytes(), made.name)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    fill(folder, 2, 3)
    (folder / "log" / "2025-0a0a0a0a.jsonl").write_bytes(b"")
    (folder / "routines" / "exercises").mkdir(parents=True)
    (folder / "routines" / "mine.toml").write_text("new")
    (folder / "routines" / "exercises" / "other.toml").write_text("mine too")
    return folder


def test_the_data_is_what_the_backup_held_and_nothing_else(home, backup):
    restore_into(home, backup, "backup")
    assert data_of(home) == backup
    assert sessions(home) == {session(1).id, session(2).id}
    assert not list(home.rglob("*.new"))


def test_a_device_keeps_its_own_id_where_the_backup_has_none(home, backup):
    del backup["device"]
    before = (home / "device").read_bytes()
    restore_into(home, backup, "backup")
    assert (home / "device").read_bytes() == before


def test_what_holds_no_history_is_refused_and_nothing_is_touched(home):
    before = data_of(home)
    with pytest.raises(ArchiveRefused, match="there is no history in it"):
        restore_into(home, {"settings.json": b"{}", "README": b""}, "a.zip")
    assert data_of(home) == before


def test_backups_and_what_does_not_belong_there_stay_where_they_are(home, backup):
    made = back_up(home, date(2026, 3, 1))
    restore_into(home, backup | {"somewhere/else": b"x"}, "backup")
    assert made is not None
    assert made.exists()
    assert not (home / "somewhere").exists()


def _steps(home: Path, backup: dict[str, bytes]) -> int:
    files = FailingFiles()
    restore_into(home, backup, "backup", files)
    return files.count


def test_wherever_the_power_goes_all_sessions_can_be_read_and_a_second_try_is_whole(tmp_path, backup):
    """Until the last log has taken its place, both histories are there; afterwards the backup's is."""
    trial = tmp_path / "trial"
    fill(trial, 2, 3)
    for step in range(1, _steps(trial, backup) + 1):
        folder = tmp_path / f"cut-{step}"
        fill(folder, 2, 3)
        with pytest.raises(PowerCut):
            restore_into(folder, backup, "backup", FailingFiles(range(step, step + 1), power_cut=True))
        assert {session(2).id} <= sessions(folder)
        assert sessions(folder) in ({session(2).id, session(3).id}, {session(1).id, session(2).id})
        restore_into(folder, backup, "backup")
        assert data_of(folder) == backup


def test_wherever_the_disk_fails_it_is_one_line_and_all_sessions_can_be_read(tmp_path, backup):
    trial = tmp_path / "trial"
    fill(trial, 2, 3)
    for step in range(1, _steps(trial, backup) + 1):
        folder = tmp_path / f"full-{step}"
        fill(folder, 2, 3)
        before = data_of(folder)
        try:
            restore_into(folder, backup, "backup", FailingFiles(range(step, step + 1)))
        except StoreError as error:
            (line,) = str(error).splitlines()
            if "Nothing is lost" not in line:
                assert data_of(folder) == before
                assert not list(folder.rglob("*.new"))
        assert sessions(folder) in ({session(2).id, session(3).id}, {session(1).id, session(2).id})


def test_logs_of_two_devices_are_read_together_while_they_take_their_places(tmp_path, backup):
    """The other device's log has another name: between the first and the last step both lie there."""
    folder = tmp_path / "two"
    with open_store(folder, now=NOW, writable=True, new_device=lambda: "5e5e5e5e") as store:
        store.put(CALVES)
        store.put(session(3))
    seen = []
    for step in range(1, 60):
        try:
            restore_into(folder, backup, "backup", FailingFiles(range(step, step + 1), power_cut=True))
        except PowerCut:
            seen.append(len(sessions(folder)))
        else:
            break
    assert seen[0] == 2
    assert 3 in seen  # CALVES is session 1: of both logs together three different ones
    assert sessions(folder) == {session(1).id, session(2).id}


def test_a_backup_made_on_purpose_has_its_moment_and_reason_in_its_name(home):
    made = back_up_now(home, MOMENT, "before-import")
    assert made == home / "backups" / "2026-11-22T181005-before-import.zip"
    assert read_archive(made.read_bytes(), made.name) == data_of(home)


def test_two_in_one_second_do_not_take_each_others_place(home):
    first, second = (back_up_now(home, MOMENT, "by-hand") for _ in range(2))
    assert first != second
    assert {first.name, second.name} == {path.name for path in (home / "backups").iterdir()}


def test_of_those_made_before_something_ten_are_kept_and_those_by_hand_and_of_days_all(home):
    daily = back_up(home, date(2026, 11, 20))
    by_hand = back_up_now(home, MOMENT.replace(year=2020), "by-hand")
    for minute in range(BEFORE + 5):
        back_up_now(home, MOMENT.replace(minute=minute), "before-import")
    found = backups(home)
    assert [item.at.minute for item in found if item.reason == "before-import"] == list(range(14, 4, -1))
    assert {item.path for item in found if not item.reason.startswith("before")} == {daily, by_hand}
    assert found[0].bytes == found[0].path.stat().st_size


def test_a_folder_with_nothing_in_it_has_nothing_to_back_up(tmp_path):
    assert back_up_now(tmp_path, MOMENT, "by-hand") is None
    assert backups(tmp_path) == ()


def test_files_that_are_no_backups_are_not_listed(home):
    back_up_now(home, MOMENT, "by-hand")
    for name in ("notes.txt", "2026-13-40.zip", "2026-11-22T996005-by-hand.zip", "2026-11-22.zip.new"):
        (home / "backups" / name).write_bytes(b"")
    assert [item.name for item in backups(home)] == ["2026-11-22T181005-by-hand"]


def test_the_daily_backup_counts_only_its_own(home):
    back_up_now(home, MOMENT, "before-restore")
    assert back_up(home, MOMENT.date()) is not None
