"""The schemas that editors read say what the loader says."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from app.core.loader import load_exercise, load_routine
from app.core.programme.loading import load_programme
from app.storage import schemas as laid_out
from app.storage.routine_text import new_text
from tests.content.files import EXERCISE_FILES, PROGRAMME_FILES, ROUTINE_FILES, read_routine
from tools.make_schemas import ASSETS, NOTES, schemas

EXAMPLE = Path(__file__).with_name("evening_calves_example.toml")
SCHEMAS = {name: json.loads(text) for name, text in schemas().items()}
ROUTINE, EXERCISE, PROGRAMME = (Draft4Validator(SCHEMAS[name]) for name in laid_out.NAMES)
HEAD = 'format = 1\nid = "mine"\nname = "Mine"\n'
STEP = '[[step]]\nexercise = "wall-calf-stretch"\n'
MOVEMENT = HEAD + (
    'steps = ["Stand.", "Lean."]\nmuscles = ["soleus"]\nkind = "stretch"\nposition = "standing"\nsides = "both"\n'
)
WEEK = '[[week]]\nname = "Ease"\nneeds = 2\n'
ON = '[[week.on]]\nroutine = "calf-reset"\ndays = [0, 2, 4]\n'


def mistakes(validator: Draft4Validator, text: str) -> list[str]:
    return [error.message for error in validator.iter_errors(tomllib.loads(text))]


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_the_schemas_are_those_of_the_types_as_they_are():
    for name, text in schemas().items():
        assert read(ASSETS / name) == text, "run python -m tools.make_schemas"


@pytest.mark.parametrize("name", laid_out.NAMES)
def test_a_schema_is_one(name):
    Draft4Validator.check_schema(SCHEMAS[name])


def test_every_note_is_of_something_that_is_there_and_every_field_has_one():
    noted = set()
    for schema in SCHEMAS.values():
        for part in (schema, *schema["definitions"].values()):
            noted |= {part["title"], *(f"{part['title']}.{key}" for key in part["properties"])}
    assert NOTES.keys() <= noted
    public = ("Routine.", "Step.", "Exercise.", "Dose.", "Evidence.", "Programme.", "Week.", "On.")
    assert [name for name in noted - NOTES.keys() if name.startswith(public)] == []


@pytest.mark.parametrize("path", [*ROUTINE_FILES, EXAMPLE], ids=lambda path: path.stem)
def test_every_routine_that_is_right_passes(path):
    assert mistakes(ROUTINE, read(path)) == []


@pytest.mark.parametrize("path", EXERCISE_FILES, ids=lambda path: path.stem)
def test_every_exercise_that_is_right_passes(path):
    assert mistakes(EXERCISE, read(path)) == []


@pytest.mark.parametrize("path", PROGRAMME_FILES, ids=lambda path: path.stem)
def test_every_programme_that_is_right_passes(path):
    assert mistakes(PROGRAMME, read(path)) == []


@pytest.mark.parametrize(
    "text",
    [
        HEAD,
        HEAD + "week = []\n",
        HEAD + WEEK,
        HEAD + WEEK + '[week.on]\nroutine = "calf-reset"\ndays = [0]\n',
        HEAD + WEEK + ON + "times = 0\n",
        HEAD + WEEK + ON.replace("[0, 2, 4]", "[7]"),
        HEAD + WEEK + ON.replace("[0, 2, 4]", "[]"),
        HEAD + WEEK + ON.replace("[0, 2, 4]", '"Monday"'),
        HEAD + WEEK.replace("needs = 2", "needs = 8") + ON,
        HEAD + WEEK.replace("needs = 2\n", "") + ON,
        HEAD + WEEK + "repeat = 0\n" + ON,
        HEAD + WEEK + "reapet = 2\n" + ON,
        HEAD + 'ask_clinician = "yes"\n' + WEEK + ON,
    ],
)
def test_a_programme_that_the_loader_refuses_is_refused(text):
    loaded = load_programme(text, file="mine.toml", stem="mine", routines={"calf-reset"})
    assert isinstance(loaded, tuple), "the loader takes it"
    assert mistakes(PROGRAMME, text)


def test_a_new_file_passes():
    assert mistakes(ROUTINE, new_text(read_routine(EXAMPLE))) == []


@pytest.mark.parametrize(
    "text",
    [
        HEAD,
        HEAD + "step = []\n",
        HEAD + '[step]\nwait = "Sit."\n',
        HEAD + STEP,
        HEAD + "[[step]]\nhold = 30\n",
        HEAD + STEP + "hold = 0\n",
        HEAD + STEP + "hold = 3601\n",
        HEAD + STEP + 'hold = "30 s"\n',
        HEAD + STEP + "hodl = 30\n",
        HEAD + STEP + "reps = 8.5\n",
        HEAD + STEP + "reps = 201\n",
        HEAD + STEP + "hold = 30\nsets = 21\n",
        HEAD + STEP + "hold = 30\nrest = -1\n",
        HEAD + STEP + 'hold = 30\nsides = "each"\n',
        HEAD + STEP + "hold = 30\nrelax = 3\n",
        HEAD + STEP + "hold = 30\ntempo = [2, 1, 2, 0]\n",
        HEAD + STEP + "reps = 8\ntempo = [2, 1, 2]\n",
        HEAD + STEP + "reps = 8\ntempo = [0, 0, 0.0, 0]\n",
        HEAD + STEP + 'hold = 30\nwait = "Sit."\n',
        HEAD + '[[step]]\nwait = ""\n',
        HEAD + '[[step]]\nwait = "Sit."\nsets = 2\n',
        HEAD + '[[step]]\nwait = "Sit."\n' * 101,
        HEAD + 'goal = "easy"\n[[step]]\nwait = "Sit."\n',
        HEAD.replace("format = 1", "format = 2") + '[[step]]\nwait = "Sit."\n',
        HEAD.replace('id = "mine"', 'id = "My Own"') + '[[step]]\nwait = "Sit."\n',
        HEAD.replace('name = "Mine"', 'name = ""') + '[[step]]\nwait = "Sit."\n',
    ],
)
def test_a_routine_that_the_loader_refuses_is_refused(text):
    loaded = load_routine(text, file="mine.toml", stem="mine", exercises={"wall-calf-stretch"})
    assert isinstance(loaded, tuple), "the loader takes it"
    assert mistakes(ROUTINE, text)


@pytest.mark.parametrize(
    "text",
    [
        HEAD,
        MOVEMENT + "hold = 30\n",
        MOVEMENT + "dose = { hold = -1 }\n",
        MOVEMENT + "dose = { reps = 8, tempo = [0, 0, 0, 0] }\n",
        MOVEMENT + 'equipment = ["bicycle"]\n',
        MOVEMENT + 'easier = "Wall Stretch"\n',
        MOVEMENT + 'evidence = { text = "x" }\n',
        MOVEMENT + '[figure]\nview = "behind"\n',
        MOVEMENT.replace('["Stand.", "Lean."]', '["Stand."]'),
        MOVEMENT.replace('["soleus"]', "[]"),
        MOVEMENT.replace('"stretch"', '"dance"'),
    ],
)
def test_an_exercise_that_the_loader_refuses_is_refused(text):
    assert isinstance(load_exercise(text, file="mine.toml", stem="mine"), tuple), "the loader takes it"
    assert mistakes(EXERCISE, text)


def every_text(schema: Any) -> list[str]:
    """The descriptions, wherever they stand."""
    if isinstance(schema, list):
        return [text for item in schema for text in every_text(item)]
    if not isinstance(schema, dict):
        return []
    own = [schema["description"]] if isinstance(schema.get("description"), str) else []
    return own + [text for item in schema.values() for text in every_text(item)]


@pytest.mark.parametrize("name", laid_out.NAMES)
def test_what_an_editor_shows_is_one_line_of_plain_words(name):
    texts = every_text(SCHEMAS[name])
    assert len(texts) > 20
    assert [text for text in texts if "\n" in text or "None" in text] == []
