"""The preview of a routine that comes as a file. Knows its view, and no file."""

from kivy.properties import ObjectProperty

from app.ui.kv import load_kv
from app.ui.widgets import button, each, figure, notice, text  # noqa: F401  # the rules name their classes
from app.ui.widgets.card import Row
from app.ui.widgets.sheet import SheetContent

load_kv(__file__)


class ParcelStep(Row):
    """One step of the routine: `item` is a `StepRow`."""

    item = ObjectProperty(None, rebind=True)


class ParcelContent(SheetContent):
    """`view` is a `ParcelView`. Dispatches `on_add` or, of a routine that is here already, one of the others."""

    __events__ = ("on_add", "on_keep_both", "on_replace")

    def on_add(self) -> None:
        pass

    def on_keep_both(self) -> None:
        pass

    def on_replace(self) -> None:
        pass
