"""What notifications say."""

from app.views.notes import finished
from tests.views.shelf import session


def test_a_finished_session_is_told_with_its_work():
    assert finished(session()) == ("Calf reset is done", "2 min of work. It is in your history.")


def test_a_session_cut_short_tells_what_was_kept():
    note = finished(session(status="partial", done_ms=45_000))
    assert note == ("Calf reset was stopped", "45 s of work was kept in your history.")


def test_a_session_with_nothing_done_promises_nothing():
    note = finished(session(status="partial", done_ms=0))
    assert note == ("Calf reset was stopped", "Nothing was done yet.")
