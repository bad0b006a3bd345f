"""What the window does when a reminder or a break is answered, in a thread that is not its own."""

from types import SimpleNamespace

import pytest

from app.core.breaks.rules import BreakRules
from app.core.breaks.sitting import IntervalAsked
from app.core.settings import Settings
from app.ui.attending import WindowListener
from tests.views.shelf import CALF_RESET

OFFER = "Time to get up: Calf reset"


class Shell:
    """Remembers what it was told, and can press the action of the last thing told."""

    def __init__(self) -> None:
        self.following = None
        self.happened: list[tuple] = []
        self.leading = SimpleNamespace(follow_move=lambda move: self.happened.append(("follow", move)))
        self.books = SimpleNamespace(settings=Settings(), set=self._set)
        self.act = None

    def _set(self, settings: Settings) -> None:
        self.books.settings = settings

    def go(self, place: str) -> None:
        self.happened.append(("go", place))

    def open_routine(self, routine: str) -> None:
        self.happened.append(("open", routine))

    def tell(self, text: str, action: str = "", icon: str = "", act=lambda: None, *, lasting: bool = False):
        self.happened.append(("tell", text, action, "lasting" if lasting else "passing"))
        self.act = act
        return lambda: self.happened.append(("taken away", text))


@pytest.fixture
def shell() -> Shell:
    return Shell()


@pytest.fixture
def waiting() -> list:
    """What waits to be done in the window's own thread."""
    return []


@pytest.fixture
def answers() -> list[str]:
    return []


@pytest.fixture
def listener(shell, waiting, answers) -> WindowListener:
    return WindowListener(shell, lambda: shell.happened.append(("raise",)), waiting.append, answers.append)


def happens(shell: Shell, waiting: list) -> list[tuple]:
    assert shell.happened == []  # nothing in the other thread
    while waiting:
        waiting.pop(0)()
    return shell.happened


def test_a_click_brings_the_window_up(listener, shell, waiting):
    listener.open_window()
    assert happens(shell, waiting) == [("raise",)]


def test_start_brings_it_up_on_the_routine(listener, shell, waiting):
    listener.open_routine("calf-reset")
    assert happens(shell, waiting) == [("raise",), ("go", "today"), ("open", "calf-reset")]


def test_nobody_is_taken_out_of_a_routine(listener, shell, waiting):
    shell.following = object()
    listener.open_routine("calf-reset")
    listener.start_break(CALF_RESET)
    assert happens(shell, waiting) == [("raise",), ("raise",)]


def test_a_break_is_offered_with_a_start_and_taken_there(listener, shell, waiting, answers):
    listener.offer_break(CALF_RESET)
    assert happens(shell, waiting) == [("tell", "Time to get up: Calf reset", "Start", "lasting")]
    shell.act()
    assert answers == ["taken"]
    assert shell.happened[1:] == [("raise",), ("taken away", OFFER), ("follow", CALF_RESET)]


def test_an_offer_stands_until_it_is_over(listener, shell, waiting):
    listener.offer_break(CALF_RESET)
    listener.take_break_back()
    assert happens(shell, waiting)[1:] == [("taken away", OFFER)]


def test_a_break_that_is_started_on_the_desktop_is_no_longer_offered(listener, shell, waiting):
    listener.offer_break(CALF_RESET)
    listener.start_break(CALF_RESET)
    assert happens(shell, waiting)[1:] == [("raise",), ("taken away", OFFER), ("follow", CALF_RESET)]


def test_the_longer_interval_is_set_where_it_is_wanted(listener, shell, waiting):
    listener.ask_interval(IntervalAsked(40, 50))
    assert happens(shell, waiting)[0][2] == "Every 50 minutes"
    shell.act()
    assert shell.books.settings == Settings(breaks=BreakRules(every_min=50))


def test_what_the_desktop_could_not_show_is_told(listener, shell, waiting):
    listener.tell("Time for Calf reset", "It is on for today.")
    assert happens(shell, waiting) == [
        ("tell", "Time for Calf reset. It is on for today.", "Close", "lasting")
    ]
