"""Making a routine one's own in the real window, on a real folder: by keyboard alone, and by touch alone."""

from pathlib import Path

import pytest
from kivy.core.window import Window

from app.core.routine import Routine, Step
from app.storage.bundle import routines_folder
from app.storage.library import read_library
from app.storage.paths import ROUTINES
from app.ui.focus import focused
from app.ui.screens.editor import EditorScreen, NameField
from app.ui.screens.editor_parts import StepItem
from app.ui.screens.editor_step import NumberLine, StepContent
from app.ui.screens.exercises import ExerciseLine
from app.ui.screens.picker import PickerScreen
from app.ui.screens.player import PlayerScreen
from app.ui.screens.routine import RoutineScreen
from app.ui.screens.routines import RoutinesScreen
from app.ui.widgets.field import NoteField
from app.ui.widgets.modal import topmost
from app.ui.widgets.search import SearchInput
from app.ui.widgets.snackbar import Snackbar
from app.ui.widgets.sortable import SortingPage
from tests.ui.still_time import frames, seconds, settle
from tests.ui.visit import Visit

EVERY_KIND = (
    Step(exercise="wall-calf-stretch", hold=30, sets=2),
    Step(exercise="calf-raise", reps=10, tempo=(2, 1, 2, 0), sets=2),
    Step(exercise="calf-raise", reps=11, sets=2),
    Step(exercise="wall-calf-stretch", hold=30, reps=3, sets=2),
    Step(wait="Fetch the roller.", prepare=0),
)


@pytest.fixture
def here(visit, tmp_path) -> Visit:
    return visit("routines", folder=tmp_path)


def saved(folder: Path, id_: str) -> Routine:
    entry = read_library(routines_folder(), folder / ROUTINES).find(id_)
    assert entry is not None, f"there is no {id_}"
    assert entry.routine is not None, entry.problems
    return entry.routine


def names(here: Visit) -> list[str]:
    """What the rows of the editor are called, from the top down."""
    rows = sorted(here.widgets(StepItem), key=lambda row: -row.y)
    return [row.item.name for row in rows]


def rows(here: Visit) -> list[StepItem]:
    return sorted(here.widgets(StepItem), key=lambda row: -row.y)


def chosen(here: Visit, words: str) -> None:
    """Presses what says `words`, wherever on the page it is."""
    button = here.button(words)
    here.bring_into_sight(button)
    here.touch_at(button)


def number(here: Visit, label: str) -> NumberLine:
    return next(line for line in here.widgets(NumberLine) if line.item.label == label)


def step_by_touch(here: Visit, label: str, words: str, times: int = 1) -> None:
    for _ in range(times):
        line = number(here, label)
        (button,) = [each for each in line.walk(restrict=True) if getattr(each, "label", "") == words]
        here.bring_into_sight(button)
        here.touch_at(button)


def pick_by_touch(here: Visit, name: str) -> None:
    here.touch_at(here.only(SearchInput))
    here.write(name.lower())
    here.touch_at(next(line for line in here.widgets(ExerciseLine) if line.title == name))


def begin(here: Visit) -> None:
    here.touch("New routine")
    here.touch("Start with nothing")


def edit_calf_reset(here: Visit) -> EditorScreen:
    here.shell.open_routine("calf-reset")
    settle()
    here.touch("Edit")
    assert isinstance(here.screen, EditorScreen)
    return here.screen


def tab_to(here: Visit, words: str) -> None:
    """Goes on by Tab until the keyboard is on what says `words`."""
    for _ in range(120):
        here.press("tab")
        stop = focused()
        if stop is not None and words in (getattr(stop, "label", ""), getattr(stop, "text", "")):
            return
    raise AssertionError(f"Tab never comes to {words!r}")


def tab_until(here: Visit, kind: type) -> None:
    for _ in range(120):
        here.press("tab")
        if isinstance(focused(), kind):
            return
    raise AssertionError(f"Tab never comes to a {kind.__name__}")


# A routine with every kind of step


