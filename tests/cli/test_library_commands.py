"""list, show and check."""

import json
import shutil
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parents[1] / "content" / "evening_calves_example.toml"
BROKEN = """format = 1
id = "after-the-run"
name = "After the run"

[[step]]
exercise = "wall-calf-strech"
hodl = 30

[[step]]
exercise = "calf-raise"
reps = "eight"
"""
OWN = """format = 1
id = "short"
name = "Kurz für später"

[[step]]
exercise = "wall-calf-stretch"
hold = 30
"""
SHIN = """format = 1
id = "shin-stretch"
name = "Shin stretch"
steps = ["Kneel.", "Sit back."]
muscles = ["tibialis-anterior"]
kind = "stretch"
position = "kneeling"
sides = "none"
"""
WITH_SHIN = """format = 1
id = "shins"
name = "Shins"

[[step]]
exercise = "shin-stretch"
hold = 20
"""


@pytest.fixture
def example(tmp_path: Path) -> Path:
    return Path(shutil.copyfile(EXAMPLE, tmp_path / "evening-calves.toml"))


@pytest.fixture
def shins(tmp_path: Path) -> Path:
    """A routine with an exercise of its own in the folder beside it."""
    (tmp_path / "exercises").mkdir()
    (tmp_path / "exercises" / "shin-stretch.toml").write_text(SHIN)
    file = tmp_path / "shins.toml"
    file.write_text(WITH_SHIN)
    return file


def test_list_for_scripts_tells_every_routine_with_exactly_the_fields_of_the_contract(soleus):
    answer = soleus("list", "--json")
    routines = {item["id"]: item for item in json.loads(answer.out)}
    assert (answer.code, answer.err) == (0, "")
    assert {tuple(item) for item in routines.values()} == {("id", "name", "minutes", "source", "problems")}
    assert routines["calf-reset"] == {
        "id": "calf-reset",
        "name": "Calf reset",
        "minutes": 5.1,  # 304 s
        "source": "bundled",
        "problems": [],
    }


def test_list_for_people_is_a_line_a_routine(soleus):
    lines = soleus("list").lines
    assert len(lines) == len(json.loads(soleus("list", "--json").out))
    assert any(line.split() == "calf-reset 5 min Calf reset".split() for line in lines)


def test_list_tells_what_is_the_users_own_edited_or_in_need_of_attention(soleus, own):
    own("short", OWN)
    own("calf-reset", OWN.replace('"short"', '"calf-reset"'))
    own("after-the-run", BROKEN)
    answer = soleus("list", "--json")
    found = {item["id"]: item for item in json.loads(answer.out)}
    assert answer.code == 0
    assert [
        found[id_]["source"] for id_ in ("short", "calf-reset", "desk-calves")
    ] == "own edited bundled".split()
    assert (found["short"]["name"], found["short"]["minutes"]) == ("Kurz für später", 1.2)  # 73 s
    assert found["after-the-run"]["minutes"] is None
    assert len(found["after-the-run"]["problems"]) == 3
    assert "after-the-run" in soleus("list").out


def test_list_names_a_broken_exercise_and_goes_on(soleus, own):
    own("exercises/mine", "format = 1")
    answer = soleus("list")
    assert answer.code == 0
    assert "calf-reset" in answer.out
    assert all(line.startswith("exercises/mine.toml:") for line in answer.err.splitlines())


def test_show_of_the_example_in_the_contract_lasts_as_long_as_it_says(soleus, example):
    answer = soleus("show", example, "--json")
    shown = json.loads(answer.out)
    assert answer.code == 0
    assert list(shown) == ["id", "name", "total_s", "estimated", "segments"]
    assert (shown["id"], shown["total_s"], shown["estimated"]) == ("evening-calves", 498, True)
    assert {tuple(segment) for segment in shown["segments"]} == {
        ("kind", "exercise", "side", "set", "rep", "start_s", "seconds")
    }
    starts = [segment["start_s"] for segment in shown["segments"]]
    # By step: 0; + 148; + 248; + 44; + 58 and the wait.
    assert starts == sorted(starts)
    assert starts[0] == 0
    assert {148, 396, 440, 498} <= set(starts)


def test_show_counts_open_ended_segments_by_their_estimate(soleus, example):
    segments = json.loads(soleus("show", example, "--json").out)["segments"]
    open_ended = [segment for segment in segments if segment["seconds"] is None]
    assert [(segment["kind"], segment["start_s"]) for segment in open_ended] == [("reps", 404), ("wait", 498)]


