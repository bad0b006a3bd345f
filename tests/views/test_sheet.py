"""What was understood of a therapist's sheet, for people and for scripts."""

from datetime import date

import pytest

from app.core.routine import Routine, Step
from app.core.sheet.line import SheetLine
from app.core.sheet.reading import read_sheet
from app.core.target import EveryDay, Target
from app.views.sheet import DIFFERING, EMPTY, sheet_json, sheet_lines, sheet_saved, understood
from tests.core.sheet.library import EXERCISES


def read(text: str) -> SheetLine:
    return read_sheet(text, EXERCISES)[0]


def test_scripts_get_the_fields_of_the_contract_and_whole_seconds():
    (said,) = sheet_json([read("Calf wall stretch 3x30s each side, 2x/day, 6 weeks")])
    assert said == {
        "line": 1,
        "text": "Calf wall stretch 3x30s each side, 2x/day, 6 weeks",
        "exercise": "wall-calf-stretch",
        "hold": 30,
        "reps": None,
        "sets": 3,
        "sides": "both",
        "tempo": None,
        "times_per_day": 2,
        "days_per_week": None,
        "weeks": 6,
        "left_over": [],
    }
    assert type(said["hold"]) is int
    assert list(said) == [
        *("line", "text", "exercise", "hold", "reps", "sets", "sides", "tempo"),
        *("times_per_day", "days_per_week", "weeks", "left_over"),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Calf wall stretch 3x30s each side, 2x/day, 6 weeks",
            "Wall calf stretch: 3 sets of 30 s, each side; twice a day, for 6 weeks",
        ),
        ("Heel raises 3 sets of 12, slow", "Standing calf raise: 3 sets of 12, 3 s up, 3 s down"),
        ("Bridge 3x10x5s alt days", "Bridge: 3 sets of 10 holds of 5 s; every second day"),
        ("Calf raise 2x10 L, rest 1 min", "Standing calf raise: 2 sets of 10, on the left, 60 s rest"),
        ("Cat cow x10 Tue/Thu", "Cat-cow: 10 times; on Tuesday and Thursday"),
        ("Foam roll calves 90s 3x/week", "Foam rolling the calf: 1 min 30 s; 3 days a week"),
        ("Cat cow", "Cat-cow, as Soleus has it"),
        ("Squats 2x10", "No exercise that Soleus knows: 2 sets of 10"),
        ("Home programme", ""),
    ],
)
def test_a_line_is_told_in_words(text, told):
    assert understood(read(text), EXERCISES) == told


def test_people_see_each_line_with_what_was_understood_and_what_was_not():
    lines = read_sheet("Ankle pumps x 20 hourly\n\nSee you soon", EXERCISES)
    assert sheet_lines(lines, EXERCISES) == [
        "   1  Ankle pumps x 20 hourly",
        "      Ankle pumps: 20 times",
        "      not understood: hourly",
        "   3  See you soon",
        "      not understood: See you soon",
        "1 exercise in 2 lines.",
    ]
    assert sheet_lines((), EXERCISES) == [EMPTY]


def test_what_was_saved_says_when_it_is_due_and_how_to_begin():
    routine = Routine(1, "from-jo", "From jo", (Step(exercise="bridge", reps=10),))
    target = Target("from-jo", EveryDay(), date(2026, 3, 1), times=2, end=date(2026, 4, 11))
    assert sheet_saved("x/from-jo.toml", routine, [target], 0) == [
        "x/from-jo.toml: From jo, with 1 exercise.",
        "Due: Every day, twice, until Saturday 11 April 2026.",
        "Begin with: soleus play from-jo",
    ]
    assert DIFFERING in sheet_saved("x", routine, [target], 0, differing=True)
