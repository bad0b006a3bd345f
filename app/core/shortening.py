"""A routine made to fit the minutes at hand by leaving whole exercises out. Knows no clock and no history."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import groupby

from msgspec import Struct, structs

from app.core.exercise import Exercise
from app.core.ledger import Balance, Part
from app.core.paying import paid, room, stretches
from app.core.routine import Routine
from app.core.timeline import Timeline

HALF_A_MINUTE_MS = 30_000


class Shortened(Struct, frozen=True):
    """A routine with some of its steps.

    `steps` are the numbers of those that stay, from 0 and rising, or () if all do; `dropped` the ids of the
    exercises left out, in their order.
    """

    routine: Routine
    steps: tuple[int, ...] = ()
    dropped: tuple[str, ...] = ()


def with_steps(routine: Routine, steps: Collection[int]) -> Routine | None:
    """The routine with these of its steps, or with all for (); None if it does not have them (any longer)."""
    if not steps:
        return routine
    kept = tuple(step for number, step in enumerate(routine.step) if number in steps)
    return structs.replace(routine, step=kept) if len(kept) == len(steps) else None


def fits(length_ms: int, wanted_ms: int) -> bool:
    """Whether so much fits: anything that is called so many minutes, for they are not meant to the second.

    Into 3 minutes fit 3:29; 3:30 would be called 4.
    """
    return length_ms < wanted_ms + HALF_A_MINUTE_MS


def shorten(
    routine: Routine,
    timeline: Timeline,
    exercises: Mapping[str, Exercise],
    wanted_ms: int,
    owed: Iterable[Balance] = (),
) -> Shortened:
    """The routine in `wanted_ms`, with as much as fits and every hold as long as ever.

    `timeline` is what the whole routine unfolds into. First stays whatever pays most of what is still `owed`
    this week, then what pays most of the rest, and so on; of equals, what comes first. An exercise that does
    not fit is left out, and a shorter one after it may still find room. If none fits, the shortest stays.

    In 3 minutes (3:29 still fit), of raises of 0:48, a stretch of 2:28 and one of 1:48, with nothing owed: the
    raises and the first stretch, 3:16. With 10 min owed of the muscle of the last: that stretch, and the raises,
    2:36, for the first stretch no longer fits beside it.
    """
    if fits(timeline.total_ms, wanted_ms):
        return Shortened(routine)
    ids = list(dict.fromkeys(step.exercise for step in routine.step if step.exercise is not None))
    lengths_ms = _step_lengths(timeline)

    def length_ms(kept: Sequence[str]) -> int:
        return sum(lengths_ms[number] for number in steps_for(routine, kept))

    nothing: Counter[Part] = Counter()
    gives, room_ms = stretches(timeline, exercises), room(owed)
    given: Counter[Part] = Counter()
    kept: list[str] = []
    while fitting := [id_ for id_ in ids if id_ not in kept and fits(length_ms([*kept, id_]), wanted_ms)]:
        best = max(fitting, key=lambda id_: paid(given + gives.get(id_, nothing), room_ms))
        given += gives.get(best, nothing)
        kept.append(best)
    if not kept and ids:
        kept = [min(ids, key=lambda id_: length_ms([id_]))]
    if len(kept) == len(ids):
        return Shortened(routine)
    steps = steps_for(routine, kept)
    only = tuple(routine.step[number] for number in steps)
    return Shortened(structs.replace(routine, step=only), steps, tuple(id_ for id_ in ids if id_ not in kept))


def steps_for(routine: Routine, kept: Collection[str]) -> tuple[int, ...]:
    """The steps of the `kept` exercises, and the waits that go with them.

    A wait goes with all that follows it up to the next one: whoever rolls only the second of two muscles has
    to fetch the roller all the same. One at the very end goes with what is before it.
    """
    steps: list[int] = []
    waits: list[int] = []
    stay: list[int] = []
    for is_wait, run in groupby(enumerate(routine.step), key=lambda numbered: numbered[1].exercise is None):
        if is_wait:
            waits = [number for number, _ in run]
        else:
            stay = [number for number, step in run if step.exercise in kept]
            steps += [*waits, *stay] if stay else []
            waits = []
    return tuple([*steps, *waits] if stay else steps)


def _step_lengths(timeline: Timeline) -> Counter[int]:
    """How long each step takes, in milliseconds; those that are open-ended by their estimate."""
    lengths: Counter[int] = Counter()
    for segment in timeline.segments:
        lengths[segment.step] += segment.estimate_ms
    return lengths
