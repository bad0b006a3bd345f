"""Today: one clear invitation."""

from datetime import timedelta

import pytest

from app.core.library import Library
from app.core.streak import streak_of
from app.views.today import today_view
from tests.views.shelf import BROKEN, LIBRARY, TODAY, diary, session


def seen(*sessions, library=LIBRARY, **more):
    found = diary(sessions)
    return today_view(library, found, streak_of(found), **more)


def test_someone_new_is_invited_to_the_calf_reset():
    view = seen()
    assert view.date == "Sunday 22 November"
    assert (view.invitation.id, view.invitation.label) == ("calf-reset", "Next for you")
    assert (view.invitation.name, view.invitation.about) == ("Calf reset", "A gentle place to begin.")
    assert view.invitation.facts == "2 min  ·  1 exercise  ·  a wall"
    assert view.invitation.exercises == ("Wall calf stretch",)


def test_whoever_is_done_for_today_is_told_so_and_may_do_more():
    view = seen(session(0))
    assert view.invitation.label == "Done for today. One more, if you like"
    assert view.invitation.id != "calf-reset"


@pytest.mark.parametrize(
    ("minutes", "chosen", "routine"),
    [(3, 0, "calf-reset"), (5, 1, "calf-strength"), (10, 2, "calf-strength")],
)
def test_with_so_many_minutes_the_longest_that_fits_is_offered(minutes, chosen, routine):
    # The longest are 148 s (calf-reset) and 248 s (calf-strength); 3 min and a quarter are 225 s.
    view = seen(minutes_at_hand=minutes)
    assert (view.minutes, view.minutes_chosen) == (("3 min", "5 min", "10 min"), chosen)
    assert (view.invitation.id, view.invitation.label) == (routine, f"If you have {minutes} minutes")


def test_without_a_wish_no_minutes_are_chosen():
    assert seen().minutes_chosen == -1


def test_a_routine_that_needs_attention_is_never_offered():
    assert seen(library=Library(LIBRARY.exercises, (BROKEN,))).invitation is None


def test_equipment_is_named_only_where_it_is_needed():
    view = seen(session(1, "on-the-floor"))
    assert (view.invitation.id, view.invitation.facts) == ("on-the-floor", "1 min  ·  1 exercise")


def test_a_session_that_was_cut_off_is_offered_to_go_on_with():
    cut_off = session(0, status="running", done_ms=45_000)
    view = seen(cut_off=cut_off, can_go_on=True)
    assert (view.cut_off.id, view.cut_off.can_go_on) == (cut_off.id, True)
    assert view.cut_off.text == "Calf reset was cut off after 45 s of 2 min."
    assert seen().cut_off is None


def test_the_week_and_the_trouble_are_shown():
    view = seen(session(0), session(1), trouble="The disk is full.")
    assert (view.week.number, view.trouble) == ("2", "The disk is full.")


def test_days_and_weeks_hold_over_new_year():
    new_year = TODAY.replace(month=12, day=31) + timedelta(days=1)
    found = diary(today=new_year)
    view = today_view(LIBRARY, found, streak_of(found))
    assert view.date == "Friday 1 January"
