"""Taking in a routine that comes as a file: shown first, then added, and taken back if wished. Knows no format."""

from collections.abc import Callable
from pathlib import Path

from kivy.clock import Clock

from app.core.editing.ids import new_id
from app.core.ports import RecordError
from app.ui.screens.parcel import ParcelContent
from app.ui.sharing_desk import Arrival
from app.ui.stage import Stage
from app.ui.widgets.modal import Modal
from app.views.parcel import ParcelView, added_text, parcel_view

ENDING = ".soleus"


def is_parcel(path: str) -> bool:
    """Whether its name says that a routine is in it."""
    return path.lower().endswith(ENDING)


class Arriving:
    """Takes in the routine of one file."""

    def __init__(self, shell: Stage) -> None:
        self._shell = shell
        self._books = shell.books
        self._desk = shell.house.sharing
        self._path = ""
        self._arrival: Arrival | None = None

    def open(self, path: str) -> None:
        self._path = str(Path(path).expanduser())
        self._content = ParcelContent(view=ParcelView(Path(self._path).name))
        self._content.bind(
            on_add=lambda _: self._take_in(self._own_id()),
            on_keep_both=lambda _: self._take_in(self._free_id()),
            on_replace=lambda _: self._take_in(self._own_id()),
        )
        self._sheet = Modal(self._content, at_bottom=True)
        self._content.bind(on_leave=lambda _: self._sheet.cancel())
        self._sheet.open()
        Clock.schedule_once(lambda _: self._look(), 0)  # once it can be seen that the file is being read

    def _look(self) -> None:
        self._books.read_routines()
        try:
            self._arrival = self._desk.look_into(self._path, self._books.library)
        except RecordError as error:
            self._content.view = ParcelView(Path(self._path).name, trouble=str(error))
        else:
            self._content.view = self._view(self._arrival)

    def _view(self, arrival: Arrival, trouble: str = "") -> ParcelView:
        mine = self._books.entry(arrival.routine.id)
        return parcel_view(
            Path(self._path).name,
            arrival.routine,
            arrival.exercises,
            arrival.new,
            arrival.kept,
            mine=mine.name if mine else "",
            trouble=trouble,
        )

    def _own_id(self) -> str:
        return self._arrival.routine.id if self._arrival else ""

    def _free_id(self) -> str:
        return new_id(self._own_id().replace("-", " "), [entry.id for entry in self._books.library.routines])

    def _take_in(self, as_id: str) -> None:
        arrival = self._arrival
        if arrival is None:
            return
        replaced = self._books.entry(as_id) is not None
        try:
            undo = self._desk.take_in(arrival, as_id)
        except RecordError as error:
            self._content.view = self._view(arrival, str(error))
            return
        self._sheet.close()
        self._open_page(as_id)
        text = added_text(arrival.routine.name, replaced=replaced)
        self._shell.offer_undo(text, lambda: self._take_back(undo))

    def _open_page(self, routine: str) -> None:
        self._shell.go("routines")
        self._shell.open_routine(routine)

    def _take_back(self, undo: Callable[[], None]) -> None:
        try:
            undo()
        except RecordError as error:
            self._books.trouble = str(error)
        self._shell.go("routines")
