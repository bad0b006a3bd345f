"""How long somebody has been sitting, and when a break is offered. A pure state machine; knows no clock.

It is looked at every few seconds with the wall clock, how long ago the last input was, and what the person is
busy with. What cannot be read is None, and None never holds a break back.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Literal

from msgspec import Struct, structs

from app.core.breaks.rules import BreakRules, longer

AWAY = timedelta(minutes=2)
"""Whoever leaves the machine alone for as long has got up."""
PAUSE = timedelta(seconds=3)
"""No input for as long is a pause in which a note does not cut into a sentence."""
LONGEST_WAIT = timedelta(minutes=5)
"""A pause is waited for no longer."""
SNOOZE = timedelta(minutes=10)
UNANSWERED = timedelta(minutes=10)
"""An offer that nobody answers for as long was passed over."""
SKIPS_BEFORE_ASKING = 2
MOST_HELD_BACK = 50

Reason = Literal["do-not-disturb", "full-screen", "camera", "microphone"]
Answer = Literal["taken", "snoozed", "skipped"]


class Conditions(Struct, frozen=True):
    """What the person is busy with; None where it cannot be read.

    `off` is whether they want no breaks just now: unwell, paused. `moving` is whether they follow a routine.
    """

    do_not_disturb: bool | None = None
    full_screen: bool | None = None
    camera: bool | None = None
    microphone: bool | None = None
    off: bool = False
    moving: bool = False

    @property
    def against(self) -> tuple[Reason, ...]:
        """Why a break had better wait."""
        known: dict[Reason, bool | None] = {
            "do-not-disturb": self.do_not_disturb,
            "full-screen": self.full_screen,
            "camera": self.camera,
            "microphone": self.microphone,
        }
        return tuple(reason for reason, holds in known.items() if holds)


class HeldBack(Struct, frozen=True):
    """A break that was due at `at` and was not offered, and why."""

    at: datetime
    reasons: tuple[Reason, ...]


class BreakOffered(Struct, frozen=True):
    """After `sat_min` whole minutes of sitting."""

    sat_min: int


class BreakHeldBack(Struct, frozen=True):
    """Once for each break and each new reason."""

    held_back: HeldBack


class BreakOver(Struct, frozen=True):
    """The offer no longer stands: the person got up by themselves, the hours ended, or nobody answered."""


class IntervalAsked(Struct, frozen=True):
    """Two breaks in a row were skipped: would `longer_min` minutes suit better than `every_min`?"""

    every_min: int
    longer_min: int


Event = BreakOffered | BreakHeldBack | BreakOver | IntervalAsked


class Sitting(Struct, frozen=True):
    """Where things stand. `sat` is time spent sitting, as far as it was seen, `skips` those in a row.

    Of `due_at`, `offered_at` and `snoozed_until` at most one is set. `held_back` has the last fifty.
    """

    seen_at: datetime | None = None
    sat: timedelta = timedelta()
    due_at: datetime | None = None
    offered_at: datetime | None = None
    snoozed_until: datetime | None = None
    skips: int = 0
    reasons: tuple[Reason, ...] = ()
    held_back: tuple[HeldBack, ...] = ()


Step = tuple[Sitting, tuple[Event, ...]]


def look(
    sitting: Sitting, rules: BreakRules, now: datetime, idle_s: float | None, conditions: Conditions
) -> Step:
    """One look: the state after it and what happened. `now` is the wall clock with its offset.

    With a look every 5 s from 9:00 on, somebody who types without end is offered a break at 9:45: due at 9:40,
    no pause of 3 s came in 5 minutes. Somebody who fetched coffee from 9:30 to 9:33 is due at 10:13.
    """
    passed = _passed(sitting, now)
    sitting = structs.replace(sitting, seen_at=now)
    idle = timedelta(seconds=idle_s) if idle_s is not None else None
    got_up = passed > AWAY or (idle is not None and idle >= AWAY) or conditions.moving
    if got_up:
        return _begun_anew(sitting, skips=0 if sitting.offered_at else sitting.skips)
    if conditions.off or not rules.hold_at(now.replace(tzinfo=None)):
        return _begun_anew(sitting, skips=0)
    sitting = structs.replace(sitting, sat=sitting.sat + passed)
    if sitting.offered_at is not None:
        return _unanswered(sitting, rules, now)
    sitting = _come_due(sitting, rules, now)
    if sitting.due_at is None:
        return sitting, ()
    if conditions.against:
        return _hold_back(sitting, now, conditions.against)
    if idle is None or idle >= PAUSE or _since(sitting.due_at, now) >= LONGEST_WAIT:
        return _offer(sitting, now)
    return sitting, ()


def answer(sitting: Sitting, rules: BreakRules, given: Answer, now: datetime) -> Step:
    """What the person said to the offer. Taken, the sitting begins anew once they are back."""
    if given == "snoozed":
        later = now + SNOOZE
        return structs.replace(sitting, offered_at=None, due_at=None, snoozed_until=later), ()
    if given == "taken":
        return _begun_anew(structs.replace(sitting, seen_at=now), skips=0)[0], ()
    return _skipped(structs.replace(sitting, seen_at=now), rules)


def _passed(sitting: Sitting, now: datetime) -> timedelta:
    """Since the last look; nothing at the first, nor when the clock was set back."""
    return max(timedelta(), _since(sitting.seen_at, now)) if sitting.seen_at else timedelta()


def _since(then: datetime, now: datetime) -> timedelta:
    return now.astimezone(UTC) - then.astimezone(UTC)


def _begun_anew(sitting: Sitting, skips: int) -> Step:
    over = (BreakOver(),) if sitting.offered_at else ()
    return Sitting(seen_at=sitting.seen_at, skips=skips, held_back=sitting.held_back), over


def _come_due(sitting: Sitting, rules: BreakRules, now: datetime) -> Sitting:
    if sitting.snoozed_until is not None:
        # A wait of more than a snooze: the clock was set back.
        if not timedelta() < -_since(sitting.snoozed_until, now) <= SNOOZE:
            return structs.replace(sitting, snoozed_until=None, due_at=now)
        return sitting
    if sitting.due_at is None and sitting.sat >= timedelta(minutes=rules.every_min):
        return structs.replace(sitting, due_at=now, reasons=())
    return sitting


def _hold_back(sitting: Sitting, now: datetime, against: tuple[Reason, ...]) -> Step:
    """Held back until nothing speaks against it; then a pause is waited for anew."""
    sitting = structs.replace(sitting, due_at=now)
    if set(against) <= set(sitting.reasons):
        return sitting, ()
    entry = HeldBack(now, against)
    kept = (*sitting.held_back, entry)[-MOST_HELD_BACK:]
    reasons = tuple(dict.fromkeys((*sitting.reasons, *against)))
    return structs.replace(sitting, reasons=reasons, held_back=kept), (BreakHeldBack(entry),)


def _offer(sitting: Sitting, now: datetime) -> Step:
    minutes = int(sitting.sat.total_seconds()) // 60
    offered = structs.replace(sitting, due_at=None, offered_at=now, reasons=())
    return offered, (BreakOffered(minutes),)


def _unanswered(sitting: Sitting, rules: BreakRules, now: datetime) -> Step:
    if sitting.offered_at is None or timedelta() <= _since(sitting.offered_at, now) < UNANSWERED:
        return sitting, ()
    sitting, events = _skipped(sitting, rules)
    return sitting, (BreakOver(), *events)


def _skipped(sitting: Sitting, rules: BreakRules) -> Step:
    skips = sitting.skips + 1
    asked = tuple(_asking(rules)) if skips >= SKIPS_BEFORE_ASKING else ()
    anew = Sitting(seen_at=sitting.seen_at, skips=0 if asked else skips, held_back=sitting.held_back)
    return anew, asked


def _asking(rules: BreakRules) -> Iterator[Event]:
    yield IntervalAsked(rules.every_min, longer(rules.every_min))
