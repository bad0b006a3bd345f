"""The physio's sheet: what is written is read, corrected, and made a routine. Knows no file."""

from collections.abc import Callable

from app.core.editing.ids import new_id
from app.core.exercise import Exercise
from app.core.ports import RecordError
from app.core.sheet.correcting import (
    Amount,
    LineKey,
    corrected,
    held,
    keyed,
    set_aside,
    stepped,
    with_exercise,
    with_sides,
)
from app.core.sheet.line import SheetLine
from app.core.sheet.reading import read_sheet
from app.ui.picking import Picking
from app.ui.screens.sheet_line import LineContent
from app.ui.screens.sheet_page import SheetPage
from app.ui.stage import Stage
from app.ui.widgets.modal import Modal
from app.views import labels
from app.views.sheet_page import SIDES, SheetPageView, line_view, made_of, made_text, sheet_page_view


class SheetKeeping:
    """Shows the page in the shell. What was written on it stays until a routine was made of it.

    `on_leave` shows what was there before.
    """

    def __init__(self, shell: Stage, on_leave: Callable[[], None]) -> None:
        self._shell = shell
        self._books = shell.books
        self._on_leave = on_leave
        self._text = self._name = self._trouble = ""
        self._lines: tuple[SheetLine, ...] = ()
        self._corrections: dict[LineKey, SheetLine] = {}

    def open(self) -> None:
        self._read(self._text)
        self._page = SheetPage(view=self._view(), text=self._text, name=self._name)
        self._page.bind(
            on_read=lambda _, text: self._read_and_show(text),
            on_name=lambda _, name: self._call(name),
            on_line=lambda _, number: self.correct(number),
            on_make=lambda _: self._make(),
            on_leave=lambda _: self._leave(),
        )
        self._shell.show(self._page)

    def correct(self, number: int) -> None:
        """The sheet in which the line with that number is corrected."""
        Correcting(self, self._shell, number).open()

    def line(self, number: int) -> SheetLine:
        """The line as it is meant so far; one that belongs to the line above, as it stands."""
        meant = (*corrected(self._lines, self._corrections), *self._lines)
        return next(line for line in meant if line.line == number)

    def mend(self, line: SheetLine) -> None:
        """Takes a line as the person wants it."""
        key = next(key for key, each in keyed(self._lines) if each.line == line.line)
        self._corrections[key] = line
        self.show()

    def show(self) -> None:
        self._page.view = self._view()

    def show_page(self) -> None:
        """Back from another screen."""
        self._shell.show(self._page)

    def _view(self) -> SheetPageView:
        return sheet_page_view(
            self._lines,
            self._corrections,
            self._books.library.exercises,
            self._books.today,
            self._books.settings.first_weekday,
            trouble=self._trouble,
        )

    def _read(self, text: str) -> None:
        self._text = text
        self._lines = read_sheet(text, self._books.library.exercises)

    def _read_and_show(self, text: str) -> None:
        if text != self._text:
            self._read(text)
            self.show()

    def _call(self, name: str) -> None:
        self._name = name

    def _leave(self) -> None:
        self._page.read()
        self._on_leave()

    def _make(self) -> None:
        name = self._name.strip() or self._page.view.name_hint
        id_ = new_id(name, [entry.id for entry in self._books.library.routines])
        meant = corrected(self._lines, self._corrections)
        made = made_of(meant, id_, name, self._books.library.exercises, self._books.today)
        if made is None:
            return
        try:
            undo = self._shell.house.sharing.add(*made)
        except RecordError as error:
            self._trouble = str(error)
            self.show()
            return
        written = (self._text, self._name, self._corrections)
        self._text = self._name = self._trouble = ""
        self._corrections = {}
        self._shell.go("routines")
        self._shell.open_routine(id_)
        self._shell.offer_undo(made_text(name), lambda: self._take_back(undo, written))

    def _take_back(
        self, undo: Callable[[], None], written: tuple[str, str, dict[LineKey, SheetLine]]
    ) -> None:
        """Shows the sheet again as it was written, without its routine."""
        try:
            undo()
        except RecordError as error:
            self._trouble = str(error)
        self._text, self._name, self._corrections = written
        self._books.read_routines()
        self.open()


class Correcting:
    """The sheet of one line. Every change is seen on the page at once."""

    def __init__(self, keeping: SheetKeeping, shell: Stage, number: int) -> None:
        self._keeping = keeping
        self._shell = shell
        self._library = shell.books.library
        self._number = number
        self._content = LineContent(view=line_view(self._line, self._library))
        self._sheet = Modal(self._content, at_bottom=True)
        self._content.bind(
            on_exercise=lambda _: self._choose(),
            on_kind=lambda _, index: self._hold(index == 0),
            on_step=lambda _, amount, by: self._step(amount, by),
            on_side=lambda _, index: self._take_side(index),
            on_set_aside=lambda _: self._set_aside(),
            on_leave=lambda _: self._sheet.cancel(),
        )

    def open(self) -> None:
        self._sheet.open()

    @property
    def _line(self) -> SheetLine:
        return self._keeping.line(self._number)

    @property
    def _exercise(self) -> Exercise | None:
        return self._library.exercises.get(self._line.exercise or "")

    def _mend(self, line: SheetLine) -> None:
        self._keeping.mend(line)
        self._content.view = line_view(self._line, self._library)

    def _choose(self) -> None:
        self._sheet.close()
        Picking(self._shell, labels.SheetLine.WHICH_EXERCISE, self._take, self._come_back).open()

    def _take(self, exercise: Exercise) -> None:
        self._mend(with_exercise(self._line, exercise.id))

    def _come_back(self) -> None:
        self._keeping.show_page()
        self._sheet.open()

    def _hold(self, is_held: bool) -> None:
        if (exercise := self._exercise) is not None:
            self._mend(held(self._line, exercise, is_held=is_held))

    def _step(self, amount: Amount, by: int) -> None:
        self._mend(stepped(self._line, self._exercise, amount, by))

    def _take_side(self, index: int) -> None:
        if (exercise := self._exercise) is not None:
            self._mend(with_sides(self._line, exercise, SIDES[index][0]))

    def _set_aside(self) -> None:
        self._keeping.mend(set_aside(self._line))
        self._sheet.cancel()
