"""The page of warning signs: what is asked, and what to do. Knows its views, and no rule."""

from kivy.properties import ObjectProperty

from app.ui.kv import load_kv
from app.ui.screens.place import Place, place_of
from app.ui.widgets.card import Card, Column
from app.ui.widgets.row import ListRow

load_kv(__file__)


class SignLine(ListRow):
    """One sign, which applies or not: `item` is a `SignRow`."""

    item = ObjectProperty(None, rebind=True)

    def on_release(self) -> None:
        place_of(self).dispatch("on_toggle", self.item.id)


class SignSection(Column):
    """The signs of a part of the body: `item` is a `SignGroup`."""

    item = ObjectProperty(None, rebind=True)


class SignsScreen(Place):
    """`view` is a `SignsView`. Dispatches `on_toggle(sign)`, `on_done` and `on_leave`."""

    __events__ = ("on_toggle", "on_done", "on_leave")

    def do_the_one_thing(self) -> None:
        self.dispatch("on_done")

    def on_toggle(self, sign: str) -> None:
        pass

    def on_done(self) -> None:
        pass

    def on_leave(self) -> None:
        pass


class AdviceCard(Card):
    """A sign that applies, and what it asks for: `item` is an `AdviceSign`."""

    item = ObjectProperty(None, rebind=True)

    def take_as_seen(self) -> None:
        place_of(self).dispatch("on_seen", self.item.id)


class AdviceScreen(Place):
    """`view` is an `AdviceView`. Dispatches `on_seen(sign)`, `on_again`, `on_erase` and `on_leave`."""

    __events__ = ("on_seen", "on_again", "on_erase", "on_leave")

    def on_seen(self, sign: str) -> None:
        pass

    def on_again(self) -> None:
        pass

    def on_erase(self) -> None:
        pass

    def on_leave(self) -> None:
        pass
