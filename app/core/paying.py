"""How much of what a week still owes a routine would pay. Knows no clock and no history."""

from collections import Counter
from collections.abc import Iterable, Mapping

from app.core.exercise import Exercise
from app.core.ledger import BOTH, SESSION_CEILING_MS, Balance, Part
from app.core.timeline import Timeline


def pays(timeline: Timeline, exercises: Mapping[str, Exercise], owed: Iterable[Balance]) -> int:
    """Milliseconds of what is owed that one session pays, over all muscles and sides.

    Of each no more than is owed, and no more than 4 minutes. With 10 min owed on the left and 0:40 on the
    right, a minute of stretch on each side pays 1:40.
    """
    return paid(sum(stretches(timeline, exercises).values(), Counter()), room(owed))


def paid(stretch_ms: Mapping[Part, int], room_ms: Mapping[Part, int]) -> int:
    """How much of the stretch finds room."""
    return sum(min(ms, room_ms.get(part, 0)) for part, ms in stretch_ms.items())


def room(owed: Iterable[Balance]) -> dict[Part, int]:
    """How much stretch of each muscle and side one session can pay, in milliseconds."""
    return {
        (balance.muscle, side): min(balance.owed_ms(side), SESSION_CEILING_MS)
        for balance in owed
        for side in BOTH
    }


def stretches(timeline: Timeline, exercises: Mapping[str, Exercise]) -> dict[str, Counter[Part]]:
    """The milliseconds under stretch that each stretching exercise gives each muscle and side."""
    found: dict[str, Counter[Part]] = {}
    for segment in timeline.segments:
        exercise = exercises.get(segment.exercise or "")
        if exercise is not None and exercise.kind == "stretch" and segment.is_work:
            parts = found.setdefault(exercise.id, Counter())
            for muscle in exercise.muscles:
                for side in BOTH if segment.side is None else (segment.side,):
                    parts[muscle, side] += segment.estimate_ms
    return found
