"""What the editor shows of a routine as it is made."""

import pytest
from msgspec import structs

from app.core.editing.draft import Draft, blank, draft_of
from app.core.editing.fields import wait_of
from app.core.editing.steps import add, move, rename, set_kind, set_number
from app.core.library import Entry
from app.core.routine import Routine, Step
from app.views.editor import EMPTY, NO_NAME, NO_STEPS, NO_WORDS, editor_view
from app.views.routine_actions import actions, copy_name
from app.views.steps import kind_at, seconds, sides_at, step_view
from tests.core.routines import EXERCISES

WALL = Step(exercise="wall-calf-stretch", hold=30, sets=2)


def draft(*steps: Step) -> Draft:
    return draft_of(Routine(1, "mine", "Mine", steps))


def fields(step: Step) -> dict[str, str]:
    return {row.label: row.value for row in step_view(draft(step), 0, EXERCISES).fields}


def test_a_row_tells_the_exercise_its_dose_and_its_place():
    (row,) = editor_view(draft(WALL), EXERCISES).steps
    assert (row.name, row.dose) == (EXERCISES["wall-calf-stretch"].name, "30 s each side, 2 sets")
    assert row.spoken == f"Step 1: {row.name}. 30 s each side, 2 sets."


def test_a_row_keeps_its_key_wherever_it_goes():
    begun = draft(WALL, wait_of("Fetch it."))
    before = editor_view(begun, EXERCISES).steps
    after = editor_view(move(begun, 0, 1), EXERCISES).steps
    assert [row.key for row in after] == [row.key for row in reversed(before)]


def test_nothing_is_complained_of_before_somebody_has_tried_to_save():
    new = add(blank(), wait_of(""))
    view = editor_view(new, EXERCISES)
    assert (view.name_problem, view.steps[0].problem) == ("", "")
    strict = editor_view(new, EXERCISES, strict=True)
    assert (strict.name_problem, strict.steps[0].problem) == (NO_NAME, NO_WORDS)


def test_an_empty_routine_says_what_to_do_first():
    view = editor_view(blank(), EXERCISES, strict=True)
    assert (view.empty, view.steps_problem) == (EMPTY, NO_STEPS)
    assert not view.gives_something
    assert not view.can_save


def test_an_exercise_that_has_gone_is_said_at_once():
    (row,) = editor_view(draft(Step(exercise="gone", hold=3)), EXERCISES).steps
    assert (row.name, row.icon) == ("gone", "missing")
    assert "Choose another" in row.problem


def test_the_header_tells_minutes_and_what_to_fetch():
    # 8 + 2 x (30 + 5 + 30) + 10 = 148 s, which is 2 min.
    assert editor_view(draft(WALL), EXERCISES).facts == "2 min  ·  a wall"


def test_a_minute_a_side_is_a_fifth_of_a_bar_whose_mark_is_at_four_minutes():
    # Two sets of 30 s are 60 s a side; a full bar is 5 min: 60 / 300 = 0.2, and 240 / 300 = 0.8.
    (group,) = editor_view(draft(WALL), EXERCISES).groups
    (row,) = group.rows
    assert (row.left, row.left_share, row.mark) == ("1 min", pytest.approx(0.2), pytest.approx(0.8))


def test_a_side_that_gets_nothing_says_so():
    (group,) = editor_view(draft(structs.replace(WALL, sides="left")), EXERCISES).groups
    assert (group.rows[0].left, group.rows[0].right) == ("1 min", "nothing")


def test_what_goes_beyond_four_minutes_is_paler():
    # 5 min a side: the bar is full, and four fifths of it help.
    (group,) = editor_view(draft(structs.replace(WALL, hold=300, sets=1)), EXERCISES).groups
    row = group.rows[0]
    assert (row.left_share, row.left_useful) == (pytest.approx(1.0), pytest.approx(0.8))


def test_times_of_the_whole_stop_at_their_ends():
    view = editor_view(set_number(draft(WALL), None, "prepare", 0), EXERCISES)
    assert (view.prepare.text, view.prepare.can_lower, view.prepare.can_raise) == ("none", False, True)


def test_undo_redo_and_saving_are_there_only_when_they_do_something():
    begun = editor_view(draft(WALL), EXERCISES)
    renamed = editor_view(rename(draft(WALL), "Other"), EXERCISES)
    assert (begun.can_undo, begun.can_redo, begun.can_save) == (False, False, False)
    assert (renamed.can_undo, renamed.can_redo, renamed.can_save) == (True, False, True)


def test_a_step_shows_just_the_fields_that_make_a_difference():
    assert fields(WALL) == {
        "Hold": "30 s",
        "Sets": "2",
        "Rest between sets": "10 s",
        "Get ready": "As usual, 8 s",
        "Change sides": "As usual, 5 s",
    }
    assert list(fields(structs.replace(WALL, sides="left", sets=1))) == ["Hold", "Sets", "Get ready"]
    assert list(fields(structs.replace(WALL, reps=3)))[:3] == ["Hold", "Holds", "Let go in between"]
    assert fields(wait_of("Fetch it.")) == {"Get ready": "none"}


def test_every_chip_leads_to_its_kind_and_back():
    begun = draft(WALL)
    stretch = EXERCISES["wall-calf-stretch"]
    for index in range(5):
        changed = set_kind(begun, 0, kind_at(index), stretch)
        assert step_view(changed, 0, EXERCISES).kind_chosen == index


def test_the_sides_are_those_of_the_exercise_unless_the_step_says_otherwise():
    assert sides_at(step_view(draft(WALL), 0, EXERCISES).sides_chosen) == "both"
    one = structs.replace(WALL, sides="right")
    assert sides_at(step_view(draft(one), 0, EXERCISES).sides_chosen) == "right"
    assert step_view(draft(wait_of("Wait.")), 0, EXERCISES).sides == ()


def test_a_wait_cannot_be_tried():
    both = draft(WALL, wait_of("Fetch it."))
    assert [step_view(both, place, EXERCISES).can_try for place in (0, 1)] == [True, False]


@pytest.mark.parametrize(
    ("value", "said"), [(0, "none"), (0.5, "0.5 s"), (8, "8 s"), (60, "1 min"), (75, "1 min 15 s")]
)
def test_seconds_are_said_as_short_as_can_be(value, said):
    assert seconds(value) == said


def entry(source: str, *, broken: bool = False) -> Entry:
    return Entry("mine", "Mine", source, "mine.toml", None if broken else Routine(1, "mine", "Mine", (WALL,)))


def test_what_came_with_soleus_can_be_edited_and_copied_but_not_deleted():
    assert {"edit", "duplicate"} <= {action.name for action in actions(entry("bundled"))}
    assert {"delete", "restore"}.isdisjoint(action.name for action in actions(entry("bundled")))


@pytest.mark.parametrize(("source", "last"), [("own", "delete"), ("edited", "restore")])
def test_what_is_ones_own_can_go_even_where_it_is_broken(source, last):
    assert actions(entry(source))[-1].name == last
    assert [action.name for action in actions(entry(source, broken=True))] == ["mend", last]
    assert [action.name for action in actions(entry(source, broken=True), opens_outside=False)] == [last]


def test_a_copy_of_a_copy_has_a_name_of_its_own():
    assert copy_name("Calves", frozenset()) == "Calves, copy"
    assert copy_name("Calves", frozenset({"Calves, copy", "Calves, copy 2"})) == "Calves, copy 3"
