from datetime import date, time

import pytest
from msgspec.structs import replace

from app.core.day_mark import DayMark
from app.core.target import EveryDay, Target
from app.core.transfer import Merge
from app.views.transfer import (
    BackupRow,
    backup_lines,
    backup_row,
    file_size,
    restored,
    several_habits,
    transfer_view,
)
from tests.storage.remembered import CURRENT, SORE, STIFF, WORSE
from tests.storage.sessions import session

OLD = replace(session(1), day=date(2024, 3, 3))
NEW = replace(session(2), day=date(2026, 11, 21))
MARK = DayMark(date(2026, 1, 1), "rest")


def test_a_preview_says_what_is_added_from_when_to_when_and_what_is_changed():
    view = transfer_view(Merge((NEW, OLD), ((NEW, OLD), (OLD, NEW)), same=1))
    assert view.lines == (
        "Adds 2 sessions from 3 March 2024 to 21 November 2026.",
        "Changes 2 sessions.",
        "1 session is here already.",
    )


def test_once_it_is_done_it_is_said_as_done():
    assert transfer_view(Merge((NEW,)), done=True).lines == ("Added 1 session of 21 November 2026.",)


def test_days_targets_and_routines_are_told_too():
    target = Target("calf-reset", EveryDay(), date(2026, 1, 1))
    merge = Merge(
        running=1, marks_added=(MARK,), marks_changed=((MARK, MARK),), targets_added=(target,),
        targets_changed=((target, target),),
    )  # fmt: skip
    view = transfer_view(merge, new_routines=["a.toml", "b.toml"], kept_routines=["c.toml"])
    assert view.lines == (
        "Adds what was said of 1 day.",
        "Changes what was said of 1 day.",
        "Adds 1 target.",
        "Changes 1 target.",
        "Adds 2 routine files: a.toml and b.toml.",
        "A session that is running here is left as it is.",
        "Your own stay, though they differ: c.toml.",
    )
    assert not view.changes_nothing


def test_check_ins_self_tests_and_programmes_are_counted_by_what_they_are():
    view = transfer_view(Merge(care_added=(SORE, WORSE, STIFF), care_changed=((CURRENT, CURRENT),)))
    assert view.lines == ("Adds 2 check-ins and 1 self-test.", "Changes 1 programme.")


@pytest.mark.parametrize(
    ("same", "line"), [(0, "Nothing new."), (3, "Nothing new: 3 sessions are here already.")]
)
def test_nothing_new_is_said_as_such(same, line):
    view = transfer_view(Merge(same=same))
    assert (view.lines, view.changes_nothing) == ((line,), True)


def test_of_what_was_left_out_the_first_lines_are_shown():
    lines = [f"a.csv:{n}: no" for n in range(9)]
    assert transfer_view(Merge(), lines[:5]).left_out == tuple(lines[:5])
    assert transfer_view(Merge(), lines).left_out == (*lines[:4], "And 5 more lines were left out.")


def test_habits_are_listed_with_what_to_type():
    assert several_habits(["Stretch", "Run"], "Loop.zip") == (
        'Loop.zip: 2 habits are in it: "Stretch" and "Run". Choose with: --habit "Stretch"'
    )


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        (0, "1 kB"),
        (1000, "1 kB"),
        (1001, "2 kB"),
        (999_999, "1000 kB"),
        (1_000_000, "1.0 MB"),
        (2_345_678, "2.4 MB"),
    ],
)
def test_sizes_are_in_the_unit_of_files(size, shown):
    assert file_size(size) == shown


def test_backups_are_a_line_each():
    rows = [
        backup_row(
            "2026-11-22T181005-before-import", date(2026, 11, 22), time(18, 10, 5), "before-import", 2_345_678
        ),
        backup_row("2026-11-21", date(2026, 11, 21), None, "daily", 900),
    ]
    assert rows[1] == BackupRow("2026-11-21", "21 November 2026", "made that day", "1 kB")
    assert backup_lines(rows) == [
        "2026-11-22T181005-before-import    2.4 MB  22 November 2026, 18:10 (before an import)",
        "2026-11-21                           1 kB  21 November 2026 (made that day)",
    ]
    assert backup_lines([]) == ["No backups yet. Soleus makes one a day; make one now with: soleus backup"]


def test_a_restore_says_how_to_take_it_back():
    assert restored("2026-11-21", "x-before-restore").endswith(
        "What was there before: soleus restore x-before-restore"
    )
    assert restored("2026-11-21", "") == "Put back as it was in 2026-11-21."
