"""A session in the window, from its start to what is said of it afterwards. Knows no list and no setting."""

from collections.abc import Callable, Sequence
from functools import partial

from kivy.clock import Clock
from kivy.core.window import Window

from app.core.care.warning_signs import exercises_blocked, steps_left
from app.core.cues import Cue
from app.core.guide import Guide
from app.core.ports import Recorder, RecordError
from app.core.record import SessionRecord
from app.core.recording import begun, kept_as_it_is
from app.core.routine import Routine
from app.core.session import Session
from app.core.timeline import Timeline, unfold
from app.ui.following import LONG_PAUSE_S, Following, Look
from app.ui.saying import Saying
from app.ui.stage import Stage
from app.views import notes
from app.views.heel_rise_voice import heel_rise_sentence
from app.views.spoken import sentence


class _Forgetting:
    """A `Recorder` of what is only tried out."""

    def put(self, record: SessionRecord) -> None:
        """Forgets it."""

    def delete(self, session_id: str) -> None:
        """Has nothing to delete."""


class Leading:
    """Leads through routines in the shell, one at a time.

    `in_front` says whether the person can see the window; `set_allow_screensaver` lets the screen go dark.
    """

    def __init__(
        self, shell: Stage, in_front: Callable[[], bool], set_allow_screensaver: Callable[[bool], None]
    ) -> None:
        self.following: Following | None = None
        self._shell = shell
        self._house = shell.house
        self._books = shell.books
        self._in_front = in_front
        self._keep_awake = shell.house.make_keep_awake(set_allow_screensaver)
        self._saying: Saying | None = None
        self._has_led = False

    def follow(self, routine: str, steps: tuple[int, ...] = ()) -> None:
        """Starts a routine, or only these of its steps; nothing if there is none, or if it cannot be used."""
        entry = self._books.entry(routine)
        timeline = self._books.timeline(entry, steps) if entry else None
        if timeline is not None and self._may_begin(timeline, self._without(routine, steps)):
            self._lead(timeline, self._begun(timeline, steps))

    def follow_move(self, move: Routine) -> None:
        """Leads through a routine that is in no library, as a break's one move, and remembers it like any other."""
        timeline = unfold(move, self._books.library.exercises)
        if self._may_begin(timeline):
            self._lead(timeline, self._begun(timeline))

    def follow_test(self, timeline: Timeline, on_over: Callable[[SessionRecord], None]) -> None:
        """Leads through a self-test to a beat; `on_over` is told what was done, be it nothing, and shows it."""
        if not self._may_begin(timeline):
            return
        guide = self._guide(timeline, self._begun(timeline), self._house.history, beats=True)
        over = partial(self._end_of_trial, lambda: on_over(guide.record))
        self._start(guide, over, lambda: self._shell.go("care"))

    def try_out(self, timeline: Timeline, on_over: Callable[[], None]) -> None:
        """Leads through a timeline of which nothing is remembered."""
        if not self._may_begin(timeline, on_leave=on_over):
            return
        guide = self._guide(timeline, self._begun(timeline), _Forgetting())
        self._start(guide, lambda: self._end_of_trial(on_over), on_over)

    def _begun(self, timeline: Timeline, steps: tuple[int, ...] = ()) -> SessionRecord:
        house, start_h = self._house, self._books.settings.day_start_h
        return begun(timeline, house.new_id(), house.clock.now(), start_h, steps)

    def _end_of_trial(self, on_over: Callable[[], None]) -> None:
        self.following = None
        self._keep_awake.release()
        on_over()

    def go_on(self) -> None:
        """Goes on with a session that was cut off."""
        record = self._books.cut_off()
        timeline = self._books.timeline_to_go_on(record) if record else None
        if record is not None and timeline is not None and self._may_begin(timeline):
            self._lead(timeline, record)

    def _may_begin(
        self,
        timeline: Timeline,
        begin: Callable[[], None] | None = None,
        on_leave: Callable[[], None] | None = None,
    ) -> bool:
        """Whether no warning sign speaks against it; if one does, that is explained, and `begin` offered."""
        found = self._books.verdict
        ids = [segment.exercise for segment in timeline.segments]
        blocked = exercises_blocked(ids, self._books.library.exercises, found)
        if found.stops_everything or blocked:
            self._shell.caring.signs.explain(timeline.name, blocked, begin, on_leave)
            return False
        return True

    def _without(self, routine: str, steps: tuple[int, ...]) -> Callable[[], None] | None:
        """What begins the routine without what has to wait; None if nothing of it has to, or all of it."""
        entry, found = self._books.entry(routine), self._books.verdict
        if entry is None or entry.routine is None or not found.blocked:
            return None
        left = steps_left(entry.routine, self._books.library.exercises, found, steps)
        return partial(self.follow, routine, left) if left else None

    def settle(self, *, keep: bool) -> None:
        """Keeps a session that was cut off with what was done, or discards it."""
        record = self._books.cut_off()
        if record is not None:
            if keep:
                self._try(lambda: self._house.history.put(kept_as_it_is(record)))
            elif not self._try(lambda: self._house.history.delete(record.id)):
                self._shell.offer_undo(notes.discarded(record), lambda: self._put_back(record))
        self._shell.go("today")

    def _put_back(self, record: SessionRecord) -> None:
        self._try(lambda: self._house.history.put(record))
        if self._shell.place == "today" and self.following is None:
            self._shell.go("today")

    def stop(self) -> None:
        """Ends a running session, keeping what was done and what was said: the window is about to close."""
        self._end()
        self._save_what_was_said()

    def _end(self) -> None:
        if self.following is not None:
            self.following.screen.dispatch("on_stop")

    def leave_after(self) -> None:
        self._save_what_was_said()
        self._shell.go("today")

    def _lead(self, timeline: Timeline, record: SessionRecord) -> None:
        guide = self._guide(timeline, record, self._house.history)
        self._start(guide, lambda: self._over(guide), lambda: self._shell.go("today"))

    def _guide(
        self, timeline: Timeline, record: SessionRecord, recorder: Recorder, *, beats: bool = False
    ) -> Guide:
        """With `beats` it is a heel-rise test, which has words of its own."""
        house = self._house
        exercises, hearing = self._books.library.exercises, house.hearing(self._books.settings)

        def wording(cues: Sequence[Cue], room_ms: int | None) -> str:
            if beats:
                return heel_rise_sentence(cues, room_ms, hearing.manner)
            return sentence(cues, exercises, room_ms, hearing.manner)

        return Guide(
            Session(timeline, house.clock, record.passed),
            record,
            exercises,
            recorder=recorder,
            chime=house.chime,
            speaker=house.speaker,
            wording=wording,
            hearing=hearing,
            beats=beats,
        )

    def _start(self, guide: Guide, on_over: Callable[[], None], on_left: Callable[[], None]) -> None:
        """`on_left` leaves what is shown to somebody who broke off because something felt wrong."""
        self._keep_awake.hold()
        chosen = self._books.settings
        self.following = Following(
            guide,
            on_over=on_over,
            on_clock_pause=self._say_paused,
            on_long_pause=lambda: self._say_still_paused(guide),
            on_wrong=lambda: self._shell.caring.signs.ask_what_is_felt(self._end, self.stop, on_left),
            look=Look(chosen.flash, chosen.show_sentences, self._note_of_voice(guide)),
        )
        self._shell.show(self.following.screen, alone=True)
        self.following.start()

    def _note_of_voice(self, guide: Guide) -> str:
        """Says once, in the first session, that there is nobody to speak."""
        hearing, first = guide.hearing, not self._has_led
        self._has_led = True
        wanted = first and hearing.voice and hearing.manner.verbosity != "chimes"
        return notes.NO_VOICE if wanted and not self._house.speaker.health().works else ""

    def _over(self, guide: Guide) -> None:
        self.following = None
        self._keep_awake.release()
        record, trouble = guide.record, guide.trouble
        if not record.done_ms:
            # A session in which nothing was done leaves no trace.
            trouble = self._try(lambda: self._house.history.delete(record.id)) or trouble
        elif not self._in_front():
            self._notify(*notes.finished(record), notes.OPEN_BUTTONS)
        self._saying = Saying(self._books, record, trouble, is_written=not guide.trouble)
        self._saying.screen.bind(on_leave=lambda *_: self.leave_after())
        self._shell.show(self._saying.screen, alone=True)

    def _say_paused(self) -> None:
        if not self._in_front():
            self._notify(*notes.CLOCK_PAUSED, notes.PAUSED_BUTTONS)

    def _say_still_paused(self, guide: Guide) -> None:
        if not self._in_front():
            note = notes.still_paused(guide.record.name, round(LONG_PAUSE_S / 60))
            self._notify(*note, notes.PAUSED_BUTTONS)

    def _answer(self, button: str) -> None:
        """What was pressed on a note. It may be an old one: a session that runs is not stopped by it."""
        paused = self.following is not None and self.following.session.state == "paused"
        if button == notes.STOP and self.following is not None and paused:
            self.following.screen.dispatch("on_stop")
            return
        Window.raise_window()
        if button == notes.GO_ON and self.following is not None and paused:
            self.following.screen.dispatch("on_toggle")

    def _notify(self, title: str, body: str, buttons: tuple[tuple[str, str], ...]) -> None:
        """Outside the window, or where the machine cannot, in a banner inside it."""

        def show_inside(_: str) -> None:
            Clock.schedule_once(lambda _: self._leave_note(f"{title}. {body}"), 0)

        def answer(button: str) -> None:
            Clock.schedule_once(lambda _: self._answer(button), -1)

        self._house.notifier.notify(title, body, show_inside, buttons, answer)

    def _leave_note(self, note: str) -> None:
        self._books.note = note

    def _save_what_was_said(self) -> None:
        if self._saying is not None:
            self._saying.save()

    def _try(self, deed: Callable[[], None]) -> str:
        """Why it could not be written, which Today then says as well; "" if it was."""
        try:
            deed()
        except RecordError as error:
            self._books.trouble = str(error)
            return str(error)
        return ""
