"""Whether there is anything to be reminded of."""

from datetime import timedelta

import pytest

from app.core.day_mark import DayMark
from app.core.reminders.owing import is_owed
from app.core.target import EveryDay, OnWeekdays, Target
from tests.views.shelf import TODAY, diary, session

DAY = timedelta(days=1)
EVERY_DAY = Target("calf-reset", EveryDay(), start=TODAY - 9 * DAY)
ON_MONDAYS = Target("calf-reset", OnWeekdays((0,)), start=TODAY - 9 * DAY)
ENDED = Target("calf-reset", EveryDay(), start=TODAY - 9 * DAY, end=TODAY - DAY)
UNDER_HALF = session(0, done_ms=59_000)

CASES = {  # TODAY is a Sunday, the last day of its week; three days a week are wanted
    "nothing was ever done": (diary(), True, True),
    "done today": (diary([session(0)]), False, False),
    "another routine was done today": (diary([session(0, "calf-strength")]), True, False),
    "under half of it was done": (diary([UNDER_HALF]), True, True),
    "two days of the week are done": (diary([session(1), session(2)]), True, True),
    "the week's target is met": (diary([session(1), session(2), session(3)]), True, False),
    "a target, and nothing done": (diary(targets=[EVERY_DAY]), True, True),
    "a target, and done": (diary([session(0)], targets=[EVERY_DAY]), False, False),
    "a target, and the week is met without today": (
        diary([session(1), session(2), session(3)], targets=[EVERY_DAY]),
        True,
        True,
    ),
    "a target, and another routine in its place": (
        diary([session(0, "calf-strength")], targets=[EVERY_DAY]),
        True,
        True,
    ),
    "a target that is not due on Sundays": (diary(targets=[ON_MONDAYS]), False, False),
    "a target that has ended": (diary(targets=[ENDED]), True, True),
    # 3 days a week with 5 excused: 3 × 2/7 = 0.86 is 1, which Monday was.
    "a week of fever, and one day done in it": (
        diary([session(6)], marks=[DayMark(TODAY - n * DAY, "unwell") for n in range(1, 6)]),
        True,
        False,
    ),
}


@pytest.mark.parametrize(("of", "the_routine", "anything"), CASES.values(), ids=CASES)
def test_what_is_owed(of, the_routine, anything):
    assert (is_owed("calf-reset", of), is_owed(None, of)) == (the_routine, anything)


@pytest.mark.parametrize("mark", ["unwell", "paused", "rest"])
@pytest.mark.parametrize("of", [{}, {"targets": [EVERY_DAY]}], ids=["by the week", "by a target"])
def test_on_a_day_off_nothing_is_owed(mark, of):
    off = diary(marks=[DayMark(TODAY, mark)], **of)
    assert not is_owed("calf-reset", off)
    assert not is_owed(None, off)
