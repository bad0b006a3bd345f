"""A routine passed from one data folder to another, through one file."""

from pathlib import Path

import pytest

from app.core.routine import Routine
from app.storage.bundle import routines_folder
from app.storage.deliveries import PICTURES, accept, judged, look_into, share, take_back
from app.storage.errors import StoreError
from app.storage.library import read_library
from app.storage.parcel import Parcel, ParcelRefused, pack, unpack

PNG = b"\x89PNG\r\n\x1a\nnothing much"
BUNDLED = routines_folder()
OWN_EXERCISE = """# Anna's own words.
format = 1
id = "annas-stretch"
name = "Anna's stretch"
steps = ["Stand tall.", "Lean."]
muscles = ["soleus"]
kind = "stretch"
position = "standing"
sides = "both"
easier = "only-at-annas"
harder = "wall-calf-stretch"
picture = "annas-stretch.png"
"""
EASIER = (
    OWN_EXERCISE.replace("annas-stretch", "only-at-annas")
    .replace('easier = "only-at-annas"\n', "")
    .replace('picture = "only-at-annas.png"\n', "")
)
ROUTINE = """# For the evening.
format = 1
id = "annas-evening"
name = "Anna's evening"

[[step]]
exercise = "annas-stretch"  # slowly
hold = 30

[[step]]
exercise = "wall-calf-stretch"
hold = 20
"""


@pytest.fixture
def annas(tmp_path) -> Path:
    """Her routines folder: a routine, two exercises, a picture."""
    own = tmp_path / "anna" / "routines"
    (own / "exercises" / PICTURES).mkdir(parents=True)
    (own / "annas-evening.toml").write_text(ROUTINE)
    (own / "exercises" / "annas-stretch.toml").write_text(OWN_EXERCISE)
    (own / "exercises" / "only-at-annas.toml").write_text(EASIER)
    (own / "exercises" / PICTURES / "annas-stretch.png").write_bytes(PNG)
    return own


@pytest.fixture
def file(annas, tmp_path) -> Path:
    library = read_library(BUNDLED, annas)
    entry = library.find("annas-evening")
    assert entry.routine is not None, entry.problems
    target = tmp_path / "evening.soleus"
    share(Path(entry.file), entry.routine, (annas, BUNDLED), target)
    return target


@pytest.fixture
def bens(tmp_path) -> Path:
    return tmp_path / "ben" / "routines"


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def without_schemas(folder: Path) -> dict[str, bytes]:
    return {name: data for name, data in contents(folder).items() if not name.startswith(".schema")}


def test_a_routine_travels_with_its_exercises_and_pictures(file, bens):
    delivery = look_into(file, read_library(BUNDLED, bens))
    assert (delivery.routine.name, delivery.new, delivery.taken) == (
        "Anna's evening",
        ("annas-stretch",),
        False,
    )
    accept(delivery, bens, "annas-evening")
    library = read_library(BUNDLED, bens)
    assert isinstance(library.find("annas-evening").routine, Routine)
    assert library.problems == ()
    assert contents(bens).keys() == {
        ".schema/exercise.schema.json",
        ".schema/programme.schema.json",
        ".schema/routine.schema.json",
        "annas-evening.toml",
        "exercises/annas-stretch.toml",
        "exercises/pictures/annas-stretch.png",
    }
    assert (bens / "annas-evening.toml").read_text() == ROUTINE


def test_to_look_writes_nothing(file, bens):
    look_into(file, read_library(BUNDLED, bens))
    assert not bens.exists()


def test_a_link_to_an_exercise_that_stayed_behind_is_cut_and_the_rest_of_the_words_kept(file, bens):
    accept(look_into(file, read_library(BUNDLED, bens)), bens, "annas-evening")
    text = (bens / "exercises" / "annas-stretch.toml").read_text()
    assert text == OWN_EXERCISE.replace('easier = "only-at-annas"\n', "")


