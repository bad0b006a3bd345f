"""The list of routines and a routine's own page."""

import pytest

from app.core.library import Library
from app.views.routine_filters import Sieve
from app.views.routines import goal_at, routine_view, routines_view
from tests.views.shelf import BROKEN, LIBRARY


def page(id_: str):
    return routine_view(LIBRARY.find(id_), LIBRARY)


def test_those_that_need_attention_come_first_then_ones_own_and_the_others_in_order():
    rows = routines_view(LIBRARY).rows
    assert [row.id for row in rows] == "after-the-run own-pace calf-reset calf-strength on-the-floor".split()
    assert [row.attention for row in rows] == [True, False, False, False, False]


def test_a_row_tells_exercises_equipment_and_whose_it_is():
    facts = {row.id: row.facts for row in routines_view(LIBRARY).rows}
    assert facts == {
        "after-the-run": "Needs attention: 2 mistakes in the file",
        "calf-reset": "1 exercise  ·  a wall",
        "calf-strength": "1 exercise  ·  a chair  ·  Edited by you",
        "own-pace": "1 exercise  ·  a band  ·  Yours",
        "on-the-floor": "1 exercise",
    }


def test_a_row_tells_minutes_and_goal():
    row = routines_view(LIBRARY).rows[3]
    assert (row.name, row.minutes, row.goal) == ("Calf strength", "4 min", "Strength")  # 248 s


def test_only_goals_that_some_routine_has_can_be_chosen():
    assert routines_view(LIBRARY).goals == ("All", "Ease", "Strength", "Recovery")
    assert [goal_at(LIBRARY, index) for index in range(4)] == ["", "ease", "strength", "recovery"]


@pytest.mark.parametrize("index", range(4))
def test_a_chosen_goal_shows_its_routines_alone(index):
    goal = goal_at(LIBRARY, index)
    view = routines_view(LIBRARY, Sieve(goal=goal))
    expected = [
        entry.id for entry in LIBRARY.routines if not goal or (entry.routine and entry.routine.goal == goal)
    ]
    assert view.goal_chosen == index
    assert sorted(row.id for row in view.rows) == sorted(expected)
    assert view.empty == ""


def test_a_goal_that_no_routine_has_any_more_says_what_to_do():
    view = routines_view(LIBRARY, Sieve(goal="desk"))
    assert view.rows == ()
    assert view.empty == "No routine like that. Try another word or fewer filters, or show them all."


def test_without_routines_there_is_nothing_but_all():
    assert routines_view(Library()).goals == ("All",)


def test_a_page_tells_length_goal_and_what_is_needed():
    view = page("calf-reset")
    assert (view.name, view.about) == ("Calf reset", "A gentle place to begin.")
    assert (view.facts, view.needs) == ("2 min  ·  Ease", "You need a wall.")
    assert view.playable


def test_an_estimate_is_called_one_and_whose_it_is_is_told():
    assert page("own-pace").facts == "About 1 min  ·  Ease  ·  Yours"


def test_a_page_tells_that_nothing_is_needed():
    assert page("on-the-floor").needs == "You need nothing but a floor."


def test_a_step_tells_exercise_dose_and_how_and_a_wait_what_to_do():
    wait, pace = page("own-pace").steps
    assert (wait.number, wait.name, wait.dose, wait.how) == (
        "1",
        "Fetch the band.",
        "Goes on when you say so",
        "",
    )
    assert (pace.number, pace.name, pace.dose, pace.how) == (
        "2",
        "Band plantarflexion",
        "12 times",
        "Stand. Stay.",
    )


def test_a_file_that_needs_attention_shows_its_mistakes_and_where_to_mend_them():
    view = page("after-the-run")
    assert not view.playable
    assert view.mistakes == tuple(map(str, BROKEN.problems))
    assert view.mistakes[0].startswith("after-the-run.toml:7: step 1 (wall-calf-stretch): unknown key")
    assert view.remedy == "Mend it in a text editor, then come back: /home/me/after-the-run.toml"
