"""export, import, backup, restore and demo."""

import json
import os
import zipfile
from datetime import timedelta

import pytest

from app.adapters.clock import SystemClock
from app.core.record import SessionRecord
from app.storage.store import open_store
from tests.cli.test_history_commands import make_newer
from tests.core.test_loop_habits import FOLDER
from tests.storage.sessions import CALVES, NOW, session


def put(home, *records: SessionRecord) -> None:
    with open_store(home, now=NOW, writable=True) as store:
        store.put_all(records)


def listed(soleus) -> list[dict]:
    return json.loads(soleus("history", "--json").out)


@pytest.fixture
def diary(tmp_path):
    """A plain CSV with one line that is none."""
    file = tmp_path / "diary.csv"
    day = SystemClock().now().date() - timedelta(days=3)
    file.write_text(f"date,minutes\n{day},10\nnever,5\n")
    return file


def test_the_json_is_what_history_prints_byte_for_byte(soleus, home, tmp_path):
    put(home, CALVES, session(3, status="running"), session(2, note="“é” 🦵"))
    target = tmp_path / "history.json"
    answer = soleus("export", target)
    assert (answer.code, answer.out, answer.err) == (0, f"3 sessions written to {target}.\n", "")
    assert target.read_bytes() == soleus("history", "--json").out.encode()


@pytest.mark.parametrize("suffix", ["json", "csv", "zip"])
def test_what_was_exported_comes_in_elsewhere_just_as_it_was_and_only_once(
    soleus, home, tmp_path, monkeypatch, suffix
):
    put(home, *(session(number) for number in range(3)))
    before = soleus("history", "--json").out
    target = tmp_path / f"all.{suffix.upper()}"
    soleus("export", target)
    monkeypatch.setenv("SOLEUS_HOME", str(tmp_path / "elsewhere"))
    answer = soleus("import", target)
    assert (answer.code, answer.err) == (0, "")
    assert answer.lines == ["Added 3 sessions from 1 March 2026 to 3 March 2026."]
    assert soleus("history", "--json").out == before
    assert soleus("import", target).lines == ["Nothing new: 3 sessions are here already."]
    assert soleus("history", "--json").out == before


def test_a_dry_run_says_the_same_and_writes_nothing(soleus, home, diary):
    answer = soleus("import", diary, "--dry-run")
    assert answer.code == 0
    assert answer.lines[0].startswith("Adds 1 session of ")
    assert answer.err == f'{diary}:3: "never" is no day; write it as 2026-11-22.\n'
    assert not home.exists()


def test_an_import_backs_up_first_and_that_can_be_put_back(soleus, home, diary):
    put(home, CALVES)
    before = soleus("history", "--json").out
    assert soleus("import", diary).lines[0].startswith("Added 1 session of ")
    assert len(listed(soleus)) == 2
    (name,) = [path.stem for path in (home / "backups").iterdir()]
    assert name.endswith("-before-import")
    answer = soleus("restore", name)
    assert (answer.code, answer.err) == (0, "")
    assert soleus("history", "--json").out == before
    assert len(soleus("restore").lines) == 2  # and what was there before has a backup too


def test_an_import_that_adds_nothing_makes_no_backup(soleus, home, tmp_path):
    put(home, CALVES)
    soleus("export", tmp_path / "a.csv")
    soleus("import", tmp_path / "a.csv")
    assert not (home / "backups").exists()


def test_routines_that_differ_are_left_and_named(soleus, home, own, tmp_path, monkeypatch):
    put(home, CALVES)
    own("mine", "theirs")
    own("exercises/new", "x = 1")
    soleus("export", tmp_path / "a.zip")
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "routines").mkdir(parents=True)
    (elsewhere / "routines" / "mine.toml").write_text("mine")
    monkeypatch.setenv("SOLEUS_HOME", str(elsewhere))
    assert soleus("import", tmp_path / "a.zip").lines[1:] == [
        "Added 1 routine file: exercises/new.toml.",
        "Your own stay, though they differ: mine.toml.",
    ]
    assert (elsewhere / "routines" / "mine.toml").read_text() == "mine"
    assert (elsewhere / "routines" / "exercises" / "new.toml").read_text() == "x = 1"
    assert not (elsewhere / "settings.json").exists()


@pytest.fixture
def loop(tmp_path):
    file = tmp_path / "Loop Habits CSV 2026-11-22.zip"
    with zipfile.ZipFile(file, "w") as made:
        for name, text in FOLDER.items():
            made.writestr(name, text.replace("2026-", "2025-"))  # none of them is still to come
    return file


def test_loops_habits_are_listed_until_one_is_chosen(soleus, loop):
    answer = soleus("import", loop)
    (line,) = answer.err.splitlines()
    assert (answer.code, answer.out) == (1, "")
    assert line == (
        f'{loop}: 3 habits are in it: "Stretch, calves", "Yoga" and "Water". Choose with: --habit "Stretch, calves"'
    )
    answer = soleus("import", loop, "--habit", "Yoga", "--habit", "Stretch, calves")
    assert answer.lines == [
        "Added 4 sessions from 18 November 2025 to 22 November 2025.",
        "Added what was said of 2 days.",
    ]
    assert {item["name"] for item in listed(soleus)} == {"Yoga", "Stretch, calves"}


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("none.csv", None, "there is no such file"),
        ("a.json", b"{}", "this is no list of sessions"),
        ("a.json", b"[7]", "entry 1: this is no session"),
        ("a.csv", b"hello", "this is no history"),
        ("a.zip", b"PK\x03\x04rubbish", "this is no zip, or it is damaged"),
        ("a.csv", b"\xff\xfe\x00", "this is not written in UTF-8"),
    ],
)
def test_a_file_that_cannot_come_in_is_one_line_and_changes_nothing(soleus, home, tmp_path, name, data, why):
    put(home, CALVES)
    if data is not None:
        (tmp_path / name).write_bytes(data)
    answer = soleus("import", tmp_path / name)
    (line,) = answer.err.splitlines()
    assert (answer.code, answer.out) == (1, "")
    assert line.startswith(f"{tmp_path / name}: {why}")
    assert len(listed(soleus)) == 1
    assert not (home / "backups").exists()


