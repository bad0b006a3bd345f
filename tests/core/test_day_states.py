"""What each day was, day by day."""

from datetime import date, timedelta

import pytest

from app.core.day_mark import DayMark
from app.core.day_states import DayState, day_states
from app.core.due import Due, due_today
from app.core.target import EveryDay, EveryNthDay, InProgramme, OnWeekdays, Target
from tests.views.shelf import TODAY, diary, session

LETTERS = {
    "done": "D",
    "partly": "p",
    "rest": "r",
    "unwell": "u",
    "paused": "z",
    "missed": "m",
    "unknown": ".",
}


def back(days: int) -> date:
    return TODAY - timedelta(days=days)


def story(*done: int, days: int = 7, ahead: int = 0, marks=(), sessions=(), **more) -> str:
    """A letter for each of the last `days` days and `ahead` more, with a session so many days back."""
    remembered = [*(session(each, id=f"{each}-{n}") for n, each in enumerate(done)), *sessions]
    newest_first = sorted(remembered, key=lambda each: each.started_at, reverse=True)
    set_apart = [DayMark(back(each), mark) for each, mark in marks]
    found = diary(newest_first, marks=set_apart, **more)
    states = day_states(found, back(days - 1), back(-ahead))
    return "".join(LETTERS[state.kind] for state in states.values())


def test_a_span_has_each_of_its_days_in_order():
    states = day_states(diary(), date(2028, 2, 28), date(2028, 3, 1))
    assert list(states) == [date(2028, 2, 28), date(2028, 2, 29), date(2028, 3, 1)]


def test_before_the_very_first_session_nothing_is_known():
    assert story() == "......."
    assert story(0, 2, 4, days=8) == "...DrDrD"


def test_in_a_week_that_met_its_target_the_other_days_were_for_rest():
    # Three days wanted; Monday to Sunday of last week, days 13 to 7 back, had three.
    assert story(8, 10, 13, days=14)[:7] == "DrrDrDr"


def test_in_a_week_that_fell_short_they_were_missed():
    assert story(10, 13, days=14)[:7] == "DmmDmmm"


@pytest.mark.parametrize(
    ("target", "told"),
    [
        (1, "Drr...."),  # Monday was enough.
        (4, "D......"),
        (5, "D......"),  # Monday, and Thursday to Sunday.
        (6, "Dmm...."),  # It can be five at most.
    ],
)
def test_in_the_current_week_nothing_is_missed_as_long_as_the_target_can_be_met(target, told):
    # Thursday the 19th, with Monday done; Friday to Sunday are to come.
    thursday = back(3)
    found = diary([session(6)], today=thursday, target=target)
    states = day_states(found, back(6), TODAY)
    assert "".join(LETTERS[state.kind] for state in states.values()) == told


def test_days_to_come_that_are_paused_are_no_chance_to_meet_the_target():
    # On Thursday, of 4 days with three paused to come 4 × 4/7 = 2.29 → 2 are wanted, and only today is left.
    marks = [DayMark(back(days), "paused") for days in (2, 1, 0)]
    found = diary([session(20)], today=back(3), target=4, marks=marks)
    states = day_states(found, back(6), TODAY)
    assert "".join(LETTERS[state.kind] for state in states.values()) == "mmm.zzz"


def test_today_and_the_days_to_come_are_not_known():
    assert story(2, 3, 4, 7, days=1, ahead=2) == "..."


def test_a_session_under_half_is_a_part():
    short = session(0, planned_ms=120_000, done_ms=50_000, status="partial")
    assert story(days=1, sessions=[short]) == "p"


def test_a_mark_says_what_a_day_without_work_was_and_may_lie_ahead():
    marks = [(3, "unwell"), (2, "paused"), (1, "rest"), (-1, "paused")]
    assert story(4, 20, days=5, ahead=1, marks=marks) == "Duzr.z"


def test_work_beats_a_mark():
    short = session(1, planned_ms=120_000, done_ms=50_000, status="partial")
    assert story(0, days=2, sessions=[short], marks=[(0, "unwell"), (1, "unwell")]) == "pD"


