"""What the pain rule would change in a routine after a session and its next morning. Changes nothing itself."""

from msgspec import Struct

from app.core.care.adjusting import Suggestion, suggestion
from app.core.care.check_in import Felt
from app.core.care.mornings import advice_for, felt_after
from app.core.care.pain_rule import Advice
from app.core.care.said import sore_places
from app.core.diary import Diary
from app.core.library import Library
from app.core.record import SessionRecord


class Counsel(Struct, frozen=True):
    """The advice on a session's routine, what it rests on, and the changes that would follow it.

    There are none where the rule says to hold, where nothing is left to change, or where the routine has gone; nor
    `in_programme`: the programme that is followed goes on, and back after a flare-up, by itself.
    """

    session: SessionRecord
    advice: Advice
    felt: tuple[Felt, ...]
    suggestion: Suggestion
    in_programme: bool = False


def counsel_on(session: SessionRecord, diary: Diary, library: Library) -> Counsel:
    """By all that was said of the session, of its next morning, and of those before it."""
    advice = advice_for(diary, session)
    felt = felt_after(diary.check_ins, session.id)
    entry = library.find(session.routine)
    routine = entry.routine if entry else None
    in_programme = diary.course is not None and session.routine in diary.course.programme.routines
    if routine is None or in_programme:
        return Counsel(session, advice, felt, Suggestion(), in_programme)
    return Counsel(
        session, advice, felt, suggestion(routine, library.exercises, advice.move, sore_places(felt))
    )
