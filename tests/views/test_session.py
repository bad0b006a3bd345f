"""What one session's page shows."""

import pytest
from msgspec import structs

from app.core.by_hand import as_routine, as_something_else, written_down
from app.core.correction import stepped
from app.core.record import Work
from app.core.timeline import unfold
from app.views.session import ENOUGH, new_session_view, routine_options, session_view
from tests.core.routines import EXERCISES, exercise
from tests.core.test_by_hand import NOW
from tests.views.shelf import CALF_RESET, LIBRARY, TODAY, session

EXERCISE = "wall-calf-stretch"


def seen(record, **more):
    return session_view(record, EXERCISES, TODAY, **more)


def test_a_finished_session():
    view = seen(session())
    assert (view.name, view.status) == ("Calf reset", "Finished")
    assert (view.day, view.time) == ("Today, Sunday 22 November", "09:05")
    assert view.done == "2 min of work, all that was planned."
    assert [(row.name, row.left, row.right) for row in view.rows] == [("Wall calf stretch", "1 min", "1 min")]


@pytest.mark.parametrize(
    ("days_back", "day"),
    [(1, "Yesterday, Saturday 21 November"), (3, "Thursday 19 November"), (400, "Saturday 18 October 2025")],
)
def test_the_day_is_told_in_full(days_back, day):
    assert seen(session(days_back)).day == day


@pytest.mark.parametrize(
    ("changes", "status", "done"),
    [
        (
            {"status": "partial", "done_ms": 45_000},
            "Stopped early, and kept",
            "45 s of work; 2 min were planned.",
        ),
        ({"done_ms": 150_000}, "Finished", "2 min 30 s of work; 2 min were planned."),
        ({"planned_ms": 0, "done_ms": 0}, "Finished", "How long it took is not known."),
    ],
)
def test_planned_and_done(changes, status, done):
    view = seen(session(**changes))
    assert (view.status, view.done) == (status, done)


def test_what_was_not_said_is_minus_one():
    assert (seen(session()).before, seen(session()).after) == (-1, -1)
    assert (seen(session(before=0, after=10)).before, seen(session(before=0, after=10)).after) == (0, 10)


# The muscles


def test_each_muscle_is_told_left_and_right():
    work = (Work(EXERCISE, "left", 120_000), Work(EXERCISE, "right", 60_000))
    [muscle] = seen(session(work=work)).muscles
    assert (muscle.name, muscle.amounts) == ("Deep calf", "left 2 min, right 1 min")
    assert muscle.note == "The right side got less."


def test_four_minutes_on_each_side_are_enough_for_one_session():
    work = (Work(EXERCISE, "left", 240_000), Work(EXERCISE, "right", 240_000))
    [muscle] = seen(session(work=work)).muscles
    assert (muscle.amounts, muscle.note) == ("4 min each side", ENOUGH)
    less = structs.replace(work[1], ms=239_000)
    assert seen(session(work=(work[0], less))).muscles[0].note == ""


def test_stretching_and_repetitions_of_one_muscle_stand_together():
    raise_ = structs.replace(exercise("calf-raise", "none"), kind="strength")
    work = (Work(EXERCISE, None, 60_000), Work("calf-raise", None, 40_000, 12))
    [muscle] = session_view(session(work=work), {**EXERCISES, "calf-raise": raise_}, TODAY).muscles
    assert muscle.amounts == "1 min and 12 times each side"


def test_what_does_no_muscle_a_measured_good_is_not_told():
    roll = structs.replace(exercise("calf-roll"), kind="release")
    work = (Work("calf-roll", "left", 60_000),)
    assert session_view(session(work=work), {"calf-roll": roll}, TODAY).muscles == ()


# Correcting


def test_steps_are_there_only_while_the_amounts_are_corrected():
    record = session()
    assert (seen(record).correcting, seen(record).exercises, seen(record).minutes) == (False, (), None)
    [steps] = seen(record, was=record).exercises
    assert steps.name == "Wall calf stretch"
    assert [(side.place, side.label, side.text) for side in steps.sides] == [
        (0, "Left", "1 min"),
        (1, "Right", "1 min"),
    ]


def test_a_step_that_would_do_nothing_is_not_offered():
    was = session(work=(Work(EXERCISE, "left", 15_000), Work("calf-raise", None, 60_000, 999)))
    none = stepped(was, 0, -1, was)
    [[left], [raises]] = [steps.sides for steps in seen(none, was=was).exercises]
    assert (left.text, left.can_lower, left.can_raise) == ("0 s", False, True)
    assert (raises.text, raises.can_lower, raises.can_raise) == ("999 times", True, False)


def test_repetitions_stay_repetitions_at_none():
    was = session(work=(Work("calf-raise", None, 5_000, 1),))
    [steps] = seen(stepped(was, 0, -1, was), was=was).exercises
    assert steps.sides[0].text == "0 times"


@pytest.mark.parametrize(
    ("minutes", "lower", "higher"), [(1, False, True), (10, True, True), (240, True, False)]
)
def test_a_session_of_minutes_alone_is_corrected_by_the_minute(minutes, lower, higher):
    record = session(work=(), planned_ms=minutes * 60_000, done_ms=minutes * 60_000)
    steps = seen(record, was=record).minutes
    assert (steps.place, steps.text) == (-1, f"{minutes} min")
    assert (steps.can_lower, steps.can_raise) == (lower, higher)


# By hand


def new(record, timeline, minutes, *, chosen=True):
    return new_session_view(record, timeline, minutes, TODAY, chosen=chosen)


def test_first_one_says_what_it_was():
    view = new(written_down("new", NOW, 4), None, 10, chosen=False)
    assert (view.what, view.minutes, view.can_be_added) == ("Choose what you did", None, False)


def test_a_routine_can_be_added_as_soon_as_it_is_chosen():
    timeline = unfold(CALF_RESET, EXERCISES)
    record = as_routine(written_down("new", NOW, 4), timeline, 2)
    view = new(record, timeline, 2)
    assert (view.what, view.asks_for_name, view.can_be_added) == ("Calf reset", False, True)
    assert view.done == "The whole routine: counts as 2 min of stretching and exercise."
    half = new(as_routine(record, timeline, 1), timeline, 1)
    assert half.done == "The routine takes 2 min: counts as 1 min of stretching and exercise."
    assert (half.minutes.text, half.minutes.can_lower, half.minutes.can_raise) == ("1 min", False, True)


def test_a_small_part_of_a_routine_is_told_as_a_part():
    timeline = unfold(structs.replace(CALF_RESET, prepare=300), EXERCISES)  # 440 s: 7 minutes, 120 s of work
    view = new(as_routine(written_down("new", NOW, 4), timeline, 1), timeline, 1)
    assert view.done == "The routine takes 7 min: counts as 17 s of 2 min of stretching and exercise."


def test_something_else_needs_a_name():
    nameless = as_something_else(written_down("new", NOW, 4), "", 30)
    assert (new(nameless, None, 30).asks_for_name, new(nameless, None, 30).can_be_added) == (True, False)
    assert new(as_something_else(nameless, "Yoga", 30), None, 30).can_be_added


def test_every_routine_that_can_be_used_is_offered_and_something_else_before_them():
    assert [(option.id, option.name, option.minutes) for option in routine_options(LIBRARY)] == [
        ("", "Something else", ""),
        ("calf-reset", "Calf reset", "2 min"),
        ("calf-strength", "Calf strength", "4 min"),
        ("on-the-floor", "On the floor", "1 min"),
        ("own-pace", "Own pace", "1 min"),
    ]
