"""How each place feels, by two sliders for each. Knows no session: rows come in."""

from typing import Any

from kivy.properties import BooleanProperty, ObjectProperty, StringProperty

from app.ui.kv import load_kv
from app.ui.screens.place import place_of
from app.ui.widgets import controls, text  # noqa: F401  # the rules below name their classes
from app.ui.widgets.card import Column
from app.ui.widgets.controls import LevelSlider
from app.ui.widgets.pressable import Pressable
from app.views.check_in import NO_SCALE, SaidRow

load_kv(__file__)


class ScaleSlider(LevelSlider):
    """A slider of what was said. Dispatches `on_take_back` by Delete and Backspace; the first arrow says none."""

    answers = (*LevelSlider.answers, "delete", "backspace")

    __events__ = ("on_take_back",)

    def keyboard_on_key_down(
        self, window: Any, keycode: tuple[int, str], text: str, modifiers: list[str]
    ) -> bool:
        if keycode[1] in ("delete", "backspace"):
            self.dispatch("on_take_back")
            return True
        if self.value < 0 and keycode[1] in ("left", "right", "up", "down"):
            self.dispatch("on_slide", 0)
            return True
        return bool(super().keyboard_on_key_down(window, keycode, text, modifiers))

    def on_take_back(self) -> None:
        pass


class ScaleValue(Pressable):
    """The value of a slider, which is pressed to take it back: `item` is its `ScaleRow`, `text` the value in words.

    `label` says aloud what pressing it does.
    """

    item = ObjectProperty(NO_SCALE, rebind=True)
    text = StringProperty("")
    label = StringProperty("")


class ScaleLine(Column):
    """One slider with its name and its value beside it or, in a narrow card, above it: `item` is a `ScaleRow`.

    The screen around it dispatches `on_felt(place, scale, value)`.
    """

    item = ObjectProperty(NO_SCALE, rebind=True)
    narrow = BooleanProperty(False)

    def say(self, value: int) -> None:
        place_of(self).dispatch("on_felt", self.item.place, self.item.scale, value)

    def take_back(self, pressed: Any = None) -> None:
        """The number that was `pressed` cannot be any more, so the slider takes the keyboard from it."""
        if pressed is not None and pressed.focus:
            self.ids.slider.focus = True
        place_of(self).dispatch("on_felt", self.item.place, self.item.scale, None)


class PlaceLine(Column):
    """One place with its sliders: `item` is a `PlaceRow`."""

    item = ObjectProperty(None, rebind=True)


class SaidLine(Column):
    """What was said at one moment: `item` is a `SaidRow`."""

    item = ObjectProperty(SaidRow("", ()), rebind=True)


class SaidWords(text.Words):
    """One line of it: `item` says it."""

    item = ObjectProperty("")
