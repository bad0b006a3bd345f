"""A table of keys and what they do. Knows none of them: groups come in."""

from kivy.properties import ListProperty, ObjectProperty

from app.ui.kv import load_kv
from app.ui.widgets import button, each, text  # noqa: F401  # the rules below name their classes
from app.ui.widgets.card import Card, Column, Row

load_kv(__file__)


class KeyLine(Row):
    """One key: `item` is a `KeyRow`."""

    item = ObjectProperty(None, rebind=True)


class KeyTable(Column):
    """The keys of one place: `item` is a `KeyGroup`."""

    item = ObjectProperty(None, rebind=True)


class KeysCard(Card):
    """`groups` are `KeyGroup`s. Dispatches `on_done`."""

    groups = ListProperty()

    __events__ = ("on_done",)

    def on_done(self) -> None:
        pass
