"""Routines that leave the window and come into it, on real folders: printed, shared, imported, taken back."""

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.core.target import EveryDay, Target
from app.demo import DemoDesk
from app.run.sharing_desk import WindowSharing
from app.storage.bundle import routines_folder
from app.storage.library import read_library
from app.storage.parcel import Parcel, pack, unpack
from app.storage.paths import ROUTINES
from app.ui import aside
from app.ui.screens.parcel import ParcelContent
from app.ui.screens.routine import RoutineScreen
from app.ui.widgets.field import Field
from app.ui.widgets.modal import topmost
from app.ui.widgets.snackbar import Snackbar
from tests.ui.still_time import settle
from tests.ui.test_data import AnsweringDialog
from tests.ui.visit import Visit

EXERCISE = """format = 1
id = "annas-stretch"
name = "Anna's stretch"
steps = ["Stand tall.", "Lean."]
muscles = ["soleus"]
kind = "stretch"
position = "standing"
sides = "both"
"""
ROUTINE = """# For the evening.
format = 1
id = "annas-evening"
name = "Anna's evening"

[[step]]
exercise = "annas-stretch"
hold = 30

[[step]]
exercise = "wall-calf-stretch"
hold = 20
"""


class Downloads(DemoDesk):
    """Puts files that nobody chose a place for into a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def place(self, name: str) -> Path:
        return self._folder / name


@pytest.fixture
def window(visit, tmp_path, monkeypatch):
    """Opens the window on the data folder of that name; a file dialog answers if `answer` is given."""

    def opened(name: str = "mine", *, answer: Path | str | None = None, screen: str = "routines") -> Visit:
        folder = tmp_path / name
        monkeypatch.setenv("SOLEUS_HOME", str(folder))
        here = visit(screen, folder=folder)
        furniture = {"sharing": WindowSharing(here.history), "data": Downloads(tmp_path)}
        if answer is not None:
            furniture["file_dialog"] = AnsweringDialog(str(answer))
        here.shell.house = replace(here.shell.house, **furniture)
        return here

    return opened


@pytest.fixture
def annas(tmp_path) -> Path:
    """A folder with a routine of her own and an exercise that only she has."""
    own = tmp_path / "anna" / ROUTINES
    (own / "exercises").mkdir(parents=True)
    (own / "annas-evening.toml").write_text(ROUTINE)
    (own / "exercises" / "annas-stretch.toml").write_text(EXERCISE)
    return own


@pytest.fixture
def parcel(tmp_path) -> Path:
    file = tmp_path / "from Anna.soleus"
    file.write_bytes(pack(Parcel(ROUTINE, {"annas-stretch": EXERCISE})))
    return file


def finished() -> None:
    """Waits for what the window does aside, and lets it see that it is done."""
    for thread in threading.enumerate():
        if thread.name == aside.NAME:
            thread.join(30)
            assert not thread.is_alive()
    settle()


def touch(here: Visit, words: str) -> None:
    button = here.button(words)
    here.bring_into_sight(button)
    here.touch_at(button)


def more(here: Visit, routine: str, words: str) -> None:
    """Opens a routine's page and chooses an action there."""
    here.shell.open_routine(routine)
    settle()
    here.touch("More")
    touch(here, words)


def names(folder: Path) -> dict[str, str]:
    """All of one's own routines in a data folder, by id."""
    found = read_library(routines_folder(), folder / ROUTINES).routines
    return {entry.id: entry.name for entry in found if entry.source != "bundled"}


def test_a_routine_goes_from_one_folder_to_an_empty_one(window, annas, tmp_path):
    file = tmp_path / "out" / "evening.soleus"
    file.parent.mkdir()
    here = window("anna", answer=file)
    more(here, "annas-evening", "Share as a file")
    finished()
    assert here.says("evening.soleus is in out.")
    assert set(unpack(file.read_bytes(), "x").exercises) == {"annas-stretch", "wall-calf-stretch"}
    here.leave()

    there = window("empty")
    there.shell.take_file(str(file))
    settle()
    assert there.says("Anna's evening")
    assert there.says("New to you: Anna's stretch.")
    there.touch("Add it to mine")
    assert isinstance(there.screen, RoutineScreen)
    assert there.screen.view.name == "Anna's evening"
    assert names(tmp_path / "empty") == {"annas-evening": "Anna's evening"}
    assert (tmp_path / "empty" / ROUTINES / "annas-evening.toml").read_text() == ROUTINE


def test_a_routine_that_came_in_is_taken_back(window, parcel, tmp_path):
    here = window()
    here.shell.take_file(str(parcel))
    settle()
    here.touch("Add it to mine")
    assert names(tmp_path / "mine")
    here.touch("Undo")
    assert names(tmp_path / "mine") == {}
    assert list((tmp_path / "mine" / ROUTINES).rglob("*.toml")) == []
    assert not here.says("Anna's evening")


