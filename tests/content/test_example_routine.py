"""The routine that the file format shows as its example, as a person would copy it."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from app.core.exercise import Exercise
from app.core.routine import Routine
from app.core.timeline import unfold
from tests.content.files import read_routine
from tests.content.formula import step_seconds, total_seconds

EXAMPLE = Path(__file__).with_name("evening_calves_example.toml")
STEP_SECONDS = [
    148,  # 8 + 2 × (30 + 5 + 30) + 10
    248,  # 8 + 3 × (12 × 5) + 2 × 30, both legs at once
    44,  #  8 + 12 × 3, both feet at once, at one's own pace
    58,  #  8 + 3 × 10 + 2 × 10, both legs at once
    0,  #   a wait, with nothing to prepare
]


@pytest.fixture
def example(tmp_path: Path) -> Routine:
    copy = tmp_path / "evening-calves.toml"
    shutil.copyfile(EXAMPLE, copy)
    return read_routine(copy)


def test_it_loads_with_bundled_exercises_alone(example: Routine, exercises: Mapping[str, Exercise]) -> None:
    assert example.id == "evening-calves"
    assert {step.exercise for step in example.step if step.exercise} <= exercises.keys()


def test_each_step_takes_the_seconds_worked_out_by_hand(
    example: Routine, exercises: Mapping[str, Exercise]
) -> None:
    assert [step_seconds(step, example, exercises) for step in example.step] == STEP_SECONDS


def test_it_comes_to_498_seconds(example: Routine, exercises: Mapping[str, Exercise]) -> None:
    assert sum(STEP_SECONDS) == 498
    assert total_seconds(example, exercises) == 498
    assert unfold(example, exercises).total_ms == 498_000
