"""Every bundled exercise: complete, known, honest about its evidence, and easy to follow by ear."""

import re
from collections.abc import Mapping
from graphlib import TopologicalSorter
from pathlib import Path
from typing import get_args

import pytest

from app.core.exercise import Exercise, Kind, Position
from app.core.routine import Routine
from app.views.muscles import MUSCLES
from tests.content.files import every_text

AT_LEAST = 45
PROMISED = {
    "calf stretches": {
        "wall-calf-stretch",
        "bent-knee-wall-stretch",
        "wall-push-up-stretch",
        "step-calf-stretch",
        "seated-towel-stretch",
        "seated-soleus-stretch",
        "strap-calf-stretch",
        "night-calf-stretch",
    },
    "ankles": {"ankle-circles", "ankle-pumps", "knee-to-wall"},
    "soles": {"plantar-stretch", "towel-curls", "foot-ball-roll"},
    "raises": {
        "calf-raise",
        "single-leg-calf-raise",
        "bent-knee-calf-raise",
        "seated-calf-raise",
        "heel-drop",
        "calf-hold",
        "towel-calf-raise",
        "toe-raise",
    },
    "the band in four directions": {
        "band-plantarflexion",
        "band-dorsiflexion",
        "band-inversion",
        "band-eversion",
    },
    "hamstrings": {"seated-toe-touch", "lying-hamstring-stretch", "standing-hamstring-stretch"},
    "hips and thighs": {
        "kneeling-hip-flexor-stretch",
        "standing-hip-flexor-stretch",
        "standing-quad-stretch",
        "figure-four-stretch",
        "clamshell",
    },
    "an easy back": {
        "cat-cow",
        "childs-pose",
        "knee-rolls",
        "knee-to-chest",
        "back-extension",
        "pelvic-tilt",
    },
    "a lasting back": {"curl-up", "bird-dog", "side-plank", "bridge"},
    "rolling": {"calf-foam-roll", "hamstring-foam-roll", "foot-ball-roll"},
    "the desk": {"chin-tuck", "shoulder-rolls", "sit-to-stand", "chair-back-arch"},
    "warmth and cold": {"heat-pack", "cold-pack"},
}
STANDALONE: dict[str, str] = {}
"""Exercises that no routine uses and no other exercise leads to, each with the reason."""
STRENGTHS = {"review", "guideline", "trial", "consensus", "protocol", "advice"}
UNDATED = ("NHS", "AAOS", "McGill", "SIRA")  # leaflets and teaching that carry no year
NEEDS_NOTHING = {"standing-back-bend"}
READ_SECOND_HAND = ("Alfredson", "Beyer", "Rathleff", "McGill", "Silbernagel")
STEP_LONGEST = 120
SAYS_WHERE_THE_DOSE_IS_FROM = re.compile(r"our choice|we know of no|borrowed|advised|advice", re.IGNORECASE)
CALF = {"gastrocnemius", "soleus"}
TRUNK = {"erector-spinae", "abdominals", "obliques"}
HEAT_AT_MOST_S = 20 * 60  # longer burns: the skin gets used to the warmth before it is safe
COLD_S = (10 * 60, 15 * 60)  # shorter does little, longer can hurt the skin


def test_there_are_enough_to_choose_from(exercises: Mapping[str, Exercise]) -> None:
    assert len(exercises) >= AT_LEAST


@pytest.mark.parametrize("topic", PROMISED)
def test_every_promised_exercise_is_there(topic: str, exercises: Mapping[str, Exercise]) -> None:
    assert exercises.keys() >= PROMISED[topic]


def test_every_kind_and_every_position_is_there(exercises: Mapping[str, Exercise]) -> None:
    assert {exercise.kind for exercise in exercises.values()} == set(get_args(Kind))
    assert {exercise.position for exercise in exercises.values()} == set(get_args(Position))


def test_every_exercise_is_in_a_routine_or_a_step_away_from_one(
    exercises: Mapping[str, Exercise], routines: Mapping[str, Routine]
) -> None:
    reached: set[str] = set()
    ahead = {step.exercise for routine in routines.values() for step in routine.step if step.exercise}
    while ahead:
        reached |= ahead
        ahead = {next_ for id_ in ahead for next_ in (exercises[id_].easier, exercises[id_].harder) if next_}
        ahead -= reached
    assert exercises.keys() - reached == STANDALONE.keys()


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


def test_every_dose_has_a_source_and_says_how_strong_it_is(exercise: Exercise) -> None:
    assert exercise.evidence is not None
    assert exercise.evidence.source
    assert exercise.evidence.strength in STRENGTHS


def test_a_dose_that_nobody_tested_says_so_or_says_who_advises_it(exercise: Exercise) -> None:
    assert exercise.evidence is not None
    if exercise.evidence.strength == "advice":
        assert SAYS_WHERE_THE_DOSE_IS_FROM.search(exercise.evidence.text)


def test_the_source_has_a_year_unless_it_is_an_undated_leaflet(exercise: Exercise) -> None:
    assert exercise.evidence is not None
    for source in exercise.evidence.source.split(";"):
        assert re.search(r"\b(19|20)\d\d\b", source) or source.strip().startswith(UNDATED)


def test_numbers_read_second_hand_are_called_a_commonly_used_protocol(exercise: Exercise) -> None:
    assert exercise.evidence is not None
    if any(name in exercise.evidence.source for name in READ_SECOND_HAND):
        assert exercise.evidence.strength == "protocol"
        assert "commonly used protocol" in exercise.evidence.text


def test_what_works_the_calf_sends_a_swollen_one_to_a_doctor_the_same_day(exercise: Exercise) -> None:
    if CALF & {*exercise.muscles}:
        assert re.search("swollen, warm, red or throbbing: .*the same day", " ".join(exercise.stop_if))


def test_what_moves_the_trunk_names_the_emergency_of_the_back(exercise: Exercise) -> None:
    works = {*exercise.muscles, *(exercise.also if exercise.kind == "strength" else ())}
    if TRUNK & works and exercise.kind != "thermal":
        assert "bladder or bowel control: call for emergency help" in " ".join(exercise.stop_if)


def test_what_needs_a_clinician_says_so_before_anything_else(exercises: Mapping[str, Exercise]) -> None:
    for id_ in ("heel-drop", "towel-calf-raise"):
        assert re.search("Ask (a|your) clinician before you start", exercises[id_].summary)


def test_warmth_and_cold_stay_within_safe_minutes(exercises: Mapping[str, Exercise]) -> None:
    assert exercises["heat-pack"].dose.hold <= HEAT_AT_MOST_S
    assert COLD_S[0] <= exercises["cold-pack"].dose.hold <= COLD_S[1]


@pytest.mark.parametrize("id_", ["heat-pack", "cold-pack"])
def test_warmth_and_cold_are_wrapped_and_the_skin_is_looked_at(
    id_: str, exercises: Mapping[str, Exercise]
) -> None:
    assert exercises[id_].kind == "thermal"
    steps = " ".join(exercises[id_].steps)
    assert "Wrap" in steps
    assert "look at your skin" in steps
    warnings = " ".join(exercises[id_].stop_if)
    assert "skin that turns" in warnings
    assert "skin that feels little" in warnings
    assert "ask a clinician first" in warnings


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