def test_a_routine_of_every_kind_of_step_is_made_by_touch_alone(here, tmp_path):
    begin(here)
    here.touch_at(here.only(NameField))
    here.write("every kind")
    for name in ("Wall calf stretch", "Standing calf raise", "Standing calf raise", "Wall calf stretch"):
        chosen(here, "Add an exercise")
        pick_by_touch(here, name)
    here.touch_at(rows(here)[2])
    chosen(here, "At your own pace")
    step_by_touch(here, "Repetitions", "More")
    chosen(here, "Done")
    here.bring_into_sight(rows(here)[3])
    here.touch_at(rows(here)[3])
    chosen(here, "Short holds")
    chosen(here, "Done")
    chosen(here, "Add a wait")
    note = next(here.widgets(NoteField))
    here.touch_at(note)
    here.write("Fetch the roller.")
    chosen(here, "Done")
    last = rows(here)[-1]
    here.bring_into_sight(last)
    here.drag(last.grip, last.to_window(0, rows(here)[0].top)[1])
    chosen(here, "Save")
    assert isinstance(here.screen, RoutineScreen)
    made = saved(tmp_path, "every-kind")
    assert made.name == "every kind"
    assert made.step == (EVERY_KIND[-1], *EVERY_KIND[:-1])
    here.touch("Start")
    assert here.screen.view.open_ended
    here.touch("Done")
    here.pass_time(12)
    assert here.screen.view.title == "Wall calf stretch"


def test_a_routine_of_every_kind_of_step_is_made_by_keyboard_alone(here, tmp_path):
    tab_to(here, "New routine")
    here.press("enter", "enter")
    assert isinstance(here.screen, EditorScreen)
    tab_until(here, NameField)
    here.write("by keys")
    for name in ("Wall calf stretch", "Standing calf raise", "Standing calf raise", "Wall calf stretch"):
        tab_to(here, "Add an exercise")
        here.press("enter")
        assert isinstance(here.screen, PickerScreen)
        tab_until(here, SearchInput)
        here.write(name.lower())
        tab_until(here, ExerciseLine)
        while focused().title != name:
            here.press("tab")
        here.press("enter")
    for place, kind in ((2, "At your own pace"), (3, "Short holds")):
        rows(here)[place].focus = True
        here.press("enter")
        _press_chip(here, kind)
        if place == 2:
            _press_more(here, "Repetitions")
        here.press("escape")
    tab_to(here, "Add a wait")
    here.press("enter")
    tab_until(here, NoteField)
    here.write("Fetch the roller.")
    here.press("escape")
    rows(here)[-1].focus = True
    for _ in range(4):
        here.press("alt+up")
    assert names(here)[0] == "Fetch the roller."
    assert focused() is rows(here)[0]
    for _ in range(4):
        here.press("ctrl+down")
    here.press("ctrl+s")
    assert isinstance(here.screen, EditorScreen)
    assert saved(tmp_path, "by-keys").step == EVERY_KIND
    here.press("escape")
    assert isinstance(here.screen, RoutineScreen)
    assert here.screen.view.name == "by keys"
    here.press("enter")
    assert isinstance(here.screen, PlayerScreen)
    here.pass_time(12)
    assert here.screen.view.title == "Wall calf stretch"


def _press_chip(here: Visit, words: str) -> None:
    from app.ui.widgets.controls import Chip

    for _ in range(60):
        here.press("tab")
        stop = focused()
        if isinstance(stop, Chip) and stop.item[1] == words:
            here.press("spacebar")
            return
    raise AssertionError(words)


def _press_more(here: Visit, label: str) -> None:
    for _ in range(60):
        here.press("tab")
        stop = focused()
        line = stop
        while line is not None and line is not Window and not isinstance(line, NumberLine):
            line = line.parent
        if isinstance(line, NumberLine) and line.item.label == label and stop.label == "More":
            here.press("spacebar")
            return
    raise AssertionError(label)


# Order


def test_a_row_that_is_dragged_lands_where_it_is_let_go_and_can_be_put_back(here):
    screen = edit_calf_reset(here)
    before = names(here)
    first, last = rows(here)[0], rows(here)[-1]
    here.drag(first.grip, last.to_window(*last.center)[1] - 10)
    assert names(here) == [*before[1:], before[0]]
    assert [step.name for step in screen.view.steps] == names(here)
    here.touch("Undo")
    assert names(here) == before
    here.touch("Redo")
    assert names(here) == [*before[1:], before[0]]


def test_others_give_way_while_a_row_is_held_and_nothing_is_moved_before_it_is_let_go(here):
    from kivy.tests.common import UnitTestTouch

    screen = edit_calf_reset(here)
    before = screen.view
    first, second = rows(here)[:2]
    place = second.y
    x, y = first.grip.to_window(*first.grip.center)
    finger = UnitTestTouch(x, y)
    finger.touch_down()
    frames(1)
    assert first.lifted
    finger.touch_move(x, y - first.height)
    frames(20)
    assert second.y > place
    assert screen.view == before
    finger.touch_move(x, y)
    finger.touch_up()
    settle()
    assert not first.lifted
    assert screen.view == before
    assert names(here)[0] == first.item.name