def test_under_another_name_both_routines_stay(file, bens):
    library = read_library(BUNDLED, bens)
    accept(look_into(file, library), bens, "annas-evening")
    again = look_into(file, read_library(BUNDLED, bens))
    assert (again.taken, again.new, again.kept) == (True, (), ())
    accept(again, bens, "annas-evening-2")
    text = (bens / "annas-evening-2.toml").read_text()
    assert text == ROUTINE.replace('id = "annas-evening"', 'id = "annas-evening-2"')
    assert read_library(BUNDLED, bens).find("annas-evening-2").routine.name == "Anna's evening"


def test_an_exercise_that_is_here_in_another_version_stays_as_it_is(file, bens):
    (bens / "exercises").mkdir(parents=True)
    mine = OWN_EXERCISE.replace("Lean.", "Lean a little.").replace('easier = "only-at-annas"\n', "")
    (bens / "exercises" / "annas-stretch.toml").write_text(mine)
    delivery = look_into(file, read_library(BUNDLED, bens))
    assert (delivery.new, delivery.kept) == ((), ("annas-stretch",))
    accept(delivery, bens, "annas-evening")
    assert (bens / "exercises" / "annas-stretch.toml").read_text() == mine


def test_taking_it_back_leaves_the_folder_as_it_was(file, bens):
    bens.mkdir(parents=True)
    (bens / "annas-evening.toml").write_text("mine")
    before = contents(bens)
    written = accept(look_into(file, read_library(BUNDLED, bens)), bens, "annas-evening")
    assert contents(bens) != before
    take_back(written)
    assert without_schemas(bens) == before


def test_a_write_that_fails_leaves_the_folder_as_it_was(file, bens):
    bens.mkdir(parents=True)
    (bens / "exercises").write_text("a file where the folder should be")
    before = contents(bens)
    with pytest.raises(StoreError):
        accept(look_into(file, read_library(BUNDLED, None)), bens, "annas-evening")
    assert contents(bens) == before


@pytest.mark.parametrize(
    ("parcel", "said"),
    [
        (Parcel(ROUTINE), "annas-stretch"),
        (Parcel(ROUTINE.replace("hold = 30", "hodl = 30"), {"annas-stretch": OWN_EXERCISE}), "hodl"),
        (Parcel(ROUTINE, {"annas-stretch": OWN_EXERCISE.replace("both", "all")}), "sides"),
        (Parcel("not toml at all", {}), "routine.toml:1"),
    ],
)
def test_a_mistake_in_it_is_told_in_one_line_and_nothing_is_taken(parcel, said, bens):
    with pytest.raises(ParcelRefused) as caught:
        judged(unpack(pack(parcel), "evening.soleus"), "evening.soleus", read_library(BUNDLED, bens))
    line = str(caught.value)
    assert line.startswith("evening.soleus: ")
    assert said in line
    assert "\n" not in line


@pytest.mark.parametrize("entry", read_library(BUNDLED, None).routines, ids=lambda entry: entry.id)
def test_every_bundled_routine_can_be_passed_on(entry, tmp_path):
    library = read_library(BUNDLED, None)
    target = tmp_path / "x.soleus"
    share(Path(entry.file), entry.routine, (tmp_path / "none", BUNDLED), target)
    delivery = look_into(target, library)
    assert (delivery.routine, delivery.new, delivery.kept, delivery.taken) == (entry.routine, (), (), True)


def test_a_broken_exercise_of_ones_own_is_passed_on_as_the_bundled_one_that_stands_in(tmp_path, bens):
    own = tmp_path / "routines"
    (own / "exercises").mkdir(parents=True)
    (own / "exercises" / "wall-calf-stretch.toml").write_text("broken")
    entry = read_library(BUNDLED, own).find("calf-reset")
    share(Path(entry.file), entry.routine, (own, BUNDLED), tmp_path / "x.soleus")
    assert look_into(tmp_path / "x.soleus", read_library(BUNDLED, bens)).kept == ()
