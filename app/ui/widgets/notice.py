"""A banner for what needs to be known, and how to be rid of it. Knows no trouble by name."""

from kivy.properties import StringProperty

from app.ui.kv import load_kv
from app.ui.widgets import text  # noqa: F401  # the rules below name its classes
from app.ui.widgets.card import Column

load_kv(__file__)


class Banner(Column):
    """One line of trouble with its remedy; takes no room while there is none."""

    text = StringProperty("")
