"""The sheet of a day: what is pressed there is written at once, and can be taken back."""

from datetime import timedelta

import pytest
from kivy.core.window import Window

from app.core.day_mark import DayMark
from app.demo import MOMENT
from app.ui.focus import focused
from app.ui.screens.day import DayContent
from app.ui.screens.progress import ProgressScreen
from app.ui.widgets.field import NoteField
from app.ui.widgets.modal import topmost
from app.ui.widgets.snackbar import Snackbar
from tests.ui.still_time import settle

TODAY = MOMENT.date()


def on(days: int):
    return TODAY + timedelta(days=days)


def opened(visit, days: int = 0, marks=(), **more):
    """Progress with the sheet of the day so many days from today."""
    here = visit("today", **more)
    here.shell.go("progress")
    here.history.put_all(marks=marks)
    here.shell.looking_back.open_day(on(days))
    settle()
    return here


def content(here) -> DayContent:
    return here.only(DayContent)


def marks(here) -> dict[int, str | None]:
    """What is marked, by days from today."""
    return {(mark.day - TODAY).days: mark.mark for mark in here.history.marks()}


def press_more(here, times: int = 1, label: str = "More"):
    for _ in range(times):
        here.touch(label)


def test_a_day_is_marked_at_once(visit):
    here = opened(visit, -1)
    here.touch("Unwell")
    assert marks(here) == {-1: "unwell"}
    assert here.says("neither break nor build your streak")


def test_a_holiday_to_come_is_as_long_as_the_stepper_says(visit):
    here = opened(visit, 3)
    here.touch("Paused")
    press_more(here, 4)
    assert marks(here) == dict.fromkeys(range(3, 8), "paused")
    assert here.says("5 days, until Sunday 29 November")
    press_more(here, 2, "Less")
    assert marks(here) == dict.fromkeys(range(3, 6), "paused")


def test_trying_a_longer_span_takes_nothing_from_the_days_behind_it(visit):
    here = opened(visit, marks=[DayMark(on(2), "unwell", "A cold.")])
    here.touch("Rest day")
    press_more(here, 3)
    assert marks(here) == {0: "rest", 1: "rest", 2: "rest", 3: "rest"}
    press_more(here, 3, "Less")
    assert marks(here) == {0: "rest", 2: "unwell"}
    assert here.history.marks()[-1].note == "A cold."


def test_undo_takes_back_all_that_was_done_in_the_sheet(visit):
    here = opened(visit, 1)
    here.touch("Paused")
    press_more(here, 6)
    here.touch("Close")
    assert topmost() is None
    assert here.says("23 to 29 November: paused.")
    here.touch("Undo")
    assert marks(here) == {}


def test_what_was_there_before_comes_back_by_undo(visit):
    here = opened(visit, -1, [DayMark(on(-1), "rest", "Slept long.")])
    here.touch("Unwell")
    here.touch("Close")
    here.touch("Undo")
    assert here.history.marks() == (DayMark(on(-1), "rest", "Slept long."),)


def test_coming_back_early_ends_a_holiday(visit):
    here = opened(visit, marks=[DayMark(on(number), "paused") for number in range(-2, 4)])
    here.touch("Ordinary")
    here.touch("Close")
    assert marks(here) == {-2: "paused", -1: "paused"}
    assert here.says("22 to 25 November: ordinary days.")


def test_a_look_alone_offers_no_undo(visit):
    here = opened(visit, -1)
    here.touch("The day before")
    here.touch("Close")
    assert list(here.widgets(Snackbar)) == []
    assert here.history.marks() == ()


def test_the_days_beside_open_by_button_and_by_key(visit):
    here = opened(visit)
    here.touch("The day before")
    assert here.says("Saturday 21 November")
    here.press("right", "right")
    assert here.says("Monday 23 November")
    assert not any(widget.text == "Add a session" for widget in here.widgets(type(here.button("Close"))))


def test_a_note_is_kept_when_the_sheet_closes_or_another_day_opens(visit):
    here = opened(visit)
    here.only(NoteField).text = "Long run."
    here.touch("The day before")
    assert here.only(NoteField).text == ""
    here.only(NoteField).text = "A new mattress."
    here.press("escape")
    assert here.history.marks() == (
        DayMark(on(-1), None, "A new mattress."),
        DayMark(TODAY, None, "Long run."),
    )
    assert here.says("The note is kept.")
    here.touch("Undo")
    assert here.history.marks() == ()


def test_a_note_and_a_mark_hold_together(visit):
    here = opened(visit)
    here.only(NoteField).text = "A cold."
    here.touch("Unwell")
    here.touch("Close")
    assert here.history.marks() == (DayMark(TODAY, "unwell", "A cold."),)


def test_a_note_is_kept_when_the_window_closes(visit):
    here = opened(visit)
    here.only(NoteField).text = "Long run."
    here.shell.stop_following()
    assert here.history.marks() == (DayMark(TODAY, None, "Long run."),)


def test_all_of_it_can_be_done_by_keys_alone(visit):
    here = opened(visit)
    here.press("tab")
    while "Unwell" not in _words(focused()):
        here.press("tab")
    here.press("enter")
    assert marks(here) == {0: "unwell"}
    here.press("escape")
    assert topmost() is None


def _words(widget) -> str:
    return " ".join(getattr(child, "text", "") for child in widget.walk(restrict=True))


def test_what_cannot_be_written_says_so_and_changes_nothing(visit):
    here = opened(visit)
    here.history.trouble = "The disk is full."
    here.touch("Paused")
    assert here.says("The disk is full.")
    assert (marks(here), content(here).view.mark) == ({}, 0)
    here.history.trouble = ""
    here.touch("Close")
    assert list(here.widgets(Snackbar)) == []


def test_progress_shows_the_mark_at_once_and_its_undo(visit):
    here = opened(visit)
    before = here.shell.screen.view
    here.touch("Unwell")
    here.touch("Close")
    assert isinstance(here.screen, ProgressScreen)
    assert here.screen.view is not before
    here.touch("Undo")
    assert here.screen.view == before


@pytest.mark.parametrize(("width", "is_low"), [(400, True), (1200, False)])
def test_the_sheet_stands_at_the_bottom_or_in_a_wide_window_in_the_middle(visit, width, is_low):
    opened(visit, size=(width, 800))
    page = topmost().ids.page
    assert (page.y < Window.height / 10) is is_low
    assert (page.center_y == pytest.approx(Window.height / 2, abs=1)) is not is_low
