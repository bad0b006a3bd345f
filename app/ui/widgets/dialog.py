"""A question with two answers. Knows no question: words come in."""

from typing import Any

from kivy.properties import BooleanProperty, StringProperty

from app.ui.kv import load_kv
from app.ui.widgets import button, text  # noqa: F401  # the rule below names their classes
from app.ui.widgets.card import Card
from app.ui.widgets.modal import Modal
from app.views import labels

load_kv(__file__)


class DialogCard(Card):
    """A title, a text and two answers, or one if `refusal` is "". Dispatches `on_confirm` or `on_refuse`."""

    title = StringProperty("")
    text = StringProperty("")
    answer = StringProperty("")
    refusal = StringProperty(labels.Dialog.CANCEL)
    dangerous = BooleanProperty(False)

    __events__ = ("on_confirm", "on_refuse")

    def on_kv_post(self, _: Any) -> None:
        if not self.refusal:
            self.ids.answers.remove_widget(self.ids.refusal)

    def on_confirm(self) -> None:
        pass

    def on_refuse(self) -> None:
        pass


class Dialog(Modal):
    """Asks; is gone when it dispatches `on_confirm` or `on_cancel`.

    `Dialog(title="Delete it?", answer="Delete", dangerous=True)`. Enter confirms only what does no harm.
    """

    __events__ = ("on_confirm",)

    def __init__(self, **kwargs: Any) -> None:
        self._card = DialogCard(**kwargs)
        super().__init__(self._card)
        self._card.bind(on_confirm=lambda _: self.confirm(), on_refuse=lambda _: self.cancel())

    def confirm(self) -> None:
        self.close()
        self.dispatch("on_confirm")

    def do_the_one_thing(self) -> None:
        if not self._card.dangerous:
            self.confirm()

    def on_confirm(self) -> None:
        pass
