"""A time of day by two steppers. Knows no reminder."""

from typing import Any

from kivy.clock import Clock
from kivy.properties import NumericProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout

from app.ui.kv import load_kv
from app.ui.widgets import button, card, text  # noqa: F401  # the rules below name their classes
from app.ui.widgets.reachable import Reachable

load_kv(__file__)

HOURS, MINUTES = 24, 60
HELD_S = 0.45
"""A press this long is meant to go on."""
AGAIN_S = 0.08


class TimeNumber(Reachable, BoxLayout):
    """The number in the middle of a stepper; the arrow keys move it. Dispatches `on_step(-1 or 1)`."""

    number = NumericProperty(0)
    answers = ("tab", "up", "down")

    __events__ = ("on_step",)

    def keyboard_on_key_down(
        self, window: Any, keycode: tuple[int, str], letter: str, modifiers: list[str]
    ) -> bool:
        by = {"up": 1, "down": -1}.get(keycode[1])
        if by is not None and not self.disabled:
            self.dispatch("on_step", by)
            return True
        return bool(super().keyboard_on_key_down(window, keycode, letter, modifiers))

    def on_step(self, by: int) -> None:
        pass


class TimeStepper(BoxLayout):
    """One part of a time between two buttons. Dispatches `on_step(-1 or 1)`, again and again while one is held."""

    label = StringProperty("")
    number = NumericProperty(0)

    __events__ = ("on_step",)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._held_by = 0
        self._begin: Any = Clock.create_trigger(self._go_on, HELD_S)
        self._again: Any = Clock.create_trigger(self._go_on, AGAIN_S)

    def hold(self, by: int) -> None:
        """A button is held down (-1 or 1), or let go (0)."""
        self._held_by = by
        self._begin.cancel()
        self._again.cancel()
        if by:
            self._begin()

    def _go_on(self, *_: object) -> None:
        if self.get_root_window() is not None:
            self.dispatch("on_step", self._held_by)
            self._again()

    def on_step(self, by: int) -> None:
        pass


class TimePicker(card.Row):
    """`hour` from 0 to 23 and `minute` from 0 to 59. Dispatches `on_pick(hour, minute)` at each change by hand.

    Each part turns round by itself: an hour after 23 is 0, and minutes never move the hour. A minute off the
    steps goes to the next of them: with steps of 5, one up from 7:32 is 7:35.
    """

    hour = NumericProperty(7)
    minute = NumericProperty(0)
    minute_step = NumericProperty(5)

    __events__ = ("on_pick",)

    def step_hour(self, by: int) -> None:
        self._pick((self.hour + by) % HOURS, self.minute)

    def step_minute(self, by: int) -> None:
        step = self.minute_step
        before = self.minute // step if by > 0 else -(-self.minute // step)
        self._pick(self.hour, (before + by) * step % MINUTES)

    def _pick(self, hour: int, minute: int) -> None:
        self.hour, self.minute = hour, minute
        self.dispatch("on_pick", hour, minute)

    def on_pick(self, hour: int, minute: int) -> None:
        pass
