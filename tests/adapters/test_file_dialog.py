"""The machine's own dialogs for a file: what is chosen, given up, or cannot be asked."""

import sys
from collections.abc import Sequence
from pathlib import Path
from threading import Event

import pytest

from app.adapters import file_dialog
from app.adapters.file_dialog import (
    KDIALOG,
    OSASCRIPT,
    POWERSHELL,
    YAD,
    ZENITY,
    Chooser,
    NoFileDialog,
    ProgramFileDialog,
    open_file_dialog,
)
from tests.adapters.machine import children, wait_until, write_program

START = "/home/me/soleus.csv"


def program(path: Path, body: str) -> Chooser:
    """A program that prints its arguments to a file beside it, then does as it is told."""
    made = write_program(path, f'printf "%s\\n" "$@" > "{path}.arguments"\n{body}')
    return Chooser(str(made), ZENITY.open_line, ZENITY.save_line)


def answer_of(choosers: Sequence[Chooser], *, saving: bool = False) -> str | None:
    answers: list[str | None] = []
    dialog = ProgramFileDialog(choosers)
    if saving:
        dialog.ask_to_save("Where to?", START, answers.append)
    else:
        dialog.ask_to_open("Which file?", answers.append)
    assert wait_until(lambda: answers)
    (answer,) = answers
    return answer


def test_the_path_that_is_chosen_is_the_answer(tmp_path):
    chosen = program(tmp_path / "zenity", "echo '/home/me/a file; $(x).csv'")
    assert answer_of([chosen]) == "/home/me/a file; $(x).csv"


def test_a_dialog_that_is_closed_gives_no_path_and_asks_no_other_program(tmp_path):
    closed = program(tmp_path / "zenity", "exit 1")
    second = program(tmp_path / "kdialog", "echo /home/me/other.csv")
    assert answer_of([closed, second]) == ""
    assert not (tmp_path / "kdialog.arguments").exists()


def test_a_program_that_fails_passes_the_question_to_the_next(tmp_path):
    failing = program(tmp_path / "zenity", "exit 255")
    missing = Chooser(str(tmp_path / "missing"), ZENITY.open_line, ZENITY.save_line)
    second = program(tmp_path / "kdialog", "echo /home/me/other.csv")
    assert answer_of([failing, missing, second]) == "/home/me/other.csv"


def test_where_no_program_can_ask_the_answer_is_none(tmp_path):
    assert answer_of([program(tmp_path / "zenity", "exit 255")]) is None


def test_where_to_write_begins_with_the_name_that_is_offered(tmp_path):
    saving = program(tmp_path / "zenity", "echo /home/me/soleus.csv")
    answer_of([saving], saving=True)
    arguments = (tmp_path / "zenity.arguments").read_text().splitlines()
    assert arguments == [
        "--file-selection",
        "--save",
        "--confirm-overwrite",
        "--title=Where to?",
        f"--filename={START}",
    ]


def test_one_question_at_a_time(tmp_path):
    dialog = ProgramFileDialog([program(tmp_path / "zenity", "sleep 5; echo /x")])
    answers: list[str | None] = []
    before = children()
    dialog.ask_to_open("Which file?", answers.append)
    assert wait_until(lambda: children() - before)
    dialog.ask_to_open("Which file?", answers.append)
    assert len(children() - before) == 1
    dialog.close()
    assert wait_until(lambda: children() <= before)
    assert answers == []


def test_nobody_is_answered_once_it_is_closed(tmp_path):
    dialog = ProgramFileDialog([program(tmp_path / "zenity", "echo /x")])
    dialog.close()
    answered = Event()
    dialog.ask_to_open("Which file?", lambda _: answered.set())
    assert not answered.wait(0.1)


@pytest.mark.parametrize(
    "chooser", [ZENITY, KDIALOG, YAD, OSASCRIPT, POWERSHELL], ids=lambda item: item.program
)
def test_every_program_is_told_the_title_and_where_to_begin(chooser):
    for line in (chooser.open_line("Which file?", "/home/me/"), chooser.save_line("Where to?", START)):
        told = " ".join(line)
        assert "?" in told
        assert "/home/me" in told


def test_quotes_in_a_name_stay_in_the_text():
    assert "'it''s.csv'" in POWERSHELL.save_line("Where?", "/home/me/it's.csv")[-1]
    assert r'"say \"a\".csv"' in OSASCRIPT.save_line("Where?", '/home/me/say "a".csv')[-1]


def test_kde_is_asked_in_its_own_way_first(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    for desktop, first in (("KDE", KDIALOG), ("GNOME", ZENITY), ("", ZENITY)):
        monkeypatch.setenv("XDG_CURRENT_DESKTOP", desktop)
        assert file_dialog._choosers()[0] is first


def test_a_machine_without_a_dialog_says_so(monkeypatch):
    monkeypatch.setattr(file_dialog.shutil, "which", lambda _: None)
    dialog = open_file_dialog()
    assert isinstance(dialog, NoFileDialog)
    assert not dialog.works
