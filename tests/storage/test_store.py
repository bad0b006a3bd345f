"""Sessions in, sessions out."""

import shutil
from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import Raw
from msgspec.json import decode, encode
from msgspec.structs import replace

from app.core.day_mark import DayMark
from app.core.ports import RecordError
from app.core.target import EveryDay, Target
from app.storage.errors import StoreBusy, StoreError
from app.storage.lines import Entry, encode_entry, encode_header
from app.storage.lock import lock_free
from app.storage.store import check_log, open_store
from tests.storage.sessions import CALVES, NOW, any_session, session

LOG = "log/2026-1f2e3d4c.jsonl"


def test_a_session_is_there_when_the_folder_is_opened_again(opened):
    opened().put(CALVES)
    assert opened(writable=False).sessions() == (CALVES,)


@given(st.lists(any_session, max_size=5))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
def test_any_sessions_come_back_as_they_were(tmp_path_factory, records):
    folder = tmp_path_factory.mktemp("data")
    with open_store(folder, now=NOW, writable=True) as store:
        for record in records:
            store.put(record)
        written = store.sessions()
    read = open_store(folder, now=NOW, writable=False)
    assert read.sessions() == written
    assert set(read.sessions()) == set({record.id: record for record in records}.values())
    assert {r.started_at.utcoffset() for r in written} == {r.started_at.utcoffset() for r in read.sessions()}
    assert not read.problems


def test_the_latest_comes_first_whatever_its_time_zone(opened):
    store = opened()
    # 07:30 at +02:00 is 05:30 UTC, before 06:00 UTC.
    later = session(2, started_at=datetime.fromisoformat("2026-03-01T06:00:00+00:00"))
    store.put(later)
    store.put(CALVES)
    assert store.sessions() == (later, CALVES)


def test_the_newest_revision_is_the_one_that_holds(opened):
    store = opened()
    for done_ms in (30_000, 10_000, 20_000):
        store.put(replace(CALVES, done_ms=done_ms))
    assert store.sessions() == (replace(CALVES, done_ms=20_000),)
    assert opened(writable=False).sessions() == store.sessions()


def test_a_deleted_session_is_gone_and_may_come_back(opened):
    store = opened()
    store.put(CALVES)
    store.delete(CALVES.id)
    assert opened(writable=False).sessions() == store.sessions() == ()
    store.put(CALVES)
    assert opened(writable=False).sessions() == (CALVES,)


def test_deleting_what_is_not_there_writes_nothing(opened, tmp_path):
    opened().delete("nobody")
    assert not (tmp_path / LOG).exists()


def test_writing_what_is_there_already_writes_nothing(opened, tmp_path):
    store = opened()
    store.put(CALVES)
    length = (tmp_path / LOG).stat().st_size
    store.put(CALVES)
    assert (tmp_path / LOG).stat().st_size == length


def test_a_session_of_last_year_is_corrected_in_the_log_of_this_one(opened, tmp_path):
    with opened(now=NOW - timedelta(days=365)) as store:
        store.put(CALVES)
        store.put(session(2))
    with opened() as store:
        store.put(replace(CALVES, note="corrected"))
        store.delete(session(2).id)
    assert len((tmp_path / LOG).read_bytes().splitlines()) == 3  # the header and two entries
    assert opened(writable=False).sessions() == (replace(CALVES, note="corrected"),)


def test_what_a_crash_left_running_is_found(opened):
    store = opened()
    running = session(3, status="running")
    store.put(running)
    store.put(CALVES)
    assert store.running() == (running,)
    store.close()
    again = opened()
    assert again.running() == (running,)
    again.put(replace(running, status="partial"))
    assert again.running() == ()


def test_what_runs_on_another_device_is_not_taken_for_a_crash(opened, tmp_path):
    opened(now=NOW, new_device=lambda: "aaaa1111").put(session(3, status="running"))
    shutil.copytree(tmp_path / "log", tmp_path / "synced" / "log")
    store = opened(tmp_path / "synced")
    assert len(store.sessions()) == 1
    assert store.running() == ()


def _on_two_devices(opened, tmp_path):
    """Two folders whose devices corrected the same session apart from each other."""
    one, two = tmp_path / "one", tmp_path / "two"
    with opened(one, new_device=lambda: "aaaa1111") as store:
        store.put(CALVES)
    shutil.copytree(one / "log", two / "log")
    with opened(one) as store:
        store.put(replace(CALVES, note="from one"))
        store.put(session(2))
    with opened(two, new_device=lambda: "bbbb2222") as store:
        store.put(replace(CALVES, note="from two"))
        store.put(replace(CALVES, note="from two, again"))
        store.put(session(3))
    return one, two


