"""How the components behave that lie above a screen, and those that a value is set with."""

import pytest
from kivy.core.window import Window
from kivy.tests.common import UnitTestTouch
from kivy.uix.boxlayout import BoxLayout

from app.core.settings import Settings
from app.ui.focus import focused
from app.ui.widgets.button import IconButton, QuietButton
from app.ui.widgets.card import Column
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.keys import KeysCard
from app.ui.widgets.modal import topmost
from app.ui.widgets.navigation import Navigation
from app.ui.widgets.search import SearchField
from app.ui.widgets.sheet import BottomSheet
from app.ui.widgets.snackbar import LASTING_S, Snackbar
from app.ui.widgets.time_picker import TimeNumber, TimePicker
from app.views.keys import KEYS
from tests.ui.looks import faults
from tests.ui.still_time import frames, seconds
from tests.ui.visit import texts


@pytest.fixture(autouse=True)
def _nothing_stays_open():
    yield
    left = topmost()
    if left is not None:
        left.close()
    assert left is None


def opened(modal, heard, *events):
    for event in events:
        modal.bind(**{event: lambda *args, event=event: heard.append((event, *args[1:]))})
    modal.open()
    frames()
    return modal


def a_dialog(heard, **words):
    said = {"title": "Delete it?", "answer": "Delete", **words}
    return opened(Dialog(**said), heard, "on_confirm", "on_cancel")


def inside(modal, words):
    (found,) = [item for item in modal.walk() if isinstance(item, QuietButton) and words in texts(item)]
    return found


def test_tab_stays_in_a_dialog_and_comes_round(visit):
    here, heard = visit("today"), []
    a_dialog(heard)
    seen = []
    for _ in range(5):
        here.press("tab")
        seen.append(focused())
    assert [texts(widget) for widget in seen] == [["Cancel"], ["Delete"], ["Cancel"], ["Delete"], ["Cancel"]]
    here.press("escape")


def test_escape_cancels_a_dialog_and_gives_the_keyboard_back(visit):
    here, heard = visit("today"), []
    here.press("tab")
    before = focused()
    a_dialog(heard)
    assert texts(focused()) == ["Cancel"]
    here.press("escape")
    assert heard == [("on_cancel",)]
    assert focused() is before
    assert topmost() is None


def test_a_dialog_opened_by_touch_takes_no_focus(visit):
    here, heard = visit("today"), []
    a_dialog(heard)
    assert focused() is None
    here.press("escape")


def test_a_dialog_confirms_by_its_button_and_by_enter(visit):
    here, heard = visit("today"), []
    a_dialog(heard)
    here.press("tab", "tab", "enter")
    a_dialog(heard)
    here.press("enter")
    assert heard == [("on_confirm",), ("on_confirm",)]


def test_enter_alone_does_nothing_dangerous(visit):
    here, heard = visit("today"), []
    a_dialog(heard, dangerous=True)
    here.press("enter")
    assert heard == []
    here.press("escape")


def test_no_key_and_no_touch_goes_through_a_dialog(visit):
    here, heard = visit("today"), []
    screen = here.screen
    start = here.button("Start")
    a_dialog(heard)
    here.press("2")
    here.touch_at(start)
    assert here.screen is screen
    assert here.shell.following is None
    here.press("escape")


def test_a_touch_beside_a_dialog_cancels_it(visit):
    here, heard = visit("today"), []
    dialog = a_dialog(heard)
    page = dialog.ids.page
    assert page.top < Window.height - 10
    here.touch_at(dialog, across=0.01)  # its middle's height, left of the card
    assert heard == [("on_cancel",)]


def test_a_touch_on_the_words_of_a_dialog_leaves_it(visit):
    here, heard = visit("today"), []
    dialog = a_dialog(heard, text="There is an Undo.")
    here.touch_at(dialog)
    assert heard == []
    here.touch_at(inside(dialog, "Cancel"))
    assert heard == [("on_cancel",)]


def test_a_dialog_keeps_inside_a_small_window_with_large_type(visit):
    here = visit(
        "today", settings=Settings(theme="light", text_scale=1.6, reduced_motion=True), size=(320, 480)
    )
    dialog = a_dialog([], text="What is deleted can be brought back for some seconds. " * 6)
    frames(20)
    assert dialog.ids.page.height <= 480
    assert faults(dialog) == []
    here.press("escape")


def test_a_dialog_moves_only_where_motion_is_wanted(visit):
    visit("today", settings=Settings(theme="light", reduced_motion=False))
    dialog = Dialog(title="Delete it?", answer="Delete")
    dialog.open()
    assert dialog.risen == 0
    seconds(1)
    assert dialog.risen == 1
    dialog.cancel()
    visit("today")
    dialog = Dialog(title="Delete it?", answer="Delete")
    dialog.open()
    assert dialog.risen == 1
    dialog.cancel()


