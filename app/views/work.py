"""What was done, exercise by exercise, in words and bars. Knows no window."""

from collections.abc import Collection, Mapping

from msgspec import Struct

from app.core.exercise import Exercise
from app.core.record import Work
from app.views import words


class WorkRow(Struct, frozen=True):
    """An exercise with what was done on each side: words, and shares of the longest from 0 to 1."""

    name: str
    left: str
    right: str
    both: str
    left_share: float
    right_share: float
    both_share: float


def work_rows(work: Collection[Work], exercises: Mapping[str, Exercise]) -> tuple[WorkRow, ...]:
    """A row for each exercise, in the order in which it was first done."""
    by_exercise: dict[str, dict[str | None, Work]] = {}
    for item in work:
        by_exercise.setdefault(item.exercise, {})[item.side] = item
    longest = max((1, *(item.ms for item in work)))
    return tuple(_row(exercise_name(id_, exercises), sides, longest) for id_, sides in by_exercise.items())


def amount(item: Work) -> str:
    """Repetitions where they were counted, else the time."""
    return words.count(item.reps, "time") if item.reps else words.duration(item.ms)


def _row(name: str, sides: Mapping[str | None, Work], longest_ms: int) -> WorkRow:
    def text(item: Work | None) -> str:
        return amount(item) if item else ""

    def share(item: Work | None) -> float:
        return item.ms / longest_ms if item else 0.0

    left, right, both = (sides.get(side) for side in ("left", "right", None))
    return WorkRow(name, text(left), text(right), text(both), share(left), share(right), share(both))


def exercise_name(id_: str, exercises: Mapping[str, Exercise]) -> str:
    """Its name or, if it is no longer in the library, its id."""
    return exercises[id_].name if id_ in exercises else id_