@pytest.mark.parametrize(
    ("answer", "left"),
    [
        ("Keep both", {"annas-evening": "Mine", "annas-evening-2": "Anna's evening"}),
        ("Replace mine", {"annas-evening": "Anna's evening"}),
        ("Cancel", {"annas-evening": "Mine"}),
    ],
)
def test_a_routine_that_is_here_already_is_a_question(window, annas, parcel, tmp_path, answer, left):
    mine = annas / "annas-evening.toml"
    mine.write_text(ROUTINE.replace("Anna's evening", "Mine"))
    here = window("anna")
    here.shell.take_file(str(parcel))
    settle()
    assert here.says("Keep both, or put this one in its place?")
    here.touch(answer)
    assert names(annas.parent) == left
    if answer != "Cancel":
        here.touch("Undo")
        assert names(annas.parent) == {"annas-evening": "Mine"}


def test_an_exercise_of_ones_own_stays_and_is_named(window, annas, parcel):
    (annas / "exercises" / "annas-stretch.toml").write_text(EXERCISE.replace("Lean.", "Lean far."))
    (annas / "annas-evening.toml").unlink()
    here = window("anna")
    here.shell.take_file(str(parcel))
    settle()
    assert here.says("Yours stays as it is: Anna's stretch.")
    here.touch("Add it to mine")
    assert "Lean far." in (annas / "exercises" / "annas-stretch.toml").read_text()


def test_a_file_that_is_damaged_says_so_and_can_be_closed(window, tmp_path):
    file = tmp_path / "bad.soleus"
    file.write_bytes(b"no zip")
    here = window()
    here.shell.take_file(str(file))
    settle()
    assert here.says("bad.soleus: this is no routine to import")
    here.touch("Close")
    assert topmost() is None


def test_in_settings_a_routine_is_imported_by_keys(window, parcel, tmp_path):
    here = window()
    here.shell.go("settings")
    settle()
    here.button("Import a file").focus = True
    here.press("enter")
    assert here.only(Field).focus
    here.write(str(parcel))
    here.press("enter")
    assert here.only(ParcelContent)
    add = here.button("Add it to mine")
    for _ in range(20):
        here.press("tab")
        if add.focus:
            break
    here.press("enter")
    assert names(tmp_path / "mine") == {"annas-evening": "Anna's evening"}


def test_in_settings_a_routine_is_chosen_by_the_dialog(window, parcel):
    here = window(answer=parcel)
    here.shell.go("settings")
    settle()
    touch(here, "Import a file")
    settle()
    assert here.only(ParcelContent)
    assert here.says("Anna's evening")


def test_a_printed_sheet_has_the_routine_and_the_boxes_that_it_is_due(window, tmp_path):
    file = tmp_path / "sheet.pdf"
    here = window(answer=file)
    here.history.put_target(Target("calf-reset", EveryDay(), here.shell.books.today, 2))
    more(here, "calf-reset", "Print a sheet")
    here.touch("Letter")
    here.touch("Make the sheet")
    finished()
    page = PdfReader(file).pages[0]
    assert float(page.mediabox.width) == 612  # 8.5 inches of 72 points
    text = page.extract_text()
    assert all(name in text for name in ("Calf reset", "Standing calf raise", "Bent-knee wall stretch"))
    assert "Every day, twice" in text
    # Three steps, two weeks and two times a day: a box for each Wednesday of these.
    assert text.count("W\n") == 12
    here.touch("Open")
    assert here.opened == [file]


def test_by_keys_a_sheet_is_printed_to_a_place_that_is_told(window, tmp_path):
    here = window()
    here.shell.open_routine("calf-reset")
    settle()
    here.button("More").focus = True
    here.press("enter")
    while not here.button("Print a sheet").focus:
        here.press("tab")
    here.press("enter")
    while not here.button("Make the sheet").focus:
        here.press("tab")
    here.press("enter")
    finished()
    assert here.says(f"calf-reset.pdf is in {tmp_path.name}.")
    assert len(PdfReader(tmp_path / "calf-reset.pdf").pages) == 1


def test_a_shared_file_is_shown_in_its_folder(window, tmp_path):
    here = window(answer=tmp_path / "reset")
    more(here, "calf-reset", "Share as a file")
    finished()
    here.touch("Show")
    assert here.opened == [tmp_path]
    assert (tmp_path / "reset.soleus").is_file()


def test_a_dialog_that_is_closed_writes_nothing(window, tmp_path):
    here = window(answer="")
    more(here, "calf-reset", "Share as a file")
    finished()
    assert list(here.widgets(Snackbar)) == []
    assert list(tmp_path.glob("*.soleus")) == []


def test_what_cannot_be_written_says_why(window, tmp_path):
    here = window(answer=tmp_path / "nowhere" / "x.pdf")
    more(here, "calf-reset", "Print a sheet")
    here.touch("Make the sheet")
    finished()
    assert here.says("It could not be written")
    assert here.says("see that its folder is there")
