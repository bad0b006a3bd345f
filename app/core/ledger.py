"""The dose of each muscle and side: what was done, how much of it helps, what is owed. Knows no clock.

Stretching gains range up to about 4 minutes a session and 10 minutes a week for a muscle, and no more beyond
(Ingram 2025, Sports Medicine, 189 studies).
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from msgspec import Struct

from app.core.days import week_of
from app.core.diary import Diary, sessions_between
from app.core.exercise import Exercise, Kind
from app.core.record import SessionRecord, Side, Work

SESSION_CEILING_MS = 240_000
WEEK_CEILING_MS = 600_000
OF_LATE = timedelta(days=28)
COUNTED: frozenset[Kind] = frozenset(("strength", "mobility", "posture"))
"""The kinds whose repetitions count. Releasing and warming do a muscle good, but are no dose of either."""

WEAKER_PERCENT = 90
WEAKER_MS = 30_000
WEAKER_REPS = 3

BOTH: tuple[Side, Side] = ("left", "right")
Part = tuple[str, Side]
"""A muscle on one side."""


class Tally(Struct, frozen=True):
    """What one side of a muscle got: time under stretch, how much of that helps, and repetitions."""

    stretch_ms: int = 0
    useful_ms: int = 0
    reps: int = 0


NOTHING = Tally()


class Balance(Struct, frozen=True):
    """One muscle, left and right."""

    muscle: str
    left: Tally = NOTHING
    right: Tally = NOTHING

    def on(self, side: Side) -> Tally:
        return self.left if side == "left" else self.right

    @property
    def enough(self) -> bool:
        """Whether both sides had all the stretching of a week that helps."""
        return not (self.owed_ms("left") or self.owed_ms("right"))

    @property
    def weaker(self) -> Side | None:
        """The side that got clearly less: under 90 % of the other, and 30 s of useful stretch or 3 repetitions less.

        Stretching decides before repetitions do. Left 3 min, right 2 min 30 s: 2.5/3 = 83 % and 30 s less, so
        the right is the weaker. Left 10 min, right 9 min 30 s: 95 %, so neither is.
        """
        return _clearly_less(self.left.useful_ms, self.right.useful_ms, WEAKER_MS) or _clearly_less(
            self.left.reps, self.right.reps, WEAKER_REPS
        )

    def owed_ms(self, side: Side) -> int:
        """How much more stretching of this side helps in the week of which this is the balance."""
        return WEEK_CEILING_MS - self.on(side).useful_ms


def session_balances(work: Iterable[Work], exercises: Mapping[str, Exercise]) -> tuple[Balance, ...]:
    """What one session gave each muscle, the one with most first. Useful are at most 4 minutes a side."""
    stretch_ms: Counter[Part] = Counter()
    reps: Counter[Part] = Counter()
    for item in work:
        exercise = exercises.get(item.exercise)
        if exercise is None:
            continue
        for muscle in dict.fromkeys(exercise.muscles):
            for side in BOTH if item.side is None else (item.side,):
                if exercise.kind == "stretch":
                    stretch_ms[muscle, side] += item.ms
                elif exercise.kind in COUNTED:
                    reps[muscle, side] += item.reps
    # The union of counters leaves out what came to nothing.
    tallies = {
        part: Tally(stretch_ms[part], min(stretch_ms[part], SESSION_CEILING_MS), reps[part])
        for part in stretch_ms | reps
    }
    return _balances(tallies)


def week_ledger(
    sessions: Sequence[SessionRecord], exercises: Mapping[str, Exercise], week: date, first_weekday: int
) -> tuple[Balance, ...]:
    """What the week that `week` lies in gave each muscle, the one with most first.

    `sessions` are newest first. Useful are at most 4 minutes of each session, and 10 of the week: two sessions
    of 5 minutes for a side are 10 min of stretch and 8 of use.
    """
    first = week_of(week, first_weekday)
    return _sum_of(sessions_between(sessions, first, first + timedelta(days=6)), exercises)


def owed(diary: Diary, exercises: Mapping[str, Exercise]) -> tuple[Balance, ...]:
    """This week's balances of the muscles stretched in the last 28 days that are still short, most owed first.

    Where as much is owed of two, the one stretched more in those days comes first.
    """
    week = {
        balance.muscle: balance
        for balance in week_ledger(diary.sessions, exercises, diary.today, diary.first_weekday)
    }
    of_late = sessions_between(diary.sessions, diary.today - OF_LATE, diary.today)
    habits = (balance for balance in _sum_of(of_late, exercises) if _stretch_ms(balance))
    short = [week.get(balance.muscle, Balance(balance.muscle)) for balance in habits]
    return tuple(
        sorted(
            (balance for balance in short if not balance.enough),
            key=lambda balance: -balance.owed_ms("left") - balance.owed_ms("right"),
        )
    )


def _sum_of(sessions: Iterable[SessionRecord], exercises: Mapping[str, Exercise]) -> tuple[Balance, ...]:
    tallies: dict[Part, Tally] = {}
    for session in sessions:
        for balance in session_balances(session.work, exercises):
            for side in BOTH:
                more = balance.on(side)
                before = tallies.get((balance.muscle, side), NOTHING)
                tallies[balance.muscle, side] = Tally(
                    before.stretch_ms + more.stretch_ms,
                    min(before.useful_ms + more.useful_ms, WEEK_CEILING_MS),
                    before.reps + more.reps,
                )
    return _balances(tallies)


def _balances(tallies: Mapping[Part, Tally]) -> tuple[Balance, ...]:
    muscles = dict.fromkeys(muscle for muscle, _ in tallies)
    balances = [
        Balance(muscle, tallies.get((muscle, "left"), NOTHING), tallies.get((muscle, "right"), NOTHING))
        for muscle in muscles
    ]
    return tuple(sorted(balances, key=lambda item: (-_stretch_ms(item), -_reps(item), item.muscle)))


def _stretch_ms(balance: Balance) -> int:
    return balance.left.stretch_ms + balance.right.stretch_ms


def _reps(balance: Balance) -> int:
    return balance.left.reps + balance.right.reps


def _clearly_less(left: int, right: int, least: int) -> Side | None:
    less, more = sorted((left, right))
    if more - less < least or 100 * less >= WEAKER_PERCENT * more:
        return None
    return "left" if left < right else "right"
