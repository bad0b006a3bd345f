import csv
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.core.csv_text import as_meant, harmless, read_day
from app.core.history_csv import COLUMNS, read_work, write_csv, write_work
from app.core.history_json import document_of, write_json
from app.core.record import Work
from app.core.transfer import UnreadableFile
from tests.core.incoming import any_history, read
from tests.storage.sessions import CALVES, session


@given(any_history)
def test_what_was_written_reads_back_the_same(history):
    incoming = read("history.csv", write_csv(history))
    assert incoming.left_out == ()
    assert write_json(incoming.sessions) == write_json(history)


def test_a_spreadsheet_gets_utf_8_with_its_mark_and_a_row_a_session():
    written = write_csv([CALVES])
    assert written.startswith("\ufeffid,day,started_at,")
    heading, row = csv.reader(io.StringIO(written.removeprefix("\ufeff"), newline=""))
    assert heading == list(COLUMNS)
    assert dict(zip(heading, row, strict=True)) == {
        "id": CALVES.id,
        "day": "2026-03-01",
        "started_at": "2026-03-01T07:30:00+02:00",
        "routine": "calf-reset",
        "name": "Calf reset",
        "status": "finished",
        "planned_s": "120",
        "done_s": "90",
        "before": "6",
        "after": "3",
        "note": "Both calves “soft”.",
        "work": "wall-calf-stretch:left:60:0; calf-raise:both:30:12",
    }
    assert written.count("\r\n") == written.count("\n") == 2


@pytest.mark.parametrize("note", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1", "''=1", "＝1"])
def test_a_note_is_never_a_formula_and_still_says_the_same(note):
    cell = next(csv.DictReader(io.StringIO(write_csv([session(1, note=note)])[1:], newline="")))["note"]
    assert cell == f"'{note}"
    (back,) = read("history.csv", write_csv([session(1, note=note)])).sessions
    assert back.note == note


@given(st.text("'=+-@\t\r\nx"))
@example("'tis")
def test_making_a_cell_harmless_has_a_way_back(cell):
    assert as_meant(harmless(cell)) == cell
    assert not harmless(cell).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


def test_a_cell_with_an_apostrophe_of_its_own_is_left_alone():
    assert harmless("'tis") == as_meant("'tis") == "'tis"


def test_colons_and_semicolons_in_the_name_of_an_exercise_do_no_harm():
    work = (Work("a:b; c\\", "left", 1_500), Work(" d", None, 0, 3))
    assert write_work(work) == "a\\:b\\; c\\\\:left:1.5:0;  d:both:0:3"
    assert read_work(write_work(work)) == work


def test_what_a_german_spreadsheet_saves_again_reads_as_well():
    """It writes semicolons, a comma before fractions, and days its own way; the order is the person's."""
    text = "\n".join(
        [
            "Done_s;id;started_at;day;routine;name;status;planned_s",
            f"12,5;{CALVES.id};2026-03-01T07:30:00+02:00;01.03.2026;calf-reset;Calf reset;Finished;120",
        ]
    )
    (back,) = read("history.csv", text).sessions
    assert (back.done_ms, back.day, back.status, back.note) == (12_500, CALVES.day, "finished", "")


@pytest.mark.parametrize(
    ("column", "cell", "reason"),
    [
        ("id", "7", 'id must be a UUID, not "7"'),
        ("day", "yesterday", '"yesterday" is no day; write it as 2026-11-22'),
        ("started_at", "07:30", "started_at must be a moment with its offset such as"),
        ("status", "running", 'status must be finished or partial, not "running"'),
        ("planned_s", "-1", 'planned_s must be seconds from 0 to 1000000000, not "-1"'),
        ("done_s", "", 'done_s must be seconds from 0 to 1000000000, not ""'),
        ("before", "11", 'before must be a whole number from 0 to 10, or nothing, not "11"'),
        ("work", "calf-raise:30", 'work must be pieces such as "wall-calf-stretch:left:60:0"'),
        ("work", "calf-raise:up:30:0", 'work must be pieces such as "wall-calf-stretch:left:60:0"'),
    ],
)
def test_a_row_that_cannot_be_is_named_by_its_line_and_the_others_come_in(column, cell, reason):
    first, second = document_of(session(1)) | {"work": ""}, document_of(session(2)) | {"work": ""}
    page = io.StringIO(newline="")
    writer = csv.DictWriter(page, COLUMNS)
    writer.writeheader()
    writer.writerow(first | {"note": "two\nlines"})
    writer.writerow(second | {column: cell})
    incoming = read("history.csv", page.getvalue())
    assert [item.id for item in incoming.sessions] == [first["id"]]
    (line,) = incoming.left_out
    assert line.startswith(f"history.csv:4: {reason}")  # the heading, and a note of two lines above it
    assert line.endswith("; mend it.")


def test_a_column_that_no_session_can_do_without_is_named():
    with pytest.raises(UnreadableFile, match=r'^h\.csv: the column "day" is missing; export it anew\.$'):
        read("h.csv", "id,started_at,done_s\n")


@pytest.mark.parametrize(
    "text",
    ["2026-11-22", "2026/11/22", "2026.11.22", "22.11.2026", "22/11/2026", "11/22/2026", " 2026-11-22 "],
)
def test_a_day_may_be_written_in_any_way_that_means_one_day(text):
    assert read_day(text).isoformat() == "2026-11-22"


def test_a_day_that_may_be_two_is_asked_for_again():
    with pytest.raises(ValueError, match=r'"03/04/2026" may be 2026-03-04 or 2026-04-03; write it in one'):
        read_day("03/04/2026")
    assert read_day("04/04/2026").isoformat() == "2026-04-04"
    assert read_day("03.04.2026").isoformat() == "2026-04-03"


@pytest.mark.parametrize(
    "text", ["", "22-2026-11", "2026-02-30", "2026-11/22", "22.11.26", "0000-01-01", "٢٠٢٦-11-22x"]
)
def test_what_is_no_day_says_how_to_write_one(text):
    with pytest.raises(ValueError, match="is no day; write it as 2026-11-22"):
        read_day(text)
