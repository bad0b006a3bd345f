"""What the page says on which an exercise of one's own is made."""

from app.core.exercise import Exercise
from app.core.exercise_editing import edits
from app.core.exercise_editing.draft import blank, draft_of
from app.core.library import Entry, Library
from app.core.posing.keyframes import begun
from app.core.routine import Routine, Step
from app.views.own_exercise import (
    copy_name,
    delete_about,
    exercise_choices,
    figure_choices,
    line_choices,
    own_exercise_view,
    users_of,
)

MINE = Exercise(
    1,
    "mine",
    "Mine",
    ("Stand.", "Lean."),
    ("gastrocnemius",),
    "stretch",
    "standing",
    "both",
    also=("soleus",),
)


def test_what_is_missing_is_said_once_somebody_has_tried_to_save():
    assert own_exercise_view(blank()).name_problem == ""
    view = own_exercise_view(blank(), strict=True)
    assert view.name_problem == "Give it a name to save it."
    assert view.steps_problem
    assert view.muscles_problem


def test_muscles_are_chosen_by_what_they_are_for():
    view = own_exercise_view(draft_of(MINE))
    assert [view.muscle_words[index] for index in view.muscles_chosen] == ["Upper calf"]
    besides = own_exercise_view(draft_of(MINE), role="also")
    assert [besides.muscle_words[index] for index in besides.muscles_chosen] == ["Deep calf"]
    assert view.muscles_text == "Upper calf; also deep calf"


def test_the_dose_shows_what_can_be_stepped():
    rows = own_exercise_view(blank()).dose_rows
    assert [(row.label, row.value, row.can_lower) for row in rows] == [
        ("Hold", "30 s", True),
        ("Sets", "2", True),
    ]


def test_nothing_can_be_taken_away_that_is_not_there():
    assert [name for name, _ in figure_choices(blank())] == ["pose", "copy", "picture"]
    posed = edits.set_figure(blank(), begun("standing"))
    assert [name for name, _ in figure_choices(posed)] == ["pose", "copy", "picture", "nothing"]
    assert figure_choices(posed)[0][1][1] == "Go on posing the figure"


def test_the_first_line_does_not_go_up_nor_the_last_down():
    assert [name for name, _ in line_choices(blank(), "steps", 0)] == ["down", "remove"]
    assert [name for name, _ in line_choices(blank(), "steps", 1)] == ["up", "remove"]


def test_only_ones_own_can_be_changed():
    assert [name for name, _ in exercise_choices(is_own=False)] == ["duplicate"]
    assert [name for name, _ in exercise_choices(is_own=True)] == ["edit", "duplicate", "delete"]


def test_a_copy_finds_a_name():
    assert copy_name("Calf raise", ()) == "Calf raise, mine"
    assert copy_name("Calf raise", {"Calf raise, mine"}) == "Calf raise, mine 2"


def test_routines_that_use_it_are_named():
    routine = Routine(1, "evening", "Evening", (Step(exercise="mine", hold=30),))
    library = Library({"mine": MINE}, (Entry("evening", "Evening", "own", "", routine),))
    assert users_of("mine", library) == ("Evening",)
    assert (
        delete_about(("Evening", "Morning")) == "Evening and Morning use it, and need attention without it."
    )


def test_a_picture_just_chosen_is_shown_where_it_lies():
    view = own_exercise_view(edits.set_picture(blank(), "/somewhere/a.png"))
    assert view.picture.file == "/somewhere/a.png"
    assert view.picture.figure is None
