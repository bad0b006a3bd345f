"""What was answered to the warning signs stays on this machine, whole, until it is erased."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.core.care.warning_signs import Answers, Seen, answered
from app.core.ports import RecordError
from app.storage.archive import read_archive
from app.storage.backup import back_up_now, packed
from app.storage.errors import StoreError
from app.storage.restore import restore_into
from app.storage.signs_file import FolderSigns, erase_answers, load_answers, save_answers
from app.storage.store import open_store
from tests.storage.faults import FailingFiles, PowerCut
from tests.storage.sessions import CALVES, NOW

DAY = date(2026, 11, 22)
ANSWERS = Answers(DAY, ("calf-swollen", "tingling"), (Seen("tingling", DAY),))
NONE_APPLIES = answered((), DAY)
FILE = "warning-signs.json"


def test_there_is_nothing_where_nobody_was_asked(tmp_path):
    assert load_answers(tmp_path / "new") is None
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("answers", [ANSWERS, NONE_APPLIES])
def test_answers_come_back_as_they_were(tmp_path, answers):
    save_answers(tmp_path / "new", answers)
    assert load_answers(tmp_path / "new") == answers


def test_what_is_erased_is_gone_with_all_that_lay_beside_it(tmp_path):
    (tmp_path / FILE).write_text("no json")
    save_answers(tmp_path, ANSWERS)
    (tmp_path / f"{FILE}.new").write_text("cut off")
    (tmp_path / "settings.json").write_text("{}")
    erase_answers(tmp_path)
    assert load_answers(tmp_path) is None
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]
    erase_answers(tmp_path)


@pytest.mark.parametrize(
    "text",
    ["no json", "[]", "", '{"day":"2026-11-22","signs":["dragon"]}', '{"signs":[]}', "[" * 100_000, "\xff"],
)
def test_a_damaged_file_is_one_line_and_is_kept_when_it_is_answered_anew(tmp_path, text):
    (tmp_path / FILE).write_bytes(text.encode("latin-1"))
    with pytest.raises(StoreError) as error:
        load_answers(tmp_path)
    assert str(error.value).startswith(f"{tmp_path / FILE}: cannot be understood (")
    assert "answer the warning signs anew on Care" in str(error.value)
    assert "\n" not in str(error.value)
    save_answers(tmp_path, ANSWERS)
    assert load_answers(tmp_path) == ANSWERS
    assert (tmp_path / f"{FILE}.bad").read_bytes() == text.encode("latin-1")


def test_what_a_newer_soleus_wrote_beside_is_no_damage(tmp_path):
    (tmp_path / FILE).write_text('{"day": "2026-11-22", "signs": ["tingling"], "moon": "full"}')
    assert load_answers(tmp_path) == answered(["tingling"], DAY)


@pytest.mark.parametrize("power_cut", [False, True])
def test_whatever_fails_the_old_answers_or_the_new_are_there_whole(tmp_path, power_cut):
    save_answers(tmp_path, NONE_APPLIES)
    for number in range(1, 30):
        files = FailingFiles(range(number, number + 1), power_cut=power_cut)
        try:
            save_answers(tmp_path, ANSWERS, files)
        except (StoreError, PowerCut):
            assert load_answers(tmp_path) in (NONE_APPLIES, ANSWERS)
            erase_answers(tmp_path)
            save_answers(tmp_path, NONE_APPLIES)
        if files.count < number:
            return
    raise AssertionError("it never succeeded")


def test_a_folder_that_cannot_be_written_is_told_as_the_window_understands_it(tmp_path):
    (tmp_path / FILE).mkdir()
    desk = FolderSigns(tmp_path)
    with pytest.raises(RecordError, match=r"warning-signs\.json: could not be read"):
        desk.load()
    with pytest.raises(RecordError, match=r"warning-signs\.json: could not be written"):
        desk.save(ANSWERS)
    with pytest.raises(RecordError, match=r"warning-signs\.json: could not be written"):
        desk.erase()


def in_use(folder: Path) -> Path:
    with open_store(folder, now=NOW, writable=True) as store:
        store.put(CALVES)
    save_answers(folder, ANSWERS)
    return folder


def test_they_are_in_no_backup_and_in_nothing_that_is_exported_whole(tmp_path):
    folder = in_use(tmp_path)
    made = back_up_now(folder, datetime(2026, 11, 22, 18, tzinfo=UTC), "by-hand")
    assert made is not None
    for data in (made.read_bytes(), packed(folder)):
        assert not [name for name in read_archive(data, "a.zip") if "signs" in name]


def test_a_restore_leaves_them_as_they_are(tmp_path):
    folder = in_use(tmp_path)
    restore_into(folder, read_archive(packed(folder), "a.zip"), "a.zip")
    assert load_answers(folder) == ANSWERS


def test_a_backup_that_somebody_put_them_into_brings_none_back(tmp_path):
    folder = in_use(tmp_path)
    data = {**read_archive(packed(folder), "a.zip"), FILE: b'{"day":"2020-01-01"}'}
    restore_into(folder, data, "a.zip")
    assert load_answers(folder) == ANSWERS
