"""Making an exercise of one's own in the real window, on a real folder: by keyboard alone, and by touch alone."""

from pathlib import Path

import pytest
from kivy.tests.common import UnitTestTouch

from app.cli import main
from app.core.exercise import Exercise
from app.core.routine import Routine, Step
from app.storage.bundle import routines_folder
from app.storage.library import read_library
from app.storage.own_exercises import new_file, own_ids, picture_path, save_exercise
from app.storage.paths import ROUTINES
from app.storage.routine_text import new_text as routine_text
from app.ui.focus import focused
from app.ui.screens.exercise import ExerciseScreen
from app.ui.screens.exercises import ExerciseLine, ExercisesScreen
from app.ui.screens.own_exercise import OwnExerciseScreen
from app.ui.screens.own_exercise_parts import OwnLine
from app.ui.screens.posing import PosingScreen
from app.ui.widgets.field import Field, NoteField
from app.ui.widgets.figure import FigureView
from app.ui.widgets.modal import topmost
from app.ui.widgets.pose_stage import PoseHandle, PoseStage
from app.ui.widgets.search import SearchInput
from tests.ui.still_time import frames, settle
from tests.ui.visit import Visit

MINE = Exercise(1, "mine", "Mine", ("Stand.", "Lean."), ("soleus",), "stretch", "standing", "both")


@pytest.fixture
def here(visit, tmp_path) -> Visit:
    return visit("exercises", folder=tmp_path)


def made(folder: Path, id_: str) -> Exercise:
    return read_library(routines_folder(), folder / ROUTINES).exercises[id_]


def chosen(here: Visit, words: str) -> None:
    """Presses what says `words`, wherever on the page it is."""
    button = here.button(words)
    here.bring_into_sight(button)
    here.touch_at(button)


def write_by_touch(here: Visit, field: Field, text: str) -> None:
    here.bring_into_sight(field)
    here.touch_at(field)
    here.write(text)


def tab_until(here: Visit, wanted) -> None:
    for _ in range(160):
        here.press("tab")
        if (stop := focused()) is not None and wanted(stop):
            return
    raise AssertionError("Tab never comes there")


def says(words: str):
    return lambda stop: words in (getattr(stop, "label", ""), getattr(stop, "text", ""), _word(stop))


def _word(stop) -> str:
    item = getattr(stop, "item", None)
    return item[1] if isinstance(item, tuple) else ""


def point(name: str):
    return lambda stop: isinstance(stop, PoseHandle) and stop.mark.name == name


def drag(here: Visit, name: str, x_px: float, y_px: float) -> None:
    """A finger takes a point of the figure and leaves it elsewhere."""
    handle = here.only(PoseStage).handle(name)
    x, y = handle.to_window(*handle.center)
    finger = UnitTestTouch(x, y)
    finger.touch_down()
    for share in (0.25, 0.5, 0.75, 1):
        finger.touch_move(x + x_px * share, y + y_px * share)
        frames(2)
    finger.touch_up()
    settle()


# Made from nothing


def test_by_touch_alone_an_exercise_is_made_and_found(here, tmp_path, capsys, monkeypatch):
    here.touch("New exercise")
    assert isinstance(here.screen, OwnExerciseScreen)
    name, *_ = here.widgets(Field)
    write_by_touch(here, name, "deep lunge")
    for line, text in zip(tuple(here.widgets(OwnLine)), ("stand tall.", "sink down."), strict=True):
        (field,) = [each for each in line.walk(restrict=True) if isinstance(each, NoteField)]
        write_by_touch(here, field, text)
    chosen(here, "Choose how to show it")
    here.touch("A figure that you pose")
    assert isinstance(here.screen, PosingScreen)
    drag(here, "hip", 20, -60)
    here.touch("Done")
    chosen(here, "Buttocks")
    here.touch("Save")

    exercise = made(tmp_path, "deep-lunge")
    assert exercise.name == "deep lunge"
    assert exercise.muscles == ("glutes",)
    assert exercise.figure.pose[0].hip == (0, 0.525)
    assert exercise.figure.pose[1].hip[1] < 0.50
    assert isinstance(here.screen, ExerciseScreen)
    assert here.says("deep lunge")
    here.touch("Back")
    here.touch_at(here.only(SearchInput))
    here.write("lunge")
    assert [line.title for line in here.widgets(ExerciseLine)] == ["deep lunge"]
    monkeypatch.setenv("SOLEUS_HOME", str(tmp_path))
    assert main(["check", str(tmp_path / ROUTINES / "exercises" / "deep-lunge.toml")]) == 0
    assert capsys.readouterr().err == ""


