from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.loader import load_routine
from app.core.routine import Routine, Step
from app.core.sheet.making import MOST_STEPS, joined, rhythms, routine_of
from app.core.sheet.reading import read_sheet
from app.core.target import EveryDay, EveryNthDay, OnWeekdays, Target
from app.storage.routine_text import new_text
from tests.core.sheet.library import EXERCISES
from tests.core.sheet.phrasings import PHRASINGS

START = date(2026, 3, 1)


def made(*lines: str) -> tuple[Routine, tuple[Target, ...]]:
    routine = routine_of(read_sheet("\n".join(lines), EXERCISES), "from-jo", "From Jo", EXERCISES, START)
    assert routine is not None
    return routine


def step(*lines: str) -> Step:
    (found,) = made(*lines)[0].step
    return found


def target(*lines: str) -> Target:
    (found,) = made(*lines)[1]
    return found


def test_the_sheets_numbers_make_the_step():
    assert step("Calf wall stretch 3x30s each side") == Step(
        exercise="wall-calf-stretch", hold=30, sets=3, sides="both"
    )
    assert step("Heel raises 3 sets of 12, slow") == Step(
        exercise="calf-raise", reps=12, sets=3, tempo=(3, 0, 3, 0)
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # calf-raise has 2 sets of 10 at 2-1-2-0, bridge 10 at 2-3-2-0, pelvic-tilt 10 holds of 3 s,
        # wall-calf-stretch 2 sets of 30 s
        ("Heel raises", Step(exercise="calf-raise", reps=10, sets=2, tempo=(2, 1, 2, 0))),
        ("Heel raises x 12", Step(exercise="calf-raise", reps=12, tempo=(2, 1, 2, 0))),
        ("Heel raises slowly", Step(exercise="calf-raise", reps=10, sets=2, tempo=(3, 0, 3, 0))),
        ("Heel raises 3 sets", Step(exercise="calf-raise", reps=10, sets=3, tempo=(2, 1, 2, 0))),
        ("Bridge, hold 5 s", Step(exercise="bridge", hold=5, reps=10)),
        ("Bridge, hold 40 s", Step(exercise="bridge", hold=40)),
        ("Pelvic tilts x 15", Step(exercise="pelvic-tilt", hold=3, reps=15)),
        ("Pelvic tilts", Step(exercise="pelvic-tilt", hold=3, reps=10)),
        ("Calf stretch x 4", Step(exercise="wall-calf-stretch", hold=30, sets=4)),
        ("Calf stretch R leg", Step(exercise="wall-calf-stretch", hold=30, sets=2, sides="right")),
        ("Calf stretch tempo 3-1-3", Step(exercise="wall-calf-stretch", hold=30, sets=2)),
    ],
)
def test_the_exercises_own_dose_stands_in_where_the_sheet_is_silent(text, expected):
    assert step(text) == expected


def test_a_rest_goes_where_the_pauses_are():
    assert step("Calf raises 3x10, rest 60s").rest == 60
    held = step("Curl-ups 5 x 8 s, rest 12 s")
    assert (held.rest, held.relax) == (10, 12)


def test_a_dose_below_an_exercise_belongs_to_it():
    assert step("Calf stretch:", "3 x 45s each leg") == step("Calf stretch 3 x 45s each leg")
    assert target("Ankle circles:", "10 each way, TDS").times == 3
    assert len(joined(read_sheet("Bridge 3x10\n2 x 15\nSLR 3x5", EXERCISES))) == 3


def test_what_is_no_exercise_is_no_step_and_a_sheet_of_none_no_routine():
    routine, _ = made("Home programme", "Bridge 3x10", "SLR 3x10")
    assert [each.exercise for each in routine.step] == ["bridge"]
    assert routine_of(read_sheet("SLR 3x10", EXERCISES), "x", "X", EXERCISES, START) is None


def test_the_goal_is_what_most_steps_are_for():
    assert made("Bridge 3x10", "Clams 2x10", "Calf stretch 30s")[0].goal == "strength"
    assert made("Bridge 3x10", "Calf stretch 30s")[0].goal == "ease"


def test_six_weeks_end_on_the_eve_of_the_seventh():
    found = target("Calf stretch 30s, 2x/day, 6 weeks")
    # Six weeks from Sunday 1 March are over with Saturday 11 April: 42 days, both counted.
    assert found == Target("from-jo", EveryDay(), START, times=2, end=date(2026, 4, 11))


@pytest.mark.parametrize(
    ("said", "rhythm"),
    [
        ("daily", EveryDay()),
        ("7/7", EveryDay()),
        ("alt days", EveryNthDay(2)),
        ("1x/week", OnWeekdays((0,))),
        ("2 days a week", OnWeekdays((0, 3))),
        ("3x/week", OnWeekdays((0, 2, 4))),
        ("5/7", OnWeekdays((0, 1, 2, 4, 5))),
        ("Tue and Fri", OnWeekdays((1, 4))),
    ],
)
def test_days_a_week_are_spread_over_it_unless_they_are_named(said, rhythm):
    assert target(f"Calf stretch 30s {said}").rhythm == rhythm


def test_without_a_word_of_how_often_there_is_no_target():
    assert made("Calf stretch 30s")[1] == ()


def test_the_routine_goes_by_most_of_its_lines_and_by_one_for_the_whole_sheet_before_all():
    lines = [
        "Calf stretch 30s daily",
        "Bridge 3x10 3x/week",
        "Clams 3x10 3x/week",
        "SLR 2x10 BD",
        "Squats BD",
    ]
    assert target(*lines).rhythm == OnWeekdays((0, 2, 4))
    assert len(rhythms(read_sheet("\n".join(lines), EXERCISES))) == 2
    assert target(*lines, "Do all exercises twice a day").times == 2


def test_a_long_sheet_is_cut_to_what_a_routine_holds():
    assert len(made(*["Bridge 3x10"] * (MOST_STEPS + 5))[0].step) == MOST_STEPS


@given(st.lists(st.sampled_from([text for text, _ in PHRASINGS]), max_size=8))
def test_whatever_is_made_of_a_sheet_is_a_file_without_mistakes(texts):
    found = routine_of(read_sheet("\n".join(texts), EXERCISES), "from-jo", "From Jo", EXERCISES, START)
    if found is not None:
        routine, _ = found
        loaded = load_routine(new_text(routine), file="from-jo.toml", stem="from-jo", exercises=EXERCISES)
        assert loaded == routine
