"""Sending what is due on a real data folder, with a desktop and a clock of our own."""

from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest

from app.core.care.warning_signs import answered, with_seen
from app.core.day_mark import DayMark
from app.core.due import due_today
from app.core.ports import Asked, Pressed
from app.core.programme.enrolment import Enrolment
from app.core.record import SessionRecord
from app.core.reminders.memory import Memory
from app.core.reminders.reminder import Reminder
from app.core.settings import Settings
from app.core.target import EveryDay, Target
from app.run.home import RunError
from app.run.remind import Reminding, call_for_what_was_put_off, recent_diary, snooze, take_due
from app.storage.reminder_memory import hold_watch, is_watched, load_memory
from app.storage.settings_file import save_settings
from app.storage.signs_file import save_answers
from app.storage.store import open_store
from tests.storage.sessions import NOW
from tests.views.shelf import TODAY, session

MORNING = datetime(2026, 11, 22, 8, tzinfo=UTC)
CALVES = Reminder("calves", (time(8),), routine="calf-reset")
ANYTHING = Reminder("any", (time(8), time(8, 5)))


class Clock:
    def __init__(self) -> None:
        self.passed = 0.0

    def monotonic(self) -> float:
        return self.passed

    def now(self) -> datetime:
        return MORNING + timedelta(seconds=self.passed)


class Desktop:
    """Shows notes, and presses what it was told to press once that note is there; nobody waits for real."""

    def __init__(self, clock: Clock, buttons: bool = True, why: str = "") -> None:
        self.clock, self.buttons, self.why = clock, buttons, why
        self.away = range(0)
        """The seconds in which nobody shows anything."""
        self.shown: list[tuple[str, str, tuple[str, ...]]] = []
        self.presses: deque[tuple[float, int, str | None]] = deque()

    def ask(self, title, body, buttons) -> Asked:
        if self.why or int(self.clock.passed) in self.away:
            return Asked(why=self.why or "the notification daemon does not answer")
        self.shown.append((title, body, tuple(told for told, _ in buttons)))
        return Asked(len(self.shown) if self.buttons else None)

    def pressed(self, wait_s: float) -> Pressed | None:
        assert wait_s >= 1
        if self.presses and self.presses[0][0] <= self.clock.passed + wait_s:
            at, number, button = self.presses.popleft()
            self.clock.passed = max(at, self.clock.passed)
            return Pressed(number, button)
        self.clock.passed += wait_s
        return None

    def take_back(self, number: int) -> None:
        pass

    def close(self) -> None:
        pass

    @property
    def titles(self) -> list[str]:
        return [title for title, _, _ in self.shown]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desktop(clock: Clock) -> Desktop:
    return Desktop(clock)


@pytest.fixture
def remind(home: Path, clock: Clock, desktop: Desktop) -> Callable[..., list[tuple[str, ...]]]:
    """Reminds once, and returns what was started of Soleus."""

    def run(*reminders: Reminder) -> list[tuple[str, ...]]:
        if reminders:
            save_settings(home, Settings(reminders=reminders))
        started: list[tuple[str, ...]] = []

        def start(arguments: tuple[str, ...]) -> str:
            started.append(arguments)
            return ""

        Reminding(clock, desktop, start, lambda line: None, lambda: is_watched(home)).run()
        return started

    return run


def test_without_a_reminder_nothing_is_shown_and_nothing_made(remind, desktop, home):
    assert remind() == []
    assert desktop.shown == []
    assert not home.exists()


def test_what_is_due_is_shown_with_its_routines_name_and_once(remind, desktop, clock):
    desktop.buttons = False
    remind(CALVES)
    remind()
    assert desktop.shown == [
        ("Time for Calf reset", "It is on for today.", ("default", "start", "snooze", "skip"))
    ]
    assert clock.passed == 0  # it ended at once, for nobody would tell what is pressed


def test_a_note_says_how_much_of_the_day_is_left(remind, desktop, home):
    with open_store(home, now=NOW, writable=True) as store:
        store.put(session(0, id="0c2f6f5e-0000-4000-8000-000000000001"))
        store.put_target(Target("calf-reset", EveryDay(), TODAY, times=3))
    remind(CALVES)
    assert desktop.shown[0][:2] == ("Time for Calf reset", "1 of 3 are done today.")


