"""What a routine says on paper."""

from app.core.routine import Step
from app.core.target import EveryDay, Target
from app.storage.bundle import routines_folder
from app.storage.library import read_library
from app.views.handout import handout
from tests.views.shelf import CALF_RESET, LIBRARY, TODAY, routine


def test_a_step_says_what_how_much_and_how():
    row = handout(CALF_RESET, LIBRARY).rows[0]
    assert (row.number, row.name, row.dose) == ("1", "Wall calf stretch", "30 s each side, 2 sets")
    assert row.how
    assert row.ticked


def test_the_facts_are_length_and_needs():
    said = handout(CALF_RESET, LIBRARY)
    # 148 s (worked out in shelf.py) are 2 min.
    assert (said.facts, said.needs) == ("2 min  ·  1 exercise", "You need a wall.")


def test_a_wait_is_told_and_not_ticked():
    row = handout(routine("w", Step(wait="Fetch the band.")), LIBRARY).rows[0]
    assert (row.name, row.dose, row.pictures, row.ticked) == ("Fetch the band.", "", (), False)


def test_the_boxes_begin_with_the_first_day_of_the_week():
    assert "".join(handout(CALF_RESET, LIBRARY, first_weekday=6).days) == "SMTWTFS"
    assert "".join(handout(CALF_RESET, LIBRARY).days) == "MTWTFSS"


def test_more_than_three_times_a_day_share_three_rows_of_boxes():
    targets = [None, *(Target("calf-reset", EveryDay(), TODAY, times) for times in (1, 3, 5))]
    assert [handout(CALF_RESET, LIBRARY, target=target).times for target in targets] == [1, 1, 3, 3]


def test_how_often_it_is_due_stands_beside_its_length():
    target = Target("calf-reset", EveryDay(), TODAY, 2)
    assert handout(CALF_RESET, LIBRARY, target=target).facts.endswith("  ·  Every day, twice")


def test_a_step_for_one_side_shows_that_side():
    bundled = read_library(routines_folder(), None)
    mirrored = [
        handout(routine("s", Step(exercise="wall-calf-stretch", hold=30, sides=side)), bundled)
        .rows[0]
        .pictures[-1]
        .mirror
        for side in ("left", "right")
    ]
    assert mirrored == [False, True]
