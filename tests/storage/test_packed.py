"""A zip of a data folder beside a history that has gone on since."""

import pytest
from msgspec import Raw
from msgspec.json import encode
from msgspec.structs import replace

from app.core.care.heel_rise import HEEL_RISE_TEST
from app.core.day_mark import DayMark
from app.core.ports import RecordError
from app.core.target import EveryDay, Target
from app.core.transfer import merge
from app.storage.archive import ArchiveRefused, read_archive
from app.storage.backup import packed
from app.storage.lines import Entry, encode_entry, encode_header
from app.storage.packed import is_packed, look_into_packed, newer_than_us
from app.storage.store import Store
from tests.storage.remembered import CURRENT, SORE, STIFF
from tests.storage.sessions import CALVES, session

UNWELL = DayMark(CALVES.day, "unwell")
TARGET = Target("calf-reset", EveryDay(), CALVES.day)


@pytest.fixture
def there(opened, tmp_path) -> Store:
    return opened(tmp_path / "there", new_device=lambda: "2a2a2a2a")


@pytest.fixture
def here(opened, tmp_path) -> Store:
    return opened(tmp_path / "here")


@pytest.fixture
def exported(there, tmp_path):
    return lambda: read_archive(packed(tmp_path / "there"), "a.zip")


def look(files, here):
    return look_into_packed(files, "a.zip", here.revision)


def bring(files, here) -> None:
    here.adopt(look(files, here).entries)


def test_sessions_and_all_that_stands_beside_them_come_in_and_only_once(there, here, exported):
    there.put_all([CALVES, session(2)], [UNWELL], [TARGET], [SORE, STIFF, CURRENT])
    here.put(session(3))
    found = look(exported(), here)
    assert {item.id for item in found.incoming.sessions} == {CALVES.id, session(2).id}
    assert (found.incoming.marks, found.incoming.targets) == ((UNWELL,), (TARGET,))
    assert found.incoming.care == (SORE, STIFF, CURRENT)
    bring(exported(), here)
    assert here.care() == (SORE, STIFF, CURRENT)
    assert (len(here.sessions()), here.marks(), here.targets()) == (3, (UNWELL,), (TARGET,))
    again = look(exported(), here)
    assert (again.entries, again.incoming.is_empty, again.incoming.known) == ((), True, 2)


def test_what_came_in_is_on_the_disk(there, here, exported, opened, tmp_path):
    there.put(CALVES)
    bring(exported(), here)
    here.close()
    assert opened(tmp_path / "here").sessions() == (CALVES,)


def test_the_newest_revision_holds_whichever_side_wrote_it(there, here, exported):
    there.put(CALVES)
    bring(exported(), here)
    there.put(replace(CALVES, note="there, later"))
    files = exported()
    assert merge(look(files, here).incoming, here.sessions()).changed[0][1].note == "there, later"
    bring(files, here)
    here.put(replace(CALVES, note="here, last"))
    assert look(files, here).entries == ()
    there.put(replace(CALVES, note="there, as late"))
    there.put(replace(CALVES, note="there, last"))
    bring(exported(), here)
    assert here.sessions()[0].note == "there, last"


def test_a_deletion_over_there_takes_nothing_away_here(there, here, exported):
    there.put(CALVES)
    bring(exported(), here)
    there.delete(CALVES.id)
    found = look(exported(), here)
    assert (found.entries, found.incoming.left_out) == ((), ())


def test_what_was_deleted_here_since_stays_deleted_and_that_is_said(there, here, exported):
    there.put(CALVES)
    bring(exported(), here)
    here.delete(CALVES.id)
    found = look(exported(), here)
    assert found.entries == ()
    assert found.incoming.left_out == ("a.zip: sessions that you have deleted since stay deleted: 1.",)


def test_a_session_going_on_over_there_comes_in_as_far_as_it_got(there, here, exported):
    there.put(session(1, status="running"))
    bring(exported(), here)
    (record,) = here.sessions()
    assert (record.status, record.done_ms, record.passed) == ("partial", 90_000, ())
    assert here.running() == ()
    assert look(exported(), here).entries == ()


def test_a_heel_rise_test_going_on_over_there_comes_in_as_one_that_was_stopped(there, here, exported):
    there.put(session(1, routine=HEEL_RISE_TEST, status="running", planned_ms=400_000))
    bring(exported(), here)
    (record,) = here.sessions()
    assert (record.status, record.planned_ms, record.done_ms) == ("finished", 90_000, 90_000)


def test_routines_are_found_by_their_path(there, here, exported, tmp_path):
    place = tmp_path / "there" / "routines" / "exercises"
    place.mkdir(parents=True)
    (place / "mine.toml").write_text("x")
    assert look(exported(), here).routines == {"exercises/mine.toml": b"x"}


def test_damage_in_a_log_is_named_and_the_rest_comes_in(there, here, exported):
    there.put_all([CALVES, session(2)])
    files = exported()
    (log,) = [name for name in files if name.startswith("log/")]
    files[log] = files[log].replace(b"Calf reset", b"Calf rest", 1)
    found = look(files, here)
    assert len(found.incoming.sessions) == 1
    assert found.incoming.left_out[0].startswith(f"a.zip/{log}:2: damaged line left out")


SOUND = encode(CALVES)


@pytest.mark.parametrize(
    ("doc", "why"),
    [
        (b'{"id": 7}', "cannot be understood"),
        (SOUND.replace(b"Calf", b"\xff"), "cannot be understood"),  # no UTF-8, though its checksum is right
        (SOUND, "has another id inside"),
    ],
)
def test_a_document_that_is_none_is_left_out(here, doc, why):
    data = encode_header("2a2a2a2a", 2026) + encode_entry(Entry("sessions", "x", 1, Raw(doc)))
    found = look({"log/2026-2a2a2a2a.jsonl": data}, here)
    assert found.entries == ()
    assert why in found.incoming.left_out[0]


def test_one_of_a_newer_soleus_is_refused(here):
    files = {"log/2026-2a2a2a2a.jsonl": encode_header("2a2a2a2a", 2026, schema=99)}
    assert newer_than_us(files)
    with pytest.raises(ArchiveRefused, match="made by a newer Soleus; update this one"):
        look(files, here)


@pytest.mark.parametrize(("name", "ours"), [("log/x", True), ("settings.json", True), ("Habits.csv", False)])
def test_a_data_folder_is_known_by_its_files(name, ours):
    assert is_packed([name]) is ours


def test_a_store_that_only_reads_adopts_nothing(opened, there, here, exported, tmp_path):
    there.put(CALVES)
    found = look(exported(), here)
    here.close()
    with pytest.raises(RecordError):
        here.adopt(found.entries)
