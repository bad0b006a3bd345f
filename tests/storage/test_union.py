"""Logs merge by union: whichever order, however often."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec import Raw

from app.storage.lines import Entry
from app.storage.union import live_entries, newest

_entries = st.builds(
    Entry,
    table=st.sampled_from(["sessions", "checks"]),
    id=st.sampled_from("abc"),
    rev=st.integers(1, 3),
    doc=st.sampled_from([b"null", b'{"n":1}', b'{"n":2}']).map(Raw),
)
_logs = st.lists(_entries, max_size=12).map(tuple)


@given(_logs, _logs)
def test_the_order_of_two_logs_does_not_matter(one, other):
    assert newest(one + other) == newest(other + one)


@given(_logs, _logs, _logs)
def test_nor_does_which_two_of_three_are_merged_first(a, b, c):
    left = newest((*newest(a + b).values(), *c))
    right = newest((*a, *newest(b + c).values()))
    assert left == right


@given(_logs)
def test_reading_a_log_twice_changes_nothing(log):
    assert newest(log + log) == newest(log)


@given(_logs, _logs)
def test_what_compaction_drops_no_union_misses(log, other):
    assert newest(live_entries(log) + other) == newest(log + other)


def test_the_newest_revision_holds():
    first, second = Entry("sessions", "a", 1, Raw(b'{"n":9}')), Entry("sessions", "a", 2, Raw(b'{"n":1}'))
    assert newest((second, first)) == {("sessions", "a"): second}


def test_an_edit_outlives_a_deletion_of_the_same_revision():
    edit, deletion = Entry("sessions", "a", 2, Raw(b"{}")), Entry("sessions", "a", 2, Raw(b"null"))
    assert newest((edit, deletion)) == newest((deletion, edit)) == {("sessions", "a"): edit}


def test_a_newer_deletion_stays_in_a_compacted_log():
    edit, deletion = Entry("sessions", "a", 1, Raw(b"{}")), Entry("sessions", "a", 2, Raw(b"null"))
    assert live_entries((edit, deletion)) == (deletion,)