def test_by_keyboard_alone_an_exercise_is_made(here, tmp_path):
    tab_until(here, says("New exercise"))
    here.press("enter")
    tab_until(here, lambda stop: isinstance(stop, Field))
    here.write("arm lift")
    tab_until(here, says("Choose how to show it"))
    here.press("enter")
    tab_until(here, lambda stop: getattr(stop, "title", "") == "A figure that you pose")
    here.press("enter")
    assert isinstance(here.screen, PosingScreen)
    tab_until(here, point("near-hand"))
    here.press(*["shift+right"] * 4, *["up"] * 3)
    here.press("escape")
    assert isinstance(here.screen, OwnExerciseScreen)
    for text in ("stand.", "lift."):
        tab_until(
            here,
            lambda stop: isinstance(stop, NoteField) and isinstance(stop.parent, OwnLine) and not stop.text,
        )
        here.write(text)
    tab_until(here, says("Shoulders"))
    here.press("enter")
    tab_until(here, says("Save"))
    here.press("enter")
    exercise = made(tmp_path, "arm-lift")
    assert exercise.figure.pose[1].near_arm.shoulder > exercise.figure.pose[0].near_arm.shoulder + 10
    assert exercise.muscles == ("shoulders",)


def test_what_is_missing_is_said_at_its_place(here, tmp_path):
    here.touch("New exercise")
    here.write("")
    here.screen.dispatch("on_name", "Something")
    settle()
    here.touch("Save")
    assert here.says("Say in two sentences")
    assert here.says("Choose one muscle")
    assert not here.says("Give it a name")
    assert own_ids(tmp_path / ROUTINES) == frozenset()


def test_leaving_with_changes_asks(here):
    here.touch("New exercise")
    here.screen.dispatch("on_name", "Something")
    settle()
    here.press("escape")
    assert here.says("Keep your changes?")
    here.touch("Go on editing")
    assert isinstance(here.screen, OwnExerciseScreen)
    here.press("escape")
    here.touch("Discard them")
    assert isinstance(here.screen, ExercisesScreen)


# Posing


@pytest.fixture
def posing(here) -> Visit:
    here.shell.browsing.own_exercises.do("duplicate", here.shell.books.library.exercises["wall-calf-stretch"])
    here.shell.browsing.own_exercises.edit.pose()
    settle()
    return here


def test_one_drag_is_one_for_undo(posing):
    before = posing.shell.browsing.own_exercises.edit.draft.exercise.figure
    drag(posing, "hip", -20, -10)
    drag(posing, "head", 10, 0)
    posing.touch("Undo")
    posing.touch("Undo")
    assert posing.shell.browsing.own_exercises.edit.draft.exercise.figure == before


def test_the_movement_plays_and_a_drag_goes_on_at_the_keyframe(posing):
    posing.touch("Play the movement")
    posing.pass_time(1)
    assert not list(posing.widgets(PoseHandle))
    first = posing.screen.view.picture.position
    posing.pass_time(0.5)
    assert posing.screen.view.picture.position != first
    posing.touch("Stop")
    assert list(posing.widgets(PoseHandle))


def test_in_the_mirror_a_point_follows_the_finger_too(posing):
    stage = posing.only(PoseStage)
    x = stage.handle("near-elbow") or stage.handle("head")
    before = x.center_x
    posing.touch("Show the other side")
    mirrored = posing.only(PoseStage).handle("head").center_x
    assert mirrored != pytest.approx(before, abs=5)
    drag(posing, "head", 15, 0)
    assert posing.only(PoseStage).handle("head").center_x > mirrored


