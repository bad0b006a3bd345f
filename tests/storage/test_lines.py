"""The text of a log, and what is left of it when a byte is not what it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Raw
from msgspec.json import encode

from app.storage.lines import Entry, encode_entry, encode_header, read_lines
from tests.storage.sessions import CALVES, any_session, session

HEADER = encode_header("1f2e3d4c", 2026)
ENTRIES = (
    Entry("sessions", "a", 1, Raw(encode(CALVES))),
    Entry("sessions", "b", 1, Raw(b'{"crc":"trap","note":"line\\nbreak"}')),
    Entry("sessions", "a", 2, Raw(b"null")),
    Entry("sessions", "c", 1, Raw(encode(session(2)))),
)
LINES = [HEADER, *map(encode_entry, ENTRIES)]
LOG = b"".join(LINES)


def test_a_log_reads_as_it_was_written():
    reading = read_lines(LOG)
    assert reading.entries == ENTRIES
    assert [(header.soleus_log, header.device, header.year) for header in reading.headers] == [
        (1, "1f2e3d4c", 2026)
    ]
    assert not reading.damaged
    assert not reading.torn


@given(any_session, st.integers(1, 10**9))
def test_every_session_makes_one_line_that_reads_back(record, rev):
    entry = Entry("sessions", record.id, rev, Raw(encode(record)))
    line = encode_entry(entry)
    assert line.count(b"\n") == 1
    assert read_lines(line).entries == (entry,)


def _flips(byte):
    """Each single bit, and the bytes that mean something to the reader."""
    others = {byte ^ (1 << bit) for bit in range(8)} | set(b'\n{}",\\ 0') | {0, 0xFF}
    return others - {byte, ord("\r")}


@pytest.mark.parametrize("line", range(len(LINES)))
def test_a_flipped_byte_costs_its_own_entry_at_most_and_is_reported(line):
    start = len(b"".join(LINES[:line]))
    others = [entry for number, entry in enumerate(ENTRIES, 1) if number != line]
    for at in range(start, start + len(LINES[line])):
        for flipped in _flips(LOG[at]):
            reading = read_lines(LOG[:at] + bytes([flipped]) + LOG[at + 1 :])
            survivors = list(reading.entries)
            assert survivors in (others, list(ENTRIES)), (at, flipped)
            assert reading.damaged, (at, flipped)
            assert not reading.torn, (at, flipped)


def test_a_newline_that_turned_into_something_else_costs_nothing():
    for end in range(len(LINES)):
        at = len(b"".join(LINES[: end + 1])) - 1
        for flipped in _flips(ord("\n")):
            reading = read_lines(LOG[:at] + bytes([flipped]) + LOG[at + 1 :])
            assert reading.entries == ENTRIES
            assert [damage.data for damage in reading.damaged] == [bytes([flipped])]


def test_a_torn_last_line_is_told_from_damage_wherever_it_was_torn():
    sound = len(LOG) - len(LINES[-1])
    for length in range(sound + 1, len(LOG) - 1):
        reading = read_lines(LOG[:length])
        assert reading.entries == ENTRIES[:-1]
        assert reading.torn == LOG[sound:length]
        assert not reading.damaged


def test_a_last_line_without_its_newline_is_whole():
    reading = read_lines(LOG[:-1])
    assert reading.entries == ENTRIES
    assert not reading.torn


def test_damage_names_its_line():
    reading = read_lines(LINES[0] + LINES[1] + b"rubbish\n" + LINES[2])
    assert [(damage.line, damage.data) for damage in reading.damaged] == [(3, b"rubbish")]
    assert reading.entries == ENTRIES[:2]


def test_an_editor_that_writes_crlf_and_blank_lines_does_no_harm():
    reading = read_lines(LOG.replace(b"\n", b"\r\n") + b"\r\n")
    assert reading.entries == ENTRIES
    assert not reading.damaged


def test_a_line_with_a_right_checksum_that_says_nothing_is_damage():
    line = encode_entry(Entry("sessions", "a", 0, Raw(b"{}")))  # revisions count from 1
    assert read_lines(line).entries == ()
    assert len(read_lines(line).damaged) == 1


@given(st.binary(max_size=300))
def test_no_bytes_at_all_are_too_much(data):
    reading = read_lines(data)
    assert reading.entries == ()


@given(st.data())
def test_any_number_of_flipped_bytes_never_invents_an_entry(data):
    damaged = bytearray(LOG)
    for at in data.draw(st.lists(st.integers(0, len(LOG) - 1), min_size=1, max_size=20)):
        damaged[at] = data.draw(st.integers(0, 255))
    assert set(map(encode_entry, read_lines(bytes(damaged)).entries)) <= set(LINES)
