"""Reminders and breaks while a window is open, with a desktop, a machine and a clock of our own."""

from collections import deque
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from threading import Event
from threading import enumerate as enumerate_threads

import pytest

from app.core.breaks.rules import BreakRules
from app.core.breaks.sitting import Answer, HeldBack, IntervalAsked
from app.core.care.warning_signs import answered
from app.core.day_mark import DayMark
from app.core.ports import Asked, Busy, Pressed
from app.core.reminders.reminder import Reminder
from app.core.settings import Settings
from app.run.attending import Attendant, Machine
from app.run.home import library, settings
from app.storage.reminder_memory import hold_watch, is_watched
from app.storage.settings_file import save_settings
from app.storage.signs_file import save_answers
from app.storage.store import open_store
from tests.adapters.machine import wait_until
from tests.storage.sessions import NOW

NINE = datetime(2026, 11, 23, 9, tzinfo=UTC)
"""A Monday."""
BOUND_S = 5.0
AT_WORK = Settings(breaks=BreakRules(enabled=True))


class Everything:
    """A clock, a desktop, hands on a keyboard, a camera, and what the window was told to do."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.hands_rest = 4.0
        self.camera = False
        self.moving = False
        self.why = ""
        self.buttons = True
        self.asked: list[str] = []
        self.presses: deque[Pressed] = deque()
        self.taken_back: list[int] = []
        self.told: list[tuple] = []
        self.over = Event()

    def monotonic(self) -> float:
        return self.seconds

    def now(self) -> datetime:
        return NINE + timedelta(seconds=self.seconds)

    def idle(self) -> float | None:
        return self.hands_rest

    def look(self) -> Busy:
        return Busy(camera=self.camera)

    def ask(self, title, body, buttons) -> Asked:
        if self.why:
            return Asked(why=self.why)
        self.asked.append(title)
        return Asked(len(self.asked) if self.buttons else None)

    def pressed(self, wait_s: float) -> Pressed | None:
        self.seconds += wait_s
        return self.presses.popleft() if self.presses else None

    def take_back(self, number: int) -> None:
        self.taken_back.append(number)

    def close(self) -> None:
        self.told.append(("closed",))
        self.over.set()

    def __getattr__(self, name: str):
        if name.startswith("_"):
            raise AttributeError(name)
        return lambda *given: self.told.append((name, *given))

    @property
    def events(self) -> list[str]:
        return [name for name, *_ in self.told]


class Idle:
    def __init__(self, all_: Everything) -> None:
        self._all = all_

    def seconds(self) -> float | None:
        return self._all.hands_rest


@pytest.fixture
def everything() -> Everything:
    return Everything()


@pytest.fixture
def attendant(home: Path, everything: Everything) -> Attendant:
    machine = Machine(everything, everything, Idle(everything), everything)
    return Attendant(machine, settings, everything, lambda: everything.moving)


def pass_minutes(attendant: Attendant, minutes: float) -> None:
    for _ in range(round(minutes * 12)):
        attendant.step(5)


def press(everything: Everything, attendant: Attendant, button: str | None) -> None:
    """On the last note; it counts at the look after the next."""
    everything.presses.append(Pressed(len(everything.asked), button))
    attendant.step(5)
    attendant.step(5)


def looking(everything: Everything) -> tuple[Event, Event]:
    """The first is set when somebody looks; nobody presses anything until the second is."""
    looked, go_on = Event(), Event()

    def pressed(wait_s: float) -> None:
        looked.set()
        go_on.wait(BOUND_S)

    everything.pressed = pressed
    return looked, go_on


def refused_twice(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Set when, from now on, somebody was refused the watch and tried once more."""
    refused, again = [], Event()

    def hold(folder: Path) -> object:
        watch = hold_watch(folder)
        if watch is None:
            refused.append(folder)
        if len(refused) == 2:
            again.set()
        return watch

    monkeypatch.setattr("app.run.attending.hold_watch", hold)
    return again


def offered(attendant: Attendant, everything: Everything, home: Path) -> None:
    """Forty minutes of sitting have passed since nine."""
    save_settings(home, AT_WORK)
    pass_minutes(attendant, 40.2)
    assert everything.asked == ["Time to get up"]


def test_where_nothing_is_wanted_nothing_happens(attendant: Attendant, everything: Everything, home: Path):
    pass_minutes(attendant, 90)
    assert (everything.asked, everything.told) == ([], [])
    assert not home.exists()


