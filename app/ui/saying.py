"""After a session, and what is said there of it until the screen is left. Knows no running session."""

from typing import Any

from kivy.clock import Clock
from msgspec import structs

from app.core.care.check_in import CheckIn, Felt, Place, When
from app.core.care.said import Scale, with_felt, worst
from app.core.ledger import session_balances
from app.core.record import SessionRecord
from app.ui.books import Books
from app.ui.screens.after import AfterScreen
from app.views.check_in import MOMENTS, CheckInView, check_in_view

KEEPING_S = 2.0
"""A crash loses at most what was said this lately."""


class Saying:
    """The screen After one session. What is said there is written soon after, and by `save` when it is left.

    A session in which nothing was done leaves no trace, whatever is said of it. One that `is_written` and of
    which nothing is said is not written again.
    """

    def __init__(self, books: Books, record: SessionRecord, trouble: str, *, is_written: bool) -> None:
        self._books = books
        self._record: SessionRecord | None = record
        self._kept: tuple[SessionRecord, tuple[CheckIn, ...]] | None = (record, ()) if is_written else None
        self._worked = session_balances(record.work, books.library.exercises)
        self._felt: dict[When, tuple[Felt, ...]] = {}
        self._moment = 0
        self._keep_later: Any = Clock.create_trigger(lambda _: self._keep(), KEEPING_S)
        self.screen = AfterScreen(view=books.after_view(record, trouble))
        self.screen.bind(
            on_moment=lambda _, index: self._turn(index),
            on_felt=lambda _, place, scale, value: self._feel(place, scale, value),
            on_note=lambda _, note: self._take_note(note),
        )

    def save(self) -> None:
        """Writes what was said, and the session itself if that failed before. Nothing is said any more."""
        self._keep_later.cancel()
        self._keep()
        self._record = None

    def _keep(self) -> None:
        record = self._record
        if record is None or not record.done_ms:
            return
        said = tuple(CheckIn(record.id, when, record.day, felt) for when, felt in self._felt.items())
        if (record, said) != self._kept:
            self._kept = (record, said)
            self._books.write(record, said)

    def _turn(self, moment: int) -> None:
        self._moment = moment
        self._show()

    def _feel(self, place: Place, scale: Scale, value: int | None) -> None:
        when = MOMENTS[self._moment]
        self._felt[when] = with_felt(self._felt.get(when, ()), place, scale, value)
        self._change(**{when: worst(self._felt[when])})
        self._show()

    def _take_note(self, note: str) -> None:
        """The screen has it already: it is left alone, and so is the place in it where one writes."""
        self._change(note=note.strip())

    def _change(self, **changes: Any) -> None:
        if self._record is not None:
            self._record = structs.replace(self._record, **changes)
            self._keep_later.cancel()
            self._keep_later()

    def _show(self) -> None:
        if self._record is not None:
            self.screen.view = structs.replace(
                self.screen.view, note=self._record.note, check_in=self._check_in()
            )

    def _check_in(self) -> CheckInView:
        return check_in_view(self._felt, self._moment, self._worked)
