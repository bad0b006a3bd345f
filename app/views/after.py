"""What is shown when a session is over. Knows no window and no storage."""

from collections.abc import Collection, Mapping

from msgspec import Struct

from app.core.diary import Diary
from app.core.exercise import Exercise
from app.core.ledger import BOTH, SESSION_CEILING_MS, Balance, session_balances
from app.core.record import SessionRecord
from app.core.streak import Streak
from app.views import words
from app.views.check_in import CheckInView, check_in_view
from app.views.muscles import MUSCLES
from app.views.week import WeekView, week_view
from app.views.work import WorkRow, work_rows

ENOUGH = f"{words.minutes(SESSION_CEILING_MS)} is all that helps in one session"


class AfterView(Struct, frozen=True):
    """`enough` says which muscles had all the stretching of a session that helps, a line each, or ""."""

    headline: str
    summary: str
    rows: tuple[WorkRow, ...]
    enough: str
    week: WeekView
    check_in: CheckInView
    note: str
    trouble: str


def after_view(
    record: SessionRecord,
    exercises: Mapping[str, Exercise],
    streak: Streak,
    diary: Diary,
    *,
    trouble: str = "",
) -> AfterView:
    worked = session_balances(record.work, exercises)
    return AfterView(
        headline=_headline(record),
        summary=_summary(record),
        rows=work_rows(record.work, exercises),
        enough=_enough(worked),
        week=week_view(streak, diary),
        check_in=check_in_view({}, worked=worked),
        note=record.note,
        trouble=trouble,
    )


def _headline(record: SessionRecord) -> str:
    if record.status == "finished":
        return "Well done"
    return "Kept what you did" if record.done_ms else "Nothing was done yet"


def _summary(record: SessionRecord) -> str:
    if record.status == "finished":
        return f"{record.name}: {words.duration(record.done_ms)} of work."
    if record.done_ms:
        planned = words.duration(record.planned_ms)
        return f"{record.name}: {words.duration(record.done_ms)} of {planned}."
    return f"{record.name} was stopped before its first hold, so there is nothing to keep."


def _enough(balances: Collection[Balance]) -> str:
    """What had four minutes: "Upper calf, left: 4 min is all that helps in one session"."""
    lines = []
    for where, sides in (("", BOTH), (", left", ("left",)), (", right", ("right",))):
        muscles = [
            MUSCLES.get(balance.muscle, balance.muscle)
            for balance in balances
            if tuple(side for side in BOTH if balance.on(side).useful_ms >= SESSION_CEILING_MS) == sides
        ]
        if muscles:
            lines.append(f"{words.sentence_case(words.listing(muscles))}{where}: {ENOUGH}")
    return "\n".join(lines)
