"""The window's desk on a real data folder: what is taken in and out, and a history that outlives a restore."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from app.core.day_mark import DayMark
from app.core.ports import RecordError
from app.run.current import CurrentHistory
from app.run.desk import WindowDesk
from app.storage.store import open_store
from tests.storage.sessions import NOW
from tests.views.shelf import TODAY, session


def done(days_back: int):
    return session(days_back, id=str(UUID(int=days_back)))


@pytest.fixture
def history(home: Path) -> Iterator[CurrentHistory]:
    def opened():
        return open_store(home, now=NOW, writable=True)

    current = CurrentHistory(opened(), opened)
    current.put_all(sessions=[done(1), done(0)], marks=[DayMark(TODAY, "rest")])
    yield current
    current.close()


@pytest.fixture
def desk(history: CurrentHistory) -> WindowDesk:
    return WindowDesk(history)


def test_a_history_that_is_put_back_is_seen_by_whoever_had_it_before(desk, history):
    assert desk.back_up()
    (backup,) = desk.backups()
    history.put_all(sessions=[done(2)])
    history.delete(done(0).id)
    before = desk.restore(backup.name)
    assert [item.id for item in history.sessions()] == [done(0).id, done(1).id]
    assert history.marks() == (DayMark(TODAY, "rest"),)
    history.put(done(3))
    assert len(history.sessions()) == 3
    desk.restore(before)
    assert [item.id for item in history.sessions()] == [done(1).id, done(2).id]


def test_a_backup_that_cannot_be_put_back_leaves_the_history_as_it_was_and_open(desk, history):
    with pytest.raises(RecordError, match='There is no backup "never"'):
        desk.restore("never")
    history.put(done(5))
    assert len(history.sessions()) == 3


def test_what_was_exported_changes_nothing_when_it_comes_back(desk, tmp_path):
    for ending in (".csv", ".json", ".zip"):
        file = tmp_path / f"out{ending}"
        assert desk.export(str(file)) == 2
        preview = desk.look_into(str(file))
        assert preview.view is not None
        assert preview.view.changes_nothing, ending


def test_an_import_can_be_taken_back(desk, history, tmp_path):
    file = tmp_path / "diary.csv"
    file.write_text("date,minutes\n2026-10-01,10\n2026-10-02,12\n")
    before = history.sessions()
    preview = desk.look_into(str(file))
    assert history.sessions() is before
    undo = desk.take_in(preview)
    assert len(history.sessions()) == 4
    undo()
    assert history.sessions() == before


def test_a_file_that_is_not_there_is_told_in_one_line(desk, tmp_path):
    with pytest.raises(RecordError, match="there is no such file") as told:
        desk.look_into(str(tmp_path / "nowhere.csv"))
    assert "\n" not in str(told.value)


def test_an_export_takes_the_place_of_no_file(desk, tmp_path, monkeypatch):
    monkeypatch.setattr("platformdirs.user_downloads_path", lambda: tmp_path)
    taken = desk.place("soleus.csv")
    taken.write_text("mine")
    assert desk.place("soleus.csv") == tmp_path / "soleus-2.csv"
    (tmp_path / "soleus-2.csv").write_text("mine as well")
    assert desk.place("soleus.csv").name == "soleus-3.csv"
