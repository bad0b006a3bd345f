"""What works on this machine, in words."""

import pytest

from app.core.ports import Health, Part
from app.views.machine import NAMES, REMEDIES, TESTS, doctor_lines, part_rows


def line(health: Health) -> str:
    (only,) = doctor_lines([health])
    return only


@pytest.mark.parametrize("part", Part.__args__)
def test_every_part_has_a_name_and_a_remedy(part):
    assert NAMES[part]
    assert REMEDIES[part].endswith((".", "--terminal"))


def test_what_works_is_told_with_what_does_it():
    assert line(Health("voice", works=True, by="espeak-ng")) == "ok       Voice: espeak-ng"


def test_what_works_without_a_name_just_works():
    assert line(Health("opengl", works=True)) == "ok       OpenGL: works"


def test_what_is_missing_is_told_with_the_reason_and_what_to_do():
    assert line(Health("voice", works=False, why="no engine was found.")) == (
        "missing  Voice: No engine was found. "
        "Chimes and the screen guide you. For a voice, install espeak-ng or speech-dispatcher."
    )


def test_what_is_missing_without_a_reason_tells_what_to_do():
    assert line(Health("scheduler", works=False)) == (
        "missing  Scheduler: Reminders come while Soleus is open. "
        "Where the switch was on, turn it off and on again."
    )


def test_a_reason_of_several_lines_is_one_line():
    assert "\n" not in line(Health("sound", works=False, why="ALSA:\n  no cards\n"))


def test_only_what_can_be_tried_has_a_test_button():
    rows = part_rows([Health(part, works=True) for part in Part.__args__])
    assert {row.part for row in rows if row.test} == set(TESTS) == {"sound", "voice", "notifications"}
