"""How calves and back feel around a session: what is asked, place by place, and what was said. Knows no window."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from app.core.care.check_in import CheckIn, Felt, Morning, Place, When
from app.core.care.pain_rule import ACCEPTABLE
from app.core.care.places import places_by_work
from app.core.care.said import Scale, worst_pain
from app.core.ledger import Balance

QUESTION = "How do your calves and back feel?"
MOMENTS: tuple[When, ...] = ("after", "before")
"""What can be said on After, in the order of the choice there."""
PLACE_NAMES: Mapping[Place, str] = {"left-calf": "Left calf", "right-calf": "Right calf", "back": "Back"}
SCALES: Mapping[Scale, str] = {"tightness": "Tightness", "pain": "Pain"}
ABOUT: Mapping[When, str] = {
    "after": "0 is none, 10 as bad as can be. For pain, say the most while you moved or since. "
    "Press a number to take it back.",
    "before": "0 is none, 10 as bad as can be. Say how it was before you began. Press a number to take it back.",
}
SORE = "Over 5 is a sign to ease off the next time. When to have it looked at: Care, Warning signs."
NOT_SAID = "–"
TOMORROW = "Tomorrow morning Today asks once how they are."
DECIDES = "That decides about the next time."
"""Not where it hurt more than is acceptable: the rule then eases, whatever the morning says."""
WHENS: Mapping[When, str] = {"before": "Before", "after": "Afterwards", "morning": "The next morning"}
MORNINGS: Mapping[Morning, str] = {"as-usual": "As usual", "worse": "Worse"}


class ScaleRow(Struct, frozen=True):
    """One slider: 0 to 10, or -1 where nothing was said. `aloud` is its name where its place is not in sight.

    `take_back` says what pressing its number does; "" where nothing was said.
    """

    place: Place
    scale: Scale
    name: str
    aloud: str
    value: int
    said: str
    take_back: str = ""


NO_SCALE = ScaleRow("back", "pain", "", "", -1, "")


class PlaceRow(Struct, frozen=True):
    name: str
    scales: tuple[ScaleRow, ...]


class CheckInView(Struct, frozen=True):
    """One moment at a time, by its number in `MOMENTS`. `sore` and `tomorrow` are "" where there is no reason."""

    question: str
    moment: int
    about: str
    places: tuple[PlaceRow, ...]
    sore: str = ""
    tomorrow: str = ""


class SaidRow(Struct, frozen=True):
    """What was said at one moment, a line for each place."""

    title: str
    lines: tuple[str, ...]


def check_in_view(
    felt: Mapping[When, Sequence[Felt]], moment: int = 0, worked: Sequence[Balance] = ()
) -> CheckInView:
    """What to ask of the moment number `moment`; `worked` is what the session gave each muscle, most first."""
    when = MOMENTS[moment]
    by_place = {each.place: each for each in felt.get(when, ())}
    pain = worst_pain(felt.get("after", ()))
    sore = pain is not None and pain > ACCEPTABLE
    tomorrow = TOMORROW if sore else f"{TOMORROW} {DECIDES}"
    return CheckInView(
        question=QUESTION,
        moment=moment,
        about=ABOUT[when],
        places=tuple(_place(place, by_place.get(place, Felt(place))) for place in places_by_work(worked)),
        sore=SORE if sore else "",
        tomorrow=tomorrow if any(felt.values()) else "",
    )


def said_rows(check_ins: Iterable[CheckIn]) -> tuple[SaidRow, ...]:
    """What was said around one session, in the order of time; moments of which nothing was said are left out."""
    by_when = {each.when: each for each in check_ins}
    rows = (SaidRow(title, _lines(by_when[when])) for when, title in WHENS.items() if when in by_when)
    return tuple(row for row in rows if row.lines)


def _place(place: Place, felt: Felt) -> PlaceRow:
    scores: tuple[tuple[Scale, int | None], ...] = (("tightness", felt.tightness), ("pain", felt.pain))
    return PlaceRow(PLACE_NAMES[place], tuple(_scale(place, scale, score) for scale, score in scores))


def _scale(place: Place, scale: Scale, score: int | None) -> ScaleRow:
    return ScaleRow(
        place=place,
        scale=scale,
        name=SCALES[scale],
        aloud=f"{PLACE_NAMES[place]}: {SCALES[scale].lower()}",
        value=-1 if score is None else score,
        said=NOT_SAID if score is None else str(score),
        take_back=""
        if score is None
        else f"Take back: {PLACE_NAMES[place]}, {SCALES[scale].lower()} {score}",
    )


def _lines(check_in: CheckIn) -> tuple[str, ...]:
    """A line for each place: "Left calf: tightness 4, pain 2"; of a morning its answer."""
    if check_in.morning is not None:
        return (MORNINGS[check_in.morning],)
    return tuple(line for felt in check_in.felt if (line := _line(felt)))


def _line(felt: Felt) -> str:
    parts = [
        f"{name} {value}"
        for name, value in (("tightness", felt.tightness), ("pain", felt.pain))
        if value is not None
    ]
    return f"{PLACE_NAMES[felt.place]}: {', '.join(parts)}" if parts else ""
