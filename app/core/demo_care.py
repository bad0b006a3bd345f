"""Invented check-ins, self-tests and a programme, to look at. Knows no storage; the same seed gives the same."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from random import Random

from app.core.care.check_in import CheckIn, Felt, Place
from app.core.care.kept import CareRecord
from app.core.care.self_test import SelfTest, SelfTestKind
from app.core.programme.enrolment import Enrolment
from app.core.record import SessionRecord

PROGRAMME = "four-weeks"
ENROLLED = timedelta(days=16)
TESTED_EVERY = timedelta(days=14)
CHECKED = 0.7
"""The chance that a session is followed by a check-in."""
FLARE = 0.04
FIRST: dict[Place, tuple[float, float]] = {"left-calf": (6, 4), "right-calf": (4, 2), "back": (5, 3)}
"""Tightness and pain at the beginning; both are halved in about half a year."""
BESIDE: dict[SelfTestKind, tuple[float, float, float]] = {
    "knee-to-wall": (7.0, 10.0, 3.0),
    "heel-rise": (17, 24, 8),
}
"""Left and right in the first test, and how much the left gains in all."""


def demo_care(
    sessions: Sequence[SessionRecord], today: date, days: int, seed: int = 1
) -> tuple[CareRecord, ...]:
    """What somebody would have said around the sessions of the last `days` days; these are newest first."""
    random = Random(seed)  # noqa: S311  # nothing here is a secret
    first = today - timedelta(days=days)
    recent = [session for session in sessions if session.day >= first]
    check_ins = tuple(_check_ins(reversed(recent), first, days, random))
    return (*check_ins, *_self_tests(recent, first, days, random), Enrolment(PROGRAMME, today - ENROLLED))


def _check_ins(
    sessions: Iterable[SessionRecord], first: date, days: int, random: Random
) -> Iterator[CheckIn]:
    for session in sessions:
        if random.random() > CHECKED:
            continue
        gone = (session.day - first).days / days
        flared = random.random() < FLARE
        yield CheckIn(session.id, "before", session.day, _felt(gone, 1, 0, random))
        yield CheckIn(session.id, "after", session.day, _felt(gone, 0, 4 * flared, random))
        yield CheckIn(session.id, "morning", session.day, morning="worse" if flared else "as-usual")


def _felt(gone: float, tighter: int, sorer: int, random: Random) -> tuple[Felt, ...]:
    def score(value: float) -> int:
        return min(10, max(0, round(value + random.gauss(0, 0.7))))

    return tuple(
        Felt(place, score(tight * (1 - gone / 2) + tighter), score(pain * (1 - gone / 2) + sorer))
        for place, (tight, pain) in FIRST.items()
    )


def _self_tests(
    sessions: Sequence[SessionRecord], first: date, days: int, random: Random
) -> Iterator[SelfTest]:
    """A test of each kind every two weeks, at the time of the session nearest after that day."""
    by_day = sorted(sessions, key=lambda session: session.day)
    for number in range(days // TESTED_EVERY.days):
        due = first + number * TESTED_EVERY
        session = next((session for session in by_day if session.day >= due), None)
        if session is None:
            return
        gone = (due - first).days / days
        for kind, (left, right, gain) in BESIDE.items():
            step, tries = (2, 3) if kind == "knee-to-wall" else (1, 1)

            def measured(value: float, step: int = step, tries: int = tries) -> tuple[float, ...]:
                return tuple(round((value + random.uniform(-0.4, 0.4)) * step) / step for _ in range(tries))

            yield SelfTest(
                id=f"demo-{kind}-{number}",
                kind=kind,
                taken_at=session.started_at,
                day=session.day,
                left=measured(left + gain * gone),
                right=measured(right + gain * gone / 3),
            )
