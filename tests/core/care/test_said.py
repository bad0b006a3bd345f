"""What a check-in comes to."""

from datetime import date

import pytest

from app.core.care.check_in import CheckIn, Felt
from app.core.care.places import places_by_work, works_on
from app.core.care.said import moved_along, sore_places, with_felt, worst, worst_pain
from app.core.ledger import Balance
from app.core.routine import Step
from tests.core.routines import EXERCISES
from tests.views.shelf import TODAY, session


def felt(left: int | None = None, right: int | None = None, back: int | None = None) -> tuple[Felt, ...]:
    return (Felt("left-calf", pain=left), Felt("right-calf", pain=right), Felt("back", pain=back))


def test_what_is_said_of_one_place_leaves_the_others_as_they_are():
    once = with_felt((), "back", "pain", 3)
    twice = with_felt(with_felt(once, "left-calf", "tightness", 6), "back", "tightness", 0)
    assert once == (Felt("back", pain=3),)
    assert twice == (Felt("left-calf", tightness=6), Felt("back", tightness=0, pain=3))
    assert with_felt(twice, "back", "pain", 1)[1] == Felt("back", 0, 1)


def test_what_was_said_is_taken_back_and_a_place_of_which_nothing_is_left_goes():
    both = (Felt("left-calf", 6, 2), Felt("back", None, 4))
    assert with_felt(both, "left-calf", "pain", None) == (Felt("left-calf", 6), Felt("back", None, 4))
    assert with_felt(both, "back", "pain", None) == (Felt("left-calf", 6, 2),)


def test_the_worst_is_the_highest_of_all_places_and_nothing_where_nothing_was_said():
    said = (Felt("left-calf", 6, 2), Felt("back", 4, None))
    assert (worst(said), worst_pain(said)) == (6, 2)
    assert (worst((Felt("back", 0, 0),)), worst_pain((Felt("back", 7, None),))) == (0, None)
    assert (worst(()), worst((Felt("back"),)), worst_pain(())) == (None, None, None)


@pytest.mark.parametrize(
    ("pains", "places"),
    [
        ((6, 5, 4), ("left-calf",)),  # over 5
        ((6, 10, 4), ("left-calf", "right-calf")),
        ((3, 4, 5), ("right-calf", "back")),  # none over 5, two over 3
        ((0, 1, 3), ("right-calf", "back")),  # none over 3, two that hurt at all
        ((0, 0, 0), ("left-calf", "right-calf", "back")),
        ((None, None, None), ("left-calf", "right-calf", "back")),
        ((None, 2, None), ("right-calf",)),
    ],
)
def test_the_places_that_hurt_are_those_in_the_highest_band(pains, places):
    assert sore_places(felt(*pains)) == places


def test_check_ins_move_with_their_session_and_others_stay():
    here, other = CheckIn("a", "after", date(2026, 11, 20)), CheckIn("b", "after", date(2026, 11, 20))
    moved = moved_along((here, other), (session(0, id="a"), session(2, id="b")))
    assert moved == (CheckIn("a", "after", TODAY),)  # b's session is of the 20th still


@pytest.mark.parametrize(
    ("sides", "places"),
    [(None, {"left-calf", "right-calf"}), ("left", {"left-calf"}), ("right", {"right-calf"})],
)
def test_a_step_on_one_side_leaves_the_other_calf_alone(sides, places):
    step, stretch = Step(exercise="wall-calf-stretch", hold=30, sides=sides), EXERCISES["wall-calf-stretch"]
    assert {
        place for place in ("left-calf", "right-calf", "back") if works_on(step, stretch, place)
    } == places


def test_the_back_is_asked_of_first_where_it_was_worked_most():
    assert places_by_work((Balance("erector-spinae"), Balance("soleus")))[0] == "back"
    assert places_by_work((Balance("chest"), Balance("soleus"), Balance("glutes")))[0] == "left-calf"
    assert places_by_work(()) == ("left-calf", "right-calf", "back")
