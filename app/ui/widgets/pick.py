"""One of many, in a sheet that comes up from the bottom of the window. Knows none of them: rows come in."""

from collections.abc import Sequence
from typing import Any

from kivy.properties import BooleanProperty, ListProperty, StringProperty

from app.ui.kv import load_kv
from app.ui.widgets import search, text  # noqa: F401  # the rules below name their classes
from app.ui.widgets.card import Card
from app.ui.widgets.modal import Modal
from app.ui.widgets.row import ListRow

load_kv(__file__)

FEW = 8
"""So many are seen at a glance; of more one searches."""

Option = tuple[str, str, str]
"""What one stands for, its name, and a word at its end."""


class PickRow(ListRow):
    """One of them, without an edge of its own."""

    chosen = BooleanProperty(False)


class PickCard(Card):
    """`options` under a title, each a row; with a field to search by where they are many. Dispatches `on_pick(id)`."""

    title = StringProperty("")
    hint = StringProperty("")
    chosen = StringProperty("")
    options = ListProperty()
    many = BooleanProperty(False)
    found = BooleanProperty(True)

    __events__ = ("on_pick",)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.many = len(self.options) > FEW
        self.show("")

    def show(self, wanted: str) -> None:
        """The options in whose name `wanted` occurs."""
        self.ids.rows.clear_widgets()
        for id_, name, word in self.options:
            if wanted.strip().casefold() in name.casefold():
                row = PickRow(title=name, trailing=word, chosen=id_ == self.chosen)
                row.bind(on_release=lambda _, id_=id_: self.dispatch("on_pick", id_))
                self.ids.rows.add_widget(row)
        self.found = bool(self.ids.rows.children)

    def on_pick(self, id_: str) -> None:
        pass


class PickSheet(Modal):
    """Asks for one of the `options`; is gone when it dispatches `on_pick(id)` or `on_cancel`."""

    __events__ = ("on_pick",)

    def __init__(self, *, title: str, hint: str, options: Sequence[Option], chosen: str = "") -> None:
        card = PickCard(title=title, hint=hint, options=list(options), chosen=chosen)
        super().__init__(card, at_bottom=True)
        card.bind(on_pick=lambda _, id_: self._pick(id_))

    def _pick(self, id_: str) -> None:
        self.close()
        self.dispatch("on_pick", id_)

    def on_pick(self, id_: str) -> None:
        pass
