"""A programme file gives a programme or every mistake in it, each on its line."""

import random

from app.core.loader import which_kind
from app.core.mistakes import Problem
from app.core.programme.loading import load_programme
from app.core.programme.programme import Programme
from app.core.toml_text import decode

HEAD = 'format = 1\nid = "mine"\nname = "Mine"\n'
WEEK = '[[week]]\nname = "Ease"\nneeds = 2\n'
ON = '[[week.on]]\nroutine = "calf-reset"\ndays = [0, 2, 4]\n'
WHOLE = HEAD + WEEK + ON
ROUTINES = frozenset({"calf-reset", "back-ease"})


def load(text: str, **known) -> Programme | tuple[Problem, ...]:
    return load_programme(text, file="mine.toml", stem="mine", **({"routines": ROUTINES} | known))


def told(text: str, **known) -> list[str]:
    loaded = load(text, **known)
    assert isinstance(loaded, tuple), "the loader takes it"
    return [str(problem).removeprefix("mine.toml:") for problem in loaded]


def test_a_file_without_mistakes_is_a_programme() -> None:
    programme = load(WHOLE)
    assert isinstance(programme, Programme)
    (week,) = programme.weeks
    assert (week.name, week.needs, week.days, week.routines) == ("Ease", 2, {0, 2, 4}, ("calf-reset",))
    assert not programme.ask_clinician


def test_a_week_that_is_repeated_is_written_once() -> None:
    programme = load(HEAD + WEEK + "repeat = 3\n" + ON + WEEK + ON)
    assert isinstance(programme, Programme)
    assert len(programme.week) == 2
    assert len(programme.weeks) == 4


def test_every_mistake_is_told_on_its_line_and_in_its_week() -> None:
    text = (
        HEAD
        + WEEK
        + ON
        + '[[week]]\nname = "Strength"\nneed = 2\n[[week.on]]\nroutine = "calf-rest"\ndays = [1, 7]\n'
    )
    assert told(text) == [
        '12: week 2: unknown key "need"; did you mean "needs"?',
        '14: week 2: unknown routine "calf-rest"; did you mean "calf-reset"?',
        '15: week 2: each of "days" must be a whole number from 0 to 6, not 7',
    ]


def test_what_is_missing_is_told_with_a_line_to_add() -> None:
    assert told("format = 1\n" + "[[week]]\n[[week.on]]\n") == [
        '1: "id" is missing; add a line such as id = "mine"',
        '1: "name" is missing; add a line such as name = "Ease"',
        '2: week 1: "name" is missing; add a line such as name = "Ease"',
        '2: week 1: "needs" is missing; add a line such as needs = 3',
        '3: week 1: "routine" is missing; add a line such as routine = "calf-reset"',
        '3: week 1: "days" is missing; add a line such as days = [0, 2, 4]',
    ]
    assert told(HEAD) == ['1: "week" is missing; add a line such as [[week]] and below it what is due']
    assert told(HEAD + WEEK) == [
        '4: week 1: "on" is missing; add a line such as [[week.on]] and below it a routine and its days'
    ]


def test_brackets_are_told_apart() -> None:
    assert told(HEAD + '[week]\nname = "Ease"\nneeds = 1\n' + ON.replace("[[", "[").replace("]]", "]")) == [
        '4: "week" must be written [[week]], in double brackets, not [week]',
        '7: week 1: "on" must be written [[week.on]], in double brackets, not [week.on]',
    ]
    assert told(HEAD + "week = 4\n") == ['4: "week" must be written [[week]], in double brackets, not 4']
    assert told(HEAD + "week = []\n") == [
        "4: a programme needs at least one week; add [[week]] and below it what is due"
    ]


def test_a_week_needs_a_day_of_rest() -> None:
    assert told(WHOLE.replace("[0, 2, 4]", "[0, 1, 2, 3, 4, 5, 6]")) == [
        "4: week 1: a week needs a day of rest; leave at least one of the days 0 to 6 free"
    ]


def test_no_more_is_needed_than_is_due() -> None:
    assert told(WHOLE.replace("needs = 2", "needs = 4")) == [
        '6: week 1: "needs" is 4, but only 3 days have something due'
    ]


def test_a_routine_is_named_once_for_a_day() -> None:
    assert told(WHOLE + ON.replace("[0, 2, 4]", "[4, 5]")) == [
        '10: week 1: this routine is already due on day 4; for more than once a day, write "times"'
    ]


def test_a_routine_with_mistakes_has_to_be_mended_first() -> None:
    assert told(WHOLE, routines=(), broken=("calf-reset",)) == [
        '8: week 1: routine "calf-reset" cannot be used before its own file is mended'
    ]


def test_yes_and_lists_are_told_in_their_own_words() -> None:
    assert told(HEAD + 'ask_clinician = "yes"\n' + WEEK + ON) == [
        '4: "ask_clinician" must be true or false, without quotes, not "yes"'
    ]
    assert told(WHOLE.replace("[0, 2, 4]", "2")) == [
        '9: week 1: "days" must be a list of 1 to 7 numbers in square brackets, not 2'
    ]


def test_two_years_are_enough() -> None:
    assert told(HEAD + (WEEK + "repeat = 52\n" + ON) * 3) == [
        "4: a programme has at most 104 weeks; this one has 156"
    ]


def test_a_programme_is_known_by_its_keys_or_its_folder() -> None:
    assert which_kind(WHOLE, "anywhere") == "programme"
    assert which_kind(HEAD, "programmes") == "programme"
    assert which_kind(HEAD, "routines") == "routine"
    assert which_kind(HEAD, "exercises") == "exercise"
    assert which_kind(HEAD + 'goal = "ease"\n', "programmes") == "routine"


def test_whatever_becomes_of_a_file_it_ends_in_a_programme_or_in_mistakes() -> None:
    chance = random.Random(7)  # noqa: S311  # nothing here is a secret
    pieces = [
        "[",
        "]",
        "[[week]]\n",
        "[[week.on]]\n",
        "[week]\n",
        "{",
        "}",
        "=",
        ",",
        '"',
        "\n",
        "-1",
        "nan",
        "[[]]",
        "x",
    ]
    text = HEAD + WEEK + ON + WEEK + "repeat = 2\n" + ON
    for _ in range(2000):
        broken = text
        for _ in range(chance.randint(1, 4)):
            place = chance.randrange(len(broken))
            cut = chance.randrange(3) * chance.randrange(20)
            broken = broken[:place] + chance.choice(pieces) + broken[place + cut :]
        plain = decode(broken.encode(), "mine.toml")
        assert isinstance(plain, str)
        loaded = load(plain)
        if isinstance(loaded, tuple):
            assert loaded
            assert all(1 <= problem.line <= broken.count("\n") + 1 for problem in loaded)
        else:
            assert all(week.on and week.needs <= len(week.days) for week in loaded.weeks)