def test_a_keyframe_in_the_middle_comes_and_goes(posing):
    posing.touch("Add a keyframe in the middle")
    assert posing.screen.view.frames == ("Start", "Middle", "End")
    assert posing.screen.view.at == "At 50 % of the way"
    posing.touch("More")
    assert posing.screen.view.at == "At 55 % of the way"
    posing.touch("Take this keyframe away")
    assert posing.screen.view.frames == ("Start", "End")


def test_a_hand_in_the_wall_is_told_of_calmly(posing):
    posing.screen.dispatch("on_drag", "thing-wall", 0.40, 1.0)
    settle()
    assert posing.says("sinks into the wall.")


# What is done with an exercise that is there


def with_mine(visit, folder: Path, picture: bool = False) -> Visit:
    save_exercise(new_file(folder / ROUTINES, "mine"), MINE)
    here = visit("exercises", folder=folder)
    here.shell.browsing.open_exercise("mine")
    settle()
    return here


def test_an_exercise_is_deleted_and_brought_back(visit, tmp_path):
    here = with_mine(visit, tmp_path)
    here.touch("More")
    here.touch("Delete")
    assert own_ids(tmp_path / ROUTINES) == frozenset()
    assert isinstance(here.screen, ExercisesScreen)
    here.touch("Undo")
    assert own_ids(tmp_path / ROUTINES) == {"mine"}


def test_who_deletes_what_a_routine_uses_is_told_which(visit, tmp_path):
    routine = Routine(1, "evening", "Evening", (Step(exercise="mine", hold=30),))
    (tmp_path / ROUTINES).mkdir()
    (tmp_path / ROUTINES / "evening.toml").write_text(routine_text(routine))
    here = with_mine(visit, tmp_path)
    here.touch("More")
    here.touch("Delete")
    assert here.says("Evening uses it, and needs attention without it.")
    assert own_ids(tmp_path / ROUTINES) == {"mine"}
    topmost().cancel()


def test_a_bundled_exercise_can_only_be_duplicated(visit, tmp_path):
    here = visit("exercise", folder=tmp_path)
    here.touch("More")
    assert not here.says("Delete")
    here.touch("Duplicate")
    here.touch("Save")
    assert own_ids(tmp_path / ROUTINES) == {"wall-calf-stretch-mine"}
    assert made(tmp_path, "wall-calf-stretch-mine").figure.is_drawn


def test_a_picture_of_ones_own_is_shown_instead_of_a_figure(visit, tmp_path):
    chosen_picture = routines_folder().parent / "assets" / "icon.png"
    here = with_mine(visit, tmp_path)
    here.touch("More")
    here.touch("Edit")
    here.shell.take_file(str(chosen_picture))
    settle()
    here.touch("Save")
    assert picture_path(tmp_path / ROUTINES, "mine.png").read_bytes() == chosen_picture.read_bytes()
    assert isinstance(here.screen, ExerciseScreen)
    (view,) = [view for view in here.widgets(FigureView) if view.picture.file]
    assert view.picture.file == "mine.png"
    assert view._photograph is not None


def test_what_is_no_picture_is_refused_in_words(visit, tmp_path):
    text = tmp_path / "notes.txt"
    text.write_text("no picture")
    here = with_mine(visit, tmp_path)
    here.touch("More")
    here.touch("Edit")
    here.shell.take_file(str(text))
    settle()
    assert here.says("no PNG or JPEG")


def test_undoing_to_before_there_was_a_figure_goes_back_to_the_page(here):
    here.touch("New exercise")
    here.shell.browsing.own_exercises.edit.pose()
    settle()
    assert isinstance(here.screen, PosingScreen)
    here.touch("Undo")
    assert isinstance(here.screen, OwnExerciseScreen)
    assert here.shell.browsing.own_exercises.edit.draft.exercise.figure is None