def test_a_sheet_comes_from_the_bottom_and_says_what_was_chosen(visit):
    here, heard = visit("today"), []
    sheet = BottomSheet(title="Calf reset", choices=(("edit", "Edit"), ("remove", "Delete")))
    opened(sheet, heard, "on_choose", "on_cancel")
    assert sheet.ids.page.y < 20
    here.press("tab", "tab", "enter")
    assert heard == [("on_choose", 1)]
    assert topmost() is None


def test_the_keys_open_by_question_mark_and_by_f1_and_close_by_escape(visit):
    here = visit("today")
    for key in ("?", "f1"):
        here.shell.press(key)
        frames()
        assert any(isinstance(widget, KeysCard) for widget in topmost().walk())
        here.press("escape")
        assert topmost() is None


def test_the_keys_tell_of_every_group_and_are_never_cut(visit):
    here = visit(
        "today", settings=Settings(theme="light", text_scale=1.6, reduced_motion=True), size=(320, 480)
    )
    here.shell.press("?")
    frames(30)
    told = texts(topmost())
    assert all(row.keys in told and row.deed in told for group in KEYS for row in group.rows)
    assert faults(topmost()) == []
    here.press("escape")


def test_a_question_mark_is_written_in_a_field(visit):
    here = visit("exercises")
    field = here.only(SearchField)
    field.ids.line.focus = True
    assert here.shell.press("?") is False
    assert topmost() is None


def test_the_player_is_not_stopped_by_the_escape_that_closes_the_keys(visit):
    here = visit("player")
    here.shell.press("?")
    here.press("escape")
    assert here.shell.following is not None


def test_a_discarded_session_can_be_taken_back(visit):
    here = visit("today-cut-off")
    here.bring_into_sight(here.button("Discard"))
    here.touch("Discard")
    assert here.history.running() == ()
    assert not here.says("Go on where you stopped")
    assert here.says("was discarded.")
    here.touch("Undo")
    assert [record.id for record in here.history.running()] == ["cut-off"]
    assert here.says("Go on where you stopped")
    assert not here.says("was discarded.")


def test_what_could_not_be_discarded_offers_no_undo(visit):
    here = visit("today-cut-off")
    here.history.trouble = "The disk is full."
    here.bring_into_sight(here.button("Discard"))
    here.touch("Discard")
    assert here.says("The disk is full.")
    assert not here.says("was discarded.")


def offered(here, words="It is gone.", heard=None):
    here.shell.offer_undo(words, lambda: None)
    (bar,) = here.widgets(Snackbar)
    if heard is not None:
        bar.bind(on_gone=lambda *_: heard.append("gone"), on_act=lambda *_: heard.append("undo"))
    frames()
    return bar


def test_a_snackbar_stands_above_the_navigation_for_its_time_and_takes_no_focus(visit):
    here, heard = visit("today"), []
    here.press("tab")
    before = focused()
    bar = offered(here, heard=heard)
    assert focused() is before
    assert bar.y >= here.only(Navigation).top
    assert bar.x >= 0
    assert bar.right <= Window.width
    seconds(LASTING_S - 1)
    assert here.says("It is gone.")
    seconds(2)
    assert not here.says("It is gone.")
    assert heard == ["gone"]


def test_a_lasting_snackbar_stays_until_it_is_answered_or_taken_away(visit):
    here, heard = visit("today"), []
    take_away = here.shell.tell("Time to get up.", "Do it", act=lambda: heard.append("start"), lasting=True)
    frames()
    here.press("tab")
    focused().focus = False  # the keyboard came by
    seconds(LASTING_S * 20)
    assert here.says("Time to get up.")
    here.touch("Do it")
    assert heard == ["start"]
    assert not here.says("Time to get up.")
    take_away()
    take_away = here.shell.tell("Time to get up.", "Start", lasting=True)
    take_away()
    frames()
    assert not here.says("Time to get up.")


def test_the_keyboard_takes_back_what_is_told_from_wherever_it_is(visit):
    here, heard = visit("today"), []
    offered(here, heard=heard)
    here.press("ctrl+z", "ctrl+z")
    assert heard == ["undo"]


def test_what_cannot_be_taken_back_is_not_done_by_the_key_for_it(visit):
    here, heard = visit("today"), []
    here.shell.tell("It lies there.", "Show it", act=lambda: heard.append("shown"))
    here.press("ctrl+z")
    assert heard == []
    assert here.says("It lies there.")


def test_one_snackbar_takes_the_place_of_another(visit):
    here, heard = visit("today"), []
    offered(here, "One.", heard)
    seconds(LASTING_S / 2)
    offered(here, "Two.")
    assert heard == ["gone"]
    seconds(LASTING_S / 2 + 1)
    assert here.says("Two.")
    assert not here.says("One.")


def test_a_snackbar_goes_along_to_the_next_place(visit):
    here = visit("today")
    offered(here)
    here.press("3")
    assert here.says("It is gone.")


