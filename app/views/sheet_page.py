"""What the physio's sheet shows: its lines as they are understood, and one of them to correct. Knows no window."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal

from msgspec import Struct

from app.core.editing.fields import LADDERS
from app.core.exercise import Exercise, Sides
from app.core.library import Library
from app.core.routine import Routine, Step
from app.core.sheet.correcting import RHYTHMS, Amount, Corrections, corrected, heading, keyed
from app.core.sheet.dose import MOST_REPS
from app.core.sheet.line import EVERY_SECOND_DAY, SheetLine
from app.core.sheet.making import rhythms, routine_of, step_of
from app.core.target import Target
from app.core.timeline import unfold
from app.views import words
from app.views.doses import dose
from app.views.picture import NO_PICTURE, Picture, still
from app.views.sheet import ABOUT, DIFFERING, dose_text, not_understood, rhythm_text
from app.views.targets import due_text

Mark = Literal["exercise", "unsure", "rhythm", "below", "name", "aside", "words"]

DEFAULT_NAME = "From my therapist"
EXAMPLE = """Calf wall stretch 3 x 30 s each side, 2x/day, 6 weeks
Heel raises 3 sets of 12, slow
Foam roll calves 2 min"""
ONE_UNSURE = "One line has a dose but no exercise yet. Press it to choose one."
SOME_UNSURE = "{} lines have a dose but no exercise yet. Press each to choose one."
KINDS = ("Hold", "Repeat")
SIDES: tuple[tuple[Sides, str], ...] = (
    ("both", "Each side"),
    ("none", "Together"),
    ("left", "Left only"),
    ("right", "Right only"),
)
_TITLES: dict[Mark, str] = {
    "unsure": "Which exercise is this?",
    "rhythm": "For the whole sheet",
    "below": "Part of the line above",
    "name": "The name of the routine",
    "aside": "Not an exercise",
    "words": "Not read as an exercise",
}


class LineCard(Struct, frozen=True):
    """One line of the sheet. `line` is its number; `unread` the words of it that were not understood."""

    line: int
    text: str
    mark: Mark
    title: str
    dose: str
    rhythm: str
    unread: str
    picture: Picture

    @property
    def is_unsure(self) -> bool:
        return self.mark == "unsure"

    @property
    def is_quiet(self) -> bool:
        return self.mark in ("below", "name", "aside", "words")


class SheetPageView(Struct, frozen=True):
    """`name_hint` is what the routine is called if nobody says otherwise. Without `can_make` there is no routine."""

    cards: tuple[LineCard, ...]
    name_hint: str
    summary: str
    notes: tuple[str, ...]
    can_make: bool
    trouble: str


class AmountRow(Struct, frozen=True):
    """One amount of a line with a way down and up."""

    amount: Amount
    label: str
    text: str
    can_lower: bool
    can_raise: bool


class LineView(Struct, frozen=True):
    """One line to correct. Without an exercise it has no `doses`; `kind` and `side` are places in `KINDS`, `SIDES`."""

    line: int
    text: str
    exercise: str
    title: str
    facts: str
    picture: Picture
    kind: int
    doses: tuple[AmountRow, ...]
    side: int
    rhythms: tuple[AmountRow, ...]
    unread: str

    @property
    def has_exercise(self) -> bool:
        return bool(self.exercise)


def sheet_page_view(
    lines: Sequence[SheetLine],
    corrections: Corrections,
    exercises: Mapping[str, Exercise],
    today: date,
    first_weekday: int,
    *,
    trouble: str = "",
) -> SheetPageView:
    """The page for the lines as they were read, and what the person has made of some of them."""
    meant = corrected(lines, corrections)
    mended = {line.line for key, line in keyed(lines) if key in corrections}
    made = made_of(meant, "sheet", "Sheet", exercises, today)
    cards = _cards(lines, meant, mended, exercises)
    return SheetPageView(
        cards=cards,
        name_hint=heading(lines) or DEFAULT_NAME,
        summary=_summary(*made, exercises, first_weekday) if made else "",
        notes=tuple(_notes(cards, meant)),
        can_make=made is not None,
        trouble=trouble,
    )


def made_of(
    lines: Sequence[SheetLine], id_: str, name: str, exercises: Mapping[str, Exercise], today: date
) -> tuple[Routine, tuple[Target, ...]] | None:
    """The routine of the lines, with a word on where it comes from; None without an exercise."""
    return routine_of(lines, id_, name, exercises, today, about=ABOUT)


def line_view(line: SheetLine, library: Library) -> LineView:
    """The sheet in which one line is corrected."""
    exercise = library.exercises.get(line.exercise or "")
    step = step_of(line, exercise) if exercise else None
    return LineView(
        line=line.line,
        text=line.text,
        exercise=exercise.id if exercise else "",
        title=exercise.name if exercise else "Choose the exercise",
        facts=exercise.summary if exercise else "Search among all that Soleus knows.",
        picture=still(exercise) if exercise else NO_PICTURE,
        kind=1 if step and step.hold is None else 0,
        doses=_doses(step) if step else (),
        side=_side(step, exercise) if step and exercise else -1,
        rhythms=tuple(_rhythm(line, amount) for amount in RHYTHMS),
        unread=words.sentence_case(not_understood(line)),
    )


def made_text(name: str) -> str:
    return f"{name} is among your routines."


def _cards(
    lines: Sequence[SheetLine],
    meant: Sequence[SheetLine],
    mended: set[int],
    exercises: Mapping[str, Exercise],
) -> tuple[LineCard, ...]:
    by_number = {line.line: line for line in meant}
    named = lines[0].line if heading(lines) else 0

    def card(line: SheetLine) -> LineCard:
        if line.line not in by_number:
            return _without_exercise(line, "below")
        if line.line == named and line.line not in mended:
            return _without_exercise(line, "name")
        return _card(by_number[line.line], line.line in mended, exercises)

    return tuple(map(card, lines))


def _without_exercise(line: SheetLine, mark: Mark) -> LineCard:
    return LineCard(line.line, line.text, mark, _TITLES[mark], "", "", "", NO_PICTURE)


def _card(line: SheetLine, is_mended: bool, exercises: Mapping[str, Exercise]) -> LineCard:
    exercise = exercises.get(line.exercise or "")
    mark = _mark(line, is_mended)
    own = "" if line.has_dose else ", as Soleus has it"
    told = dose(step_of(line, exercise), exercise) + own if exercise else dose_text(line)
    return LineCard(
        line=line.line,
        text=line.text,
        mark=mark,
        title=exercise.name if exercise else _TITLES[mark],
        dose=words.sentence_case(told),
        rhythm=words.sentence_case(rhythm_text(line)),
        unread=words.sentence_case(not_understood(line)) if mark in ("exercise", "rhythm") else "",
        picture=still(exercise) if exercise else NO_PICTURE,
    )


def _mark(line: SheetLine, is_mended: bool) -> Mark:
    if line.exercise:
        return "exercise"
    if line.has_dose:
        return "unsure"
    if line.has_rhythm:
        return "rhythm"
    return "aside" if is_mended else "words"


def _summary(
    routine: Routine, targets: Sequence[Target], exercises: Mapping[str, Exercise], first_weekday: int
) -> str:
    timeline = unfold(routine, exercises)
    about = "about " if timeline.estimated else ""
    facts = [words.count(len(routine.step), "exercise"), f"{about}{words.minutes(timeline.total_ms)}"]
    for target in targets:
        due = due_text(target, first_weekday)
        until = f", until {target.end.day} {words.MONTHS[target.end.month - 1]}" if target.end else ""
        facts.append(due + until)
    return "  ·  ".join(facts)


def _notes(cards: Sequence[LineCard], meant: Sequence[SheetLine]) -> list[str]:
    unsure = sum(card.is_unsure for card in cards)
    notes = []
    if unsure:
        notes.append(ONE_UNSURE if unsure == 1 else SOME_UNSURE.format(unsure))
    if len(rhythms(meant)) > 1:
        notes.append(DIFFERING)
    return notes


def _doses(step: Step) -> tuple[AmountRow, ...]:
    """The amounts of a hold or of repetitions, in the order of a sentence."""

    def row(amount: Amount, label: str, text: str) -> AmountRow:
        value = getattr(step, amount)
        ladder = LADDERS[amount]  # type: ignore[index]
        lower, higher = ladder.moved(value, -1) != value, ladder.moved(value, 1) != value
        if amount == "reps" and step.hold is not None:
            lower, higher = step.reps is not None, step.reps != MOST_REPS
        return AmountRow(amount, label, text, lower, higher)

    sets = row("sets", "Sets", str(step.sets))
    if step.hold is None:
        return (row("reps", "Times", str(step.reps or 1)), sets)
    hold = words.duration(round(step.hold * 1000))
    return (row("hold", "Hold", hold), row("reps", "Holds in a row", str(step.reps or 1)), sets)


def _rhythm(line: SheetLine, amount: Amount) -> AmountRow:
    field, ladder = RHYTHMS[amount]
    value = getattr(line, field)
    label = {"times": "Times a day", "days": "Days a week", "weeks": "Weeks"}[amount]
    text = _rhythm_value(line, amount, value)
    return AmountRow(amount, label, text, ladder.moved(value, -1) != value, ladder.moved(value, 1) != value)


def _rhythm_value(line: SheetLine, amount: Amount, value: float | None) -> str:
    if amount == "days" and line.weekdays:
        return words.listing([words.WEEKDAYS[day][:2] for day in line.weekdays])
    if value is None:
        return "Not said"
    return "Every 2nd day" if amount == "days" and value == EVERY_SECOND_DAY else f"{value:g}"


def _side(step: Step, exercise: Exercise) -> int:
    return [side for side, _ in SIDES].index(step.sides or exercise.sides)
