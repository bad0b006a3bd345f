"""An edit can be undone and done again, all of it."""

import pytest
from msgspec import structs

from app.core.editing.draft import Missing, blank, draft_of, finished, missing, saved
from app.core.editing.steps import add, move, remove, rename, set_goal, set_text, stepped
from app.core.routine import Routine, Step
from app.core.undoing import redo, settled, undo
from tests.core.routines import EXERCISES

STRETCH = Step(exercise="wall-calf-stretch", hold=30, sets=2)
RAISE = Step(exercise="calf-raise", reps=12, tempo=(2, 1, 2, 0))
WAIT = Step(wait="Fetch the roller.", prepare=0)
ROUTINE = Routine(1, "calves", "Calves", (STRETCH, RAISE, WAIT))
DRAFT = draft_of(ROUTINE)


def test_what_is_undone_is_done_again():
    changed = set_goal(remove(DRAFT, 0), "desk")
    back = undo(undo(changed))
    assert back.routine == ROUTINE
    assert redo(redo(back)).now == changed.now


def test_with_nothing_to_undo_or_redo_nothing_happens():
    assert undo(DRAFT) is DRAFT
    assert redo(DRAFT) is DRAFT


def test_an_edit_after_undo_leaves_nothing_to_redo():
    assert redo(set_goal(undo(remove(DRAFT, 0)), "desk")).routine == structs.replace(ROUTINE, goal="desk")


def test_an_edit_that_changes_nothing_leaves_no_trace():
    assert rename(DRAFT, "Calves") is DRAFT
    assert move(DRAFT, 0, -1) is DRAFT


def test_a_name_typed_letter_by_letter_is_undone_at_once():
    typing = DRAFT
    for name in ("Calves a", "Calves at", "Calves at n", "Calves at night"):
        typing = rename(typing, name)
    assert undo(typing).now == DRAFT.now


def test_after_a_pause_typing_is_undone_apart():
    typing = rename(settled(rename(DRAFT, "Calves at")), "Calves at night")
    assert undo(typing).routine.name == "Calves at"


def test_typing_in_another_field_or_another_step_is_undone_apart():
    typing = set_text(set_text(set_text(DRAFT, 0, "cue", "Heel"), 0, "cue", "Heel down."), 1, "cue", "Slow.")
    assert [step.cue for step in undo(typing).steps] == ["Heel down.", "", ""]


def test_presses_of_a_stepper_with_something_else_between_them_are_undone_apart():
    pressed = stepped(move(stepped(DRAFT, 0, "hold", 1), 0, 1), 1, "hold", 1)
    assert [step.hold for step in undo(pressed).steps] == [None, 35, None]


def test_typing_back_to_where_it_began_leaves_nothing_to_undo():
    back = rename(rename(DRAFT, "Calvesx"), "Calves")
    assert back.past == ()
    assert undo(rename(back, "C")).now == DRAFT.now


def test_a_draft_is_changed_until_it_is_as_the_file_again():
    changed = remove(DRAFT, 0)
    assert (DRAFT.is_changed, changed.is_changed, undo(changed).is_changed) == (False, True, False)


def test_saving_leaves_the_undoing_as_it_was():
    kept = saved(remove(DRAFT, 0), "calves")
    assert not kept.is_changed
    assert undo(kept).is_changed
    assert undo(kept).routine == ROUTINE


def test_a_new_routine_gets_its_id_when_it_is_saved_and_keeps_it_when_undoing():
    kept = saved(add(rename(blank(), "Calves"), STRETCH), "calves")
    assert (kept.routine.id, undo(kept).routine.id) == ("calves", "calves")


def test_steps_know_where_they_stood_in_the_file():
    assert move(remove(add(DRAFT, WAIT, 1), 0), 1, 0).origins == (1, None, 2)


def test_a_step_that_was_removed_and_brought_back_is_the_same_step():
    assert undo(remove(DRAFT, 1)).origins == (0, 1, 2)


def test_a_step_added_after_undoing_is_never_taken_for_the_one_undone():
    again = add(undo(add(DRAFT, WAIT)), RAISE)
    assert again.origins == (0, 1, 2, None)
    assert len(set(again.now.keys)) == 4


@pytest.mark.parametrize(
    ("draft", "gaps"),
    [
        (DRAFT, ()),
        (blank(), (Missing("name"), Missing("steps"))),
        (rename(DRAFT, "  "), (Missing("name"),)),
        (set_text(DRAFT, 2, "wait", " "), (Missing("wait", 2),)),
        (add(DRAFT, Step(exercise="gone", hold=3), 0), (Missing("exercise", 0),)),
    ],
)
def test_a_draft_says_what_is_missing(draft, gaps):
    assert missing(draft, EXERCISES) == gaps
    assert finished(draft, EXERCISES) == (None if gaps else draft.routine)