def test_a_zip_of_something_else_is_refused(soleus, tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as made:
        made.writestr("holiday.jpg", "x")
    answer = soleus("import", tmp_path / "a.zip")
    assert (answer.code, answer.out) == (1, "")
    assert "neither a backup nor an export" in answer.err


def test_what_is_no_file_is_never_waited_for(soleus, tmp_path):
    os.mkfifo(tmp_path / "pipe.csv")
    for path in (tmp_path / "pipe.csv", tmp_path, "a\0b"):
        answer = soleus("import", path)
        assert (answer.code, answer.out, len(answer.err.splitlines())) == (1, "", 1)


@pytest.mark.parametrize("command", ["import", "restore"])
def test_nothing_is_taken_in_while_another_soleus_writes(soleus, home, diary, history, command):
    history.put(CALVES)
    made = soleus("backup").out.strip()
    answer = soleus("import", diary) if command == "import" else soleus("restore", made)
    (line,) = answer.err.splitlines()
    assert (answer.code, answer.out) == (1, "")
    assert line.startswith("Soleus is already open")


def test_backing_up_and_exporting_need_no_lock(soleus, history, tmp_path):
    history.put(CALVES)
    assert soleus("backup").code == 0
    assert soleus("export", tmp_path / "a.zip").code == 0


def test_a_backup_prints_where_it_is_and_is_listed(soleus, home):
    put(home, CALVES)
    answer = soleus("backup")
    (made,) = (home / "backups").iterdir()
    assert (answer.code, answer.out) == (0, f"{made}\n")
    assert made.name.endswith("-by-hand.zip")
    (line,) = soleus("restore").lines
    assert line.startswith(made.stem)
    assert "(made by hand)" in line


def test_with_nothing_to_back_up_it_says_so(soleus, home):
    answer = soleus("backup")
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith("There is nothing to back up yet.")
    assert soleus("restore").lines == [
        "No backups yet. Soleus makes one a day; make one now with: soleus backup"
    ]
    assert not home.exists()


def test_a_restore_brings_back_everything_the_settings_too(soleus, home, own):
    put(home, CALVES)
    (home / "settings.json").write_text('{"weekly_target": 2}')
    own("mine", "before")
    made = soleus("backup").out.strip()
    put(home, session(1))
    (home / "settings.json").write_text('{"weekly_target": 7}')
    own("mine", "after")
    assert soleus("restore", made).code == 0
    assert [item["id"] for item in listed(soleus)] == [CALVES.id]
    assert json.loads(soleus("streak", "--json").out)["this_week"]["target"] == 2
    assert (home / "routines" / "mine.toml").read_text() == "before"


def test_a_restored_history_can_be_added_to(soleus, home):
    put(home, CALVES)
    made = soleus("backup").out.strip()
    put(home, session(2))
    soleus("restore", made)
    put(home, session(3))
    assert [item["id"] for item in listed(soleus)] == [session(3).id, CALVES.id]


@pytest.mark.parametrize("name", ["2020-01-01", "../soleus", "backups"])
def test_a_backup_that_is_not_there_is_one_line(soleus, home, name):
    put(home, CALVES)
    answer = soleus("restore", name)
    assert (answer.code, answer.out) == (1, "")
    assert answer.err == f'There is no backup "{name}". See them all with: soleus restore\n'


def test_a_backup_of_a_newer_soleus_is_not_put_back(soleus, home):
    put(home, CALVES)
    make_newer(home)
    made = soleus("backup").out.strip()
    answer = soleus("restore", made)
    assert (answer.code, answer.out) == (1, "")
    assert "made by a newer Soleus" in answer.err


def test_an_export_that_cannot_be_written_is_one_line(soleus, home, tmp_path):
    put(home, CALVES)
    answer = soleus("export", tmp_path / "nowhere" / "a.json")
    assert (answer.code, answer.out, len(answer.err.splitlines())) == (1, "", 1)
    assert "could not be written" in answer.err


def test_a_demo_fills_a_new_folder_and_says_how_to_look_at_it(soleus, home, tmp_path, monkeypatch):
    folder = tmp_path / "demo"
    answer = soleus("demo", folder, "--years", "0.5")
    assert (answer.code, answer.err) == (0, "")
    assert answer.lines[1] == f"Look at it with: SOLEUS_HOME={folder} soleus"
    assert not home.exists()
    monkeypatch.setenv("SOLEUS_HOME", str(folder))
    assert f"{len(listed(soleus))} sessions invented." == answer.lines[0]


def test_a_demo_never_goes_into_a_folder_in_use(soleus, home):
    put(home, CALVES)
    before = sorted(home.rglob("*"))
    answer = soleus("demo", home)
    assert (answer.code, answer.out, len(answer.err.splitlines())) == (1, "", 1)
    assert sorted(home.rglob("*")) == before
