"""What holds of days, weeks, streaks and scores whatever happens: clocks, journeys, calendars, order."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec import structs

from app.core.day_mark import EXCUSED, DayMark
from app.core.day_states import day_states
from app.core.days import day_of, week_of
from app.core.diary import Diary, diary_of, sessions_between
from app.core.record import SessionRecord
from app.core.settings import EarlierTarget, Settings, WeeklyTarget
from app.core.streak import score, shares_of, streak_of
from app.core.target import EveryDay, EveryNthDay, OnWeekdays, Target
from app.core.weeks import scaled_target, weeks_of

DAY = timedelta(days=1)
TODAY = date(2028, 3, 9)
"""Ten days after a leap day; a span of 100 days before it has a new year as well."""
PLACES = (
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
)
"""From UTC+14 to UTC−11, on both sides of the date line; Lord Howe's summer time moves by half an hour."""

backs = st.integers(0, 100)
marks_of_days = st.dictionaries(backs, st.sampled_from(["rest", "unwell", "paused"]), max_size=40)
weekly_targets = st.integers(1, 7)
weekdays = st.integers(0, 6)


def session_on(day: date, number: int = 0, share: float = 1.0, routine: str = "calf-reset") -> SessionRecord:
    started_at = datetime(day.year, day.month, day.day, 9, tzinfo=UTC) + timedelta(minutes=number)
    done_ms = round(120_000 * share)
    return SessionRecord(
        f"{day}-{number}", routine, "Calf reset", started_at, day, "finished", 120_000, done_ms
    )


def diary_with(done, marks=None, target=4, first_weekday=0, targets=(), today=TODAY) -> Diary:
    """One session on each of the days back `done`, and these `marks` by days back."""
    sessions = [session_on(today - DAY * back) for back in sorted(done)]
    chosen = Settings(weekly_target=target, first_weekday=first_weekday)
    set_apart = [DayMark(today - DAY * back, mark) for back, mark in (marks or {}).items()]
    return diary_of(sessions, today, chosen, set_apart, targets)


def weeks_in_a_row(diary: Diary) -> tuple[int, int]:
    streak = streak_of(diary)
    return streak.current_weeks, streak.longest_weeks


diaries = st.builds(diary_with, st.sets(backs, max_size=60), marks_of_days, weekly_targets, weekdays)


@given(
    st.sets(backs, max_size=60),
    marks_of_days,
    weekly_targets,
    weekdays,
    backs,
    st.sampled_from(sorted(EXCUSED)),
)
def test_saying_that_one_was_unwell_never_shortens_a_streak(done, marks, target, first_weekday, back, mark):
    before = weeks_in_a_row(diary_with(done, marks, target, first_weekday))
    after = weeks_in_a_row(diary_with(done, marks | {back: mark}, target, first_weekday))
    assert after >= before
    assert after[1] >= before[1]


@given(st.sets(backs, max_size=60), marks_of_days, weekly_targets, weekdays, backs)
@example({4, 5}, {0: "unwell", 1: "unwell"}, 3, 3, 0)
def test_another_day_done_never_shortens_a_streak(done, marks, target, first_weekday, back):
    before = weeks_in_a_row(diary_with(done, marks, target, first_weekday))
    after = weeks_in_a_row(diary_with(done | {back}, marks, target, first_weekday))
    assert after[0] >= before[0]
    assert after[1] >= before[1]


@given(st.sets(backs, max_size=60), marks_of_days, weekly_targets, weekdays)
def test_the_current_week_never_breaks_a_streak(done, marks, target, first_weekday):
    monday = week_of(TODAY, first_weekday)
    before_it = {back for back in done if TODAY - DAY * back < monday}
    at_its_eve = diary_with(
        {back - (TODAY - monday).days - 1 for back in before_it},
        {back - (TODAY - monday).days - 1: mark for back, mark in marks.items()},
        target,
        first_weekday,
        today=monday - DAY,
    )
    assert streak_of(diary_with(done, marks, target, first_weekday)).current_weeks >= (
        streak_of(at_its_eve).current_weeks if _last_week_is_over(at_its_eve) else 0
    )


