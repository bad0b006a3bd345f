"""Keeping the days: the sheet of one day, from which it can be marked and noted. Knows no chart."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from typing import Protocol

from msgspec import structs

from app.core.day_mark import DayMark, Mark, days_marked, mark_on, with_mark
from app.core.ports import RecordError
from app.ui.screens.day import DayContent, DaySheet
from app.ui.stage import Stage
from app.views.day import MARKS, NOTE_KEPT, day_view, kept_text


class Beholder(Protocol):
    """Who looks back: opens what is pressed in the sheet, and is told of a change."""

    def look_again(self) -> None: ...

    def open_session(self, session_id: str) -> None: ...

    def add_session(self, day: date | None = None) -> None: ...


class DayKeeping:
    """Shows one day after the other in a sheet. Each change is written at once; closed, it offers one Undo for all.

    While a day is shown, its changes are made from what was said before it was shown: a holiday made longer
    and then shorter again leaves the days behind it as they were. `_before` has each day that was touched since
    the sheet was opened, as it was then.
    """

    def __init__(self, shell: Stage, beholder: Beholder) -> None:
        self._shell = shell
        self._books = shell.books
        self._beholder = beholder
        self._trouble = ""
        self._before: dict[date, DayMark] = {}

    def open(self, day: date) -> None:
        self._trouble, self._before = "", {}
        self._turn_to(day)
        self._content = DayContent(view=self._view())
        self._content.bind(
            on_turn=lambda _, days: self._turn(days),
            on_mark=lambda _, index: self._mark(index),
            on_span=lambda _, by: self._lengthen(by),
            on_note=lambda _, note: self._take_note(note),
            on_session=lambda _, id_: self._go(lambda: self._beholder.open_session(id_)),
            on_add=lambda *_: self._go(lambda: self._beholder.add_session(self._day)),
        )
        self._sheet = DaySheet(self._content)
        self._sheet.bind(on_cancel=lambda _: self._close())
        self._sheet.open()

    @property
    def _marks(self) -> Mapping[date, DayMark]:
        return self._books.diary.marks

    def _view(self) -> object:
        return day_view(self._books.diary, self._day, trouble=self._trouble)

    def _turn(self, days: int) -> None:
        self._keep_note()
        self._turn_to(self._day + timedelta(days=days))
        self._content.view = self._view()

    def _turn_to(self, day: date) -> None:
        self._day = day
        self._shown_first = dict(self._marks)
        self._note = mark_on(self._marks, day).note

    def _take_note(self, note: str) -> None:
        self._note = note.strip()

    def _mark(self, index: int) -> None:
        self._set(MARKS[index], days_marked(self._marks, self._day))

    def _lengthen(self, by: int) -> None:
        self._set(mark_on(self._marks, self._day).mark, days_marked(self._marks, self._day) + by)

    def _set(self, mark: Mark | None, days: int) -> None:
        self._keep_note()
        wanted = {change.day: change for change in with_mark(self._shown_first, self._day, mark, days)}
        for day in self._before.keys() - wanted.keys():
            wanted[day] = mark_on(self._shown_first, day)
        self._write(
            structs.replace(mark_on(self._marks, day), mark=change.mark) for day, change in wanted.items()
        )
        self._content.view = self._view()

    def _keep_note(self) -> None:
        self._write([structs.replace(mark_on(self._marks, self._day), note=self._note)])

    def _write(self, marks: Iterable[DayMark]) -> None:
        """Writes those that say something new; what cannot be written is told in the sheet."""
        now = self._marks
        changed = [mark for mark in marks if mark != mark_on(now, mark.day)]
        for mark in changed:
            self._before.setdefault(mark.day, mark_on(now, mark.day))
        self._trouble = self._put(changed) if changed else self._trouble

    def _put(self, marks: Iterable[DayMark]) -> str:
        try:
            self._shell.house.history.put_all(marks=marks)
        except RecordError as error:
            return str(error)
        return ""

    def _go(self, elsewhere: Callable[[], None]) -> None:
        self._sheet.cancel()
        elsewhere()

    def _close(self) -> None:
        self._keep_note()
        changed = {day: mark for day, mark in self._before.items() if mark_on(self._marks, day) != mark}
        self._books.trouble = self._trouble or self._books.trouble
        if changed:
            marks = [mark_on(self._marks, day) for day in changed]
            only_notes = all(mark.mark == changed[mark.day].mark for mark in marks)
            self._shell.offer_undo(
                NOTE_KEPT if only_notes else kept_text(marks), lambda: self._take_back(changed.values())
            )
        self._beholder.look_again()

    def _take_back(self, before: Iterable[DayMark]) -> None:
        self._books.trouble = self._put(before) or self._books.trouble
        self._beholder.look_again()
