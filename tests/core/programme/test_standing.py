"""Where somebody stands in a programme: a round of seven days after the other, each by what was done in it."""

from datetime import date

import pytest
from msgspec import structs

from app.core.programme.enrolment import Enrolment, Turn
from app.core.programme.standing import Happened
from tests.core.programme.weeks import BOTH, DAY, ENROLMENT, START, STRETCH, day, ordinals, past, stands

MET = (0, 1, 3)
"""Enough for the first week."""
MET_TWICE = (*MET, 7, 9)
"""And for the second."""


def turned(*turns: tuple[int, int]) -> Enrolment:
    return structs.replace(ENROLMENT, turns=tuple(Turn(day(on), week) for on, week in turns))


def test_the_first_day_is_the_first_of_the_first_week() -> None:
    now = stands(0, past())
    assert (now.week, now.why, now.since, now.day, now.done, now.needs) == (0, "start", START, 0, 0, 3)
    assert not now.rests


@pytest.mark.parametrize(
    ("happened", "today", "week", "why"),
    [
        # The first round, days 0 to 6 of the week "Ease" that needs 3, seen from the first day after it.
        (past(0, 1, 3), 7, 1, "on"),
        (past(2, 5, 6), 7, 1, "on"),  # on which days does not matter
        (past(0, 1), 7, 0, "again"),
        (past(), 7, 0, "away"),  # never before the first
        (past(0, unwell=(3, 4)), 7, 0, "excused"),
        (past(unwell=(0, 1, 2)), 7, 0, "excused"),  # 3 days apart would have been enough
        (past(unwell=(0, 1)), 7, 0, "away"),  # 5 days were left, and nothing was done
        (past(0, 1, 3, flares=(4,)), 5, 0, "flare"),
        # The second, days 7 to 13 of "Strength" that needs 2.
        (past(*MET, 7, 9), 14, 2, "on"),
        (past(*MET, 8), 14, 1, "again"),
        (past(*MET), 14, 0, "away"),
        (past(*MET, unwell=range(7, 14)), 14, 0, "unwell"),  # a week in bed
        (past(*MET, unwell=range(7, 10)), 14, 1, "excused"),
        (past(*MET, paused=range(7, 14)), 14, 1, "excused"),  # a week's holiday
        (past(*MET, paused=range(7, 21)), 21, 0, "away"),  # a fortnight's
        (past(*MET, paused=range(7, 11), unwell=range(11, 14)), 14, 1, "excused"),
        (past(*MET, paused=range(7, 10), unwell=range(10, 14)), 14, 0, "unwell"),
        (past(*MET, 7, flares=(8,)), 9, 0, "flare"),
        # The third, days 14 to 20 of "Keep" that needs 2, and whatever follows.
        (past(*MET_TWICE, 14, 17), 21, 2, "kept"),
        (past(*MET_TWICE, 14, 17, 21, 24), 28, 2, "kept"),
        (past(*MET_TWICE, 14), 21, 2, "again"),
        (past(*MET_TWICE), 21, 1, "away"),
        (past(*MET_TWICE, paused=range(14, 28)), 28, 1, "away"),
        (past(*MET_TWICE, paused=range(14, 35)), 35, 0, "away"),  # three weeks: two back
        (past(*MET_TWICE), 28, 0, "away"),
        (past(*MET_TWICE), 400, 0, "away"),  # a year later it begins anew, and is still there
    ],
)
def test_how_a_round_ends(happened: Happened, today: int, week: int, why: str) -> None:
    now = stands(today, happened)
    assert (now.week, now.why) == (week, why)


def test_only_the_routines_of_the_week_count() -> None:
    def done(*stretched: int, both: tuple[int, ...] = ()) -> Happened:
        return Happened({STRETCH: ordinals(*stretched), BOTH: ordinals(*both)})

    assert stands(7, done(0, 1, 3)).week == 1
    # "Strength" names the stretch as well, on day 5; "Keep" does not.
    assert stands(14, done(*MET_TWICE)).week == 2
    assert stands(21, done(*MET_TWICE, 14, 15)).why == "away"
    assert stands(21, done(*MET_TWICE, both=(14, 16))).kept == 1


