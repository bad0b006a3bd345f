"""Every bundled routine: it fits its exercises, keeps its promise of minutes, and treats both sides alike."""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from itertools import groupby
from pathlib import Path
from typing import get_args

import pytest

from app.core.exercise import Exercise, Kind
from app.core.routine import Goal, Routine
from app.core.timeline import unfold
from tests.content.files import every_text
from tests.content.formula import sides_of, stretching, total_seconds, work

PROMISED = {"calf-reset", "desk-calves", "calf-strength", "roll-and-release", "evening-calves", "back-ease"}
AT_LEAST = 14
SHORTEST_AT_MOST_S = 150
LONGEST_AT_LEAST_S = 18 * 60
FEW = 4  # exercises; with more, people do them less often: Medina-Mirapeix, 2009
NUMBERS = {5: "Five", 6: "Six"}
FETCHED = {"band", "foam-roller", "ball", "towel", "heat-pack", "cold-pack"}
HEAT_AT_MOST_S = 20 * 60
COLD_AT_MOST_S = 15 * 60
CUE_LONGEST = 60
STRETCH_AT_MOST_S = 240  # per muscle and session: Ingram, 2025
STRETCH_BEFORE_SPORT_S = 60  # per muscle: Shea and Behm, 2024


def test_every_promised_routine_is_there(routines: Mapping[str, Routine]) -> None:
    assert routines.keys() >= PROMISED


def test_there_are_enough_to_choose_from(routines: Mapping[str, Routine]) -> None:
    assert len(routines) >= AT_LEAST
    assert len({routine.name for routine in routines.values()}) == len(routines)


def test_every_goal_has_a_routine(routines: Mapping[str, Routine]) -> None:
    assert {routine.goal for routine in routines.values()} == set(get_args(Goal))


def test_there_is_one_for_two_minutes_and_one_for_twenty(
    routines: Mapping[str, Routine], exercises: Mapping[str, Exercise]
) -> None:
    seconds = [total_seconds(routine, exercises) for routine in routines.values()]
    assert min(seconds) <= SHORTEST_AT_MOST_S
    assert max(seconds) >= LONGEST_AT_LEAST_S


def test_the_id_is_the_stem_of_the_file(routine: Routine, routine_path: Path) -> None:
    assert routine.id == routine_path.stem


def test_every_exercise_exists(routine: Routine, exercises: Mapping[str, Exercise]) -> None:
    assert {step.exercise for step in routine.step if step.exercise} <= exercises.keys()


def test_each_step_waits_or_holds_or_repeats_and_nothing_else(routine: Routine) -> None:
    for step in routine.step:
        assert (step.wait is None) != (step.exercise is None)
        works = step.hold is not None or step.reps is not None
        assert works == (step.exercise is not None)
        assert not (step.hold is not None and step.tempo is not None)


def test_two_to_four_exercises_are_few_enough_to_keep_doing_and_more_need_a_reason(routine: Routine) -> None:
    number = sum(step.exercise is not None for step in routine.step)
    assert 2 <= number <= max(NUMBERS)
    if number > FEW:
        assert f"{NUMBERS[number]} exercises are" in routine.about


def test_a_step_holds_what_is_held_and_counts_what_is_counted(
    routine: Routine, exercises: Mapping[str, Exercise]
) -> None:
    for step in routine.step:
        if step.exercise is not None:
            assert (step.hold is not None) == (exercises[step.exercise].dose.hold > 0), step.exercise


def test_about_states_the_minutes_it_takes(routine: Routine, exercises: Mapping[str, Exercise]) -> None:
    stated = re.search(r"(\d+) minutes", routine.about)
    assert stated, "`about` states no minutes"
    assert total_seconds(routine, exercises) / 60 == pytest.approx(int(stated[1]), abs=0.5)


def test_the_timeline_agrees_with_the_formula(routine: Routine, exercises: Mapping[str, Exercise]) -> None:
    assert unfold(routine, exercises).total_ms == round(1000 * total_seconds(routine, exercises))


