"""Zips from elsewhere: taken whole or refused in one line, and never unpacked."""

import stat
import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.storage import archive
from app.storage.archive import ArchiveRefused, is_safe, looks_like_zip, read_archive

FILES = {
    "settings.json": b"{}",
    "log/2026-1f2e3d4c.jsonl": b"line\n" * 50,
    "routines/exercises/a.toml": b"x = 1",
}


def zipped(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return buffer.getvalue()


def refusal(data: bytes) -> str:
    with pytest.raises(ArchiveRefused) as refused:
        read_archive(data, "a.zip")
    (line,) = str(refused.value).splitlines()
    assert line.startswith("a.zip: ")
    return line


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])
def test_a_zip_is_its_files_by_name_and_folders_are_none(method):
    assert read_archive(zipped(FILES | {"routines/": b""}, method), "a.zip") == FILES


@pytest.mark.parametrize(
    "name",
    [
        "../x",
        "/etc/passwd",
        "log/../../x",
        "log//x",
        "C:/x",
        "a\\..\\x",
        "log/.",
        "x\n",
        "con:",
        "a/ /b",
        "x" * 256,
        "log/.. ",
    ],
)
def test_a_name_that_leads_out_of_its_folder_has_the_whole_refused(name):
    assert not is_safe(name)


def test_no_file_of_a_zip_that_leads_out_is_taken():
    assert "would lead out of its folder" in refusal(zipped(FILES | {"../settings.json": b"{}"}))


@pytest.mark.parametrize(
    "name", ["settings.json", "log/2026-1f2e3d4c.sync-conflict-1.jsonl", "routines/Kürzer é.toml"]
)
def test_the_names_of_a_data_folder_are_safe(name):
    assert is_safe(name)


def test_two_files_that_some_machines_take_for_one_are_refused():
    assert '"log/A.jsonl" is in it twice' in refusal(zipped({"log/a.jsonl": b"", "log/A.jsonl": b""}))


def test_a_bomb_is_refused_by_what_it_declares_and_by_what_comes_out(monkeypatch):
    monkeypatch.setattr(archive, "MOST_BYTES", 1 << 20)
    bomb = zipped({f"log/{n}": b"\0" * (300 << 10) for n in range(4)})  # 1.2 MB in a few kB
    assert len(bomb) < 5000
    assert "there are more than 1 MB in it" in refusal(bomb)


def test_a_bomb_that_declares_less_than_it_holds_is_refused(monkeypatch):
    monkeypatch.setattr(archive, "MOST_BYTES", 1 << 20)
    bomb = bytearray(zipped({"log/0": b"\0" * (3 << 20)}))
    real = (3 << 20).to_bytes(4, "little")
    assert bomb.count(real) == 2
    small = bytes(bomb).replace(real, (100).to_bytes(4, "little"))
    refusal(small)


def test_too_many_files_are_refused(monkeypatch):
    monkeypatch.setattr(archive, "MOST_FILES", 2)
    assert "there are 3 files in it" in refusal(zipped(FILES))


def test_too_large_a_file_is_refused_unread(monkeypatch):
    monkeypatch.setattr(archive, "MOST_BYTES", 100)
    assert "more than" in refusal(b"PK\x03\x04" + b"x" * 200)


def test_a_way_of_packing_that_is_not_ours_is_refused():
    assert "packed in a way that Soleus cannot read" in refusal(zipped(FILES, zipfile.ZIP_LZMA))


def test_a_password_is_refused():
    locked = bytearray(zipped({"log/a": b"x"}))
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    assert "locked with a password" in refusal(bytes(locked))


def test_a_link_is_only_its_bytes():
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        link = zipfile.ZipInfo("log/a.jsonl")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        made.writestr(link, "/etc/passwd")
    assert read_archive(buffer.getvalue(), "a.zip") == {"log/a.jsonl": b"/etc/passwd"}


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"PK\x05\x06" + bytes(18) + b"x", b"no zip at all"])
def test_what_is_no_zip_says_so(data):
    if data[:4] != b"PK\x05\x06":
        assert "this is no zip, or it is damaged" in refusal(data)
    assert looks_like_zip(data) == data.startswith(b"PK")


@given(st.data())
def test_a_damaged_zip_is_refused_or_whole_and_nothing_else(data):
    sound = zipped(FILES)
    damaged = bytearray(sound)
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(damaged) - 1))
        damaged[place : place + data.draw(st.integers(0, 4))] = data.draw(st.binary(max_size=4))
    try:
        found = read_archive(bytes(damaged), "a.zip")
    except ArchiveRefused as refused:
        found = {}
        line = str(refused)
    else:
        line = ""
    assert len(line.splitlines()) <= 1
    assert all(content in FILES.values() for content in found.values())  # the checksum of the zip sees to it
