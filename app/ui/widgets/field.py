"""A field to write in: one line to search by, or several of one's own. Knows no screen."""

from kivy.uix.textinput import TextInput

from app.ui.kv import load_kv
from app.ui.widgets.reachable import Reachable

load_kv(__file__)


class Field(TextInput, Reachable):
    """One line."""

    writes = True


class NoteField(Field):
    """Several lines."""
