"""What Today invites to: which routine, and how much of it in the minutes at hand. Knows no clock and no words."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct

from app.core.diary import Diary, sessions_between
from app.core.due import Due, due_today
from app.core.exercise import Exercise
from app.core.ledger import owed
from app.core.paying import pays
from app.core.routine import Routine
from app.core.shortening import Shortened, fits, shorten
from app.core.suggestion import suggested
from app.core.timeline import Timeline

Unfold = Callable[[Routine], Timeline]


class Invited(Struct, frozen=True):
    """A routine as it would be done now; `due` where a target asks for it and it is not done often enough."""

    shortened: Shortened
    timeline: Timeline
    due: Due | None = None

    @property
    def routine(self) -> Routine:
        return self.shortened.routine


def invited(
    routines: Sequence[Routine],
    exercises: Mapping[str, Exercise],
    diary: Diary,
    unfold: Unfold,
    wanted_ms: int = 0,
) -> Invited | None:
    """What to do next, in `wanted_ms` milliseconds (0: did not say); None if there are no routines.

    With minutes at hand it is the suggested routine with as much of it as fits, unless it is not due and
    - another that fits as a whole, and is no shorter than three quarters of the time, pays more of what is
      owed this week than what is left of the suggested one; or
    - the suggested one does not fit at all, or fits with time to spare, and another fills it better, up to
      those three quarters.
    """
    by_id = {routine.id: routine for routine in routines}
    still_owed = owed(diary, exercises)

    def pay(timeline: Timeline) -> int:
        return pays(timeline, exercises, still_owed)

    chosen = suggested(tuple(by_id), diary, lambda id_: pay(unfold(by_id[id_])))
    if chosen is None:
        return None
    due = next((item for item in due_today(diary) if item.routine == chosen and item.left), None)
    whole = unfold(by_id[chosen])
    if not wanted_ms:
        return Invited(Shortened(by_id[chosen]), whole, due)
    shortened = shorten(by_id[chosen], whole, exercises, wanted_ms, still_owed)
    first = Invited(shortened, unfold(shortened.routine), due)
    if due is not None:
        return first
    done_today = {session.routine for session in sessions_between(diary.sessions, diary.today, diary.today)}
    others = (Invited(Shortened(by_id[id_]), unfold(by_id[id_])) for id_ in by_id if id_ not in done_today)
    return _best_in_time(first, others, wanted_ms, pay)


def _best_in_time(
    first: Invited, others: Iterable[Invited], wanted_ms: int, pay: Callable[[Timeline], int]
) -> Invited:
    most_ms = wanted_ms * 3 // 4

    def is_in_time(each: Invited) -> bool:
        return fits(each.timeline.total_ms, wanted_ms)

    def filled_ms(each: Invited) -> int:
        return min(each.timeline.total_ms, most_ms)

    rivals = [other for other in others if is_in_time(other)]
    if first.shortened.dropped and is_in_time(first):
        rivals = [other for other in rivals if filled_ms(other) == most_ms]
        return max((first, *rivals), key=lambda each: pay(each.timeline))
    return max((first, *rivals), key=lambda each: (is_in_time(each), filled_ms(each), pay(each.timeline)))
