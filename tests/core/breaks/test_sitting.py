"""When a break from sitting is offered, when it waits, and when it is not wanted."""

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from app.core.breaks.rules import BreakRules, longer
from app.core.breaks.sitting import (
    BreakHeldBack,
    BreakOffered,
    BreakOver,
    Conditions,
    HeldBack,
    IntervalAsked,
    Sitting,
    answer,
    look,
)

RULES = BreakRules(enabled=True)
NINE = datetime(2026, 11, 23, 9, tzinfo=UTC)
"""A Monday."""
FREE = Conditions()
EVERY_S = 5
TYPING, PAUSING = 0.5, 4.0
SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)


class Person:
    """Someone at a machine that is looked at every five seconds."""

    def __init__(self, rules: BreakRules = RULES, start: datetime = NINE) -> None:
        self.rules, self.now = rules, start
        self.sitting, _ = look(Sitting(), rules, start, TYPING, FREE)

    def sits(self, minutes: float, idle_s: float | None = TYPING, conditions: Conditions = FREE) -> list:
        """What happens in so many minutes, each with the minutes past nine."""
        happened = []
        for _ in range(round(minutes * 60 / EVERY_S)):
            self.now += EVERY_S * SECOND
            self.sitting, events = look(self.sitting, self.rules, self.now, idle_s, conditions)
            happened += [(round((self.now - NINE) / MINUTE, 2), event) for event in events]
        return happened

    def leaves(self, minutes: float) -> list:
        """The machine is on and left alone."""
        happened = []
        for number in range(1, round(minutes * 60 / EVERY_S) + 1):
            happened += self.sits(EVERY_S / 60, idle_s=number * EVERY_S)
        return happened

    def says(self, given) -> tuple:
        self.sitting, events = answer(self.sitting, self.rules, given, self.now)
        return events


def test_a_break_is_offered_after_forty_minutes_in_a_pause_of_the_hands():
    assert Person().sits(60, PAUSING)[:1] == [(40.0, BreakOffered(40))]


def test_whoever_types_on_is_not_cut_into_for_five_minutes_and_no_longer():
    person = Person()
    assert person.sits(44.9) == []
    assert person.sits(0.2) == [(45.0, BreakOffered(45))]


def test_a_pause_within_the_five_minutes_is_taken():
    person = Person()
    assert person.sits(42) == []
    assert person.sits(1, PAUSING) == [(42.08, BreakOffered(42))]


def test_two_minutes_away_are_a_break():
    person = Person()
    assert person.sits(30) == []
    assert person.leaves(3) == []
    # Back at 9:33, so the next is due at 10:13.
    assert person.sits(39.9, PAUSING) == []
    assert person.sits(0.2, PAUSING)[0] == (73.0, BreakOffered(40))


def test_a_minute_away_is_none():
    person = Person()
    person.sits(30)
    person.leaves(1)
    assert person.sits(10, PAUSING) == [(40.0, BreakOffered(40))]


def test_a_machine_that_slept_is_a_break():
    person = Person()
    person.sits(39)
    person.now += 10 * MINUTE
    assert person.sits(39.9, PAUSING) == []


def test_idle_time_that_cannot_be_read_holds_nothing_back():
    assert Person().sits(41, idle_s=None) == [(40.0, BreakOffered(40))]


@pytest.mark.parametrize(
    ("conditions", "reason"),
    [
        (Conditions(do_not_disturb=True), "do-not-disturb"),
        (Conditions(full_screen=True), "full-screen"),
        (Conditions(camera=True), "camera"),
        (Conditions(microphone=True), "microphone"),
    ],
)
def test_a_break_is_held_back_with_its_reason_and_comes_when_that_is_over(conditions, reason):
    person = Person()
    held_back = HeldBack(NINE + 40 * MINUTE, (reason,))
    assert person.sits(60, PAUSING, conditions) == [(40.0, BreakHeldBack(held_back))]
    assert person.sits(1, PAUSING) == [(60.08, BreakOffered(60))]
    assert person.sitting.held_back == (held_back,)


def test_after_being_held_back_a_pause_is_waited_for_anew():
    person = Person()
    person.sits(60, PAUSING, Conditions(camera=True))
    assert person.sits(4.9) == []
    assert person.sits(0.2) == [(65.0, BreakOffered(65))]


def test_a_reason_that_joins_is_noted_once():
    person = Person()
    person.sits(41, PAUSING, Conditions(camera=True))
    for conditions in (Conditions(camera=True, full_screen=True), Conditions(full_screen=True)):
        person.sits(1, PAUSING, conditions)
    assert [entry.reasons for entry in person.sitting.held_back] == [("camera",), ("full-screen", "camera")]


@pytest.mark.parametrize("unknown", [Conditions(), Conditions(False, False, False, False)])
def test_unknown_holds_nothing_back_and_nor_does_no(unknown):
    assert unknown.against == ()


def test_the_last_fifty_that_were_held_back_are_kept():
    person = Person(structs.replace(RULES, start=time(0), end=time(23, 59), days=(0, 1, 2, 3, 4, 5, 6)))
    for _ in range(60):
        person.sits(40.1, PAUSING, Conditions(camera=True))
        person.leaves(2.1)
    assert len(person.sitting.held_back) == 50


