"""A routine file gives a routine or every mistake in it, each on its line."""

import pytest

from app.core.loader import load_routine, read_text, which_kind
from app.core.mistakes import Problem
from app.core.routine import Routine, Step

EXERCISES = ("wall-calf-stretch", "calf-raise", "band-plantarflexion", "night-calf-stretch")
HEAD = 'format = 1\nid = "evening-calves"\nname = "Evening calves"\n'


def load(text: str, stem: str = "evening-calves", **known: tuple[str, ...]) -> Routine | tuple[Problem, ...]:
    return load_routine(text, file=f"{stem}.toml", stem=stem, **{"exercises": EXERCISES} | known)


def told(text: str, stem: str = "evening-calves", **known: tuple[str, ...]) -> list[str]:
    loaded = load(text, stem, **known)
    assert isinstance(loaded, tuple)
    return [str(problem).removeprefix(f"{stem}.toml:") for problem in loaded]


def told_of_step(*lines: str) -> list[str]:
    """What is said of a routine with one step, its lines numbered from 5; without `step 1` and its exercise."""
    mistakes = told(f"{HEAD}[[step]]\n" + "\n".join(lines) + "\n")
    assert all(": step 1" in mistake for mistake in mistakes)
    return [f"{line}: {rest.partition(': ')[2]}" for line, _, rest in (m.partition(": ") for m in mistakes)]


def test_the_two_mistakes_of_the_format_are_told_in_its_words() -> None:
    text = """\
format  = 1
id      = "evening-calves"
name    = "Evening calves"
about   = "Two minutes under stretch for each calf."
goal    = "ease"
prepare = 8
switch  = 5
# The first step.

[[step]]
exercise = "wall-calf-stretch"
# A mistake in the name of a key:

hodl     = 30
sets     = 2

[[step]]
exercise = "calf-raise"
reps     = "eight"
tempo    = [2, 1, 2, 0]
"""
    loaded = load(text)
    assert isinstance(loaded, tuple)
    assert [str(problem) for problem in loaded] == [
        'evening-calves.toml:14: step 1 (wall-calf-stretch): unknown key "hodl"; did you mean "hold"?',
        'evening-calves.toml:19: step 2 (calf-raise): "reps" must be a whole number from 1 to 200, not "eight"',
    ]
    assert loaded[1].step == 2
    assert loaded[1].exercise == "calf-raise"


def test_a_routine_without_mistakes_is_a_routine() -> None:
    text = f"""{HEAD}prepare = 2.5
[[step]]
exercise = "wall-calf-stretch"
hold = 30
sides = "left"
cue = "Back heel down."
[[step]]
exercise = "calf-raise"
reps = 12
tempo = [2, 1, 2, 0]
[[step]]
exercise = "night-calf-stretch"
hold = 10
reps = 3
relax = 0
[[step]]
wait = "Fetch the foam roller."
prepare = 0
"""
    assert load(text) == Routine(
        format=1,
        id="evening-calves",
        name="Evening calves",
        prepare=2.5,
        step=(
            Step(exercise="wall-calf-stretch", hold=30, sides="left", cue="Back heel down."),
            Step(exercise="calf-raise", reps=12, tempo=(2, 1, 2, 0)),
            Step(exercise="night-calf-stretch", hold=10, reps=3, relax=0),
            Step(wait="Fetch the foam roller.", prepare=0),
        ),
    )


