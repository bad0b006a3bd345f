"""print and share, as a program."""

import pytest
from pypdf import PdfReader

from app.storage.parcel import unpack


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
