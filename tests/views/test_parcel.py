"""A `.soleus` file before its routine comes in."""

from app.core.routine import Step
from app.views.parcel import added_text, parcel_view
from tests.views.shelf import CALF_RESET, LIBRARY, routine


def view(made=CALF_RESET, **more):
    return parcel_view("calf.soleus", made, LIBRARY.exercises, **more)


def test_it_shows_the_routine_with_its_steps():
    shown = view()
    # 148 s (worked out in shelf.py) are 2 min.
    assert (shown.name, shown.facts) == ("Calf reset", "2 min  ·  1 step  ·  a wall")
    assert [(step.name, step.dose) for step in shown.steps] == [
        ("Wall calf stretch", "30 s each side, 2 sets")
    ]
    assert shown.can_add


def test_new_exercises_and_those_that_stay_are_named():
    shown = view(new=["annas-stretch"], kept=["wall-calf-stretch"])
    assert shown.new == "New to you: annas-stretch."
    assert shown.kept == "Yours stays as it is: Wall calf stretch."


def test_a_routine_that_is_here_already_is_a_question():
    shown = view(mine="Calf reset")
    assert (shown.can_add, shown.can_choose) == (False, True)
    assert "my own" in view(mine="my own").question


def test_a_very_long_routine_is_cut_short():
    long = routine("long", *(Step(wait="Go on.") for _ in range(25)))
    assert (len(view(long).steps), view(long).more) == (20, "And 5 steps more.")


def test_what_was_done_is_told():
    assert added_text("X", replaced=False) == "X is among your routines."
    assert added_text("X", replaced=True) == "X took the place of yours."
