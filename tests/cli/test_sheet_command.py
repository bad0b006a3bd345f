"""sheet, as a program."""

import io
import json
import sys
from datetime import timedelta

import pytest

from app.adapters.clock import SystemClock
from app.core.days import day_of
from app.core.target import EveryDay
from app.storage.store import open_store
from tests.storage.sessions import NOW

SHEET = "Home programme\n1. Calf wall stretch 3x30s each side, 2x/day, 6 weeks\n2. Heel raises 3 sets of 12, slow\n"


@pytest.fixture
def sheet(tmp_path):
    file = tmp_path / "from the physio.txt"
    file.write_text(SHEET, encoding="utf-8")
    return file


def test_it_shows_what_it_understood_line_by_line(soleus, sheet):
    answer = soleus("sheet", sheet)
    assert (answer.code, answer.err) == (0, "")
    assert "      Wall calf stretch: 3 sets of 30 s, each side; twice a day, for 6 weeks" in answer.lines
    assert "      not understood: Home programme" in answer.lines
    assert answer.lines[-1] == "2 exercises in 3 lines."


def test_scripts_get_a_list(soleus, sheet):
    said = json.loads(soleus("sheet", sheet, "--json").out)
    assert [(line["line"], line["exercise"]) for line in said] == [
        (1, None),
        (2, "wall-calf-stretch"),
        (3, "calf-raise"),
    ]


def test_a_sheet_comes_by_the_standard_input_too(soleus, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Bridge 3x10")))
    assert "      Bridge: 3 sets of 10" in soleus("sheet", "-").lines


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_however_a_sheet_was_saved_it_is_read(soleus, tmp_path, encoding):
    file = tmp_path / "sheet.txt"
    file.write_bytes("Child’s pose 3 × 30 s".encode(encoding))
    (line,) = json.loads(soleus("sheet", file, "--json").out)
    assert (line["exercise"], line["hold"], line["sets"]) == ("childs-pose", 30, 3)


def test_saved_it_is_a_routine_and_due(soleus, sheet, home):
    answer = soleus("sheet", sheet, "--save", "from-jo")
    file = home / "routines" / "from-jo.toml"
    assert (answer.code, answer.err) == (0, "")
    assert f"{file}: From jo, with 2 exercises." in answer.lines
    assert soleus("check", file).code == 0
    assert [
        entry["name"] for entry in json.loads(soleus("list", "--json").out) if entry["id"] == "from-jo"
    ] == ["From jo"]
    today = day_of(SystemClock().now(), 4)
    with open_store(home, now=NOW, writable=False) as store:
        (target,) = store.targets()
    assert (target.routine, target.rhythm, target.times) == ("from-jo", EveryDay(), 2)
    assert target.end == today + timedelta(days=41)  # six weeks, the first day counted


@pytest.mark.parametrize("taken", ["from-jo", "calf-reset"])
def test_no_routine_is_overwritten(soleus, sheet, home, own, taken):
    file = own("from-jo", "my own words")
    answer = soleus("sheet", sheet, "--save", taken)
    assert answer.code == 1
    assert answer.err.startswith(f'There is a routine "{taken}" already')
    assert file.read_text("utf-8") == "my own words"
    assert not (home / "log").exists()


def test_without_an_exercise_there_is_nothing_to_save(soleus, tmp_path, home):
    file = tmp_path / "sheet.txt"
    file.write_text("Squats 3x10")
    answer = soleus("sheet", file, "--save", "from-jo")
    assert answer.code == 1
    assert answer.err == (
        f"{file}: no line names an exercise that Soleus knows, so there is no routine to save.\n"
    )
    assert not home.exists()


def test_while_another_soleus_writes_nothing_is_saved(soleus, sheet, home, history):
    answer = soleus("sheet", sheet, "--save", "from-jo")
    assert answer.code == 1
    assert answer.err.count("\n") == 1
    assert not (home / "routines").exists()


def test_an_id_that_is_no_id_is_wrong_usage(soleus, sheet):
    for id_ in ("From Jo", "../x", "a--b", "x" * 81):
        assert soleus("sheet", sheet, "--save", id_).code == 2


@pytest.mark.parametrize("name", ["nowhere.txt", "."])
def test_what_is_no_file_is_one_line(soleus, tmp_path, name):
    answer = soleus("sheet", tmp_path / name)
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.count("\n") == 1


def test_what_is_far_too_long_for_a_sheet_is_one_line(soleus, tmp_path):
    file = tmp_path / "book.txt"
    file.write_bytes(b"Bridge 3x10\n" * 6_000)
    answer = soleus("sheet", file)
    assert answer.code == 1
    assert "larger than 64 KiB" in answer.err
