"""Files as Loop Habit Tracker 2.3 writes them, and as earlier versions did."""

from datetime import date

import pytest

from app.core.day_mark import DayMark
from app.core.history_files import read_history
from app.core.loop_habits import is_loop_folder, read_loop
from app.core.transfer import SeveralHabits, UnreadableFile, merge
from tests.core.incoming import HERE, read

HABITS = (
    "Position,Name,Type,Question,Description,FrequencyNumerator,FrequencyDenominator,Color,Unit,Target Type,"
    "Target Value,Archived?\n"
    '001,"Stretch, calves",YES_NO,Did you?,,1,1,#FF8F00,,,,false\n'
    "002,Yoga,NUMERICAL,How long?,,1,1,#00897B,min,AT_LEAST,30.0,false\n"
    "003,Water,NUMERICAL,,,1,1,#00897B,glasses,AT_LEAST,8.0,false\n"
    "004,Never begun,YES_NO,,,1,1,#00897B,,,,true\n"
)
STRETCH = (
    "Date,Value,Notes\n"
    "2026-11-22,YES_MANUAL,\n"
    '2026-11-21,NO,"Sick, in bed"\n'
    "2026-11-20,YES_AUTO,\n"
    "2026-11-19,SKIP,\n"
    '2026-11-18,YES_MANUAL,"""Loose"""\n'
    "2026-11-17,UNKNOWN,\n"
)
FOLDER = {
    "Habits.csv": HABITS,
    "Checkmarks.csv": "Date,Stretch, calves,Yoga,Water,Never begun,\n2026-11-22,YES_MANUAL,30000,8000,UNKNOWN,\n",
    "Scores.csv": "Date,Stretch\n",
    "001 Stretch calves/Checkmarks.csv": STRETCH,
    "002 Yoga/Checkmarks.csv": "Date,Value,Notes\n2026-11-22,30000,\n2026-11-21,NO,\n2026-11-20,12500,\n",
    "003 Water/Checkmarks.csv": "Date,Value,Notes\n2026-11-22,8000,\n",
    "004 Never begun/Checkmarks.csv": "Date,Value,Notes\n2026-11-22,UNKNOWN,\n",
}


def test_days_ticked_by_hand_are_sessions_and_skipped_days_are_rest():
    incoming = read_loop("Loop.zip", FOLDER, HERE, ["Stretch, calves"])
    assert [(s.day.day, s.name, s.status, s.planned_ms, s.done_ms, s.note) for s in incoming.sessions] == [
        (22, "Stretch, calves", "finished", 0, 0, ""),
        (18, "Stretch, calves", "finished", 0, 0, '"Loose"'),
    ]
    assert incoming.marks == (
        DayMark(date(2026, 11, 21), None, "Sick, in bed"),
        DayMark(date(2026, 11, 19), "rest"),
    )


def test_days_that_loop_ticked_by_itself_are_left_out_and_counted():
    incoming = read_loop("Loop.zip", FOLDER, HERE, ["Stretch, calves"])
    (line,) = incoming.left_out
    assert line.startswith(
        'Loop.zip: "Stretch, calves": days that Loop ticked by itself, 1 of them, are left out'
    )


def test_a_habit_measured_in_minutes_brings_them():
    incoming = read_loop("Loop.zip", FOLDER, HERE, ["Yoga"])
    assert [(s.day.day, s.done_ms) for s in incoming.sessions] == [
        (22, 1_800_000),
        (20, 750_000),
    ]  # 30, 12.5 min


def test_a_habit_measured_in_anything_else_counts_as_done():
    incoming = read_loop("Loop.zip", FOLDER, HERE, ["Water"])
    assert [(s.day.day, s.planned_ms, s.done_ms) for s in incoming.sessions] == [(22, 0, 0)]
    assert "1 of its days are no time that is known" in incoming.left_out[0]


def test_several_habits_are_asked_about_and_empty_ones_are_none():
    with pytest.raises(SeveralHabits) as asked:
        read_loop("Loop.zip", FOLDER, HERE)
    assert asked.value.names == ("Stretch, calves", "Yoga", "Water")


def test_several_can_be_wanted():
    incoming = read_loop("Loop.zip", FOLDER, HERE, ["Yoga", "Water"])
    assert {session.name for session in incoming.sessions} == {"Yoga", "Water"}


def test_a_habit_that_is_not_there_is_named_with_those_that_are():
    with pytest.raises(UnreadableFile) as refused:
        read_loop("Loop.zip", FOLDER, HERE, ["Yoga", "Run"])
    assert str(refused.value) == (
        'Loop.zip: there is no habit "Run" in it, only "Stretch, calves", "Yoga" and "Water".'
    )