def test_a_row_held_at_the_edge_scrolls_the_page(visit, tmp_path):
    from kivy.tests.common import UnitTestTouch

    here = visit("routines", folder=tmp_path, size=(400, 500))
    edit_calf_reset(here)
    page = here.only(SortingPage)
    first = rows(here)[0]
    x, y = first.grip.to_window(*first.grip.center)
    finger = UnitTestTouch(x, y)
    finger.touch_down()
    finger.touch_move(x, page.to_window(*page.pos)[1] + 5)
    before = page.scroll_y
    frames(30)
    assert page.scroll_y < before
    assert names(here)[-1] == first.item.name
    finger.touch_up()
    settle()
    assert here.screen.view.steps[-1].key == first.item.key


# Undo, copy, paste, remove


def test_the_whole_edit_is_undone_and_done_again_by_keys(here):
    screen = edit_calf_reset(here)
    begun = screen.view
    rows(here)[0].focus = True
    here.press("ctrl+c", "ctrl+v", "delete", "alt+down")
    changed = screen.view.steps
    assert len(changed) == len(begun.steps)
    here.press(*["ctrl+z"] * 3)
    assert screen.view.steps == begun.steps
    assert not screen.view.can_undo
    here.press("ctrl+y", "ctrl+shift+z", "ctrl+y")
    assert screen.view.steps == changed


def test_what_was_removed_comes_back_by_its_undo(here):
    screen = edit_calf_reset(here)
    begun = screen.view.steps
    here.touch_at(rows(here)[1])
    chosen(here, "Remove")
    assert len(screen.view.steps) == len(begun) - 1
    assert "is removed" in here.only(Snackbar).text
    here.touch_at(here.only(Snackbar).ids.undo)
    assert screen.view.steps == begun


def test_a_plus_that_is_held_goes_on_by_itself(here):
    from kivy.tests.common import UnitTestTouch

    screen = edit_calf_reset(here)
    here.touch_at(rows(here)[1])
    line = number(here, "Hold")
    (more,) = [each for each in line.walk(restrict=True) if getattr(each, "label", "") == "More"]
    finger = UnitTestTouch(*more.to_window(*more.center))
    finger.touch_down()
    seconds(2)
    finger.touch_up()
    settle()
    # From 30 s at least five rungs: 35, 40, 45, 50, 55; and one undo takes all of it back.
    held = screen.view.steps[1].dose
    assert int(held.split(" ")[0]) >= 55 or "min" in held
    here.press("ctrl+z")
    assert screen.view.steps[1].dose == "30 s each side, 2 sets"


# Saving and leaving


def test_an_edited_copy_has_the_same_id_and_gives_way_to_the_original_again(here, tmp_path):
    edit_calf_reset(here)
    here.touch_at(here.only(NameField))
    here.write(" mine")
    here.touch("Save")
    assert here.screen.view.name == "Calf reset mine"
    assert (tmp_path / ROUTINES / "calf-reset.toml").exists()
    here.touch("More")
    chosen(here, "Bring the original back")
    assert here.screen.view.name == "Calf reset"
    assert not (tmp_path / ROUTINES / "calf-reset.toml").exists()
    here.touch_at(here.only(Snackbar).ids.undo)
    assert saved(tmp_path, "calf-reset").name == "Calf reset mine"
    assert here.screen.view.name == "Calf reset mine"


def test_a_copy_of_a_routine_can_be_deleted_and_brought_back(here, tmp_path):
    here.shell.open_routine("calf-reset")
    settle()
    here.touch("More")
    here.touch("Duplicate")
    assert here.screen.view.name == "Calf reset, copy"
    here.touch("Save")
    assert saved(tmp_path, "calf-reset-copy").step == saved(tmp_path, "calf-reset").step
    here.touch("More")
    here.touch("Delete")
    assert isinstance(here.screen, RoutinesScreen)
    assert not (tmp_path / ROUTINES / "calf-reset-copy.toml").exists()
    here.touch_at(here.only(Snackbar).ids.undo)
    assert saved(tmp_path, "calf-reset-copy").name == "Calf reset, copy"
    assert "Calf reset, copy" in [row.name for row in here.screen.view.rows]


