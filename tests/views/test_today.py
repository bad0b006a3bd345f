"""Today: one clear invitation."""

from datetime import timedelta
from functools import partial

import pytest
from msgspec import structs

from app.core.care.heel_rise import HEEL_RISE_TEST
from app.core.library import Entry, Library
from app.core.routine import Step
from app.core.shortening import fits
from app.core.streak import streak_of
from app.core.target import EveryDay, Target
from app.core.timeline import unfold
from app.views import words
from app.views.today import MINUTES_AT_HAND, today_view
from tests.core.routines import EXERCISES, calf_stretch
from tests.views.shelf import BROKEN, LIBRARY, TODAY, diary, routine, session


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
    # The longest are 148 s (calf-reset) and 248 s (calf-strength); up to 3:30 is called 3 min.
    view = seen(minutes_at_hand=minutes)
    assert (view.minutes, view.minutes_chosen) == (("3 min", "5 min", "10 min"), chosen)
    assert (view.invitation.id, view.invitation.label) == (routine, f"If you have {minutes} minutes")


@pytest.mark.parametrize("minutes", MINUTES_AT_HAND)
def test_what_fits_into_so_many_minutes_is_called_that(minutes):
    longest_ms = max(ms for ms in range(0, 1_200_000, 500) if fits(ms, minutes * 60_000))
    assert words.minutes(longest_ms) == f"{minutes} min"


STEPS = (
    calf_stretch(30, 2),
    Step(exercise="night-calf-stretch", hold=10, reps=3),
    Step(exercise="calf-raise", reps=60),
)
LONG = Library(
    EXERCISES, (Entry("long", "Long", "own", "long.toml", routine("long", *STEPS, about="All of it.")),)
)
"""148 + 48 + 188 s."""


def test_with_few_minutes_exercises_are_left_out_and_named():
    # Up to 3:30 is called 3 min: 148 + 48 fit, the raises do not.
    invitation = seen(library=LONG, minutes_at_hand=3).invitation
    assert (invitation.steps, invitation.without) == ((0, 1), "Without: Calf raise")
    assert invitation.exercises == ("Wall calf stretch", "Night calf stretch")
    assert (invitation.facts, invitation.about) == ("3 min  ·  2 exercises  ·  a wall", "")


def test_with_enough_minutes_nothing_is_left_out():
    invitation = seen(library=LONG, minutes_at_hand=10).invitation
    assert (invitation.steps, invitation.without, invitation.about) == ((), "", "All of it.")


def test_the_invitation_lasts_as_long_as_this_person_takes():
    # Preparing for 60 s instead of 8: 148 + 52 = 200 s.
    unfolded = partial(unfold, exercises=LIBRARY.exercises, prepare_s=60)
    assert seen(unfolded=unfolded).invitation.facts.startswith("3 min")


@pytest.mark.parametrize(
    ("done", "times", "minutes", "label"),
    [
        (0, 1, 0, "Due today"),
        (1, 3, 0, "Due today, 1 of 3 done"),
        (1, 3, 5, "Due today, in 5 minutes"),
        (1, 1, 0, "Done for today. One more, if you like"),
    ],
)
def test_what_is_due_is_said_to_be(done, times, minutes, label):
    target = Target("calf-reset", EveryDay(), TODAY, times)
    found = diary([session(0) for _ in range(done)], targets=[target])
    view = today_view(LIBRARY, found, streak_of(found), minutes_at_hand=minutes)
    assert view.invitation.label == label


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


def test_a_session_that_cannot_go_on_is_not_offered_to():
    cut_off = session(0, status="running", done_ms=45_000)
    assert seen(cut_off=cut_off, can_go_on=True).cut_off.title == "Go on where you stopped"
    assert seen(cut_off=cut_off).cut_off.title == "A session was cut off"


def test_of_a_heel_rise_test_that_was_cut_off_only_what_was_done_is_told():
    """For no number was planned."""
    cut_off = session(0, HEEL_RISE_TEST, status="running", done_ms=6_000, planned_ms=400_000)
    view = seen(cut_off=structs.replace(cut_off, name="Heel-rise test"))
    assert view.cut_off.text == "Heel-rise test was cut off after 6 s of work."


def test_the_week_and_the_trouble_are_shown():
    view = seen(session(0), session(1), trouble="The disk is full.")
    assert (view.week.number, view.trouble) == ("2", "The disk is full.")


def test_days_and_weeks_hold_over_new_year():
    new_year = TODAY.replace(month=12, day=31) + timedelta(days=1)
    found = diary(today=new_year)
    view = today_view(LIBRARY, found, streak_of(found))
    assert view.date == "Friday 1 January"
