"""What a routine says on paper: a sheet to follow and to tick. Knows no page and no ink."""

from collections.abc import Mapping

from msgspec import Struct

from app.core.exercise import Exercise
from app.core.library import Library
from app.core.routine import Routine, Step
from app.core.target import Target
from app.core.timeline import unfold
from app.views import words
from app.views.doses import dose
from app.views.picture import Picture, still
from app.views.routines import exercises_of, needs_of
from app.views.targets import due_text

WEEKS = 2
"""Of boxes: as long as it takes until many people notice a change, and short enough to print anew."""
MOST_TIMES = 3
DAYS = ("M", "T", "W", "T", "F", "S", "S")
ADVICE = (
    "A stretch pulls and does not hurt. Up to 3 of 10 is fine and 5 of 10 is the most; ease off above that, and do "
    "less next time if it is worse the next morning. Sharp pain, numbness, tingling or a swollen, warm calf: stop, "
    "and ask a doctor the same day."
)
PLAIN = "Soleus informs and diagnoses nothing."


class HandoutRow(Struct, frozen=True):
    """One step: what it is, how much, how, and the movement's start and end, or the user's own picture.

    A wait has neither picture nor boxes.
    """

    number: str
    name: str
    dose: str
    how: str
    cue: str
    pictures: tuple[Picture, ...]
    ticked: bool


class Handout(Struct, frozen=True):
    """`days` are the letters of the boxes, of which each step has `times` rows for each of `weeks` weeks."""

    name: str
    about: str
    facts: str
    needs: str
    rows: tuple[HandoutRow, ...]
    weeks: int
    times: int
    days: tuple[str, ...]
    advice: str
    plain: str

    def footer(self, page: int, pages: int) -> str:
        """What stands below a page, counted from 1."""
        return f"{self.name}  ·  page {page} of {pages}"


def handout(
    routine: Routine, library: Library, *, first_weekday: int = 0, target: Target | None = None
) -> Handout:
    """The sheet of a routine, with a box for each time a day that its target asks for; more than three share one."""
    timeline = unfold(routine, library.exercises)
    about = "About " if timeline.estimated else ""
    facts = [
        f"{about}{words.minutes(timeline.total_ms)}",
        words.count(len(exercises_of(routine)), "exercise"),
        *([due_text(target, first_weekday)] if target else []),
    ]
    needs = needs_of(routine, library.exercises)
    return Handout(
        name=routine.name,
        about=routine.about,
        facts="  ·  ".join(facts),
        needs=f"You need {words.equipment(needs)}." if needs else "",
        rows=tuple(_row(number, step, library.exercises) for number, step in enumerate(routine.step, 1)),
        weeks=WEEKS,
        times=min(target.times, MOST_TIMES) if target else 1,
        days=DAYS[first_weekday:] + DAYS[:first_weekday],
        advice=ADVICE,
        plain=PLAIN,
    )


def _row(number: int, step: Step, exercises: Mapping[str, Exercise]) -> HandoutRow:
    exercise = exercises.get(step.exercise or "")
    if exercise is None:
        return HandoutRow(str(number), step.wait or step.exercise or "", "", "", step.cue, (), ticked=False)
    side = step.sides if step.sides in ("left", "right") else None
    moments = (0.0,) if exercise.picture else (0.0, 1.0)
    pictures = tuple(picture for at in moments if (picture := still(exercise, at, side)).exists)
    return HandoutRow(
        number=str(number),
        name=exercise.name,
        dose=words.sentence_case(dose(step, exercise)),
        how=" ".join(exercise.steps),
        cue=step.cue,
        pictures=pictures,
        ticked=True,
    )
