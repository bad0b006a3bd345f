"""A field to search by, with a way to empty it. Knows no list."""

from kivy.clock import Clock
from kivy.properties import StringProperty
from kivy.uix.floatlayout import FloatLayout

from app.ui.kv import load_kv
from app.ui.widgets import button, text  # noqa: F401  # the rules below name their classes
from app.ui.widgets.field import Field

load_kv(__file__)


class SearchInput(Field):
    """The line itself, with room at its ends."""


class SearchField(FloatLayout):
    """One line with a magnifying glass before it, and a button behind it while there is something to clear."""

    text = StringProperty("")
    hint_text = StringProperty("")

    def clear(self) -> None:
        """Empties it and puts the keyboard there, once Kivy has taken it away for the touch on the button."""
        self.text = ""
        Clock.schedule_once(lambda _: setattr(self.ids.line, "focus", True), 0)
