"""What was said of days, and targets, beside the sessions: the same promises hold for each table."""

import shutil
from collections import Counter
from datetime import date, timedelta
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import Raw
from msgspec.json import encode
from msgspec.structs import replace

from app.core.day_mark import DayMark
from app.core.ports import RecordError
from app.demo import DemoHistory
from app.storage.files import Files
from app.storage.kinds import KINDS, SESSIONS
from app.storage.lines import Entry, encode_entry, read_lines
from app.storage.shelf import Shelf
from app.storage.store import check_log, open_store
from tests.storage.faults import FailingFiles, PowerCut
from tests.storage.remembered import (
    CURRENT,
    DAILY,
    EARLIER,
    REST,
    RISES,
    SECOND_DAY,
    SORE,
    STIFF,
    SUNDAY,
    UNWELL,
    WORSE,
    any_care,
    any_mark,
    any_target,
)
from tests.storage.sessions import CALVES, NOW, session

LOG = "log/2026-1f2e3d4c.jsonl"


class Table(NamedTuple):
    """A table of the store, what it holds in its order, a correction of the first, and how to name it."""

    name: str
    noun: str
    records: tuple[Any, Any]
    corrected: Any
    ids: tuple[Any, Any]


TABLES = {
    "sessions": Table(
        "sessions", "session", (session(2), CALVES), replace(session(2), note="x"), (session(2).id, CALVES.id)
    ),
    "marks": Table("days", "day", (REST, UNWELL), replace(REST, note="x"), (REST.day, UNWELL.day)),
    "targets": Table(
        "targets", "target", (SECOND_DAY, DAILY), replace(SECOND_DAY, times=2), (SECOND_DAY.id, DAILY.id)
    ),
    "check_ins": Table("check-ins", "check-in", (SORE, WORSE), replace(SORE, felt=()), (SORE.id, WORSE.id)),
    "self_tests": Table(
        "self-tests", "self-test", (STIFF, RISES), replace(STIFF, note="x"), (STIFF.id, RISES.id)
    ),
    "enrolments": Table(
        "enrolments", "enrolment", (EARLIER, CURRENT), replace(EARLIER, turns=()), (EARLIER.id, CURRENT.id)
    ),
}


@pytest.fixture(params=["disk", "memory"])
def history(request, opened):
    return opened() if request.param == "disk" else DemoHistory()


@pytest.fixture(params=TABLES)
def kind(request):
    return request.param


def _held(store, kind):
    return getattr(store, kind)()


CARE = ("check_ins", "self_tests", "enrolments")


def test_every_table_of_the_log_is_tested_here():
    assert {table.name for table in TABLES.values()} == set(KINDS)


def _put(store, kind, *records):
    store.put_all(**{"care" if kind in CARE else kind: records})


def _delete(store, kind, *ids):
    if kind in CARE:
        store.delete_all(care=[record for record in TABLES[kind].records if record.id in ids])
    else:
        store.delete_all(**{"days" if kind == "marks" else kind: ids})


def test_records_stand_in_their_order_however_they_came(history, kind):
    first, second = TABLES[kind].records
    for records in ((first, second), (second, first)):
        for record in records:
            _put(history, kind, record)
        assert _held(history, kind) == (first, second)
        _delete(history, kind, *TABLES[kind].ids)
        assert _held(history, kind) == ()


def test_a_correction_takes_the_place_of_what_it_corrects(history, kind):
    table = TABLES[kind]
    _put(history, kind, *table.records)
    _put(history, kind, table.corrected)
    assert _held(history, kind) == (table.corrected, table.records[1])


def test_the_tuple_is_the_very_same_until_something_changes(history, kind):
    table = TABLES[kind]
    _put(history, kind, *table.records)
    before = {each: _held(history, each) for each in TABLES}
    _put(history, kind, table.records[0])  # word for word what is there already
    assert all(_held(history, each) is before[each] for each in TABLES)
    _put(history, kind, table.corrected)
    assert [each for each in TABLES if _held(history, each) is not before[each]] == [kind]


def test_what_is_not_there_is_deleted_without_a_word(history, kind):
    _delete(history, kind, *TABLES[kind].ids)
    assert _held(history, kind) == ()


def test_it_is_there_when_the_folder_is_opened_again(opened, kind):
    table = TABLES[kind]
    store = opened()
    _put(store, kind, *table.records)
    _put(store, kind, table.corrected)
    _delete(store, kind, table.ids[1])
    assert _held(opened(writable=False), kind) == _held(store, kind) == (table.corrected,)


def test_a_document_that_cannot_be_understood_is_reported_and_left(opened, tmp_path, kind):
    table = TABLES[kind]
    opened().put(session(3))
    path = tmp_path / LOG
    strange = encode_entry(Entry(table.name, "x", 1, Raw(b'{"routine":8,"day":"soon"}')))
    path.write_bytes(path.read_bytes() + strange)
    store = opened(writable=False)
    [problem] = store.problems
    assert problem.startswith(f"log: {table.noun} x is left as it is but not shown: ")
    assert [record for record in _held(store, kind) if record != session(3)] == []


