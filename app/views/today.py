"""What Today shows: one clear invitation. Knows no window and no clock."""

from msgspec import Struct

from app.core.care.heel_rise import HEEL_RISE_TEST
from app.core.diary import Diary
from app.core.due import due_today
from app.core.invitation import Invited, Unfold, invited
from app.core.library import Library
from app.core.record import SessionRecord
from app.core.streak import Streak
from app.core.timeline import unfold
from app.views import words
from app.views.ask import Ask
from app.views.due import NOTHING_DUE, DueView, due_view
from app.views.labels import Today as TodayWords
from app.views.owed import NOTHING_OWED, OwedView, owed_view
from app.views.picture import NO_PICTURE, Picture, still
from app.views.routines import exercises_of, needs_of
from app.views.week import WeekView, week_view

MINUTES_AT_HAND = (3, 5, 10)


class Invitation(Struct, frozen=True):
    """The routine that Today offers, with those of its `steps` (() for all) that fit into the minutes at hand.

    `without` says which exercises had to be left out, or "".
    """

    id: str
    steps: tuple[int, ...]
    label: str
    name: str
    about: str
    facts: str
    exercises: tuple[str, ...]
    without: str
    picture: Picture


class CutOff(Struct, frozen=True):
    """A session that was cut off, by a crash or a power cut."""

    id: str
    title: str
    text: str
    can_go_on: bool


class TodayView(Struct, frozen=True):
    date: str
    invitation: Invitation | None
    minutes: tuple[str, ...]
    minutes_chosen: int
    cut_off: CutOff | None
    week: WeekView
    trouble: str
    due: DueView = NOTHING_DUE
    owed: OwedView = NOTHING_OWED
    asks: tuple[Ask, ...] = ()
    invites: bool = True


def today_view(
    library: Library,
    diary: Diary,
    streak: Streak,
    *,
    unfolded: Unfold | None = None,
    minutes_at_hand: int = 0,
    cut_off: SessionRecord | None = None,
    can_go_on: bool = False,
    trouble: str = "",
    asks: tuple[Ask, ...] = (),
    invites: bool = True,
) -> TodayView:
    """Today, for someone with `minutes_at_hand` minutes (0: did not say); it `invites` unless all has to wait.

    `unfolded` makes of a routine what this person would do; without it, what the file says.
    """
    routines = [entry.routine for entry in library.routines if entry.routine is not None]
    exercises = library.exercises
    unfolded = unfolded or (lambda routine: unfold(routine, exercises))
    invitation = invited(routines, exercises, diary, unfolded, minutes_at_hand * 60_000) if invites else None
    return TodayView(
        date=words.full_day(diary.today),
        invitation=_invitation(invitation, library, streak, minutes_at_hand) if invitation else None,
        minutes=tuple(f"{minutes} min" for minutes in MINUTES_AT_HAND),
        minutes_chosen=MINUTES_AT_HAND.index(minutes_at_hand) if minutes_at_hand else -1,
        cut_off=_cut_off(cut_off, can_go_on) if cut_off and invites else None,
        week=week_view(streak, diary),
        trouble=trouble,
        due=due_view(due_today(diary), library) if invites else NOTHING_DUE,
        owed=owed_view(diary, library) if invites else NOTHING_OWED,
        asks=asks,
        invites=invites,
    )


def _invitation(invitation: Invited, library: Library, streak: Streak, minutes: int) -> Invitation:
    routine, exercises = invitation.routine, library.exercises
    ids, dropped = exercises_of(routine), invitation.shortened.dropped
    facts = [words.minutes(invitation.timeline.total_ms), words.count(len(ids), "exercise")]
    if needs := needs_of(routine, exercises):
        facts.append(words.equipment(needs))
    return Invitation(
        id=routine.id,
        steps=invitation.shortened.steps,
        label=_label(invitation, streak, minutes),
        name=routine.name,
        about="" if dropped else routine.about,
        facts="  ·  ".join(facts),
        exercises=tuple(exercises[id_].name for id_ in ids),
        without=f"Without: {words.listing([exercises[id_].name for id_ in dropped])}" if dropped else "",
        picture=still(exercises[ids[0]]) if ids else NO_PICTURE,
    )


def _label(invitation: Invited, streak: Streak, minutes: int) -> str:
    due = invitation.due
    if minutes:
        time = words.count(minutes, "minute")
        return f"Due today, in {time}" if due else f"If you have {time}"
    if due:
        return f"Due today, {due.done} of {due.times} done" if due.times > 1 else "Due today"
    return "Done for today. One more, if you like" if streak.today_done else "Next for you"


def _cut_off(record: SessionRecord, can_go_on: bool) -> CutOff:
    title = TodayWords.GO_ON_WHERE_YOU_STOPPED if can_go_on else TodayWords.CUT_OFF
    return CutOff(record.id, title, _cut_off_text(record), can_go_on)


def _cut_off_text(record: SessionRecord) -> str:
    """Of a heel-rise test no number was planned."""
    done = words.duration(record.done_ms)
    if record.routine == HEEL_RISE_TEST:
        return f"{record.name} was cut off after {done} of work."
    return f"{record.name} was cut off after {done} of {words.duration(record.planned_ms)}."
