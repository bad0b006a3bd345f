"""What one session's page shows, whether it is looked at, corrected or written down by hand. Knows no window."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from msgspec import Struct

from app.core.by_hand import minutes_of
from app.core.care.check_in import CheckIn
from app.core.correction import MINUTE_MS, MOST_MINUTES, stepped, stepped_minutes
from app.core.exercise import Exercise
from app.core.ledger import SESSION_CEILING_MS, Balance, Tally, session_balances
from app.core.library import Library
from app.core.record import SessionRecord, Side
from app.core.timeline import Timeline, unfold
from app.views import words
from app.views.check_in import SaidRow, said_rows
from app.views.muscles import MUSCLES
from app.views.sessions import length
from app.views.work import WorkRow, amount, exercise_name, work_rows

SOMETHING_ELSE = "Something else"
CHOOSE = "Choose what you did"
ADD = "Add a session"
FELT = "How your calves and back felt: 0 is at ease, 10 is very tight or sore."
ENOUGH = "Enough for one session: more at once does not help."


class Steps(Struct, frozen=True):
    """One amount with the steps it can take. `place` is the number of the work, -1 for the minutes of all."""

    place: int
    label: str
    text: str
    can_lower: bool
    can_raise: bool


NO_STEPS = Steps(-1, "", "", can_lower=False, can_raise=False)


class ExerciseSteps(Struct, frozen=True):
    """An exercise with the amount done on each side, to be corrected."""

    name: str
    sides: tuple[Steps, ...]


class MuscleRow(Struct, frozen=True):
    """What the session gave one muscle; `note` is what is to be said of it."""

    name: str
    amounts: str
    note: str


class RoutineOption(Struct, frozen=True):
    """One of what a session by hand can have been: the routine's id, "" for something else."""

    id: str
    name: str
    minutes: str


class SessionView(Struct, frozen=True):
    """`before` and `after` are 0 to 10, or -1 where nothing was said.

    `exercises` and `minutes` are there while the amounts are being corrected; `minutes` where no exercise is known.
    `said` is what was said by place; `asks_before` and `asks_after` say whether there is one slider for all places:
    not for a moment of which more is known.
    """

    id: str
    name: str
    status: str
    day: str
    time: str
    done: str
    rows: tuple[WorkRow, ...]
    correcting: bool
    exercises: tuple[ExerciseSteps, ...]
    minutes: Steps | None
    muscles: tuple[MuscleRow, ...]
    feeling: str
    before: int
    after: int
    note: str
    trouble: str
    is_new: bool = False
    what: str = ""
    asks_for_name: bool = False
    can_be_added: bool = False
    said: tuple[SaidRow, ...] = ()
    asks_before: bool = True
    asks_after: bool = True


def session_view(
    record: SessionRecord,
    exercises: Mapping[str, Exercise],
    today: date,
    *,
    was: SessionRecord | None = None,
    said: Collection[CheckIn] = (),
    trouble: str = "",
) -> SessionView:
    """A session that is remembered; `was` is what it was before its amounts are being corrected.

    `said` is what was said around it, place by place.
    """
    return SessionView(
        id=record.id,
        name=record.name,
        status=_status(record),
        day=_day(record.day, today),
        time=f"{record.started_at:%H:%M}",
        done=_done(record),
        rows=work_rows(record.work, exercises),
        correcting=was is not None,
        exercises=tuple(_exercise_steps(record, was, exercises)) if was else (),
        minutes=_minute_steps(record) if was and not was.work else None,
        muscles=tuple(_muscle(item) for item in session_balances(record.work, exercises) if _gave(item)),
        feeling=FELT,
        before=-1 if record.before is None else record.before,
        after=-1 if record.after is None else record.after,
        note=record.note,
        trouble=trouble,
        said=said_rows(said),
        asks_before=all(each.when != "before" for each in said),
        asks_after=all(each.when != "after" for each in said),
    )


def new_session_view(
    record: SessionRecord,
    timeline: Timeline | None,
    minutes: int,
    today: date,
    *,
    chosen: bool,
    trouble: str = "",
) -> SessionView:
    """A session that is being written down: `chosen` says whether the person has said what was done."""
    whole = minutes_of(timeline) if timeline else 0
    return SessionView(
        id=record.id,
        name=ADD,
        status="",
        day=_day(record.day, today),
        time=f"{record.started_at:%H:%M}",
        done=_counts_as(record, minutes, whole),
        rows=(),
        correcting=False,
        exercises=(),
        minutes=Steps(-1, "", f"{minutes} min", minutes > 1, minutes < MOST_MINUTES) if chosen else None,
        muscles=(),
        feeling=FELT,
        before=-1 if record.before is None else record.before,
        after=-1 if record.after is None else record.after,
        note=record.note,
        trouble=trouble,
        is_new=True,
        what=(timeline.name if timeline else SOMETHING_ELSE) if chosen else CHOOSE,
        asks_for_name=chosen and timeline is None,
        can_be_added=chosen and bool(record.name.strip()),
    )