HOLD = '"hold" must be a number of seconds above 0 and at most 3600, not'
REPS = '"reps" must be a whole number from 1 to 200, not'
SETS = '"sets" must be a whole number from 1 to 20, not'
REST = '"rest" must be a number of seconds from 0 to 3600, not'
SIDES = '"sides" must be "both", "left", "right" or "none", not'
TEMPO = '"tempo" must be four numbers of seconds, as in [2, 1, 2, 0], not'
PHASE = 'each of "tempo" must be a number of seconds from 0 to 3600, not'
EXERCISE = 'exercise = "wall-calf-stretch"'


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("hold = nan", f"{HOLD} nan"),
        ("hold = -nan", f"{HOLD} nan"),
        ("hold = inf", f"{HOLD} inf"),
        ("hold = -inf", f"{HOLD} -inf"),
        ("hold = 1e999", f"{HOLD} inf"),
        ("hold = 0", f"{HOLD} 0"),
        ("hold = 0.0", f"{HOLD} 0.0"),
        ("hold = -30", f"{HOLD} -30"),
        ("hold = 3600.5", f"{HOLD} 3600.5"),
        ("hold = 0x" + "f" * 5000, f"{HOLD} a number of over 30 digits"),
        ("hold = true", f"{HOLD} true"),
        ('hold = "30"', f'{HOLD} "30"; leave out the quotes'),
        ('hold = "1:30"', f'{HOLD} "1:30"'),
        ("hold = 07:32:00", f"{HOLD} 07:32:00"),
        ("hold = { a = 1 }", f"{HOLD} a table"),
        ("reps = 0", f"{REPS} 0"),
        ("reps = 201", f"{REPS} 201"),
        ("reps = 12.0", f"{REPS} 12.0"),
        ("reps = 2026-01-02", f"{REPS} 2026-01-02"),
        ("hold = 1\nsets = 21", f"{SETS} 21"),
        ("hold = 1\nsets = [1]", f"{SETS} [1]"),
        ("hold = 1\nrest = -1", f"{REST} -1"),
        ("hold = 1\nrest = false", f"{REST} false"),
        ('hold = 1\nsides = "boht"', f'{SIDES} "boht"; did you mean "both"?'),
        ('hold = 1\nsides = "Left"', f'{SIDES} "Left"; did you mean "left"?'),
        ("hold = 1\nsides = 2", f"{SIDES} 2"),
        ("hold = 1\ncue = 5", '"cue" must be text in quotes, not 5'),
        ("reps = 1\ntempo = 2", f"{TEMPO} 2"),
        ("reps = 1\ntempo = [2, 1, 2]", f"{TEMPO} [2, 1, 2]"),
        ("reps = 1\ntempo = [2, 1, 2, nan]", f"{PHASE} nan"),
        ('reps = 1\ntempo = [2, "one", 2, 0]', f'{PHASE} "one"'),
        ("reps = 1\ntempo = [0, 0, 0, 0.0]", '"tempo" must last longer than 0 seconds in all'),
        ("reps = 1\nrelax = 5", '"relax" goes with "hold" and "reps" together'),
        ("hold = 1\nrelax = 5", '"relax" goes with "hold" and "reps" together'),
        ("hold = 1\ntempo = [2, 1, 2, 0]", '"tempo" goes with "reps" and without "hold"'),
        ("hold = 1\nreps = 2\ntempo = [2, 1, 2, 0]", '"tempo" goes with "reps" and without "hold"'),
        ("hold = 1\nzzz = 2", 'unknown key "zzz"'),
        ('hold = 1\n"a\\nb" = 2', r'unknown key "a\nb"'),
        ("hold = 1\nrest_s = 2", 'unknown key "rest_s"; did you mean "rest"?'),
    ],
    ids=lambda text: text[:30],
)
def test_one_wrong_value_is_one_mistake_on_its_own_line(line: str, message: str) -> None:
    number = 6 + line.count("\n")
    assert told_of_step(EXERCISE, line) == [f"{number}: {message}"]


def test_an_item_of_a_list_over_several_lines_is_told_on_the_line_of_the_item() -> None:
    assert told_of_step(EXERCISE, "reps = 3", "tempo = [", "  2,", "  -1,", "  2, 0]") == [f"9: {PHASE} -1"]


NO_STEP = 'a step needs "wait", or "exercise" with "hold", with "reps" or with both'


@pytest.mark.parametrize("lines", [[], ["sets = 2"], [EXERCISE], ["hold = 30"], ["reps = 3", 'cue = "x"']])
def test_a_step_that_is_none_is_told_on_the_line_of_its_heading(lines: list[str]) -> None:
    assert told_of_step(*lines) == [f"4: {NO_STEP}"]


def test_a_misspelled_key_counts_as_the_key_that_was_meant() -> None:
    assert told_of_step('exersise = "calf-raise"', "hold = 3") == [
        '5: unknown key "exersise"; did you mean "exercise"?'
    ]
    assert told_of_step('wiat = "Fetch it."') == ['5: unknown key "wiat"; did you mean "wait"?']


