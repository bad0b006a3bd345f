"""The sheet of one day: what was done, what the day was, a note."""

from datetime import date, timedelta

import pytest

from app.core.day_mark import DayMark
from app.core.target import EveryDay, Target
from app.views.day import MARK_WORDS, day_range, day_view, kept_text
from tests.views.shelf import TODAY, diary, session

YESTERDAY = TODAY - timedelta(days=1)


def seen(*sessions, day=TODAY, marks=(), targets=()):
    return day_view(diary(sessions, marks=marks, targets=targets), day)


def paused(first: date, days: int):
    return [DayMark(first + timedelta(days=number), "paused") for number in range(days)]


def test_a_day_says_its_date_its_state_and_its_sessions_in_order():
    late = session(1, "calf-strength", started_at=session(1).started_at.replace(hour=18))
    view = seen(late, session(1), day=YESTERDAY)
    assert (view.date, view.state) == ("Saturday 21 November", "Done  ·  4 min")
    assert [(row.name, row.facts) for row in view.sessions] == [
        ("Calf reset", "09:05  ·  2 min"),
        ("Calf strength", "18:05  ·  2 min"),
    ]


def test_another_year_is_named():
    assert seen(day=date(2025, 12, 31)).date == "Wednesday 31 December 2025"


def test_a_session_that_was_stopped_says_how_far_it_came():
    half = session(0, status="partial", done_ms=60_000)
    short = session(0, "calf-strength", status="partial", done_ms=30_000)
    rows = seen(short, half).sessions
    assert {(row.facts, row.partial) for row in rows} == {
        ("09:05  ·  1 min of 2 min", False),
        ("09:05  ·  30 s of 2 min", True),
    }


@pytest.mark.parametrize(
    ("days_back", "words"),
    [(-1, "Still to come"), (0, "Not yet"), (1, "Nothing done"), (900, "Nothing done")],
)
def test_a_day_without_anything_blames_nobody(days_back, words):
    view = seen(session(8), day=TODAY - timedelta(days=days_back))
    assert (view.state, view.sessions, view.mark) == (words, (), 0)


def test_two_of_three_count_as_two_of_three():
    targets = [Target("calf-reset", EveryDay(), TODAY - timedelta(days=9), 3)]
    twice = [session(0), session(0, id="again")]
    assert seen(*twice, targets=targets).state == "2 of 3 done  ·  4 min"
    assert seen(*twice, session(0, id="more"), targets=targets).state == "All 3 done  ·  6 min"


def test_under_half_of_a_session_is_partly_done():
    assert seen(session(0, status="partial", done_ms=30_000)).state == "Partly done  ·  30 s"


@pytest.mark.parametrize(("mark", "index"), [("rest", 1), ("unwell", 2), ("paused", 3)])
def test_a_marked_day_says_so_and_what_it_means(mark, index):
    view = seen(marks=[DayMark(TODAY, mark, "A cold.")])
    assert (view.state, view.mark, view.note) == (MARK_WORDS[index], index, "A cold.")
    assert "streak" in view.about
    assert (view.span, view.can_shorten) == ("This day", False)


def test_work_is_told_before_a_mark_and_the_mark_stays():
    view = seen(session(0), marks=[DayMark(TODAY, "unwell")])
    assert (view.state, view.mark) == ("Done  ·  2 min", 2)


def test_a_holiday_says_until_when_from_each_of_its_days():
    marks = paused(date(2026, 12, 3), 5)
    view = seen(day=date(2026, 12, 3), marks=marks)
    assert (view.span, view.can_shorten) == ("5 days, until Monday 7 December", True)
    assert seen(day=date(2026, 12, 6), marks=marks).span == "2 days, until Monday 7 December"


def test_a_mark_is_set_for_at_most_sixty_days_at_once():
    assert not seen(marks=paused(TODAY, 60)).can_lengthen
    assert seen(marks=paused(TODAY, 59)).can_lengthen


def test_a_session_cannot_be_written_down_before_it_was_done():
    assert [
        seen(day=day).can_add for day in (YESTERDAY, TODAY, TODAY + timedelta(days=1))
    ] == [True, True, False]  # fmt: skip


def test_days_in_a_row_are_told_as_short_as_can_be():
    first = date(2026, 12, 28)
    assert day_range(first, first) == "28 December"
    assert day_range(first, first + timedelta(days=2)) == "28 to 30 December"
    assert day_range(first, first + timedelta(days=6)) == "28 December to 3 January"


def test_what_was_kept_is_told_in_one_line():
    assert kept_text(paused(date(2026, 12, 3), 5)) == "3 to 7 December: paused."
    assert kept_text([DayMark(TODAY, "rest")]) == "22 November: rest day."
    assert kept_text([DayMark(TODAY)]) == "22 November: an ordinary day."
    assert kept_text([DayMark(TODAY), DayMark(YESTERDAY)]) == "21 to 22 November: ordinary days."
    assert kept_text([DayMark(TODAY), DayMark(YESTERDAY, "unwell")]) == "2 days changed."
    assert (
        kept_text([DayMark(TODAY, "rest"), DayMark(TODAY - timedelta(days=7), "rest")]) == "2 days changed."
    )