def test_after_a_flare_up_comes_a_day_of_rest_and_then_the_week_before() -> None:
    happened = past(*MET, 7, flares=(8,))
    assert (stands(8, happened).week, stands(8, happened).why) == (1, "on")  # today changes nothing yet
    rest = stands(9, happened)
    assert (rest.week, rest.why, rest.since, rest.start, rest.day, rest.rests) == (
        0, "flare", day(9), day(10), None, True,
    )  # fmt: skip
    assert (stands(10, happened).day, stands(10, happened).rests) == (0, False)
    assert stands(16, happened).why == "flare"
    assert stands(17, happened).why == "away"  # days 10 to 16 with nothing done


def test_a_flare_up_on_the_last_day_of_a_round_beats_what_was_done_in_it() -> None:
    assert (stands(7, past(*MET, flares=(6,))).week, stands(7, past(*MET, flares=(6,))).why) == (0, "flare")


def test_each_flare_up_counts_once_and_none_from_before_the_start() -> None:
    assert stands(0, past(flares=(-1,))).why == "start"
    twice = past(*MET_TWICE, 14, flares=(14, 15))
    assert (stands(15, twice).week, stands(16, twice).week) == (1, 0)
    assert stands(17, twice).day == 0


def test_a_turn_by_hand_wins_from_its_day_on() -> None:
    enrolment = turned((3, 2))
    assert stands(2, past(), enrolment).week == 0
    now = stands(3, past(), enrolment)
    assert (now.week, now.why, now.start, now.day) == (2, "by-hand", day(3), 0)
    assert stands(10, past(4, 6), enrolment).why == "kept"


def test_a_turn_on_the_day_after_a_flare_up_wins_over_the_step_back() -> None:
    happened = past(*MET, 7, flares=(8,))
    now = stands(9, happened, turned((9, 1)))
    assert (now.week, now.why, now.day) == (1, "by-hand", 0)


def test_of_two_turns_on_a_day_the_later_holds() -> None:
    assert stands(3, past(), turned((3, 2), (3, 1))).week == 1


def test_a_turn_beyond_the_last_week_is_one_to_the_last() -> None:
    assert stands(3, past(), turned((3, 40))).week == 2


def test_what_is_to_come_changes_nothing() -> None:
    later = past(*MET, 10, 11, flares=(12,), unwell=(13,))
    assert stands(7, later, turned((13, 2))) == stands(7, past(*MET))


def test_days_of_illness_do_not_stop_somebody_who_did_enough() -> None:
    assert stands(7, past(*MET, unwell=(4, 5, 6))).why == "on"


def test_how_often_the_last_week_was_met_is_remembered_over_steps_back() -> None:
    happened = past(*MET_TWICE, 14, 17, 21, flares=(22,))
    now = stands(23, happened)
    assert (now.week, now.kept) == (1, 1)


def test_a_story_of_twelve_weeks() -> None:
    """Week by week as a person would tell it; the expected week is worked out beside it."""
    happened = past(
        0, 1, 3,  # 1st round, Ease: 3 of 3, so on
        7,  # 2nd, Strength: 1 of 2, so again
        14, 16,  # 3rd, Strength: met, so on
        # 4th, Keep, days 21 to 27: a week at the sea, so the same week again
        28, 31,  # 5th, Keep: met
        35, 36,  # 6th, Keep: hurts on day 36, so a day of rest on 37 and Strength from 38 on
        38, 40,  # 7th, Strength, days 38 to 44: met
        # 8th, Keep, days 45 to 51: in bed with a fever, so one back
        52,  # 9th, Strength, days 52 to 58: 1 of 2, so again
        59, 61,  # 10th, Strength, days 59 to 65: met
        # 11th, Keep, days 66 to 72: nothing done, so one back
        73, 76,  # 12th, Strength, days 73 to 79: met
        flares=(36,),
        paused=range(21, 28),
        unwell=range(45, 52),
    )  # fmt: skip
    begun = [
        (0, 0, "start"), (7, 1, "on"), (14, 1, "again"), (21, 2, "on"), (28, 2, "excused"), (35, 2, "kept"),
        (37, 1, "flare"), (45, 2, "on"), (52, 1, "unwell"), (59, 1, "again"), (66, 2, "on"), (73, 1, "away"),
        (80, 2, "on"),
    ]  # fmt: skip
    seen: list[tuple[date, int, str]] = []
    for number in range(84):
        now = stands(number, happened)
        if not seen or seen[-1][0] != now.since:
            seen.append((now.since, now.week, now.why))
    assert seen == [(START + DAY * number, week, why) for number, week, why in begun]