def test_tab_reaches_undo_and_its_time_waits_there(visit):
    here, heard = visit("today"), []
    offered(here, heard=heard)
    for _ in range(40):
        here.press("tab")
        if texts(focused()) == ["Undo"]:
            break
    seconds(LASTING_S * 2)
    assert heard == []
    here.press("enter")
    seconds(LASTING_S * 2)
    assert heard == ["undo"]


def test_the_time_runs_on_when_the_keyboard_leaves_undo(visit):
    here, heard = visit("today"), []
    bar = offered(here, heard=heard)
    bar.ids.undo.focus = True
    seconds(LASTING_S * 2)
    bar.ids.undo.focus = False
    seconds(LASTING_S - 1)
    assert heard == []
    seconds(2)
    assert heard == ["gone"]


def test_a_snackbar_has_room_in_a_small_window_with_large_type(visit):
    large = Settings(theme="light", text_scale=1.6, reduced_motion=True)
    here = visit("routines", settings=large, size=(320, 568))
    offered(here, "The slow evening routine for calves, hips and back was discarded.")
    frames(20)
    assert faults(here.shell) == []


def test_the_search_is_emptied_by_its_button_and_keeps_the_keyboard(visit):
    here = visit("exercises")
    field = here.only(SearchField)
    field.ids.line.focus = True
    here.write("towel")
    assert field.text == here.screen.view.search == "towel"
    here.touch("Clear")
    assert (field.text, here.screen.view.search) == ("", "")
    assert focused() is field.ids.line.__self__


def test_the_clear_button_is_there_only_while_there_is_something_to_clear(visit):
    here = visit("exercises")
    assert "Clear" not in [getattr(widget, "label", "") for widget in here.widgets(BoxLayout)]


def test_what_is_not_shown_lets_touches_through(visit):
    here = visit("today")
    above, hidden, touched = QuietButton(text="Above"), EmptyState(), []
    above.bind(on_release=lambda *_: touched.append("above"))
    column = Column(size_hint=(1, 1))
    column.add_widget(above)
    column.add_widget(hidden)
    here.screen.add_widget(column)
    frames()
    assert hidden.children[0].collide_point(*above.center) or hidden.children[1].collide_point(*above.center)
    here.touch("Above")
    assert touched == ["above"]


def test_nothing_found_offers_to_show_all(visit):
    here = visit("exercises")
    here.only(SearchField).ids.line.focus = True
    here.write("xylophone")
    here.touch("Show all")
    assert here.screen.view.rows
    assert here.only(SearchField).text == ""


def test_a_first_day_leads_from_progress_to_today(visit):
    here = visit("progress-new")
    here.touch("See today's routine")
    assert here.shell.place == "today"


def test_hours_and_minutes_turn_round_by_themselves():
    picker, picked = TimePicker(hour=23, minute=55), []
    picker.bind(on_pick=lambda _, hour, minute: picked.append((hour, minute)))
    picker.step_hour(1)
    picker.step_minute(1)
    picker.step_minute(-1)
    picker.step_hour(-1)
    assert picked == [(0, 55), (0, 0), (0, 55), (23, 55)]


def test_a_minute_off_the_steps_goes_to_the_next_of_them():
    """Steps of 5 around 7:32: 7:35 above, 7:30 below; and 58 goes on to 0."""
    picker = TimePicker(hour=7, minute=32)
    picker.step_minute(1)
    assert (picker.hour, picker.minute) == (7, 35)
    picker.minute = 32
    picker.step_minute(-1)
    assert picker.minute == 30
    picker.minute = 58
    picker.step_minute(1)
    assert (picker.hour, picker.minute) == (7, 0)


def test_a_button_that_is_held_goes_on_stepping_until_it_is_let_go(visit):
    here = visit("today")
    picker = TimePicker(hour=7, minute=0, minute_step=1)
    here.screen.add_widget(picker)
    frames()
    later = [widget for widget in picker.walk() if isinstance(widget, IconButton)][2]
    finger = UnitTestTouch(*later.to_window(*later.center))
    finger.touch_down()
    assert picker.minute == 1
    # A frame takes 0.1 s here: the first after 0.45 s is at 0.5 s, and from then on each steps again: six of them.
    seconds(1)
    assert picker.minute == 7
    finger.touch_up()
    frames()
    held = picker.minute
    seconds(1)
    assert picker.minute == held


def test_the_arrows_set_a_time_where_the_keyboard_is(visit):
    here = visit("today")
    picker = TimePicker(hour=7, minute=30)
    here.screen.add_widget(picker)
    frames()
    hour, minute = [widget for widget in picker.walk() if isinstance(widget, TimeNumber)]
    hour.focus = True
    here.press("up", "up")
    minute.focus = True
    here.press("down")
    assert (picker.hour, picker.minute) == (9, 25)
