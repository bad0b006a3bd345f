"""When a reminder is heard, and when it is not."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from msgspec import structs

from app.core.day_mark import DayMark
from app.core.hours import Hours
from app.core.reminders.memory import Memory, with_returned, with_skipped, with_snoozed
from app.core.reminders.reminder import Occurrence, Plan, Reminder, changed
from app.core.reminders.reminding import due_now, next_due
from app.core.target import EveryDay, Target
from tests.views.shelf import TODAY, diary, session

BERLIN = ZoneInfo("Europe/Berlin")
NEW_YORK = ZoneInfo("America/New_York")
MORNING, EVENING = time(8), time(18)
DAILY = Reminder("daily", (MORNING, EVENING))
CALVES = Reminder("calves", (MORNING,), routine="calf-reset")
NOTHING_DONE = diary()
QUIET = Hours(time(22), time(7))
SPRING, AUTUMN = date(2027, 3, 28), date(2027, 10, 31)
"""In Berlin 2:00 is followed by 3:00 on the one, and 3:00 by 2:00 on the other."""
NIGHT = Plan((Reminder("night", (time(2, 30),)),), day_start_h=0)


def at(hour: int, minute: int = 0, day: date = TODAY, zone=BERLIN, fold: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=zone, fold=fold)


def heard(plan: Plan, now: datetime, memory: Memory = Memory(), of=NOTHING_DONE):  # noqa: B008  # frozen
    return due_now(plan, memory, of, now)


def times(notices) -> list[tuple[str | None, list[str]]]:
    return [(notice.routine, [f"{each.time:%H:%M}" for each in notice.occurrences]) for notice in notices]


def test_a_reminder_is_heard_at_its_time_and_once():
    plan = Plan((DAILY,))
    early, memory = heard(plan, at(7, 59))
    assert (early, memory) == ((), Memory())
    notices, memory = heard(plan, at(8), memory)
    assert times(notices) == [(None, ["08:00"])]
    again, memory = heard(plan, at(8, 1), memory)
    assert again == ()
    assert times(heard(plan, at(18), memory)[0]) == [(None, ["18:00"])]


def test_what_was_missed_in_sleep_is_heard_once():
    plan = Plan((structs.replace(DAILY, times=(time(8), time(12), time(16))),))
    notices, memory = heard(plan, at(17))
    assert times(notices) == [(None, ["08:00", "12:00", "16:00"])]
    assert heard(plan, at(17, 1), memory)[0] == ()


def test_what_was_missed_yesterday_is_over():
    # Days begin at 4:00: at 3:59 it is still Saturday, whose 18:00 was missed.
    plan = Plan((structs.replace(DAILY, times=(EVENING,)),))
    sunday_night = diary(today=TODAY - timedelta(days=1))
    assert times(heard(plan, at(3, 59), of=sunday_night)[0]) == [(None, ["18:00"])]
    assert heard(plan, at(4, 0))[0] == ()


def test_a_reminder_after_midnight_goes_by_the_wall_and_asks_of_the_day_before():
    # Sunday 00:30 is heard in the night from Saturday to Sunday, which is still Saturday to the diary.
    plan = Plan((Reminder("late", (time(0, 30),), weekdays=(6,)),))
    saturday = TODAY - timedelta(days=1)
    done = diary([session(1)], today=saturday)
    assert heard(plan, at(0, 30), of=diary(today=saturday))[0] != ()
    assert heard(plan, at(0, 30), of=done)[0] == ()


def test_a_reminder_is_heard_on_its_weekdays_alone():
    on_sundays = Plan((structs.replace(DAILY, weekdays=(6,)),))
    on_mondays = Plan((structs.replace(DAILY, weekdays=(0,)),))
    assert heard(on_sundays, at(8))[0] != ()
    assert heard(on_mondays, at(8))[0] == ()


def test_one_that_is_switched_off_is_not_heard():
    assert heard(Plan((structs.replace(DAILY, enabled=False),)), at(8))[0] == ()


def test_one_that_was_set_in_the_evening_does_not_speak_of_the_morning():
    plan = Plan((changed(DAILY, at(17)),))
    assert heard(plan, at(17))[0] == ()
    assert times(heard(plan, at(18))[0]) == [(None, ["18:00"])]


def test_several_for_one_routine_are_one_note_and_anything_at_all_is_left_to_it():
    plan = Plan((DAILY, CALVES, structs.replace(CALVES, id="more")))
    notices, memory = heard(plan, at(8))
    assert [notice.routine for notice in notices] == ["calf-reset"]
    assert set(notices[0].reminders) == {"daily", "calves", "more"}
    assert heard(plan, at(8, 1), memory)[0] == ()


def test_each_routine_has_its_own_note():
    plan = Plan((CALVES, structs.replace(CALVES, id="strong", routine="calf-strength")))
    assert [notice.routine for notice in heard(plan, at(8))[0]] == ["calf-reset", "calf-strength"]


def test_what_is_not_owed_when_its_time_comes_is_not_heard_later():
    plan = Plan((CALVES,))
    notices, memory = heard(plan, at(8), of=diary([session(0)]))
    assert notices == ()
    assert heard(plan, at(15), memory, of=NOTHING_DONE)[0] == ()


@pytest.mark.parametrize("mark", ["unwell", "paused", "rest"])
def test_a_day_off_is_silent(mark):
    off = diary(marks=[DayMark(TODAY, mark)])
    assert heard(Plan((DAILY, CALVES)), at(8), of=off)[0] == ()


WATER = Reminder("water", (MORNING,), about="water")
POSTURE = Reminder("posture", (MORNING,), about="posture")


def test_water_and_posture_speak_whether_or_not_anything_is_owed_and_once():
    notices, memory = heard(Plan((WATER, POSTURE)), at(8), of=diary([session(0)]))
    assert [(notice.about, notice.routine) for notice in notices] == [("water", None), ("posture", None)]
    assert heard(Plan((WATER, POSTURE)), at(8, 1), memory)[0] == ()


def test_water_has_a_note_of_its_own_beside_that_for_stretching():
    more = structs.replace(WATER, id="more")
    notices, _ = heard(Plan((DAILY, WATER, CALVES, more)), at(8))
    assert [(notice.about, notice.routine, set(notice.reminders)) for notice in notices] == [
        ("stretch", "calf-reset", {"daily", "calves"}),
        ("water", None, {"water", "more"}),
    ]


def test_water_alone_does_not_take_up_what_is_for_anything():
    notices, _ = heard(Plan((DAILY, WATER)), at(8))
    assert [notice.about for notice in notices] == ["stretch", "water"]


@pytest.mark.parametrize(("mark", "speaks"), [("unwell", False), ("paused", False), ("rest", True)])
def test_water_is_silent_for_the_unwell_and_the_away_and_speaks_on_a_rest_day(mark, speaks):
    off = diary(marks=[DayMark(TODAY, mark)])
    assert bool(heard(Plan((WATER,)), at(8), of=off)[0]) is speaks


def test_water_keeps_quiet_hours_is_put_off_and_left_out_as_the_others():
    plan = Plan((structs.replace(WATER, times=(time(6),)),), QUIET)
    assert heard(plan, at(6, 30))[0] == ()
    (notice,), memory = heard(plan, at(7))
    put_off = with_snoozed(memory, notice.occurrences, at(7, 1))
    assert heard(plan, at(7, 10), put_off)[0] == ()
    assert [again.about for again in heard(plan, at(7, 11), put_off)[0]] == ["water"]
    left_out = with_skipped(put_off, notice.reminders, TODAY)
    assert heard(plan, at(7, 11), left_out)[0] == ()


def test_a_note_on_a_day_silences_nothing():
    assert heard(Plan((DAILY,)), at(8), of=diary(marks=[DayMark(TODAY, note="Rain.")]))[0] != ()


def test_snoozed_it_comes_again_after_ten_minutes_and_once():
    plan = Plan((CALVES,))
    (notice,), memory = heard(plan, at(8))
    memory = with_snoozed(memory, notice.occurrences, at(8, 2))
    assert heard(plan, at(8, 11), memory)[0] == ()
    assert next_due(plan, memory, at(8, 3)) == at(8, 12)
    (again,), memory = heard(plan, at(8, 12), memory)
    assert again == notice
    assert heard(plan, at(8, 13), memory)[0] == ()


def test_snoozed_and_done_meanwhile_it_is_silent():
    plan = Plan((CALVES,))
    (notice,), memory = heard(plan, at(8))
    memory = with_snoozed(memory, notice.occurrences, at(8))
    assert heard(plan, at(8, 10), memory, of=diary([session(0)])) == ((), structs.replace(memory, snoozed=()))


def test_a_snooze_is_absorbed_by_the_reminders_next_time():
    plan = Plan((structs.replace(CALVES, times=(time(8), time(8, 5))),))
    (notice,), memory = heard(plan, at(8))
    memory = with_snoozed(memory, notice.occurrences, at(8))
    (next_time,), memory = heard(plan, at(8, 5), memory)
    assert times([next_time]) == [("calf-reset", ["08:05"])]
    assert heard(plan, at(8, 10), memory)[0] == ()


def test_a_snooze_is_not_lost_when_the_clock_is_set_back():
    plan = Plan((CALVES,))
    (notice,), memory = heard(plan, at(8))
    memory = with_snoozed(memory, notice.occurrences, at(8))
    assert next_due(plan, memory, at(7)) == at(7)
    assert heard(plan, at(7), memory)[0] == (notice,)


@pytest.mark.parametrize(
    "change",
    [{"enabled": False}, {"times": (EVENING,)}, {"weekdays": (0,)}, {"since": datetime(2026, 11, 22, 8, 5)}],
)
def test_a_snooze_ends_with_its_reminder(change):
    (notice,), memory = heard(Plan((CALVES,)), at(8))
    memory = with_snoozed(memory, notice.occurrences, at(8))
    plan = Plan((structs.replace(CALVES, **change),))
    assert heard(plan, at(8, 10), memory)[0] == ()
    look = next_due(plan, memory, at(8, 10))
    assert look is None or look > at(17)


def test_skipped_it_is_silent_for_the_rest_of_the_day_and_back_tomorrow():
    plan = Plan((DAILY,))
    (notice,), memory = heard(plan, at(8))
    memory = with_snoozed(memory, notice.occurrences, at(8))
    memory = with_skipped(memory, notice.reminders, TODAY)
    assert heard(plan, at(8, 10), memory)[0] == ()
    assert heard(plan, at(18), memory)[0] == ()
    tomorrow = TODAY + timedelta(days=1)
    assert next_due(plan, memory, at(9)) == at(8, day=tomorrow)
    assert heard(plan, at(8, day=tomorrow), memory, of=diary(today=tomorrow))[0] != ()


def test_what_nobody_could_show_is_heard_at_the_next_look():
    plan = Plan((CALVES,))
    (notice,), memory = heard(plan, at(8))
    memory = with_returned(memory, notice.occurrences)
    assert heard(plan, at(8, 5), memory)[0] == (notice,)


def test_nothing_is_heard_in_them_and_what_fell_into_them_comes_at_their_end():
    plan = Plan((structs.replace(DAILY, times=(time(6),)),), QUIET)
    assert heard(plan, at(6, 59)) == ((), Memory())
    assert next_due(plan, Memory(), at(6)) == at(7)
    assert times(heard(plan, at(7))[0]) == [(None, ["06:00"])]


def test_what_is_still_quiet_when_its_day_ends_is_never_heard():
    plan = Plan((structs.replace(DAILY, times=(time(23),)),), QUIET)
    assert heard(plan, at(23))[0] == ()
    assert (
        heard(plan, at(7, day=TODAY + timedelta(days=1)), of=diary(today=TODAY + timedelta(days=1)))[0] == ()
    )
    assert next_due(plan, Memory(), at(12)) is None


def test_a_snooze_into_them_is_dropped_with_the_day():
    plan = Plan((structs.replace(DAILY, times=(time(21, 55),)),), QUIET)
    (notice,), memory = heard(plan, at(21, 55))
    memory = with_snoozed(memory, notice.occurrences, at(21, 56))
    assert heard(plan, at(22, 6), memory)[0] == ()
    assert next_due(plan, memory, at(22, 6)) == at(21, 55, day=TODAY + timedelta(days=1))


def test_from_a_time_to_itself_is_no_time():
    assert not any(Hours(MORNING, MORNING).hold_at(each) for each in (time(0), MORNING, EVENING))


def test_a_time_that_does_not_exist_comes_at_the_next_that_does():
    of = diary(today=SPRING)
    assert heard(NIGHT, at(1, 59, day=SPRING), of=of)[0] == ()
    assert next_due(NIGHT, Memory(), at(1, 59, day=SPRING)) == datetime(2027, 3, 28, 1, tzinfo=UTC)
    assert heard(NIGHT, at(3, day=SPRING), of=of)[0] != ()


def test_a_time_that_exists_twice_comes_once():
    of = diary(today=AUTUMN)
    # 2:30 in summer is 0:30 UTC, 2:30 in winter 1:30 UTC.
    assert next_due(NIGHT, Memory(), at(1, day=AUTUMN)) == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)
    notices, memory = heard(NIGHT, at(2, 30, day=AUTUMN), of=of)
    assert notices != ()
    assert heard(NIGHT, at(2, 30, day=AUTUMN, fold=1), memory, of=of)[0] == ()
    assert next_due(NIGHT, memory, at(2, 0, day=AUTUMN, fold=1)) == at(2, 30, day=AUTUMN + timedelta(days=1))


def test_missed_the_first_time_it_comes_the_second():
    second = at(2, 10, day=AUTUMN, fold=1)
    assert next_due(NIGHT, Memory(), second) == datetime(2027, 10, 31, 1, 30, tzinfo=UTC)


def test_a_flight_to_the_west_brings_no_time_again():
    plan = Plan((DAILY,))
    _, memory = heard(plan, at(8))
    # 13:00 in Berlin is 7:00 in New York.
    assert heard(plan, at(7, zone=NEW_YORK), memory)[0] == ()
    assert heard(plan, at(8, zone=NEW_YORK), memory)[0] == ()
    assert times(heard(plan, at(18, zone=NEW_YORK), memory)[0]) == [(None, ["18:00"])]


def test_a_flight_to_the_east_brings_what_it_left_out_once():
    plan = Plan((DAILY,))
    _, memory = heard(plan, at(8, zone=NEW_YORK))
    tokyo = ZoneInfo("Asia/Tokyo")  # 8:00 in New York is 22:00 there
    assert times(heard(plan, at(22, zone=tokyo), memory)[0]) == [(None, ["18:00"])]


def test_a_clock_set_back_brings_nothing_again():
    plan = Plan((DAILY,))
    _, memory = heard(plan, at(8))
    assert heard(plan, at(7, 30), memory)[0] == ()
    assert heard(plan, at(8), memory)[0] == ()


def test_a_clock_that_was_years_ahead_for_a_moment_does_no_harm():
    plan = Plan((DAILY,))
    _, memory = heard(plan, at(8))
    far = date(2036, 1, 1)
    _, memory = heard(plan, at(12, day=far), memory, of=diary(today=far))
    assert heard(plan, at(8, 5), memory)[0] == ()


def test_the_next_look_is_at_the_next_time_whether_or_not_it_will_be_owed():
    assert next_due(Plan((DAILY,)), Memory(), at(8, 1)) == at(8, 1)  # 8:00 was not heard yet
    memory = Memory(settled=(Occurrence(TODAY, MORNING, "daily"),))
    assert next_due(Plan((DAILY,)), memory, at(8, 1)) == at(18)
    weekly = Plan((structs.replace(DAILY, weekdays=(5,), times=(MORNING,)),))
    assert next_due(weekly, Memory(), at(9)) == at(8, day=TODAY + timedelta(days=6))
    assert next_due(Plan(), Memory(), at(9)) is None


def test_the_memory_does_not_grow_for_ever():
    plan = Plan((Reminder("often", tuple(time(hour) for hour in range(6, 18))),))
    memory = Memory()
    for number in range(60):  # 60 days with 12 times: 720 occurrences
        day = TODAY + timedelta(days=number)
        _, memory = heard(plan, at(20, day=day), memory, of=diary(today=day))
        memory = with_skipped(memory, [f"{number}", "x", "y"], day)
    assert (len(memory.settled), len(memory.skipped)) == (500, 100)
    assert memory.settled[-1] == Occurrence(day, time(17), "often")


def test_a_target_of_twice_a_day_is_owed_until_it_is_done_twice():
    twice = Target("calf-reset", EveryDay(), start=TODAY, times=2)
    once_done = diary([session(0)], targets=[twice])
    both_done = diary([session(0), session(0, id="b")], targets=[twice])
    plan = Plan((CALVES,))
    assert heard(plan, at(8), of=once_done)[0] != ()
    assert heard(plan, at(8), of=both_done)[0] == ()
