"""The physio's sheet in the real window, on a real folder: by keyboard alone, and by touch alone."""

from dataclasses import replace
from datetime import date

import pytest
from kivy.core.clipboard import Clipboard

from app.core.ports import RecordError
from app.core.target import EveryDay, Target
from app.demo import DemoSharing
from app.run.sharing_desk import WindowSharing
from app.storage.bundle import routines_folder
from app.storage.library import read_library
from app.storage.paths import ROUTINES
from app.ui.focus import focused
from app.ui.screens.exercises import ExerciseLine
from app.ui.screens.picker import PickerScreen
from app.ui.screens.routine import RoutineScreen
from app.ui.screens.routines import RoutinesScreen
from app.ui.screens.sheet_line import AmountLine, LineContent
from app.ui.screens.sheet_page import SheetCard, SheetField, SheetPage
from app.ui.widgets.modal import topmost
from app.ui.widgets.search import SearchInput
from app.ui.widgets.snackbar import Snackbar
from tests.ui.still_time import seconds, settle
from tests.ui.visit import Visit

SHEET = "Calf programme\nCalf wall stretch 3x30s each side, 2x/day, 6 weeks\nSquats 3x10\nHeel raises 3x12\n"


@pytest.fixture
def here(visit, tmp_path, monkeypatch) -> Visit:
    """The list of routines, on a folder without any of one's own."""
    monkeypatch.setenv("SOLEUS_HOME", str(tmp_path))
    found = visit("routines", folder=tmp_path)
    found.shell.house = replace(found.shell.house, sharing=WindowSharing(found.history))
    return found


def routine(folder, id_="calf-programme"):
    entry = read_library(routines_folder(), folder / ROUTINES).find(id_)
    assert entry is not None, f"there is no {id_}"
    return entry.routine


def read(here: Visit) -> list[tuple[str, str]]:
    """What stands on the cards: each line with what it was understood as."""
    seconds(0.5)
    settle()
    return [(card.item.text, card.item.title) for card in here.widgets(SheetCard)]


def paste(here: Visit, text: str = SHEET) -> None:
    Clipboard.copy(text)
    here.press("ctrl+v")


def go_to(here: Visit, words: str) -> None:
    """Presses Tab until the keyboard is on what says `words`."""
    for _ in range(80):
        here.press("tab")
        if (at := focused()) is not None and at is here.button(words):
            return
    raise AssertionError(f"Tab does not lead to {words}")


def go_to_kind(here: Visit, kind: type, number: int = 0):
    """Presses Tab until the keyboard is on that widget of the kind."""
    for _ in range(80):
        here.press("tab")
        if isinstance(at := focused(), kind) and at is list(here.widgets(kind))[number]:
            return at
    raise AssertionError(f"Tab does not lead to {kind.__name__}")


def press_line(here: Visit, number: int) -> None:
    card = list(here.widgets(SheetCard))[number]
    here.bring_into_sight(card)
    here.touch_at(card)


def touch(here: Visit, words: str) -> None:
    button = here.button(words)
    here.bring_into_sight(button)
    here.touch_at(button)


def amount(here: Visit, label: str) -> AmountLine:
    return next(line for line in here.widgets(AmountLine) if line.item.label == label)


def step(here: Visit, label: str, by: int) -> None:
    """Touches the plus or the minus of an amount."""
    stepper = amount(here, label).children[0]
    button = stepper.children[0 if by > 0 else -1]
    here.bring_into_sight(button)
    here.touch_at(button)


def opened(here: Visit, text: str = SHEET) -> None:
    touch(here, "New routine")
    touch(here, "From a therapist's sheet")
    assert isinstance(here.screen, SheetPage)
    field = here.only(SheetField)
    here.touch_at(field)
    assert field.focus
    paste(here, text)


def test_by_touch_a_sheet_becomes_a_routine_that_is_due(here, tmp_path):
    opened(here)
    assert read(here) == [
        ("Calf programme", "The name of the routine"),
        ("Calf wall stretch 3x30s each side, 2x/day, 6 weeks", "Wall calf stretch"),
        ("Squats 3x10", "Which exercise is this?"),
        ("Heel raises 3x12", "Standing calf raise"),
    ]
    press_line(here, 2)
    touch(here, "Choose the exercise")
    assert isinstance(here.screen, PickerScreen)
    touch(here, "Strength")
    chosen = next(here.widgets(ExerciseLine))
    exercise, name = chosen.id_, chosen.title
    here.touch_at(chosen)
    assert isinstance(topmost().ids.page.children[0], LineContent)
    step(here, "Sets", -1)
    touch(here, "Done")
    assert read(here)[2] == ("Squats 3x10", name)
    touch(here, "Make the routine")
    assert isinstance(here.screen, RoutineScreen)
    made = routine(tmp_path)
    assert made.name == "Calf programme"
    assert [(each.exercise, each.sets) for each in made.step] == [
        ("wall-calf-stretch", 3),
        (exercise, 2),
        ("calf-raise", 3),
    ]
    # Six weeks from Sunday 22 November 2026 on end with Saturday 2 January 2027.
    assert here.history.targets() == (
        Target("calf-programme", EveryDay(), date(2026, 11, 22), 2, date(2027, 1, 2)),
    )
    assert here.says("Every day, twice")