def test_left_and_right_get_the_same_time(routine: Routine, exercises: Mapping[str, Exercise]) -> None:
    seconds: defaultdict[str, float] = defaultdict(float)
    for step in routine.step:
        if step.exercise is not None:
            sides = sides_of(step, exercises[step.exercise])
            for side in ("left", "right"):
                seconds[side] += step.sets * work(step) if sides in (side, "both") else 0
    assert seconds["left"] == seconds["right"]


def test_no_muscle_is_stretched_for_longer_than_pays(
    routine: Routine, exercises: Mapping[str, Exercise]
) -> None:
    assert max(_held(routine, exercises, {"stretch"}).values(), default=0) <= STRETCH_AT_MOST_S


def test_before_sport_nothing_is_held_for_long(
    routines: Mapping[str, Routine], exercises: Mapping[str, Exercise]
) -> None:
    for routine in routines.values():
        if routine.goal == "warm-up":
            held = _held(routine, exercises, set(get_args(Kind)))
            assert max(held.values(), default=0) < STRETCH_BEFORE_SPORT_S


def _held(routine: Routine, exercises: Mapping[str, Exercise], kinds: Collection[str]) -> Mapping[str, float]:
    """The seconds that each muscle is held still on one side, in exercises of these kinds."""
    seconds: defaultdict[str, float] = defaultdict(float)
    for step in routine.step:
        if step.exercise is not None and exercises[step.exercise].kind in kinds:
            for muscle in exercises[step.exercise].muscles:
                seconds[muscle] += stretching(step)
    return seconds


def test_warmth_and_cold_end_in_time(routine: Routine) -> None:
    for step in routine.step:
        if step.exercise in ("heat-pack", "cold-pack"):
            limit = HEAT_AT_MOST_S if step.exercise == "heat-pack" else COLD_AT_MOST_S
            assert stretching(step) <= limit


def test_what_must_be_fetched_is_fetched_before_the_first_exercise(
    routine: Routine, exercises: Mapping[str, Exercise]
) -> None:
    used = {item for step in routine.step if step.exercise for item in exercises[step.exercise].equipment}
    first = routine.step[0].wait or ""
    assert [item for item in sorted(used & FETCHED) if item.replace("-", " ") not in first] == []


def test_no_position_is_left_and_taken_up_again(routine: Routine, exercises: Mapping[str, Exercise]) -> None:
    taken = [exercises[step.exercise].position for step in routine.step if step.exercise is not None]
    blocks = [position for position, _ in groupby(taken)]
    assert len(blocks) == len(set(blocks))


def test_every_exercise_has_a_short_cue_for_the_one_who_only_listens(routine: Routine) -> None:
    for step in routine.step:
        if step.exercise is not None:
            assert 0 < len(step.cue) <= CUE_LONGEST
            assert step.cue.endswith(".")


def test_no_text_is_blank_and_none_shouts(routine: Routine) -> None:
    for text in every_text([routine.name, routine.about, [step.cue or step.wait for step in routine.step]]):
        assert text == text.strip() != ""
        assert "!" not in text


def test_calf_reset_needs_nobody_to_press_a_key(routines: Mapping[str, Routine]) -> None:
    for step in routines["calf-reset"].step:
        assert step.hold is not None or step.tempo is not None


@pytest.mark.parametrize("id_", ["calf-reset", "desk-calves"])
def test_a_wall_and_a_chair_are_enough(
    id_: str, routines: Mapping[str, Routine], exercises: Mapping[str, Exercise]
) -> None:
    for step in routines[id_].step:
        assert step.exercise is not None
        assert exercises[step.exercise].position == "standing"
        assert set(exercises[step.exercise].equipment) <= {"wall", "chair"}


def test_calf_strength_keeps_to_a_tempo(routines: Mapping[str, Routine]) -> None:
    assert all(step.tempo for step in routines["calf-strength"].step)


def test_rolling_begins_by_fetching_the_roller(routines: Mapping[str, Routine]) -> None:
    assert routines["roll-and-release"].step[0].wait == "Fetch the foam roller."


def test_the_evening_ends_with_the_night_stretch_of_the_trial(routines: Mapping[str, Routine]) -> None:
    last = routines["evening-calves"].step[-1]
    assert (last.exercise, last.hold, last.reps, last.relax) == ("night-calf-stretch", 10, 3, 10)
