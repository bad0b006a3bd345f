"""Looking back: Progress, and the days and sessions that open from it. Knows no running session."""

from datetime import date, timedelta

from app.ui.screens.progress import ProgressScreen
from app.ui.stage import Stage
from app.views.progress import ProgressView

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

    def show_sessions(self) -> None:
        """All sessions."""

    def open_session(self, session_id: str) -> None:
        """One session's page; nothing if there is none."""

    def add_session(self, day: date | None = None) -> None:
        """A page to write down a session by hand, on `day` or today."""

    def _turn_ledger(self, weeks: int) -> None:
        """Turns the pages of the ledger: -1 is the week before."""
        shown = self._ledger_week or self._books.this_week
        self._ledger_week = min(shown + weeks * WEEK, self._books.this_week)
        self.look_again()

    def _view(self) -> ProgressView:
        return self._books.progress_view()
