"""The report for a clinician: asks what it is to cover, and has it written. Knows no format and no folder."""

from app.core.care.report import Report, report_of, usual_since
from app.ui.handing_on import HandingOn
from app.ui.screens.report_sheet import ReportContent
from app.ui.stage import Stage
from app.ui.widgets.modal import Modal
from app.views.report_sheet import (
    ENDINGS,
    USUAL_PERIOD,
    WEEKS,
    ReportSheetView,
    file_stem,
    report_sheet_view,
)


class Reporting:
    """Shows the sheet over whatever is in the shell."""

    def __init__(self, shell: Stage) -> None:
        self._shell = shell
        self._books = shell.books
        self._handing_on = HandingOn(shell)

    def open(self) -> None:
        content = ReportContent(view=self._view(USUAL_PERIOD, 0))
        sheet = Modal(content, at_bottom=True)

        def choose(period: int, kind: int) -> None:
            content.view = self._view(period, kind)

        def go_on() -> None:
            sheet.close()
            self._write(content.view.period, content.view.kind)

        content.bind(
            on_period=lambda _, index: choose(index, content.view.kind),
            on_kind=lambda _, index: choose(content.view.period, index),
            on_go_on=lambda _: go_on(),
            on_leave=lambda _: sheet.cancel(),
        )
        sheet.open()

    def _report(self, period: int) -> Report:
        books = self._books
        since = usual_since(books.today, books.settings.first_weekday, WEEKS[period])
        return report_of(books.diary, books.library.exercises, since, books.today)

    def _view(self, period: int, kind: int) -> ReportSheetView:
        return report_sheet_view(self._report(period), period, kind)

    def _write(self, period: int, kind: int) -> None:
        report, exercises = self._report(period), self._books.library.exercises
        desk = self._shell.house.sharing
        paper = desk.usual_paper()
        self._handing_on.write(
            file_stem(report.until), ENDINGS[kind], lambda path: desk.report(report, exercises, path, paper)
        )