def test_days_unwell_make_the_weeks_target_smaller_and_the_others_rest():
    # Three wanted of seven, with three unwell 3 × 4/7 = 1.71 → 2; two done.
    assert story(8, 10, 20, days=14, marks=[(11, "unwell"), (12, "unwell"), (13, "unwell")])[:7] == "uuuDrDr"


def test_a_week_of_which_nothing_is_wanted_has_no_missed_day():
    # One wanted of seven, with four paused 1 × 3/7 = 0.43 → 0.
    marks = [(back_, "paused") for back_ in (10, 11, 12, 13)]
    assert story(20, days=14, target=1, marks=marks)[:7] == "zzzzrrr"


def every_day(times: int, since: int = 30, until: int | None = None) -> Target:
    return Target("calf-reset", EveryDay(), back(since), times, None if until is None else back(until))


def test_two_of_three_are_a_part_and_three_are_all():
    remembered = [session(days, id=str(n)) for n, days in enumerate((2, 2, 1, 1, 1, 40))]
    remembered.sort(key=lambda each: each.started_at, reverse=True)
    states = day_states(diary(remembered, targets=[every_day(3)]), back(3), TODAY)
    assert list(states.values()) == [
        DayState("missed", 0, 3),
        DayState("partly", 2, 3, 240_000),
        DayState("done", 3, 3, 360_000),
        DayState("unknown", 0, 3),
    ]


def test_more_than_what_was_due_counts_as_what_was_due():
    remembered = [session(0, id=str(n)) for n in range(3)]
    assert day_states(diary(remembered, targets=[every_day(2)]), TODAY, TODAY)[TODAY].done == 2


def test_another_routine_does_not_do_what_was_due():
    assert story(days=1, sessions=[session(0, "on-the-floor")], targets=[every_day(1)]) == "p"


def test_on_weekdays_the_other_days_are_for_rest():
    # Monday, Wednesday and Friday; done on Monday and on Saturday, when it was not due.
    target = Target("calf-reset", OnWeekdays((0, 2, 4)), back(30))
    assert story(6, 1, 20, targets=[target]) == "DrmrmD."


def test_every_second_day_goes_by_the_last_time():
    # Done on Monday; due again on Wednesday, missed then and on Thursday, done on Friday.
    target = Target("calf-reset", EveryNthDay(2), back(30))
    assert story(6, 2, 20, targets=[target]) == "DrmmDr."


def test_what_was_done_before_the_span_decides_what_is_due_in_it():
    # Every fourteenth day, done 13 days back: nothing is due before tomorrow.
    target = Target("calf-reset", EveryNthDay(14), back(30))
    assert story(13, days=7, targets=[target]) == "rrrrrr."
    assert story(14, days=1, targets=[target], ahead=0) == "."
    assert due_today(diary([session(13)], targets=[target])) == ()
    assert due_today(diary([session(14)], targets=[target])) == (Due("calf-reset", 1, 0),)


def test_a_programme_is_due_on_its_days_counted_from_its_start():
    target = Target("calf-reset", InProgramme("four-weeks", (0, 1, 3)), back(6))
    assert story(6, 20, targets=[target]) == "Dmrmrr."


def test_where_a_target_no_longer_holds_the_week_decides_again():
    # It held up to Thursday, 3 days back; the week, with two of one wanted, is met.
    assert story(6, 5, 20, target=1, targets=[every_day(1, until=3)]) == "DDmmrr."


def test_of_two_targets_for_one_routine_the_larger_holds_and_those_of_two_routines_add_up():
    targets = [
        every_day(1),
        Target("calf-reset", OnWeekdays((6,)), back(20), 2),
        Target("own-pace", EveryDay(), back(9)),
    ]
    for order in (targets, targets[::-1]):
        assert set(due_today(diary([session(0)], targets=order))) == {
            Due("calf-reset", 2, 1),
            Due("own-pace", 1, 0),
        }
    state = day_states(diary([session(0)], targets=targets), TODAY, TODAY)[TODAY]
    assert (state.kind, state.done, state.due) == ("partly", 1, 3)


def test_nothing_is_due_without_a_target_or_before_it_begins():
    assert due_today(diary([session(0)])) == ()
    assert due_today(diary([session(0)], targets=[every_day(2, since=-1)])) == ()


def test_what_is_left_of_what_is_due():
    assert Due("calf-reset", 3, 2).left == 1
