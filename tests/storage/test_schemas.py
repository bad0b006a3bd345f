"""The schemas lie where the files that Soleus writes tell text editors to look."""

import json
from pathlib import Path

import pytest
from msgspec import structs

from app.storage.bundle import routines_folder
from app.storage.library import read_library
from app.storage.own_exercises import new_file as new_exercise_file
from app.storage.own_exercises import save_exercise
from app.storage.routine_files import new_file, open_routine, save_routine
from app.storage.schemas import FOLDER, put_schemas
from tests.storage.test_own_exercises import MINE as EXERCISE
from tests.storage.test_routine_files import MINE as ROUTINE


def pointed_at_by(path: Path) -> Path:
    return path.parent / path.read_text().splitlines()[0].removeprefix("#:schema ")


@pytest.mark.parametrize(
    ("save", "key"),
    [
        (lambda folder: save_routine(new_file(folder, "mine"), ROUTINE).path, "step"),
        (lambda folder: save_exercise(new_exercise_file(folder, "mine"), EXERCISE).path, "muscles"),
    ],
    ids=["routine", "exercise"],
)
def test_a_new_file_points_to_a_schema_that_lies_there(save, key, tmp_path):
    schema = json.loads(pointed_at_by(save(tmp_path)).read_text())
    assert key in json.dumps(schema)


def test_an_edited_copy_of_a_bundled_routine_points_there_too(tmp_path):
    entry = read_library(routines_folder(), None).find("calf-reset")
    opened = open_routine(tmp_path, entry, read_library(routines_folder(), None).exercises)
    path = save_routine(opened, structs.replace(opened.routine, name="Mine")).path
    assert pointed_at_by(path).exists()
    assert read_library(routines_folder(), tmp_path).find("calf-reset").name == "Mine"


def test_an_old_schema_is_replaced_and_a_new_one_is_left_alone(tmp_path):
    put_schemas(tmp_path)
    schema = tmp_path / FOLDER / "routine.schema.json"
    new = schema.read_bytes()
    schema.write_text("{}")
    put_schemas(tmp_path)
    assert schema.read_bytes() == new
    before = schema.stat().st_ino
    put_schemas(tmp_path)
    assert schema.stat().st_ino == before


def test_schemas_that_cannot_be_written_stop_nothing(tmp_path):
    (tmp_path / FOLDER).write_text("somebody's")
    save_routine(new_file(tmp_path, "mine"), ROUTINE)
    assert (tmp_path / "mine.toml").exists()
    assert (tmp_path / FOLDER).read_text() == "somebody's"
    put_schemas(tmp_path / "none", assets=tmp_path / "nowhere")
    assert not (tmp_path / "none").exists()