def test_one_for_anything_names_what_is_left(remind, desktop, home):
    with open_store(home, now=NOW, writable=True) as store:
        store.put_target(Target("calf-reset", EveryDay(), TODAY))
        store.put_target(Target("my-own-one", EveryDay(), TODAY))
    remind(ANYTHING)
    assert desktop.shown[0] == (
        "Time for a stretch",
        "Still on for today: Calf reset and My own one.",
        ("default", "snooze", "skip"),
    )


def test_a_day_unwell_is_silent(remind, desktop, home):
    with open_store(home, now=NOW, writable=True) as store:
        store.put_mark(DayMark(TODAY, "unwell"))
    remind(CALVES, ANYTHING)
    assert desktop.shown == []


@pytest.mark.parametrize(
    ("button", "started"), [("start", ("play", "calf-reset")), ("default", ())], ids=["start", "click"]
)
def test_start_opens_the_routine_and_a_click_the_app(remind, desktop, clock, button, started):
    desktop.presses.append((30, 1, button))
    assert remind(CALVES) == [started]
    assert clock.passed == 30


def test_snooze_brings_it_back_after_ten_minutes(remind, desktop, clock):
    desktop.presses += [(30, 1, "snooze"), (640, 2, None)]
    assert remind(CALVES) == []
    assert desktop.titles == ["Time for Calf reset"] * 2
    assert 630 <= clock.passed <= 641


def test_what_was_put_off_in_a_window_comes_after_the_window_is_closed(remind, desktop, clock, home):
    save_settings(home, Settings(reminders=(CALVES,)))
    [notice] = take_due(clock).notices
    snooze(notice, clock)
    started = []
    call_for_what_was_put_off(clock, started.append)
    assert started == [("remind", "--due")]
    clock.passed = 120.0
    desktop.presses.append((700, 1, None))
    remind()
    assert desktop.titles == ["Time for Calf reset"]
    assert 600 <= clock.passed <= 700
    call_for_what_was_put_off(clock, started.append)
    assert len(started) == 1


def test_what_was_put_off_and_sent_by_another_is_waited_for_no_longer(remind, desktop, clock, home):
    save_settings(home, Settings(reminders=(CALVES,)))
    [notice] = take_due(clock).notices
    snooze(notice, clock)
    desktop.away = range(0)
    desktop.pressed = lambda wait_s: (setattr(clock, "passed", 660.0), take_due(clock), None)[-1]
    remind()
    assert desktop.shown == []
    assert clock.passed == 660


def test_put_off_it_waits_for_a_desktop_that_went_away_meanwhile(remind, desktop):
    desktop.presses += [(30, 1, "snooze"), (900, 2, None)]
    desktop.away = range(600, 800)
    assert remind(CALVES) == []
    assert desktop.titles == ["Time for Calf reset"] * 2


def test_a_desktop_that_stays_away_is_not_waited_for_without_end(remind, desktop, clock):
    desktop.presses += [(30, 1, "snooze")]
    desktop.away = range(600, 100_000)
    assert remind(CALVES) == []
    assert clock.passed < 1500
    desktop.away = range(0)
    remind()
    assert desktop.titles == ["Time for Calf reset"] * 2


def test_not_today_is_silent_for_the_rest_of_the_day(remind, desktop, clock):
    desktop.presses.append((30, 1, "skip"))
    remind(ANYTHING)
    clock.passed = 300.0  # 8:05
    remind()
    assert desktop.titles == ["Time for a stretch"]


def test_what_becomes_due_while_a_note_is_there_is_shown_as_well(remind, desktop):
    remind(ANYTHING)
    assert desktop.titles == ["Time for a stretch"] * 2


def test_nobody_is_waited_for_longer_than_ten_minutes(remind, clock):
    remind(CALVES)
    assert 600 <= clock.passed <= 660


def test_a_note_that_is_taken_away_ends_it(remind, desktop, clock):
    desktop.presses.append((10, 1, None))
    assert remind(CALVES) == []
    assert clock.passed == 10


def test_the_press_on_somebody_elses_note_means_nothing(remind, desktop):
    desktop.presses += [(10, 77, "start"), (20, 1, None)]
    assert remind(CALVES) == []