def test_whatever_does_not_go_with_a_wait_is_told() -> None:
    assert told_of_step(
        'wait = "Rest."', "hold = 3", EXERCISE, "sets = 2", 'sides = "both"', "prepare = 0"
    ) == [
        '6: "hold" does not go with "wait"; make it a step of its own',
        '7: "exercise" does not go with "wait"; make it a step of its own',
        '8: "sets" does not go with "wait"; make it a step of its own',
        '9: "sides" does not go with "wait"; make it a step of its own',
    ]


def test_an_empty_wait_is_told() -> None:
    assert told_of_step('wait = ""') == ['5: "wait" must not be empty']


def test_an_unknown_exercise_is_told_with_the_likely_one() -> None:
    assert told_of_step('exercise = "wall-calf-strech"', "hold = 3") == [
        '5: unknown exercise "wall-calf-strech"; did you mean "wall-calf-stretch"?'
    ]
    assert told_of_step('exercise = "Calf raise"', "reps = 3") == [
        '5: unknown exercise "Calf raise"; did you mean "calf-raise"?'
    ]
    assert told_of_step('exercise = "juggling"', "reps = 3") == ['5: unknown exercise "juggling"']


def test_an_exercise_that_is_no_text_is_told() -> None:
    assert told_of_step("exercise = 5", "reps = 3") == [
        '5: "exercise" must be lower-case words joined by "-", at most 80 characters, not 5'
    ]


def test_an_exercise_whose_own_file_has_mistakes_is_not_called_unknown() -> None:
    text = f'{HEAD}[[step]]\nexercise = "my-stretch"\nhold = 3\n'
    assert told(text, broken=("my-stretch",)) == [
        '5: step 1 (my-stretch): exercise "my-stretch" cannot be used before its own file is mended'
    ]


WAIT = '[[step]]\nwait = "x"\n'
NO_STEPS = '1: "step" is missing; add a line such as [[step]] and below it what to do'
ADD_STEP = "4: a routine needs at least one step; add [[step]] and below it what to do"


def test_an_empty_file_is_told_all_that_it_lacks() -> None:
    assert told("") == [
        '1: "format" is missing; add a line such as format = 1',
        '1: "id" is missing; add a line such as id = "evening-calves"',
        '1: "name" is missing; add a line such as name = "Evening calves"',
        NO_STEPS,
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (HEAD, NO_STEPS),
        (HEAD + "step = []\n", ADD_STEP),
        (HEAD + 'step = "x"\n', '4: "step" must be written [[step]], in double brackets, not "x"'),
        (HEAD + '[step]\nwait = "x"\n', '4: "step" must be written [[step]], in double brackets, not [step]'),
        (HEAD + "step = [5]\n", '4: step 1: each of "step" must be a table, not 5'),
        (HEAD + '[[stpe]]\nwait = "x"\n', '4: unknown key "stpe"; did you mean "step"?'),
        (HEAD + WAIT * 101, "204: step 101: a routine has at most 100 steps; this one has 101"),
        (
            HEAD + "goal = 'easy'\n" + WAIT,
            (
                '4: "goal" must be "ease", "strength", "warm-up", "recovery" or '
                '"desk", not "easy"; did you mean "ease"?'
            ),
        ),
        (HEAD + "prepare = -1\n" + WAIT, '4: "prepare" must be a number of seconds from 0 to 3600, not -1'),
        (HEAD + "about = 5\n" + WAIT, '4: "about" must be text in quotes, not 5'),
        (HEAD + "[figure]\na = 1\n" + WAIT, '4: unknown key "figure"'),
        (
            HEAD.replace("1", "2") + WAIT,
            ('1: "format" 2 is made for a newer Soleus; update Soleus to use this file'),
        ),
        (HEAD.replace("1", "0") + WAIT, '1: "format" must be 1, not 0'),
        (HEAD.replace("1", "true") + WAIT, '1: "format" must be 1, not true'),
        (HEAD.replace("Evening calves", "") + WAIT, '3: "name" must not be empty'),
        (
            HEAD.replace("evening", "morning") + WAIT,
            ('2: "id" must be "evening-calves", as the file is called, not "morning-calves"'),
        ),
        (
            HEAD.replace('"evening-calves"', "7") + WAIT,
            ('2: "id" must be "evening-calves", as the file is called, not 7'),
        ),
    ],
    ids=lambda text: text[-30:],
)
def test_a_mistake_outside_of_the_steps_is_told_on_its_line(text: str, message: str) -> None:
    assert told(text) == [message]


