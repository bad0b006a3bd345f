"""Invented marks, targets, check-ins, self-tests and enrolments for the tests of the storage."""

from datetime import UTC, date, datetime

from hypothesis import strategies as st

from app.core.care.check_in import CheckIn, Felt
from app.core.care.self_test import SelfTest
from app.core.day_mark import DayMark
from app.core.programme.enrolment import Enrolment, Turn
from app.core.target import EveryDay, EveryNthDay, InProgramme, OnWeekdays, Target

SUNDAY = date(2026, 3, 1)
UNWELL = DayMark(SUNDAY, "unwell", "A cold.")
REST = DayMark(date(2026, 2, 28), "rest")
DAILY = Target("calf-reset", EveryDay(), SUNDAY, times=3)
SECOND_DAY = Target("back-ease", EveryNthDay(2), date(2026, 2, 1), end=date(2026, 2, 28))
SORE = CheckIn("a", "after", SUNDAY, (Felt("left-calf", 4, 2), Felt("back", None, 6)))
WORSE = CheckIn("a", "morning", SUNDAY, morning="worse")
STIFF = SelfTest("k", "knee-to-wall", datetime(2026, 3, 1, 9, tzinfo=UTC), SUNDAY, (8.5, 9.0, 9.0), (11.0,))
RISES = SelfTest("h", "heel-rise", datetime(2026, 3, 1, 10, tzinfo=UTC), SUNDAY, (22,), (25,))
EARLIER = Enrolment("four-weeks", date(2026, 2, 1), (Turn(date(2026, 2, 9), 0),), date(2026, 2, 20))
CURRENT = Enrolment("four-weeks", SUNDAY)

_texts = st.text(st.characters(codec="utf-8"), max_size=40)
_rhythms = st.one_of(
    st.just(EveryDay()),
    st.builds(OnWeekdays, st.lists(st.integers(0, 6), min_size=1, max_size=7).map(tuple)),
    st.builds(EveryNthDay, st.integers(2, 14)),
    st.builds(
        InProgramme, _texts, st.lists(st.integers(0, 3660), max_size=5).map(tuple), st.integers(0, 366)
    ),
)

any_mark = st.builds(
    DayMark, day=st.dates(), mark=st.sampled_from(["rest", "unwell", "paused", None]), note=_texts
)
any_target = st.builds(
    Target,
    routine=_texts,
    rhythm=_rhythms,
    start=st.dates(),
    times=st.integers(1, 12),
    end=st.none() | st.dates(),
)
_scores = st.none() | st.integers(0, 10)
_tries = st.lists(st.floats(0, 200), max_size=3).map(tuple)
any_care = st.one_of(
    st.builds(
        CheckIn,
        session=_texts,
        when=st.sampled_from(["before", "after", "morning"]),
        day=st.dates(),
        felt=st.lists(
            st.builds(Felt, st.sampled_from(["left-calf", "right-calf", "back"]), _scores, _scores),
            max_size=3,
        ).map(tuple),
        morning=st.sampled_from(["as-usual", "worse", None]),
    ),
    st.builds(
        SelfTest,
        id=_texts,
        kind=st.sampled_from(["knee-to-wall", "heel-rise"]),
        taken_at=st.datetimes(timezones=st.just(UTC)),
        day=st.dates(),
        left=_tries,
        right=_tries,
        note=_texts,
    ),
    st.builds(
        Enrolment,
        programme=_texts,
        start=st.dates(),
        turns=st.lists(st.builds(Turn, st.dates(), st.integers(0, 103)), max_size=3).map(tuple),
        end=st.none() | st.dates(),
    ),
)
