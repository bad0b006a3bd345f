"""What is shown when a session is over. Knows no window and no storage."""

from collections.abc import Collection, Mapping

from msgspec import Struct

from app.core.diary import Diary
from app.core.exercise import Exercise
from app.core.record import SessionRecord, Work
from app.core.streak import Streak
from app.views import words
from app.views.week import WeekView, week_view

FEELING = "How do your calves and back feel? 0 is at ease, 10 is very tight or sore."


class WorkRow(Struct, frozen=True):
    """An exercise with what was done on each side: words, and shares of the longest from 0 to 1."""

    name: str
    left: str
    right: str
    both: str
    left_share: float
    right_share: float
    both_share: float


class AfterView(Struct, frozen=True):
    """`before` and `after` are 0 to 10, or -1 where nothing was said."""

    headline: str
    summary: str
    rows: tuple[WorkRow, ...]
    week: WeekView
    feeling: str
    before: int
    after: int
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
    return AfterView(
        headline=_headline(record),
        summary=_summary(record),
        rows=tuple(_rows(record.work, exercises)),
        week=week_view(streak, diary),
        feeling=FEELING,
        before=-1 if record.before is None else record.before,
        after=-1 if record.after is None else record.after,
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


def _rows(work: Collection[Work], exercises: Mapping[str, Exercise]) -> list[WorkRow]:
    by_exercise: dict[str, dict[str | None, Work]] = {}
    for item in work:
        by_exercise.setdefault(item.exercise, {})[item.side] = item
    longest = max((item.ms for item in work), default=1)
    return [_row(_name(id_, exercises), sides, longest) for id_, sides in by_exercise.items()]


def _row(name: str, sides: Mapping[str | None, Work], longest_ms: int) -> WorkRow:
    def text(item: Work | None) -> str:
        if item is None:
            return ""
        return words.count(item.reps, "time") if item.reps else words.duration(item.ms)

    def share(item: Work | None) -> float:
        return item.ms / longest_ms if item else 0.0

    left, right, both = (sides.get(side) for side in ("left", "right", None))
    return WorkRow(name, text(left), text(right), text(both), share(left), share(right), share(both))


def _name(id_: str, exercises: Mapping[str, Exercise]) -> str:
    return exercises[id_].name if id_ in exercises else id_
