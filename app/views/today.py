"""What Today shows: one clear invitation. Knows no window and no clock."""

from msgspec import Struct

from app.core.diary import Diary
from app.core.library import Library
from app.core.record import SessionRecord
from app.core.streak import Streak
from app.core.suggestion import nearest_in_length, suggested
from app.core.timeline import unfold
from app.views import words
from app.views.picture import NO_PICTURE, Picture, still
from app.views.routines import exercises_of, needs_of
from app.views.week import WeekView, week_view

MINUTES_AT_HAND = (3, 5, 10)


class Invitation(Struct, frozen=True):
    """The routine that Today offers: its id, and what is said of it."""

    id: str
    label: str
    name: str
    about: str
    facts: str
    exercises: tuple[str, ...]
    picture: Picture


class CutOff(Struct, frozen=True):
    """A session that was cut off, by a crash or a power cut."""

    id: str
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


def today_view(
    library: Library,
    diary: Diary,
    streak: Streak,
    *,
    minutes_at_hand: int = 0,
    cut_off: SessionRecord | None = None,
    can_go_on: bool = False,
    trouble: str = "",
) -> TodayView:
    """Today, for someone with `minutes_at_hand` minutes (0: did not say)."""
    return TodayView(
        date=words.full_day(diary.today),
        invitation=_invitation(library, diary, streak, minutes_at_hand),
        minutes=tuple(f"{minutes} min" for minutes in MINUTES_AT_HAND),
        minutes_chosen=MINUTES_AT_HAND.index(minutes_at_hand) if minutes_at_hand else -1,
        cut_off=None if cut_off is None else CutOff(cut_off.id, _cut_off_text(cut_off), can_go_on),
        week=week_view(streak, diary),
        trouble=trouble,
    )


def _invitation(library: Library, diary: Diary, streak: Streak, minutes: int) -> Invitation | None:
    playable = {entry.id: entry.routine for entry in library.routines if entry.routine is not None}

    def length_ms(id_: str) -> int:
        return unfold(playable[id_], library.exercises).total_ms

    if minutes:
        chosen = nearest_in_length([(id_, length_ms(id_)) for id_ in playable], minutes * 60_000)
        label = f"If you have {words.count(minutes, 'minute')}"
    else:
        chosen = suggested(tuple(playable), diary.sessions, diary.today)
        label = "Done for today. One more, if you like" if streak.today_done else "Next for you"
    if chosen is None:
        return None
    routine = playable[chosen]
    ids = exercises_of(routine)
    needs = needs_of(routine, library.exercises)
    facts = [words.minutes(length_ms(chosen)), words.count(len(ids), "exercise")]
    if needs:
        facts.append(words.equipment(needs))
    return Invitation(
        id=chosen,
        label=label,
        name=routine.name,
        about=routine.about,
        facts="  ·  ".join(facts),
        exercises=tuple(library.exercises[id_].name for id_ in ids),
        picture=still(library.exercises[ids[0]]) if ids else NO_PICTURE,
    )


def _cut_off_text(record: SessionRecord) -> str:
    done = words.duration(record.done_ms)
    return f"{record.name} was cut off after {done} of {words.duration(record.planned_ms)}."
