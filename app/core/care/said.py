"""What a check-in comes to: the worst of it, and which places hurt. Knows no rule, no storage and no clock."""

from collections.abc import Iterable
from typing import Literal

from msgspec import structs

from app.core.care.check_in import PLACES, CheckIn, Felt, Place
from app.core.record import SessionRecord

Scale = Literal["tightness", "pain"]

BANDS = (5, 3, 0)
"""Above which pain a place is counted among those that hurt: over 5 if any is, else over 3, else at all."""


def with_felt(felt: Iterable[Felt], place: Place, scale: Scale, score: int | None) -> tuple[Felt, ...]:
    """What was felt, with one more thing said of one place or, by None, taken back; in the order of `PLACES`.

    A place of which nothing is said is left out.
    """
    by_place = {each.place: each for each in felt}
    by_place[place] = structs.replace(by_place.get(place, Felt(place)), **{scale: score})
    return tuple(by_place[each] for each in PLACES if by_place.get(each, Felt(each)) != Felt(each))


def worst(felt: Iterable[Felt]) -> int | None:
    """The highest of all that was said, tightness or pain; None if nothing was.

    Left calf: tightness 6, pain 2; back: tightness 4: 6.
    """
    return max(
        (score for each in felt for score in (each.tightness, each.pain) if score is not None), default=None
    )


def worst_pain(felt: Iterable[Felt]) -> int | None:
    """The highest pain of all places; None if nothing was said of any."""
    return max((each.pain for each in felt if each.pain is not None), default=None)


def sore_places(felt: Iterable[Felt]) -> tuple[Place, ...]:
    """Where it hurts most, by the bands of the pain rule; all places if nowhere, for then nobody knows.

    Pain 6, 4 and 0: only the first, for it is over 5. Pain 5, 4 and 2: the first two. Pain 0 everywhere: all.
    """
    pain = {each.place: each.pain or 0 for each in felt}
    for band in BANDS:
        if found := tuple(place for place in PLACES if pain.get(place, 0) > band):
            return found
    return PLACES


def said_of(check_ins: Iterable[CheckIn], session: str) -> tuple[CheckIn, ...]:
    """All that was said around one session."""
    return tuple(each for each in check_ins if each.session == session)


def moved_along(check_ins: Iterable[CheckIn], sessions: Iterable[SessionRecord]) -> tuple[CheckIn, ...]:
    """Those check-ins that have to change their day, because their session was moved to another."""
    days = {session.id: session.day for session in sessions}
    return tuple(
        structs.replace(each, day=days[each.session])
        for each in check_ins
        if days.get(each.session, each.day) != each.day
    )
