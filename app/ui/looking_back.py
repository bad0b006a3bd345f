"""Looking back: Progress, and the days and sessions that open from it. Knows no running session."""

from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from app.ui.screens.progress import ProgressScreen
from app.ui.stage import Stage
from app.views.progress import NARROW_WEEKS, WIDE_WEEKS, ProgressView, progress_view

if TYPE_CHECKING:
    from app.ui.session_keeping import SessionKeeping

WEEK = timedelta(days=7)


class LookingBack:
    """Shows Progress in the shell and opens what is pressed there.

    `look_again` is for whoever has changed a day or a session: Progress, if it is shown, tells it at once.
    """

    def __init__(self, shell: Stage) -> None:
        self._shell = shell
        self._books = shell.books
        self._ledger_week: date | None = None

    def show_progress(self) -> None:
        self._ledger_week = None
        screen = ProgressScreen(view=self._view())
        screen.bind(
            wide=lambda *_: self.look_again(),
            on_begin=lambda *_: self._shell.go("today"),
            on_week=lambda _, weeks: self._turn_ledger(weeks),
            on_day=lambda _, day: self.open_day(day),
            on_session=lambda _, id_: self.open_session(id_),
            on_sessions=lambda *_: self.show_sessions(),
            on_add=lambda *_: self.add_session(),
        )
        self._shell.show(screen)

    def look_again(self) -> None:
        """Makes the view of Progress anew, if that is what is shown."""
        if isinstance(self._shell.screen, ProgressScreen):
            self._shell.screen.view = self._view()

    def open_day(self, day: date) -> None:
        """What was done on a day, and what is said of it."""
        from app.ui.day_keeping import DayKeeping

        DayKeeping(self._shell, self).open(day)

    def show_sessions(self) -> None:
        """All sessions."""
        self.sessions.show_sessions()

    def open_session(self, session_id: str) -> None:
        """One session's page; nothing if there is none."""
        self.sessions.open_session(session_id)

    def add_session(self, day: date | None = None) -> None:
        """A page to write down a session by hand, on `day` or today."""
        self.sessions.add_session(day)

    @cached_property
    def sessions(self) -> "SessionKeeping":
        from app.ui.session_keeping import SessionKeeping

        return SessionKeeping(self._shell, self.look_again)

    def _turn_ledger(self, weeks: int) -> None:
        """Turns the pages of the ledger: -1 is the week before."""
        shown = self._ledger_week or self._books.this_week
        self._ledger_week = min(shown + weeks * WEEK, self._books.this_week)
        self.look_again()

    def _view(self) -> ProgressView:
        diary = self._books.diary
        return progress_view(
            diary,
            self._books.streak,
            self._books.library.exercises,
            weeks=self._weeks(),
            ledger_week=self._ledger_week,
            trouble=self._books.trouble,
        )

    def _weeks(self) -> int:
        """As many as have room."""
        return WIDE_WEEKS if self._shell.wide else NARROW_WEEKS
