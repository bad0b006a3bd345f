"""Changing when a routine is due: the past stays as it was."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.core.planning import Changes, current_target, retargeted, toggled, undone
from app.core.target import EveryDay, EveryNthDay, InProgramme, OnWeekdays, Target, times_due

TODAY = date(2026, 11, 16)
"""A Monday."""
CALVES = "calf-reset"
SINCE_THE_1ST = Target(CALVES, EveryDay(), date(2026, 11, 1), 3)


def after(targets, changes: Changes):
    found = {target.id: target for target in targets} | {target.id: target for target in changes.put}
    return tuple(target for id_, target in found.items() if id_ not in changes.delete)


def test_a_first_target_begins_today():
    changes = retargeted((), CALVES, EveryDay(), 3, TODAY)
    assert changes == Changes((Target(CALVES, EveryDay(), TODAY, 3),))


def test_no_target_where_there_was_none_changes_nothing():
    assert retargeted((), CALVES, None, 1, TODAY) == Changes()


def test_another_rhythm_ends_the_old_one_yesterday():
    now = after((SINCE_THE_1ST,), retargeted((SINCE_THE_1ST,), CALVES, EveryNthDay(2), 1, TODAY))
    old, new = now
    assert (old.start, old.end, old.times) == (date(2026, 11, 1), date(2026, 11, 15), 3)
    assert new == Target(CALVES, EveryNthDay(2), TODAY)


def test_what_began_today_is_replaced():
    today = Target(CALVES, EveryDay(), TODAY)
    assert after((today,), retargeted((today,), CALVES, EveryDay(), 2, TODAY)) == (
        Target(CALVES, EveryDay(), TODAY, 2),
    )


def test_what_began_today_is_forgotten_when_it_is_given_up():
    today = Target(CALVES, EveryDay(), TODAY)
    assert retargeted((today,), CALVES, None, 1, TODAY) == Changes((), (today.id,))


def test_a_target_that_is_given_up_ends_yesterday():
    changes = retargeted((SINCE_THE_1ST,), CALVES, None, 1, TODAY)
    assert [(target.id, target.end) for target in changes.put] == [(SINCE_THE_1ST.id, date(2026, 11, 15))]


def test_the_same_again_changes_nothing():
    assert retargeted((SINCE_THE_1ST,), CALVES, EveryDay(), 3, TODAY) == Changes()


def test_a_programme_can_be_given_up():
    programme = Target(CALVES, InProgramme("four-weeks", (0, 2, 4)), date(2026, 11, 9))
    assert current_target((programme,), CALVES, TODAY) == programme
    now = after((programme,), retargeted((programme,), CALVES, None, 1, TODAY))
    assert current_target(now, CALVES, TODAY) is None


def test_the_days_of_a_programme_may_come_again_every_week():
    # Days 0, 2 and 4 of every 7 from Monday 9 November: 9, 11, 13, and 16, 18, 20 again.
    programme = Target(CALVES, InProgramme("four-weeks", (0, 2, 4), 7), date(2026, 11, 9))
    days = [day for day in range(9, 23) if times_due(programme, date(2026, 11, day), ())]
    assert days == [9, 11, 13, 16, 18, 20]


def test_other_routines_and_what_has_ended_are_left_alone():
    other = Target("calf-strength", EveryDay(), date(2026, 11, 1))
    ended = Target(CALVES, EveryDay(), date(2026, 10, 1), end=date(2026, 10, 31))
    changes = retargeted((other, ended), CALVES, EveryDay(), 1, TODAY)
    assert changes == Changes((Target(CALVES, EveryDay(), TODAY),))


def test_after_the_clock_was_set_back_nothing_holds_twice():
    tomorrow = Target(CALVES, EveryDay(), TODAY + timedelta(days=1))
    now = after((tomorrow,), retargeted((tomorrow,), CALVES, EveryNthDay(3), 1, TODAY))
    assert now == (Target(CALVES, EveryNthDay(3), TODAY),)


def test_a_weekday_is_taken_in_and_out_and_the_last_one_stays():
    assert toggled(OnWeekdays((0, 4)), 2) == OnWeekdays((0, 2, 4))
    assert toggled(OnWeekdays((0, 2, 4)), 2) == OnWeekdays((0, 4))
    assert toggled(OnWeekdays((2,)), 2) == OnWeekdays((2,))


rhythms = st.one_of(
    st.none(),
    st.just(EveryDay()),
    st.builds(EveryNthDay, st.integers(2, 14)),
    st.builds(OnWeekdays, st.sets(st.integers(0, 6), min_size=1).map(lambda days: tuple(sorted(days)))),
)
wishes = st.lists(st.tuples(st.integers(0, 20), rhythms, st.integers(1, 12)), max_size=6)


@given(wishes)
def test_the_past_stays_and_one_target_at_most_holds_on_any_day(wished):
    targets: tuple[Target, ...] = ()
    for days, rhythm, times in sorted(wished, key=lambda wish: wish[0]):
        today = TODAY + timedelta(days=days)
        before = targets
        changes = retargeted(targets, CALVES, rhythm, times, today)
        targets = after(targets, changes)
        past = [TODAY + timedelta(days=number) for number in range(days)]
        assert [due(targets, day) for day in past] == [due(before, day) for day in past]
        assert all(sum(target.holds_on(day) for target in targets) <= 1 for day in (*past, today))
        now = current_target(targets, CALVES, today)
        assert (now and (now.rhythm, now.times)) == (rhythm and (rhythm, times))
        assert set(after(targets, undone(changes, before))) == set(before)


def due(targets, day):
    return sum(times_due(target, day, ()) for target in targets)
