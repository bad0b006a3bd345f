"""The page of heat and cold: what it offers, when it helps, what to heed. Knows no window and no clock."""

from collections.abc import Mapping

from msgspec import Struct, structs

from app.core.care.warming import (
    COLD,
    HEAT,
    KINDS,
    LIMITS,
    USUAL,
    SkinWords,
    Warmth,
    WarmthPlan,
    thermal_routine,
)
from app.core.exercise import Exercise
from app.core.ladder import Ladder
from app.core.routine import Routine
from app.core.timeline import unfold
from app.views import words
from app.views.settings import SettingRow

KIND_WORDS = ("Heat", "Cold", "In turn")
HELPS: dict[Warmth, str] = {
    "heat": "Heat eases a sore, stiff back a little and for a short time, if it has not hurt for longer than three "
    "months. It relaxes a tight calf for the moment; of that we know no trial.",
    "cold": "Cold dulls the pain for a while after a strain or a flare. Nobody has shown that anything heals faster "
    "for it, and for the back there are few trials.",
    "alternate": "Some find heat and cold in turn pleasant on tight calves. We know of no trial that shows it does "
    "more than either alone.",
}
SOURCES: dict[Warmth, tuple[str, ...]] = {"heat": (HEAT,), "cold": (COLD,), "alternate": (HEAT, COLD)}
OURS: dict[Warmth, str] = {
    "heat": "At most 20 minutes at once. Hospital advice goes up to 30; stopping sooner is our own caution.",
    "cold": "At most 10 minutes at once. Hospital advice goes up to 20; stopping sooner is our own caution.",
    "alternate": "At most 5 minutes of heat, 2 of cold and 4 rounds. No study gives numbers for this: these are our "
    "own cautious choice.",
}
HEED = (
    "Always with a cloth between pack and skin. Warm, never hot. Stay awake.",
    "Red patches, blisters, white or numb: stop, and leave it off.",
    "Never on numb skin or an open wound. No heat on a fresh injury or a swelling.",
    "With diabetes or poor circulation, or if cold brings on white fingers or hives: ask your doctor first.",
    "One calf swollen, warm, red or throbbing: neither. Have it seen the same day.",
)
SKIN = SkinWords(
    names={"heat": "Heat", "cold": "Cold", "alternate": "Heat and cold in turn"},
    fetch={
        "heat": "Fetch a warm pack, not a hot one, and wrap it in a dry towel. Leave it off numb skin and wounds.",
        "cold": "Fetch a cold pack and wrap it in a damp towel. Leave it off numb skin and wounds.",
        "alternate": "Fetch a warm and a cold pack, each wrapped in a towel. Leave them off numb skin and wounds.",
    },
    look="Look at your skin. Red patches, blisters or numb: stop, and leave it off. Else lay the pack back on.",
    look_cold="Look at your skin. White, bright red or numb: stop, and leave it off. Else lay the pack back on.",
    change_to_cold="Look at your skin. Red patches, blisters or numb: stop, and leave it off. Else change to cold.",
    change_to_heat="Look at your skin. White, bright red or numb: stop, and leave it off. Else change to heat.",
    end="Take the pack off, and look at your skin once more.",
    heat_cue="Do not lie on top of the pack. Stay awake.",
    cold_cue="Do not lie on top of the pack.",
)


class WarmthView(Struct, frozen=True):
    """`kind` is a place in `KIND_WORDS`. `rows` are the steppers, `heed` what to look at, a sentence each."""

    kind: int
    rows: tuple[SettingRow, ...]
    total: str
    limits: str
    helps: str
    source: str
    heed: tuple[str, ...] = HEED


def warmth_view(plan: WarmthPlan, exercises: Mapping[str, Exercise]) -> WarmthView:
    total_ms = unfold(routine_of(plan), exercises).total_ms
    return WarmthView(
        kind=KINDS.index(plan.kind),
        rows=tuple(_rows(plan)),
        total=f"About {words.minutes(total_ms)}, with {words.count(_looks(plan), 'skin check')}",
        limits=OURS[plan.kind],
        helps=HELPS[plan.kind],
        source=_source(plan.kind, exercises),
    )


def routine_of(plan: WarmthPlan) -> Routine:
    """What "Start" leads through."""
    return thermal_routine(plan, SKIN)


def of_kind(index: int) -> WarmthPlan:
    """What a kind begins with: 15 minutes of heat, 10 of cold, or 4 and 1 in three turns."""
    return USUAL[KINDS[index]]


def stepped(plan: WarmthPlan, key: str, by: int) -> WarmthPlan:
    """The plan after the stepper `key` went one up or down; at its limit it stays."""
    return structs.replace(plan, **{key: _ladders(plan)[key].moved(getattr(plan, key), by)})


def _ladders(plan: WarmthPlan) -> dict[str, Ladder[int]]:
    limits = LIMITS[plan.kind]
    return {"heat_min": limits.heat, "cold_min": limits.cold, "rounds": limits.rounds}


def _rows(plan: WarmthPlan) -> list[SettingRow]:
    """Only what there is a choice of."""
    told = {
        "heat_min": ("Heat", f"{plan.heat_min} min"),
        "cold_min": ("Cold", f"{plan.cold_min} min"),
        "rounds": ("Rounds", str(plan.rounds)),
    }
    rows = []
    for key, ladder in _ladders(plan).items():
        if len(ladder.values) > 1:
            value: int = getattr(plan, key)
            label, text = told[key]
            can_lower, can_raise = value > ladder.values[0], value < ladder.values[-1]
            row = SettingRow(key, "stepper", label, text=text, can_lower=can_lower, can_raise=can_raise)
            rows.append(row)
    return rows


def _looks(plan: WarmthPlan) -> int:
    """One before each next hold and one at the end: as many as there are holds."""
    return sum(step.exercise is not None for step in routine_of(plan).step)


def _source(kind: Warmth, exercises: Mapping[str, Exercise]) -> str:
    """Of the exercises' own cards, each source once."""
    found = (exercises[id_].evidence for id_ in SOURCES[kind] if id_ in exercises)
    sources = dict.fromkeys(evidence.source for evidence in found if evidence is not None)
    return f"{'; '.join(sources)}." if sources else ""
