"""Self-tests: how they stand, what they say over time, and the way to take them. Knows its view, and no storage."""

from kivy.properties import ColorProperty, ObjectProperty, StringProperty

from app.ui.kv import load_kv
from app.ui.screens.place import Place, place_of
from app.ui.widgets import ask, figure, notice, sides_chart  # noqa: F401  # the rules name their classes
from app.ui.widgets.card import Card, Column, Row
from app.ui.widgets.row import ListRow
from app.ui.widgets.text import Words

load_kv(__file__)


class VerdictLine(Words):
    """What is said of one leg, or of both: `item` is the sentence."""

    item = StringProperty("")


class LegAmount(Column):
    """What one leg came to, under its name."""

    word = StringProperty("")
    text = StringProperty("")
    ink = ColorProperty("#000000")


class SelfTestSection(Card):
    """One test: `item` is a `SelfTestCard`."""

    item = ObjectProperty(None, rebind=True)

    def take(self) -> None:
        place_of(self).dispatch("on_take", self.item.kind)


class TakenLine(ListRow):
    """A test that was taken: `item` is a `SelfTestRow`."""

    item = ObjectProperty(None, rebind=True)

    def on_release(self) -> None:
        place_of(self).dispatch("on_open", self.item.id)


class MiddleValueLine(Row):
    """`item` is an age, and the rises of men and of women."""

    item = ObjectProperty(("", "", ""))


class SelfTestsScreen(Place):
    """Dispatches `on_take(kind)`, `on_open(test)`, `on_answer(ask, answer)`, `on_all` and `on_leave`."""

    __events__ = ("on_take", "on_open", "on_answer", "on_all", "on_leave")

    def do_the_one_thing(self) -> None:
        if self.view.wanted is not None:
            self.dispatch("on_take", self.view.wanted)

    def on_take(self, kind: str) -> None:
        pass

    def on_open(self, test: str) -> None:
        pass

    def on_answer(self, asked: str, answer: str) -> None:
        pass

    def on_all(self) -> None:
        pass

    def on_leave(self) -> None:
        pass
