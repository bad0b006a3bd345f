"""The page of breaks from sitting. Knows its view; no clock and no machine."""

from kivy.properties import ObjectProperty

from app.ui.kv import load_kv
from app.ui.screens import (  # noqa: F401  # the rules name their classes
    reminding_parts,
    settings,
    target,
)
from app.ui.screens.place import Place
from app.ui.widgets.text import Words

load_kv(__file__)


class HeldBackLine(Words):
    """When a break was held back, and why: `item` is the sentence."""

    item = ObjectProperty("")


class BreaksScreen(Place):
    """Dispatches `on_set(key, value)`, `on_time(key)`, `on_weekday(weekday)` and `on_leave`."""

    __events__ = ("on_set", "on_time", "on_weekday", "on_leave")

    def on_set(self, key: str, value: int) -> None:
        pass

    def on_time(self, key: str) -> None:
        pass

    def on_weekday(self, weekday: int) -> None:
        pass

    def on_leave(self) -> None:
        pass
