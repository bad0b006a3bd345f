"""What a `.soleus` file shows before its routine comes in. Knows no window and no files."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from app.core.exercise import Exercise
from app.core.routine import Routine
from app.core.timeline import unfold
from app.views import words
from app.views.routines import StepRow, needs_of, steps_of
from app.views.sharing import names_of

OPEN_TITLE = "A routine to import"
MOST_SHOWN = 20


class ParcelView(Struct, frozen=True):
    """`question` is there if a routine of that id is here already. With `trouble` there is nothing to take in."""

    file: str
    name: str = ""
    facts: str = ""
    about: str = ""
    steps: tuple[StepRow, ...] = ()
    more: str = ""
    new: str = ""
    kept: str = ""
    question: str = ""
    trouble: str = ""

    @property
    def can_add(self) -> bool:
        return bool(self.name) and not self.question

    @property
    def can_choose(self) -> bool:
        return bool(self.question)


def parcel_view(
    file: str,
    routine: Routine,
    exercises: Mapping[str, Exercise],
    new: Sequence[str] = (),
    kept: Sequence[str] = (),
    *,
    mine: str = "",
    trouble: str = "",
) -> ParcelView:
    """The routine in the file named `file`, with ids of exercises that are new and of those of mine that stay.

    `mine` is the name of the routine that has its id here, if there is one.
    """
    steps = steps_of(routine, exercises)
    hidden = len(steps) - MOST_SHOWN
    return ParcelView(
        file=file,
        name=routine.name,
        facts=_facts(routine, exercises),
        about=routine.about,
        steps=steps[:MOST_SHOWN],
        more=f"And {words.count(hidden, 'step')} more." if hidden > 0 else "",
        new=f"New to you: {names_of(new, exercises)}." if new else "",
        kept=_kept(kept, exercises),
        question=_question(mine, routine.name) if mine else "",
        trouble=trouble,
    )


def added_text(name: str, *, replaced: bool) -> str:
    return f"{name} took the place of yours." if replaced else f"{name} is among your routines."


def _facts(routine: Routine, exercises: Mapping[str, Exercise]) -> str:
    timeline = unfold(routine, exercises)
    about = "About " if timeline.estimated else ""
    facts = [f"{about}{words.minutes(timeline.total_ms)}", words.count(len(routine.step), "step")]
    needs = words.equipment(needs_of(routine, exercises))
    return "  ·  ".join([*facts, *([needs] if needs else [])])


def _kept(kept: Sequence[str], exercises: Mapping[str, Exercise]) -> str:
    if not kept:
        return ""
    one = len(kept) == 1
    return f"Yours {'stays as it is' if one else 'stay as they are'}: {names_of(kept, exercises)}."


def _question(mine: str, name: str) -> str:
    called = "" if mine == name else f", by the name of {mine}"
    return f"You have this routine already{called}. Keep both, or put this one in its place?"