def test_show_for_people_begins_with_name_and_length(soleus, example):
    assert soleus("show", example).lines[0] == "Evening calves: about 8 min 18 s"
    assert soleus("show", "calf-reset").lines[0] == "Calf reset: 5 min 4 s"


def test_show_takes_exercises_from_a_folder_beside_the_file(soleus, shins):
    answer = soleus("show", shins, "--json")
    assert (answer.code, answer.err) == (0, "")
    assert json.loads(answer.out)["total_s"] == 28  # 8 + 20


def test_show_of_a_routine_whose_exercise_beside_it_is_broken_says_so(soleus, shins, tmp_path):
    (tmp_path / "exercises" / "shin-stretch.toml").write_text("format = 1")
    answer = soleus("show", shins)
    assert answer.code == 1
    assert "cannot be used before its own file is mended" in answer.err


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("calf-rest", 'There is no routine "calf-rest". Did you mean "calf-reset"?'),
        ("Calf Reset", 'There is no routine "Calf Reset". Did you mean "calf-reset"?'),
        ("xyzzy", 'There is no routine "xyzzy". See them all with: soleus list'),
        ("./nowhere.toml", "./nowhere.toml:1: there is no such file"),
        ("nowhere.TOML", "nowhere.TOML:1: there is no such file"),
    ],
)
@pytest.mark.parametrize("command", [("show",), ("play", "--terminal")])
def test_a_routine_that_is_not_there_is_one_line(soleus, command, wanted, said):
    answer = soleus(command[0], wanted, *command[1:])
    assert (answer.code, answer.out, answer.err) == (1, "", f"{said}\n")


def test_a_routine_with_mistakes_is_one_line_that_tells_where_to_find_the_others(soleus, own):
    file = own("after-the-run", BROKEN)
    answer = soleus("show", "after-the-run")
    (line,) = answer.err.splitlines()
    assert (answer.code, answer.out) == (1, "")
    assert line.startswith("after-the-run.toml:6: step 1 (wall-calf-strech): unknown exercise")
    assert line.endswith(f"(2 more: soleus check {file})")


def test_an_exercise_is_no_routine(soleus, own):
    answer = soleus("show", own("exercises/shin-stretch", SHIN))
    assert answer.code == 1
    assert "this is an exercise, not a routine" in answer.err


def test_check_of_sound_files_says_so(soleus, example, shins):
    answer = soleus("check", example, shins, shins.parent / "exercises" / "shin-stretch.toml")
    assert (answer.code, answer.out, answer.err) == (0, "3 files checked, no mistakes.\n", "")


def test_check_names_every_planted_mistake_with_its_line(soleus, own):
    file = own("after-the-run", BROKEN)
    answer = soleus("check", file)
    meant = 'did you mean "wall-calf-stretch"?'
    assert answer.code == 1
    assert answer.lines == [
        f'{file}:6: step 1 (wall-calf-strech): unknown exercise "wall-calf-strech"; {meant}',
        f'{file}:7: step 1 (wall-calf-strech): unknown key "hodl"; did you mean "hold"?',
        f'{file}:11: step 2 (calf-raise): "reps" must be a whole number from 1 to 200, not "eight"',
    ]
    assert answer.err == "3 mistakes to mend.\n"


def test_check_names_the_mistakes_of_every_file_in_the_order_given(soleus, own, tmp_path):
    first, second = own("short", OWN.replace("hold = 30", "hold = -1")), tmp_path / "nowhere.toml"
    exercise = own("exercises/shin-stretch", SHIN.replace('"kneeling"', '"kneeing"'))
    answer = soleus("check", second, first, exercise)
    assert [line.split(": ")[0] for line in answer.lines] == [f"{second}:1", f"{first}:7", f"{exercise}:7"]


def test_check_of_what_is_no_file_is_a_line_and_no_traceback(soleus, tmp_path):
    (tmp_path / "folder.toml").mkdir()
    (tmp_path / "junk.toml").write_bytes(b"\xff\xfe\x00\x01")
    answer = soleus("check", tmp_path / "folder.toml", tmp_path / "junk.toml")
    assert answer.code == 1
    assert len(answer.lines) == 2


def test_check_finds_nothing_to_mend_in_what_comes_with_soleus(soleus):
    folder = Path(__file__).parents[2] / "routines"
    assert soleus("check", *sorted(folder.rglob("*.toml"))).code == 0
