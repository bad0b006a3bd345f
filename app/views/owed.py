"""What is still owed this week by muscle and side, as Today shows it. Knows no window and no clock."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from app.core.diary import Diary
from app.core.exercise import Exercise
from app.core.ledger import WEEK_CEILING_MS, Balance, owed, week_ledger
from app.core.library import Library
from app.core.paying import pays
from app.core.record import Side
from app.core.timeline import Timeline, unfold
from app.views import words
from app.views.ledger import ENOUGH
from app.views.muscles import MUSCLES

MOST_ROWS = 4
MINUTE_MS = 60_000
TITLE = "Still owed this week"
PAID = "This week's stretching is done"
LEVEL = "Left and right are level."
NOT_BEGUN = "Nothing was stretched yet this week. Ten minutes for each muscle and side do it good."


class OwedRow(Struct, frozen=True):
    """One muscle: what is left to do on each side, and which share of it is done, from 0 to 1."""

    muscle: str
    left: str
    right: str
    left_done: float
    right_done: float


NO_ROW = OwedRow("", "", "", 0.0, 0.0)
"""Before there is anything to show."""


class OwedView(Struct, frozen=True):
    """`routine` is the id of the one that pays most of it, `pays` what it pays; both "" where none does."""

    title: str
    sentence: str
    rows: tuple[OwedRow, ...] = ()
    routine: str = ""
    routine_name: str = ""
    pays: str = ""


NOTHING_OWED = OwedView("", "")


def owed_view(diary: Diary, library: Library) -> OwedView:
    """What is short of ten minutes on a side, most first; nothing at all without a history of stretching."""
    short = owed(diary, library.exercises)
    if not short:
        return OwedView(PAID, f"{ENOUGH}.") if _stretched(diary, library.exercises) else NOTHING_OWED
    paid_ms, best = _best(short, library)
    return OwedView(
        title=TITLE,
        sentence=_sentence(short),
        rows=tuple(map(_row, short[:MOST_ROWS])),
        routine=best.routine if best else "",
        routine_name=best.name if best else "",
        pays=f"Pays {_time(paid_ms)} of it" if best else "",
    )


def _best(short: Sequence[Balance], library: Library) -> tuple[int, Timeline | None]:
    """What pays most of it, and how much in milliseconds; of several the shortest, and none if none pays."""
    timelines = (unfold(entry.routine, library.exercises) for entry in library.routines if entry.routine)
    payments = [(pays(timeline, library.exercises, short), timeline) for timeline in timelines]
    paid_ms, best = max(payments, key=lambda pair: (pair[0], -pair[1].total_ms), default=(0, None))
    return (paid_ms, best) if paid_ms else (0, None)


def _stretched(diary: Diary, exercises: Mapping[str, Exercise]) -> bool:
    week = week_ledger(diary.sessions, exercises, diary.today, diary.first_weekday)
    return any(balance.left.useful_ms or balance.right.useful_ms for balance in week)


def _row(balance: Balance) -> OwedRow:
    return OwedRow(
        muscle=words.sentence_case(_name(balance)),
        left=_left_to_do(balance, "left"),
        right=_left_to_do(balance, "right"),
        left_done=balance.left.useful_ms / WEEK_CEILING_MS,
        right_done=balance.right.useful_ms / WEEK_CEILING_MS,
    )


def _left_to_do(balance: Balance, side: Side) -> str:
    minutes = -(-balance.owed_ms(side) // MINUTE_MS)
    return f"{minutes} min" if minutes else "enough"


def _sentence(short: Sequence[Balance]) -> str:
    """The side that is furthest behind; else that none is, or that nothing was done."""
    if not any(balance.left.useful_ms or balance.right.useful_ms for balance in short):
        return NOT_BEGUN
    behind = max(short, key=_behind_ms)
    if not _behind_ms(behind):
        return LEVEL
    side, other = ("left", "right") if behind.weaker == "left" else ("right", "left")
    return f"Your {side} {_name(behind)} is {_time(_behind_ms(behind))} behind the {other}."


def _behind_ms(balance: Balance) -> int:
    """By how much the weaker side is behind in stretching; 0 where both are level."""
    apart = abs(balance.left.useful_ms - balance.right.useful_ms)
    return apart if balance.weaker else 0


def _time(ms: int) -> str:
    """Whole minutes, or seconds below one: 170 s are "3 minutes"."""
    return words.count(round(ms / MINUTE_MS), "minute") if ms >= MINUTE_MS else words.spoken_duration(ms)


def _name(balance: Balance) -> str:
    return MUSCLES.get(balance.muscle, balance.muscle)
