"""A mistake is one clear line, whatever the file holds."""

import pytest

from app.core.mistakes import Problem, did_you_mean, either, in_order, nearest, shown


def test_a_mistake_in_a_step_names_file_line_step_and_exercise() -> None:
    problem = Problem("evening-calves.toml", 14, 'unknown key "hodl"', 1, "wall-calf-stretch")
    assert str(problem) == 'evening-calves.toml:14: step 1 (wall-calf-stretch): unknown key "hodl"'


def test_a_mistake_in_a_step_without_an_exercise_names_the_step_alone() -> None:
    assert str(Problem("a.toml", 3, "why", 2)) == "a.toml:3: step 2: why"


def test_a_mistake_outside_of_the_steps_names_none() -> None:
    assert str(Problem("a.toml", 3, "why")) == "a.toml:3: why"


def test_nothing_in_a_name_breaks_the_line_or_the_terminal() -> None:
    line = str(Problem("a\nb\x1b[31m\u202e\udcff.toml", 1, "why\r\nnot\u2028", 1, "x\n" + "y" * 100))
    assert line.isprintable()
    assert line.startswith(r"a\nb\x1b[31m\u202e\udcff.toml:1: step 1 (x\nyyy")
    line.encode("utf-8")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("eight", '"eight"'),
        ("two\nlines", r'"two\nlines"'),
        ("x" * 50, '"' + "x" * 39 + '…"'),
        (True, "true"),
        (False, "false"),
        (-3, "-3"),
        (10**29, "1" + "0" * 29),
        (0.5, "0.5"),
        (float("nan"), "nan"),
        (float("-inf"), "-inf"),
        ({"a": 1}, "a table"),
        ([], "[]"),
        ([2, 1, "x", [1], {}], '[2, 1, "x", a list, a table]'),
        (list(range(50)), "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, …"),
    ],
)
def test_a_value_is_shown_short_and_as_it_was_written(value: object, text: str) -> None:
    assert shown(value) == text


def test_a_number_of_thousands_of_digits_is_shown_without_them() -> None:
    # str(10**5000) raises ValueError.
    assert shown(10**5000) == shown(-(10**5000)) == "a number of over 30 digits"


def test_the_nearest_word_is_guessed() -> None:
    keys = ["hold", "reps", "rest", "sets"]
    assert did_you_mean("hodl", keys) == '; did you mean "hold"?'
    assert did_you_mean("Reps", keys) == '; did you mean "reps"?'
    assert did_you_mean("zzz", keys) == ""
    assert nearest("Wall calf_stretch", ["wall-calf-stretch"]) == "wall-calf-stretch"


def test_a_page_of_text_is_no_misspelling() -> None:
    assert nearest("h" * 100_000, ["h" * 80]) is None


def test_choices_are_listed_as_people_say_them() -> None:
    assert either(["a"]) == '"a"'
    assert either(["a", "b"]) == '"a" or "b"'
    assert either(["a", "b", "c"]) == '"a", "b" or "c"'


def test_mistakes_go_by_line_and_are_told_once() -> None:
    later, earlier = Problem("a", 9, "later"), Problem("a", 2, "earlier")
    assert in_order([later, earlier, later]) == (earlier, later)


def test_a_hundred_mistakes_are_told_and_the_rest_is_mentioned() -> None:
    hundred = [Problem("a", line, "why") for line in range(1, 101)]
    assert in_order(hundred) == tuple(hundred)
    told = in_order([*hundred, Problem("a", 101, "why"), Problem("a", 102, "why")])
    assert told == (*hundred, Problem("a", 101, "and more; mend those above first"))
