"""The sheet in which one says what the report is to cover. Knows its view, and no file."""

from app.ui.kv import load_kv
from app.ui.widgets import button, controls, text  # noqa: F401  # the rule names their classes
from app.ui.widgets.sheet import SheetContent
from app.views.report_sheet import KINDS, PERIODS

load_kv(__file__)


class ReportContent(SheetContent):
    """`view` is a `ReportSheetView`. Dispatches `on_period(index)`, `on_kind(index)` and `on_go_on`."""

    periods = PERIODS
    kinds = KINDS

    __events__ = ("on_period", "on_kind", "on_go_on")

    def on_period(self, index: int) -> None:
        pass

    def on_kind(self, index: int) -> None:
        pass

    def on_go_on(self) -> None:
        pass
