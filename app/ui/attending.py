"""What the window does when a reminder or a break from sitting is answered. Knows no desktop and no thread's name.

Every call comes from another thread, and everything is done in the window's own.
"""

from collections.abc import Callable
from functools import partial

from msgspec import structs

from app.core.breaks.sitting import Answer, IntervalAsked
from app.core.routine import Routine
from app.ui.stage import Stage
from app.views import labels
from app.views.breaks import interval_note, longer_label, offer_line

Later = Callable[[Callable[[], None]], None]
"""Has something done in the window's own thread."""


class WindowListener:
    """`raise_window` brings the window up; `answer` takes what is said in the window to an offer."""

    def __init__(
        self,
        shell: Stage,
        raise_window: Callable[[], None],
        later: Later,
        answer: Callable[[Answer], None],
    ) -> None:
        self._shell = shell
        self._raise = raise_window
        self._later = later
        self._answer = answer
        self._end_offer: Callable[[], None] = lambda: None
        """Takes away what is told of a break, if it still stands."""

    def open_window(self) -> None:
        self._later(self._raise)

    def open_routine(self, routine: str) -> None:
        def show() -> None:
            self._raise()
            if self._shell.following is None:  # nobody is taken out of a routine
                self._shell.go("today")
                self._shell.open_routine(routine)

        self._later(show)

    def start_break(self, move: Routine) -> None:
        self._later(lambda: self._begin(move))

    def offer_break(self, move: Routine) -> None:
        def take() -> None:
            self._answer("taken")
            self._begin(move)

        def show() -> None:
            self._end_offer = self._shell.tell(offer_line(move), "Start", act=take, lasting=True)

        self._later(show)

    def take_break_back(self) -> None:
        self._later(self._withdraw)

    def ask_interval(self, asked: IntervalAsked) -> None:
        label = longer_label(asked)
        title, body = interval_note(asked)
        change = partial(self._set_interval, asked.longer_min)
        self._later(lambda: self._shell.tell(f"{title} {body}", label, act=change))

    def change_interval(self, minutes: int) -> None:
        self._later(lambda: self._set_interval(minutes))

    def tell(self, title: str, body: str) -> None:
        """Until somebody comes and reads it: it is the only place where it is told."""
        self._later(lambda: self._shell.tell(f"{title}. {body}", labels.Snackbar.CLOSE, lasting=True))

    def _withdraw(self) -> None:
        self._end_offer()

    def _begin(self, move: Routine) -> None:
        self._raise()
        self._withdraw()
        if self._shell.following is None:
            self._shell.leading.follow_move(move)

    def _set_interval(self, minutes: int) -> None:
        settings = self._shell.books.settings
        breaks = structs.replace(settings.breaks, every_min=minutes)
        self._shell.books.set(structs.replace(settings, breaks=breaks))