def test_by_keyboard_a_sheet_becomes_a_routine_that_is_due(here, tmp_path):
    go_to(here, "New routine")
    here.press("enter")
    go_to(here, "From a therapist's sheet")
    here.press("enter")
    go_to_kind(here, SheetField)
    paste(here)
    assert len(read(here)) == 4
    go_to_kind(here, SheetCard, 2)
    here.press("enter")
    go_to(here, "Choose the exercise")
    here.press("enter")
    go_to_kind(here, SearchInput)
    here.write("bridge")
    go_to_kind(here, ExerciseLine)
    chosen = focused().id_
    here.press("enter")
    while focused() is None or focused() not in here.only(LineContent).walk():
        here.press("tab")
    here.press("escape")
    go_to(here, "Make the routine")
    here.press("enter")
    assert isinstance(here.screen, RoutineScreen)
    assert [each.exercise for each in routine(tmp_path).step] == ["wall-calf-stretch", chosen, "calf-raise"]
    assert [target.times for target in here.history.targets()] == [2]


def test_undone_the_sheet_is_there_again_as_it_was_written(here, tmp_path):
    opened(here)
    read(here)
    press_line(here, 3)
    step(here, "Sets", 1)
    touch(here, "Done")
    touch(here, "Make the routine")
    assert routine(tmp_path).step[1].sets == 4
    here.touch("Undo")
    assert isinstance(here.screen, SheetPage)
    assert here.only(SheetField).text == SHEET
    assert read_library(routines_folder(), tmp_path / ROUTINES).find("calf-programme") is None
    assert here.history.targets() == ()
    touch(here, "Make the routine")
    assert routine(tmp_path).step[1].sets == 4


def test_a_corrected_line_stays_so_while_others_are_written(here):
    opened(here)
    read(here)
    press_line(here, 3)
    touch(here, "Not an exercise")
    assert read(here)[3] == ("Heel raises 3x12", "Not an exercise")
    field = here.only(SheetField)
    here.bring_into_sight(field)
    field.focus = True
    field.cursor = (0, 0)
    here.write("Bridge 3x10 ")
    field.insert_text("\n")
    titles = dict(read(here))
    assert titles["Heel raises 3x12"] == "Not an exercise"
    assert titles["Bridge 3x10"] == "Bridge"


def test_what_is_written_is_there_when_one_comes_back(here):
    opened(here)
    here.press("escape")
    assert isinstance(here.screen, RoutinesScreen)
    touch(here, "New routine")
    touch(here, "From a therapist's sheet")
    assert here.only(SheetField).text == SHEET
    assert len(read(here)) == 4


def test_the_last_words_count_even_if_nobody_waits_for_them_to_be_read(here, tmp_path):
    opened(here, "Heel raises 3x12\n")
    read(here)
    here.write("Bridge 3x10")
    touch(here, "Make the routine")
    assert [each.exercise for each in routine(tmp_path, "from-my-therapist").step] == ["calf-raise", "bridge"]


def test_a_name_of_ones_own_counts_more_than_the_sheets(here, tmp_path):
    opened(here)
    read(here)
    name = next(field for field in here.screen.walk() if getattr(field, "hint_text", "") == "Calf programme")
    here.bring_into_sight(name)
    name.focus = True
    here.write("Jo's six weeks")
    touch(here, "Make the routine")
    assert routine(tmp_path, "jos-six-weeks").name == "Jo's six weeks"


def test_a_second_sheet_of_the_same_name_overwrites_nothing(here, tmp_path):
    for _ in range(2):
        here.shell.go("routines")
        settle()
        opened(here)
        read(here)
        touch(here, "Make the routine")
    assert {path.name for path in (tmp_path / ROUTINES).glob("*.toml")} == {
        "calf-programme.toml",
        "calf-programme-2.toml",
    }


def test_without_an_exercise_there_is_no_routine_to_make(here):
    opened(here, "Squats 3x10\n")
    read(here)
    assert here.button("Make the routine").disabled
    here.press("escape", "enter")
    assert not isinstance(here.screen, RoutineScreen)


def test_what_cannot_be_saved_says_why_and_loses_nothing(here):
    class Full(DemoSharing):
        def add(self, routine, targets):
            raise RecordError("calf-programme.toml: could not be written (the disk is full).")

    here.shell.house = replace(here.shell.house, sharing=Full())
    opened(here)
    read(here)
    touch(here, "Make the routine")
    assert here.says("the disk is full")
    assert here.only(SheetField).text == SHEET
    assert list(here.widgets(Snackbar)) == []


def test_nothing_is_written_until_the_routine_is_made(here, tmp_path):
    opened(here)
    read(here)
    assert not (tmp_path / ROUTINES).exists()
