"""Invented years of someone with tight calves, to look at. Knows no storage; the same seed gives the same years."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta, tzinfo
from math import exp
from random import Random
from uuid import UUID

from msgspec import Struct

from app.core.day_mark import DayMark, Mark
from app.core.diary import counts_as_done
from app.core.record import SessionRecord, Side, Work
from app.core.target import EveryDay, EveryNthDay, OnWeekdays, Target, times_due
from app.core.timeline import Segment, Timeline

DAY = timedelta(days=1)
YEAR_DAYS = 365.25
CUT_SHORT = 0.08
"""The chance that a session is not done to its end."""
LEFT_SPARED = 0.4
"""The chance that the left calf gets less in a session: it is the sore one."""
RESTED = 0.3
"""The chance that a day without a session is marked as one of rest."""
HOLIDAYS = ((7, 6, 12, "At the sea."), (12, 24, 8, "With the family."))
"""Month, day around which they begin, how many days they last, and what is noted."""
ILLNESSES = ("A cold.", "Flu.", "A stomach bug.", "Threw my back out.")
NOTES = (
    "Calves tight after the long drive.",
    "Right side much easier than the left.",
    "Heel down all the way today.",
    "Short of time.",
    "After a run.",
    "Left calf sore from yesterday's stairs.",
    "Slept well, back quiet.",
    "Easier than last week.",
)


class DemoDiary(Struct, frozen=True):
    """All that is remembered of those years. Sessions are newest first, the rest first to last."""

    sessions: tuple[SessionRecord, ...]
    marks: tuple[DayMark, ...]
    targets: tuple[Target, ...]


def demo_diary(
    timelines: Sequence[Timeline], today: date, years: float, zone: tzinfo, seed: int = 1, a_day: int = 1
) -> DemoDiary:
    """The `years` before `today`, with at most `a_day` sessions more than are due on a day that has any.

    The habit grows from every third day to five days a week, and what it is good for with it: less tightness
    before and after. Two holidays a year are paused, some days each winter unwell.
    """
    random = Random(seed)  # noqa: S311  # nothing here is a secret
    return _Years(timelines, today, round(years * YEAR_DAYS), zone, random, a_day).lived()


class _Years:
    """Goes through the days, first to last."""

    def __init__(
        self, timelines: Sequence[Timeline], today: date, days: int, zone: tzinfo, random: Random, a_day: int
    ) -> None:
        self._timelines = timelines
        self._today = today
        self._first = today - days * DAY
        self._zone = zone
        self._random = random
        self._a_day = a_day
        self._targets = _targets(timelines, self._first, today)
        self._apart = dict(_days_apart(self._first, today, random))
        self._done: dict[str, set[date]] = {}

    def lived(self) -> DemoDiary:
        sessions: list[SessionRecord] = []
        marks: list[DayMark] = []
        day = self._first
        while day < self._today:
            mark = self._apart.get(day)
            if mark is None and self._random.random() < self._habit(day):
                sessions += self._sessions(day)
            elif mark is not None:
                marks.append(mark)
            elif self._random.random() < RESTED:
                marks.append(DayMark(day, "rest"))
            day += DAY
        sessions.sort(key=lambda session: session.started_at, reverse=True)
        return DemoDiary(tuple(sessions), tuple(marks), self._targets)

    def _age(self, day: date) -> float:
        """How far the habit and what it is good for have come: from 0 to almost 1, 0.63 after a year."""
        return 1 - exp(-(day - self._first).days / YEAR_DAYS)

    def _habit(self, day: date) -> float:
        """The chance of a session; at weekends a little less."""
        return (0.35 + 0.45 * self._age(day)) * (0.85 if day.weekday() >= 5 else 1)

    def _sessions(self, day: date) -> Iterator[SessionRecord]:
        due = [timeline for timeline in self._timelines for _ in range(self._due(timeline.routine, day))]
        more = self._random.randint(0 if due else 1, self._a_day)
        for timeline in (*due, *self._random.choices(self._timelines, k=more)):
            session = self._session(timeline, day)
            if counts_as_done(session):
                self._done.setdefault(session.routine, set()).add(day)
            yield session

    def _due(self, routine: str, day: date) -> int:
        done = self._done.get(routine, set())
        return sum(times_due(target, day, done) for target in self._targets if target.routine == routine)

    def _session(self, timeline: Timeline, day: date) -> SessionRecord:
        random = self._random
        share = random.uniform(0.2, 0.9) if random.random() < CUT_SHORT else 1.0
        work = _work(timeline, share, random)
        before, after = self._feelings(day)
        hour = random.choice((7, 7, 12, 17, 20, 21))
        return SessionRecord(
            id=str(UUID(int=random.getrandbits(128), version=4)),
            routine=timeline.routine,
            name=timeline.name,
            started_at=datetime.combine(day, time(hour, random.randrange(60)), self._zone),
            day=day,
            status="finished" if share == 1 else "partial",
            planned_ms=timeline.planned_ms,
            done_ms=sum(item.ms for item in work),
            work=work,
            note=random.choice(NOTES) if random.random() < 0.06 else "",
            before=before,
            after=after,
        )

    def _feelings(self, day: date) -> tuple[int | None, int | None]:
        """Tightness before and after, 0 to 10; not always said."""
        if self._random.random() < 0.3:
            return None, None
        before = round(6.5 - 4 * self._age(day) + self._random.gauss(0, 1))
        after = before - self._random.choice((0, 1, 1, 2))
        return min(10, max(0, before)), min(10, max(0, after))


def _work(timeline: Timeline, share: float, random: Random) -> tuple[Work, ...]:
    until_ms = timeline.total_ms * share
    spared = random.random() < LEFT_SPARED
    done: dict[tuple[str, Side | None], tuple[int, int]] = {}
    for segment in timeline.segments:
        if segment.is_work and segment.exercise and segment.start_ms + segment.estimate_ms <= until_ms:
            ms, reps = done.get((segment.exercise, segment.side), (0, 0))
            more_ms, more_reps = _passed(segment, spared and segment.side == "left", random)
            done[segment.exercise, segment.side] = ms + more_ms, reps + more_reps
    return tuple(Work(exercise, side, ms, reps) for (exercise, side), (ms, reps) in done.items() if ms)


def _passed(segment: Segment, spared: bool, random: Random) -> tuple[int, int]:
    """The milliseconds and repetitions that one stretch of work came to."""
    spared = spared and "calf" in (segment.exercise or "")
    if segment.kind == "reps":  # at one's own pace
        return round(segment.estimate_ms * random.uniform(0.8, 1.5)), segment.reps
    if segment.rep is not None:
        return (0, 0) if spared and random.random() < 0.25 else (segment.estimate_ms, 1)
    return round(segment.estimate_ms * random.uniform(0.5, 0.9)) if spared else segment.estimate_ms, 0


def _targets(timelines: Sequence[Timeline], first: date, today: date) -> tuple[Target, ...]:
    """One routine daily for half a year and then three days a week; lately another one every second day."""
    daily, other = timelines[0].routine, timelines[-1].routine
    turn = min(first + 200 * DAY, today)
    lately = max(first, today - 90 * DAY)
    return (
        Target(daily, EveryDay(), first, end=turn - DAY),
        Target(daily, OnWeekdays((0, 2, 4)), turn),
        Target(other, EveryNthDay(2), lately),
    )


def _days_apart(first: date, today: date, random: Random) -> Iterator[tuple[date, DayMark]]:
    """The holidays and illnesses of all years, with a note on the first day of each."""
    for year in range(first.year - 1, today.year + 1):
        for month, day, length, note in HOLIDAYS:
            begins = date(year, month, day) + random.randrange(5) * DAY
            yield from _spell(begins, length + random.randrange(4), "paused", note)
        begins = date(year, 1, 10) + random.randrange(70) * DAY
        yield from _spell(begins, random.randint(3, 6), "unwell", random.choice(ILLNESSES))


def _spell(begins: date, days: int, mark: Mark, note: str) -> Iterator[tuple[date, DayMark]]:
    for number in range(days):
        day = begins + number * DAY
        yield day, DayMark(day, mark, "" if number else note)
