"""The values that the screens show, made from the history, the library and the settings. Knows no widget."""

from collections.abc import Collection, Iterable
from datetime import date
from operator import is_not
from typing import TYPE_CHECKING

from app.core.care.check_in import CheckIn
from app.core.care.warning_signs import NO_SIGNS, Answers, Verdict, verdict
from app.core.days import day_of, week_of
from app.core.diary import Diary, diary_of
from app.core.library import Entry, Library
from app.core.planning import current_target
from app.core.ports import RecordError
from app.core.record import SessionRecord
from app.core.recording import can_go_on
from app.core.routine import Routine
from app.core.settings import Settings
from app.core.shortening import with_steps
from app.core.streak import Streak, streak_of
from app.core.target import Target
from app.core.timeline import Timeline, unfold
from app.ui.house import House
from app.views.ask import Ask
from app.views.asks import today_asks
from app.views.routines import RoutineView, routine_view
from app.views.targets import and_in_a_programme, due_text
from app.views.today import MINUTES_AT_HAND, TodayView, today_view

if TYPE_CHECKING:  # the first frame does without them
    from app.core.care.self_test import SelfTest
    from app.core.programme.programme import Programmes
    from app.views.after import AfterView


class Books:
    """Asks the house and keeps what was asked until `refresh`, for a screen opens in an instant."""

    def __init__(self, house: House) -> None:
        self._house = house
        self.settings: Settings = house.load_settings()
        self.library: Library = house.read_library()
        self.trouble = "\n".join(filter(None, (house.trouble, *house.history.problems)))
        self.note = ""
        self.minutes_at_hand = 0
        self._unwritten: dict[str, SessionRecord] = {}
        self._unsaid: dict[str, CheckIn] = {}
        self._untold: dict[str, SelfTest] = {}
        self._unwritten_why = ""
        self._programmes: Programmes | None = None
        self._diary: Diary | None = None
        self._streak: Streak | None = None
        self._remembered: tuple[object, ...] = ()
        self._put_off: set[tuple[str, date]] = set()
        self._answers: Answers | None = None
        self._answers_read = False
        self._unread_why = ""

    @property
    def today(self) -> date:
        return day_of(self._house.clock.now(), self.settings.day_start_h)

    @property
    def this_week(self) -> date:
        """Its first day."""
        return week_of(self.today, self.settings.first_weekday)

    def read_anew(self) -> None:
        """Settings and routines, after they were put back as they once were."""
        self.settings = self._house.load_settings()
        self.read_routines()

    def read_routines(self) -> None:
        """The library and the programmes, after a file of theirs may have changed."""
        self.library = self._house.read_library()
        self.read_programmes()

    def read_programmes(self) -> None:
        """Has the programmes read anew when they are wanted next."""
        self._programmes = None
        self._diary = None

    @property
    def programmes(self) -> "Programmes":
        """Read when they are first wanted."""
        if self._programmes is None:
            self._programmes = self._house.read_programmes()
        return self._programmes

    def is_guarded(self, routine: str) -> bool:
        """Whether it is of a programme that asks for a clinician."""
        found = (entry.programme for entry in self.programmes.entries)
        return any(each and each.ask_clinician and routine in each.routines for each in found)

    def sessions(self) -> tuple[SessionRecord, ...]:
        """Every session that is over, newest first."""
        return tuple(item for item in self._house.history.sessions() if item.status != "running")

    def cut_off(self) -> SessionRecord | None:
        """A session that never ended, from an earlier run of the program."""
        running = self._house.history.running()
        return next((record for record in running if record.id not in self._unwritten), None)

    def write(self, record: SessionRecord, said: Iterable[CheckIn] = ()) -> None:
        """Writes a session and what was `said` around it, all of it or nothing; then deletes what says nothing.

        What cannot be written is kept, and tried again by `write_again`.
        """
        self._unwritten[record.id] = record
        self._unsaid.update((each.id, each) for each in said)
        self.write_again()

    def write_test(self, test: "SelfTest") -> bool:
        """Writes a self-test; whether it could. If not it is kept, and tried again by `write_again`."""
        self._untold[test.id] = test
        self.write_again()
        return not self._untold

    def keep(self, record: SessionRecord) -> None:
        """Holds a session that is still being corrected: `write_again` writes it, on the way to wherever."""
        self._unwritten[record.id] = record

    def is_written(self, session_id: str) -> bool:
        """Whether nothing of this session waits to be written."""
        return session_id not in self._unwritten

    def said_of(self, session_id: str) -> tuple[CheckIn, ...]:
        """What was said around a session, also what waits to be written."""
        from app.core.care.said import said_of

        kept = {each.id: each for each in said_of(self._house.history.check_ins(), session_id)}
        kept |= {each.id: each for each in said_of(self._unsaid.values(), session_id)}
        return tuple(kept.values())

    def delete(self, session_id: str) -> bool:
        """Forgets a session and what was said around it; whether it could. `trouble` says why if not."""
        from app.core.care.said import said_of

        try:
            self._house.history.delete_all(sessions=[session_id], care=self.said_of(session_id))
        except RecordError as error:
            self.trouble = self._unwritten_why = str(error)
            return False
        self._unwritten.pop(session_id, None)
        for each in said_of(tuple(self._unsaid.values()), session_id):
            del self._unsaid[each.id]
        return True

    def write_again(self) -> None:
        """Writes what could not be written before; `trouble` says why if it still cannot.

        What was said around a session that was moved to another day moves with it.
        """
        from app.core.care.said import moved_along

        sessions = tuple(self._unwritten.values())
        known = [each for session in sessions for each in self.said_of(session.id)]
        care = self._unsaid | {each.id: each for each in moved_along(known, sessions)}
        try:
            if sessions or care or self._untold:
                taken_back = [each for each in care.values() if each.says_nothing]
                said = [each for each in care.values() if not each.says_nothing]
                self._house.history.put_all(sessions=sessions, care=(*said, *self._untold.values()))
                if taken_back:
                    self._house.history.delete_all(care=taken_back)
        except RecordError as error:
            self.trouble = self._unwritten_why = str(error)
            return
        self._unwritten.clear()
        self._unsaid.clear()
        self._untold.clear()
        if self._unwritten_why and self.trouble == self._unwritten_why:
            self.trouble = self._unwritten_why = ""

    def set(self, settings: Settings) -> None:
        """Takes the settings and saves them; what cannot be saved holds until the window closes."""
        self.settings = settings
        try:
            self._house.save_settings(settings)
        except RecordError as error:
            self.trouble = str(error)

    @property
    def answers(self) -> Answers | None:
        """What was last answered to the warning signs; read once. What cannot be read is told on Today."""
        if not self._answers_read:
            self._answers_read = True
            try:
                self._answers = self._house.signs.load()
            except RecordError as error:
                self._unread_why = str(error)
                self.trouble = "\n".join(filter(None, (self.trouble, self._unread_why)))
        return self._answers

    @property
    def verdict(self) -> Verdict:
        """What the warning signs come to."""
        return verdict(self.answers) if self.answers else NO_SIGNS

    def answer_signs(self, answers: Answers | None) -> str:
        """Takes the answers and saves them, or erases them for None; why it could not, or "".

        What cannot be saved holds until the window closes; what cannot be erased is not said to be gone.
        """
        try:
            if answers is None:
                self._house.signs.erase()
            else:
                self._answers, self._answers_read = answers, True
                self._house.signs.save(answers)
        except RecordError as error:
            return str(error)
        self._answers, self._answers_read = answers, True
        lines = self.trouble.split("\n")
        self.trouble = "\n".join(line for line in lines if line != self._unread_why)
        return ""

    def choose_minutes(self, index: int) -> None:
        """The chip number `index`; pressed again, it is let go."""
        minutes = MINUTES_AT_HAND[index]
        self.minutes_at_hand = 0 if self.minutes_at_hand == minutes else minutes

    def put_off(self, asked: str) -> None:
        """Today asks this no more until tomorrow, or until the window is opened again."""
        self._put_off.add((asked, self.today))

    def entry(self, routine: str) -> Entry | None:
        return self.library.find(routine)

    def timeline(self, entry: Entry, steps: Collection[int] = ()) -> Timeline | None:
        """The routine, or only these of its steps, as this person does it."""
        routine = with_steps(entry.routine, steps) if entry.routine else None
        return self.unfolded(routine) if routine else None

    def unfolded(self, routine: Routine) -> Timeline:
        """With the person's own times to prepare and to rest."""
        chosen = self.settings
        return unfold(routine, self.library.exercises, prepare_s=chosen.prepare_s, rest_s=chosen.rest_s)

    def timeline_to_go_on(self, record: SessionRecord) -> Timeline | None:
        """The timeline of a session that was cut off, if its routine is still the same."""
        entry = self.entry(record.routine)
        timeline = self.timeline(entry, record.steps) if entry else None
        return timeline if timeline and can_go_on(record, timeline) else None

    @property
    def diary(self) -> Diary:
        """All that is remembered, seen from today; made anew only when something of it has changed."""
        history = self._house.history
        remembered = (
            history.sessions(),
            history.marks(),
            history.targets(),
            history.check_ins(),
            history.self_tests(),
            history.enrolments(),
            self.settings,
        )
        stale = any(map(is_not, remembered, self._remembered))
        if self._diary is None or stale or self._diary.today != self.today:
            self._remembered = remembered
            self._streak = None
            diary = diary_of(
                self.sessions(),
                self.today,
                self.settings,
                history.marks(),
                history.targets(),
                check_ins=history.check_ins(),
                self_tests=history.self_tests(),
                enrolments=history.enrolments(),
            )
            self._diary = self._with_programmes(diary) if diary.enrolments else diary
        return self._diary

    def _with_programmes(self, diary: Diary) -> Diary:
        from app.core.programme.course import enrolled

        return enrolled(diary, self.programmes.usable)

    @property
    def streak(self) -> Streak:
        """Of the diary; worked out once for each, since with twenty years it takes some milliseconds."""
        diary = self.diary
        if self._streak is None:
            self._streak = streak_of(diary)
        return self._streak

    def today_view(self) -> TodayView:
        cut_off, found = self.cut_off(), self.verdict
        return today_view(
            self.library,
            self.diary,
            self.streak,
            unfolded=self.unfolded,
            minutes_at_hand=self.minutes_at_hand,
            cut_off=cut_off,
            can_go_on=cut_off is not None and self.timeline_to_go_on(cut_off) is not None,
            trouble=self.trouble or self._take_note(),
            asks=self._asks(found),
            invites=not found.stops_everything,
        )

    def _asks(self, found: Verdict) -> tuple[Ask, ...]:
        """One at a time, for the invitation below it is what Today is for; what is alarming stays beside it."""
        asks = today_asks(self.diary, self.library, verdict=found, guarded=self.is_guarded)
        left = [ask for ask in asks if (ask.id, self.today) not in self._put_off]
        calm = [] if found.stops_everything else [ask for ask in left if not ask.alarming]
        return (*(ask for ask in left if ask.alarming), *calm[:1])

    def _take_note(self) -> str:
        """A note that the machine could not show outside the window: told once."""
        note, self.note = self.note, ""
        return note

    def routine_view(self, entry: Entry) -> RoutineView:
        own, in_programme = self.targets_of(entry.id)
        due = due_text(own or in_programme, self.settings.first_weekday)
        return routine_view(entry, self.library, due=and_in_a_programme(due) if own and in_programme else due)

    def targets_of(self, routine: str) -> tuple[Target | None, Target | None]:
        """What says when a routine is due: the person's own target, which can be changed, and a programme's."""
        written = self._house.history.targets()
        made = [target for target in self.diary.targets_on(self.today) if target not in written]
        own = current_target(written, routine, self.today)
        return own, current_target(made, routine, self.today)

    def after_view(self, record: SessionRecord, trouble: str) -> "AfterView":
        from app.views.after import after_view

        diary = self.diary
        return after_view(record, self.library.exercises, self.streak, diary, trouble=trouble)
