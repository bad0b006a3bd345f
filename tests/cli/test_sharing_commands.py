"""print, share and the import of a routine, as a program."""

import json
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from app.core.target import EveryDay, Target
from app.storage.parcel import Parcel, pack, unpack

ROUTINE = """format = 1
id = "from-anna"
name = "From Anna"

[[step]]
exercise = "annas-stretch"
hold = 30
"""
EXERCISE = """format = 1
id = "annas-stretch"
name = "Anna's stretch"
steps = ["Stand tall.", "Lean."]
muscles = ["soleus"]
kind = "stretch"
position = "standing"
sides = "both"
"""


@pytest.fixture
def anothers(tmp_path: Path) -> Path:
    """A routine of somebody else's, with an exercise of her own: 8 + 30 + 5 + 30 = 73 s."""
    file = tmp_path / "from Anna.soleus"
    file.write_bytes(pack(Parcel(ROUTINE, {"annas-stretch": EXERCISE})))
    return file


def test_print_writes_a_sheet_with_every_step(soleus, tmp_path):
    target = tmp_path / "calf reset.pdf"
    answer = soleus("print", "calf-reset", target)
    assert (answer.code, answer.err, answer.lines) == (0, "", [f"{target}: 1 page to print."])
    text = PdfReader(target).pages[0].extract_text()
    assert all(name in text for name in ("Calf reset", "Standing calf raise", "Bent-knee wall stretch"))


def test_print_knows_letter_paper(soleus, tmp_path):
    assert soleus("print", "calf-reset", tmp_path / "x.pdf", "--paper", "Letter").code == 0
    # 8.5 inches of 72 points.
    assert float(PdfReader(tmp_path / "x.pdf").pages[0].mediabox.width) == 612


def test_share_writes_a_file_with_the_routine_and_its_exercises(soleus, tmp_path):
    target = tmp_path / "calf-reset.soleus"
    answer = soleus("share", "calf-reset", target)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith(f"{target}: Calf reset, with its exercises.")
    parcel = unpack(target.read_bytes(), "x")
    assert "Calf reset" in parcel.routine
    assert set(parcel.exercises) == {"calf-raise", "wall-calf-stretch", "bent-knee-wall-stretch"}


@pytest.mark.parametrize(("command", "suffix"), [("print", "pdf"), ("share", "soleus")])
def test_a_routine_that_is_not_there_is_one_line_and_writes_nothing(soleus, tmp_path, command, suffix):
    answer = soleus(command, "calf-rest", tmp_path / f"x.{suffix}")
    assert (answer.code, answer.out) == (1, "")
    assert answer.err == 'There is no routine "calf-rest". Did you mean "calf-reset"?\n'
    assert not (tmp_path / f"x.{suffix}").exists()


@pytest.mark.parametrize("command", ["print", "share"])
def test_another_ending_is_wrong_usage(soleus, tmp_path, command):
    assert soleus(command, "calf-reset", tmp_path / "x.txt").code == 2


@pytest.mark.parametrize(("command", "suffix"), [("print", "pdf"), ("share", "soleus")])
def test_a_folder_that_is_not_there_is_one_line(soleus, tmp_path, command, suffix):
    answer = soleus(command, "calf-reset", tmp_path / "nowhere" / f"x.{suffix}")
    assert answer.code == 1
    assert answer.err.count("\n") == 1
    assert "could not be written" in answer.err


def test_a_routine_that_is_due_twice_a_day_has_twice_the_boxes(soleus, tmp_path, history):
    assert soleus("print", "calf-reset", tmp_path / "once.pdf").code == 0
    history.put_target(Target("calf-reset", EveryDay(), date(2026, 1, 1), 2))
    assert soleus("print", "calf-reset", tmp_path / "twice.pdf").code == 0
    boxes = [
        PdfReader(tmp_path / name).pages[0].extract_text().count("W\n") for name in ("once.pdf", "twice.pdf")
    ]
    # Three steps, each with two weeks of boxes, and one Wednesday in each week; then two rows of them.
    assert boxes == [6, 12]


def test_a_routine_comes_in_where_it_was_not_known(soleus, anothers, tmp_path):
    answer = soleus("import", anothers)
    assert (answer.code, answer.err) == (0, "")
    assert answer.lines[0] == "Added From Anna: 1 min, 1 step."
    assert answer.lines[-1] == "Begin with: soleus play from-anna"
    assert [entry["name"] for entry in json.loads(soleus("list", "--json").out) if entry["id"] == "from-anna"]
    assert soleus("show", "from-anna").code == 0


def test_a_look_at_a_routine_writes_nothing(soleus, anothers, home):
    answer = soleus("import", anothers, "--dry-run")
    assert (answer.code, answer.err) == (0, "")
    assert answer.lines[0] == "Adds From Anna: 1 min, 1 step."
    assert answer.lines[1] == "New exercise: Anna's stretch."
    assert not home.exists()


def test_a_routine_takes_the_place_of_none_unasked(soleus, anothers, home, own):
    mine = own("from-anna", ROUTINE.replace("From Anna", "Mine"))
    before = mine.read_bytes()
    for dry in ((), ("--dry-run",)):
        answer = soleus("import", anothers, *dry)
        assert (answer.code, answer.out) == (1, "")
        assert answer.err.count("\n") == 1
        assert "--as" in answer.err
        assert "--replace" in answer.err
    assert [path.name for path in home.rglob("*") if path.is_file()] == ["from-anna.toml"]
    assert mine.read_bytes() == before


def test_by_another_id_both_are_there(soleus, anothers, own):
    own("from-anna", ROUTINE.replace("From Anna", "Mine"))
    assert soleus("import", anothers, "--as", "annas-other").code == 0
    names = {entry["id"]: entry["name"] for entry in json.loads(soleus("list", "--json").out)}
    assert (names["from-anna"], names["annas-other"]) == ("Mine", "From Anna")


def test_another_id_that_is_taken_is_refused_as_well(soleus, anothers):
    answer = soleus("import", anothers, "--as", "calf-reset")
    assert answer.code == 1
    assert 'there is a routine "calf-reset" already (Calf reset)' in answer.err


def test_what_is_replaced_lies_in_a_backup(soleus, anothers, home, own):
    own("from-anna", ROUTINE.replace("From Anna", "Mine"))
    assert soleus("import", anothers, "--replace").code == 0
    names = {entry["id"]: entry["name"] for entry in json.loads(soleus("list", "--json").out)}
    assert names["from-anna"] == "From Anna"
    (backup,) = (home / "backups").glob("*.zip")
    with ZipFile(backup) as kept:
        assert b"Mine" in kept.read("routines/from-anna.toml")


@pytest.mark.parametrize(
    "more",
    [("--as", "x", "--replace"), ("--habit", "Read"), ("--as", "No id")],
    ids=["both", "a habit", "no id"],
)
def test_what_does_not_go_together_is_wrong_usage(soleus, anothers, more):
    assert soleus("import", anothers, *more).code == 2


def test_only_a_routine_is_taken_in_by_another_id(soleus, tmp_path):
    file = tmp_path / "diary.csv"
    file.write_text("date,minutes\n2026-10-01,10\n")
    assert soleus("import", file, "--replace").code == 2


@pytest.mark.parametrize("data", [None, b"no zip at all"], ids=["not there", "damaged"])
def test_a_file_without_a_routine_is_one_line(soleus, tmp_path, home, data):
    file = tmp_path / "x.soleus"
    if data is not None:
        file.write_bytes(data)
    answer = soleus("import", file)
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.count("\n") == 1
    assert "x.soleus" in answer.err
    assert not home.exists()
