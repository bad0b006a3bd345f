"""Warning signs: what each asks for, and what must wait meanwhile. Knows no words, no storage and no clock.

After the NHS's pages on blood clots, ruptured tendons and back pain, Bartsch 2021 (when not to roll) and the article
that Soleus grew from (when to see a doctor). It informs; nothing here is a diagnosis.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from itertools import groupby
from typing import Annotated, Literal, get_args

from msgspec import Meta, Struct, structs

from app.core.exercise import Exercise, Kind
from app.core.routine import Routine
from app.core.shortening import steps_for, with_steps

Urgency = Literal["emergency", "same-day", "clinician"]
URGENCIES: tuple[Urgency, ...] = get_args(Urgency)
"""The most urgent first."""
URGENT: tuple[Urgency, ...] = ("emergency", "same-day")
Part = Literal["calf", "back", "whole"]
"""Where a sign is felt, and so where it is asked for."""
SignId = Literal[
    "calf-swollen",
    "heel-snap",
    "bladder",
    "numb-between-legs",
    "spreading-weakness",
    "accident",
    "breathless",
    "lasting-pain",
    "limiting-pain",
    "tingling",
    "recent-injury",
    "chronic-illness",
    "open-wound",
    "fracture",
    "inflammation",
]
AT_HAND = frozenset(("wall", "mat"))
"""What nobody is sent for."""
KINDS: tuple[Kind, ...] = get_args(Kind)
ROLLING_AND_LOADING: tuple[Kind, ...] = ("strength", "release")
AND_HEAT: tuple[Kind, ...] = (*ROLLING_AND_LOADING, "thermal")
"""Skin that is numb, or badly fed with blood, does not say when heat or cold does it harm."""


class Sign(Struct, frozen=True):
    """One sign. It `blocks` these kinds of exercise until it was seen, and those in `for_good` afterwards too.

    What is `for_good` is free again once the person answers anew and leaves the sign out:

    - an open wound or a broken bone is never rolled, and being seen closes neither: it has to have healed;
    - of an urgent sign, being seen tells Soleus that somebody looked, and not what was found. Gentle movement is the
      clinician's to allow, so stretching is open again; rolling a leg that may have a clot and loading a torn tendon
      are not, nor heat and cold on skin that may be numb.
    """

    id: SignId
    part: Part
    urgency: Urgency
    blocks: tuple[Kind, ...]
    for_good: tuple[Kind, ...] = ()


def _urgent(id_: SignId, part: Part, urgency: Urgency) -> Sign:
    return Sign(id_, part, urgency, KINDS, AND_HEAT)


SIGNS: tuple[Sign, ...] = (
    _urgent("calf-swollen", "calf", "same-day"),
    _urgent("heel-snap", "calf", "same-day"),
    _urgent("bladder", "back", "emergency"),
    _urgent("numb-between-legs", "back", "emergency"),
    _urgent("spreading-weakness", "back", "emergency"),
    _urgent("accident", "back", "emergency"),
    Sign("lasting-pain", "back", "clinician", ROLLING_AND_LOADING),
    _urgent("breathless", "whole", "emergency"),
    Sign("limiting-pain", "whole", "clinician", ROLLING_AND_LOADING),
    Sign("tingling", "whole", "clinician", AND_HEAT),
    Sign("recent-injury", "whole", "clinician", ROLLING_AND_LOADING),
    Sign("chronic-illness", "whole", "clinician", AND_HEAT),
    Sign("inflammation", "whole", "clinician", ROLLING_AND_LOADING),
    Sign("open-wound", "whole", "clinician", ROLLING_AND_LOADING, ("release",)),
    Sign("fracture", "whole", "clinician", ROLLING_AND_LOADING, ("release",)),
)
CLOT_ON_THE_MOVE: frozenset[SignId] = frozenset(("calf-swollen", "breathless"))
"""Together an emergency: a clot may have gone from the leg to the lungs."""


class Seen(Struct, frozen=True):
    """On `day` the person said that a clinician has seen the sign."""

    sign: SignId
    day: date


class Answers(Struct, frozen=True):
    """What was answered on `day`: the signs that apply, none of them for (), and which were seen since."""

    day: date
    signs: Annotated[tuple[SignId, ...], Meta(max_length=len(SIGNS))] = ()
    seen: Annotated[tuple[Seen, ...], Meta(max_length=len(SIGNS))] = ()


class Standing(Struct, frozen=True):
    """A sign that was answered with yes, how urgent it is beside the others, and since when it is seen, if it is."""

    sign: Sign
    urgency: Urgency
    seen: date | None = None

    @property
    def blocked(self) -> tuple[Kind, ...]:
        return self.sign.for_good if self.seen else self.sign.blocks


class Verdict(Struct, frozen=True):
    """What the answers come to. `urgency` is that of the most urgent sign that was not seen, None without one.

    `signs` are all that stand, those to see to first and of equals the most urgent; `blocked` the kinds of exercise
    that must wait.
    """

    urgency: Urgency | None = None
    signs: tuple[Standing, ...] = ()
    blocked: tuple[Kind, ...] = ()

    @property
    def stops_everything(self) -> bool:
        """No routine is begun, no break offered and no reminder sent."""
        return self.urgency in URGENT

    def blocks(self, exercise: Exercise) -> bool:
        return exercise.kind in self.blocked


NO_SIGNS = Verdict()


def verdict(answers: Answers | None) -> Verdict:
    """What follows from the answers; from none, nothing.

    A swollen calf alone is to be seen the same day; with chest pain or breathlessness both are an emergency. Once
    they were seen, stretching is open again, and rolling, loading, heat and cold wait for the next answers.
    """
    if answers is None or not answers.signs:
        return NO_SIGNS
    together = answers.signs if set(answers.signs) >= CLOT_ON_THE_MOVE else ()
    seen = {said.sign: said.day for said in answers.seen}
    signs = [
        Standing(
            sign,
            "emergency" if sign.id in CLOT_ON_THE_MOVE and together else sign.urgency,
            seen.get(sign.id),
        )
        for sign in SIGNS
        if sign.id in answers.signs
    ]
    signs.sort(key=lambda each: (each.seen is not None, URGENCIES.index(each.urgency)))
    blocked = {kind for each in signs for kind in each.blocked}
    return Verdict(
        urgency=next((each.urgency for each in signs if each.seen is None), None),
        signs=tuple(signs),
        blocked=tuple(kind for kind in KINDS if kind in blocked),
    )


def with_seen(answers: Answers, sign: SignId, day: date) -> Answers:
    """The person was seen about this one."""
    others = tuple(said for said in answers.seen if said.sign != sign)
    return structs.replace(answers, seen=(*others, Seen(sign, day)))


def with_sign(answers: Answers | None, sign: SignId, day: date) -> Answers:
    """What was answered before, and now this sign too. It is new, so it was not seen, even if it once was."""
    before = answers or Answers(day)
    signs = {*before.signs, sign}
    return Answers(
        day,
        tuple(each.id for each in SIGNS if each.id in signs),
        tuple(said for said in before.seen if said.sign != sign),
    )


def answered(signs: Iterable[SignId], day: date) -> Answers:
    """Answers given anew: what stands in them counts from today on, and nothing of it was seen yet.

    A calf that was swollen and seen in spring and is swollen again in autumn is as urgent as it was the first time.
    """
    chosen = set(signs)
    return Answers(day, tuple(sign.id for sign in SIGNS if sign.id in chosen))


def steps_left(
    routine: Routine, exercises: Mapping[str, Exercise], found: Verdict, among: Collection[int] = ()
) -> tuple[int, ...]:
    """The numbers of the steps that may be done, from 0: all of them, some, or () for none.

    `among` are those of a routine that was shortened already. A wait stays only where something after it still needs
    to be fetched: with rolling blocked, of "Fetch the roller", rolling and a stretch at the wall that is left: (2,).
    """
    numbers = tuple(sorted(among) or range(len(routine.step)))
    shortened = with_steps(routine, among)
    if found.stops_everything or shortened is None:
        return ()
    if not found.blocked:
        return numbers
    ids = {step.exercise for step in shortened.step if step.exercise is not None}
    free = {id_ for id_ in ids if not found.blocks(exercises[id_])}
    idle = _idle_waits(shortened, free, exercises)
    return tuple(numbers[index] for index in steps_for(shortened, free) if index not in idle)


def _idle_waits(routine: Routine, free: Collection[str], exercises: Mapping[str, Exercise]) -> set[int]:
    """The waits after which something is left out, and nothing that stays has to be fetched."""
    idle: set[int] = set()
    waits: list[int] = []
    for is_wait, run in groupby(enumerate(routine.step), key=lambda numbered: numbered[1].exercise is None):
        if is_wait:
            waits = [number for number, _ in run]
            continue
        ids = {step.exercise for _, step in run if step.exercise is not None}
        needed = {item for id_ in ids & set(free) for item in exercises[id_].equipment} - AT_HAND
        if not ids <= set(free) and not needed:
            idle.update(waits)
        waits = []
    return idle


def exercises_blocked(
    ids: Iterable[str | None], exercises: Mapping[str, Exercise], found: Verdict
) -> tuple[str, ...]:
    """Those of the exercises with these ids that must wait, each once and in this order."""
    known = dict.fromkeys(id_ for id_ in ids if id_ in exercises)
    return tuple(id_ for id_ in known if id_ is not None and found.blocks(exercises[id_]))
