"""The report for the clinician, made in the window on real folders."""

from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.run.sharing_desk import WindowSharing
from app.ui.screens.report_sheet import ReportContent
from app.ui.sharing_desk import Paper
from app.ui.widgets.modal import topmost
from tests.ui.still_time import settle
from tests.ui.test_data import AnsweringDialog
from tests.ui.test_handing_on import Downloads, finished, touch
from tests.ui.visit import Visit


class LetterCountry(WindowSharing):
    """A machine of a country that prints on Letter, whose history is the demo's."""

    def usual_paper(self) -> Paper:
        return "Letter"


@pytest.fixture
def report(visit, tmp_path):
    """The sheet of the report, opened from Care; a file dialog answers if `answer` is given."""

    def opened(*, answer: Path | str | None = None, **furniture) -> Visit:
        here = visit("care")
        furniture |= {"sharing": LetterCountry(here.history), "data": Downloads(tmp_path)}
        if answer is not None:
            furniture["file_dialog"] = AnsweringDialog(str(answer))
        here.shell.house = replace(here.shell.house, **furniture)
        touch(here, "A report to take along")
        return here

    return opened


def test_a_page_is_made_where_the_machine_cannot_ask_and_can_be_opened(report, tmp_path):
    shown = []
    here = report(open_outside=shown.append)
    touch(here, "Make the page")
    finished()
    file = tmp_path / "soleus-report-2026-11-22.pdf"
    assert here.says(f"{file.name} is in {tmp_path.name}.")
    (page,) = PdfReader(file).pages
    assert float(page.mediabox.width) == 612
    assert "51" in page.extract_text()
    here.touch("Open")
    assert shown == [file]


def test_a_table_of_four_weeks_is_made_where_one_says(report, tmp_path):
    here = report(answer=tmp_path / "mine")
    here.touch("4 weeks")
    assert here.says("26 October to 22 November 2026")
    here.touch("A table (CSV)")
    touch(here, "Make the table")
    finished()
    assert "total,2026-10-26/2026-11-22,,,sessions finished," in (tmp_path / "mine.csv").read_text()
    assert topmost() is None


def test_who_names_no_file_gets_none(report, tmp_path):
    here = report(answer="")
    touch(here, "Make the page")
    finished()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_told(report, tmp_path):
    here = report(answer=tmp_path / "nowhere" / "x.pdf")
    touch(here, "Make the page")
    finished()
    assert here.says("could not be written")


def test_without_a_history_nothing_can_be_made_and_the_sheet_says_why(visit):
    here = visit("care", sessions=())
    here.history.delete_all(care=here.history.care())
    here.shell.caring.open("report")
    settle()
    assert here.says("Nothing was done, felt or tested in this time.")
    assert here.button("Make the page").disabled


def test_escape_leaves_the_sheet(visit):
    here = visit("report")
    here.only(ReportContent)
    here.press("escape")
    assert topmost() is None
