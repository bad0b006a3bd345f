"""One topic of Care to read, card by card. Knows its view, and no text."""

from kivy.clock import Clock
from kivy.properties import ObjectProperty

from app.ui.kv import load_kv
from app.ui.screens.place import Place, place_of
from app.ui.widgets.card import Card, Column
from app.ui.widgets.row import ListRow
from app.ui.widgets.scrolling import bring_to_top

load_kv(__file__)


class CareLinkLine(ListRow):
    """The way to what a card speaks of: `item` is a `CareLink`."""

    item = ObjectProperty(None, rebind=True)

    def on_release(self) -> None:
        place_of(self).dispatch("on_open", self.item.kind, self.item.id)


class TopicCardBox(Card):
    """One card: `item` is a `TopicCard`."""

    item = ObjectProperty(None, rebind=True)


class TopicSectionBox(Column):
    """Cards that stand together: `item` is a `TopicSection`."""

    item = ObjectProperty(None, rebind=True)


class CareTopicScreen(Place):
    """Dispatches `on_open(kind, id)` for the way on from a card, and `on_leave`."""

    __events__ = ("on_open", "on_leave")

    def turn_to(self, card: str) -> None:
        """Brings the card with that id, if there is one, to the top of the page once it is laid out, a frame later."""
        Clock.schedule_once(lambda _: Clock.schedule_once(lambda _: self._turn_to(card), 0), 0)

    def _turn_to(self, card: str) -> None:
        for widget in self.walk(restrict=True):
            if isinstance(widget, TopicCardBox) and widget.item.id == card:
                bring_to_top(widget)

    def on_open(self, kind: str, id_: str) -> None:
        pass

    def on_leave(self) -> None:
        pass
