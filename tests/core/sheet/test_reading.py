from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.sheet.called import CALLED
from app.core.sheet.line import SheetLine
from app.core.sheet.reading import LONGEST_LINE, read_sheet
from tests.core.sheet.library import EXERCISES
from tests.core.sheet.phrasings import PHRASINGS


def read(text: str) -> SheetLine:
    (line,) = read_sheet(text, EXERCISES)
    return line


@pytest.mark.parametrize(("text", "meant"), PHRASINGS, ids=[text for text, _ in PHRASINGS])
def test_a_phrasing_is_read_as_it_is_meant(text, meant):
    line = read(text)
    assert {field: getattr(line, field) for field in meant} == meant


def test_lines_keep_their_number_and_their_text_and_empty_ones_are_left_out():
    lines = read_sheet("\n  Bridge 3x10  \n---\n\nClams 2x12\r\n", EXERCISES)
    assert [(line.line, line.text) for line in lines] == [(2, "Bridge 3x10"), (5, "Clams 2x12")]


def test_a_rest_is_understood_and_is_no_hold():
    line = read("Calf raises, 3 sets x 10 reps, 60 sec rest between sets")
    assert (line.rest, line.hold, line.left_over) == (60, None, ())


def test_named_days_are_kept():
    assert read("Bridge 3x10 Tue & Thu").weekdays == (1, 3)
    assert read("Bridge 3x10 Mon-Fri").weekdays == (0, 1, 2, 3, 4)


def test_a_line_too_long_for_a_sheet_is_prose():
    line = read("Bridge 3x10 " + "and so on " * 40)
    assert len(line.text) > LONGEST_LINE
    assert line.exercise is None
    assert not line.has_dose


def test_numbers_out_of_a_routines_range_are_left_over():
    line = read("Bridge 900 reps, hold 5000 s")
    assert (line.exercise, line.reps, line.hold) == ("bridge", None, None)
    assert {"900", "5000"} <= set(line.left_over)


@pytest.mark.parametrize(
    "text",
    [
        "Calf stretch or hamstring stretch 30s",
        "Calf stretch, ankle circles x10",
        "Reverse clams 2x10",
        "Kneeling bridge",
        "Prone hip extension 2x10",
        "Single leg squat 3x5",
        "Wrist stretch 30s",
        "Stretch 3x30s",
        "Wall press ups 3x10",
        "Split squats 3x8",
    ],
)
def test_no_exercise_is_better_than_a_wrong_one(text):
    assert read(text).exercise is None


@pytest.mark.parametrize(
    "text", ["Avoid heel raises for 2 weeks", "Don't do bridges 3x10", "Do not do clams 2x10", "No step ups"]
)
def test_what_is_forbidden_is_no_exercise(text):
    assert read(text).exercise is None


@pytest.mark.parametrize("id_", sorted(EXERCISES))
def test_every_exercise_is_found_by_its_own_name(id_):
    assert read(EXERCISES[id_].name).exercise == id_


@pytest.mark.parametrize(
    ("name", "id_"), [(name, id_) for id_, names in CALLED.items() for name in names.split("|")]
)
def test_every_name_that_therapists_use_leads_to_its_exercise(name, id_):
    assert read(name).exercise == id_


def test_every_exercise_with_names_is_in_the_library_and_no_name_is_given_twice():
    names = [name for names in CALLED.values() for name in names.split("|")]
    assert set(CALLED) <= set(EXERCISES)
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("calf strech", "wall-calf-stretch"),
        ("Brigde", "bridge"),
        ("clamshels", "clamshell"),
        ("hamstrng stretches", "lying-hamstring-stretch"),
        ("RAISING HEELS", "calf-raise"),
        ("Child’s pose", "childs-pose"),
    ],
)
def test_endings_capitals_and_slips_of_the_pen_do_not_matter(text, id_):
    assert read(text).exercise == id_


@given(st.text(max_size=200))
def test_any_text_is_read(text):
    for line in read_sheet(text, EXERCISES):
        assert_is_possible(line)


PIECES = (
    "3x30s|each side|2x/day|6 weeks|bridge|calf|stretch|heel|raises|slow|tempo 3-1-3|3/12|5/7|x|×|-|–|/|\"|″|,|.|:|(|)"
    "|L|R|B/L|BD|OD|hold|for|10|1½|half a|minute|to|of|sets|reps|up|down|rest|every|other|day|alt|daily|\0|²|٣|İ|ß"
).split("|")  # fmt: skip


@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(["", " "])), max_size=14))
def test_any_mixture_of_shorthand_is_read(pieces):
    for line in read_sheet("".join(piece + gap for piece, gap in pieces), EXERCISES):
        assert_is_possible(line)


def assert_is_possible(line: SheetLine) -> None:
    """Within the ranges of a routine and of a target, with nothing left over that the line does not say."""
    assert line.exercise is None or line.exercise in EXERCISES
    assert line.hold is None or 0 < line.hold <= 3600
    assert line.rest is None or 0 < line.rest <= 3600
    assert line.reps is None or 1 <= line.reps <= 200
    assert line.sets is None or 1 <= line.sets <= 20
    assert line.tempo is None or any(line.tempo)
    assert line.times_per_day is None or 1 <= line.times_per_day <= 12
    assert line.days_per_week is None or 1 <= line.days_per_week <= 7
    assert line.weeks is None or 1 <= line.weeks <= 104
    left = line.text
    for word in line.left_over:
        assert word in left  # in their order, each once
        left = left[left.index(word) + len(word) :]


@given(st.integers(1, 5), st.integers(11, 60), st.integers(1, 6), st.integers(1, 52), st.integers(0, 35))
def test_a_timed_hold_comes_back_however_it_is_put(sets, hold, times, weeks, form):
    cross, unit, side, gap = list(product("x×*", ["s", " secs", '"'], ["each side", "L+R"], [""]))[form % 18]
    line = read(f"Calf stretch {sets}{gap}{cross}{gap}{hold}{unit}, {side}, {times}x/day, {weeks}/52")
    assert (line.sets, line.hold, line.sides) == (sets, hold, "both")
    assert (line.times_per_day, line.weeks, line.left_over) == (times, weeks, ())


@given(
    st.integers(1, 7),
    st.integers(6, 30),
    st.integers(1, 7),
    st.sampled_from(
        [
            "{sets} sets of {reps}",
            "{sets}x{reps}",
            "{sets} x {reps} reps",
            "{reps} reps x {sets} sets",
            "{sets} sets, {reps} reps",
            "Sets: {sets}; reps: {reps}",
            "{reps} reps, {sets} sets",
            "{sets}/{reps}",
        ]
    ),
)
def test_repetitions_come_back_however_they_are_put(sets, reps, days, form):
    line = read(f"Heel raises {form.format(sets=sets, reps=reps)}, {days} days a week")
    said = (line.exercise, line.sets, line.reps, line.days_per_week)
    if "x{reps}" in form and sets >= 8 and reps <= 5:
        said = (line.exercise, line.reps, line.sets, line.days_per_week)
    assert said == ("calf-raise", sets, reps, days)
    assert line.left_over == ()
