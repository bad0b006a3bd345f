"""Which routine Today invites to."""

from datetime import UTC, date, datetime, timedelta

from msgspec import structs

from app.core.record import SessionRecord
from app.core.suggestion import suggested as suggested_in
from app.core.target import EveryDay, EveryNthDay, Target
from tests.views.shelf import diary

TODAY = date(2026, 11, 22)
ROUTINES = ("back-ease", "calf-reset", "calf-strength", "desk-calves")
DAILY = EveryDay()


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


def renamed(sessions: list[SessionRecord], id_: str) -> list[SessionRecord]:
    return [structs.replace(session, id=id_) for session in sessions]


def suggested(routines, sessions, today, pays=lambda _: 0, **more) -> str | None:
    newest_first = sorted(sessions, key=lambda session: session.started_at, reverse=True)
    return suggested_in(routines, diary(newest_first, today=today, **more), pays)


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


def due(routine: str, times: int = 1, rhythm=DAILY) -> Target:
    return Target(routine, rhythm, TODAY - timedelta(days=10), times)


def test_what_is_due_today_comes_before_the_habit():
    sessions = done("desk-calves", 1, 2, 3)
    assert suggested(ROUTINES, sessions, TODAY, targets=[due("back-ease")]) == "back-ease"


def test_what_is_due_three_times_is_offered_until_it_was_done_three_times():
    target = due("back-ease", 3)
    twice = [*done("back-ease", 0), *renamed(done("back-ease", 0), "again"), *done("desk-calves", 1)]
    assert suggested(ROUTINES, twice, TODAY, targets=[target]) == "back-ease"
    thrice = [*twice, *renamed(done("back-ease", 0), "once more")]
    assert suggested(ROUTINES, thrice, TODAY, targets=[target]) == "desk-calves"


def test_of_what_is_due_most_left_comes_first():
    targets = [due("back-ease"), due("calf-strength", 2)]
    assert suggested(ROUTINES, [], TODAY, targets=targets) == "calf-strength"


def test_what_is_due_every_second_day_is_not_due_the_day_after():
    targets = [due("back-ease", rhythm=EveryNthDay(2))]
    assert suggested(ROUTINES, done("back-ease", 1), TODAY, targets=targets) == "back-ease"
    sessions = done("back-ease", 1) + done("desk-calves", 1, 2)
    assert suggested(ROUTINES, sessions, TODAY, targets=targets) == "desk-calves"


def test_what_is_due_and_was_deleted_is_not_offered():
    assert suggested(ROUTINES, done("desk-calves", 1), TODAY, targets=[due("deleted")]) == "desk-calves"


def test_of_two_done_equally_often_the_one_that_pays_more_comes_first():
    sessions = done("desk-calves", 1, 2) + done("back-ease", 1, 2)
    owed = {"desk-calves": 60_000, "back-ease": 120_000}
    assert suggested(ROUTINES, sessions, TODAY, owed.__getitem__) == "back-ease"


def test_the_habit_comes_before_what_pays_more():
    sessions = done("desk-calves", 1, 2) + done("back-ease", 1)
    assert suggested(ROUTINES, sessions, TODAY, {"desk-calves": 0, "back-ease": 1}.get) == "desk-calves"
