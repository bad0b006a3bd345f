"""What the page of an exercise of one's own is put together of. Knows its items, and no draft."""

from kivy.properties import BooleanProperty, ListProperty, NumericProperty, ObjectProperty, StringProperty

from app.ui.kv import load_kv
from app.ui.screens.place import place_of
from app.ui.widgets import controls, field  # noqa: F401  # the rules name their classes
from app.ui.widgets.card import Column, Row

load_kv(__file__)


class OwnLine(Row):
    """One sentence of a list: `item` is a `LineRow`."""

    item = ObjectProperty(None, rebind=True)

    def write(self, text: str) -> None:
        if text != self.item.text:
            place_of(self).dispatch("on_line", self.item.lines, self.item.index, text)

    def ask(self) -> None:
        place_of(self).dispatch("on_line_more", self.item.lines, self.item.index)


class OwnDoseLine(Row):
    """One number of the dose: `item` is a `DoseRow`."""

    item = ObjectProperty(None, rebind=True)

    def step(self, by: int) -> None:
        place_of(self).dispatch("on_number", self.item.field, by)


class OwnLines(Column):
    """A list of sentences to write in, under a title; `problem` says what it lacks."""

    title = StringProperty("")
    problem = StringProperty("")
    items = ListProperty()
    add = StringProperty("")
    can_add = BooleanProperty(True)
    lines = StringProperty("")

    def ask_for_more(self) -> None:
        place_of(self).dispatch("on_add_line", self.lines)


class OwnChips(Column):
    """One of several words, under a title; `what` is what they are about."""

    title = StringProperty("")
    words = ListProperty()
    chosen = NumericProperty(-1)
    what = StringProperty("")

    def pick(self, index: int) -> None:
        place_of(self).dispatch("on_pick", self.what, index)
