"""The dose of each muscle and side, with the numbers worked out by hand."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from app.core.ledger import (
    SESSION_CEILING_MS,
    WEEK_CEILING_MS,
    Balance,
    Tally,
    owed,
    session_balances,
    week_ledger,
)
from app.core.record import SessionRecord, Work
from tests.core.routines import exercise
from tests.views.shelf import TODAY, diary

MINUTE = 60_000
MONDAY = date(2026, 11, 16)
"""The first day of the week of TODAY, a Sunday."""


def of_kind(id_: str, kind: str, *muscles: str, also: tuple[str, ...] = ()):
    return structs.replace(exercise(id_), kind=kind, muscles=muscles, also=also)


EXERCISES = {
    item.id: item
    for item in (
        of_kind("wall-stretch", "stretch", "gastrocnemius", also=("soleus",)),
        of_kind("bent-stretch", "stretch", "soleus"),
        of_kind("whole-calf", "stretch", "gastrocnemius", "soleus"),
        of_kind("calf-raise", "strength", "gastrocnemius"),
        of_kind("ankle-circles", "mobility", "soleus"),
        of_kind("roll", "release", "gastrocnemius"),
    )
}


def stretch(minutes: float, side="left", exercise_id: str = "wall-stretch") -> Work:
    return Work(exercise_id, side, round(minutes * MINUTE))


def on(day: date, *work: Work, hour: int = 9) -> SessionRecord:
    started_at = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
    done_ms = sum(item.ms for item in work)
    return SessionRecord(
        f"{day}-{hour}", "calf-reset", "Calf reset", started_at, day, "finished", done_ms, done_ms, work
    )


def this_week(*sessions: SessionRecord) -> dict[str, Balance]:
    newest_first = sorted(sessions, key=lambda session: session.started_at, reverse=True)
    return {balance.muscle: balance for balance in week_ledger(newest_first, EXERCISES, TODAY, 0)}


def test_a_stretch_is_credited_to_its_muscles_and_not_to_those_it_also_reaches():
    (balance,) = session_balances([stretch(1)], EXERCISES)
    assert balance == Balance("gastrocnemius", left=Tally(MINUTE, MINUTE))


def test_a_stretch_of_two_muscles_counts_in_full_for_each():
    balances = session_balances([stretch(1, "right", "whole-calf")], EXERCISES)
    assert balances == (
        Balance("gastrocnemius", right=Tally(MINUTE, MINUTE)),
        Balance("soleus", right=Tally(MINUTE, MINUTE)),
    )


def test_what_both_legs_do_at_once_counts_for_each():
    (balance,) = session_balances([stretch(2, None)], EXERCISES)
    assert balance.left == balance.right == Tally(2 * MINUTE, 2 * MINUTE)


def test_of_one_session_four_minutes_help():
    # Three minutes and two more in another exercise for the same muscle: 5 min, of which 4 help.
    (balance,) = session_balances([stretch(3), stretch(2, "left", "wall-stretch")], EXERCISES)
    assert balance.left == Tally(5 * MINUTE, 4 * MINUTE)


def test_of_two_long_sessions_each_helps_for_four_minutes():
    # 5 + 5 = 10 min under stretch; 4 + 4 = 8 of use; 2 are still owed.
    balance = this_week(on(MONDAY, stretch(5)), on(TODAY, stretch(5)))["gastrocnemius"]
    assert balance.left == Tally(10 * MINUTE, 8 * MINUTE)
    assert (balance.owed_ms("left"), balance.owed_ms("right")) == (2 * MINUTE, 10 * MINUTE)
    assert not balance.enough


def test_of_a_week_ten_minutes_help_and_then_it_is_enough():
    # Three sessions of 4 min on both sides: 12 min under stretch, 10 of use.
    days = (MONDAY, MONDAY + timedelta(days=2), TODAY)
    balance = this_week(*(on(day, stretch(4, None)) for day in days))["gastrocnemius"]
    assert balance.left == balance.right == Tally(12 * MINUTE, 10 * MINUTE)
    assert balance.enough
    assert balance.owed_ms("left") == 0


def test_enough_on_one_side_is_not_enough():
    assert not Balance("soleus", left=Tally(10 * MINUTE, 10 * MINUTE)).enough


def test_strength_and_mobility_count_their_repetitions_and_releasing_counts_for_neither():
    work = [
        Work("calf-raise", None, 40_000, 8),
        Work("ankle-circles", "left", 20_000, 10),
        Work("roll", "left", 90_000),
    ]
    assert session_balances(work, EXERCISES) == (
        Balance("gastrocnemius", Tally(reps=8), Tally(reps=8)),
        Balance("soleus", Tally(reps=10)),
    )


def test_an_exercise_that_is_gone_is_left_out():
    assert session_balances([Work("deleted", None, MINUTE)], EXERCISES) == ()


def test_the_muscle_with_most_stretch_comes_first_then_the_one_with_most_repetitions():
    work = [stretch(1, None, "bent-stretch"), stretch(2, None), Work("calf-raise", None, 9_000, 3)]
    assert [balance.muscle for balance in session_balances(work, EXERCISES)] == ["gastrocnemius", "soleus"]


@pytest.mark.parametrize(
    ("left", "right", "weaker"),
    [
        (3, 2.5, "right"),  # 83 %, 30 s less
        (2.5, 3, "left"),
        (3, 2.55, None),  # 85 %, but only 27 s less
        (10, 9.5, None),  # 30 s less, but 95 %
        (9, 10, None),  # 90 % is not under 90 %
        (0, 0.5, "left"),
        (2, 2, None),
    ],
)
def test_the_weaker_side_has_clearly_less(left, right, weaker):
    tallies = (Tally(round(minutes * MINUTE), round(minutes * MINUTE)) for minutes in (left, right))
    assert Balance("soleus", *tallies).weaker == weaker


def test_what_is_past_the_ceiling_makes_no_side_the_weaker():
    # Six and four minutes in one session: 4 of use on either side.
    (balance,) = session_balances([stretch(6, "left"), stretch(4, "right")], EXERCISES)
    assert balance.weaker is None


@pytest.mark.parametrize(
    ("left", "right", "weaker"), [(12, 9, "right"), (12, 10, None), (40, 37, None), (0, 3, "left")]
)
def test_repetitions_make_a_side_the_weaker_by_three_and_a_tenth(left, right, weaker):
    # 9 of 12 are 75 %; 10 of 12 are only 2 fewer; 37 of 40 are 92.5 %.
    assert Balance("soleus", Tally(reps=left), Tally(reps=right)).weaker == weaker


def test_only_the_days_of_the_week_count():
    sessions = [on(MONDAY - timedelta(days=1), stretch(1)), on(MONDAY, stretch(2)), on(TODAY, stretch(3))]
    sessions += [on(TODAY + timedelta(days=1), stretch(4))]
    assert this_week(*sessions)["gastrocnemius"].left.stretch_ms == 5 * MINUTE
    newest_first = sorted(sessions, key=lambda session: session.started_at, reverse=True)
    # With weeks from Sunday on, TODAY begins one: 3 + 4 min.
    (balance,) = week_ledger(newest_first, EXERCISES, TODAY, 6)
    assert balance.left.stretch_ms == 7 * MINUTE


def test_the_day_of_a_session_decides_and_not_its_moment():
    # Begun at 02:00 on Monday, still a Sunday for whoever starts the day at 4.
    late = structs.replace(on(MONDAY, stretch(1), hour=2), day=MONDAY - timedelta(days=1))
    assert this_week(late) == {}


def test_owed_is_what_was_stretched_of_late_and_is_short_this_week():
    sessions = [
        on(TODAY, stretch(4, None)),
        on(TODAY - timedelta(days=20), stretch(1, None, "bent-stretch")),
        on(TODAY - timedelta(days=29), Work("whole-calf", "left", MINUTE)),
    ]
    # Of the soleus all 10 min a side are owed, of the gastrocnemius 6.
    soleus, gastrocnemius = owed(diary(sessions), EXERCISES)
    assert (soleus.muscle, soleus.owed_ms("left"), soleus.owed_ms("right")) == (
        "soleus",
        10 * MINUTE,
        10 * MINUTE,
    )
    assert (gastrocnemius.muscle, gastrocnemius.owed_ms("left")) == ("gastrocnemius", 6 * MINUTE)


def test_nothing_is_owed_of_what_was_stretched_long_ago_or_only_strengthened():
    sessions = [
        on(TODAY, Work("calf-raise", None, 40_000, 8)),
        on(TODAY - timedelta(days=29), stretch(1, None, "bent-stretch")),
    ]
    assert owed(diary(sessions), EXERCISES) == ()


def test_nothing_is_owed_of_what_had_enough():
    sessions = [on(TODAY - timedelta(days=back), stretch(4, None)) for back in range(3)]
    assert owed(diary(sessions), EXERCISES) == ()


def test_of_two_that_are_owed_as_much_the_one_stretched_more_of_late_comes_first():
    before = TODAY - timedelta(days=9)
    sessions = [on(before, stretch(1, None), stretch(2, None, "bent-stretch"))]
    assert [balance.muscle for balance in owed(diary(sessions), EXERCISES)] == ["soleus", "gastrocnemius"]


works = st.builds(
    Work,
    st.sampled_from([*EXERCISES, "deleted"]),
    st.sampled_from(["left", "right", None]),
    st.integers(0, 8 * MINUTE),
    st.integers(0, 30),
)
sessions_of_a_month = st.lists(
    st.builds(
        lambda back, hour, work: on(TODAY - timedelta(days=back), *work, hour=hour),
        st.integers(0, 30),
        st.integers(0, 23),
        st.lists(works, max_size=4),
    ),
    max_size=12,
).map(lambda found: tuple(sorted(found, key=lambda session: session.started_at, reverse=True)))


@given(sessions_of_a_month)
def test_what_helps_never_passes_what_was_done_nor_a_ceiling(sessions):
    for balance in week_ledger(sessions, EXERCISES, TODAY, 0):
        for tally in (balance.left, balance.right):
            assert 0 <= tally.useful_ms <= min(tally.stretch_ms, WEEK_CEILING_MS)
    for session in sessions:
        for balance in session_balances(session.work, EXERCISES):
            assert max(balance.left.useful_ms, balance.right.useful_ms) <= SESSION_CEILING_MS


@given(sessions_of_a_month)
def test_mirrored_work_gives_a_mirrored_ledger(sessions):
    other = {"left": "right", "right": "left", None: None}
    mirrored = [
        structs.replace(
            session, work=tuple(structs.replace(item, side=other[item.side]) for item in session.work)
        )
        for session in sessions
    ]
    straight = week_ledger(sessions, EXERCISES, TODAY, 0)
    swapped = week_ledger(mirrored, EXERCISES, TODAY, 0)
    assert swapped == tuple(Balance(item.muscle, item.right, item.left) for item in straight)
    assert [item.weaker for item in swapped] == [other[item.weaker] for item in straight]


@given(sessions_of_a_month, st.integers(0, 6))
def test_the_weeks_together_hold_all_that_was_stretched(sessions, first_weekday):
    ledgers = [
        week_ledger(sessions, EXERCISES, TODAY - timedelta(weeks=back), first_weekday) for back in range(6)
    ]
    in_weeks = sum(item.left.stretch_ms + item.right.stretch_ms for ledger in ledgers for item in ledger)
    in_sessions = sum(
        item.left.stretch_ms + item.right.stretch_ms
        for session in sessions
        for item in session_balances(session.work, EXERCISES)
    )
    assert in_weeks == in_sessions


@given(sessions_of_a_month)
def test_another_session_never_makes_more_owed(sessions):
    more = on(TODAY, stretch(2, None), hour=12)
    before = {item.muscle: item for item in owed(diary(sessions), EXERCISES)}
    both = tuple(sorted((*sessions, more), key=lambda session: session.started_at, reverse=True))
    for item in owed(diary(both), EXERCISES):
        for side in ("left", "right"):
            assert item.owed_ms(side) <= (
                before[item.muscle].owed_ms(side) if item.muscle in before else WEEK_CEILING_MS
            )