def test_what_could_not_be_shown_is_told_in_a_line_and_due_again(remind, desktop):
    desktop.why = "there is no session bus"
    with pytest.raises(RunError, match=r"could not be shown: there is no session bus\. It is tried again"):
        remind(CALVES, Reminder("strong", (time(8),), routine="calf-strength"))
    desktop.why = ""
    remind()
    assert desktop.titles == ["Time for Calf reset", "Time for Calf strength"]


def test_while_a_window_reminds_by_itself_nothing_is_sent(remind, desktop, home):
    watch = hold_watch(home)
    remind(CALVES)
    assert desktop.shown == []
    watch.release()
    remind()
    assert desktop.titles == ["Time for Calf reset"]


def test_of_two_at_the_same_time_one_is_told(home, clock):
    save_settings(home, Settings(reminders=(CALVES,)))
    assert [len(take_due(clock).notices) for _ in range(2)] == [1, 0]


def test_a_folder_that_cannot_be_written_sends_nothing(remind, desktop, home, monkeypatch):
    save_settings(home, Settings(reminders=(CALVES,)))
    monkeypatch.setattr("app.storage.reminder_memory._save", _refuse)
    with pytest.raises(RunError, match="no room"):
        remind()
    assert desktop.shown == []
    assert load_memory(home) == Memory()


def _refuse(*_: object) -> None:
    from app.storage.errors import StoreError

    raise StoreError("no room")


def test_a_programme_is_read_from_its_beginning_however_long_ago_that_was(home: Path) -> None:
    # Begun 150 weeks ago and kept up since: the last week, whose day 0 is today. Without the sessions of the first
    # year it would seem never to have left the first week, whose routines were not done since.
    start = TODAY - timedelta(weeks=150)
    weeks = ["four-weeks-ease-calf", "four-weeks-move-calf", "four-weeks-strength-calf"]
    done: dict[int, list[SessionRecord]] = {}
    for week in range(150):
        for day in (0, 1, 3):
            back = (TODAY - start).days - 7 * week - day
            made = session(back, weeks[week] if week < len(weeks) else "calves-and-back")
            done.setdefault(made.day.year, []).append(made)
    for year, sessions in done.items():
        with open_store(home, now=NOW.replace(year=year), writable=True) as store:
            store.put_all(sessions, care=[Enrolment("four-weeks", start)] if year == start.year else [])
    diary = recent_diary(Clock())
    assert [each.routine for each in due_today(diary)] == ["calves-and-back"]


def test_what_a_programme_makes_due_is_a_reason_to_remind_and_its_day_of_rest_none(home: Path) -> None:
    save_settings(home, Settings(reminders=(ANYTHING,), day_start_h=0))
    with open_store(home, now=NOW, writable=True) as store:
        store.put_all(care=[Enrolment("four-weeks", TODAY - timedelta(days=2))])
    assert take_due(Clock()).notices == ()  # day 2 of the first week
    with open_store(home, now=NOW, writable=True) as store:
        store.put_all(care=[Enrolment("four-weeks", TODAY)])
    clock = Clock()
    clock.passed = 600
    assert len(take_due(clock).notices) == 1


def test_while_a_sign_needs_help_today_nothing_is_sent_and_nothing_is_settled(remind, desktop, home):
    answers = answered(["calf-swollen"], TODAY)
    save_answers(home, answers)
    remind(CALVES)
    assert (desktop.shown, load_memory(home)) == ([], Memory())
    save_answers(home, with_seen(answers, "calf-swollen", TODAY))
    remind(CALVES)
    assert desktop.titles == ["Time for Calf reset"]


@pytest.mark.parametrize("sign", ["lasting-pain", "fracture"])
def test_what_a_clinician_is_to_be_asked_about_silences_no_reminder(remind, desktop, home, sign):
    save_answers(home, answered([sign], TODAY))
    remind(CALVES)
    assert desktop.titles == ["Time for Calf reset"]


def test_answers_that_cannot_be_understood_silence_no_reminder(remind, desktop, home):
    home.mkdir()
    (home / "warning-signs.json").write_text("no json")
    remind(CALVES)
    assert desktop.titles == ["Time for Calf reset"]
