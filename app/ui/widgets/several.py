"""Several of several words, each on or off. Knows no setting."""

from typing import Any

from kivy.properties import ListProperty
from kivy.uix.stacklayout import StackLayout

from app.ui.kv import load_kv
from app.ui.widgets.controls import Chip

load_kv(__file__)


class Several(StackLayout):
    """Words in as many lines as they need; `chosen` are the indices of those that are on.

    Dispatches `on_choose(index)`; whoever owns the value sets `chosen`.
    """

    words = ListProperty()
    chosen = ListProperty()

    __events__ = ("on_choose",)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        for name in ("words", "chosen"):
            self.fbind(name, self._fill)
        self._fill()

    def _fill(self, *_: object) -> None:
        if len(self.children) != len(self.words):
            self.clear_widgets()
            for _ in self.words:
                self.add_widget(Chip(on_release=lambda chip: self.dispatch("on_choose", chip.item[0])))
        for index, chip in enumerate(reversed(self.children)):
            chip.item = (index, self.words[index], index in self.chosen)

    def on_choose(self, index: int) -> None:
        pass