def test_leaving_without_a_change_asks_nothing(here):
    edit_calf_reset(here)
    here.press("escape")
    assert isinstance(here.screen, RoutineScreen)


@pytest.mark.parametrize(("answer", "name"), [("Save them", "Calf reset x"), ("Discard them", "Calf reset")])
def test_leaving_with_changes_asks_what_is_to_become_of_them(here, tmp_path, answer, name):
    edit_calf_reset(here)
    here.touch_at(here.only(NameField))
    here.write(" x")
    here.press("escape")
    assert here.says("Keep your changes?")
    here.touch("Go on editing")
    assert isinstance(here.screen, EditorScreen)
    here.press("escape")
    here.touch(answer)
    assert isinstance(here.screen, RoutineScreen)
    assert here.screen.view.name == saved(tmp_path, "calf-reset").name == name
    assert here.shell.house.editing.unfinished() == ()


def test_what_is_missing_is_said_at_its_place(here, tmp_path):
    begin(here)
    chosen(here, "Add an exercise")
    pick_by_touch(here, "Wall calf stretch")
    here.touch("Save")
    assert isinstance(here.screen, EditorScreen)
    assert here.says("Give it a name to save it.")
    assert focused() is here.only(NameField)
    here.write("now")
    assert not here.says("Give it a name to save it.")
    here.touch("Save")
    assert saved(tmp_path, "now").name == "now"


def test_a_disk_that_refuses_says_why_and_loses_nothing(here, tmp_path):
    edit_calf_reset(here)
    (tmp_path / ROUTINES).write_text("a file where the folder should be")
    here.touch_at(here.only(NameField))
    here.write(" x")
    here.touch("Save")
    assert isinstance(here.screen, EditorScreen)
    assert here.says("could not be")
    assert here.screen.view.name == "Calf reset x"


# Trying one step


def test_an_advice_leads_to_the_step_that_it_is_about(here):
    edit_calf_reset(here)
    here.touch_at(rows(here)[2])
    chosen(here, "Left")
    chosen(here, "Done")
    assert here.says("On the right side the deep calf would get nothing.")
    chosen(here, "Go to step 3")
    assert here.only(StepContent).view.title == "Bent-knee wall stretch"


def test_one_step_is_tried_with_nothing_remembered(here):
    edit_calf_reset(here)
    sessions = here.history.sessions()
    here.touch_at(rows(here)[1])
    chosen(here, "Try this step")
    assert isinstance(here.screen, PlayerScreen)
    assert here.screen.view.title == "Wall calf stretch"
    here.pass_time(20)
    here.press("escape")
    assert isinstance(here.screen, EditorScreen)
    assert here.history.sessions() == sessions
    assert here.history.running() == ()
    assert not here.keep_awake.awake
    here.touch_at(rows(here)[1])
    chosen(here, "Try this step")
    here.pass_to_the_end(600)
    assert isinstance(here.screen, EditorScreen)
    assert here.history.sessions() == sessions


# What others change


def other_program_writes(folder: Path, name: str) -> None:
    path = folder / ROUTINES / "calf-reset.toml"
    path.parent.mkdir(exist_ok=True)
    text = (routines_folder() / "calf-reset.toml").read_text()
    path.write_text(text.replace('"Calf reset"', f'"{name}"'))


def test_a_file_changed_meanwhile_is_taken_over_where_nothing_was_edited(here, tmp_path):
    screen = edit_calf_reset(here)
    other_program_writes(tmp_path, "Theirs")
    here.shell.look_around()
    assert screen.view.name == "Theirs"
    assert topmost() is None


@pytest.mark.parametrize(
    ("answer", "name"), [("Keep mine", "Calf reset mine"), ("Take the file’s", "Theirs")]
)
def test_where_both_have_changed_it_asks_whose_is_to_count(here, tmp_path, answer, name):
    screen = edit_calf_reset(here)
    here.touch_at(here.only(NameField))
    here.write(" mine")
    other_program_writes(tmp_path, "Theirs")
    here.touch("Save")
    assert here.says("Another program has changed calf-reset.toml")
    here.touch(answer)
    assert screen.view.name == name
    if answer == "Keep mine":
        here.touch("Save")
    assert saved(tmp_path, "calf-reset").name == name


