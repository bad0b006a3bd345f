"""Heat, cold, or both in turn, as a routine that has limits and looks at the skin. Knows no clock and no words.

How long at once: the exercises' cards quote hospital advice of up to 30 minutes for heat, and of 15 to 20 for cold
(NHS Sherwood Forest Hospitals). At home nobody sits beside the person, so heat stops at 20 minutes and cold at 10.
That heat and cold may take turns is commonly advised, for how long and how often is not: those limits are our own
cautious choice.
"""

from collections.abc import Iterator
from math import ceil
from typing import Literal

from msgspec import Struct

from app.core.ladder import Ladder
from app.core.routine import Routine, Step

Warmth = Literal["heat", "cold", "alternate"]
KINDS: tuple[Warmth, ...] = ("heat", "cold", "alternate")
HEAT, COLD = "heat-pack", "cold-pack"
"""The exercises."""
LIE_DOWN_S = 20
"""To lie down and lay the pack on."""
UNLOOKED_MIN = 5
"""After so many minutes of a pack the routine waits for a look at the skin, as the cards of both packs say."""


class Limits(Struct, frozen=True):
    """What may be chosen: minutes of heat and of cold at once, and rounds. One without a step is as it is."""

    heat: Ladder[int]
    cold: Ladder[int]
    rounds: Ladder[int]


NONE: Ladder[int] = Ladder((0,))
ONCE: Ladder[int] = Ladder((1,))
LIMITS: dict[Warmth, Limits] = {
    "heat": Limits(Ladder((5, 10, 15, 20)), NONE, ONCE),
    "cold": Limits(NONE, Ladder((3, 5, 8, 10)), ONCE),
    "alternate": Limits(Ladder((3, 4, 5)), Ladder((1, 2)), Ladder((1, 2, 3, 4))),
}


class WarmthPlan(Struct, frozen=True):
    """What is wanted: minutes of heat and of cold at once, and how often. What the kind has no use for is left out."""

    kind: Warmth = "heat"
    heat_min: int = 15
    cold_min: int = 0
    rounds: int = 1


USUAL: dict[Warmth, WarmthPlan] = {
    "heat": WarmthPlan(),
    "cold": WarmthPlan("cold", 0, 10),
    "alternate": WarmthPlan("alternate", 4, 1, 3),
}


class SkinWords(Struct, frozen=True):
    """What is said and shown: of the routine its name, of its waits what to do, of its holds what to heed.

    `change_to_cold` and `change_to_heat` are said after a hold in the middle of the turns, `look` in the middle of
    heat alone, and `look_cold` of cold alone.
    """

    names: dict[Warmth, str]
    fetch: dict[Warmth, str]
    look: str
    look_cold: str
    change_to_cold: str
    change_to_heat: str
    end: str
    heat_cue: str
    cold_cue: str


def within_limits(plan: WarmthPlan) -> WarmthPlan:
    """The plan with each of its numbers brought to what its kind allows: 45 minutes of heat are 20."""
    limits = LIMITS[plan.kind]
    return WarmthPlan(
        plan.kind,
        _nearest(limits.heat, plan.heat_min),
        _nearest(limits.cold, plan.cold_min),
        _nearest(limits.rounds, plan.rounds),
    )


def thermal_routine(plan: WarmthPlan, words: SkinWords) -> Routine:
    """A routine in no library: fetch and wrap, then holds with a look at the skin before each next, and at the end.

    15 minutes of heat are three holds of 5 with a look between. Heat for 4 minutes and cold for 1, three times, are
    six holds with five looks between: 3 × 4 + 3 × 1 = 15 minutes of work.
    """
    wanted = within_limits(plan)
    steps = (
        Step(wait=words.fetch[wanted.kind], prepare=0),
        *_holds(wanted, words),
        Step(wait=words.end, prepare=0),
    )
    return Routine(1, f"{wanted.kind}-timer", words.names[wanted.kind], steps, goal="recovery", prepare=0)


def _holds(plan: WarmthPlan, words: SkinWords) -> Iterator[Step]:
    for number in range(plan.rounds):
        if number:
            yield Step(wait=words.change_to_heat, prepare=0)
        if plan.kind != "cold":
            yield from _hold(HEAT, plan.heat_min, words.heat_cue, words)
        if plan.kind == "alternate":
            yield Step(wait=words.change_to_cold, prepare=0)
        if plan.kind != "heat":
            yield from _hold(COLD, plan.cold_min, words.cold_cue, words)


def _hold(exercise: str, minutes: int, cue: str, words: SkinWords) -> Iterator[Step]:
    parts = ceil(minutes / UNLOOKED_MIN)
    for part in range(parts):
        if part:
            yield Step(wait=words.look if exercise == HEAT else words.look_cold, prepare=0)
        seconds = minutes * 60 / parts
        yield Step(exercise=exercise, hold=seconds, sides="none", prepare=LIE_DOWN_S, cue=cue)


def _nearest(ladder: Ladder[int], value: int) -> int:
    """The lower of two that are as near."""
    return min(ladder.values, key=lambda rung: abs(rung - value))
