"""Numbers, times and lists in words."""

from datetime import date

import pytest

from app.core.exercise import Equipment
from app.core.routine import Goal
from app.views import words


@pytest.mark.parametrize(
    ("ms", "shown"), [(0, "0:00"), (-5, "0:00"), (1, "0:01"), (61_200, "1:02"), (600_000, "10:00")]
)
def test_a_second_that_has_begun_is_on_the_clock(ms, shown):
    assert words.clock(ms) == shown


@pytest.mark.parametrize(
    ("ms", "shown"), [(2_001, "3"), (2_000, "2"), (1, "1"), (0, "0"), (99_000, "99"), (99_001, "1:40")]
)
def test_seconds_left_are_whole_and_from_a_hundred_on_minutes(ms, shown):
    assert words.seconds_left(ms) == shown


@pytest.mark.parametrize(("ms", "shown"), [(248_000, "4 min"), (1_000, "1 min"), (0, "1 min")])
def test_minutes_are_whole_and_never_none(ms, shown):
    assert words.minutes(ms) == shown


@pytest.mark.parametrize(
    ("ms", "shown", "said"),
    [
        (0, "0 s", "0 seconds"),
        (1_000, "1 s", "1 second"),
        (45_000, "45 s", "45 seconds"),
        (59_600, "1 min", "1 minute"),
        (120_000, "2 min", "2 minutes"),
        (125_000, "2 min 5 s", "2 minutes and 5 seconds"),
        (61_000, "1 min 1 s", "1 minute and 1 second"),
    ],
)
def test_durations_are_short_to_read_and_full_to_hear(ms, shown, said):
    assert words.duration(ms) == shown
    assert words.spoken_duration(ms) == said


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 weeks"), (1, "1 week"), (3, "3 weeks"), (1195, "1,195 weeks")]
)
def test_one_is_singular_and_thousands_are_set_apart(number, said):
    assert words.count(number, "week") == said


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ([], ""),
        (["wall"], "a wall"),
        (["wall", "chair"], "a wall and a chair"),
        (["wall", "chair", "band"], "a wall, a chair and a band"),
    ],
)
def test_equipment_is_listed_as_in_a_sentence(items, said):
    assert words.equipment(items) == said


def test_every_piece_of_equipment_and_every_goal_has_its_words():
    assert words.EQUIPMENT.keys() == set(Equipment.__args__)
    assert words.GOALS.keys() == set(Goal.__args__)


@pytest.mark.parametrize(("side", "said"), [("left", "Left"), ("right", "Right"), (None, "")])
def test_sides_have_their_words(side, said):
    assert words.side(side) == said


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 22), "Today"),
        (date(2026, 11, 21), "Yesterday"),
        (date(2026, 11, 19), "Thursday 19 November"),
        (date(2025, 12, 31), "31 December 2025"),
        (date(2026, 11, 23), "Monday 23 November"),  # a clock was set back
    ],
)
def test_days_are_called_as_people_call_them(day, said):
    assert words.near_day(day, date(2026, 11, 22)) == said


def test_the_first_letter_becomes_large_and_the_rest_stays():
    assert words.sentence_case("about 5 min  ·  Ease") == "About 5 min  ·  Ease"
    assert words.sentence_case("") == ""
