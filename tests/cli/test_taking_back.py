"""What the window does with the same functions: undo an import, and restore while it holds the history open."""

import pytest

from app.core.day_mark import DayMark
from app.core.ports import RecordError
from app.run import transfer
from app.run.home import RunError
from app.storage.store import Store, open_store
from tests.core.test_loop_habits import STRETCH
from tests.storage.sessions import CALVES, NOW, session


@pytest.fixture
def exported(soleus, home, own, tmp_path):
    """Everything of a folder with two sessions, a day and a routine, as a zip."""
    with open_store(home, now=NOW, writable=True) as store:
        store.put_all([CALVES, session(2)], [DayMark(CALVES.day, "unwell")])
    own("mine", "x = 1")
    soleus("export", tmp_path / "all.zip")
    return str(tmp_path / "all.zip")


@pytest.fixture
def elsewhere(tmp_path, monkeypatch, exported):
    folder = tmp_path / "elsewhere"
    monkeypatch.setenv("SOLEUS_HOME", str(folder))
    with open_store(folder, now=NOW, writable=True) as store:
        yield folder, store


def held(store: Store) -> tuple:
    return store.sessions(), store.marks(), store.targets()


def test_an_import_of_everything_can_be_taken_back(exported, elsewhere):
    folder, store = elsewhere
    store.put(session(3))
    before = held(store)
    brought = transfer.carry_out(transfer.plan_import(exported, store), store)
    assert len(store.sessions()) == 3
    assert (folder / "routines" / "mine.toml").exists()
    transfer.take_back(brought, store)
    assert held(store) == before
    assert not (folder / "routines" / "mine.toml").exists()


def test_what_an_import_changed_is_put_back_as_it_was(elsewhere, tmp_path):
    _, store = elsewhere
    file = tmp_path / "Checkmarks.csv"
    file.write_text(STRETCH.replace("2026-", "2025-"))
    store.put_mark(DayMark(CALVES.day.replace(year=2025, month=11, day=21), "unwell"))
    before = held(store)
    plan = transfer.plan_import(str(file), store)
    assert len(plan.merge.marks_changed) == 1
    transfer.take_back(transfer.carry_out(plan, store), store)
    assert held(store) == before


def test_an_import_that_cannot_be_written_leaves_no_routine_behind(exported, elsewhere, monkeypatch):
    folder, store = elsewhere
    plan = transfer.plan_import(exported, store)

    def full(_: object) -> None:
        raise RecordError("log: could not be written (No space left on device); free some disk space.")

    monkeypatch.setattr(store, "adopt", full)
    with pytest.raises(RunError, match="could not be written"):
        transfer.carry_out(plan, store)
    assert store.sessions() == ()
    assert not list((folder / "routines").glob("*"))


def test_nothing_is_brought_in_without_a_backup_first(exported, elsewhere, monkeypatch):
    folder, store = elsewhere
    store.put(session(3))
    (folder / "backups").write_text("in the way")
    with pytest.raises(RunError, match="backups"):
        transfer.carry_out(transfer.plan_import(exported, store), store)
    assert store.sessions() == (session(3),)


def test_habits_to_choose_from_come_with_the_refusal(elsewhere, tmp_path):
    file = tmp_path / "Checkmarks.csv"
    file.write_text("Date,Stretch,Yoga,\n2025-11-22,2,2,\n")
    with pytest.raises(transfer.ChooseHabits) as asked:
        transfer.plan_import(str(file), elsewhere[1])
    assert asked.value.names == ("Stretch", "Yoga")


def test_the_window_restores_with_its_history_open_and_opens_it_anew(elsewhere, exported):
    folder, store = elsewhere
    store.put(session(3))
    before = transfer.restore(exported, store)
    assert before is not None
    with pytest.raises(RecordError):
        store.put(session(4))  # what it remembers is no longer so
    with open_store(folder, now=NOW, writable=True) as again:
        assert {item.id for item in again.sessions()} == {CALVES.id, session(2).id}


def test_a_backup_that_is_refused_leaves_the_history_open(elsewhere, tmp_path):
    _, store = elsewhere
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04")
    with pytest.raises(RunError):
        transfer.restore(str(tmp_path / "a.zip"), store)
    store.put(session(4))
