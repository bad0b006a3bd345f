"""The bundled content as fixtures: a test that asks for `exercise` or `routine` runs once for each file."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from app.core.exercise import Exercise
from app.core.routine import Routine
from tests.content.files import EXERCISE_FILES, ROUTINE_FILES, read_exercise, read_routine


@pytest.fixture(scope="session")
def exercises() -> Mapping[str, Exercise]:
    return {path.stem: read_exercise(path) for path in EXERCISE_FILES}


@pytest.fixture(scope="session")
def routines() -> Mapping[str, Routine]:
    return {path.stem: read_routine(path) for path in ROUTINE_FILES}


@pytest.fixture(params=EXERCISE_FILES, ids=lambda path: path.stem)
def exercise_path(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


@pytest.fixture
def exercise(exercise_path: Path) -> Exercise:
    return read_exercise(exercise_path)


@pytest.fixture(params=ROUTINE_FILES, ids=lambda path: path.stem)
def routine_path(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


@pytest.fixture
def routine(routine_path: Path) -> Routine:
    return read_routine(routine_path)
