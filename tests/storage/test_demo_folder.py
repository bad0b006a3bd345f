"""A folder filled with an invented history."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from app.core.day_mark import DayMark
from app.core.settings import Settings
from app.core.target import EveryDay, Target
from app.storage.demo_folder import fill_folder
from app.storage.errors import StoreError
from app.storage.files import REAL
from app.storage.settings_file import load_settings
from app.storage.store import check_log
from tests.storage.faults import FailingFiles
from tests.storage.sessions import CALVES, session

MARK = DayMark(date(2025, 12, 31), "unwell", "A cold.")
TARGET = Target("calf-reset", EveryDay(), date(2026, 3, 1))
LAST_YEAR = replace(session(2), day=date(2025, 12, 30), started_at=CALVES.started_at - timedelta(days=61))


def test_a_new_folder_holds_all_of_it_in_a_log_a_year(opened, tmp_path):
    folder = tmp_path / "a" / "demo"
    fill_folder(folder, [CALVES, LAST_YEAR], [MARK], [TARGET])
    store = opened(folder, writable=False)
    assert store.sessions() == (CALVES, LAST_YEAR)
    assert store.marks() == (MARK,)
    assert store.targets() == (TARGET,)
    assert check_log(folder) == ()
    assert [path.name[:4] for path in sorted((folder / "log").iterdir())] == ["2025", "2026"]


def test_the_one_who_did_it_has_seen_the_welcome(tmp_path):
    fill_folder(tmp_path, [CALVES])
    assert load_settings(tmp_path) == (Settings(welcomed=True), ())


def test_a_folder_in_use_is_refused_in_one_line_and_stays_as_it_is(tmp_path):
    (tmp_path / "diary.txt").write_text("mine")
    with pytest.raises(StoreError, match=r"not empty; name a new folder, and nothing of yours is touched\.$"):
        fill_folder(tmp_path, [CALVES])
    assert [path.name for path in tmp_path.iterdir()] == ["diary.txt"]


def test_a_file_in_the_place_of_the_folder_is_one_clear_line(tmp_path):
    place = tmp_path / "place"
    place.write_text("in the way")
    with pytest.raises(StoreError, match=r"place: could not be written \("):
        fill_folder(place, [CALVES])
    assert place.read_text() == "in the way"


def test_every_operation_that_fails_is_one_clear_line(tmp_path):
    sound = FailingFiles()
    fill_folder(tmp_path / "sound", [CALVES], files=sound)
    refused = 0
    for number in range(1, sound.count + 1):
        folder = tmp_path / str(number)
        try:
            fill_folder(folder, [CALVES], files=FailingFiles(range(number, number + 1)))
        except StoreError as error:
            refused += "\n" not in str(error)
    assert refused >= sound.count - 4  # closing a file after its fsync may fail without harm
    fill_folder(tmp_path / "again", [CALVES], files=REAL)