def test_what_is_strange_outlives_the_writing_of_the_log_anew(opened, tmp_path, kind):
    strange = Entry(TABLES[kind].name, "x", 1, Raw(b'{"routine":8,"day":"soon"}'))
    with opened() as store:
        for after in range(10):
            store.put(replace(CALVES, after=after))
    path = tmp_path / LOG
    path.write_bytes(path.read_bytes() + encode_entry(strange))
    with opened() as store:
        store.compact(from_bytes=0)
        _put(store, kind, TABLES[kind].records[0])
    assert len(read_lines(path.read_bytes()).entries) == 3
    assert strange in read_lines(path.read_bytes()).entries


def test_a_table_of_a_newer_soleus_is_left_in_peace(opened, tmp_path):
    foreign = Entry("checks", "a", 7, Raw(b'{"cm":9}'))
    with opened() as store:
        store.put(CALVES)
    path = tmp_path / LOG
    path.write_bytes(path.read_bytes() + encode_entry(foreign))
    with opened() as store:
        assert not store.problems
        assert not store.read_only
        store.put_mark(UNWELL)
        store.put(replace(CALVES, note="corrected"))
    assert foreign in read_lines(path.read_bytes()).entries


def test_a_mark_that_says_nothing_any_more_is_gone(opened, tmp_path):
    store = opened()
    store.put_mark(DayMark(SUNDAY))
    assert not (tmp_path / LOG).exists()
    store.put_mark(UNWELL)
    store.put_mark(REST)
    store.put_mark(DayMark(SUNDAY))
    assert opened(writable=False).marks() == store.marks() == (REST,)


def test_a_target_that_was_deleted_is_gone(opened):
    store = opened()
    store.put_target(DAILY)
    store.put_target(SECOND_DAY)
    store.delete_target(DAILY.id)
    assert opened(writable=False).targets() == store.targets() == (SECOND_DAY,)


@given(st.lists(any_mark, max_size=5), st.lists(any_target, max_size=5), st.lists(any_care, max_size=5))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
def test_whatever_is_said_beside_sessions_comes_back_as_it_was(tmp_path_factory, marks, targets, care):
    folder = tmp_path_factory.mktemp("data")
    with open_store(folder, now=NOW, writable=True) as store:
        store.put_all(marks=marks, targets=targets, care=care)
        written = store.marks(), store.targets(), store.care()
    read = open_store(folder, now=NOW, writable=False)
    assert (read.marks(), read.targets(), read.care()) == written
    assert set(read.care()) == set({(type(each), each.id): each for each in care}.values())
    spoken = {mark.day: mark for mark in marks}  # the last word on a day holds
    assert set(read.marks()) == {mark for mark in spoken.values() if not mark.says_nothing}
    assert set(read.targets()) == set({target.id: target for target in targets}.values())
    assert not read.problems


def test_two_devices_that_sync_show_the_same_marks_and_targets(opened, tmp_path):
    one, two = tmp_path / "one", tmp_path / "two"
    with opened(one, new_device=lambda: "aaaa1111") as store:
        store.put_mark(UNWELL)
    shutil.copytree(one / "log", two / "log")
    with opened(one) as store:
        store.put_mark(replace(UNWELL, note="from one"))
        store.put_target(DAILY)
    with opened(two, new_device=lambda: "bbbb2222") as store:
        store.put_mark(replace(UNWELL, note="from two"))
        store.put_mark(replace(UNWELL, note="from two, again"))
        store.put_mark(REST)
    for source, target in ((one, two), (two, one)):
        shutil.copytree(source / "log", target / "log", dirs_exist_ok=True)
    for folder in (one, two):
        store = opened(folder, writable=False)
        assert store.marks() == (REST, replace(UNWELL, note="from two, again"))
        assert store.targets() == (DAILY,)


class _Counted(Files):
    """Counts what is written and made sure of."""

    def __init__(self):
        self.calls = Counter()

    def write(self, descriptor, data):
        self.calls["write"] += 1
        return super().write(descriptor, data)

    def fsync(self, descriptor):
        self.calls["fsync"] += 1
        super().fsync(descriptor)


def test_much_at_once_is_one_write_and_one_fsync(opened):
    files = _Counted()
    store = opened(files=files)
    store.put(session(999))
    files.calls.clear()
    days = [SUNDAY + timedelta(days=number) for number in range(50)]
    store.put_all(map(session, range(500)), [DayMark(day, "rest") for day in days], [DAILY, SECOND_DAY])
    assert files.calls == {"write": 1, "fsync": 1}
    store.delete_all([session(number).id for number in range(500)], days, [DAILY.id])
    assert files.calls == {"write": 2, "fsync": 2}
    left = opened(writable=False)
    assert left.sessions() == store.sessions() == (session(999),)
    assert left.marks() == store.marks() == ()
    assert left.targets() == store.targets() == (SECOND_DAY,)


def _all(store):
    return store.sessions(), store.marks(), store.targets(), store.running()


