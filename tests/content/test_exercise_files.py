"""Every bundled exercise: complete, known, honest about its evidence, and easy to follow by ear."""

import re
from collections.abc import Mapping
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from app.core.exercise import Exercise
from app.views.muscles import MUSCLES
from tests.content.files import every_text

PROMISED = {
    "wall-calf-stretch",
    "bent-knee-wall-stretch",
    "wall-push-up-stretch",
    "seated-toe-touch",
    "seated-towel-stretch",
    "calf-raise",
    "bent-knee-calf-raise",
    "band-plantarflexion",
    "calf-foam-roll",
    "step-calf-stretch",
    "night-calf-stretch",
    "cat-cow",
    "knee-to-chest",
}
STRENGTHS = {"review", "guideline", "trial", "consensus", "protocol", "advice"}
UNDATED = ("NHS", "AAOS", "McGill", "SIRA")  # leaflets and teaching that carry no year
NEEDS_NOTHING = {"standing-back-bend"}
READ_SECOND_HAND = ("Alfredson", "Beyer", "Rathleff", "McGill", "Silbernagel")
STEP_LONGEST = 120


def test_every_promised_exercise_is_there(exercises: Mapping[str, Exercise]) -> None:
    assert exercises.keys() >= PROMISED


def test_the_id_is_the_stem_of_the_file(exercise: Exercise, exercise_path: Path) -> None:
    assert exercise.id == exercise_path.stem


def test_no_two_exercises_share_a_name(exercises: Mapping[str, Exercise]) -> None:
    assert len({exercise.name for exercise in exercises.values()}) == len(exercises)


@pytest.mark.parametrize("field", ["summary", "also", "mistakes", "stop_if", "evidence"])
def test_every_field_is_filled(exercise: Exercise, field: str) -> None:
    assert getattr(exercise, field)


def test_each_exercise_says_what_it_needs_even_if_that_is_nothing(exercise: Exercise) -> None:
    assert bool(exercise.equipment) == (exercise.id not in NEEDS_NOTHING)


def test_no_text_is_blank_and_none_shouts(exercise: Exercise) -> None:
    for text in every_text(exercise):
        assert text == text.strip() != ""
        assert "!" not in text


def test_the_dose_says_how_long_or_how_often(exercise: Exercise) -> None:
    assert exercise.dose.hold > 0 or exercise.dose.reps > 0


def test_a_dose_with_a_tempo_counts_repetitions_and_holds_nothing(exercise: Exercise) -> None:
    if exercise.dose.tempo is not None:
        assert exercise.dose.reps > 0
        assert exercise.dose.hold == 0


def test_there_are_two_to_four_mistakes_and_reasons_to_stop(exercise: Exercise) -> None:
    assert 2 <= len(exercise.mistakes) <= 4
    assert 2 <= len(exercise.stop_if) <= 4


def test_each_step_is_short_enough_to_follow_by_ear(exercise: Exercise) -> None:
    for step in exercise.steps:
        assert len(step) <= STEP_LONGEST
        assert step.endswith(".")


def test_an_exercise_for_both_sides_says_which_one_left_means(exercise: Exercise) -> None:
    says_left = any("on the left side" in step.lower() for step in exercise.steps)
    assert says_left == (exercise.sides == "both")


def test_each_reason_to_stop_finishes_the_sentence_stop_if_there_is(exercise: Exercise) -> None:
    for reason in exercise.stop_if:
        assert reason[0].islower()
        assert not reason.endswith(".")


def test_every_muscle_has_a_plain_name(exercise: Exercise) -> None:
    assert {*exercise.muscles, *exercise.also} <= MUSCLES.keys()


def test_no_muscle_is_named_twice(exercise: Exercise) -> None:
    named = [*exercise.muscles, *exercise.also]
    assert len(named) == len(set(named))


def test_easier_and_harder_ones_exist_and_never_lead_in_a_circle(exercises: Mapping[str, Exercise]) -> None:
    easier_than: dict[str, set[str]] = {id_: set() for id_ in exercises}
    for id_, exercise in exercises.items():
        if exercise.easier is not None:
            easier_than[id_].add(exercise.easier)
        if exercise.harder is not None:
            easier_than[exercise.harder].add(id_)  # KeyError: the harder one does not exist
    assert set().union(*easier_than.values()) <= exercises.keys()
    TopologicalSorter(easier_than).prepare()  # CycleError: one is easier than itself


def test_the_evidence_says_how_strong_it_is(exercise: Exercise) -> None:
    assert exercise.evidence is not None
    assert exercise.evidence.strength in STRENGTHS


def test_the_source_has_a_year_unless_it_is_an_undated_leaflet(exercise: Exercise) -> None:
    assert exercise.evidence is not None
    for source in exercise.evidence.source.split(";"):
        assert re.search(r"\b(19|20)\d\d\b", source) or source.strip().startswith(UNDATED)


def test_numbers_read_second_hand_are_called_a_commonly_used_protocol(exercise: Exercise) -> None:
    assert exercise.evidence is not None
    if any(name in exercise.evidence.source for name in READ_SECOND_HAND):
        assert exercise.evidence.strength == "protocol"
        assert "commonly used protocol" in exercise.evidence.text


def test_rolling_stops_for_a_clot_a_wound_and_an_inflammation(exercises: Mapping[str, Exercise]) -> None:
    for exercise in exercises.values():
        if exercise.kind == "release":
            warnings = " ".join(exercise.stop_if)
            for word in ("clot", "wound", "broken bone", "inflammation", "bone infection"):
                assert word in warnings, f"{exercise.id} does not warn of: {word}"


def test_rolling_the_calf_stays_off_the_heel_tendon_and_the_hollow_of_the_knee(
    exercises: Mapping[str, Exercise],
) -> None:
    steps = " ".join(exercises["calf-foam-roll"].steps)
    assert "before the heel tendon" in steps
    assert "before the hollow of the knee" in steps
