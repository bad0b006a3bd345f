"""Everything that can be pressed, by finger, mouse or keyboard, in one place. Knows no screen.

Kivy's own Button takes no keyboard focus; and Kivy 3 changes ButtonBehavior, so only this module uses it.
"""

from typing import Any

from kivy.uix.behaviors.button import ButtonBehavior
from kivy.uix.boxlayout import BoxLayout

from app.ui.widgets.reachable import Reachable

PRESS_KEYS = ("enter", "numpadenter", "spacebar")


class Pressable(Reachable, ButtonBehavior, BoxLayout):
    """A box that can be pressed. The focus ring shows for those who use the keyboard, not for the mouse."""

    answers = ("tab", *PRESS_KEYS)

    def on_touch_down(self, touch: Any) -> bool:
        if self.disabled or getattr(touch, "button", "left") not in ("left", None):
            return False
        # Past FocusBehavior, which would take the focus and draw its ring at every click.
        return bool(ButtonBehavior.on_touch_down(self, touch))

    def keyboard_on_key_down(
        self, window: Any, keycode: tuple[int, str], text: str, modifiers: list[str]
    ) -> bool:
        if keycode[1] in PRESS_KEYS and not self.disabled:
            self.dispatch("on_press")
            self.dispatch("on_release")
            return True
        return bool(super().keyboard_on_key_down(window, keycode, text, modifiers))