def _last_week_is_over(diary: Diary) -> bool:
    """Whether the week that ends today was met, so that the next day cannot break it."""
    week = weeks_of(diary)[week_of(diary.today, diary.first_weekday)]
    return week.is_met or week.is_passed_over


@given(st.sets(backs, min_size=1, max_size=60), st.sets(backs, max_size=30), weekly_targets)
def test_days_excused_are_cut_out_of_the_score(done, excused, target):
    away = {TODAY - DAY * back for back in excused - done}
    shares = {TODAY - DAY * back: 1.0 for back in done}
    # Each day moves towards today by the excused ones after it, as if there were none; today, which does
    # not count before it is over, stays where it is.
    closed = {day + DAY * sum(day < gone < TODAY for gone in away): 1.0 for day in shares}
    weekly = WeeklyTarget(target)
    assert score(shares, away, TODAY, weekly) == score(closed, (), TODAY, weekly)


def score_by_the_book(shares, excused, today, weekly) -> float:
    """The formula as it is written down, day by day and with the seven days counted anew on each."""
    days = [min(shares) + DAY * number for number in range((today - min(shares)).days + 1)]
    days = [day for day in days if day not in excused and (day != today or shares.get(day, 0) >= 1)]
    value = 0.0
    for number, day in enumerate(days):
        target = weekly.on(day)
        m = 0.5 ** ((target / 7) ** 0.5 / 13)
        recent = sum(shares.get(each, 0) for each in days[max(0, number - 6) : number + 1])
        value = value * m + min(1.0, recent / target) * (1 - m)
    return 100 * value


@given(
    st.dictionaries(backs, st.sampled_from([1 / 3, 0.5, 2 / 3, 1.0]), min_size=1, max_size=60),
    st.sets(backs, max_size=30),
    weekly_targets,
    st.lists(st.tuples(backs, weekly_targets), max_size=3, unique_by=lambda pair: pair[0]),
)
def test_the_score_goes_by_the_book(shares_back, excused, target, earlier):
    shares = {TODAY - DAY * back: share for back, share in shares_back.items()}
    away = {TODAY - DAY * back for back in excused if back not in shares_back}
    former = tuple(EarlierTarget(TODAY - DAY * back, days) for back, days in sorted(earlier, reverse=True))
    weekly = WeeklyTarget(target, former)
    found = score(shares, away, TODAY, weekly)
    assert found == pytest.approx(score_by_the_book(shares, away, TODAY, weekly), abs=0.051)
    assert 0 <= found <= 100


@given(diaries, st.randoms(use_true_random=False))
def test_the_order_of_sessions_changes_nothing(diary, random):
    sessions = list(diary.sessions)
    random.shuffle(sessions)
    chosen = Settings(weekly_target=diary.weekly.days, first_weekday=diary.first_weekday)
    again = diary_of(sessions, TODAY, chosen, diary.marks.values())
    assert streak_of(again) == streak_of(diary)
    span = TODAY - DAY * 100, TODAY
    assert day_states(again, *span) == day_states(diary, *span)


@given(diaries)
def test_a_second_session_on_a_day_changes_no_streak_and_no_score(diary):
    twice = [each for session in diary.sessions for each in (session_on(session.day, 1), session)]
    chosen = Settings(weekly_target=diary.weekly.days, first_weekday=diary.first_weekday)
    assert streak_of(diary_of(twice, TODAY, chosen, diary.marks.values())) == streak_of(diary)


