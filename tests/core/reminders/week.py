"""A week lived minute by minute: where one is, when the machine sleeps, what is done. No clock but its own."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct

from app.core.day_mark import DayMark
from app.core.days import day_of
from app.core.diary import Diary, diary_of
from app.core.record import SessionRecord
from app.core.reminders.memory import Memory
from app.core.reminders.reminder import Plan
from app.core.reminders.reminding import Notice, due_now
from app.core.settings import Settings
from app.core.target import Target
from tests.views.shelf import session

MINUTE = timedelta(minutes=1)


class Stay(Struct, frozen=True):
    """From a moment on, in UTC, the clock on the wall goes by `zone`, plus what it was set wrong by."""

    since: datetime
    zone: str
    wrong_by: timedelta = timedelta()


class Life(Struct, frozen=True):
    """What happens: `done` are the moments, in UTC, at which a routine was done to its end."""

    stays: tuple[Stay, ...]
    asleep: tuple[tuple[datetime, datetime], ...] = ()
    done: tuple[tuple[datetime, str], ...] = ()
    marks: tuple[DayMark, ...] = ()
    targets: tuple[Target, ...] = ()

    def now(self, moment: datetime) -> datetime:
        """The wall clock of the machine."""
        stay = [each for each in self.stays if each.since <= moment][-1]
        return (moment + stay.wrong_by).astimezone(ZoneInfo(stay.zone))

    def is_awake(self, moment: datetime) -> bool:
        return not any(first <= moment < last for first, last in self.asleep)

    def sessions(self, moment: datetime, day_start_h: int) -> tuple[SessionRecord, ...]:
        """Those over by `moment`, the newest first."""
        return tuple(
            session(0, routine, id=f"{at}", started_at=at, day=day_of(self.now(at), day_start_h))
            for at, routine in reversed(self.done)
            if at <= moment
        )

    def diary(self, moment: datetime, today: date, day_start_h: int) -> Diary:
        done = self.sessions(moment, day_start_h)
        return diary_of(done, today, Settings(weekly_target=4), self.marks, self.targets)


Act = Callable[[Memory, Notice, datetime], Memory]
"""What the person answers to a note."""


def lived(
    life: Life, plan: Plan, looks: Iterable[datetime], answers: Mapping[int, Act] | None = None
) -> list[tuple[datetime, Notice]]:
    """Every note and the wall clock at which it was heard. `answers` are by the number of the note, from 0."""
    memory, heard = Memory(), []
    for moment in looks:
        if not life.is_awake(moment):
            continue
        now = life.now(moment)
        today = day_of(now, plan.day_start_h)
        notices, memory = due_now(plan, memory, life.diary(moment, today, plan.day_start_h), now)
        for notice in notices:
            act = (answers or {}).get(len(heard))
            heard.append((now, notice))
            memory = act(memory, notice, now) if act else memory
    return heard


def minutes(first: datetime, days: int) -> Iterable[datetime]:
    return (first.astimezone(UTC) + MINUTE * number for number in range(days * 24 * 60))
