"""The sheet in which one says what paper to print on. Knows its view, and no file."""

from app.ui.kv import load_kv
from app.ui.widgets import button, controls, text  # noqa: F401  # the rule names their classes
from app.ui.widgets.sheet import SheetContent
from app.views.handing_on import PAPERS

load_kv(__file__)


class PrintContent(SheetContent):
    """`view` is a `PrintView`. Dispatches `on_paper(index)` and `on_go_on`."""

    papers = PAPERS

    __events__ = ("on_paper", "on_go_on")

    def on_paper(self, index: int) -> None:
        pass

    def on_go_on(self) -> None:
        pass
