"""What Today invites to, and how much of it in the minutes at hand."""

from datetime import timedelta

from msgspec import structs

from app.core.invitation import invited
from app.core.record import Work
from app.core.routine import Routine, Step
from app.core.target import EveryDay, Target
from app.core.timeline import unfold
from tests.core.routines import exercise
from tests.views.shelf import TODAY, diary, session

MINUTE = 60_000
EXERCISES = {
    id_: structs.replace(exercise(id_, "none"), muscles=(muscle,))
    for id_, muscle in {"wall": "gastrocnemius", "bent": "soleus", "neck-tilt": "neck"}.items()
}


def routine(id_: str, *holds: tuple[str, int]) -> Routine:
    """Of these exercises with holds of so many seconds, and no time to prepare."""
    steps = tuple(Step(exercise=exercise_id, hold=hold) for exercise_id, hold in holds)
    return Routine(1, id_, id_, steps, prepare=0)


LONG = routine("long", ("wall", 200), ("bent", 200), ("neck-tilt", 200))
"""10 min."""
BENT = routine("bent", ("bent", 180))
"""3 min."""
SHORT = routine("short", ("neck-tilt", 60))
"""1 min."""


def invitation(*routines, sessions=(), minutes=0, **more):
    found = diary(sorted(sessions, key=lambda session: session.started_at, reverse=True), **more)
    return invited(routines, EXERCISES, found, lambda each: unfold(each, EXERCISES), minutes * MINUTE)


def habit(id_: str, *work: Work) -> list:
    """Done on the last days of last week, so that all of it is owed again this week."""
    return [session(back, id_, work=work, id=f"{id_}-{back}") for back in (8, 9, 10)]


def only(found):
    return found.routine.id, found.shortened.dropped


def test_without_routines_there_is_no_invitation():
    assert invitation() is None


def test_without_minutes_the_suggested_routine_is_whole():
    found = invitation(LONG, BENT, sessions=habit("long"))
    assert only(found) == ("long", ())
    assert (found.timeline.total_ms, found.due) == (10 * MINUTE, None)


def test_with_few_minutes_it_is_shortened():
    # In 5 min one of three holds of 200 s fits.
    found = invitation(LONG, SHORT, sessions=habit("long"), minutes=5)
    assert only(found) == ("long", ("bent", "neck-tilt"))
    assert found.timeline.total_ms == 200_000


def test_of_a_shortened_routine_the_exercise_that_is_owed_stays():
    sessions = habit("long", Work("neck-tilt", None, MINUTE))
    assert only(invitation(LONG, SHORT, sessions=sessions, minutes=5)) == ("long", ("wall", "bent"))


def test_another_that_fits_as_a_whole_and_pays_more_takes_its_place():
    # Of the soleus 10 min a side are owed. What is left of LONG in 3 min pays 200 s a side; a routine of
    # 205 s pays more.
    sessions = habit("long", Work("bent", None, MINUTE))
    longer = routine("longer", ("bent", 205))
    assert only(invitation(LONG, longer, sessions=sessions, minutes=3)) == ("longer", ())
    assert only(invitation(LONG, BENT, sessions=sessions, minutes=3)) == ("long", ("wall", "neck-tilt"))


def test_another_that_is_far_shorter_than_the_time_does_not():
    # Owed is the neck, which SHORT pays and LONG without it would not; but 1 min are no 3.
    only_wall = routine("long", ("wall", 200), ("bent", 200))
    sessions = habit("long", Work("neck-tilt", None, MINUTE))
    assert only(invitation(only_wall, SHORT, sessions=sessions, minutes=3)) == ("long", ("bent",))


def test_where_the_suggested_one_is_far_shorter_another_fills_the_time():
    found = invitation(SHORT, BENT, LONG, sessions=habit("short"), minutes=3)
    assert only(found) == ("bent", ())
    assert only(invitation(SHORT, BENT, LONG, sessions=habit("short"), minutes=10)) == ("long", ())


def test_where_nothing_of_the_suggested_one_fits_another_does():
    assert only(invitation(BENT, SHORT, sessions=habit("bent"), minutes=1)) == ("short", ())
    assert only(invitation(LONG, SHORT, sessions=habit("long"), minutes=1)) == ("short", ())


def test_what_was_done_today_is_not_what_fills_the_time():
    sessions = [*habit("short"), session(0, "bent")]
    assert only(invitation(SHORT, BENT, sessions=sessions, minutes=3)) == ("short", ())


def test_what_is_due_is_shortened_and_nothing_takes_its_place():
    target = Target("long", EveryDay(), TODAY - timedelta(days=5), 2)
    sessions = [*habit("bent", Work("bent", None, MINUTE)), session(0, "long")]
    found = invitation(LONG, BENT, sessions=sessions, minutes=3, targets=[target])
    assert only(found) == ("long", ("wall", "neck-tilt"))
    assert (found.due.done, found.due.times) == (1, 2)
