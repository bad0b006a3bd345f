"""Which routine Today invites to."""

from datetime import UTC, date, datetime, timedelta

from app.core.record import SessionRecord
from app.core.suggestion import nearest_in_length, suggested

TODAY = date(2026, 11, 22)
ROUTINES = ("back-ease", "calf-reset", "calf-strength", "desk-calves")


def done(routine: str, *days_back: int) -> list[SessionRecord]:
    return [
        SessionRecord(
            f"{routine}-{back}",
            routine,
            routine,
            datetime(2026, 11, 22, tzinfo=UTC) - timedelta(days=back),
            TODAY - timedelta(days=back),
            "finished",
            60_000,
            60_000,
        )
        for back in days_back
    ]


def test_someone_new_begins_with_the_calf_reset():
    assert suggested(ROUTINES, [], TODAY) == "calf-reset"


def test_without_the_calf_reset_someone_new_begins_with_the_first():
    assert suggested(("back-ease", "desk-calves"), [], TODAY) == "back-ease"


def test_without_routines_there_is_nothing_to_invite_to():
    assert suggested((), done("calf-reset", 1), TODAY) is None


def test_what_was_done_most_often_of_late_comes_first():
    sessions = done("desk-calves", 1, 2, 3) + done("back-ease", 1, 2)
    assert suggested(ROUTINES, sessions, TODAY) == "desk-calves"


def test_what_was_done_today_is_not_offered_again():
    sessions = done("desk-calves", 0, 1, 2, 3) + done("back-ease", 1)
    assert suggested(ROUTINES, sessions, TODAY) == "back-ease"


def test_what_was_done_more_than_fourteen_days_ago_no_longer_counts_as_of_late():
    sessions = done("desk-calves", 15, 16, 17) + done("back-ease", 14)
    assert suggested(ROUTINES, sessions, TODAY) == "back-ease"


def test_long_after_the_routine_done_longest_ago_is_offered():
    sessions = done("desk-calves", 20) + done("back-ease", 40)
    assert suggested(ROUTINES, sessions, TODAY) == "back-ease"


def test_a_new_routine_is_offered_when_all_familiar_ones_were_done_today():
    assert suggested(ROUTINES, done("calf-reset", 0, 1), TODAY) == "back-ease"


def test_when_all_were_done_today_one_is_offered_all_the_same():
    sessions = [session for routine in ROUTINES for session in done(routine, 0)]
    assert suggested(ROUTINES, sessions, TODAY) == "back-ease"


def test_sessions_of_routines_that_are_gone_count_for_nothing():
    assert suggested(ROUTINES, done("deleted", 1, 2, 3), TODAY) == "calf-reset"


MINUTE = 60_000
LENGTHS = (("desk-calves", 3 * MINUTE), ("calf-reset", 5 * MINUTE), ("calf-strength", 8 * MINUTE))


def test_the_longest_routine_that_fits_into_the_time_is_chosen():
    assert nearest_in_length(LENGTHS, 10 * MINUTE) == "calf-strength"
    assert nearest_in_length(LENGTHS, 5 * MINUTE) == "calf-reset"


def test_a_quarter_more_than_the_time_still_fits():
    assert nearest_in_length(LENGTHS, 4 * MINUTE) == "calf-reset"  # 4 × 5/4 = 5 min
    assert nearest_in_length(LENGTHS, 4 * MINUTE - 1_000) == "desk-calves"


def test_when_nothing_fits_the_shortest_is_chosen():
    assert nearest_in_length(LENGTHS, MINUTE) == "desk-calves"


def test_without_routines_there_is_none_of_any_length():
    assert nearest_in_length((), MINUTE) is None