@pytest.mark.parametrize("change", ["put", "delete"])
def test_much_at_once_is_refused_as_a_whole_at_every_failing_operation(tmp_path, change):
    failures = 0
    for number in range(1, 6):  # look for the length, open, write, fsync, close
        folder = tmp_path / str(number)
        files = FailingFiles()
        with open_store(folder, now=NOW, writable=True, files=files) as store:
            store.put_all([CALVES, session(2, status="running")], [UNWELL], [DAILY])
            before = _all(store)
            files.fails = range(files.count + number, files.count + number + 1)
            try:
                if change == "put":
                    store.put_all([session(2), session(3, status="running")], [REST], [SECOND_DAY])
                else:
                    store.delete_all([CALVES.id, session(2).id], [UNWELL.day], [DAILY.id])
            except RecordError:
                failures += 1
                assert _all(store) == before
            after = _all(store)
        assert _all(open_store(folder, now=NOW, writable=False)) == after
    assert failures == 4  # a file that will not close after its fsync does no harm


def test_a_power_cut_in_the_middle_of_much_leaves_no_line_in_pieces(tmp_path):
    for number in range(1, 5):
        folder = tmp_path / str(number)
        files = FailingFiles(power_cut=True)
        store = open_store(folder, now=NOW, writable=True, files=files)
        store.put_all([CALVES], [UNWELL])
        files.fails = range(files.count + number, files.count + number + 1)
        with pytest.raises(PowerCut):
            store.put_all(map(session, range(2, 20)), [REST])
        store._lock.release()
        found = open_store(folder, now=NOW, writable=False)
        assert CALVES in found.sessions()
        assert UNWELL in found.marks()
        assert not found.problems


def test_a_text_that_is_no_unicode_refuses_all_that_came_with_it(opened):
    store = opened()
    with pytest.raises(RecordError, match="retype it"):
        store.put_all([CALVES], [replace(UNWELL, note="\ud800")])
    assert store.sessions() == store.marks() == ()
    store.put_all([CALVES], [UNWELL])
    assert opened(writable=False).marks() == (UNWELL,)


def test_of_two_with_the_same_id_at_once_the_later_holds(opened):
    store = opened()
    store.put_all([CALVES, replace(CALVES, note="later")])
    assert opened(writable=False).sessions() == store.sessions() == (replace(CALVES, note="later"),)


def test_a_session_that_is_moved_to_another_time_moves_among_the_others(opened):
    store = opened()
    store.put_all(map(session, range(5)))
    assert [record.id[-1] for record in store.sessions()] == ["4", "3", "2", "1", "0"]
    store.put(session(1, started_at=session(9).started_at))
    assert [record.id[-1] for record in store.sessions()] == ["1", "4", "3", "2", "0"]
    store.delete(session(3).id)
    assert [record.id[-1] for record in store.sessions()] == ["1", "4", "2", "0"]
    assert opened(writable=False).sessions() == store.sessions()


def test_sessions_that_run_on_this_device_stand_latest_first(opened):
    store = opened()
    store.put_all([session(1, status="running"), session(4, status="running"), session(3)])
    assert [record.id[-1] for record in store.running()] == ["4", "1"]
    store.delete_all([session(4).id])
    assert [record.id[-1] for record in store.running()] == ["1"]


def test_a_session_among_a_thousand_is_put_in_its_place_without_sorting_them_anew():
    asked = Counter()

    def order(record):
        asked["order"] += 1
        return record.started_at

    shelf = Shelf(replace(SESSIONS, order=order))
    take = shelf.taking()
    for number in range(1000):
        take(SESSIONS.entry(session(number)))
    assert len(shelf.records()) == 1000
    asked.clear()
    take(SESSIONS.entry(session(500, note="corrected")))
    assert shelf.records()[499] == session(500, note="corrected")
    # 2^10 > 1000: at most 11 to find the old one, 11 to find the place of the new one, and one each.
    assert asked["order"] <= 24


def test_what_was_alike_in_sessions_is_one_object_once_they_are_read(opened):
    opened().put_all(map(session, range(2)))
    one, other = opened(writable=False).sessions()
    assert one.work is other.work
    assert one.name is other.name


def test_a_session_that_says_more_than_we_know_is_shown_and_keeps_it(opened, tmp_path):
    with opened() as store:
        store.put(session(2))
    document = encode(session(3)).replace(b'"side":"left"', b'"side":"left","grip":"strong"')
    path = tmp_path / LOG
    path.write_bytes(path.read_bytes() + encode_entry(Entry("sessions", session(3).id, 1, Raw(document))))
    with opened() as store:
        assert store.sessions() == (session(3), session(2))
        assert not store.problems
        store.put(session(4))
        store.compact(from_bytes=0)
    assert document in path.read_bytes()
    assert check_log(tmp_path) == ()


def test_a_day_is_filed_under_its_date():
    assert REST.day == date(2026, 2, 28)
    store = DemoHistory(marks=[REST])
    store.put_mark(replace(REST, mark="paused"))
    assert store.marks() == (replace(REST, mark="paused"),)
