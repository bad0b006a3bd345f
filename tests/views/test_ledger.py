"""A week's dose by muscle and side, with the shares worked out by hand."""

from datetime import date, timedelta

import pytest

from app.core.ledger import Balance, Tally
from app.core.record import Work
from app.views.ledger import (
    ABOUT,
    EMPTY,
    ENOUGH,
    MARK,
    NOTHING,
    PALER,
    REPS,
    STRETCH,
    balance_groups,
    ledger_view,
    summary,
    week_name,
)
from tests.core.routines import EXERCISES
from tests.views.shelf import diary, session

MONDAY = date(2026, 11, 16)
MINUTE = 60_000


def seen(*sessions, week=None, **more):
    return ledger_view(diary(sessions, **more), EXERCISES, week)


def stretched(muscle: str, left: float, right: float) -> Balance:
    """Minutes of useful stretch on each side."""
    return Balance(muscle, *(Tally(round(side * MINUTE), round(side * MINUTE)) for side in (left, right)))


def test_a_row_tells_both_sides_in_words_and_shares():
    # Full length is 12.5 min: one minute is 0.08 of it, and the mark at 10 min lies at 0.8.
    (group,) = seen(session(0)).groups
    (row,) = group.rows
    assert (group.title, row.muscle, row.left, row.right) == (STRETCH, "Deep calf", "1 min", "1 min")
    assert (row.left_share, row.left_useful, row.mark) == (0.08, 0.08, MARK)
    assert MARK == 0.8


def test_what_goes_beyond_four_minutes_a_session_is_told_apart():
    # 6 min on the left: 6/12.5 = 0.48 in all, 4/12.5 = 0.32 of use.
    work = (Work("wall-calf-stretch", "left", 6 * MINUTE), Work("wall-calf-stretch", "right", MINUTE))
    (group,) = seen(session(0, work=work)).groups
    assert (group.rows[0].left_share, group.rows[0].left_useful) == (0.48, 0.32)
    assert group.about == ABOUT + PALER


def test_where_nothing_goes_beyond_nothing_is_said_of_paler_bars():
    (group,) = seen(session(0)).groups
    assert group.about == ABOUT


def test_a_bar_is_never_longer_than_its_room():
    balance = Balance("soleus", Tally(20 * MINUTE, 10 * MINUTE), Tally(20 * MINUTE, 10 * MINUTE))
    (group,) = balance_groups((balance,))
    assert (group.rows[0].left_share, group.rows[0].left_useful) == (1.0, 0.8)


def test_enough_on_both_sides_is_said():
    (group,) = balance_groups((stretched("soleus", 10, 10),))
    assert (group.rows[0].note, group.rows[0].enough) == (ENOUGH, True)


def test_enough_on_one_side_is_not_enough():
    (group,) = balance_groups((stretched("soleus", 10, 9.8),))
    assert (group.rows[0].note, group.rows[0].enough) == ("", False)


def test_the_weaker_side_is_named():
    (group,) = balance_groups((stretched("soleus", 3, 2),))
    assert group.rows[0].note == "Less on the right"


def test_repetitions_stand_apart_and_are_measured_by_the_most_there_are():
    # 24 of 24 reach as far as the mark would lie, 0.8; 12 of 24 half as far.
    balances = (
        Balance("gastrocnemius", Tally(MINUTE, MINUTE, 24), Tally(MINUTE, MINUTE, 12)),
        Balance("glutes", Tally(reps=6), Tally(reps=6)),
    )
    stretches, repeated = balance_groups(balances)
    assert [row.muscle for row in stretches.rows] == ["Upper calf"]
    assert [(row.muscle, row.left, row.right) for row in repeated.rows] == [
        ("Upper calf", "24 times", "12 times"),
        ("Buttocks", "6 times", "6 times"),
    ]
    assert (repeated.title, repeated.rows[0].left_share, repeated.rows[0].right_share) == (REPS, 0.8, 0.4)
    assert (repeated.rows[0].mark, repeated.mark_words) == (0.0, "")


def test_a_weaker_side_in_repetitions_is_not_told_of_the_stretches():
    stretches, repeated = balance_groups(
        (Balance("soleus", Tally(MINUTE, MINUTE, 24), Tally(MINUTE, MINUTE, 12)),)
    )
    assert (stretches.rows[0].note, repeated.rows[0].note) == ("", "Less on the right")


@pytest.mark.parametrize(
    ("balances", "said"),
    [
        ((stretched("soleus", 2, 2),), "Both sides had about the same."),
        (
            (stretched("soleus", 1, 3), stretched("glutes", 1, 3), stretched("neck", 3, 1)),
            "Less on the left: deep calf and buttocks. Less on the right: neck.",
        ),
        (
            (stretched("soleus", 10, 10),),
            "Both sides had about the same. Enough this week: deep calf.",
        ),
        (
            (stretched("soleus", 10, 10), stretched("neck", 3, 1)),
            "Less on the right: neck. Enough this week: deep calf.",
        ),
        ((), ""),
    ],
)
def test_the_summary_names_the_weaker_sides_and_what_had_enough(balances, said):
    assert summary(balances) == said


def test_earlier_weeks_can_be_turned_to_as_far_as_the_history_goes():
    sessions = (session(0), session(14))
    this = seen(*sessions)
    assert (this.week, this.can_earlier, this.can_later) == ("This week", True, False)
    last = seen(*sessions, week=MONDAY - timedelta(days=7))
    assert (last.week, last.can_earlier, last.can_later) == ("Last week", True, True)
    assert (last.groups, last.nothing) == ((), NOTHING)
    first = seen(*sessions, week=MONDAY - timedelta(days=14))
    assert (first.week, first.can_earlier, first.can_later) == ("2 to 8 November", False, True)
    assert first.groups


def test_a_week_of_another_year_has_its_year():
    assert week_name(date(2025, 11, 17), MONDAY) == "17 to 23 November 2025"


def test_the_voice_hears_each_muscle_with_both_sides():
    assert seen(session(0)).spoken == (
        "This week. Time under stretch. Deep calf: left 1 minute, right 1 minute."
    )


def test_the_voice_hears_that_there_was_nothing():
    assert seen(session(14)).spoken == f"This week. {NOTHING}"


def test_without_sessions_it_says_what_to_do():
    view = seen()
    assert (view.empty, view.week, view.groups) == (EMPTY, "", ())


def test_a_week_goes_by_the_first_weekday():
    # Weeks from Sunday on: yesterday lies in last week.
    assert seen(session(1), first_weekday=6).nothing == NOTHING
    assert seen(session(0), first_weekday=6).groups
