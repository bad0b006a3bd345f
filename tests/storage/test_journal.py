"""The file that is only ever appended to."""

import pytest
from msgspec import Raw

from app.storage.files import REAL
from app.storage.journal import Journal
from app.storage.lines import Entry, encode_entry, encode_header, read_lines
from tests.storage.faults import FailingFiles

HEADER = encode_header("1f2e3d4c", 2026)


def _entry(number, rev=1):
    return Entry("sessions", f"id-{number}", rev, Raw(b'{"number":%d}' % number))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "2026-1f2e3d4c.jsonl"


def _journal(path, files=REAL):
    return Journal(path, "1f2e3d4c", 2026, files)


def test_a_new_log_begins_with_its_header(path):
    _journal(path).append([_entry(1)])
    assert path.read_bytes() == HEADER + encode_entry(_entry(1))


class NotingFiles(FailingFiles):
    def __init__(self):
        super().__init__()
        self.noted = []

    def strike(self, name):
        self.noted.append(name)
        return super().strike(name)


def test_an_append_costs_one_write_and_one_fsync_however_long_the_log(path):
    files = NotingFiles()
    journal = _journal(path, files)
    journal.append(map(_entry, range(1000)))
    files.noted.clear()
    journal.append([_entry(1000)])
    assert files.noted == ["length", "open_append", "write", "fsync", "close"]


def test_a_new_log_is_safe_in_its_folder_before_it_is_acknowledged(path):
    files = NotingFiles()
    _journal(path, files).append([_entry(1)])
    assert files.noted[-5:] == ["open_append", "write", "fsync", "fsync_folder", "close"]


def test_a_compacted_log_is_on_the_disk_before_it_takes_the_place_of_the_old_one(path):
    files = NotingFiles()
    journal = _journal(path, files)
    journal.append([_entry(1, rev) for rev in (1, 2, 3)])
    files.noted.clear()
    assert journal.compact(0)
    assert files.noted[-6:] == ["open_new", "write", "fsync", "close", "replace", "fsync_folder"]


def test_compaction_keeps_the_newest_of_each_and_deletions(path):
    journal = _journal(path)
    gone = Entry("sessions", "id-2", 2, Raw(b"null"))
    journal.append([_entry(1, rev) for rev in (1, 2, 3, 4)])
    journal.append([_entry(2), gone, _entry(3)])
    assert journal.compact(0)
    assert path.read_bytes() == HEADER + b"".join(map(encode_entry, [_entry(1, 4), gone, _entry(3)]))
    journal.append([_entry(4)])
    assert read_lines(path.read_bytes()).entries[-1] == _entry(4)


def test_a_log_of_which_half_is_alive_is_not_compacted(path):
    journal = _journal(path)
    journal.append([_entry(1), _entry(1, 2)])
    before = path.stat().st_ino
    assert not journal.compact(0)
    assert path.stat().st_ino == before


def test_a_short_log_is_not_even_looked_at(path):
    journal = _journal(path)
    journal.append([_entry(1, rev) for rev in range(1, 10)])
    assert not journal.compact(path.stat().st_size)
    assert journal.compact(path.stat().st_size - 1)


def test_there_is_nothing_to_compact_in_a_log_that_is_not_there(path):
    assert not _journal(path).compact(0)
    assert not path.exists()


def test_what_another_program_left_is_mended_before_the_next_line(path):
    journal = _journal(path)
    journal.append([_entry(1)])
    path.write_bytes(path.read_bytes() + b'{"crc":"half a li')
    journal.append([_entry(2)])
    assert path.read_bytes() == HEADER + b"".join(map(encode_entry, [_entry(1), _entry(2)]))
    assert path.with_name(path.name + ".set-aside").read_bytes() == b'{"crc":"half a li\n'


def test_a_last_line_that_only_lost_its_newline_is_kept(path):
    path.write_bytes((HEADER + encode_entry(_entry(1)))[:-1])
    _journal(path).append([_entry(2)])
    assert path.read_bytes() == HEADER + b"".join(map(encode_entry, [_entry(1), _entry(2)]))
    assert not path.with_name(path.name + ".set-aside").exists()


def test_a_log_that_lost_its_header_gets_it_back(path):
    path.write_bytes(encode_entry(_entry(1)))
    _journal(path).append([_entry(2)])
    assert path.read_bytes() == HEADER + b"".join(map(encode_entry, [_entry(1), _entry(2)]))
