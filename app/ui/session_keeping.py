"""All sessions: the list, the page of each, and the way between them. Knows no chart and no running session."""

from collections.abc import Callable, Iterable
from datetime import date

from app.core.care.check_in import CheckIn
from app.core.record import SessionRecord
from app.ui.screens.sessions import SessionsScreen
from app.ui.session_form import Correcting, WritingDown
from app.ui.stage import Stage
from app.ui.widgets.months import MonthsSheet
from app.ui.widgets.pick import PickSheet
from app.views import labels
from app.views.session import added, corrected, deleted
from app.views.sessions import (
    ALL_MONTHS,
    ALL_ROUTINES,
    Sieve,
    month_counts,
    routine_choices,
    sessions_view,
)


class SessionKeeping:
    """Shows sessions in the shell. `look_again` has whatever else is shown tell what has changed."""

    def __init__(self, shell: Stage, look_again: Callable[[], None]) -> None:
        self._shell = shell
        self._books = shell.books
        self._look_again = look_again
        self._sieve = Sieve()
        self._list: SessionsScreen | None = None
        self.form: Correcting | WritingDown | None = None
        self._before_list: Callable[[], None] = self._go_home
        self._back: Callable[[], None] = self._go_home

    def show_sessions(self) -> None:
        """The list of all; in a wide window with the latest session beside it."""
        self._before_list = self._way_back()
        self._sieve = Sieve()
        screen = SessionsScreen(view=sessions_view(self._books.diary, trouble=self._books.trouble))
        screen.bind(
            on_open=lambda _, id_: self.open_session(id_),
            on_routine=lambda _: self._ask_routine(),
            on_month=lambda _: self._ask_month(),
            on_all=lambda _: self.sift(),
            on_add=lambda _: self.add_session(),
            on_leave=lambda _: self._before_list(),
        )
        self._list = screen
        self._shell.show(screen)
        if self._shell.wide and screen.view.rows:
            self.open_session(screen.view.rows[0].id)

    def open_session(self, session_id: str) -> None:
        """One session's page; nothing if there is none."""
        record = next((each for each in self._books.diary.sessions if each.id == session_id), None)
        if record is None:
            return
        form = Correcting(self._shell, record)
        form.screen.bind(
            on_leave=lambda _: self._leave(),
            on_delete=lambda _: self._delete(form),
            parent=lambda *_: self._left(form),
        )
        self._open(form)

    def add_session(self, day: date | None = None) -> None:
        """A page to write down a session by hand, on `day` or today."""
        form = WritingDown(self._shell, day)
        form.screen.bind(on_leave=lambda _: self._leave(), on_add=lambda _: self._add(form))
        self._open(form)

    def sift(self, routine: str = "", month: date | None = None) -> None:
        """Holds the list down to what `Sieve` says; to nothing in particular without."""
        self._sieve = Sieve(routine, month)
        self._see_again()
        if self._list is not None:
            self._list.scroll_to_top()

    def _open(self, form: Correcting | WritingDown) -> None:
        if not self._is_beside():
            self._back = self._way_back()
            if self._shell.screen is not self._list:
                self._list = None
        self.form = form
        if self._list is not None:
            self._list.chosen = form.record.id if self._shell.wide else ""
        self._shell.show(form.screen, beside=self._list)

    def _is_beside(self) -> bool:
        """Whether a session's page is shown already, with the list beside it."""
        return self._list is not None and self.form is not None and self._shell.screen is self.form.screen

    def _way_back(self) -> Callable[[], None]:
        here = self._shell.screen
        if here is self._list and self._list is not None:
            return self._return_to_list
        if self._shell.place != "progress":
            return self._go_home

        def return_there() -> None:
            self._shell.show(here)
            self._look_again()

        return return_there

    def _return_to_list(self) -> None:
        if self._list is None:
            self._go_home()
        elif self._shell.wide:
            self._before_list()
        else:
            self._shell.show(self._list)
            self._list.take_keyboard_back()

    def _go_home(self) -> None:
        self._shell.go(self._shell.place)

    def _leave(self) -> None:
        self._back()

    def _left(self, form: Correcting) -> None:
        """Writes what was corrected once its page is no longer shown, and offers to take it back."""
        if form.screen.parent is not None or self._shell.screen is form.screen or not form.is_corrected:
            return
        was, record = form.was, form.settle()
        self._books.write(record)
        self._see_again()
        if self._books.is_written(record.id):
            self._shell.offer_undo(corrected(record), lambda: self._put_back(was))

    def _delete(self, form: Correcting) -> None:
        record = form.settle()
        said = self._books.said_of(record.id)
        if not self._books.delete(record.id):
            form.show()
            return
        self._leave_for_good("")
        self._shell.offer_undo(deleted(record), lambda: self._put_back(record, said))

    def _add(self, form: WritingDown) -> None:
        record = form.record
        self._books.write(record)
        self._leave_for_good(record.id)
        if self._books.is_written(record.id):
            self._shell.offer_undo(added(record), lambda: self._take_away(record))

    def _leave_for_good(self, session: str) -> None:
        """Back from a page that means nothing any more; beside its list, to another session or the latest."""
        if self._list is not None and self._shell.wide:
            self._see_again()
            rows = self._list.view.rows
            if session or rows:
                self.open_session(session or rows[0].id)
            else:
                self._shell.show(self._list)
        else:
            self._back()
        self._see_again()

    def _put_back(self, record: SessionRecord, said: Iterable[CheckIn] = ()) -> None:
        self._books.write(record, said)
        self._see_again()

    def _take_away(self, record: SessionRecord) -> None:
        self._books.delete(record.id)
        self._see_again()

    def _see_again(self) -> None:
        """Makes anew what is shown of the sessions."""
        if self._list is not None:
            self._list.view = sessions_view(self._books.diary, self._sieve, trouble=self._books.trouble)
        self._look_again()

    def _ask_routine(self) -> None:
        choices = routine_choices(self._books.diary.sessions)
        options = [("", ALL_ROUTINES, ""), *((each.key, each.name, each.count) for each in choices)]
        sheet = PickSheet(
            title=labels.Sessions.WHICH_ROUTINE,
            hint=labels.Session.ROUTINE_HINT,
            options=options,
            chosen=self._sieve.routine,
        )
        sheet.bind(on_pick=lambda _, key: self.sift(key, self._sieve.month))
        sheet.open()

    def _ask_month(self) -> None:
        sheet = MonthsSheet(
            title=labels.Sessions.WHICH_MONTH,
            every=ALL_MONTHS,
            counts=month_counts(self._books.diary.sessions, self._sieve.routine),
            chosen=self._sieve.month,
        )
        sheet.bind(on_pick=lambda _, month: self.sift(self._sieve.routine, month))
        sheet.open()