def test_two_devices_that_sync_show_the_same(opened, tmp_path):
    one, two = _on_two_devices(opened, tmp_path)
    for source, target in ((one, two), (two, one)):
        shutil.copytree(source / "log", target / "log", dirs_exist_ok=True)
    assert opened(one, writable=False).sessions() == opened(two, writable=False).sessions()
    assert set(opened(one, writable=False).sessions()) == {
        replace(CALVES, note="from two, again"),
        session(2),
        session(3),
    }


def test_what_a_synchroniser_set_beside_a_log_is_read_as_well(opened, tmp_path):
    one, two = _on_two_devices(opened, tmp_path)
    conflict = "2026-bbbb2222.sync-conflict-20260301-120000-ABCDEFG.jsonl"
    shutil.copy(two / "log" / "2026-bbbb2222.jsonl", one / "log" / conflict)
    assert session(3) in opened(one, writable=False).sessions()


def test_a_correction_outranks_every_device(opened, tmp_path):
    one, two = _on_two_devices(opened, tmp_path)
    shutil.copy(two / "log" / "2026-bbbb2222.jsonl", one / "log")
    with opened(one) as store:
        store.put(replace(CALVES, note="from one"))  # word for word what this device's own log says already
    assert replace(CALVES, note="from one") in opened(one, writable=False).sessions()


def test_what_a_newer_soleus_added_to_a_session_stays(opened, tmp_path):
    with opened() as store:
        store.put(CALVES)
    path = tmp_path / LOG
    document = decode(encode(CALVES)) | {"mood": "calm"}
    path.write_bytes(path.read_bytes() + encode_entry(Entry("sessions", CALVES.id, 2, Raw(encode(document)))))
    with opened() as store:
        store.put(replace(CALVES, note="corrected"))
    assert b'"mood":"calm"' in path.read_bytes().splitlines()[-1]
    assert opened(writable=False).sessions() == (replace(CALVES, note="corrected"),)