def test_a_reminder_is_sent_and_start_opens_the_routine(
    attendant: Attendant, everything: Everything, home: Path
):
    save_settings(home, Settings(reminders=(Reminder("a", (time(9, 1),), routine="calf-reset"),)))
    pass_minutes(attendant, 2)
    assert everything.asked == ["Time for Calf reset"]
    press(everything, attendant, "start")
    assert everything.told == [("open_routine", "calf-reset")]


def test_a_click_on_a_reminder_brings_the_window_up(attendant: Attendant, everything: Everything, home: Path):
    save_settings(home, Settings(reminders=(Reminder("a", (time(9, 1),)),)))
    pass_minutes(attendant, 2)
    press(everything, attendant, "default")
    assert everything.told == [("open_window",)]


def test_without_a_desktop_the_window_tells_it_once(attendant: Attendant, everything: Everything, home: Path):
    save_settings(home, Settings(reminders=(Reminder("a", (time(9, 1),)),)))
    everything.why = "there is no session bus"
    pass_minutes(attendant, 3)
    assert everything.told == [("tell", "Time for a stretch", "Nothing is done yet today.")]


def test_a_break_is_offered_in_the_window_as_well_and_taken(
    attendant: Attendant, everything: Everything, home: Path
):
    offered(attendant, everything, home)
    ((name, move),) = everything.told
    assert (name, move.id, len(move.step)) == ("offer_break", "sitting-break", 1)
    press(everything, attendant, "take")
    assert everything.told[1:] == [("start_break", move)]
    pass_minutes(attendant, 39)
    assert everything.asked == ["Time to get up"]
    pass_minutes(attendant, 2)
    assert everything.asked == ["Time to get up"] * 2


def test_without_a_desktop_the_offer_in_the_window_keeps_its_start(
    attendant: Attendant, everything: Everything, home: Path
):
    everything.why = "there is no session bus"
    save_settings(home, AT_WORK)
    pass_minutes(attendant, 40.2)
    assert everything.events == ["offer_break"]  # a note told after it would take the place of its button
    attendant.answer_break("skipped")
    pass_minutes(attendant, 40.2)
    attendant.answer_break("skipped")
    attendant.step(5)
    assert everything.events == ["offer_break", "offer_break", "ask_interval"]


@pytest.mark.parametrize("given", ["taken", "snoozed", "skipped"])
def test_the_note_of_a_break_answered_in_the_window_is_taken_away(
    attendant: Attendant, everything: Everything, home: Path, given: Answer
):
    offered(attendant, everything, home)
    attendant.answer_break(given)
    attendant.step(5)
    assert everything.taken_back == [1]


def test_the_note_of_a_break_that_was_pressed_is_taken_away(
    attendant: Attendant, everything: Everything, home: Path
):
    offered(attendant, everything, home)
    press(everything, attendant, "take")
    assert everything.taken_back == [1]


def test_put_off_it_comes_again_after_ten_minutes(attendant: Attendant, everything: Everything, home: Path):
    offered(attendant, everything, home)
    press(everything, attendant, "later")
    assert everything.events == ["offer_break", "take_break_back"]
    pass_minutes(attendant, 9.5)
    assert len(everything.asked) == 1
    pass_minutes(attendant, 1)
    assert len(everything.asked) == 2


def test_after_two_skips_it_asks_and_the_answer_changes_the_interval(
    attendant: Attendant, everything: Everything, home: Path
):
    offered(attendant, everything, home)
    press(everything, attendant, "skip")
    pass_minutes(attendant, 40.2)
    press(everything, attendant, "skip")
    assert everything.asked[2:] == ["Do the breaks come too often?"]
    assert everything.told[-1] == ("ask_interval", IntervalAsked(40, 50))
    press(everything, attendant, "longer")
    assert everything.told[-1] == ("change_interval", 50)


def test_what_is_answered_in_the_window_counts_as_well(
    attendant: Attendant, everything: Everything, home: Path
):
    everything.buttons = False
    offered(attendant, everything, home)
    attendant.answer_break("skipped")
    pass_minutes(attendant, 40.2)
    attendant.answer_break("skipped")
    attendant.step(5)
    assert everything.events[-1] == "ask_interval"


def test_a_call_holds_it_back_and_that_is_listed(attendant: Attendant, everything: Everything, home: Path):
    everything.camera = True
    save_settings(home, AT_WORK)
    pass_minutes(attendant, 50)
    assert everything.asked == []
    assert [entry.reasons for entry in attendant.held_back] == [("camera",)]
    assert isinstance(attendant.held_back[0], HeldBack)
    everything.camera = False
    pass_minutes(attendant, 1)
    assert everything.asked == ["Time to get up"]


