"""The library of exercises and the page of one."""

import pytest
from msgspec.structs import replace

from app.core.exercise import Dose, Evidence, Exercise
from app.core.figure import Figure, Pose
from app.core.library import Entry, Library
from app.core.routine import Step
from app.views.exercises import (
    KINDS,
    POSITIONS,
    STRENGTHS,
    ExerciseView,
    exercise_view,
    exercises_view,
    kind_at,
)
from tests.core.routines import exercise
from tests.views.shelf import LIBRARY as SHELF
from tests.views.shelf import routine

FIGURE = Figure(pose=(Pose(hip=(0, 0.5)), Pose(hip=(0, 0.6), at=1)))
WALL = replace(
    exercise("wall-calf-stretch", equipment=("wall",)),
    summary="For the upper calf.",
    muscles=("gastrocnemius",),
    also=("soleus", "hamstrings"),
    dose=Dose(hold=30, sets=2),
    mistakes=("The heel lifts.", "The knee bends."),
    stop_if=("sharp pain", "tingling", "numbness"),
    easier="seated-towel-stretch",
    harder="gone",
    evidence=Evidence("20 to 30 s, 3 times.", "NHS Fife, calf exercises", "guideline"),
    figure=FIGURE,
)
TOWEL = replace(exercise("seated-towel-stretch", equipment=("towel",)), position="floor")
RAISE = replace(
    exercise("calf-raise", "none", ("chair",)), kind="strength", dose=Dose(reps=12, sets=3), figure=Figure()
)
PACK = replace(exercise("heat-pack", "none"), kind="thermal", position="lying", muscles=("erector-spinae",))
RESET = routine("calf-reset", Step(exercise="wall-calf-stretch", hold=30))
EVENING = routine("evening", Step(wait="Go."), Step(exercise="wall-calf-stretch", hold=9))
LIBRARY = Library(
    {item.id: item for item in (WALL, TOWEL, RAISE, PACK)},
    (
        Entry("calf-reset", "Calf reset", "bundled", "a.toml", RESET),
        Entry("evening", "Evening", "own", "b.toml", EVENING),
        Entry("broken", "Broken", "own", "c.toml", None),
    ),
)


def names(**chosen: str) -> list[str]:
    return [row.name for row in exercises_view(LIBRARY, **chosen).rows]


def page(item: Exercise = WALL, **changes: object) -> ExerciseView:
    return exercise_view(replace(item, **changes), LIBRARY)


def test_all_exercises_stand_in_the_order_of_their_names():
    assert names() == ["Calf raise", "Heat pack", "Seated towel stretch", "Wall calf stretch"]


def test_a_line_says_what_it_is_for_and_shows_the_end_of_the_movement():
    row = exercises_view(LIBRARY).rows[-1]
    assert (row.id, row.facts) == ("wall-calf-stretch", "Stretch  ·  upper calf")
    assert (row.picture.figure, row.picture.position) == (FIGURE, 1)
    assert not exercises_view(LIBRARY).rows[0].picture.exists  # the raise, which nobody has drawn


def test_there_is_a_chip_for_each_kind_that_there_is():
    assert exercises_view(LIBRARY).kinds == ("All", "Stretch", "Strength", "Heat and cold")
    assert [kind_at(LIBRARY, index) for index in range(4)] == ["", "stretch", "strength", "thermal"]


def test_a_chip_leaves_the_exercises_of_its_kind_and_is_marked():
    view = exercises_view(LIBRARY, "stretch")
    assert [row.name for row in view.rows] == ["Seated towel stretch", "Wall calf stretch"]
    assert view.kinds[view.kind_chosen] == "Stretch"
    assert exercises_view(LIBRARY).kind_chosen == 0
    assert exercises_view(LIBRARY, "posture").kind_chosen == 0  # none is left of that kind


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("wall", ["Wall calf stretch"]),  # by name and by thing,
        ("WALL calf", ["Wall calf stretch"]),
        ("calf wall", ["Wall calf stretch"]),  # in any order,
        ("towel", ["Seated towel stretch"]),
        ("upper calf", ["Wall calf stretch"]),  # by muscle, in plain words
        ("gastroc", ["Wall calf stretch"]),  # and in those of the textbook,
        ("back of the thigh", ["Wall calf stretch"]),  # also one that is named second,
        ("lying", ["Heat pack"]),  # by position
        ("heat and cold", ["Heat pack"]),  # and by kind
        ("wall towel", []),  # every word has to occur
        ("  ", ["Calf raise", "Heat pack", "Seated towel stretch", "Wall calf stretch"]),
    ],
)
def test_a_search_looks_at_names_muscles_things_kinds_and_positions(search: str, found: list[str]):
    assert names(search=search) == found


