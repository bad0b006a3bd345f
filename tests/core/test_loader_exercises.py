"""An exercise file gives an exercise or every mistake in it, each on its line."""

import pytest

from app.core.exercise import Dose, Exercise
from app.core.figure import Figure
from app.core.file_rules import Known
from app.core.loader import find_dangling, load_exercise
from app.core.mistakes import Problem

HEAD = """\
format = 1
id = "wall-stretch"
name = "Wall stretch"
steps = ["Face a wall.", "Lean in."]
muscles = ["gastrocnemius"]
kind = "stretch"
position = "standing"
sides = "both"
"""


def load(text: str) -> Exercise | tuple[Problem, ...]:
    return load_exercise(text, file="wall-stretch.toml", stem="wall-stretch")


def told(text: str) -> list[str]:
    loaded = load(text)
    assert isinstance(loaded, tuple)
    return [str(problem).removeprefix("wall-stretch.toml:") for problem in loaded]


def test_an_exercise_without_mistakes_is_an_exercise() -> None:
    loaded = load(HEAD + 'dose = { hold = 30, sets = 2 }\nfigure.view = "front"\n')
    assert isinstance(loaded, Exercise)
    assert loaded.dose == Dose(hold=30, sets=2)
    assert loaded.figure == Figure(view="front")


def test_a_figure_that_nobody_has_drawn_yet_is_no_mistake() -> None:
    loaded = load(HEAD + "[figure]\n")
    assert isinstance(loaded, Exercise)
    assert loaded.figure is not None
    assert not loaded.figure.is_drawn


def test_what_is_wrong_in_a_figure_is_told_on_its_line() -> None:
    figure = '[figure]\nviwe = "side"\n[[figure.pose]]\nhip = [0, "low"]\n'
    assert told(HEAD + figure) == [
        '10: figure: unknown key "viwe"; did you mean "view"?',
        '12: figure.pose: each of "hip" must be a number from -3 to 3, not "low"',
    ]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            'kind = "stretch"',
            'kind = "strech"',
            (
                '6: "kind" must be "stretch", "strength", "release", "mobility", '
                '"posture" or "thermal", not "strech"; did you mean "stretch"?'
            ),
        ),
        ('kind = "stretch"\n', "", '1: "kind" is missing; add a line such as kind = "stretch"'),
        ('kind = "stretch"', 'knid = "stretch"', '6: unknown key "knid"; did you mean "kind"?'),
        (
            '["gastrocnemius"]',
            '"calf"',
            ('5: "muscles" must be a list of at least one text in square brackets, not "calf"'),
        ),
        (
            '["gastrocnemius"]',
            "[]",
            '5: "muscles" must be a list of at least one text in square brackets, not []',
        ),
        (
            '["Face a wall.", "Lean in."]',
            '["Sit."]',
            ('4: "steps" must be a list of 2 to 6 texts in square brackets, not ["Sit."]'),
        ),
        ('["Face a wall.", "Lean in."]', '["Sit.",\n"",\n5]', '5: each of "steps" must not be empty'),
    ],
)
def test_a_wrong_value_is_told_on_its_line(old: str, new: str, message: str) -> None:
    assert message in told(HEAD.replace(old, new))


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("dose = 30", '9: "dose" must be a table, not 30'),
        ("dose = { hold = -1 }", '9: dose: "hold" must be a number of seconds from 0 to 3600, not -1'),
        ("dose = { hodl = 1 }", '9: dose: unknown key "hodl"; did you mean "hold"?'),
        ("[dose]\n\nreps = 300", '11: dose: "reps" must be a whole number from 0 to 200, not 300'),
        ("dose.tempo = [0, 0, 0, 0]", '9: dose: "tempo" must last longer than 0 seconds in all'),
        (
            'equipment = [\n"chair",\n"wal"]',
            (
                '11: each of "equipment" must be "wall", "chair", "step", "band", '
                '"foam-roller", "ball", "towel", "mat", "heat-pack" or "cold-pack", not "wal"; did you mean "wall"?'
            ),
        ),
        ('evidence = { text = "x", source = "y" }', '9: evidence: "strength" is missing'),
        ("figure = 3", '9: "figure" must be a table, not 3'),
        ("easier = 3", '9: "easier" must be lower-case words joined by "-", at most 80 characters, not 3'),
        ("[[step]]\nhold = 1", '9: unknown key "step"'),
    ],
    ids=lambda text: text[:30],
)
def test_a_wrong_line_is_one_mistake(line: str, message: str) -> None:
    assert told(HEAD + line + "\n") == [message]


def test_a_figure_nested_beyond_reason_is_told() -> None:
    # 50 tables in braces, each reached through a key of 100 names: 5,000 levels. Comparing them would raise.
    deep = "figure = " + ("{ " + "a." * 99 + "a = ") * 50 + "1" + " }" * 50
    assert told(HEAD + deep + "\n") == ['9: "figure" is nested too deeply']


def test_easier_and_harder_are_looked_up_once_all_are_known() -> None:
    text = HEAD + 'easier = "seated-strech"\nharder = "step-stretch"\n'
    exercise = load(text)
    assert isinstance(exercise, Exercise)
    known = Known({"seated-stretch"}, {"step-stretch"})
    assert [str(problem) for problem in find_dangling(text, exercise, "x.toml", known)] == [
        'x.toml:9: "easier": unknown exercise "seated-strech"; did you mean "seated-stretch"?',
        'x.toml:10: "harder": exercise "step-stretch" cannot be used before its own file is mended',
    ]
    assert find_dangling(text, exercise, "x.toml", Known({"seated-strech", "step-stretch"})) == ()
