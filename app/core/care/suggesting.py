"""What the pain rule would change in a routine after a session and its next morning. Changes nothing itself."""

from collections.abc import Callable
from typing import Literal

from msgspec import Struct

from app.core.care.adjusting import Suggestion, suggestion
from app.core.care.check_in import Felt
from app.core.care.mornings import advice_for, felt_after
from app.core.care.pain_rule import Advice
from app.core.care.said import sore_places
from app.core.diary import Diary
from app.core.library import Library
from app.core.record import SessionRecord

KeptBy = Literal["", "library", "programme", "clinician"]
"""What keeps a routine from being changed by the rule."""


class Counsel(Struct, frozen=True):
    """The advice on a session's routine, what it rests on, and the changes that would follow it.

    There are none where the rule says to hold, where nothing is left to change, and
    - where no such routine is in the library: a break's one move, the timer for heat, or one that has gone;
    - in the programme that is followed, for it goes on, and back after a flare-up, by itself;
    - in a programme that asks for a clinician, followed or not, for its doses are not ours to change.
    """

    session: SessionRecord
    advice: Advice
    felt: tuple[Felt, ...]
    suggestion: Suggestion
    kept_by: KeptBy = ""


def counsel_on(
    session: SessionRecord, diary: Diary, library: Library, guarded: Callable[[str], bool] = lambda _: False
) -> Counsel:
    """By all that was said of the session, of its next morning, and of those before it.

    `guarded` says whether a routine is of a programme that asks for a clinician; only asked where it matters.
    """
    advice = advice_for(diary, session)
    felt = felt_after(diary.check_ins, session.id)
    entry = library.find(session.routine)
    routine = entry.routine if entry else None
    kept_by: KeptBy = ""
    if routine is None:
        kept_by = "library"
    elif diary.course is not None and session.routine in diary.course.programme.routines:
        kept_by = "programme"
    elif advice.move != "hold" and guarded(session.routine):
        kept_by = "clinician"
    if routine is None or kept_by:
        return Counsel(session, advice, felt, Suggestion(), kept_by)
    return Counsel(
        session, advice, felt, suggestion(routine, library.exercises, advice.move, sore_places(felt))
    )