def test_a_chip_and_a_search_go_together():
    assert names(kind="strength", search="calf") == ["Calf raise"]
    assert names(kind="thermal", search="calf") == []


def test_a_list_that_is_empty_says_what_to_try():
    assert exercises_view(LIBRARY, search="yoga").empty == "No exercise like that. Try another word, or All."
    assert exercises_view(LIBRARY).empty == ""
    assert exercises_view(LIBRARY, search="yoga").search == "yoga"


def test_a_page_begins_with_what_it_is_and_what_it_needs():
    assert (page().name, page().facts) == ("Wall calf stretch", "Stretch  ·  Standing  ·  a wall")
    assert page(equipment=()).facts == "Stretch  ·  Standing"
    assert page().summary == "For the upper calf."


def test_steps_are_numbered_in_their_order():
    assert page(steps=("Stand.", "Lean in.", "Stay.")).steps == ("1.  Stand.", "2.  Lean in.", "3.  Stay.")


@pytest.mark.parametrize(
    ("dose", "sides", "said"),
    [
        (Dose(hold=30, sets=2), "both", "30 s each side, 2 sets"),
        (Dose(hold=30), "none", "30 s"),
        (Dose(hold=10, reps=3), "both", "3 holds of 10 s each side"),
        (Dose(hold=10, reps=1), "none", "1 hold of 10 s"),
        (Dose(reps=12, sets=3), "none", "12 times, 3 sets"),
        (Dose(reps=1), "left", "1 time"),
        (Dose(hold=900), "none", "15 min"),
        (Dose(), "none", ""),
    ],
)
def test_the_dose_in_words(dose: Dose, sides: str, said: str):
    assert page(dose=dose, sides=sides).dose == said


def test_muscles_are_said_in_plain_words_and_marked_on_the_map():
    assert page().muscles_text == "Upper calf. Also: deep calf and back of the thigh."
    assert (page().muscles, page().also) == (("gastrocnemius",), ("soleus", "hamstrings"))
    assert page(also=()).muscles_text == "Upper calf."


@pytest.mark.parametrize(
    ("reasons", "said"),
    [
        (("sharp pain", "tingling", "numbness"), "Stop if there is sharp pain, tingling or numbness."),
        (("sharp pain",), "Stop if there is sharp pain."),
        ((), ""),
    ],
)
def test_when_to_stop_is_one_sentence(reasons: tuple[str, ...], said: str):
    assert page(stop_if=reasons).stop_if == said


def test_there_is_a_way_to_an_easier_and_a_harder_one_that_exist():
    assert [(link.id, link.text) for link in page().links] == [
        ("seated-towel-stretch", "Easier: Seated towel stretch")
    ]
    both = page(harder="calf-raise").links
    assert [link.text for link in both] == ["Easier: Seated towel stretch", "Harder: Calf raise"]
    assert page(RAISE).links == ()


def test_the_evidence_card_says_what_how_strong_and_where_from():
    assert page().evidence == "20 to 30 s, 3 times."
    assert page().source == "From a health service's guideline. NHS Fife, calf exercises."
    assert page(evidence=Evidence("A text.", "A book", "hearsay")).source == "Hearsay. A book."
    assert (page(evidence=None).evidence, page(evidence=None).source) == ("", "")


def test_a_page_says_in_which_routines_it_is_used():
    assert page().used_in == "Used in Calf reset and Evening."
    assert page(PACK).used_in == ""


def test_a_page_shows_the_start_of_the_movement_first():
    assert (page().picture.figure, page().picture.position) == (FIGURE, 0)
    assert not page(RAISE).picture.exists


def test_every_page_says_that_soleus_does_not_diagnose():
    assert "does not diagnose" in page(RAISE).care


def test_the_exercises_of_the_other_tests_can_all_be_shown():
    assert len(exercises_view(SHELF).rows) == len(SHELF.exercises)
    assert {row.facts.split("  ·  ")[0] for row in exercises_view(SHELF).rows} <= set(KINDS.values())
    assert all(words.strip() for words in (*KINDS.values(), *POSITIONS.values(), *STRENGTHS.values()))
