"""Changing what is followed, from today on. Knows no storage and no clock: enrolments and today are arguments."""

from collections.abc import Iterable
from datetime import date, timedelta

from msgspec import Struct, structs

from app.core.programme.course import followed
from app.core.programme.enrolment import Enrolment, Turn


class Changes(Struct, frozen=True):
    """Enrolments to write, and those to forget."""

    put: tuple[Enrolment, ...] = ()
    delete: tuple[Enrolment, ...] = ()


def begun(enrolments: Iterable[Enrolment], programme: str, today: date) -> Changes:
    """What to change for `programme` to begin today, in the place of the one that is followed."""
    new = Enrolment(programme, today)
    before = ended(enrolments, today)
    return Changes((*before.put, new), tuple(each for each in before.delete if each.id != new.id))


def ended(enrolments: Iterable[Enrolment], today: date) -> Changes:
    """What to change for nothing to be followed from today on.

    The past stays as it was: what began before today ends yesterday, and what began today is forgotten.
    """
    holding = [each for each in enrolments if each.holds_on(today)]
    return Changes(
        tuple(structs.replace(each, end=today - timedelta(days=1)) for each in holding if each.start < today),
        tuple(each for each in holding if each.start >= today),
    )


def turned(enrolments: Iterable[Enrolment], week: int, today: date) -> Changes:
    """What to change for today to be the first day of the week number `week`, counted from 0."""
    enrolments = tuple(enrolments)
    now = followed(enrolments, today)
    if now is None:
        return Changes()
    written = next(each for each in enrolments if each.id == now.id)
    earlier = tuple(turn for turn in written.turns if turn.day < today)
    return Changes((structs.replace(written, turns=(*earlier, Turn(today, week))),))


def undone(changes: Changes, enrolments: Iterable[Enrolment]) -> Changes:
    """What to change after `changes` for the enrolments to be as they were: `enrolments`, from before."""
    before = {each.id: each for each in enrolments}
    touched = (*changes.put, *changes.delete)
    return Changes(
        tuple(before[each.id] for each in touched if each.id in before),
        tuple(each for each in changes.put if each.id not in before),
    )
