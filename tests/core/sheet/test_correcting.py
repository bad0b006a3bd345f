"""What a person corrects in the reading of a sheet."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.editing.fields import kind_of
from app.core.routine import Step
from app.core.sheet.correcting import (
    corrected,
    heading,
    held,
    keyed,
    set_aside,
    stepped,
    with_exercise,
    with_sides,
)
from app.core.sheet.line import EVERY_SECOND_DAY, SheetLine
from app.core.sheet.making import routine_of, step_of
from app.core.sheet.reading import read_sheet
from tests.core.sheet.library import EXERCISES
from tests.core.sheet.phrasings import PHRASINGS

CALF = EXERCISES["wall-calf-stretch"]
RAISE = EXERCISES["calf-raise"]


def read(*lines: str) -> tuple[SheetLine, ...]:
    return read_sheet("\n".join(lines), EXERCISES)


def line(text: str) -> SheetLine:
    return read(text)[0]


def key_of(text: str, before: int = 0) -> tuple[str, int]:
    return (text, before)


def test_a_correction_stays_while_lines_come_before_it():
    mine = with_exercise(line("Squats 3x10"), "bridge")
    corrections = {key_of("Squats 3x10"): mine}
    for sheet in (("Squats 3x10",), ("My sheet", "Heel raises 3x12", "Squats 3x10")):
        assert [each.exercise for each in corrected(read(*sheet), corrections)][-1] == "bridge"
        assert corrected(read(*sheet), corrections)[-1].line == len(sheet)


def test_of_two_lines_with_the_same_words_one_is_corrected():
    sheet = read("Squats 3x10", "Squats 3x10")
    assert [key for key, _ in keyed(sheet)] == [key_of("Squats 3x10"), key_of("Squats 3x10", 1)]
    found = corrected(sheet, {key_of("Squats 3x10", 1): with_exercise(sheet[1], "bridge")})
    assert [each.exercise for each in found] == [None, "bridge"]


def test_a_correction_of_words_that_are_gone_means_nothing():
    gone = {key_of("Squats 3x10"): with_exercise(line("Squats 3x10"), "bridge")}
    assert corrected(read("Squats 3x12"), gone) == read("Squats 3x12")


def test_a_dose_belongs_to_the_exercise_that_was_chosen_for_the_line_above():
    sheet = read("The usual", "3 x 30 s each side")
    assert len(corrected(sheet, {})) == 2
    (found,) = corrected(sheet, {key_of("The usual"): with_exercise(sheet[0], "wall-calf-stretch")})
    assert found.exercise == "wall-calf-stretch"


def test_what_is_no_exercise_makes_no_step():
    sheet = read("Calf stretch 3x30s", "Heel raises 3x12")
    lines = corrected(sheet, {key_of("Calf stretch 3x30s"): set_aside(sheet[0])})
    made = routine_of(lines, "x", "X", EXERCISES, date(2026, 3, 1))
    assert made is not None
    assert [step.exercise for step in made[0].step] == ["calf-raise"]


def test_a_step_up_from_the_exercises_own_dose_begins_there():
    own = step_of(line("Calf wall stretch"), CALF)
    more = step_of(stepped(line("Calf wall stretch"), CALF, "sets", 1), CALF)
    assert (more.hold, more.sets) == (own.hold, own.sets + 1)


def test_holds_are_one_or_several():
    once = line("Calf wall stretch 1x30s")
    assert step_of(once, CALF).reps is None
    twice = stepped(once, CALF, "reps", 1)
    assert step_of(twice, CALF).reps == 2
    assert step_of(stepped(twice, CALF, "reps", -1), CALF).reps is None
    assert step_of(stepped(once, CALF, "reps", -1), CALF).reps is None


def test_repetitions_go_up_by_one():
    assert step_of(stepped(line("Heel raises 3x12"), RAISE, "reps", 1), RAISE).reps == 13


def test_a_hold_becomes_repetitions_and_comes_back():
    repeated = held(line("Calf wall stretch 3x30s"), CALF, is_held=False)
    assert kind_of(step_of(repeated, CALF)) == "tempo"
    assert step_of(repeated, CALF).sets == 3
    assert kind_of(step_of(held(repeated, CALF, is_held=True), CALF)) == "hold"


def test_repetitions_become_a_hold():
    assert kind_of(step_of(held(line("Heel raises 3x12"), RAISE, is_held=True), RAISE)) == "hold"


def test_a_side_alone_keeps_the_dose():
    step = step_of(with_sides(line("Calf wall stretch 3x30s"), CALF, "left"), CALF)
    assert step == Step(exercise=CALF.id, hold=30, sets=3, sides="left")


def test_how_often_climbs_from_not_said():
    told = line("Heel raises 3x12")
    assert stepped(told, None, "times", 1).times_per_day == 1
    assert stepped(told, None, "times", -1).times_per_day is None
    three = stepped(line("Heel raises 3x12, 3 days a week"), None, "days", 1)
    assert three.days_per_week == EVERY_SECOND_DAY


def test_days_that_were_named_give_way_to_a_number():
    named = line("Heel raises 3x12 Mon, Wed, Fri")
    assert named.weekdays
    assert stepped(named, None, "days", 1).weekdays == ()


def test_what_was_corrected_is_understood():
    strange = line("Heel raises 3x12 wobbly")
    assert strange.left_over
    assert stepped(strange, RAISE, "sets", 1).left_over == ()


@pytest.mark.parametrize(
    ("first", "name"),
    [
        ("Home programme", "Home programme"),
        ("## Calf programme:", "Calf programme"),
        ("Date: 3/11", ""),
        ("Calf stretch", ""),
        ("All exercises twice a day", ""),
        ("Here are the exercises that we spoke about last time", ""),
    ],
)
def test_a_short_first_line_of_words_names_the_routine(first, name):
    assert heading(read(first, "Heel raises 3x12")) == name


def test_an_empty_sheet_has_no_name():
    assert heading(()) == ""


@given(
    st.sampled_from([text for text, *_ in PHRASINGS]),
    st.lists(st.tuples(st.sampled_from(["hold", "reps", "sets"]), st.sampled_from([-1, 1])), max_size=6),
    st.lists(st.booleans(), max_size=3),
)
def test_a_line_that_was_corrected_makes_the_step_it_was_made_of(text, steps, kinds):
    told = line(text)
    if told.exercise is None:
        return
    exercise = EXERCISES[told.exercise]
    for is_held in kinds:
        told = held(told, exercise, is_held=is_held)
        assert (step_of(told, exercise).hold is not None) == is_held
    for amount, by in steps:
        before = step_of(told, exercise)
        told = stepped(told, exercise, amount, by)
        after = step_of(told, exercise)
        assert (before.hold is None) == (after.hold is None)
        if amount == "sets":
            assert after.sets in (before.sets, before.sets + by)
