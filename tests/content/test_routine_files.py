"""Every bundled routine: it fits its exercises, keeps its promise of minutes, and treats both sides alike."""

import re
from collections import defaultdict
from collections.abc import Mapping
from itertools import groupby
from pathlib import Path

import pytest

from app.core.exercise import Exercise
from app.core.routine import Routine
from app.core.timeline import unfold
from tests.content.files import every_text
from tests.content.formula import sides_of, stretching, total_seconds, work

PROMISED = {"calf-reset", "desk-calves", "calf-strength", "roll-and-release", "evening-calves", "back-ease"}
CUE_LONGEST = 60
STRETCH_AT_MOST_S = 240  # per muscle and session: Ingram, 2025
STRETCH_BEFORE_SPORT_S = 60  # per muscle: Shea and Behm, 2024


def test_every_promised_routine_is_there(routines: Mapping[str, Routine]) -> None:
    assert routines.keys() >= PROMISED


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


def test_two_to_four_exercises_are_few_enough_to_keep_doing(routine: Routine) -> None:
    assert 2 <= sum(step.exercise is not None for step in routine.step) <= 4


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
    seconds: defaultdict[str, float] = defaultdict(float)
    for step in routine.step:
        if step.exercise is not None and exercises[step.exercise].kind == "stretch":
            for muscle in exercises[step.exercise].muscles:
                seconds[muscle] += stretching(step)
    limit = STRETCH_BEFORE_SPORT_S if routine.goal == "warm-up" else STRETCH_AT_MOST_S
    assert max(seconds.values(), default=0) <= limit


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
