"""A month to choose a day from."""

from datetime import date

import pytest

from app.views.month import month_after, month_view

TODAY = date(2026, 11, 22)


def grid(view) -> list[str]:
    return [" ".join(day.number or "." for day in week) for week in view.weeks]


def test_the_weeks_begin_on_monday():
    view = month_view(date(2026, 11, 9), TODAY, TODAY, 0)
    assert (view.title, "".join(view.letters)) == ("November 2026", "MTWTFSS")
    assert grid(view) == [
        ". . . . . . 1",
        "2 3 4 5 6 7 8",
        "9 10 11 12 13 14 15",
        "16 17 18 19 20 21 22",
        "23 24 25 26 27 28 29",
        "30 . . . . . .",
    ]


@pytest.mark.parametrize(
    ("first", "letters", "row"), [(6, "SMTWTFS", "1 2 3 4 5 6 7"), (5, "SSMTWTF", ". 1 2 3 4 5 6")]
)
def test_the_weeks_begin_where_the_person_wants(first, letters, row):
    view = month_view(TODAY, TODAY, TODAY, first)
    assert ("".join(view.letters), grid(view)[0]) == (letters, row)


def test_no_day_that_has_not_come_can_be_chosen():
    days = [day for week in month_view(TODAY, TODAY, TODAY, 0).weeks for day in week]
    assert [day.number for day in days if day.can_be_chosen] == [str(number) for number in range(1, 23)]
    assert [day.number for day in days if day.is_today] == ["22"]


def test_the_month_of_today_is_the_last():
    assert not month_view(TODAY, TODAY, TODAY, 0).can_go_on
    assert month_view(date(2026, 10, 1), TODAY, TODAY, 0).can_go_on


def test_the_chosen_day_is_marked_in_its_own_month_only():
    chosen = date(2026, 10, 31)
    here = [day for week in month_view(chosen, chosen, TODAY, 0).weeks for day in week if day.is_chosen]
    there = [day for week in month_view(TODAY, chosen, TODAY, 0).weeks for day in week if day.is_chosen]
    assert ([day.day for day in here], there) == ([chosen], [])


@pytest.mark.parametrize(
    ("month", "by", "expected"),
    [
        (date(2026, 11, 22), -1, date(2026, 10, 1)),
        (date(2026, 1, 31), -1, date(2025, 12, 1)),
        (date(2025, 12, 31), 1, date(2026, 1, 1)),
        (date(2024, 2, 29), 12, date(2025, 2, 1)),
        (date(1900, 1, 1), -1, date(1900, 1, 1)),
    ],
)
def test_months_follow_each_other_over_the_years(month, by, expected):
    assert month_after(month, by) == expected


def test_a_leap_february_has_its_29th():
    assert "28 29 . . . . ." not in grid(month_view(date(2026, 2, 1), TODAY, TODAY, 0))
    assert any("29" in week for week in grid(month_view(date(2024, 2, 1), TODAY, TODAY, 0)))
