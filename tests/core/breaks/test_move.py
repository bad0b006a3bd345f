"""What is offered in a break from sitting."""

from typing import get_args

import pytest

from app.core.breaks.move import AT_HAND, SITTING_BREAK, move_of, standing_move
from app.core.exercise import Kind
from app.core.ledger import week_ledger
from app.core.record import Work
from app.core.timeline import unfold
from app.storage.bundle import routines_folder
from app.storage.library import read_library
from tests.views.shelf import TODAY, diary, session

EXERCISES = read_library(routines_folder(), None).exercises
MOVES = {id_: move for id_, exercise in EXERCISES.items() if (move := move_of(exercise)) is not None}


def test_the_library_has_a_dozen_of_them():
    assert len(MOVES) >= 12


@pytest.mark.parametrize("id_", MOVES)
def test_a_move_is_one_step_of_60_to_90_seconds_on_foot_with_nothing_to_fetch(id_):
    exercise, move = EXERCISES[id_], MOVES[id_]
    timeline = unfold(move, EXERCISES)
    assert len(move.step) == 1
    assert 60_000 <= timeline.total_ms <= 90_000
    assert not timeline.estimated
    assert exercise.position == "standing"
    assert set(exercise.equipment) <= AT_HAND


def test_its_own_dose_comes_first():
    # 10 to get up, 30 s a leg, 5 to change: 75 s. The dose has two sets, which would be 155.
    step = MOVES["wall-calf-stretch"].step[0]
    assert (step.hold, step.sets) == (30, 1)


def test_what_needs_a_step_or_the_floor_is_no_move():
    assert not MOVES.keys() & {"heel-drop", "step-calf-stretch", "towel-calf-raise", "childs-pose"}


def stretch(exercise: str, days_back: int, routine: str = SITTING_BREAK):
    """A minute on each side."""
    sides = (Work(exercise, "left", 60_000), Work(exercise, "right", 60_000))
    return session(days_back, routine, id=f"{exercise}-{days_back}", work=sides)


def offered(*sessions) -> str:
    return standing_move(diary(sessions), EXERCISES).step[0].exercise


def test_a_muscle_that_is_owed_is_stretched():
    # Of late only the hip flexors were, in the week before this one: nothing else is owed.
    habit = stretch("standing-hip-flexor-stretch", 9, "evening")
    move = standing_move(diary([habit]), EXERCISES)
    assert move.step[0].exercise == "standing-hip-flexor-stretch"
    assert (move.id, move.name) == (SITTING_BREAK, EXERCISES["standing-hip-flexor-stretch"].name)


def test_the_one_that_pays_most_comes_first_and_then_the_other():
    # Four holds of 10 s on both legs at once pay 80 s to the calves, 30 s on each leg 60 s, short pushes
    # against the wall 2 × 6 × 5 = 60 s; then the one that was done longest ago comes again.
    habit = stretch("wall-calf-stretch", 9, "evening")
    seen = [habit]
    for days_back in (3, 2, 1, 0):
        seen.insert(0, stretch(offered(*seen), days_back))
    order = [each.work[0].exercise for each in reversed(seen[:-1])]
    assert order[0] == order[3] == "night-calf-stretch"
    assert set(order[1:3]) == {"wall-calf-stretch", "wall-push-up-stretch"}


def test_breaks_vary_where_nothing_is_owed():
    seen = []
    for number in range(len(MOVES)):
        reps = (Work(offered(*seen), None, 0, 5),)
        seen.insert(0, session(0, SITTING_BREAK, id=f"{number}", work=reps))
    assert {each.work[0].exercise for each in seen} == MOVES.keys()


def test_a_library_without_such_a_move_offers_none():
    assert standing_move(diary(), {}) is None


def test_a_break_counts_in_the_ledger_like_any_session():
    done = session(0, SITTING_BREAK, work=(Work("wall-calf-stretch", "left", 30_000),))
    (calf,) = week_ledger([done], EXERCISES, TODAY, 0)
    assert (calf.muscle, calf.left.useful_ms) == ("gastrocnemius", 30_000)


@pytest.mark.parametrize(
    "blocked", [("strength",), ("strength", "release", "thermal"), ("stretch", "mobility")]
)
def test_a_move_of_a_kind_that_has_to_wait_is_not_offered(blocked):
    move = standing_move(diary(), EXERCISES, blocked)
    assert EXERCISES[move.step[0].exercise].kind not in blocked


def test_where_everything_has_to_wait_there_is_no_move():
    assert standing_move(diary(), EXERCISES, get_args(Kind)) is None
