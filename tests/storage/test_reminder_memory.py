"""What was heard of the reminders, as a file."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, time

import pytest

from app.core.reminders.memory import Memory, Skipped, Snoozed, with_settled
from app.core.reminders.reminder import Occurrence
from app.storage.errors import StoreBusy, StoreError
from app.storage.files import Files
from app.storage.reminder_memory import MEMORY, change_memory, hold_watch, is_watched, load_memory

MORNING = Occurrence(date(2026, 11, 22), time(8), "calves")
FULL = Memory(
    (MORNING,),
    (Snoozed(MORNING, datetime(2026, 11, 22, 8, 10, tzinfo=UTC)),),
    (Skipped("calves", MORNING.date),),
)


def keep(folder, memory: Memory) -> None:
    change_memory(folder, lambda _: (None, memory))


def claim(folder) -> bool:
    """Whether it is up to whoever asks to send the morning's reminder."""
    return change_memory(
        folder, lambda memory: (MORNING not in memory.settled, with_settled(memory, [MORNING]))
    )


def test_there_is_nothing_at_first_and_reading_makes_nothing(tmp_path):
    assert load_memory(tmp_path / "new") == Memory()
    assert not is_watched(tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_it_comes_back_as_it_was(tmp_path):
    keep(tmp_path / "new", FULL)
    assert load_memory(tmp_path / "new") == FULL


@pytest.mark.parametrize("text", ["", "{", "[]", '{"settled": [["2026-11-22"]]}', "\0" * 20])
def test_one_that_cannot_be_understood_counts_as_empty_and_is_replaced(tmp_path, text):
    (tmp_path / MEMORY).write_text(text)
    assert load_memory(tmp_path) == Memory()
    keep(tmp_path, FULL)
    assert load_memory(tmp_path) == FULL


def test_what_does_not_change_is_not_written(tmp_path):
    assert change_memory(tmp_path, lambda memory: ("found", memory)) == "found"
    assert not (tmp_path / MEMORY).exists()


def test_of_many_who_ask_at_once_one_is_told_to_send(tmp_path):
    with ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(lambda _: claim(tmp_path), range(8))) == [False] * 7 + [True]


def test_a_full_disk_is_told_and_nothing_counts_as_heard(tmp_path):
    class Full(Files):
        def write(self, descriptor, data):
            raise OSError(28, "No space left on device")

    keep(tmp_path, Memory())
    with pytest.raises(StoreError, match=r"could not be written .No space left on device.; free some disk"):
        change_memory(tmp_path, lambda memory: (None, FULL), Full())
    assert claim(tmp_path)


def test_a_change_that_fails_changes_nothing_and_frees_the_lock(tmp_path):
    def fail(memory):
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011  # it is ours
        change_memory(tmp_path, fail)
    assert claim(tmp_path)


def test_one_window_watches_at_a_time(tmp_path):
    watch = hold_watch(tmp_path)
    assert watch is not None
    assert is_watched(tmp_path)
    assert hold_watch(tmp_path) is None
    watch.release()
    assert not is_watched(tmp_path)


def test_whoever_writes_for_ever_is_not_waited_for_for_ever(tmp_path, monkeypatch):
    monkeypatch.setattr("app.storage.reminder_memory._PATIENCE", 0.05)
    with pytest.raises(StoreBusy, match="is held by another Soleus"):
        change_memory(tmp_path, lambda memory: (claim(tmp_path), memory))
