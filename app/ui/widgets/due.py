"""What is due today, a row for each routine. Knows no routine."""

from typing import Any

from kivy.properties import ObjectProperty

from app.ui.kv import load_kv
from app.ui.widgets import each, text  # noqa: F401  # the rules below name their classes
from app.ui.widgets.card import Card
from app.ui.widgets.row import ListRow
from app.views.due import NOTHING_DUE

load_kv(__file__)


class DueLine(ListRow):
    """One routine: `item` is a `DueRow`."""

    item = ObjectProperty(None, rebind=True)

    def on_release(self) -> None:
        card: Any = self.parent.parent
        card.dispatch("on_open" if self.item.done else "on_start", self.item.routine)


class DueCard(Card):
    """`due` is a `DueView`; no room while nothing is due. Dispatches `on_start(routine)` and `on_open(routine)`."""

    due = ObjectProperty(NOTHING_DUE, rebind=True)

    __events__ = ("on_start", "on_open")

    def on_start(self, routine: str) -> None:
        pass

    def on_open(self, routine: str) -> None:
        pass
