"""What lies above the screen until it is answered. Knows no question: a card with one comes in."""

from typing import Any

from kivy.animation import Animation
from kivy.core.window import Window
from kivy.properties import BooleanProperty, NumericProperty
from kivy.uix.floatlayout import FloatLayout
from kivy.uix.widget import Widget

from app.ui.focus import focus_first, focused
from app.ui.kv import load_kv
from app.ui.theme import theme
from app.ui.widgets import card  # noqa: F401  # the rule below names its class
from app.ui.widgets.scrolling import scroll

load_kv(__file__)


class Modal(FloatLayout):
    """Shows a card in the middle of the window, or at its bottom, and dims what is below.

    It hangs in the window beside the screen, not in it: so Tab, which walks one tree, cannot leave it, and
    no touch goes through. Escape or a touch beside the card dispatches `on_cancel`. The keyboard's focus goes
    back to where it was.
    """

    at_bottom = BooleanProperty(False)
    low = BooleanProperty(False)
    """It stands at the bottom: in a wide window nobody's thumb is there, and it stands in the middle as well."""
    card_height = NumericProperty(0)
    risen = NumericProperty(1.0)
    """From 0, not there yet, to 1."""

    __events__ = ("on_cancel",)

    def __init__(self, content: Widget, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._return_to: Any = None
        content.bind(height=self.setter("card_height"))
        self.ids.page.add_widget(content)
        self.card_height = content.height

    def open(self) -> None:
        """Takes the keyboard's focus if there was one: it shows only to those who use the keyboard."""
        self._return_to = focused()
        if self._return_to is not None:
            self._return_to.focus = False
        Window.add_widget(self)
        if not theme.still:
            self.risen = 0.0
            Animation(risen=1.0, duration=theme.motion_s, t="out_quad").start(self)
        if self._return_to is not None:
            focus_first(self)

    def close(self) -> None:
        if (here := focused()) is not None:
            here.focus = False
        Animation.cancel_all(self)
        Window.remove_widget(self)
        if self._return_to is not None and self._return_to.get_root_window() is not None:
            self._return_to.focus = True

    def cancel(self) -> None:
        self.close()
        self.dispatch("on_cancel")

    def press(self, key: str) -> bool:
        """Answers every key that no focused widget wants: none goes to the screen below."""
        if key == "escape":
            self.cancel()
        elif key == "tab" and focused() is None:
            focus_first(self)
        elif key in ("enter", "numpadenter"):
            self.do_the_one_thing()
        else:
            scroll(self, key)
        return True

    def do_the_one_thing(self) -> None:
        """What Enter does while no button has the focus."""

    def on_touch_down(self, touch: Any) -> bool:
        if not super().on_touch_down(touch) and not self.ids.page.collide_point(*touch.pos):
            self.cancel()
        return True

    def on_touch_move(self, touch: Any) -> bool:
        super().on_touch_move(touch)
        return True

    def on_touch_up(self, touch: Any) -> bool:
        super().on_touch_up(touch)
        return True

    def on_cancel(self) -> None:
        pass


def topmost() -> Modal | None:
    """The one that waits for an answer, if any does."""
    return next((child for child in Window.children if isinstance(child, Modal)), None)