def test_taking_the_files_closes_the_sheet_of_a_step_that_is_not_in_it(here, tmp_path):
    screen = edit_calf_reset(here)
    chosen(here, "Add a wait")
    other_program_writes(tmp_path, "Theirs")
    seconds(3)
    here.touch("Take the file’s")
    assert topmost() is None
    assert screen.view.name == "Theirs"


def test_while_an_exercise_is_looked_for_nobody_asks_whose_is_to_count(here, tmp_path):
    edit_calf_reset(here)
    here.touch_at(rows(here)[0])
    chosen(here, "Choose another exercise")
    assert isinstance(here.screen, PickerScreen)
    other_program_writes(tmp_path, "Theirs")
    seconds(3)
    assert isinstance(here.screen, PickerScreen)
    assert topmost() is None
    pick_by_touch(here, "Ankle circles")
    seconds(3)
    assert here.says("Another program has changed calf-reset.toml")


def test_asked_once_and_put_off_it_is_asked_again_only_when_it_is_to_be_saved(here, tmp_path):
    edit_calf_reset(here)
    here.touch_at(here.only(NameField))
    here.write(" mine")
    other_program_writes(tmp_path, "Theirs")
    seconds(3)
    assert here.says("Another program has changed calf-reset.toml")
    here.press("escape")
    seconds(5)
    assert topmost() is None
    here.touch("Save")
    assert here.says("Another program has changed calf-reset.toml")


def test_the_list_tells_within_seconds_what_others_have_done(here, tmp_path):
    other_program_writes(tmp_path, "Theirs")
    seconds(3)
    assert here.says("Theirs")


def test_the_list_tells_what_others_have_done_when_the_window_is_looked_at_again(here, tmp_path):
    other_program_writes(tmp_path, "Theirs")
    here.shell.look_around()
    settle()
    assert here.says("Theirs")


# After a crash


def test_what_was_edited_when_the_power_went_is_offered_again(visit, tmp_path):
    here = visit("routines", folder=tmp_path)
    edit_calf_reset(here)
    here.touch_at(here.only(NameField))
    here.write(" half done")
    here.clock.advance(2)
    seconds(1.5)
    again = visit("routines", folder=tmp_path)
    assert again.says("Go on editing “Calf reset half done”")
    again.touch("Go on editing “Calf reset half done”")
    assert again.screen.view.name == "Calf reset half done"
    assert topmost() is None
    again.touch("Save")
    assert saved(tmp_path, "calf-reset").name == "Calf reset half done"
    assert again.shell.house.editing.unfinished() == ()


def test_a_new_routine_survives_a_closed_window(visit, tmp_path):
    here = visit("routines", folder=tmp_path)
    begin(here)
    chosen(here, "Add an exercise")
    pick_by_touch(here, "Wall calf stretch")
    here.shell.stop_following()
    again = visit("routines", folder=tmp_path)
    again.touch("Go on editing “A new routine”")
    assert names(again) == ["Wall calf stretch"]
    assert again.screen.view.can_save


def test_editing_a_routine_with_something_left_over_asks_first(visit, tmp_path):
    here = visit("routines", folder=tmp_path)
    edit_calf_reset(here)
    here.touch_at(here.only(NameField))
    here.write(" x")
    here.shell.stop_following()
    again = visit("routines", folder=tmp_path)
    again.shell.open_routine("calf-reset")
    settle()
    again.touch("Edit")
    again.touch("Discard them and begin anew")
    assert again.screen.view.name == "Calf reset"


# A file that needs attention


def test_a_file_with_mistakes_opens_in_the_editor_of_the_system(here, tmp_path):
    path = tmp_path / ROUTINES / "bad.toml"
    path.parent.mkdir()
    path.write_text("format = 1\nhodl = 3\n")
    here.shell.look_around()
    here.shell.open_routine("bad")
    settle()
    assert here.says("bad.toml:2")
    chosen(here, "Open the file")
    assert here.opened == [path]


def test_the_step_keeps_to_what_a_file_may_hold(here):
    screen = edit_calf_reset(here)
    here.touch_at(rows(here)[2])
    step_by_touch(here, "Sets", "Less")
    line = number(here, "Sets")
    assert line.item.value == "1"
    assert not line.item.can_lower
    assert [item.label for item in here.only(StepContent).view.fields] == [
        "Hold",
        "Sets",
        "Get ready",
        "Change sides",
    ]
    chosen(here, "Left")
    assert [item.label for item in here.only(StepContent).view.fields] == ["Hold", "Sets", "Get ready"]
    assert screen.view.advice[0].text.startswith("On the right side")
