"""What Settings says of the person's data."""

from datetime import date, time

import pytest

from app.core.transfer import Merge
from app.views.data import (
    EXPORTS,
    MOST_BACKUPS,
    NOT_UNDERSTOOD,
    RESTORE_ABOUT,
    WHICH_HABITS,
    backups_view,
    export_name,
    import_view,
    imported_text,
    restore_title,
    restored_text,
    written_text,
)
from app.views.transfer import backup_row, transfer_view
from tests.views.shelf import session

TODAY = date(2026, 11, 22)
ROW = backup_row("2026-11-22", TODAY, time(9, 30), "by-hand", 48_000)


def test_an_export_is_named_by_its_day_and_its_kind():
    assert [export_name(ending, TODAY) for ending in EXPORTS] == [
        "soleus-2026-11-22.csv",
        "soleus-2026-11-22.json",
        "soleus-everything-2026-11-22.zip",
    ]


def test_what_was_written_is_told_with_its_place():
    assert written_text(1, "/home/me/soleus.csv", ".csv") == "1 session, in this file:\n/home/me/soleus.csv"
    assert written_text(70, "/a.json", ".json").startswith("70 sessions")
    assert written_text(70, "/a.zip", ".zip").startswith("Everything")


def test_a_file_says_what_it_would_do_and_what_was_not_understood():
    view = import_view("diary.csv", transfer_view(Merge(added=(session(0),)), ["diary.csv:7: no day."]))
    assert view.lines == ("Adds 1 session of 22 November 2026.",)
    assert (view.left_out_title, view.left_out) == (NOT_UNDERSTOOD, ("diary.csv:7: no day.",))
    assert (view.can_import, view.question) == (True, "")


def test_a_file_that_changes_nothing_cannot_be_imported():
    assert not import_view("diary.csv", transfer_view(Merge(same=3))).can_import
    assert not import_view("diary.csv", trouble="diary.csv: there is no such file.").can_import


def test_of_several_habits_the_wanted_ones_are_chosen_first():
    view = import_view("loop.zip", habits=("Stretch", "Read"), wanted=("Stretch",))
    assert (view.question, view.can_import) == (WHICH_HABITS, False)
    assert [(row.name, row.wanted) for row in view.habits] == [("Stretch", True), ("Read", False)]


@pytest.mark.parametrize(
    ("merge", "words"),
    [
        (Merge(added=(session(0),)), "Added 1 session of 22 November 2026."),
        (Merge(changed=((session(0), session(0, note="Good.")),)), "Changed 1 session."),
    ],
)
def test_what_was_imported_is_told_in_one_line(merge, words):
    assert imported_text(transfer_view(merge)) == words


def test_backups_are_listed_and_explained():
    view = backups_view([ROW] * (MOST_BACKUPS + 5))
    assert len(view.rows) == MOST_BACKUPS
    assert "Press one" in view.about
    assert "No backups yet" in backups_view([]).about


def test_bringing_back_a_backup_says_what_happens():
    assert restore_title(ROW) == "Bring back 22 November 2026, 09:30?"
    assert "backed up first" in RESTORE_ABOUT
    assert restored_text(ROW) == "Everything is as it was: 22 November 2026, 09:30."
