"""What is said when a report is made in the window. Knows no window and no files."""

from datetime import date

from msgspec import Struct

from app.core.care.report import Report
from app.views import words
from app.views.handing_on import SHEET, TABLE
from app.views.report import period

ABOUT = (
    "What was done, pain and self-tests over time, and left against right: one page to print, or a table. Your notes "
    "are not in it, and it leaves this machine only if you hand it on."
)
WEEKS = (4, 12, 52)
PERIODS = ("4 weeks", "12 weeks", "A year")
USUAL_PERIOD = 1
ENDINGS = (SHEET, TABLE)
KINDS = ("A page (PDF)", "A table (CSV)")
MAKE = ("Make the page", "Make the table")
NOTHING = "Nothing was done, felt or tested in this time. Follow a routine first, or look further back."


class ReportSheetView(Struct, frozen=True):
    """`period` is a place in `PERIODS`, `kind` one in `KINDS`. `can_make` is whether there is anything to report."""

    period: int
    kind: int
    dates: str
    holds: str
    make: str
    can_make: bool
    about: str = ABOUT


def report_sheet_view(report: Report, period_index: int, kind: int) -> ReportSheetView:
    return ReportSheetView(
        period=period_index,
        kind=kind,
        dates=period(report),
        holds=NOTHING if report.is_empty else _holds(report),
        make=MAKE[kind],
        can_make=not report.is_empty,
    )


def file_stem(until: date) -> str:
    """ "soleus-report-2026-11-22" """
    return f"soleus-report-{until.isoformat()}"


def _holds(report: Report) -> str:
    """ "51 sessions, 246 answers on pain and 10 self-tests." """
    answers = sum(item.pain.count for item in report.felt if item.pain)
    parts = [words.count(report.sessions, "session")]
    if answers:
        parts.append(f"{words.count(answers, 'answer')} on pain")
    if report.tests:
        parts.append(words.count(len(report.tests), "self-test"))
    return f"{words.listing(parts)}."