def test_the_name_of_a_habit_may_be_written_small():
    assert read_loop("Loop.zip", FOLDER, HERE, ["yoga"]).sessions


def test_a_folder_that_was_zipped_with_its_own_name_is_the_same():
    nested = {f"Loop Habits CSV 2026-11-22/{name}": text for name, text in FOLDER.items()}
    assert is_loop_folder(list(nested))
    assert (
        read_loop("a.zip", nested, HERE, ["Yoga"]).sessions
        == read_loop("a.zip", FOLDER, HERE, ["Yoga"]).sessions
    )


def test_the_common_file_stands_in_where_habits_have_none_of_their_own():
    """As versions before 1.8 wrote them."""
    texts = {"Habits.csv": "Position,Name\n001,Stretch\n", "Checkmarks.csv": "Date,Stretch,\n2026-11-22,2,\n"}
    assert [s.name for s in read_loop("Loop.zip", texts, HERE).sessions] == ["Stretch"]


@pytest.mark.parametrize(
    ("file", "text", "name"),
    [
        ("Checkmarks.csv", STRETCH, "Stretching"),
        ("/home/me/001 Stretch/Checkmarks.csv", STRETCH, "Stretch"),
        ("C:\\Loop\\001 Stretch\\Checkmarks.csv", STRETCH, "Stretch"),
        ("renamed.csv", STRETCH, "Stretching"),
        ("Checkmarks.csv", "2026-11-22,2\n2026-11-21,0\n2026-11-18,2\n", "Stretching"),
        ("Checkmarks.csv", "Date,Stretch,\n2026-11-22,2,\n2026-11-21,-1,\n2026-11-18,2,\n", "Stretch"),
        ("renamed.csv", "Date,Stretch,\n2026-11-22,YES_MANUAL,\n2026-11-18,YES_MANUAL,\n", "Stretch"),
    ],
)
def test_one_file_out_of_the_folder_is_enough(file, text, name):
    assert [(s.day.day, s.name) for s in read(file, text).sessions] == [(22, name), (18, name)]


def test_one_file_of_several_habits_is_asked_about_too():
    text = "Date,Stretch,Yoga,\n2026-11-22,2,2,\n"
    with pytest.raises(SeveralHabits):
        read("Checkmarks.csv", text)
    assert [session.name for session in read("Checkmarks.csv", text, "Yoga").sessions] == ["Yoga"]


def test_a_comma_in_a_name_that_loop_did_not_quote_is_told():
    with pytest.raises(UnreadableFile, match="the name of a habit has a comma in it; choose the whole zip"):
        read("Checkmarks.csv", FOLDER["Checkmarks.csv"])


@pytest.mark.parametrize("file", ["Habits.csv", "Scores.csv"])
def test_files_that_tell_no_days_say_which_does(file):
    text = HABITS if file == "Habits.csv" else "Date,Score\n2026-11-22,0.9\n"
    with pytest.raises(
        UnreadableFile, match=r"there are no days in it; choose Checkmarks\.csv, or the whole zip"
    ):
        read(file, text)


def test_a_line_that_cannot_be_is_named_within_its_file():
    texts = FOLDER | {
        "002 Yoga/Checkmarks.csv": "Date,Value,Notes\nnever,30000,\n2026-11-22,MAYBE,\n2026-11-21,90000000,\n"
    }
    assert read_loop("Loop.zip", texts, HERE, ["Yoga"]).left_out == (
        'Loop.zip/002 Yoga/Checkmarks.csv:2: "never" is no day; write it as 2026-11-22.',
        'Loop.zip/002 Yoga/Checkmarks.csv:3: "MAYBE" is no value that Loop writes; mend it.',
        "Loop.zip/002 Yoga/Checkmarks.csv:4: this is more than a day has; mend it.",  # 90,000 min
    )


def test_bringing_it_in_twice_adds_nothing_and_what_was_said_here_stays():
    incoming = read_loop("Loop.zip", FOLDER, HERE, ["Stretch, calves"])
    unwell = DayMark(date(2026, 11, 19), "unwell")
    first = merge(incoming, (), [unwell])
    assert (len(first.added), [mark.day.day for mark in first.marks_added], first.marks_changed) == (
        2,
        [21],
        (),
    )
    assert merge(incoming, first.sessions, [unwell, *first.marks]).changes_nothing


def test_a_note_from_there_joins_the_mark_that_is_here():
    incoming = read_history("Checkmarks.csv", STRETCH.encode(), HERE)
    here = DayMark(date(2026, 11, 21), "unwell")
    assert merge(incoming, (), [here]).marks_changed == ((here, DayMark(here.day, "unwell", "Sick, in bed")),)
