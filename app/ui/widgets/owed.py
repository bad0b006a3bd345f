"""What is still owed this week, left and right, and a routine that pays it. Knows no history."""

from kivy.properties import NumericProperty, ObjectProperty
from kivy.uix.widget import Widget

from app.ui.kv import load_kv
from app.ui.widgets import each, row, text  # noqa: F401  # the rules below name their classes
from app.ui.widgets.card import Card, Column
from app.views.owed import NO_ROW, NOTHING_OWED

load_kv(__file__)


class OwedBars(Widget):
    """Two tracks from the middle, filled by the share of each side that is done: `item` is an `OwedRow`."""

    item = ObjectProperty(NO_ROW, rebind=True)
    half = NumericProperty(0)


class OwedLine(Column):
    """One muscle: `item` is an `OwedRow`."""

    item = ObjectProperty(NO_ROW, rebind=True)


class OwedCard(Card):
    """`owed` is an `OwedView`; no room while there is nothing to say. Dispatches `on_open(routine)`."""

    owed = ObjectProperty(NOTHING_OWED, rebind=True)

    __events__ = ("on_open",)

    def on_open(self, routine: str) -> None:
        pass