rhythms = st.one_of(
    st.just(EveryDay()),
    st.builds(EveryNthDay, st.integers(2, 14)),
    st.builds(OnWeekdays, st.lists(weekdays, min_size=1, max_size=7, unique=True).map(tuple)),
)
targets_of_someone = st.lists(
    st.builds(
        lambda routine, rhythm, back, times: Target(routine, rhythm, TODAY - DAY * back, times),
        st.sampled_from(["calf-reset", "back-ease"]),
        rhythms,
        backs,
        st.integers(1, 3),
    ),
    max_size=3,
    unique_by=lambda target: target.id,
)
sessions_of_someone = st.lists(
    st.builds(
        session_on,
        backs.map(lambda back: TODAY - DAY * back),
        st.integers(0, 500),
        st.sampled_from([0.0, 0.3, 0.5, 1.0]),
        st.sampled_from(["calf-reset", "back-ease", "desk-calves"]),
    ),
    max_size=40,
    unique_by=lambda session: session.id,
).map(lambda found: tuple(sorted(found, key=lambda session: session.started_at, reverse=True)))


@given(sessions_of_someone, marks_of_days, targets_of_someone, weekly_targets)
def test_every_day_has_one_state_that_fits_what_was_done(sessions, marks, targets, target):
    set_apart = [DayMark(TODAY - DAY * back, mark) for back, mark in marks.items()]
    diary = diary_of(sessions, TODAY, Settings(weekly_target=target), set_apart, targets)
    first, last = TODAY - DAY * 110, TODAY + DAY * 10
    states = day_states(diary, first, last)
    assert list(states) == [first + DAY * number for number in range(121)]
    shares = shares_of(diary)
    for day, state in states.items():
        total = diary.totals.get(day)
        has_work = total is not None and bool(total.done or total.work_ms)
        assert (state.kind in ("done", "partly")) == has_work
        if state.kind == "done":
            assert shares[day] == 1
        if state.due:
            assert state.done <= state.due
            assert state.kind != "rest" or day in diary.marks
        if state.kind == "missed":
            assert day < TODAY
            assert day not in diary.marks or diary.marks[day].mark is None
        if state.kind in ("unwell", "paused"):
            assert day in diary.excused_days


@given(diaries)
def test_a_week_has_missed_days_only_if_it_fell_short(diary):
    weeks = weeks_of(diary)
    for day, state in day_states(diary, TODAY - DAY * 100, TODAY).items():
        if state.kind == "missed":
            assert weeks[week_of(day, diary.first_weekday)].fell_short


@given(weekly_targets, st.integers(0, 7))
def test_a_scaled_target_falls_with_the_days_excused_and_always_can_be_met(target, excused):
    scaled = scaled_target(target, excused)
    assert scaled_target(target, 0) == target
    assert scaled_target(target, 7) == 0
    assert 0 <= scaled <= min(target, 7 - excused)
    assert abs(scaled - target * (7 - excused) / 7) <= 0.5
    if excused < 7:
        assert scaled - 1 <= scaled_target(target, excused + 1) <= scaled
    if target < 7:
        assert scaled <= scaled_target(target + 1, excused)


@pytest.mark.parametrize(
    ("target", "excused", "scaled"),
    [
        (4, 3, 2),  # 4 × 4/7 = 2.29
        (4, 4, 2),  # 4 × 3/7 = 1.71
        (3, 2, 2),  # 3 × 5/7 = 2.14
        (7, 4, 3),
        (1, 3, 1),  # 4/7 = 0.57
        (1, 4, 0),  # 3/7 = 0.43
    ],
)
def test_a_scaled_target_is_rounded_half_up(target, excused, scaled):
    assert scaled_target(target, excused) == scaled


moments = st.builds(
    lambda seconds, place: datetime.fromtimestamp(seconds, UTC).astimezone(ZoneInfo(place)),
    st.integers(
        int(datetime(2027, 12, 1, tzinfo=UTC).timestamp()), int(datetime(2028, 12, 1, tzinfo=UTC).timestamp())
    ),
    st.sampled_from(PLACES),
)


@given(moments, st.integers(0, 6))
def test_a_day_is_the_wall_clocks_or_the_one_before_wherever_one_is(moment, day_start_h):
    day = day_of(moment, day_start_h)
    assert day == (moment.date() if moment.hour >= day_start_h else moment.date() - DAY)


