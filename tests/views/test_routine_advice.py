"""What the editor says about a routine while it is made."""

from msgspec import structs

from app.core.editing.draft import blank, draft_of
from app.core.editing.fields import wait_of
from app.core.editing.steps import add, rename
from app.core.routine import Routine, Step
from app.views.routine_advice import AdviceRow, MuscleRow, totals_view
from tests.core.routines import EXERCISES, exercise
from tests.views.shelf import CALF_RESET, OWN_PACE


def advised(*steps: Step, goal: str = "ease") -> tuple[AdviceRow, ...]:
    return totals_view(draft_of(Routine(1, "mine", "Mine", steps, goal=goal)), EXERCISES).advice


def test_totals_say_minutes_muscles_and_what_to_fetch():
    view = totals_view(draft_of(CALF_RESET), EXERCISES)
    assert (view.minutes, view.needs) == ("2 min", "You need a wall.")
    assert view.muscles == (MuscleRow("soleus", "Deep calf", "1 min", "1 min"),)
    assert (view.advice, view.missing) == ((), ())


def test_minutes_that_are_estimated_are_about_so_many():
    assert totals_view(draft_of(OWN_PACE), EXERCISES).minutes == "About 1 min"


def test_a_side_that_gets_nothing_is_a_dash():
    left = Routine(1, "mine", "Mine", (Step(exercise="wall-calf-stretch", hold=30, sides="left"),))
    (row,) = totals_view(draft_of(left), EXERCISES).muscles
    assert (row.left, row.right) == ("30 s", "–")


def test_repetitions_of_work_are_counted():
    raises = structs.replace(exercise("raise", "none"), kind="strength")
    work = Routine(1, "mine", "Mine", (Step(exercise="raise", reps=12, sets=2),))
    (row,) = totals_view(draft_of(work), {"raise": raises}).muscles
    assert (row.left, row.right) == ("24 times", "24 times")


def test_a_blank_routine_says_what_to_do_first():
    view = totals_view(blank(), EXERCISES)
    assert view.missing == ("Give the routine a name.", "Add a first step.")
    assert view.minutes == ""


def test_what_is_missing_in_a_step_names_it():
    draft = rename(add(add(blank(), Step(exercise="gone", hold=3)), wait_of("")), "Mine")
    assert totals_view(draft, EXERCISES).missing == (
        "The exercise of step 1 is not in the library any more. Choose another, or remove the step.",
        "Say in step 2 what to wait for.",
    )


def test_advice_says_what_why_and_who_says_so():
    (one_sided,) = advised(Step(exercise="wall-calf-stretch", hold=30, sides="left"))
    assert one_sided.text == "On the right side the deep calf would get nothing."
    assert (one_sided.source, one_sided.steps) == ("", (0,))
    (over,) = advised(Step(exercise="wall-calf-stretch", hold=100, sets=3))
    assert over.text == "This stretches the deep calf for up to 5 min a side."
    assert over.source == "Ingram, 2025"
    (held,) = advised(Step(exercise="wall-calf-stretch", hold=45, sets=2), goal="warm-up")
    assert held.text == "This holds the deep calf for up to 1 min 30 s a side."
    assert held.source == "Shea and Behm, 2024"


def test_many_exercises_are_counted():
    shelf = {name: exercise(name) for name in "abcde"}
    five = Routine(1, "mine", "Mine", tuple(Step(exercise=name, hold=5) for name in "abcde"))
    (many,) = totals_view(draft_of(five), shelf).advice
    assert (many.text, many.source) == ("These are 5 exercises.", "Medina-Mirapeix, 2009")
