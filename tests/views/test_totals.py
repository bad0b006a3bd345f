"""What all sessions came to, and the latest notes."""

from datetime import timedelta

from app.core.day_mark import DayMark
from app.views.totals import NO_TOTALS, Figure, notes_of, totals_view
from tests.views.shelf import TODAY, diary, session

HOUR_MS = 3_600_000


def test_sessions_days_and_work_are_counted():
    # Three sessions of 2 min on two days.
    view = totals_view(diary([session(0), session(0, "own-pace"), session(3)]))
    assert view.figures == (Figure("3", "sessions"), Figure("2", "days"), Figure("6 min", "of work"))


def test_one_is_singular():
    view = totals_view(diary([session(0)]))
    assert [figure.label for figure in view.figures] == ["session", "day", "of work"]


def test_much_work_is_told_in_hours():
    # 2 h 40 min are rounded to 3 h; 119 min are still minutes.
    assert totals_view(diary([session(0, done_ms=160 * 60_000)])).figures[-1].number == "3 h"
    assert totals_view(diary([session(0, done_ms=119 * 60_000)])).figures[-1].number == "119 min"


def test_thousands_have_commas():
    assert totals_view(diary([session(back) for back in range(1200)])).figures[0].number == "1,200"


def test_it_tells_the_beginning_the_longest_and_what_was_done_most():
    sessions = [session(0), session(1), session(2, "own-pace", done_ms=600_000)]
    assert totals_view(diary(sessions)).records == (
        "Since 20 November 2026.\n"
        "Longest session: Own pace, 10 min, on 20 November 2026.\n"
        "Most often: Calf reset, 2 times."
    )


def test_a_routine_goes_by_the_name_that_it_bore_last():
    sessions = [session(0, name="Calves"), session(1, name="Old name")]
    assert totals_view(diary(sessions)).records.endswith("Most often: Calves, 2 times.")


def test_without_sessions_there_is_nothing():
    assert totals_view(diary()) == NO_TOTALS


def test_notes_of_sessions_and_days_come_newest_first():
    marks = (
        DayMark(TODAY - timedelta(days=1), note="A long drive."),
        DayMark(TODAY - timedelta(days=2), "rest"),
    )
    sessions = [session(0), session(1, note="Tight."), session(5, note="Easy.")]
    notes = notes_of(diary(sessions, marks=marks))
    assert [(note.text, note.session, note.when) for note in notes] == [
        ("Tight.", "calf-reset-1", "Yesterday  ·  Calf reset"),
        ("A long drive.", "", "Yesterday"),
        ("Easy.", "calf-reset-5", "Tuesday 17 November  ·  Calf reset"),
    ]


def test_only_the_latest_notes_are_shown():
    sessions = [session(back, note=f"Note {back}") for back in range(9)]
    assert [note.text for note in notes_of(diary(sessions))] == ["Note 0", "Note 1", "Note 2"]
