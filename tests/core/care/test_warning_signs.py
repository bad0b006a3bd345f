"""What each warning sign asks for, alone and beside others, and what must wait meanwhile."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import json

from app.core.care.warning_signs import (
    KINDS,
    NO_SIGNS,
    SIGNS,
    URGENCIES,
    Answers,
    answered,
    exercises_blocked,
    steps_left,
    verdict,
    with_seen,
    with_sign,
)
from app.core.routine import Routine, Step
from app.storage.bundle import routines_folder
from app.storage.library import read_library

DAY, LATER = date(2026, 11, 22), date(2026, 11, 25)
EXERCISES = read_library(routines_folder(), None).exercises
EVERYTHING = ("stretch", "strength", "release", "mobility", "posture", "thermal")
ROLLING_AND_LOADING = ("strength", "release")
AND_HEAT = ("strength", "release", "thermal")

EACH = [
    # sign, how urgent, what waits, what still waits once it was seen
    ("calf-swollen", "same-day", EVERYTHING, AND_HEAT),
    ("heel-snap", "same-day", EVERYTHING, AND_HEAT),
    ("bladder", "emergency", EVERYTHING, AND_HEAT),
    ("numb-between-legs", "emergency", EVERYTHING, AND_HEAT),
    ("spreading-weakness", "emergency", EVERYTHING, AND_HEAT),
    ("accident", "emergency", EVERYTHING, AND_HEAT),
    ("breathless", "emergency", EVERYTHING, AND_HEAT),
    ("lasting-pain", "clinician", ROLLING_AND_LOADING, ()),
    ("limiting-pain", "clinician", ROLLING_AND_LOADING, ()),
    ("tingling", "clinician", AND_HEAT, ()),
    ("recent-injury", "clinician", ROLLING_AND_LOADING, ()),
    ("chronic-illness", "clinician", AND_HEAT, ()),
    ("inflammation", "clinician", ROLLING_AND_LOADING, ()),
    ("open-wound", "clinician", ROLLING_AND_LOADING, ("release",)),
    ("fracture", "clinician", ROLLING_AND_LOADING, ("release",)),
]


def found(*signs: str, seen: tuple[str, ...] = ()):
    answers = answered(signs, DAY)
    for sign in seen:
        answers = with_seen(answers, sign, LATER)
    return verdict(answers)


def test_the_table_names_every_sign_and_every_kind_of_exercise():
    assert sorted(sign for sign, *_ in EACH) == sorted(sign.id for sign in SIGNS)
    assert EVERYTHING == KINDS


@pytest.mark.parametrize(("sign", "urgency", "waits", "still_waits"), EACH)
def test_each_sign_by_itself(sign, urgency, waits, still_waits):
    fresh, seen = found(sign), found(sign, seen=(sign,))
    assert (fresh.urgency, fresh.blocked) == (urgency, waits)
    assert fresh.stops_everything == (urgency != "clinician")
    assert (seen.urgency, seen.blocked, seen.stops_everything) == (None, still_waits, False)
    assert [(each.sign.id, each.seen) for each in seen.signs] == [(sign, LATER)]


@pytest.mark.parametrize("answers", [None, Answers(DAY)])
def test_without_a_sign_nothing_waits(answers):
    assert verdict(answers) == NO_SIGNS
    assert (NO_SIGNS.urgency, NO_SIGNS.blocked, NO_SIGNS.stops_everything) == (None, (), False)


def test_a_swollen_calf_with_breathlessness_is_an_emergency_of_both():
    together = found("calf-swollen", "breathless")
    assert together.urgency == "emergency"
    assert [(each.sign.id, each.urgency) for each in together.signs] == [
        ("calf-swollen", "emergency"),
        ("breathless", "emergency"),
    ]


def test_a_swollen_calf_beside_another_emergency_stays_a_matter_of_the_same_day():
    beside = found("calf-swollen", "bladder")
    assert [(each.sign.id, each.urgency) for each in beside.signs] == [
        ("bladder", "emergency"),
        ("calf-swollen", "same-day"),
    ]


def test_the_most_urgent_comes_first_and_what_was_seen_last():
    mixed = found("tingling", "heel-snap", "accident", "lasting-pain", seen=("accident",))
    assert [each.sign.id for each in mixed.signs] == ["heel-snap", "lasting-pain", "tingling", "accident"]
    assert mixed.urgency == "same-day"


def test_one_sign_that_was_seen_frees_nothing_that_another_blocks():
    both = found("lasting-pain", "tingling", seen=("lasting-pain",))
    assert (both.urgency, both.blocked) == ("clinician", AND_HEAT)


def test_whoever_was_seen_about_a_swollen_calf_may_stretch_and_not_roll():
    seen = found("calf-swollen", seen=("calf-swollen",))
    assert not seen.blocks(EXERCISES["wall-calf-stretch"])
    assert seen.blocks(EXERCISES["calf-foam-roll"])
    assert seen.blocks(EXERCISES["calf-raise"])
    assert seen.blocks(EXERCISES["heat-pack"])


def test_what_is_answered_anew_was_not_seen_yet():
    seen = with_seen(answered(["calf-swollen"], DAY), "calf-swollen", DAY)
    assert verdict(seen).urgency is None
    assert verdict(answered(seen.signs, LATER)).urgency == "same-day"


def test_a_sign_that_comes_back_in_a_session_is_as_urgent_as_at_first_and_the_others_stay_seen():
    answers = answered(["heel-snap", "lasting-pain"], DAY)
    for sign in answers.signs:
        answers = with_seen(answers, sign, DAY)
    again = with_sign(answers, "heel-snap", LATER)
    assert (again.day, again.signs) == (LATER, ("heel-snap", "lasting-pain"))
    assert [said.sign for said in again.seen] == ["lasting-pain"]
    assert verdict(again).urgency == "same-day"


def test_the_first_sign_of_all_may_come_in_a_session():
    assert with_sign(None, "tingling", DAY) == answered(["tingling"], DAY)


MIXED = Routine(
    1,
    "mixed",
    "Mixed",
    (
        Step(exercise="wall-calf-stretch", hold=30),
        Step(wait="Fetch the foam roller."),
        Step(exercise="calf-foam-roll", hold=60),
        Step(wait="Fetch a towel and a chair."),
        Step(exercise="calf-raise", reps=12),
        Step(exercise="strap-calf-stretch", hold=30),
    ),
)


def waiting(result) -> tuple[str, ...]:
    return exercises_blocked([step.exercise for step in MIXED.step], EXERCISES, result)


def test_of_a_routine_what_waits_is_left_out_with_what_would_be_fetched_for_it_alone():
    # Both the roller and the raises go; the towel is for the stretch as well.
    assert steps_left(MIXED, EXERCISES, found("lasting-pain")) == (0, 3, 5)
    assert waiting(found("lasting-pain")) == ("calf-foam-roll", "calf-raise")


def test_of_a_routine_that_was_shortened_only_those_steps_can_be_left():
    assert steps_left(MIXED, EXERCISES, found("lasting-pain"), (1, 2, 3, 5)) == (3, 5)
    assert steps_left(MIXED, EXERCISES, NO_SIGNS, (0, 5)) == (0, 5)
    assert steps_left(MIXED, EXERCISES, found("lasting-pain"), (1, 2)) == ()


def test_nobody_is_sent_for_a_cold_pack_that_has_to_wait():
    library = read_library(routines_folder(), None)
    left = {
        id_: steps_left(library.find(id_).routine, EXERCISES, found("tingling"))
        for id_ in ("roll-and-release", "cold-after-a-flare", "heat-and-ease")
    }
    assert left == {"roll-and-release": (2, 3), "cold-after-a-flare": (2,), "heat-and-ease": (2, 3)}
    # The towel and the chair are needed all the same.
    slow = library.find("slow-evening").routine
    assert steps_left(slow, EXERCISES, found("tingling")) == (0, 3, 4, 5, 6)


def test_a_wound_that_was_seen_keeps_only_the_rolling_away():
    wound = found("open-wound", seen=("open-wound",))
    assert steps_left(MIXED, EXERCISES, wound) == (0, 3, 4, 5)
    assert waiting(wound) == ("calf-foam-roll",)


def test_without_a_sign_all_is_left_and_with_an_urgent_one_nothing():
    assert steps_left(MIXED, EXERCISES, NO_SIGNS) == (0, 1, 2, 3, 4, 5)
    assert steps_left(MIXED, EXERCISES, found("accident")) == ()


def test_of_a_routine_that_only_rolls_nothing_is_left():
    rolling = Routine(1, "roll", "Roll", (Step(exercise="calf-foam-roll", hold=60),))
    assert steps_left(rolling, EXERCISES, found("tingling")) == ()


URGENCY = {sign.id: sign.urgency for sign in SIGNS}
IDS = st.sampled_from([*URGENCY])


@st.composite
def any_answers(draw) -> Answers:
    answers = answered(draw(st.sets(IDS)), DAY)
    for sign in draw(st.sets(IDS)):
        answers = with_seen(answers, sign, LATER)
    return answers


def rank(urgency) -> int:
    """0 for an emergency, 3 for nothing."""
    return len(URGENCIES) if urgency is None else URGENCIES.index(urgency)


@given(any_answers(), IDS)
def test_one_sign_more_never_makes_it_less_urgent_nor_frees_anything(answers, sign):
    before, after = verdict(answers), verdict(with_sign(answers, sign, LATER))
    assert rank(after.urgency) <= rank(before.urgency)
    assert rank(after.urgency) <= rank(URGENCY[sign])
    assert set(after.blocked) >= set(before.blocked)


@given(any_answers(), IDS)
def test_being_seen_adds_nothing_and_never_frees_what_only_healing_frees(answers, sign):
    before, after = verdict(answers), verdict(with_seen(answers, sign, LATER))
    assert rank(after.urgency) >= rank(before.urgency)
    assert set(after.blocked) <= set(before.blocked)
    for standing in after.signs:
        assert set(standing.sign.for_good) <= set(after.blocked)


@given(any_answers())
def test_only_signs_that_are_all_seen_stop_asking(answers):
    signs = verdict(answers).signs
    assert (verdict(answers).urgency is None) == all(each.seen for each in signs)


@given(any_answers())
def test_the_order_of_the_answers_makes_no_difference(answers):
    turned = Answers(answers.day, answers.signs[::-1], answers.seen[::-1])
    assert verdict(turned) == verdict(answers)


@given(any_answers())
def test_what_is_left_of_a_routine_is_never_blocked_and_all_else_is_kept(answers):
    result = verdict(answers)
    left = steps_left(MIXED, EXERCISES, result)
    ids = {step.exercise for step in MIXED.step if step.exercise}
    kept = {MIXED.step[number].exercise for number in left} - {None}
    assert kept == {id_ for id_ in ids if not result.blocks(EXERCISES[id_])}


@given(any_answers())
def test_answers_come_back_from_json_as_they_were(answers):
    assert json.decode(json.encode(answers), type=Answers) == answers
