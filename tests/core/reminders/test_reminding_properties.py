"""What holds of reminders whatever happens: journeys, sleep, changed clocks, days off, anything done."""

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.day_mark import DayMark
from app.core.days import day_of
from app.core.hours import Hours
from app.core.reminders.memory import Memory, with_snoozed
from app.core.reminders.owing import is_day_off, is_owed
from app.core.reminders.reminder import Plan, Reminder
from app.core.reminders.reminding import due_now, is_quiet, next_due
from app.core.target import EveryDay, EveryNthDay, OnWeekdays, Target
from tests.core.reminders.week import MINUTE, Life, Stay, lived

FIRST = datetime(2027, 3, 25, tzinfo=UTC)
"""Three days before the clocks of Europe change."""
DAYS = 5
PLACES = (
    "Europe/Berlin",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
    "America/New_York",
    "Australia/Lord_Howe",
)
ROUTINES = ("calf-reset", "calf-strength")

whole_minutes = st.integers(0, 24 * 60 - 1).map(lambda minute: time(*divmod(minute, 60)))
weekdays = st.lists(st.integers(0, 6), min_size=1, unique=True).map(tuple)
moments = st.integers(0, DAYS * 24 * 60).map(lambda minute: FIRST + MINUTE * minute)
quiet_hours = st.none() | st.builds(Hours, whole_minutes, whole_minutes)
rhythms = st.just(EveryDay()) | st.builds(OnWeekdays, weekdays) | st.builds(EveryNthDay, st.integers(2, 14))
targets = st.builds(
    Target, st.sampled_from(ROUTINES), rhythms, st.just(date(2027, 3, 1)), times=st.integers(1, 3)
)


@st.composite
def plans(draw) -> Plan:
    count = draw(st.integers(1, 4))
    reminders = tuple(
        Reminder(
            f"r{number}",
            tuple(draw(st.lists(whole_minutes, min_size=1, max_size=4))),
            draw(weekdays),
            draw(st.none() | st.sampled_from(ROUTINES)),
        )
        for number in range(count)
    )
    return Plan(reminders, draw(quiet_hours), draw(st.integers(0, 6)))


@st.composite
def lives(draw) -> Life:
    hops = sorted(draw(st.lists(moments, max_size=4)))
    wrong = st.sampled_from([0, 0, 0, -90, 60, -24 * 60]).map(lambda minutes: MINUTE * minutes)
    marks = draw(
        st.dictionaries(st.integers(-1, DAYS), st.sampled_from(["unwell", "paused", "rest"]), max_size=3)
    )
    return Life(
        stays=tuple(
            Stay(since, draw(st.sampled_from(PLACES)), draw(wrong))
            for since in (FIRST - timedelta(days=30), *hops)
        ),
        done=tuple(
            sorted(draw(st.lists(st.tuples(moments, st.sampled_from(ROUTINES)), max_size=6, unique=True)))
        ),
        marks=tuple(DayMark((FIRST + timedelta(days=number)).date(), mark) for number, mark in marks.items()),
        targets=tuple(draw(st.lists(targets, max_size=2, unique_by=lambda target: target.id))),
    )


looks = st.lists(moments, max_size=120).map(sorted)


@given(plans(), lives(), looks)
def test_no_time_of_a_reminder_is_heard_twice_on_a_date(plan, life, looks):
    heard = Counter(each for _, notice in lived(life, plan, looks) for each in notice.occurrences)
    assert all(times == 1 for times in heard.values())


@given(plans(), lives(), looks)
def test_nothing_is_heard_before_its_time_nor_once_its_day_is_over(plan, life, looks):
    for now, notice in lived(life, plan, looks):
        assert notice.occurrences == tuple(sorted(notice.occurrences))
        for each in notice.occurrences:
            assert each.at <= now.replace(tzinfo=None)
            assert day_of(each.at, plan.day_start_h) == day_of(now, plan.day_start_h)
            assert each.date.weekday() in plan.find(each.reminder).weekdays


@given(plans(), lives(), looks)
def test_nothing_is_heard_in_quiet_hours(plan, life, looks):
    assert not any(is_quiet(plan, now) for now, _ in lived(life, plan, looks))


@given(plans(), lives(), looks)
def test_nothing_is_heard_on_a_day_off_nor_when_nothing_is_owed(plan, life, looks):
    memory = Memory()
    for moment in looks:
        now = life.now(moment)
        diary = life.diary(moment, day_of(now, plan.day_start_h), plan.day_start_h)
        notices, memory = due_now(plan, memory, diary, now)
        for notice in notices:
            assert not is_day_off(diary)
            assert is_owed(notice.routine, diary)


@given(plans(), lives(), looks, st.sets(st.integers(0, 20)))
def test_each_snooze_brings_a_time_back_once_at_most(plan, life, looks, snoozed):
    answers = {
        number: lambda memory, notice, now: with_snoozed(memory, notice.occurrences, now)
        for number in snoozed
    }
    notices = [notice for _, notice in lived(life, plan, looks, answers)]
    heard = Counter(each for notice in notices for each in notice.occurrences)
    put_off = Counter(
        each for number, notice in enumerate(notices) if number in snoozed for each in notice.occurrences
    )
    assert all(times <= 1 + put_off[each] for each, times in heard.items())


@settings(max_examples=30)
@given(plans(), st.sampled_from(PLACES), st.integers(0, DAYS * 24 * 60), st.booleans())
def test_looking_only_when_told_to_hears_the_same_as_looking_every_minute(plan, place, start, snooze):
    """For a day and a half in one zone, across the change of the clocks and into quiet hours."""
    first = FIRST + MINUTE * start
    last = first + timedelta(hours=36)
    life = Life(stays=(Stay(FIRST - timedelta(days=30), place),))
    act = (lambda memory, notice, now: with_snoozed(memory, notice.occurrences, now)) if snooze else None
    answers = {0: act} if snooze else {}
    every_minute = [first + MINUTE * number for number in range(36 * 60)]
    assert lived_by_timer(life, plan, first, last, answers) == [
        (now.astimezone(UTC), notice) for now, notice in lived(life, plan, every_minute, answers)
    ]


def lived_by_timer(life, plan, moment, last, answers):
    memory, heard, looks = Memory(), [], 0
    while moment is not None and moment < last:
        looks += 1
        assert looks < 500, "it looks again and again"
        now = life.now(moment)
        diary = life.diary(moment, day_of(now, plan.day_start_h), plan.day_start_h)
        notices, memory = due_now(plan, memory, diary, now)
        for notice in notices:
            act = answers.get(len(heard))
            heard.append((moment, notice))
            memory = act(memory, notice, now) if act else memory
        moment = next_due(plan, memory, life.now(moment))
    return heard