@pytest.mark.parametrize("conditions", [Conditions(off=True), Conditions(moving=True)])
def test_a_day_off_or_a_routine_under_way_begins_anew(conditions):
    person = Person()
    person.sits(39)
    assert person.sits(1, TYPING, conditions) == []
    assert person.sits(39.8, PAUSING) == []


class Offered(Person):
    """Someone to whom a break was just offered, at 9:40."""

    def __init__(self) -> None:
        super().__init__()
        assert self.sits(40, PAUSING) == [(40.0, BreakOffered(40))]


def test_a_break_taken_begins_the_forty_minutes_anew():
    person = Offered()
    assert person.says("taken") == ()
    assert person.sits(41, PAUSING) == [(80.0, BreakOffered(40))]


def test_snoozed_it_is_offered_again_after_ten_minutes():
    person = Offered()
    assert person.says("snoozed") == ()
    assert person.sits(11, PAUSING) == [(50.0, BreakOffered(50))]


def test_getting_up_while_snoozed_is_a_break():
    person = Offered()
    person.says("snoozed")
    person.leaves(2)
    assert person.sits(39, PAUSING) == []


def test_a_snooze_is_not_lost_when_the_clock_is_set_back():
    person = Offered()
    person.says("snoozed")
    person.now -= 30 * MINUTE
    assert person.sits(1, PAUSING) == [(10.08, BreakOffered(40))]


def test_getting_up_takes_the_offer_back_and_no_skip_is_counted():
    person = Offered()
    person.says("skipped")
    person.sits(40, PAUSING)
    assert [event for _, event in person.leaves(2)] == [BreakOver()]
    assert person.sitting.skips == 0


def test_an_offer_that_nobody_answers_is_over_after_ten_minutes_and_counts_as_skipped():
    person = Offered()
    assert person.sits(10, TYPING) == [(50.0, BreakOver())]
    assert person.sitting.skips == 1


def test_after_two_skips_in_a_row_it_asks_for_another_interval():
    person = Offered()
    assert person.says("skipped") == ()
    assert person.sits(40, PAUSING) == [(80.0, BreakOffered(40))]
    assert person.says("skipped") == (IntervalAsked(every_min=40, longer_min=50),)
    assert person.sits(40, PAUSING) == [(120.0, BreakOffered(40))]
    assert person.says("skipped") == ()


def test_a_break_taken_between_two_skips_asks_nothing():
    person = Offered()
    for said in ("skipped", "taken", "skipped"):
        assert person.says(said) == ()
        person.sits(40, PAUSING)


def test_the_longest_interval_is_ninety_minutes():
    assert [longer(each) for each in (20, 80, 85, 90)] == [30, 90, 90, 90]


@pytest.mark.parametrize(
    ("rules", "moment", "wanted"),
    [
        (RULES, "2026-11-23 09:00", True),
        (RULES, "2026-11-23 08:59", False),
        (RULES, "2026-11-23 17:00", False),
        (RULES, "2026-11-22 10:00", False),  # a Sunday
        (BreakRules(), "2026-11-23 09:00", False),  # switched off
        (BreakRules(True, start=time(22), end=time(6)), "2026-11-27 22:00", True),
        (BreakRules(True, start=time(22), end=time(6)), "2026-11-28 05:59", True),  # Friday's night
        (BreakRules(True, start=time(22), end=time(6)), "2026-11-28 22:00", False),
        (BreakRules(True, start=time(22), end=time(6)), "2026-11-23 05:00", False),  # Sunday's night
    ],
)
def test_breaks_are_wanted_in_working_hours(rules, moment, wanted):
    assert rules.hold_at(datetime.fromisoformat(moment)) is wanted


def test_an_offer_is_taken_back_when_the_hours_end():
    person = Person(start=datetime(2026, 11, 23, 16, 15, tzinfo=UTC))
    events = [event for _, event in person.sits(60, PAUSING)]
    assert events == [BreakOffered(40), BreakOver()]  # offered at 16:55


looks = st.lists(
    st.tuples(
        st.integers(-7200, 7200),
        st.none() | st.floats(0, 300),
        st.builds(Conditions, *[st.none() | st.booleans()] * 4, st.booleans(), st.booleans()),
        st.sampled_from([None, "taken", "snoozed", "skipped"]),
    ),
    max_size=200,
)


@given(looks)
def test_whatever_happens_no_break_is_offered_against_a_reason_nor_out_of_hours(steps):
    sitting, now, skips = Sitting(), NINE, 0
    for seconds, idle_s, conditions, given_answer in steps:
        now += timedelta(seconds=seconds if abs(seconds) > 3600 else abs(seconds) % 60)
        sitting, events = look(sitting, RULES, now, idle_s, conditions)
        offered = any(isinstance(event, BreakOffered) for event in events)
        assert not (offered and (conditions.against or conditions.off or conditions.moving))
        assert not (offered and not RULES.hold_at(now.replace(tzinfo=None)))
        assert (
            sum(each is not None for each in (sitting.due_at, sitting.offered_at, sitting.snoozed_until)) < 2
        )
        if given_answer and sitting.offered_at is not None:
            sitting, asked = answer(sitting, RULES, given_answer, now)
            skips = skips + 1 if given_answer == "skipped" and not asked else 0
            assert skips < 2
