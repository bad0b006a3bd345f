"""Whatever is done to a routine, it can be undone, and it can be a file whenever nothing is missing."""

from typing import Any, get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.editing import steps as edits
from app.core.editing.draft import Draft, blank, draft_of, missing
from app.core.editing.fields import Field, StepKind, step_of, wait_of
from app.core.exercise import Sides
from app.core.file_rules import MOST_STEPS, Known, check_steps, check_tempos
from app.core.routine import Goal, Routine, Step
from app.core.undoing import redo, settled, undo
from tests.core.editing.test_draft import DRAFT, RAISE, ROUTINE, STRETCH, WAIT
from tests.core.routines import EXERCISES


def order(draft: Draft) -> list[int]:
    return list(draft.now.keys)


@pytest.mark.parametrize(
    ("index", "to", "expected"),
    [(0, 2, [1, 2, 0]), (2, 0, [2, 0, 1]), (0, 1, [1, 0, 2]), (0, -1, [0, 1, 2]), (2, 9, [0, 1, 2])],
)
def test_a_step_is_moved_and_stays_at_the_ends(index, to, expected):
    assert order(edits.move(DRAFT, index, to)) == expected


def test_a_step_is_doubled_below_itself():
    assert edits.duplicate(DRAFT, 0).steps == (STRETCH, STRETCH, RAISE, WAIT)


def test_a_copied_step_is_pasted_into_another_routine():
    assert edits.add(blank(), DRAFT.steps[1]).steps == (RAISE,)


def test_a_full_routine_takes_no_more_steps():
    full = draft_of(msgspec.structs.replace(ROUTINE, step=(STRETCH,) * MOST_STEPS))
    assert edits.is_full(full)
    assert edits.duplicate(full, 0) is full


def test_steppers_of_a_step_and_of_the_whole_move_apart():
    changed = edits.stepped(edits.stepped(DRAFT, 0, "prepare", 1), None, "prepare", 1)
    assert (changed.steps[0].prepare, changed.routine.prepare) == (0, 10)


def test_the_whole_routine_has_no_other_numbers_than_its_times():
    assert edits.stepped(DRAFT, None, "hold", 1) is DRAFT
    assert edits.set_number(DRAFT, None, "sets", 3) is DRAFT


def test_a_button_that_would_do_nothing_says_so():
    one = edits.set_number(DRAFT, 0, "sets", 1)
    assert not edits.can_step(one, 0, "sets", -1)
    assert edits.can_step(one, 0, "sets", 1)
    assert not edits.can_step(one, 0, "reps", 1)


def test_a_wait_has_no_sides_and_no_exercise():
    assert edits.set_sides(DRAFT, 2, "left") is DRAFT
    assert edits.set_exercise(DRAFT, 2, EXERCISES["calf-raise"]) is DRAFT


def test_an_exercise_has_nothing_to_wait_for():
    assert edits.set_text(DRAFT, 0, "wait", "Fetch it.") is DRAFT


def test_an_easier_exercise_keeps_the_dose():
    easier = edits.set_exercise(DRAFT, 0, EXERCISES["night-calf-stretch"])
    assert easier.steps[0] == Step(exercise="night-calf-stretch", hold=30, sets=2)


def test_line_ends_and_endless_text_do_not_get_into_a_name():
    assert edits.rename(DRAFT, "Two\r\nlines\x00" + "x" * 500).routine.name == "Two lines " + "x" * 110


def test_a_long_text_from_a_file_is_not_cut_by_editing_it():
    long = draft_of(msgspec.structs.replace(ROUTINE, name="x" * 300))
    assert edits.rename(long, "y" + "x" * 298).routine.name == "y" + "x" * 298


def test_letters_that_join_stay_joined():
    assert edits.rename(DRAFT, "👩‍🦽 می‌خواهم").routine.name == "👩‍🦽 می‌خواهم"


HISTORY = {"undo": undo, "redo": redo, "settled": settled}

fields = st.sampled_from(get_args(Field))
places = st.integers(0, 5)
text = st.text(max_size=30)
numbers = st.floats(allow_nan=True) | st.integers(-5, 5000) | st.none()
exercises = st.sampled_from(list(EXERCISES.values()))
deeds = st.one_of(
    st.tuples(st.just("rename"), text),
    st.tuples(st.just("set_about"), text),
    st.tuples(st.just("set_goal"), st.sampled_from(get_args(Goal))),
    st.tuples(st.just("add"), exercises.map(step_of) | text.map(wait_of), st.none() | places),
    st.tuples(st.just("duplicate"), places),
    st.tuples(st.just("remove"), places),
    st.tuples(st.just("move"), places, st.integers(-2, 7)),
    st.tuples(st.just("set_number"), st.none() | places, fields, numbers),
    st.tuples(st.just("stepped"), st.none() | places, fields, st.integers(-3, 3)),
    st.tuples(st.just("set_text"), places, st.sampled_from(["cue", "wait"]), text),
    st.tuples(st.just("set_sides"), places, st.none() | st.sampled_from(get_args(Sides))),
    st.tuples(st.just("set_kind"), places, st.sampled_from(get_args(StepKind)), st.none() | exercises),
    st.tuples(st.just("set_exercise"), places, exercises),
    st.tuples(st.sampled_from(list(HISTORY))),
)


def done(draft: Draft, deed: str, *arguments: Any) -> Draft:
    """One deed, at a step that is there."""
    if deed in HISTORY:
        return HISTORY[deed](draft)
    if deed not in ("rename", "set_about", "set_goal", "add") and arguments[0] is not None:
        if not draft.steps:
            return draft
        arguments = (arguments[0] % len(draft.steps), *arguments[1:])
    return getattr(edits, deed)(draft, *arguments)


@given(st.lists(deeds, max_size=30))
def test_whatever_is_done_can_be_undone_and_done_again(plan):
    draft = DRAFT
    for deed in plan:
        draft = done(draft, *deed)
    back = draft
    while back.past:
        back = undo(back)
    assert back.now == DRAFT.now
    forth = back
    while forth.future and forth.now != draft.now:
        forth = redo(forth)
    assert forth.now == draft.now


@given(st.lists(deeds, max_size=30))
def test_whatever_is_done_the_routine_is_one_that_a_file_may_hold(plan):
    draft = DRAFT
    for deed in plan:
        draft = done(draft, *deed)
        assert len(draft.now.keys) == len(set(draft.now.keys)) == len(draft.steps)
    if not missing(draft, EXERCISES):
        data = msgspec.to_builtins(draft.routine)
        data["step"] = [
            {key: value for key, value in step.items() if value != getattr(Step(), key)}
            for step in data["step"]
        ]
        assert [*check_steps(data, Known(EXERCISES))] == []
        assert [*check_tempos(msgspec.convert(data, Routine))] == []
