"""How the editor words what a routine comes to and what to think of about it. Knows no window."""

from collections.abc import Mapping

from msgspec import Struct

from app.core.editing.draft import Draft, Gap, missing
from app.core.exercise import Exercise
from app.core.ledger import Balance, Tally
from app.core.routine_advice import Advice, Kind, advice, totals
from app.views import words
from app.views.muscles import MUSCLES

SOURCES: dict[Kind, str] = {
    "one-sided": "",
    "many": "Medina-Mirapeix, 2009",
    "over-dose": "Ingram, 2025",
    "long-holds": "Shea and Behm, 2024",
}
GAPS: dict[Gap, str] = {
    "name": "Give the routine a name.",
    "steps": "Add a first step.",
    "wait": "Say in step {} what to wait for.",
    "exercise": "The exercise of step {} is not in the library any more. Choose another, or remove the step.",
}


class AdviceRow(Struct, frozen=True):
    """One thing to think of, what to do about it, and who says so; `steps`, counted from 0, are those meant.

    `way` names the way to the first of them, "" if it is about none.
    """

    text: str
    remedy: str
    source: str
    steps: tuple[int, ...]
    way: str


class MuscleRow(Struct, frozen=True):
    """What a routine gives one muscle: "1 min" of stretch or "12 times", on each side."""

    muscle: str
    name: str
    left: str
    right: str


class TotalsView(Struct, frozen=True):
    """`missing` are what is still to be done before the routine can be saved, in whole sentences."""

    minutes: str
    needs: str
    muscles: tuple[MuscleRow, ...]
    advice: tuple[AdviceRow, ...]
    missing: tuple[str, ...]


def totals_view(draft: Draft, exercises: Mapping[str, Exercise]) -> TotalsView:
    """What the draft comes to, as it is edited."""
    found = totals(draft.routine, exercises)
    about = "about " if found.estimated else ""
    return TotalsView(
        minutes=words.sentence_case(f"{about}{words.minutes(found.total_ms)}") if draft.steps else "",
        needs=f"You need {words.equipment(found.equipment)}." if found.equipment else "",
        muscles=tuple(_muscle_row(balance) for balance in found.balances),
        advice=tuple(_advice_row(item) for item in advice(draft.routine, exercises)),
        missing=tuple(_gap(gap.what, gap.step) for gap in missing(draft, exercises)),
    )


def _gap(what: Gap, step: int | None) -> str:
    return GAPS[what].format("" if step is None else step + 1)


def _muscle_row(balance: Balance) -> MuscleRow:
    name = words.sentence_case(_named(balance.muscle))
    return MuscleRow(balance.muscle, name, _amount(balance.left), _amount(balance.right))


def _amount(tally: Tally) -> str:
    """Stretch as minutes and seconds, work as repetitions, both if there are both."""
    parts = [words.duration(tally.stretch_ms)] if tally.stretch_ms else []
    if tally.reps:
        parts.append(words.count(tally.reps, "time"))
    return ", ".join(parts) or "–"


def _advice_row(item: Advice) -> AdviceRow:
    text, remedy = _worded(item)
    way = f"Go to step {item.steps[0] + 1}" if item.steps else ""
    return AdviceRow(text, remedy, SOURCES[item.kind], item.steps, way)


def _worded(item: Advice) -> tuple[str, str]:
    muscles = words.listing([_named(muscle) for muscle in item.muscles])
    match item.kind:
        case "one-sided":
            return (
                f"On the {item.side} side the {muscles} would get nothing.",
                "Do both sides alike, unless your physiotherapist asked for one.",
            )
        case "over-dose":
            return (
                f"This stretches the {muscles} for up to {words.duration(item.ms)} a side.",
                "Gains stop at about 4 min a session. Another day does more than another minute.",
            )
        case "long-holds":
            return (
                f"This holds the {muscles} for up to {words.duration(item.ms)} a side.",
                "Before sport, keep still stretches under a minute for each muscle, and move in between.",
            )
        case "many":
            return (
                f"These are {words.count(item.count, 'exercise')}.",
                "With more than four, people do them less often. Two short routines may serve you better.",
            )


def _named(muscle: str) -> str:
    return MUSCLES.get(muscle, muscle)