def routine_options(library: Library) -> tuple[RoutineOption, ...]:
    """What a session by hand can have been: something else first, then every routine that can be used, by name."""
    routines = [entry for entry in library.routines if entry.routine is not None]
    return (
        RoutineOption("", SOMETHING_ELSE, ""),
        *(
            RoutineOption(
                entry.id, entry.name, words.minutes(unfold(entry.routine, library.exercises).total_ms)
            )
            for entry in sorted(routines, key=lambda entry: entry.name.casefold())
            if entry.routine is not None
        ),
    )


def corrected(record: SessionRecord) -> str:
    return f"{record.name} was corrected."


def deleted(record: SessionRecord) -> str:
    return f"{record.name} was deleted."


def added(record: SessionRecord) -> str:
    return f"{record.name} was added."


def _status(record: SessionRecord) -> str:
    if record.status == "finished":
        return "Finished"
    return "Stopped early, and kept" if record.done_ms else "Stopped before its first hold"


def _day(day: date, today: date) -> str:
    """With its weekday and, since it is to be corrected, always in full: "Today, Sunday 22 November"."""
    full = words.full_day(day) if day.year == today.year else f"{words.full_day(day)} {day.year}"
    near = {0: "Today, ", 1: "Yesterday, "}.get((today - day).days, "")
    return f"{near}{full}"


def _done(record: SessionRecord) -> str:
    if not record.planned_ms and not record.done_ms:
        return "How long it took is not known."
    if record.status == "finished" and record.done_ms == record.planned_ms:
        return f"{words.duration(record.done_ms)} of work, all that was planned."
    planned = words.duration(record.planned_ms)
    return f"{words.duration(record.done_ms)} of work; {planned} were planned."


def _counts_as(record: SessionRecord, minutes: int, whole: int) -> str:
    """What is written down is work alone, so it is less than the minutes that were spent."""
    if not record.work:
        return ""
    share = "The whole routine" if minutes == whole else f"The routine takes {whole} min"
    return f"{share}: counts as {length(record)} of stretching and exercise."


def _exercise_steps(
    record: SessionRecord, was: SessionRecord, exercises: Mapping[str, Exercise]
) -> Iterator[ExerciseSteps]:
    places: dict[str, list[int]] = {}
    for place, item in enumerate(record.work):
        places.setdefault(item.exercise, []).append(place)
    for id_, its_places in places.items():
        sides = tuple(_steps(record, was, place) for place in its_places)
        yield ExerciseSteps(exercise_name(id_, exercises), sides)


def _steps(record: SessionRecord, was: SessionRecord, place: int) -> Steps:
    item = record.work[place]
    counted = was.work[place].reps
    return Steps(
        place=place,
        label=words.side(item.side),
        text=words.count(item.reps, "time") if counted else amount(item),
        can_lower=stepped(record, place, -1, was) != record,
        can_raise=stepped(record, place, 1, was) != record,
    )


def _minute_steps(record: SessionRecord) -> Steps:
    return Steps(
        place=-1,
        label="",
        text=words.duration(record.done_ms),
        can_lower=stepped_minutes(record, -1).done_ms < record.done_ms,
        can_raise=record.done_ms < MOST_MINUTES * MINUTE_MS,
    )


def _gave(balance: Balance) -> bool:
    return any(tally.stretch_ms or tally.reps for tally in (balance.left, balance.right))


def _muscle(balance: Balance) -> MuscleRow:
    return MuscleRow(
        name=words.sentence_case(MUSCLES.get(balance.muscle, balance.muscle)),
        amounts=_amounts(balance),
        note=_note(balance),
    )


def _amounts(balance: Balance) -> str:
    left, right = _tally(balance.left), _tally(balance.right)
    return f"{left} each side" if left == right else f"left {left}, right {right}"


def _tally(tally: Tally) -> str:
    """Stretching and repetitions: "2 min", "24 times", "2 min and 24 times"."""
    parts = [words.duration(tally.stretch_ms)] if tally.stretch_ms else []
    if tally.reps:
        parts.append(words.count(tally.reps, "time"))
    return words.listing(parts) or "nothing"


def _note(balance: Balance) -> str:
    if min(balance.left.useful_ms, balance.right.useful_ms) >= SESSION_CEILING_MS:
        return ENOUGH
    weaker: Side | None = balance.weaker
    return f"The {weaker} side got less." if weaker else ""