def test_getting_up_takes_the_offer_back(attendant: Attendant, everything: Everything, home: Path):
    offered(attendant, everything, home)
    everything.hands_rest = 130.0
    attendant.step(5)
    assert everything.events == ["offer_break", "take_break_back"]
    assert everything.taken_back == [1]


def test_on_a_day_unwell_no_break_is_offered(attendant: Attendant, everything: Everything, home: Path):
    save_settings(home, AT_WORK)
    with open_store(home, now=NOW, writable=True) as store:
        store.put_mark(DayMark(NINE.date(), "unwell"))
    pass_minutes(attendant, 60)
    assert everything.asked == []


def test_a_routine_under_way_is_a_break(attendant: Attendant, everything: Everything, home: Path):
    save_settings(home, AT_WORK)
    pass_minutes(attendant, 39)
    everything.moving = True
    attendant.step(5)
    everything.moving = False
    pass_minutes(attendant, 39)
    assert everything.asked == []


def test_it_works_in_a_thread_watches_and_ends(attendant: Attendant, everything: Everything, home: Path):
    looked, go_on = looking(everything)
    attendant.start()
    assert looked.wait(BOUND_S)
    assert is_watched(home)
    attendant.close()
    go_on.set()
    assert everything.over.wait(BOUND_S)
    assert everything.told == [("closed",)]
    assert not is_watched(home)


def test_a_second_one_leaves_it_to_the_first_and_takes_over_after_it(
    attendant: Attendant, everything: Everything, home: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("app.run.attending.SELDOM_S", 0.01)
    other = Everything()
    looked, go_on = looking(everything)
    other_looked, other_goes_on = looking(other)
    second = Attendant(Machine(other, other, Idle(other), other), settings, other, lambda: False)
    attendant.start()
    assert looked.wait(BOUND_S)
    assert is_watched(home)
    refused = refused_twice(monkeypatch)
    second.start()
    assert refused.wait(BOUND_S)
    assert not other_looked.is_set()
    attendant.close()
    go_on.set()
    assert everything.over.wait(BOUND_S)
    assert everything.told == [("closed",)]
    assert other_looked.wait(BOUND_S)
    second.close()
    other_goes_on.set()
    assert other.over.wait(BOUND_S)
    assert other.told == [("closed",)]


def test_once_closed_it_leaves_reminding_to_others_at_once(
    attendant: Attendant, everything: Everything, home: Path
):
    over = Event()
    everything.pressed = lambda _: over.wait(5) and None  # the thread still listens for a press
    attendant.start()
    assert wait_until(lambda: is_watched(home))
    attendant.close()
    assert not is_watched(home)
    over.set()
    assert wait_until(lambda: everything.told == [("closed",)])


def test_one_that_never_had_its_turn_ends_as_well(
    attendant: Attendant, everything: Everything, home: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("app.run.attending.SELDOM_S", 0.01)
    watch = hold_watch(home)
    before = set(enumerate_threads())
    attendant.start()
    attendant.close()
    assert wait_until(lambda: set(enumerate_threads()) <= before)
    watch.release()
    assert everything.told == []


def test_a_look_that_fails_is_not_the_last(
    attendant: Attendant, everything: Everything, home: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("app.run.attending.SELDOM_S", 0.01)
    looks = []

    def fail(wait_s: float) -> Pressed | None:
        looks.append(wait_s)
        raise OSError("no")

    everything.pressed = fail
    attendant.start()
    assert wait_until(lambda: len(looks) >= 3)
    attendant.close()
    assert wait_until(lambda: not is_watched(home))


def test_while_a_sign_needs_help_today_no_break_is_offered_and_none_counts_as_skipped(
    attendant: Attendant, everything: Everything, home: Path
):
    save_settings(home, AT_WORK)
    save_answers(home, answered(["accident"], NINE.date()))
    pass_minutes(attendant, 120)
    assert (everything.asked, everything.told) == ([], [])
    save_answers(home, answered([], NINE.date()))
    pass_minutes(attendant, 41)
    assert everything.asked == ["Time to get up"]


def test_while_loading_has_to_wait_the_move_of_a_break_is_no_load(
    attendant: Attendant, everything: Everything, home: Path
):
    save_answers(home, answered(["lasting-pain"], NINE.date()))
    offered(attendant, everything, home)
    ((_, move),) = everything.told
    assert library().exercises[move.step[0].exercise].kind in ("stretch", "mobility")
