"""What the keyboard can reach: it shows that it has the focus and comes into sight. Knows no screen."""

from typing import Any

from kivy.base import EventLoop
from kivy.properties import NumericProperty
from kivy.uix.behaviors.focus import FocusBehavior

from app.ui.kv import load_kv
from app.ui.widgets.scrolling import bring_into_sight

load_kv(__file__)


class Reachable(FocusBehavior):
    """Mixed into every widget that takes the keyboard's focus."""

    ring_corner = NumericProperty(14)
    answers: tuple[str, ...] = ("tab",)
    """The keys that go to this widget while it has the focus; all others go to the screen."""
    writes = False
    """Whether letters go into it."""

    def on_focus(self, _: object, focused: bool) -> None:
        if focused:
            bring_into_sight(self)

    def keyboard_on_key_up(self, window: Any, keycode: tuple[int, str]) -> bool:
        """Escape is the screen's to answer; FocusBehavior would only drop the focus."""
        return False

    def on_disabled(self, _: object, disabled: bool) -> None:
        self.is_focusable = not disabled

    def _ensure_keyboard(self) -> None:
        """Takes the keyboard's keys and, unless it `writes`, not its text.

        For text Kivy's window asks SDL five times a second whether it still comes, and goes on with that for
        each widget that ever had the focus.
        """
        if self.writes or self._keyboard is not None:
            super()._ensure_keyboard()
            return
        from kivy.core.window import WindowBase

        self._requested_keyboard = True
        self._keyboard = WindowBase.request_keyboard(EventLoop.window, self._keyboard_released, self)
        FocusBehavior._keyboards.setdefault(self._keyboard, None)
