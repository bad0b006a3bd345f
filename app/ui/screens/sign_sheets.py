"""The sheets of warning signs: what feels wrong, and why a routine is not begun. Knows its views, and no rule."""

from kivy.properties import ObjectProperty, StringProperty

from app.ui.kv import load_kv
from app.ui.widgets import button, each, text  # noqa: F401  # the rules name their classes
from app.ui.widgets.card import Column
from app.ui.widgets.row import ListRow
from app.ui.widgets.sheet import SheetContent, content_of
from app.ui.widgets.text import Words

load_kv(__file__)


class FeltLine(ListRow):
    """One sign that may have come: `item` is a `SignRow`."""

    item = ObjectProperty(None, rebind=True)

    def on_release(self) -> None:
        content_of(self).dispatch("on_sign", self.item.id)


class FeltSection(Column):
    """Signs of the same urgency: `item` is a `SignGroup`."""

    item = ObjectProperty(None, rebind=True)


class PainLine(ListRow):
    """Pain alone: `item` is a `PainRow`."""

    item = ObjectProperty(None, rebind=True)

    def on_release(self) -> None:
        content_of(self).dispatch("on_sign", "")


class FeltContent(SheetContent):
    """`view` is a `FeltView`. Dispatches `on_sign(sign)`, with "" for pain alone."""

    __events__ = ("on_sign",)

    def on_sign(self, sign: str) -> None:
        pass


class WaitingLine(Words):
    """One exercise that has to wait: `item` is its name."""

    item = StringProperty("")


class StoppedContent(SheetContent):
    """`view` is a `StoppedView`. Dispatches `on_start`, without what has to wait, and `on_signs`."""

    __events__ = ("on_start", "on_signs")

    def on_start(self) -> None:
        pass

    def on_signs(self) -> None:
        pass
