"""What a person changes on a session's page, or writes down on an empty one. Knows no list and no way back."""

from datetime import date, time

from msgspec import structs

from app.core.by_hand import SOME_MINUTES, as_routine, as_something_else, minutes_of, written_down
from app.core.correction import MOST_MINUTES, moved, settled, stepped, stepped_minutes
from app.core.record import SessionRecord
from app.core.timeline import Timeline, unfold
from app.ui.screens.session import SessionScreen
from app.ui.stage import Stage
from app.ui.widgets.month import MonthSheet
from app.ui.widgets.pick import PickSheet
from app.ui.widgets.time_sheet import TimeSheet
from app.views import labels
from app.views.session import SessionView, new_session_view, routine_options, session_view


class SessionForm:
    """A page on one session and what it has become there: `record`."""

    def __init__(self, shell: Stage, record: SessionRecord) -> None:
        self._shell = shell
        self._books = shell.books
        self.record = record
        self.screen = SessionScreen(view=self.view())
        self.screen.bind(
            on_day=lambda _: self._ask_day(),
            on_time=lambda _: self._ask_time(),
            on_feeling=lambda _, which, value: self._change(structs.replace(self.record, **{which: value})),
            on_note=lambda _, note: self._note(note),
            on_step=lambda _, place, by: self.step(place, by),
        )

    def view(self) -> SessionView:
        raise NotImplementedError

    def step(self, place: int, by: int) -> None:
        raise NotImplementedError

    def changed(self) -> None:
        """Called after each change."""

    def show(self) -> None:
        self.screen.view = self.view()

    def _change(self, record: SessionRecord) -> None:
        self.record = record
        self.changed()
        self.show()

    def _note(self, note: str) -> None:
        """The page has it already: it is left alone, and so is the place in it where one writes."""
        self.record = structs.replace(self.record, note=note.strip())
        self.changed()

    def _ask_day(self) -> None:
        sheet = MonthSheet(
            title=labels.Session.WHICH_DAY,
            chosen=self.record.day,
            today=self._books.today,
            first_weekday=self._books.settings.first_weekday,
        )
        sheet.bind(on_pick=lambda _, day: self.move(day, self.record.started_at.time()))
        sheet.open()

    def _ask_time(self) -> None:
        at = self.record.started_at
        sheet = TimeSheet(title=labels.Session.WHAT_TIME, hour=at.hour, minute=at.minute)
        sheet.bind(on_pick=lambda _, hour, minute: self.move(self.record.day, time(hour, minute)))
        sheet.open()

    def move(self, day: date, at: time) -> None:
        start_h, now = self._books.settings.day_start_h, self._shell.house.clock.now()
        self._change(moved(self.record, day, at, day_start_h=start_h, now=now))


class Correcting(SessionForm):
    """The page of a session that is remembered. Every change is kept by the books, and written on the way out."""

    def __init__(self, shell: Stage, record: SessionRecord) -> None:
        self.was = record
        self._steps = False
        super().__init__(shell, record)
        self.screen.bind(on_correct=lambda _: self._turn_to_steps())

    @property
    def is_corrected(self) -> bool:
        return settled(self.record) != self.was

    def settle(self) -> SessionRecord:
        """The session as it is to be written; from now on the page has nothing left to write."""
        self.was = self.record = settled(self.record)
        return self.record

    def view(self) -> SessionView:
        return session_view(
            self.record,
            self._books.library.exercises,
            self._books.today,
            was=self.was if self._steps else None,
            said=self._books.said_of(self.record.id),
            trouble=self._books.trouble,
        )

    def step(self, place: int, by: int) -> None:
        record = self.record
        self._change(stepped_minutes(record, by) if place < 0 else stepped(record, place, by, self.was))

    def changed(self) -> None:
        self._books.keep(settled(self.record))

    def _turn_to_steps(self) -> None:
        self._steps = not self._steps
        self.show()


class WritingDown(SessionForm):
    """The page of a session that is written down by hand."""

    def __init__(self, shell: Stage, day: date | None) -> None:
        self._timeline: Timeline | None = None
        self._minutes = SOME_MINUTES
        self._chosen = False
        house, start_h = shell.house, shell.books.settings.day_start_h
        record = written_down(house.new_id(), house.clock.now(), start_h)
        if day is not None:
            at = record.started_at.time()
            record = moved(record, day, at, day_start_h=start_h, now=house.clock.now())
        super().__init__(shell, record)
        self.screen.bind(on_what=lambda _: self._ask_what(), on_name=lambda _, name: self._name(name))

    def view(self) -> SessionView:
        return new_session_view(
            self.record,
            self._timeline,
            self._minutes,
            self._books.today,
            chosen=self._chosen,
            trouble=self._books.trouble,
        )

    def step(self, place: int, by: int) -> None:
        self._minutes = min(MOST_MINUTES, max(1, self._minutes + by))
        self._fill(self.record.name)

    def choose(self, routine: str) -> None:
        """A routine of the library, or something else by ""."""
        entry = self._books.entry(routine)
        found = entry.routine if entry else None
        self._timeline = unfold(found, self._books.library.exercises) if found else None
        self._minutes = minutes_of(self._timeline) if self._timeline else SOME_MINUTES
        self._chosen = True
        self._fill("")

    def _ask_what(self) -> None:
        options = [(each.id, each.name, each.minutes) for each in routine_options(self._books.library)]
        title, hint = labels.Session.WHAT_DID_YOU_DO, labels.Session.ROUTINE_HINT
        sheet = PickSheet(title=title, hint=hint, options=options)
        sheet.bind(on_pick=lambda _, routine: self.choose(routine))
        sheet.open()

    def _name(self, name: str) -> None:
        self._fill(name.strip())

    def _fill(self, name: str) -> None:
        if self._timeline is not None:
            self._change(as_routine(self.record, self._timeline, self._minutes))
        else:
            self._change(as_something_else(self.record, name, self._minutes))
