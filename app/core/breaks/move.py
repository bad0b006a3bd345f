"""What to do in a break: one standing move of 60 to 90 s, of what the week still owes. Knows no clock."""

from collections.abc import Collection, Iterator, Mapping
from math import inf

from msgspec import structs

from app.core.diary import Diary, sessions_between
from app.core.exercise import Exercise, Kind
from app.core.ledger import OF_LATE, owed
from app.core.paying import pays
from app.core.routine import Routine, Step
from app.core.timeline import unfold

SITTING_BREAK = "sitting-break"
"""The routine of every break, in the history as in the ledger."""
SHORTEST_MS, LONGEST_MS = 60_000, 90_000
GET_UP_S = 10
"""To get ready: up from the chair and over to the wall."""
AT_HAND = frozenset(("wall", "chair"))
MOVES: frozenset[Kind] = frozenset(("stretch", "mobility", "strength"))
HOLDS_S = (30, 25, 20)
REPS = (12, 10, 8, 6, 4, 15, 25)
MOST_SETS = 4


def standing_move(
    diary: Diary, exercises: Mapping[str, Exercise], blocked: Collection[Kind] = ()
) -> Routine | None:
    """A routine of one step, or None if the library has no standing move of that length, of a kind not `blocked`.

    Of those that pay some of what the week still owes (of all, if none does), the one that was done in a break
    longest ago, so that breaks vary; of equals the one that pays most.
    """
    short = owed(diary, exercises)
    free = (exercise for exercise in exercises.values() if exercise.kind not in blocked)
    moves = [move for exercise in free if (move := move_of(exercise)) is not None]
    payments = {move.step[0].exercise: pays(unfold(move, exercises), exercises, short) for move in moves}
    done = _lately_done(diary)

    def worth(move: Routine) -> tuple[bool, float, int]:
        exercise = move.step[0].exercise
        return payments[exercise] > 0, done.get(exercise, inf), payments[exercise]

    return max(moves, key=worth, default=None)


def move_of(exercise: Exercise) -> Routine | None:
    """The exercise as a break of 60 to 90 s, by its own dose if that fits; None if it is none.

    A stretch of 30 s for each leg: 10 + 30 + 5 + 30 = 75 s. Ten raises of 5 s: 10 + 50 = 60 s.
    """
    fit = (
        exercise.position == "standing" and exercise.kind in MOVES and AT_HAND.issuperset(exercise.equipment)
    )
    if not fit:
        return None
    for step in _steps(exercise):
        move = Routine(1, SITTING_BREAK, exercise.name, (step,), goal="desk")
        timeline = unfold(move, {exercise.id: exercise})
        if SHORTEST_MS <= timeline.total_ms <= LONGEST_MS and not timeline.estimated:
            return move
    return None


def _steps(exercise: Exercise) -> Iterator[Step]:
    """Its own dose first, then with other sets, then with other holds or repetitions."""
    dose = exercise.dose
    first = Step(
        exercise=exercise.id,
        hold=dose.hold or None,
        reps=dose.reps or None,
        tempo=dose.tempo,
        sets=dose.sets,
        prepare=GET_UP_S,
    )
    changes = [{"reps": reps} for reps in REPS] if dose.reps else [{"hold": hold} for hold in HOLDS_S]
    for change in ({}, *changes):
        for sets in (dose.sets, *range(1, MOST_SETS + 1)):
            yield structs.replace(first, sets=sets, **change)


def _lately_done(diary: Diary) -> dict[str | None, int]:
    """How many breaks ago each exercise was done in one, 0 for the last, as far as the last 28 days tell."""
    sessions = sessions_between(diary.sessions, diary.today - OF_LATE, diary.today)
    breaks = (session for session in sessions if session.routine == SITTING_BREAK)
    done: dict[str | None, int] = {}
    for number, session in enumerate(breaks):
        for item in session.work:
            done.setdefault(item.exercise, number)
    return done
