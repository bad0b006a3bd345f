"""Every kind of step can be made, turned into any other, and set to nothing that a file may not hold."""

from itertools import product

import pytest
from msgspec import structs

from app.core.editing.fields import (
    LADDERS,
    WHOLE_LADDERS,
    fields_of,
    kind_of,
    limits,
    number_in,
    step_of,
    wait_of,
    with_kind,
    with_number,
)
from app.core.exercise import Dose
from app.core.routine import Step
from tests.core.routines import exercise

WALL = structs.replace(exercise("wall"), dose=Dose(hold=30, sets=2))
HOLD = Step(exercise="wall", hold=30, sets=2, rest=20, cue="Heel down.")
HOLDS = Step(exercise="wall", hold=10, reps=3, relax=8)
TEMPO = Step(exercise="wall", reps=12, tempo=(2, 1, 2, 0), sets=3)
REPS = Step(exercise="wall", reps=12)
WAIT = Step(wait="Fetch the band.", prepare=0)
KINDS = {"hold": HOLD, "holds": HOLDS, "tempo": TEMPO, "reps": REPS, "wait": WAIT}


@pytest.mark.parametrize(("kind", "step"), KINDS.items())
def test_a_step_is_of_one_kind(kind, step):
    assert kind_of(step) == kind


@pytest.mark.parametrize(("before", "after"), [*product(KINDS, KINDS)])
def test_any_kind_of_step_becomes_any_other(before, after):
    assert kind_of(with_kind(KINDS[before], after, WALL)) == after


@pytest.mark.parametrize(
    ("step", "kind", "expected"),
    [
        (HOLD, "holds", structs.replace(HOLD, reps=3)),
        (HOLD, "reps", structs.replace(HOLD, hold=None, reps=10)),
        (HOLD, "wait", Step(wait="Heel down.")),
        (HOLDS, "hold", Step(exercise="wall", hold=10)),
        (HOLDS, "tempo", Step(exercise="wall", reps=3, tempo=(2, 1, 2, 0))),
        (TEMPO, "reps", structs.replace(TEMPO, tempo=None)),
        (TEMPO, "hold", structs.replace(TEMPO, reps=None, tempo=None, hold=30)),
        (WAIT, "hold", Step(exercise="wall", hold=30, sets=2, prepare=0)),
        (WAIT, "reps", Step(exercise="wall", reps=10, sets=2, prepare=0)),
    ],
)
def test_what_can_be_kept_is_kept(step, kind, expected):
    assert with_kind(step, kind, WALL) == expected


def test_a_wait_becomes_an_exercise_only_if_there_is_one():
    assert with_kind(WAIT, "hold", None) is WAIT


@pytest.mark.parametrize(
    ("dose", "expected"),
    [
        (Dose(hold=30, sets=2), Step(exercise="wall", hold=30, sets=2)),
        (Dose(hold=10, reps=3), Step(exercise="wall", hold=10, reps=3)),
        (
            Dose(reps=12, sets=3, tempo=(2, 1, 2, 0)),
            Step(exercise="wall", reps=12, sets=3, tempo=(2, 1, 2, 0)),
        ),
        (Dose(reps=12), Step(exercise="wall", reps=12)),
        (Dose(hold=5, reps=6, tempo=(1, 0, 1, 0)), Step(exercise="wall", hold=5, reps=6)),
        (Dose(), Step(exercise="wall", hold=30)),
    ],
)
def test_a_new_step_has_the_dose_of_its_exercise(dose, expected):
    assert step_of(structs.replace(WALL, dose=dose)) == expected


def test_a_new_wait_needs_no_preparing():
    assert wait_of("Fetch the band.") == WAIT


@pytest.mark.parametrize(
    ("step", "fields"),
    [
        (HOLD, ("hold", "sets", "rest", "prepare", "switch")),
        (structs.replace(HOLD, sets=1, sides="left"), ("hold", "sets", "prepare")),
        (HOLDS, ("hold", "reps", "relax", "sets", "prepare", "switch")),
        (structs.replace(HOLDS, reps=1), ("hold", "reps", "sets", "prepare", "switch")),
        (TEMPO, ("reps", "up", "top", "down", "bottom", "sets", "rest", "prepare", "switch")),
        (REPS, ("reps", "sets", "prepare", "switch")),
        (WAIT, ("prepare",)),
    ],
)
def test_a_page_shows_the_fields_that_make_a_difference(step, fields):
    assert fields_of(step, "both") == fields


@pytest.mark.parametrize(
    ("field", "typed", "taken"),
    [
        ("hold", 45, 45),
        ("hold", 0, 0.5),
        ("hold", 9999, 3600),
        ("hold", 22.5, 22.5),
        ("sets", 2.4, 2),
        ("sets", 99, 20),
        ("rest", -3, 0),
        ("prepare", None, None),
        ("hold", None, 30),
        ("reps", 8, None),
        ("up", 2, None),
        ("relax", 2, 5),
    ],
)
def test_a_number_that_is_typed_is_brought_within_its_limits(field, typed, taken):
    assert number_in(with_number(HOLD, field, typed), field) == taken


def test_a_tempo_never_stands_still():
    still = TEMPO
    for phase in ("up", "top", "down", "bottom"):
        still = with_number(still, phase, 0)
    assert still.tempo == (0, 0, 2, 0)


@pytest.mark.parametrize("field", LADDERS)
def test_every_ladder_rises_within_what_a_file_may_hold(field):
    for ladder in filter(None, (LADDERS[field], WHOLE_LADDERS.get(field))):
        rungs = [rung for rung in ladder.values if rung is not None]
        assert rungs == sorted(set(rungs))
        assert limits(field).low <= rungs[0]
        assert rungs[-1] <= limits(field).high
