"""Settings > Your data: taking data out and in, and backups, by hand and by key."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from msgspec import structs

from app.core.ports import RecordError
from app.core.transfer import Merge
from app.demo import DemoDesk
from app.ui.house import Preview
from app.ui.screens.data import BackupLine, BackupsContent, HabitLine, ImportContent
from app.ui.screens.settings import SettingsScreen
from app.ui.widgets.field import Field
from app.ui.widgets.modal import topmost
from app.ui.widgets.sheet import BottomSheetCard
from app.ui.widgets.snackbar import Snackbar
from app.views.transfer import transfer_view
from tests.ui.still_time import settle
from tests.views.shelf import session

NEWS = transfer_view(Merge(added=(session(0),)), ["diary.csv:7: no day."])


class NotedDesk(DemoDesk):
    """Writes down what was asked of it, and fails when told to."""

    def __init__(self) -> None:
        self.noted: list[str] = []
        self.trouble = ""
        self.preview = Preview(NEWS)
        self.habits: tuple[str, ...] = ()

    def look_into(self, path: str, habits: Sequence[str] = ()) -> Preview:
        self._note(f"look into {Path(path).name} {','.join(habits)}".strip())
        return Preview(habits=self.habits) if self.habits and not habits else self.preview

    def take_in(self, preview: Preview) -> Callable[[], None]:
        assert preview is self.preview
        self._note("take in")
        return lambda: self._note("take back")

    def export(self, path: str) -> int:
        self._note(f"export {path}")
        return 70

    def back_up(self) -> bool:
        self._note("back up")
        return True

    def restore(self, name: str) -> str:
        self._note(f"restore {name}")
        return "before"

    def _note(self, what: str) -> None:
        if self.trouble:
            raise RecordError(self.trouble)
        self.noted.append(what)


class AnsweringDialog:
    """Answers at once with `answer`, and writes down what it was asked."""

    works = True

    def __init__(self, answer: str | None) -> None:
        self.answer = answer
        self.asked: list[str] = []

    def ask_to_open(self, title: str, answer: Callable[[str | None], None]) -> None:
        self.asked.append(title)
        answer(self.answer)

    def ask_to_save(self, title: str, path: str, answer: Callable[[str | None], None]) -> None:
        self.asked.append(f"{title} {path}")
        answer(self.answer)

    def close(self) -> None: ...


@pytest.fixture
def settings(visit):
    """Settings with a desk that notes, and a file dialog that answers if `answer` is given."""

    def opened(*answer: str | None, **more):
        here = visit("today", **more)
        desk = NotedDesk()
        changes = {"data": desk}
        if answer:
            changes["file_dialog"] = AnsweringDialog(answer[0])
        here.shell.house = replace(here.shell.house, **changes)
        here.shell.go("settings")
        settle()
        return here, desk

    return opened


def wish(here, words: str) -> None:
    """Presses a row of the card."""
    row = here.button(words)
    here.bring_into_sight(row)
    here.touch_at(row)
    settle()


def test_the_folder_opens_where_the_desktop_can_show_it(settings):
    here, _desk = settings()
    shown: list[Path] = []
    here.shell.house = replace(here.shell.house, open_outside=shown.append)
    here.shell.__dict__.pop("_adjusting", None)
    here.shell.go("settings")
    settle()
    wish(here, "Open the folder")
    assert shown == [here.shell.house.folder]


def test_an_export_is_written_where_the_dialog_says(settings):
    here, desk = settings("/home/me/mine.csv")
    wish(here, "Export")
    here.touch("A table")
    settle()
    assert desk.noted == ["export /home/me/mine.csv"]
    assert here.says("70 sessions, in this file:\n/home/me/mine.csv")
    here.touch("Close")
    assert topmost() is None


def test_an_export_gets_its_ending(settings):
    here, desk = settings("/home/me/mine")
    wish(here, "Export")
    here.touch("Everything")
    settle()
    assert desk.noted == ["export /home/me/mine.zip"]


def test_a_dialog_that_is_closed_exports_nothing(settings):
    here, desk = settings("")
    wish(here, "Export")
    here.touch("A table")
    settle()
    assert (desk.noted, topmost()) == ([], None)


@pytest.mark.parametrize("answer", [(), (None,)], ids=["no dialog", "a dialog that fails"])
def test_without_a_dialog_the_place_is_ours_and_told(settings, answer):
    here, desk = settings(*answer)
    wish(here, "Export")
    here.touch("A file for programs")
    settle()
    assert desk.noted == ["export ~/Downloads/soleus-2026-11-22.json"]
    assert here.says("~/Downloads/soleus-2026-11-22.json")


def test_what_cannot_be_written_says_why(settings):
    here, desk = settings()
    desk.trouble = "The disk is full."
    wish(here, "Export")
    here.touch("A table")
    settle()
    assert here.says("It could not be written")
    assert here.says("The disk is full.")


def test_a_file_is_shown_before_it_is_brought_in(settings):
    here, desk = settings("/home/me/diary.csv")
    wish(here, "Import a file")
    assert desk.noted == ["look into diary.csv"]
    assert here.says("Adds 1 session of 22 November 2026.")
    assert here.says("diary.csv:7: no day.")
    here.touch("Cancel")
    assert desk.noted == ["look into diary.csv"]
    assert list(here.widgets(Snackbar)) == []


def test_an_import_can_be_taken_back(settings):
    here, desk = settings("/home/me/diary.csv")
    wish(here, "Import a file")
    here.touch("Import it")
    assert here.says("Added 1 session of 22 November 2026.")
    here.touch("Undo")
    assert desk.noted == ["look into diary.csv", "take in", "take back"]


def test_of_several_habits_the_wanted_ones_are_brought_in(settings):
    here, desk = settings("/home/me/loop.zip")
    desk.habits = ("Stretch", "Read", "Calves")
    wish(here, "Import a file")
    assert not here.says("Import it")
    for line in list(here.widgets(HabitLine))[::2]:
        here.touch_at(line)
    assert desk.noted[-1] == "look into loop.zip Stretch,Calves"
    here.touch("Import it")
    assert desk.noted[-1] == "take in"


def test_without_a_dialog_the_path_is_written(settings):
    here, desk = settings()
    wish(here, "Import a file")
    here.only(Field).focus = True
    here.write("/home/me/diary.csv")
    here.press("enter")
    assert desk.noted == ["look into diary.csv"]
    assert here.says("Adds 1 session")


def test_a_file_that_cannot_be_read_says_why_and_can_be_closed(settings):
    here, desk = settings("/home/me/diary.csv")
    desk.trouble = "diary.csv: there is no such file."
    wish(here, "Import a file")
    assert here.says("there is no such file")
    assert not here.says("Import it")
    here.touch("Close")
    assert topmost() is None


def test_a_file_dropped_on_the_window_is_shown(settings):
    here, desk = settings()
    here.shell.go("progress")
    here.app.root.take_file("/home/me/diary.csv")
    settle()
    assert desk.noted == ["look into diary.csv"]
    here.touch("Import it")
    assert here.shell.place == "progress"


def test_a_file_dropped_in_a_session_changes_nothing(visit):
    here = visit("player")
    here.app.root.take_file("/home/me/diary.csv")
    settle()
    assert topmost() is None
    assert here.shell.following is not None


def test_a_backup_is_made_at_once(settings):
    here, desk = settings()
    wish(here, "Backups")
    here.touch("Back up now")
    assert desk.noted == ["back up"]
    assert here.says("A backup was made.")


def test_a_backup_comes_back_after_a_question_and_can_be_taken_back(settings):
    here, desk = settings()
    wish(here, "Backups")
    here.touch_at(list(here.widgets(BackupLine))[2])
    assert here.says("Bring back 21 November 2026?")
    here.touch("Cancel")
    assert desk.noted == []
    assert isinstance(topmost().ids.page.children[0], BackupsContent)
    here.touch_at(list(here.widgets(BackupLine))[2])
    here.touch("Bring it back")
    assert desk.noted == ["restore 2026-11-21"]
    assert isinstance(here.screen, SettingsScreen)
    here.touch("Undo")
    assert desk.noted == ["restore 2026-11-21", "restore before"]


def test_a_backup_that_cannot_come_back_says_why(settings):
    here, desk = settings()
    wish(here, "Backups")
    here.touch_at(next(here.widgets(BackupLine)))
    desk.trouble = "Made by a newer Soleus."
    here.touch("Bring it back")
    assert here.says("Made by a newer Soleus.")


def test_settings_are_those_of_the_backup_at_once(settings):
    here, _desk = settings()
    here.saved.append(structs.replace(here.settings, theme="dark"))
    wish(here, "Backups")
    here.touch_at(next(here.widgets(BackupLine)))
    here.touch("Bring it back")
    assert here.shell.books.settings.theme == "dark"


def test_all_of_it_can_be_done_by_keys_alone(settings):
    here, desk = settings()
    here.button("Export").focus = True
    here.press("enter")
    assert here.only(BottomSheetCard)
    here.press("tab", "enter")
    assert desk.noted == ["export ~/Downloads/soleus-2026-11-22.json"]
    here.press("escape")
    here.button("Import a file").focus = True
    here.press("enter")
    assert here.only(ImportContent)
    here.write("/home/me/diary.csv")
    here.press("enter")
    assert desk.noted[-1] == "look into diary.csv"