@given(st.sampled_from(PLACES), st.integers(0, 6), st.integers(0, 330))
def test_a_day_runs_from_its_start_to_the_next_through_every_change_of_the_clock(place, day_start_h, number):
    day = date(2028, 1, 1) + DAY * number
    zone = ZoneInfo(place)
    begin = datetime(day.year, day.month, day.day, day_start_h, tzinfo=zone)
    assert day_of(begin, day_start_h) == day
    last_second = begin + DAY - timedelta(seconds=1)
    assert day_of(last_second, day_start_h) == day


@given(st.lists(moments, max_size=30), st.integers(0, 6), weekdays)
def test_a_journey_across_the_date_line_keeps_every_day_as_it_was(moments_found, day_start_h, first_weekday):
    sessions = [
        structs.replace(session_on(day_of(moment, day_start_h), number), started_at=moment)
        for number, moment in enumerate(sorted(moments_found, reverse=True))
    ]
    days = {session.day for session in sessions}
    today = max(days, default=TODAY)
    chosen = Settings(weekly_target=1, first_weekday=first_weekday, day_start_h=day_start_h)
    diary = diary_of(sessions, today, chosen)
    assert diary.done_days == days
    assert Counter(week_of(day, first_weekday) for day in days) == Counter(
        {week: found.days for week, found in weeks_of(diary).items() if found.days}
    )
    for day in days:
        on_the_day = {session.id for session in sessions_between(sessions, day, day)}
        assert on_the_day == {session.id for session in sessions if session.day == day}


@given(sessions_of_someone, backs, st.integers(0, 30))
def test_the_sessions_of_a_span_are_those_and_in_order(sessions, back, days):
    first, last = TODAY - DAY * back, TODAY - DAY * back + DAY * days
    found = sessions_between(sessions, first, last)
    assert found == tuple(session for session in sessions if first <= session.day <= last)


@given(diaries, st.integers(1, 100))
def test_a_clock_set_back_hides_the_days_to_come_and_breaks_nothing(diary, days):
    earlier = structs.replace(diary, today=TODAY - DAY * days)
    known = diary_with(
        {(earlier.today - day).days for day in diary.done_days if day <= earlier.today},
        {(earlier.today - day).days: mark.mark for day, mark in diary.marks.items()},
        diary.weekly.days,
        diary.first_weekday,
        today=earlier.today,
    )
    if not any(day > earlier.today and day in diary.done_days for day in diary.marks):
        assert streak_of(earlier) == streak_of(known)
    assert streak_of(structs.replace(earlier, today=TODAY)) == streak_of(diary)


def test_a_session_across_midnight_belongs_to_the_day_it_began_on():
    # Begun at 23:50 on the leap day; and one at 03:50 that night, still the leap day for a day from 4 on.
    berlin = ZoneInfo("Europe/Berlin")
    assert day_of(datetime(2028, 2, 29, 23, 50, tzinfo=berlin), 4) == date(2028, 2, 29)
    assert day_of(datetime(2028, 3, 1, 3, 50, tzinfo=berlin), 4) == date(2028, 2, 29)
    assert day_of(datetime(2028, 3, 1, 3, 50, tzinfo=berlin), 3) == date(2028, 3, 1)


@pytest.mark.parametrize("hour", [1, 2, 3])
def test_the_nights_in_which_the_clock_changes_have_one_day_each(hour):
    # Berlin, 26 March 2028 (02:00 becomes 03:00) and 29 October 2028 (03:00 becomes 02:00), either fold.
    for day in (date(2028, 3, 26), date(2028, 10, 29)):
        for fold in (0, 1):
            moment = datetime(
                day.year, day.month, day.day, hour, 30, tzinfo=ZoneInfo("Europe/Berlin"), fold=fold
            )
            assert day_of(moment, 0) == day
            assert day_of(moment, 4) == day - DAY
