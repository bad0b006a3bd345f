"""What the list of all sessions shows."""

from datetime import UTC, date, datetime

import pytest

from app.core.record import Work
from app.views.months import year_view
from app.views.sessions import (
    NOTHING_FOUND,
    NOTHING_YET,
    Sieve,
    month_counts,
    routine_choices,
    sessions_view,
)
from tests.views.shelf import diary, session

NOVEMBER, OCTOBER = date(2026, 11, 1), date(2026, 10, 1)
CALF, STRONG = "calf-reset", "calf-strength"
FIVE = (
    session(0),
    session(1, STRONG, note="Knee a little sore."),
    session(5),
    session(30, STRONG),  # 23 October
    session(400),  # 18 October 2025
)


def ids(view) -> list[str]:
    return [row.id for row in view.rows]


def test_each_row_says_what_when_and_how_long():
    row = sessions_view(diary([session(3)])).rows[0]
    assert (row.name, row.when, row.length) == ("Calf reset", "Thursday 19 November, 09:05", "2 min")
    assert (row.partial, row.noted) == (False, False)


@pytest.mark.parametrize(
    ("days_back", "when", "short"),
    [
        (0, "Today, 09:05", "Today, 09:05"),
        (1, "Yesterday, 09:05", "Yesterday, 09:05"),
        (3, "Thursday 19 November, 09:05", "Thu 19 Nov, 09:05"),
        (400, "18 October 2025, 09:05", "18 Oct 2025, 09:05"),
    ],
)
def test_the_day_is_called_as_people_do(days_back, when, short):
    row = sessions_view(diary([session(days_back)])).rows[0]
    assert (row.when, row.when_short) == (when, short)


@pytest.mark.parametrize(
    ("changes", "length"),
    [
        ({"status": "partial", "done_ms": 45_000}, "45 s of 2 min"),
        ({"planned_ms": 0, "done_ms": 0}, "Done"),
        ({"planned_ms": 0, "done_ms": 0, "status": "partial"}, ""),
    ],
)
def test_a_part_is_told_with_the_whole_and_what_is_not_known_is_not_made_up(changes, length):
    assert sessions_view(diary([session(**changes)])).rows[0].length == length


def test_a_note_leaves_a_sign():
    assert [row.noted for row in sessions_view(diary(FIVE)).rows] == [False, True, False, False, False]


def test_months_stand_above_their_first_row():
    view = sessions_view(diary(FIVE))
    assert view.headings == ((0, "November 2026"), (3, "October 2026"), (4, "October 2025"))
    assert view.found == "5 sessions"


def test_days_stay_in_order_over_the_date_line():
    # Flown west over the date line: what began later by the clock of the world belongs to an earlier day.
    late = session(0, id="late", started_at=datetime(2026, 11, 22, 9, 5, tzinfo=UTC), day=date(2026, 11, 21))
    early = session(0, id="early", started_at=datetime(2026, 11, 22, 8, 5, tzinfo=UTC))
    assert ids(sessions_view(diary([late, early]))) == ["early", "late"]


def test_a_sieve_leaves_one_routine_one_month_or_both():
    seen = diary(FIVE)
    assert ids(sessions_view(seen, Sieve(STRONG))) == ["calf-strength-1", "calf-strength-30"]
    assert ids(sessions_view(seen, Sieve(month=OCTOBER))) == ["calf-strength-30"]
    view = sessions_view(seen, Sieve(STRONG, NOVEMBER))
    assert ids(view) == ["calf-strength-1"]
    assert (view.routine, view.month, view.found) == ("Calf strength", "November 2026", "1 session found")
    assert (view.by_routine, view.by_month, view.filtered) == (True, True, True)


def test_where_nothing_is_found_it_says_so_and_where_nothing_is_yet_it_says_how_to_begin():
    nothing = sessions_view(diary(FIVE), Sieve(STRONG, date(2020, 1, 1)))
    assert (nothing.empty, nothing.any_yet, nothing.found) == (NOTHING_FOUND, True, "0 sessions found")
    assert sessions_view(diary()).empty == NOTHING_YET
    assert sessions_view(diary(FIVE)).empty == ""


def test_routines_are_offered_by_name_with_their_number_and_the_name_that_they_bore_last():
    sessions = (session(0, name="Calves, renamed"), *FIVE[1:])
    assert [(each.key, each.name, each.count) for each in routine_choices(sessions)] == [
        (STRONG, "Calf strength", "2"),
        (CALF, "Calves, renamed", "3"),
    ]


def test_what_was_no_routine_goes_by_its_name():
    yoga, walk = session(0, id="y", routine="", name="Yoga"), session(1, id="w", routine="", name="A walk")
    choices = routine_choices((yoga, walk))
    assert [each.name for each in choices] == ["A walk", "Yoga"]
    assert ids(sessions_view(diary([yoga, walk]), Sieve(choices[1].key))) == ["y"]


def test_only_months_with_sessions_can_be_chosen():
    counts = month_counts(FIVE)
    assert counts == {NOVEMBER: 3, OCTOBER: 1, date(2025, 10, 1): 1}
    assert month_counts(FIVE, STRONG) == {NOVEMBER: 1, OCTOBER: 1}
    view = year_view(2026, counts, OCTOBER)
    months = [month for quarter in view.quarters for month in quarter]
    assert [month.name for month in months if month.can_be_chosen] == ["Oct", "Nov"]
    assert [month.name for month in months if month.is_chosen] == ["Oct"]
    assert [month.count for month in months][-3:] == ["1", "3", ""]
    assert (view.title, view.before, view.after) == ("2026", 2025, None)


def test_a_year_without_a_session_is_passed_over():
    counts = {date(2020, 5, 1): 1, date(2024, 5, 1): 2, date(2026, 5, 1): 3}
    assert (year_view(2024, counts).before, year_view(2024, counts).after) == (2020, 2026)


def test_of_many_sessions_only_the_rows_that_are_asked_for_are_made():
    many = sessions_view(
        diary([session(number, work=(Work("wall-calf-stretch", "left", 1),)) for number in range(50)])
    )
    assert len(many.rows) == 50
    assert many.rows[49].id == "calf-reset-49"
    assert many.rows[-1] == many.rows[49]
    assert [row.id for row in many.rows[:2]] == ["calf-reset-0", "calf-reset-1"]
