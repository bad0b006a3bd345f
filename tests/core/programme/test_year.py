"""A year in a programme, whatever happens in it: something is always due soon, and never more than a day's own.

`pytest -s` prints the invented years as a table.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.due import due_times
from app.core.programme.course import targets_of
from app.core.programme.enrolment import Enrolment, Turn
from app.core.programme.programme import WEEK_DAYS, Programme
from app.core.programme.standing import Happened, rounds, standing
from app.core.target import TargetsByDay
from app.storage.programme_files import read_programmes
from tests.core.programme.weeks import DAY, EVERY, PROGRAMME, START

YEAR = 365
BUNDLED = {
    entry.id: entry.programme
    for entry in read_programmes(Path(__file__).parents[3] / "routines", None).entries
    if entry.programme
}
DAYS = st.sets(st.integers(0, YEAR - 1), max_size=220)
FEW = st.sets(st.integers(0, YEAR - 1), max_size=12)
SPANS = st.lists(st.tuples(st.integers(0, YEAR - 1), st.integers(1, 40)), max_size=5)
TURNS = st.lists(st.tuples(st.integers(0, YEAR - 1), st.integers(0, 103)), max_size=5)


@dataclass
class Year:
    """What happened in one, by number of the day; a routine done on a day not set apart is one of all routines."""

    done: set[int] = field(default_factory=set)
    flares: set[int] = field(default_factory=set)
    excused: dict[int, str] = field(default_factory=dict)
    turns: list[tuple[int, int]] = field(default_factory=list)

    @property
    def enrolment(self) -> Enrolment:
        return Enrolment("any", START, tuple(Turn(START + DAY * on, week) for on, week in sorted(self.turns)))

    def happened(self, routines: tuple[str, ...]) -> Happened:
        days = frozenset((START + DAY * each).toordinal() for each in self.done)
        return Happened(
            dict.fromkeys(routines, days),
            frozenset(START + DAY * each for each in self.flares),
            {START + DAY * each: mark for each, mark in self.excused.items() if each not in self.done},
        )


@st.composite
def years(draw: st.DrawFn) -> Year:
    excused = {}
    for first, length in draw(SPANS):
        mark = draw(st.sampled_from(("unwell", "paused")))
        excused |= dict.fromkeys(range(first, min(YEAR, first + length)), mark)
    return Year(draw(DAYS), draw(FEW), excused, draw(TURNS))


def due_on(programme: Programme, year: Year, day: date, today: date) -> Mapping[str, int]:
    """What is due on `day` as it is seen on `today`."""
    found = rounds(programme, year.enrolment, year.happened(programme.routines), today)
    targets = targets_of(programme, year.enrolment, found)
    return due_times(day, TargetsByDay(targets).on(day), {})


def day_by_day(programme: Programme, year: Year) -> list[tuple[int, int | None]]:
    """The week and the number of the day in it for each day of the year, by living through it a day at a time.

    Another way to the same end, to compare with: nothing in it looks ahead or back further than its round.
    """
    turns = dict(sorted(year.turns))
    last = len(programme.weeks) - 1
    week, number, paused, lived = 0, 0, 0, []
    found: list[tuple[int, int | None]] = []
    for today in range(YEAR):
        if today in turns:
            week, number, paused, lived = min(turns[today], last), 0, 0, []
        elif number == WEEK_DAYS:
            done = sum(each in year.done for each in lived)
            apart = [year.excused[each] for each in lived if each in year.excused and each not in year.done]
            whole = len(apart) == len(lived)
            if done >= programme.weeks[week].needs:
                week, paused = min(week + 1, last), 0
            elif whole and (apart.count("unwell") > len(lived) / 2 or paused):
                week, paused = max(week - 1, 0), paused + 1
            elif apart and done + len(apart) >= programme.weeks[week].needs:
                paused = paused + 1 if whole else 0
            else:
                week, paused = week if done else max(week - 1, 0), 0
            number, lived = 0, []
        found.append((week, number if number >= 0 else None))
        lived.append(today)
        number += 1
        if today in year.flares:
            week, number, paused, lived = max(week - 1, 0), -1, 0, []
    return found


@given(years())
@settings(max_examples=60, deadline=None)
def test_it_is_as_if_it_had_been_lived_through_a_day_at_a_time(year: Year) -> None:
    happened = year.happened(EVERY)
    expected = day_by_day(PROGRAMME, year)
    for number in range(0, YEAR, 9):
        now = standing(PROGRAMME, year.enrolment, happened, START + DAY * number)
        assert (now.week, now.day) == expected[number], number


@given(years(), st.integers(0, YEAR - 1))
@settings(max_examples=200, deadline=None)
def test_something_is_always_due_within_a_week(year: Year, number: int) -> None:
    today = START + DAY * number
    soon = [due_on(PROGRAMME, year, today + DAY * ahead, today) for ahead in range(WEEK_DAYS)]
    assert any(soon)


@given(years(), st.integers(0, YEAR - 1))
@settings(max_examples=200, deadline=None)
def test_nothing_is_due_but_what_the_day_of_the_week_names(year: Year, number: int) -> None:
    today = START + DAY * number
    now = standing(PROGRAMME, year.enrolment, year.happened(EVERY), today)
    assert 0 <= now.week < len(PROGRAMME.weeks)
    own = {item.routine: item.times for item in PROGRAMME.weeks[now.week].on if now.day in item.days}
    assert due_on(PROGRAMME, year, today, today) == own
    assert now.rests == (not own)


@given(years(), st.integers(0, YEAR - 2), st.data())
@settings(max_examples=100, deadline=None)
def test_what_was_due_on_a_day_stays_so(year: Year, number: int, data: st.DataObject) -> None:
    day = START + DAY * number
    later = START + DAY * data.draw(st.integers(number, YEAR - 1))
    assert due_on(PROGRAMME, year, day, later) == due_on(PROGRAMME, year, day, day)


@given(years(), st.randoms(use_true_random=False))
@settings(max_examples=100, deadline=None)
def test_the_order_in_which_it_came_to_be_known_does_not_matter(year: Year, chance: Random) -> None:
    def mixed(numbers):
        return dict(chance.sample(sorted(numbers.items()), len(numbers)))

    other = Year(
        set(chance.sample(sorted(year.done), len(year.done))),
        set(year.flares),
        mixed(year.excused),
        year.turns,
    )
    today = START + DAY * (YEAR - 1)
    routines = tuple(chance.sample(EVERY, len(EVERY)))
    assert rounds(PROGRAMME, year.enrolment, year.happened(EVERY), today) == rounds(
        PROGRAMME, other.enrolment, other.happened(routines), today
    )


def lived(seed: int) -> Year:
    """Somebody who does what is due four times of five, is ill once, away twice, and hurts now and then."""
    chance = Random(seed)  # noqa: S311  # nothing here is a secret
    year = Year({day for day in range(YEAR) if chance.random() < 0.8 - 0.1 * (seed % 4)})
    for mark, days in (("unwell", 9), ("paused", 7), ("paused", 16)):
        first = chance.randrange(YEAR - days)
        apart = range(first, first + days)
        year.excused |= dict.fromkeys(apart, mark)
        year.done -= set(apart)
    first = chance.randrange(YEAR - 21)
    year.done -= set(range(first, first + 21))  # three weeks of which nobody knows why
    year.flares = {day for day in year.done if chance.random() < 0.02}
    return year


@pytest.mark.parametrize("id_", sorted(BUNDLED))
@pytest.mark.parametrize("seed", range(6))
def test_an_invented_year_of_missed_days_flare_ups_and_holidays_has_no_dead_end(seed: int, id_: str) -> None:
    programme, year = BUNDLED[id_], lived(seed)
    happened = year.happened(programme.routines)
    last = START + DAY * (YEAR - 1)
    found = rounds(programme, year.enrolment, happened, last)
    print(f"\n{programme.name}, year {seed}")
    for each in found:
        week = programme.weeks[each.week]
        done = sum(START + DAY * day in (each.since + DAY * n for n in range(9)) for day in year.done)
        print(f"  {each.since:%d %b}  week {each.week + 1:2} {week.name:20} {each.why:8} {done} done")
    assert found[-1].start + DAY * WEEK_DAYS > last
    targets = TargetsByDay(targets_of(programme, year.enrolment, found))
    for number in range(YEAR):
        today = START + DAY * number
        now = standing(programme, year.enrolment, happened, today)
        week = programme.weeks[now.week]
        rest = min(week.days) if now.day is None else min((day - now.day) % WEEK_DAYS for day in week.days)
        assert rest <= 3, "nothing is due for days on end"
        due = due_times(today, targets.on(today), {})
        assert set(due) == {item.routine for item in week.on if now.day in item.days}
    weeks = [each.week for each in found]
    assert max(weeks) == len(programme.weeks) - 1, "the last week is never reached"
    steps = {after - before for before, after in pairwise(weeks)}
    assert steps <= {-1, 0, 1}, "it never jumps"
