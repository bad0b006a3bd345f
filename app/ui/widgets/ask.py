"""A card that puts a question to the person. Knows no question."""

from typing import Any

from kivy.properties import ObjectProperty

from app.ui.kv import load_kv
from app.ui.screens.place import place_of
from app.ui.widgets import each, text  # noqa: F401  # the rules below name their classes
from app.ui.widgets.button import QuietButton
from app.ui.widgets.card import Card
from app.ui.widgets.text import Words

load_kv(__file__)


class AskLine(Words):
    """One thing below the text: `item` says it."""

    item = ObjectProperty("")


class AnswerButton(QuietButton):
    """`item` is an `Answer`."""

    item = ObjectProperty(None, rebind=True)

    def on_release(self) -> None:
        card: Any = self.parent.parent
        place_of(self).dispatch("on_answer", card.item.id, self.item.name)


class AskCard(Card):
    """`item` is an `Ask`; the screen around it dispatches `on_answer(ask, answer)`."""

    item = ObjectProperty(None, rebind=True)
