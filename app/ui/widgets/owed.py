"""What is still owed this week, left and right, and a routine that pays it. Knows no history."""

from kivy.properties import ObjectProperty

from app.ui.kv import load_kv
from app.ui.widgets import balance, each, row, text  # noqa: F401  # the rules below name their classes
from app.ui.widgets.card import Card, Column
from app.views.owed import NOTHING_OWED

load_kv(__file__)


class OwedLine(Column):
    """One muscle: `item` is an `OwedRow`."""

    item = ObjectProperty(None, rebind=True)


class OwedCard(Card):
    """`owed` is an `OwedView`; no room while there is nothing to say. Dispatches `on_open(routine)`."""

    owed = ObjectProperty(NOTHING_OWED, rebind=True)

    __events__ = ("on_open",)

    def on_open(self, routine: str) -> None:
        pass