def test_reading_makes_nothing(opened, tmp_path):
    assert opened(tmp_path / "new", writable=False).sessions() == ()
    assert not (tmp_path / "new").exists()
    assert lock_free(tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_reading_needs_no_lock(opened):
    writer = opened()
    writer.put(CALVES)
    assert opened(writable=False).sessions() == (CALVES,)
    writer.put(session(2))


def test_reading_may_leave_out_the_sessions_of_earlier_years_and_nothing_else(opened):
    with opened(now=NOW - timedelta(days=365)) as store:
        store.put(CALVES)
        store.put(session(2))
        store.put_mark(DayMark(NOW.date(), "paused"))
        store.put_target(Target("calf-reset", EveryDay(), NOW.date()))
    with opened() as store:
        store.put(replace(CALVES, note="corrected"))
    late = opened(writable=False, sessions_since=NOW.year)
    assert late.sessions() == (replace(CALVES, note="corrected"),)
    assert (len(late.marks()), len(late.targets())) == (1, 1)
    assert late.problems == ()
    assert len(opened(writable=False, sessions_since=NOW.year - 1).sessions()) == 2


def test_what_was_opened_for_reading_refuses_to_write(opened):
    store = opened(writable=False)
    assert store.read_only
    with pytest.raises(RecordError, match="reading only"):
        store.put(CALVES)


def test_a_second_store_is_refused_until_the_first_is_closed(opened, tmp_path):
    first = opened()
    assert not lock_free(tmp_path)
    with pytest.raises(
        StoreBusy, match=r"^Soleus is already open \(the lock .*lock is held\)\. Close it first\.$"
    ):
        opened()
    first.close()
    assert lock_free(tmp_path)
    opened().put(CALVES)


@pytest.mark.parametrize("writable", [True, False])
def test_a_file_in_the_place_of_the_folder_is_one_clear_line(opened, tmp_path, writable):
    place = tmp_path / "place"
    place.write_text("in the way")
    with pytest.raises(StoreError, match=r"place: the data folder cannot be used \(.+\); set SOLEUS_HOME"):
        opened(place, writable=writable)
    assert place.read_text() == "in the way"


def test_a_lock_that_cannot_be_made_is_one_clear_line(opened, tmp_path):
    (tmp_path / "lock").mkdir()
    with pytest.raises(StoreError, match="the data folder cannot be used"):
        opened()
    assert not lock_free(tmp_path)


def test_a_newer_log_is_read_but_nothing_is_written(opened, tmp_path):
    (tmp_path / "log").mkdir()
    newer = encode_header("cccc3333", 2026, schema=2)
    known = encode_entry(Entry("sessions", CALVES.id, 1, Raw(encode(CALVES))))
    strange = encode_entry(Entry("sessions", "x", 1, Raw(b'{"as":"nobody knows"}')))
    (tmp_path / "log" / "2026-cccc3333.jsonl").write_bytes(newer + known + strange)
    store = opened()
    assert store.read_only
    assert store.sessions() == (CALVES,)
    (problem,) = store.problems
    assert "2026-cccc3333.jsonl: written by a newer Soleus (format 2; this one knows 1)" in problem
    with pytest.raises(RecordError, match="Update Soleus"):
        store.put(session(2))
    store.close()
    assert [path.name for path in (tmp_path / "log").iterdir()] == ["2026-cccc3333.jsonl"]


def test_a_damaged_line_is_reported_with_its_place_and_then_set_aside(opened, tmp_path):
    with opened() as store:
        for number in range(1, 5):
            store.put(session(number))
    path = tmp_path / LOG
    path.write_bytes(path.read_bytes().replace(b"000000000002", b"000000000009", 1))  # within line 3
    assert check_log(tmp_path) == opened(writable=False).problems
    (problem,) = check_log(tmp_path)
    assert f"{path}:3: damaged line left out" in problem
    with opened() as store:
        assert [record.id[-1] for record in store.sessions()] == ["4", "3", "1"]
        store.put(session(5))
    assert check_log(tmp_path) == ()
    assert [record.id[-1] for record in opened(writable=False).sessions()] == ["5", "4", "3", "1"]
    assert b"000000000009" in path.with_name(path.name + ".set-aside").read_bytes()


def test_many_damaged_lines_do_not_make_many_lines_to_read(opened, tmp_path):
    opened().put(CALVES)
    path = tmp_path / LOG
    path.write_bytes(path.read_bytes() + b"rubbish\n" * 100)
    problems = check_log(tmp_path)
    assert len(problems) == 6
    assert "95 more damaged lines" in problems[-1]


def test_a_torn_last_line_is_dropped_without_a_word_and_kept_beside(opened, tmp_path):
    with opened() as store:
        store.put(CALVES)
        store.put(session(2))
    path = tmp_path / LOG
    path.write_bytes(path.read_bytes()[:-20])
    with opened() as store:
        assert not store.problems
        assert store.sessions() == (CALVES,)
        store.put(session(3))
    assert opened(writable=False).sessions() == (session(3), CALVES)
    assert session(2).id.encode() in path.with_name(path.name + ".set-aside").read_bytes()


def test_a_log_that_cannot_be_read_leaves_the_others(opened, tmp_path):
    opened().put(CALVES)
    (tmp_path / "log" / "2025-folder.jsonl").mkdir()
    store = opened(writable=False)
    assert store.sessions() == (CALVES,)
    (problem,) = store.problems
    assert "2025-folder.jsonl: could not be read" in problem


@pytest.mark.parametrize("doc", [b'{"routine":8}', b'{"id":"\xff"}'], ids=["no session", "no UTF-8"])
def test_a_session_that_cannot_be_understood_is_left_and_reported(opened, tmp_path, doc):
    opened().put(CALVES)
    path = tmp_path / LOG
    strange = encode_entry(Entry("sessions", "x", 1, Raw(doc)))
    path.write_bytes(path.read_bytes() + strange)
    store = opened(writable=False)
    assert store.sessions() == (CALVES,)
    assert "session x is left as it is" in store.problems[0]


def test_a_damaged_device_file_makes_a_new_device(opened, tmp_path):
    with opened() as store:
        store.put(CALVES)
    (tmp_path / "device").write_bytes(b"\x00\xff")
    opened(new_device=lambda: "bbbb2222").put(session(2))
    assert (tmp_path / "log" / "2026-bbbb2222.jsonl").exists()
    assert opened(writable=False).sessions() == (session(2), CALVES)


def test_text_that_is_no_unicode_is_refused_in_one_line(opened):
    store = opened()
    with pytest.raises(RecordError, match="retype it"):
        store.put(replace(CALVES, note="\ud800"))
    store.put(CALVES)
    assert opened(writable=False).sessions() == (CALVES,)


def test_a_log_deleted_under_our_feet_goes_on_as_a_new_one(opened, tmp_path):
    store = opened()
    store.put(CALVES)
    (tmp_path / LOG).unlink()
    store.put(session(2))
    assert opened(writable=False).sessions() == (session(2),)


def test_a_folder_deleted_under_our_feet_is_one_clear_line(opened, tmp_path):
    store = opened(tmp_path / "data")
    store.put(CALVES)
    shutil.rmtree(tmp_path / "data")
    with pytest.raises(RecordError, match=r"2026-1f2e3d4c\.jsonl: could not be written"):
        store.put(session(2))
    (tmp_path / "data" / "log").mkdir(parents=True)
    store.put(session(2))
    assert opened(tmp_path / "data", writable=False).sessions() == (session(2),)
