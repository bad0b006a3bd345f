"""Changing when a routine is due, from today on. Knows no storage and no clock: targets and today are arguments."""

from collections.abc import Iterable
from datetime import date, timedelta

from msgspec import Struct, structs

from app.core.target import OnWeekdays, Rhythm, Target


class Changes(Struct, frozen=True):
    """Targets to write, and the ids of those to forget."""

    put: tuple[Target, ...] = ()
    delete: tuple[str, ...] = ()


def current_target(targets: Iterable[Target], routine: str, today: date) -> Target | None:
    """What says when the routine is due: the target that holds today or, if none does, one still to begin."""
    lasting = [target for target in targets if target.routine == routine and _lasts(target, today)]
    return min(lasting, key=lambda target: target.start, default=None)


def retargeted(
    targets: Iterable[Target], routine: str, rhythm: Rhythm | None, times: int, today: date
) -> Changes:
    """What to change so that from today on the routine is due by `rhythm`, or not at all by None.

    A target from before today ends yesterday, so that the past stays as it was; one from today on, which has
    no past, is forgotten. Every day since the 1st, changed on the 16th to every second day: one from the 1st
    to the 15th, and one from the 16th on; changed again on the 16th, the latter is replaced.
    """
    now = current_target(targets, routine, today)
    if now is not None and now.end is None and (now.rhythm, now.times) == (rhythm, times):
        return Changes()
    wanted = None if rhythm is None else Target(routine, rhythm, today, times)
    put, delete = [], []
    for target in targets:
        if target.routine != routine or not _lasts(target, today):
            continue
        if target.start < today:
            put.append(structs.replace(target, end=today - timedelta(days=1)))
        elif wanted is None or target.id != wanted.id:
            delete.append(target.id)
    return Changes((*put, wanted) if wanted else tuple(put), tuple(delete))


def toggled(rhythm: OnWeekdays, weekday: int) -> OnWeekdays:
    """With `weekday` taken in or out, in the order of the week; the last one stays."""
    weekdays = tuple(sorted({*rhythm.weekdays} ^ {weekday}))
    return OnWeekdays(weekdays) if weekdays else rhythm


def undone(changes: Changes, targets: Iterable[Target]) -> Changes:
    """What to change after `changes` for the targets to be as they were: `targets`, from before."""
    before = {target.id: target for target in targets}
    touched = [*(target.id for target in changes.put), *changes.delete]
    return Changes(
        tuple(before[id_] for id_ in touched if id_ in before),
        tuple(id_ for id_ in touched if id_ not in before),
    )


def _lasts(target: Target, today: date) -> bool:
    return target.end is None or target.end >= today
