"""A card that puts a question to the person. Knows no question."""

from typing import Any

from kivy.clock import Clock
from kivy.properties import ObjectProperty

from app.ui.kv import load_kv
from app.ui.screens.place import place_of
from app.ui.widgets import each, text  # noqa: F401  # the rules below name their classes
from app.ui.widgets.button import QuietButton
from app.ui.widgets.card import Card
from app.ui.widgets.text import Words

load_kv(__file__)

DEAF_S = 0.5
"""Longer than a double click or a key that is held."""


class AskLine(Words):
    """One thing below the text: `item` says it."""

    item = ObjectProperty("")


class AnswerButton(QuietButton):
    """`item` is an `Answer`."""

    item = ObjectProperty(None, rebind=True)

    def on_release(self) -> None:
        card: Any = self.parent.parent
        card.answer(self.item.name)


class AskCard(Card):
    """`item` is an `Ask`; the screen around it dispatches `on_answer(ask, answer)`.

    A question that takes another's place is not answered by the press that was meant for the one before: for half a
    second it hears nothing, and the keyboard has to come to it anew.
    """

    item = ObjectProperty(None, rebind=True)

    def __init__(self, **kwargs: Any) -> None:
        self._asked, self._since = "", 0.0
        super().__init__(**kwargs)

    def on_item(self, *_: object) -> None:
        if self.item is None or self.item.id == self._asked:
            return
        if self._asked:
            self._since = Clock.get_time()
            for button in self.walk(restrict=True):
                if isinstance(button, AnswerButton):
                    button.focus = False
        self._asked = self.item.id

    def answer(self, name: str) -> None:
        if Clock.get_time() - self._since >= DEAF_S:
            place_of(self).dispatch("on_answer", self.item.id, name)
