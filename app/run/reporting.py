"""Makes the page for the clinician, or its CSV, from what the log holds. Knows no command and no window."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from app.adapters.clock import SystemClock
from app.run.home import RunError, library, reading, settings
from app.storage.errors import unwritable
from app.storage.files import REAL, replace_file

if TYPE_CHECKING:
    from datetime import date

    from app.core.care.report import Report
    from app.core.exercise import Exercise
    from app.paper.ink import PaperSize
    from app.storage.store import Store


def make_report(target: str, since: date | None, paper: PaperSize) -> Report:
    """Writes the report of the days from `since` on, else of the last 12 weeks, to `target`.

    Raises `RunError`, also where there is nothing to report.
    """
    with reading() as store:
        report, exercises = _report_of(store, since)
    if report.is_empty:
        from app.views.report import nothing_to_report

        raise RunError(nothing_to_report(report.since, report.until))
    write_report(report, exercises, target, paper)
    return report


def write_report(report: Report, exercises: Mapping[str, Exercise], target: str, paper: PaperSize) -> None:
    """Writes it as what the ending of `target` says: a page to print or a CSV. Raises `RunError`."""
    path = Path(target)
    try:
        replace_file(REAL, path, _bytes(report, exercises, paper, on_paper=path.suffix.lower() == ".pdf"))
    except OSError as error:
        raise RunError(unwritable(path, error)) from error


def _bytes(report: Report, exercises: Mapping[str, Exercise], paper: PaperSize, *, on_paper: bool) -> bytes:
    if on_paper:
        from app.paper.report import report_page
        from app.views.report import report_view

        return report_page(report_view(report, exercises), paper)
    from app.core.care.report_csv import write_report as as_csv

    return as_csv(report).encode()


def _report_of(store: Store, since: date | None) -> tuple[Report, Mapping[str, Exercise]]:
    from app.core.care.report import report_of, usual_since
    from app.core.days import day_of
    from app.core.diary import diary_of

    chosen, shelf = settings(), library()
    today = day_of(SystemClock().now(), chosen.day_start_h)
    diary = diary_of(
        [session for session in store.sessions() if session.status != "running"],
        today,
        chosen,
        store.marks(),
        store.targets(),
        check_ins=store.check_ins(),
        self_tests=store.self_tests(),
        enrolments=store.enrolments(),
    )
    first = since or usual_since(today, chosen.first_weekday)
    return report_of(diary, shelf.exercises, first, today), shelf.exercises
