from datetime import date

import pytest
from msgspec.structs import replace

from app.core.transfer import Here, UnreadableFile, merge
from tests.core.incoming import TODAY, at_noon, read


@pytest.mark.parametrize(
    "text",
    [
        "date,minutes\n2026-11-20,12.5\n",
        "2026-11-20,12.5",
        "Date;Minutes\r\n20.11.2026;12,5\r\n",
        '"2026-11-20","12.5"\r',
        "minutes\tday\n12.5\t2026/11/20",
        "\ufeffdate,minutes\n\n2026-11-20,12.5\n\n",
    ],
)
def test_days_and_minutes_are_sessions_however_a_spreadsheet_writes_them(text):
    incoming = read("diary.csv", text)
    (session,) = incoming.sessions
    assert incoming.left_out == ()
    assert (session.name, session.routine, session.status) == ("Stretching", "", "finished")
    assert (session.planned_ms, session.done_ms, session.work) == (750_000, 750_000, ())  # 12.5 min
    assert (session.day, session.started_at) == (date(2026, 11, 20), at_noon(date(2026, 11, 20)))


def test_utf_16_as_a_spreadsheet_calls_unicode_text_is_read_too():
    assert len(read("diary.txt", "date\tminutes\n2026-11-20\t10\n".encode("utf-16")).sessions) == 1


def test_several_rows_of_a_day_are_several_sessions():
    first, second = read("diary.csv", "2026-11-20,10\n2026-11-20,10\n").sessions
    assert first.id != second.id


def test_a_third_column_is_a_note_and_headings_may_make_it_a_name():
    (noted,) = read("diary.csv", "2026-11-20,10,'=tight\n").sessions
    (named,) = read("diary.csv", "date,minutes,activity\n2026-11-20,10,Yoga\n").sessions
    assert (noted.name, noted.note) == ("Stretching", "=tight")
    assert (named.name, named.note) == ("Yoga", "")


def test_days_without_minutes_add_nothing():
    incoming = read("diary.csv", "date,minutes\n2026-11-20,0\n2026-11-21,\n")
    assert (incoming.sessions, incoming.left_out) == ((), ())


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("03/04/2026,10", '"03/04/2026" may be 2026-03-04 or 2026-04-03; write it in one of these two ways.'),
        ("2026-11-20,ten", 'minutes are a number from 0 to 1440, not "ten".'),
        ("2026-11-20,1441", 'minutes are a number from 0 to 1440, not "1441".'),
        ("2026-11-20,-5", 'minutes are a number from 0 to 1440, not "-5".'),
        ("2026-11-23,10", "2026-11-23 has not come yet; mend the day."),
        ("1969-12-31,10", "1969-12-31 is before 1970; mend the day."),
    ],
)
def test_a_row_that_cannot_be_is_named_by_its_line_and_the_others_come_in(row, reason):
    incoming = read("diary.csv", f"date,minutes\n{row}\n2026-11-21,10\n")
    assert incoming.left_out == (f"diary.csv:2: {reason}",)
    assert [session.day for session in incoming.sessions] == [date(2026, 11, 21)]


def test_a_diary_that_has_grown_adds_only_what_is_new():
    known = read("old.csv", "2026-11-20,10\n").sessions
    merged = merge(read("new.csv", "date,minutes\n2026-11-20,10\n2026-11-21,5\n"), known)
    assert ([session.day for session in merged.added], merged.changed, merged.same) == (
        [date(2026, 11, 21)],
        (),
        1,
    )


def test_the_same_diary_read_in_another_time_zone_changes_nothing():
    known = read("diary.csv", "2026-11-20,10\n").sessions
    elsewhere = Here(TODAY, lambda day: at_noon(day, offset_h=9))
    again = read("diary.csv", "2026-11-20,10\n", here=elsewhere)
    assert again.sessions[0].started_at != known[0].started_at
    assert merge(again, known).changes_nothing


def test_minutes_that_were_mended_change_the_session():
    known = read("diary.csv", "2026-11-20,10\n").sessions
    merged = merge(read("diary.csv", "2026-11-20,15\n"), known)
    assert merged.changed == ((known[0], replace(known[0], planned_ms=900_000, done_ms=900_000)),)


@pytest.mark.parametrize("text", ["name,age\nAnna,7\n", "hello", "date,steps\n2026-11-20,7000\n"])
def test_a_file_of_something_else_is_refused_in_one_line(text):
    with pytest.raises(
        UnreadableFile, match=r'^a\.csv: this is no history; the first line must be "date,minutes"\.$'
    ):
        read("a.csv", text)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "there is nothing in it; export it anew"),
        (b"\xef\xbb\xbf\r\n\r\n", "there is nothing in it; export it anew"),
        (b"date,minutes\n2026-11-20,10,\xfc\n", 'this is not written in UTF-8; save it as "CSV UTF-8"'),
        (b'date,minutes\n"' + b"x" * 200_000, "a quote that opens in line 2 is never closed; close it"),
    ],
)
def test_a_file_that_cannot_be_read_says_what_to_do(data, reason):
    with pytest.raises(UnreadableFile) as refused:
        read("a.csv", data)
    assert str(refused.value) == f"a.csv: {reason}."


def test_ids_never_change_or_everything_would_come_in_twice():
    (session,) = read("diary.csv", "2026-11-20,10\n").sessions
    assert session.id == "73430211-94e2-567c-802b-7460d1ccb8a4"
