"""All sessions: found, opened, corrected, deleted and written down by hand, by finger and by keyboard."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from kivy.core.window import Window
from kivy.uix.textinput import TextInput

from app.core.record import SessionRecord, Work
from app.demo import MOMENT
from app.ui.focus import focused
from app.ui.screens.progress import ProgressScreen
from app.ui.screens.session import SessionScreen
from app.ui.screens.sessions import SessionLine, SessionList, SessionsScreen
from app.ui.widgets.button import IconButton
from app.ui.widgets.controls import LevelSlider, Stepper
from app.ui.widgets.field import NoteField
from app.ui.widgets.modal import topmost
from app.ui.widgets.month import MonthCell
from app.ui.widgets.months import MonthTile
from app.ui.widgets.navigation import NavigationItem
from app.ui.widgets.search import SearchInput
from app.ui.widgets.snackbar import Snackbar
from tests.ui.looks import faults
from tests.ui.still_time import frames, settle

TODAY = MOMENT.date()
"""Sunday 22 November 2026; the clock stands at 18:05."""
WIDE, NARROW = (1200, 800), (400, 800)
NAMES = ("Calf reset", "Evening calves", "At the desk")


def record(number: int, **changes) -> SessionRecord:
    """The session number days ago, at 09:05: a minute on each side, of one routine after the other."""
    day = TODAY - timedelta(days=number)
    name = NAMES[number % 3]
    given = {
        "id": f"s{number}",
        "routine": name.casefold().replace(" ", "-"),
        "name": name,
        "started_at": datetime(day.year, day.month, day.day, 9, 5, tzinfo=UTC),
        "day": day,
        "status": "finished",
        "planned_ms": 120_000,
        "done_ms": 120_000,
        "work": (Work("wall-calf-stretch", "left", 60_000), Work("wall-calf-stretch", "right", 60_000)),
    }
    return SessionRecord(**(given | changes))


MANY = tuple(record(number) for number in range(100))


def opened(visit, sessions=MANY, **more):
    """The list of all sessions."""
    here = visit("progress", sessions=tuple(sessions), **more)
    here.shell.looking_back.show_sessions()
    settle()
    return here


def page(visit, sessions=MANY, session: str = "s0", **more):
    """The page of one, opened from the list."""
    here = opened(visit, sessions, **more)
    here.shell.looking_back.open_session(session)
    settle()
    return here


def kept(here, session: str = "s0") -> SessionRecord:
    (found,) = [each for each in here.history.sessions() if each.id == session]
    return found


def ids(here) -> list[str]:
    return [row.id for row in here.only(SessionList).content.rows]


def line(here, session: str) -> SessionLine:
    (found,) = [each for each in here.widgets(SessionLine) if each.row.id == session]
    return found


def in_sight(here) -> list[str]:
    """The rows that the list shows now, from the top."""
    return [each.row.id for each in sorted(here.widgets(SessionLine), key=lambda each: -each.y)]


def touch_in_sight(here, widget) -> None:
    here.bring_into_sight(widget)
    here.touch_at(widget)


# The list


def test_all_sessions_are_listed_under_their_months(visit):
    here = opened(visit)
    assert ids(here) == [each.id for each in MANY]
    assert {"100 sessions", "November 2026"} <= set(here.texts())
    assert in_sight(here)[:3] == ["s0", "s1", "s2"]


def test_every_line_in_sight_has_its_place_and_lies_on_no_other(visit):
    here = opened(visit)
    for share in (1, 0.63, 0.31, 0):
        here.only(SessionList).scroll_y = share
        settle()
        lines = sorted(here.widgets(SessionLine), key=lambda each: -each.y)
        assert len(lines) > 5
        assert all(one.y >= other.top for one, other in pairwise(lines))
        numbers = [int(each.row.id[1:]) for each in lines]
        assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    assert numbers[-1] == 99


def test_only_the_lines_in_sight_exist(visit):
    here = opened(visit, [record(number) for number in range(3000)])
    here.press("end")
    assert in_sight(here)[-1] == "s2999"
    assert len(list(here.widgets(SessionLine))) < 15
    here.press("home")
    assert in_sight(here)[0] == "s0"


def test_a_touch_opens_a_session_and_back_leads_to_the_same_place_of_the_list(visit):
    here = opened(visit)
    here.only(SessionList).scroll_y = 0.5
    settle()
    before = in_sight(here)
    here.touch_at(line(here, before[3]))
    assert here.only(SessionScreen).view.id == before[3]
    here.touch("Back")
    assert in_sight(here) == before
    here.touch("Back")
    assert isinstance(here.screen, ProgressScreen)


def test_the_list_is_held_down_to_a_routine_and_a_month_and_let_go_again(visit):
    here = opened(visit)
    here.touch("All routines")
    here.touch("Evening calves")
    # Every third day: s1, s4, s7 and so on to s97.
    assert ids(here) == [f"s{number}" for number in range(1, 100, 3)]
    assert here.says("33 sessions found")
    here.touch("All months")
    [october] = [tile for tile in here.widgets(MonthTile) if tile.item.name == "Oct"]
    here.touch_at(october)
    # October lies from 22 to 52 days back: s22, s25 and so on to s52.
    assert ids(here) == [f"s{number}" for number in range(22, 53, 3)]
    assert {"Evening calves", "October 2026", "11 sessions found"} <= set(here.texts())
    here.touch("Show all")
    assert len(ids(here)) == 100


def test_a_month_without_a_session_cannot_be_chosen(visit):
    here = opened(visit)
    here.touch("All months")
    chosen = [tile.item.name for tile in here.widgets(MonthTile) if not tile.disabled]
    assert chosen == ["Aug", "Sep", "Oct", "Nov"]


def test_all_routines_lets_go_of_one(visit):
    here = opened(visit)
    here.touch("All routines")
    here.touch("At the desk")
    here.touch_at(here.only(SessionsScreen).ids.top.ids.routine)
    here.touch("All routines")
    assert len(ids(here)) == 100


def test_where_a_filter_finds_nothing_it_can_be_dropped(visit):
    here = opened(visit)
    here.shell.looking_back.sessions.sift("evening-calves", date(2026, 1, 1))
    settle()
    assert here.says("No session like that")
    here.touch("Show all")
    assert len(ids(here)) == 100


def test_someone_new_is_told_what_will_be_here_and_can_add_a_session(visit):
    here = opened(visit, ())
    assert here.says("Every session you follow will be listed here")
    here.touch("Add a session")
    assert here.only(SessionScreen).view.is_new


def test_a_note_is_told_by_a_sign_in_its_own_line_only(visit):
    here = opened(visit, [record(0, note="Knee sore."), *MANY[1:]])
    assert [each.row.noted for each in here.widgets(SessionLine)][:2] == [True, False]


# The keyboard


def test_tab_reaches_the_list_once_and_arrows_go_through_it(visit):
    here = opened(visit, MANY[:25])
    here.press("tab", "tab", "tab", "tab", "tab")
    assert (type(focused()), focused().row.id) == (SessionLine, "s0")
    reached = []
    for _ in range(24):
        here.press("down")
        reached.append(focused().row.id)
        assert_in_sight(here)
    assert reached == [f"s{number}" for number in range(1, 25)]
    here.press("down")
    assert focused().row.id == "s24"
    for _ in range(24):
        here.press("up")
        assert_in_sight(here)
    assert focused().row.id == "s0"
    assert here.only(SessionList).scroll_y == 1
    here.press("tab")
    assert isinstance(focused(), NavigationItem)
    here.press("shift+tab")
    assert isinstance(focused(), SessionLine)


def assert_in_sight(here) -> None:
    listed, at = here.only(SessionList), focused()
    bottom, top = (at.to_window(at.x, y)[1] for y in (at.y, at.top))
    low = listed.to_window(listed.x, listed.y)[1]
    assert low - 1 <= bottom
    assert top <= low + listed.height + 1


def test_page_down_end_and_home_lead_far(visit):
    here = opened(visit)
    line(here, "s0").focus = True
    here.press("pagedown")
    far = int(focused().row.id[1:])
    assert 4 <= far <= 8
    assert_in_sight(here)
    here.press("end")
    assert focused().row.id == "s99"
    assert_in_sight(here)
    here.press("pageup")
    assert int(focused().row.id[1:]) == 99 - far
    here.press("home")
    assert focused().row.id == "s0"


def test_enter_opens_and_escape_leads_back_to_the_line(visit):
    here = opened(visit)
    line(here, "s0").focus = True
    here.press("down", "down", "enter")
    assert here.only(SessionScreen).view.id == "s2"
    here.press("escape")
    assert focused().row.id == "s2"
    here.press("escape")
    assert isinstance(here.screen, ProgressScreen)


def test_the_keyboard_does_not_follow_a_line_to_another_session(visit):
    here = opened(visit)
    line(here, "s1").focus = True
    for share in (0.9, 0.5, 0):
        here.only(SessionList).scroll_y = share
        settle()
        assert focused() is None
        assert not any(each.focus for each in here.widgets(SessionLine))


def test_a_scroll_that_keeps_the_line_in_sight_keeps_the_keyboard(visit):
    here = opened(visit)
    line(here, "s3").focus = True
    listed = here.only(SessionList)
    listed.scroll_y = 1 - 100 / listed.hidden
    settle()
    assert focused().row.id == "s3"


def test_a_day_is_chosen_by_keys(visit):
    here = page(visit)
    here.button("Day").focus = True
    here.press("enter")
    [today] = [cell for cell in here.widgets(MonthCell) if cell.item.is_today]
    today.focus = True
    here.press("left", "up", "enter")
    # A day and a week before the 22nd.
    here.press("escape")
    assert kept(here).day == date(2026, 11, 14)


def test_page_up_turns_the_month_back_and_page_down_no_further_than_today(visit):
    here = page(visit)
    here.touch("Day")
    here.press("pageup", "pageup")
    assert here.says("September 2026")
    here.press("pagedown", "pagedown", "pagedown")
    assert here.says("November 2026")
    here.press("escape")
    assert topmost() is None


# A session's page


def test_a_session_is_shown_as_it_is_remembered(visit):
    here = page(visit, [record(0, note="Knee sore.", before=6, after=2)])
    assert {"Calf reset", "Finished", "Today, Sunday 22 November", "09:05"} <= set(here.texts())
    assert [each.value for each in here.widgets(LevelSlider)] == [6, 2]
    assert here.only(NoteField).text == "Knee sore."


def test_looking_at_a_session_writes_nothing(visit):
    here = page(visit)
    written = watch(here)
    here.press("escape")
    assert written == []
    assert list(here.widgets(Snackbar)) == []


def watch(here) -> list[SessionRecord]:
    """Every session that is written from now on."""
    written: list[SessionRecord] = []
    put_all = here.history.put_all

    def noted(sessions=(), **more) -> None:
        written.extend(sessions)
        put_all(sessions, **more)

    here.history.put_all = noted
    return written


def test_another_day_is_written_once_the_page_is_left_and_can_be_taken_back(visit):
    here = page(visit)
    written = watch(here)
    here.touch("Day")
    here.touch("14")
    assert here.says("Saturday 14 November")
    assert written == []
    here.touch("Back")
    assert (kept(here).day, kept(here).started_at) == (
        date(2026, 11, 14),
        datetime(2026, 11, 14, 9, 5, tzinfo=UTC),
    )
    assert len(written) == 1
    assert ids(here)[:2] == ["s1", "s2"]
    assert here.says("Calf reset was corrected.")
    here.touch("Undo")
    assert kept(here) == MANY[0]
    assert ids(here)[0] == "s0"


def test_a_day_that_has_not_come_cannot_be_touched(visit):
    here = page(visit)
    here.touch("Day")
    [cell] = [cell for cell in here.widgets(MonthCell) if cell.item.number == "23"]
    here.touch_at(cell)
    assert topmost() is not None


def test_another_time_is_never_in_the_future(visit):
    here = page(visit)
    here.touch("Began at")
    for _ in range(11):  # from 9 to 20, where it is only 18:05
        here.touch_at(next(each for each in here.widgets(IconButton) if each.label == "Later"))
    here.touch("Done")
    assert here.says("18:05")
    here.press("escape")
    assert kept(here).started_at == datetime(2026, 11, 22, 18, 5, tzinfo=UTC)


def test_what_was_done_is_corrected_side_by_side(visit):
    here = page(visit)
    touch_in_sight(here, here.button("Correct it"))
    left, right = here.widgets(Stepper)
    for _ in range(2):
        here.bring_into_sight(left)
        here.touch_at(left, 0.07)  # 60 s, 45, 30
    here.bring_into_sight(right)
    here.touch_at(right, 0.93)  # 75 s
    assert here.says("1 min 45 s of work; 2 min were planned.")
    here.press("escape")
    assert [item.ms for item in kept(here).work] == [30_000, 75_000]
    assert (kept(here).done_ms, kept(here).status) == (105_000, "finished")


def test_what_is_said_of_it_is_kept(visit):
    here = page(visit)
    note = here.only(NoteField)
    here.bring_into_sight(note)
    note.focus = True
    here.write("sore knee ")
    slider = next(here.widgets(LevelSlider))
    slider.focus = True
    here.press("right", "right", "right")
    here.press("escape")
    assert (kept(here).note, kept(here).before, kept(here).after) == ("sore knee", 3, None)


@pytest.mark.parametrize("way", ["2", "4"])
def test_going_elsewhere_saves_as_well(visit, way):
    here = page(visit)
    here.screen.dispatch("on_feeling", "after", 4)
    here.press(way)
    assert kept(here).after == 4
    assert here.says("was corrected.")


def test_progress_tells_of_a_correction_at_once(visit):
    here = visit("progress", sessions=(record(0),))
    here.shell.looking_back.open_session("s0")
    settle()
    here.screen.dispatch("on_feeling", "after", 4)
    before = here.shell.books.diary
    here.press("escape")
    assert isinstance(here.screen, ProgressScreen)
    assert here.shell.books.diary is not before
    assert kept(here).after == 4


def test_closing_the_window_saves_as_well(visit):
    here = page(visit)
    here.screen.dispatch("on_note", "One more.")
    here.shell.stop_following()
    assert kept(here).note == "One more."


def test_a_correction_that_cannot_be_written_says_so_and_is_written_later(visit):
    here = page(visit)
    here.history.trouble = "log.jsonl: could not be written (No space left on device); free some disk space."
    here.screen.dispatch("on_feeling", "after", 4)
    here.press("escape")
    assert here.says("No space left on device")
    assert not here.says("was corrected")
    here.history.trouble = ""
    here.press("3")
    assert kept(here).after == 4


def test_a_deleted_session_is_gone_and_comes_back_whole(visit):
    here = page(visit)
    here.screen.dispatch("on_note", "Half written.")
    here.touch("Delete this session")
    assert isinstance(here.screen, SessionsScreen)
    assert ids(here) == [each.id for each in MANY[1:]]
    assert "s0" not in [each.id for each in here.history.sessions()]
    here.touch("Undo")
    assert kept(here).note == "Half written."
    assert ids(here)[0] == "s0"


def test_what_cannot_be_deleted_stays_and_says_why(visit):
    here = page(visit)
    here.history.trouble = "log.jsonl: could not be written (No space left on device); free some disk space."
    here.touch("Delete this session")
    assert here.only(SessionScreen).view.id == "s0"
    assert here.says("No space left on device")


def test_deleting_from_progress_leads_back_to_progress(visit):
    here = visit("progress", sessions=MANY)
    here.shell.looking_back.open_session("s5")
    settle()
    here.touch("Delete this session")
    assert isinstance(here.screen, ProgressScreen)
    here.touch("Undo")
    assert kept(here, "s5") == MANY[5]


def test_a_session_that_is_not_there_opens_nothing(visit):
    here = opened(visit)
    here.shell.looking_back.open_session("nobody")
    assert isinstance(here.screen, SessionsScreen)


# By hand


def test_a_routine_is_added_by_hand_with_touch_alone(visit):
    here = opened(visit, MANY[1:])
    here.touch("Add a session")
    assert here.button("Add this session").disabled
    here.touch("Choose what you did")
    here.only(SearchInput).focus = True
    here.write("calf reset")
    here.touch("Calf reset")
    here.touch("Day")
    here.touch("21")
    touch_in_sight(here, here.button("Add this session"))
    added = kept(here, "demo")
    assert (added.routine, added.status, added.day) == ("calf-reset", "finished", date(2026, 11, 21))
    assert added.started_at == datetime(2026, 11, 21, 18, 5, tzinfo=UTC)
    assert added.done_ms == added.planned_ms == sum(item.ms for item in added.work) > 0
    assert isinstance(here.screen, SessionsScreen)
    assert ids(here)[0] == "demo"
    here.touch("Undo")
    assert "demo" not in [each.id for each in here.history.sessions()]


def test_something_else_is_added_with_keys_alone(visit):
    here = opened(visit)
    here.press("tab", "tab", "enter")
    assert here.only(SessionScreen).view.is_new
    here.press("tab", "tab", "enter")
    assert isinstance(focused(), SearchInput)
    here.press("tab", "enter")
    [field] = [each for each in here.widgets(TextInput) if not isinstance(each, NoteField)]
    field.focus = True
    here.write("yoga")
    here.button("Add this session").focus = True
    here.press("enter")
    added = kept(here, "demo")
    assert (added.routine, added.name, added.work) == ("", "yoga", ())
    assert (added.planned_ms, added.done_ms) == (600_000, 600_000)


def test_fewer_minutes_are_less_work(visit):
    here = opened(visit)
    here.shell.looking_back.add_session()
    here.shell.looking_back.sessions.form.choose("calf-reset")
    settle()
    whole = here.shell.looking_back.sessions.form.record.done_ms
    [stepper] = here.widgets(Stepper)
    here.touch_at(stepper, 0.07)
    settle()
    record_now = here.shell.looking_back.sessions.form.record
    assert 0 < record_now.done_ms < whole == record_now.planned_ms


def test_a_day_that_was_pressed_is_the_day_of_what_is_added(visit):
    here = opened(visit)
    here.shell.looking_back.add_session(date(2026, 11, 3))
    settle()
    assert here.says("Tuesday 3 November")


def test_what_was_not_added_leaves_no_trace(visit):
    here = opened(visit)
    here.touch("Add a session")
    here.press("escape")
    assert isinstance(here.screen, SessionsScreen)
    assert len(here.history.sessions()) == 100


# The wide window


def test_a_wide_window_has_the_list_beside_the_latest_session(visit):
    here = opened(visit, size=WIDE)
    assert here.only(SessionScreen).view.id == "s0"
    listed = here.only(SessionsScreen)
    assert listed.right <= here.screen.x
    assert line(here, "s0").is_open
    here.touch_at(line(here, "s4"))
    assert here.only(SessionScreen).view.id == "s4"
    assert here.only(SessionsScreen) is listed
    assert [each.row.id for each in here.widgets(SessionLine) if each.is_open] == ["s4"]
    here.press("escape")
    assert isinstance(here.screen, ProgressScreen)


def test_the_next_line_in_a_wide_window_saves_the_page_before(visit):
    here = opened(visit, size=WIDE)
    here.screen.dispatch("on_feeling", "after", 7)
    here.touch_at(line(here, "s4"))
    assert kept(here).after == 7
    assert here.says("was corrected.")


def test_a_window_that_becomes_narrow_writes_nothing_and_keeps_the_page(visit):
    here = opened(visit, size=WIDE)
    here.screen.dispatch("on_feeling", "after", 7)
    before = here.screen
    Window.size = NARROW
    frames(20)
    assert here.screen is before
    assert kept(here).after is None
    here.press("escape")
    assert kept(here).after == 7
    assert isinstance(here.screen, SessionsScreen)


def test_deleting_beside_the_list_shows_the_next(visit):
    here = opened(visit, MANY[:3], size=WIDE)
    here.touch("Delete this session")
    assert here.only(SessionScreen).view.id == "s1"
    assert ids(here) == ["s1", "s2"]


def test_the_last_session_deleted_leaves_an_empty_list(visit):
    here = opened(visit, MANY[:1], size=WIDE)
    here.touch("Delete this session")
    assert here.says("Every session you follow will be listed here")


# Little room


@pytest.mark.parametrize("size", [(320, 480), (400, 800)])
def test_where_there_is_little_room_what_stands_above_scrolls_with_the_list(visit, size):
    here = opened(visit, size=size)
    listed = here.only(SessionList)
    assert listed.height > 0.5 * here.screen.height
    here.press("end")
    assert in_sight(here)[-1] == "s99"
    assert faults(here.shell) == []
    line(here, "s99").focus = True
    here.press("home")
    assert (focused().row.id, listed.scroll_y) == ("s0", 1)


def test_a_session_that_comes_back_leaves_the_heading_above_it_in_sight(visit):
    here = visit("sessions")
    here.touch("Heat and ease")
    here.touch("Delete this session")
    here.touch("Undo")
    assert here.says("Heat and ease")
    assert here.says("November 2026")


@pytest.mark.parametrize(("size", "is_narrow"), [((320, 568), True), (NARROW, False)])
def test_in_a_small_window_the_length_makes_way_for_the_name(visit, size, is_narrow):
    here = visit("sessions", size=size)
    assert {line.narrow for line in here.widgets(SessionLine)} == {is_narrow}
