"""The physio's sheet: lines to write, and what is understood of each. Knows its view, and no reading."""

from typing import Any

from kivy.clock import Clock
from kivy.properties import NumericProperty, ObjectProperty, StringProperty

from app.ui.kv import load_kv
from app.ui.screens.place import Place, place_of
from app.ui.widgets import field, figure  # noqa: F401  # the rules name their classes
from app.ui.widgets.field import NoteField
from app.ui.widgets.pressable import Pressable
from app.ui.widgets.text import Words

load_kv(__file__)

READING_S = 0.25
"""How long one stops writing before what is written is read."""


class SheetField(NoteField):
    """Room for a whole sheet."""

    least_height = NumericProperty(0)


class SheetNote(Words):
    """One thing to know before the routine is made: `item` is its line."""

    item = StringProperty("")


class SheetCard(Pressable):
    """One line as it is understood: `item` is a `LineCard`. Pressed, it can be corrected."""

    item = ObjectProperty(None, rebind=True)

    def on_release(self) -> None:
        place_of(self).dispatch("on_line", self.item.line)


class SheetPage(Place):
    """`text` and `name` are what it begins with.

    Dispatches `on_read(text)` once one stops writing, `on_name(name)`, `on_line(number)` and `on_make`.
    """

    text = StringProperty("")
    name = StringProperty("")

    __events__ = ("on_read", "on_name", "on_line", "on_make", "on_leave")

    def __init__(self, **kwargs: Any) -> None:
        self._soon: Any = Clock.create_trigger(lambda _: self.read(), READING_S)
        super().__init__(**kwargs)

    def write(self, text: str) -> None:
        """Takes what was written so far; it is read soon."""
        if text != self.text:
            self.text = text
            self._soon()

    def read(self) -> None:
        """Has what is written read now."""
        self._soon.cancel()
        self.dispatch("on_read", self.text)

    def do_the_one_thing(self) -> None:
        self.make()

    def make(self) -> None:
        """Makes the routine of all that is written, the last letter as well."""
        self.read()
        if self.view.can_make:
            self.dispatch("on_make")

    def on_read(self, text: str) -> None:
        pass

    def on_name(self, name: str) -> None:
        pass

    def on_line(self, number: int) -> None:
        pass

    def on_make(self) -> None:
        pass

    def on_leave(self) -> None:
        pass
