"""The page of heat and cold. Knows its view, and no routine."""

from kivy.properties import ObjectProperty

from app.ui.kv import load_kv
from app.ui.screens import settings  # noqa: F401  # the rule names its class
from app.ui.screens.place import Place
from app.ui.widgets.card import Row
from app.views.warming import KIND_WORDS

load_kv(__file__)


class HeedLine(Row):
    """One thing to heed: `item` is the sentence."""

    item = ObjectProperty("")


class WarmthScreen(Place):
    """`view` is a `WarmthView`. Dispatches `on_kind(index)`, `on_set(key, by)`, `on_start` and `on_leave`."""

    kinds = KIND_WORDS

    __events__ = ("on_kind", "on_set", "on_start", "on_leave")

    def on_kind(self, index: int) -> None:
        pass

    def on_set(self, key: str, by: int) -> None:
        pass

    def on_start(self) -> None:
        pass

    def on_leave(self) -> None:
        pass
