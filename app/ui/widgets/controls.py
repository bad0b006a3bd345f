"""What a value is set with: choice, switch, stepper and slider. Knows no setting."""

from typing import Any

from kivy.clock import Clock
from kivy.properties import BooleanProperty, ListProperty, NumericProperty, ObjectProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.gridlayout import GridLayout
from kivy.uix.stacklayout import StackLayout

from app.ui.kv import load_kv
from app.ui.theme import theme
from app.ui.widgets import each  # noqa: F401  # the rules below name its class
from app.ui.widgets.button import IconButton
from app.ui.widgets.pressable import Pressable
from app.ui.widgets.reachable import Reachable

load_kv(__file__)

HELD_S, AGAIN_S = 0.45, 0.09
"""How long a plus is held before it goes on by itself, and how long between two steps then."""


class ChoiceItem(Pressable):
    """One of the words of a choice; `item` is (index, word, chosen)."""

    item = ObjectProperty((0, "", False), rebind=True)
    word_width = NumericProperty(0)


def _fill(choice: Any, kind: type[ChoiceItem]) -> None:
    """Gives `choice` an item for each of its words, and keeps those that it has."""
    if len(choice.children) != len(choice.words):
        choice.clear_widgets()
        for _ in choice.words:
            choice.add_widget(kind(on_release=lambda item: choice.dispatch("on_choose", item.item[0])))
    for index, child in enumerate(reversed(choice.children)):
        child.item = (index, choice.words[index], index == choice.chosen)


class Choice(GridLayout):
    """One of a few words, all in sight, in even columns as wide as the widest. Dispatches `on_choose(index)`."""

    words = ListProperty()
    chosen = NumericProperty(-1)

    __events__ = ("on_choose",)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.fbind("words", self._fill)
        self.fbind("chosen", self._fill)
        self.fbind("width", self._arrange)
        self._fill()

    def _fill(self, *_: object) -> None:
        _fill(self, ChoiceItem)
        for item in self.children:
            item.bind(word_width=self._arrange)
        self._arrange()

    def _arrange(self, *_: object) -> None:
        """As many columns as the widest word leaves room for and the words fill evenly: four, two or one."""
        widest = max((item.word_width for item in self.children), default=0) + theme.space_l
        count = len(self.words)
        fitting = (cols for cols in range(count, 1, -1) if count % cols == 0 and cols * widest <= self.width)
        self.cols = next(fitting, 1)

    def on_choose(self, index: int) -> None:
        pass


class Chip(ChoiceItem):
    """One of the words of `Chips`, as wide as its word."""


class Chips(StackLayout):
    """One of several words, in as many lines as they need. Dispatches `on_choose(index)`."""

    words = ListProperty()
    chosen = NumericProperty(-1)

    __events__ = ("on_choose",)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.fbind("words", self._fill)
        self.fbind("chosen", self._fill)
        self._fill()

    def _fill(self, *_: object) -> None:
        _fill(self, Chip)

    def on_choose(self, index: int) -> None:
        pass


class Toggle(Pressable):
    """On or off. Dispatches `on_release`; whoever owns the value sets `active`."""

    active = BooleanProperty(False)


class AgainButton(IconButton):
    """Dispatches `on_again` when it is pressed and, held down, again and again."""

    __events__ = ("on_again",)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._repeated = False
        self._next = Clock.create_trigger(self._repeat, HELD_S)

    def on_press(self) -> None:
        self._repeated = False
        self._next.timeout = HELD_S
        self._next()

    def on_release(self) -> None:
        self._next.cancel()
        if not self._repeated:
            self.dispatch("on_again")

    def on_again(self) -> None:
        pass

    def _repeat(self, _: float) -> None:
        if self.state == "down" and not self.disabled:
            self._repeated = True
            self.dispatch("on_again")
            self._next.timeout = AGAIN_S
            self._next()


class Stepper(BoxLayout):
    """A value between a minus and a plus, which go on while they are held. Dispatches `on_step(-1 or 1)`.

    The value is as large as the first of the `type_sizes` (px, largest first) for which there is room.
    """

    text = StringProperty("")
    can_lower = BooleanProperty(True)
    can_raise = BooleanProperty(True)
    button_size = NumericProperty(0)
    sign_size = NumericProperty(0)
    type_sizes = ListProperty()
    corner = NumericProperty(0)

    __events__ = ("on_step",)

    def on_step(self, by: int) -> None:
        pass


class LevelSlider(Reachable, BoxLayout):
    """A value from 0 to `most`, or -1 for none yet. Dispatches `on_slide(value)` at each change by hand.

    The arrow keys move it by `key_step`. `label` names it where it is read aloud, if what is around it says too little.
    """

    label = StringProperty("")
    value = NumericProperty(0)
    most = NumericProperty(100)
    step = NumericProperty(1)
    key_step = NumericProperty(5)
    answers = ("tab", "left", "right", "up", "down")

    __events__ = ("on_slide",)

    def on_slide(self, value: int) -> None:
        pass

    def on_touch_down(self, touch: Any) -> bool:
        if (
            self.disabled
            or not self.collide_point(*touch.pos)
            or getattr(touch, "button", "left") not in ("left", None)
        ):
            return False
        touch.grab(self)
        self._slide_to(touch.x)
        return True

    def on_touch_move(self, touch: Any) -> bool:
        if touch.grab_current is self:
            self._slide_to(touch.x)
            return True
        return False

    def on_touch_up(self, touch: Any) -> bool:
        if touch.grab_current is self:
            touch.ungrab(self)
            return True
        return False

    def keyboard_on_key_down(
        self, window: Any, keycode: tuple[int, str], text: str, modifiers: list[str]
    ) -> bool:
        by = {"left": -1, "down": -1, "right": 1, "up": 1}.get(keycode[1])
        if by is not None and not self.disabled:
            self._propose(max(0, self.value) + by * self.key_step)
            return True
        return bool(super().keyboard_on_key_down(window, keycode, text, modifiers))

    def _slide_to(self, x: float) -> None:
        left, right = self.x + self.height / 2, self.right - self.height / 2
        self._propose((x - left) / max(1, right - left) * self.most)

    def _propose(self, value: float) -> None:
        value = int(min(self.most, max(0, round(value / self.step) * self.step)))
        if value != self.value:
            self.dispatch("on_slide", value)
