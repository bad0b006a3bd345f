"""When the loop sleeps and for how long. A pass of the loop is one call of the clock's `idle`."""

from types import SimpleNamespace

import pytest

from app.ui.idle import FRAMES_AWAKE, LONGEST_S, sleep_when_idle


class Loop:
    """A clock whose next event is due in `due_s`, a window that may have something to draw, and a hand."""

    def __init__(self) -> None:
        self.due_s: float | None = None
        self.is_drawn = True
        self.touched = False
        self.slept: list[float] = []
        self._clock = SimpleNamespace(idle=lambda: 0.0, time=lambda: 100.0, _root_event=None)
        sleep_when_idle(self._clock, is_drawn=lambda: self.is_drawn, wait=self._wait)

    def passes(self, count: int) -> list[float]:
        """How long the loop slept in each of so many passes that slept at all."""
        self.slept.clear()
        event = SimpleNamespace(_last_dt=100.0, timeout=self.due_s, next=None)
        self._clock._root_event = None if self.due_s is None else event
        for _ in range(count):
            self._clock.idle()
        return self.slept

    def _wait(self, pause_s: float) -> bool:
        self.slept.append(pause_s)
        touched, self.touched = self.touched, False
        return touched


@pytest.fixture
def loop() -> Loop:
    found = Loop()
    found.passes(FRAMES_AWAKE)  # it begins awake, as after a touch
    return found


def test_a_loop_with_nothing_to_do_sleeps_at_every_pass(loop: Loop):
    assert loop.passes(3) == [LONGEST_S] * 3


def test_the_loop_sleeps_until_the_next_event(loop: Loop):
    loop.due_s = 0.4
    assert loop.passes(1) == [pytest.approx(0.4)]


def test_what_is_due_within_a_frame_is_left_to_kivy(loop: Loop):
    loop.due_s = 1 / 61
    assert loop.passes(1) == []


def test_an_event_that_is_late_keeps_the_loop_awake(loop: Loop):
    loop.due_s = -1.0
    assert loop.passes(1) == []


def test_nothing_sleeps_before_a_change_is_drawn(loop: Loop):
    loop.is_drawn = False
    assert loop.passes(1) == []


def test_after_a_touch_the_loop_stays_awake_until_its_effect_is_drawn(loop: Loop):
    """Kivy takes a press in by one pass and hands it to the widgets by the next."""
    loop.touched = True
    loop.passes(1)
    assert loop.passes(FRAMES_AWAKE) == []
    assert loop.passes(1) == [LONGEST_S]
