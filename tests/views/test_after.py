"""What is shown when a session is over."""

import pytest

from app.core.record import Work
from app.core.streak import streak_of
from app.views.after import after_view
from app.views.check_in import QUESTION
from tests.core.routines import EXERCISES
from tests.views.shelf import diary, session


def seen(record, **more):
    found = diary([record])
    return after_view(record, EXERCISES, streak_of(found), found, **more)


def test_a_finished_session_is_told_with_its_work():
    view = seen(session())
    assert (view.headline, view.summary) == ("Well done", "Calf reset: 2 min of work.")
    assert view.week.number == "1"
    assert view.check_in.question == QUESTION


def test_a_session_cut_short_keeps_what_was_done_and_blames_nobody():
    view = seen(session(status="partial", done_ms=45_000))
    assert (view.headline, view.summary) == ("Kept what you did", "Calf reset: 45 s of 2 min.")


def test_a_session_with_nothing_done_says_that_there_is_nothing_to_keep():
    view = seen(session(status="partial", done_ms=0, work=()))
    assert view.headline == "Nothing was done yet"
    assert view.summary == "Calf reset was stopped before its first hold, so there is nothing to keep."
    assert view.rows == ()


def test_both_sides_stand_side_by_side_as_shares_of_the_longest():
    work = (
        Work("wall-calf-stretch", "left", 60_000),
        Work("calf-raise", None, 40_000, 8),
        Work("wall-calf-stretch", "right", 30_000),
    )
    stretch, raises = seen(session(work=work)).rows
    assert (stretch.name, stretch.left, stretch.right, stretch.both) == (
        "Wall calf stretch",
        "1 min",
        "30 s",
        "",
    )
    assert (stretch.left_share, stretch.right_share, stretch.both_share) == (1, 0.5, 0)
    assert (raises.left, raises.right, raises.both) == ("", "", "8 times")
    assert raises.both_share == pytest.approx(2 / 3)


def test_one_repetition_is_singular():
    (row,) = seen(session(work=(Work("calf-raise", None, 5_000, 1),))).rows
    assert row.both == "1 time"


def test_an_exercise_that_is_gone_is_called_by_its_id():
    (row,) = seen(session(work=(Work("deleted", None, 5_000),))).rows
    assert row.name == "deleted"


def test_nothing_is_said_yet_of_any_place():
    view = seen(session(note="Softer."), trouble="The disk is full.")
    assert {scale.value for place in view.check_in.places for scale in place.scales} == {-1}
    assert (view.note, view.trouble) == ("Softer.", "The disk is full.")


def four_minutes(side: str | None, exercise_id: str = "wall-calf-stretch") -> Work:
    return Work(exercise_id, side, 240_000)


@pytest.mark.parametrize(
    ("work", "said"),
    [
        ((four_minutes("left"),), "Deep calf, left: 4 min is all that helps in one session"),
        ((four_minutes("right"),), "Deep calf, right: 4 min is all that helps in one session"),
        ((four_minutes("left"), four_minutes("right")), "Deep calf: 4 min is all that helps in one session"),
        ((four_minutes(None),), "Deep calf: 4 min is all that helps in one session"),
        ((Work("wall-calf-stretch", "left", 239_000),), ""),
        ((), ""),
    ],
)
def test_a_muscle_that_had_four_minutes_had_enough(work, said):
    assert seen(session(work=work)).enough == said