def test_a_hundred_steps_are_not_too_many() -> None:
    assert isinstance(load(HEAD + WAIT * 100), Routine)


def test_a_file_whose_name_cannot_be_an_id_is_told_how_to_call_it() -> None:
    text = HEAD + WAIT
    assert told(text, "Evening Calves") == [
        '2: "id" is "evening-calves", so the file must be called "evening-calves.toml"'
    ]
    assert told(text.replace("evening-calves", "Evening"), "Evening") == [
        '2: "id" must be lower-case words joined by "-", and the file be called the same, not "Evening"'
    ]


def test_broken_lines_hide_no_other_mistake() -> None:
    text = (
        'format = 1\nid = "evening-calves"\nname = Evening calves\n[[step]]\nwait = "x\nhold = 3\nhodl = 2\n'
    )
    assert told(text) == [
        "3: the value cannot be read; put text in double quotes and write numbers as in 30 or 0.5",
        "5: the quotes around a text are not closed",
        '6: step 1: "hold" does not go with "wait"; make it a step of its own',
        '7: step 1: unknown key "hodl"',
    ]


def test_a_key_that_is_only_broken_is_not_called_missing() -> None:
    assert told(f"{HEAD}[[step]]\n{EXERCISE}\nhold = 30s\n") == [
        "6: there is more on the line than one value; put text in double quotes"
    ]


def test_of_thousands_of_mistakes_a_hundred_are_told() -> None:
    mistakes = told(HEAD + WAIT + "".join(f"key{number} = 1\n" for number in range(5000)))
    assert len(mistakes) == 101
    assert mistakes[0] == '6: step 1: unknown key "key0"'
    assert mistakes[-1] == "106: and more; mend those above first"


def test_one_step_each_with_many_mistakes_is_told_up_to_the_bound() -> None:
    mistakes = told(HEAD + f"[[step]]\n{EXERCISE}\nhold = 0\nsets = 0\nrest = -1\n" * 100)
    assert len(mistakes) == 101
    assert mistakes[-1].endswith("and more; mend those above first")


def test_a_strange_key_cannot_pretend_to_be_a_place() -> None:
    # msgspec says: Object contains unknown field `x - at `$.step[0]`
    assert told(f'"x - at `$.step[0]" = 1\n"y` - at `$.nowhere`" = 1\n{HEAD}{WAIT}') == [
        '1: unknown key "x - at `$.step[0]"',
        '2: unknown key "y` - at `$.nowhere`"',
    ]


def test_the_name_of_a_file_with_mistakes_is_still_known() -> None:
    assert read_text('name = "Evening"\nid = 5', "name") == "Evening"
    assert read_text('name = "Evening"\n[[step]\n', "name") == "Evening"
    assert read_text('name = "  "', "name") is None
    assert read_text("name = 5", "name") is None
    assert read_text('name = "a\\nb"', "name") == r"a\nb"
    assert read_text("[[step]\n", "name") is None


@pytest.mark.parametrize(
    ("text", "folder", "kind"),
    [
        ("[[step]]\n", "exercises", "routine"),
        ("step = 5\nsteps = []\n", "routines", "routine"),
        ("steps = []\n", "routines", "exercise"),
        ('muscles = ["soleus"]\n', "anywhere", "exercise"),
        ('goal = "ease"\n', "exercises", "routine"),
        ("id = 'x'\n", "exercises", "exercise"),
        ("id = 'x'\n", "routines", "routine"),
        ("[[step]\n", "exercises", "exercise"),
    ],
)
def test_the_kind_of_a_file_shows_in_its_keys_and_else_in_its_folder(
    text: str, folder: str, kind: str
) -> None:
    assert which_kind(text, folder) == kind
