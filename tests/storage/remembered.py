"""Invented marks and targets for the tests of the storage."""

from datetime import date

from hypothesis import strategies as st

from app.core.day_mark import DayMark
from app.core.target import EveryDay, EveryNthDay, InProgramme, OnWeekdays, Target

SUNDAY = date(2026, 3, 1)
UNWELL = DayMark(SUNDAY, "unwell", "A cold.")
REST = DayMark(date(2026, 2, 28), "rest")
DAILY = Target("calf-reset", EveryDay(), SUNDAY, times=3)
SECOND_DAY = Target("back-ease", EveryNthDay(2), date(2026, 2, 1), end=date(2026, 2, 28))

_texts = st.text(st.characters(codec="utf-8"), max_size=40)
_rhythms = st.one_of(
    st.just(EveryDay()),
    st.builds(OnWeekdays, st.lists(st.integers(0, 6), min_size=1, max_size=7).map(tuple)),
    st.builds(EveryNthDay, st.integers(2, 14)),
    st.builds(InProgramme, _texts, st.lists(st.integers(0, 3660), max_size=5).map(tuple)),
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
