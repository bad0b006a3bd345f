"""Whether there is anything to be reminded of. Knows no clock: the diary says which day is today."""

from app.core.day_mark import EXCUSED
from app.core.days import week_of
from app.core.diary import Diary, counts_as_done, sessions_between
from app.core.due import due_today
from app.core.reminders.reminder import Reminder
from app.core.weeks import weeks_of


def is_day_off(diary: Diary) -> bool:
    """Whether today is set apart: a rest day, unwell or paused."""
    mark = diary.marks.get(diary.today)
    return mark is not None and mark.mark is not None


def is_excused(diary: Diary) -> bool:
    """Whether today is one to be left alone on: unwell or paused."""
    mark = diary.marks.get(diary.today)
    return mark is not None and mark.mark in EXCUSED


def is_wanted(reminder: Reminder, diary: Diary) -> bool:
    """Whether it is to be heard today: what it is for is owed or, of water and posture, nobody is unwell or away."""
    if reminder.about != "stretch":
        return not is_excused(diary)
    return is_owed(reminder.routine, diary)


def is_owed(routine: str | None, diary: Diary) -> bool:
    """Whether `routine`, or with None anything at all, is still to be done today.

    On a day off nothing is. A routine with a target is owed as often as it is due today; one without, until
    it was done once. Anything at all is owed
    - where a target holds today, as long as something that is due is not done often enough: a day on which
      nothing is due is a day of rest;
    - without targets, until something was done today, in a week that has not met its weekly target.
    """
    if is_day_off(diary):
        return False
    holding = {target.routine for target in diary.targets if target.holds_on(diary.today)}
    left = {due.routine for due in due_today(diary) if due.left}
    if routine is not None and routine not in holding:
        return routine not in _done_today(diary)
    if routine is not None:
        return routine in left
    if holding:
        return bool(left)
    this_week = weeks_of(diary)[week_of(diary.today, diary.first_weekday)]
    return diary.today not in diary.done_days and this_week.days < this_week.target


def _done_today(diary: Diary) -> set[str]:
    today = sessions_between(diary.sessions, diary.today, diary.today)
    return {session.routine for session in today if counts_as_done(session)}
