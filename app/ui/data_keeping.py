"""Taking data in and out of the window: export, import, backups. Knows no format and no folder."""

from collections.abc import Callable
from pathlib import Path

from kivy.clock import Clock

from app.core.ports import RecordError
from app.ui.arriving import Arriving, is_parcel
from app.ui.house import Preview
from app.ui.screens.data import BackupsContent, ImportContent
from app.ui.stage import Stage
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.modal import Modal
from app.ui.widgets.sheet import BottomSheet
from app.views import data
from app.views.labels import Data as Labels
from app.views.transfer import BackupRow


class DataKeeping:
    """Does what is wished for in Settings, in sheets above whatever is shown."""

    def __init__(self, shell: Stage) -> None:
        self._shell = shell
        self._house = shell.house
        self._books = shell.books
        self._desk = shell.house.data

    def do(self, wish: str) -> None:
        """One of "open", "export", "import" and "backups"."""
        match wish:
            case "open" if self._house.open_outside is not None:
                self._house.open_outside(self._house.folder)
            case "export":
                self._ask_what_to_export()
            case "import":
                self._ask_what_to_import()
            case "backups":
                Backups(self._shell).open()

    def look_into(self, path: str) -> None:
        """Shows what the file at `path` would bring."""
        if is_parcel(path):
            Arriving(self._shell).open(path)
        else:
            Bringing(self._shell).open(path)

    def _ask_what_to_export(self) -> None:
        sheet = BottomSheet(title=data.EXPORT_TITLE, choices=list(data.EXPORTS.values()))
        sheet.bind(on_choose=lambda _, index: self._ask_where(tuple(data.EXPORTS)[index]))
        sheet.open()

    def _ask_where(self, ending: str) -> None:
        free = str(self._desk.place(data.export_name(ending, self._books.today)))
        if self._house.file_dialog.works:
            self._house.file_dialog.ask_to_save(
                data.SAVE_TITLE,
                free,
                _here(lambda path: self._export_to(free if path is None else path, ending)),
            )
        else:
            self._export_to(free, ending)

    def _export_to(self, path: str, ending: str) -> None:
        """Nothing, where no path was chosen."""
        if not path:
            return
        path = path if path.lower().endswith(ending) else path + ending
        try:
            sessions = self._desk.export(path)
        except RecordError as error:
            _tell(data.NOT_WRITTEN_TITLE, str(error))
        else:
            _tell(data.WRITTEN_TITLE, data.written_text(sessions, path, ending))

    def _ask_what_to_import(self) -> None:
        if self._house.file_dialog.works:
            self._house.file_dialog.ask_to_open(data.OPEN_TITLE, _here(self._open_chosen))
        else:
            Bringing(self._shell).open(None)

    def _open_chosen(self, path: str | None) -> None:
        if path is None:
            Bringing(self._shell).open(None)
        elif path:
            self.look_into(path)


class Bringing:
    """Brings one file in: shows what it would do, does it, and offers to take it back."""

    def __init__(self, shell: Stage) -> None:
        self._shell = shell
        self._desk = shell.house.data
        self._path = ""
        self._preview = Preview()
        self._habits: tuple[str, ...] = ()
        self._wanted: tuple[str, ...] = ()

    def open(self, path: str | None) -> None:
        """With None it asks for the path first."""
        self._content = ImportContent(view=data.ASKING if path is None else data.READING)
        self._content.bind(
            on_path=lambda _, written: self._find(written.strip()),
            on_habit=lambda _, name: self._toggle(name),
            on_take_in=lambda _: self._take_in(),
        )
        self._sheet = Modal(self._content, at_bottom=True)
        self._content.bind(on_leave=lambda _: self._sheet.cancel())
        self._sheet.open()
        if path is not None:  # once it can be seen that the file is being read
            Clock.schedule_once(lambda _: self._look_into(path), 0)

    def _find(self, path: str) -> None:
        """Looks into a file whose path was written: a routine has a preview of its own."""
        if is_parcel(path):
            self._sheet.close()
            Arriving(self._shell).open(path)
        else:
            self._look_into(path)

    def _look_into(self, path: str) -> None:
        if path:
            self._path = str(Path(path).expanduser())
            self._look()

    def _toggle(self, name: str) -> None:
        wanted = {*self._wanted} ^ {name}
        self._wanted = tuple(habit for habit in self._habits if habit in wanted)
        self._look()

    def _look(self) -> None:
        try:
            self._preview = self._desk.look_into(self._path, self._wanted)
        except RecordError as error:
            self._preview = Preview()
            self._show(str(error))
            return
        self._habits = self._preview.habits or self._habits
        self._show()

    def _show(self, trouble: str = "") -> None:
        name = Path(self._path).name
        self._content.view = data.import_view(
            name, self._preview.view, self._habits, self._wanted, trouble=trouble
        )

    def _take_in(self) -> None:
        view = self._preview.view
        try:
            undo = self._desk.take_in(self._preview)
        except RecordError as error:
            self._show(str(error))
            return
        self._sheet.cancel()
        self._look_again()
        if view is not None:
            self._shell.offer_undo(data.imported_text(view), lambda: self._take_back(undo))

    def _take_back(self, undo: Callable[[], None]) -> None:
        try:
            undo()
        except RecordError as error:
            self._shell.books.trouble = str(error)
        self._look_again()

    def _look_again(self) -> None:
        self._shell.books.read_anew()
        self._shell.go(self._shell.place)


class Backups:
    """The backups: one can be made, and one brought back, which can be taken back as well."""

    def __init__(self, shell: Stage) -> None:
        self._shell = shell
        self._desk = shell.house.data

    def open(self) -> None:
        self._content = BackupsContent(view=self._view())
        self._content.bind(
            on_back_up=lambda _: self._back_up(), on_restore=lambda _, name: self._ask_to_restore(name)
        )
        self._sheet = Modal(self._content, at_bottom=True)
        self._content.bind(on_leave=lambda _: self._sheet.cancel())
        self._sheet.open()

    def _view(self, said: str = "", trouble: str = "") -> data.BackupsView:
        try:
            return data.backups_view(self._desk.backups(), said=said, trouble=trouble)
        except RecordError as error:
            return data.backups_view((), trouble=str(error))

    def _back_up(self) -> None:
        try:
            said = data.BACKED_UP if self._desk.back_up() else data.NOTHING_TO_BACK_UP
        except RecordError as error:
            self._content.view = self._view(trouble=str(error))
        else:
            self._content.view = self._view(said)

    def _ask_to_restore(self, name: str) -> None:
        row = next(row for row in self._content.view.rows if row.name == name)
        question = Dialog(
            title=data.restore_title(row),
            text=data.RESTORE_ABOUT,
            answer=Labels.BRING_IT_BACK,
            dangerous=True,
        )
        question.bind(on_confirm=lambda _: self._restore(row))
        question.open()

    def _restore(self, row: BackupRow) -> None:
        try:
            before = self._desk.restore(row.name)
        except RecordError as error:
            self._content.view = self._view(trouble=str(error))
            return
        self._sheet.cancel()
        self._read_anew()
        if before:
            self._shell.offer_undo(data.restored_text(row), lambda: self._take_back(before))

    def _take_back(self, before: str) -> None:
        try:
            self._desk.restore(before)
        except RecordError as error:
            self._shell.books.trouble = str(error)
        self._read_anew()

    def _read_anew(self) -> None:
        self._shell.books.read_anew()
        self._shell.dress()
        self._shell.go(self._shell.place)


def _here(answer: Callable[[str | None], None]) -> Callable[[str | None], None]:
    """`answer`, called by the window's own thread whichever thread it is given to."""
    return lambda path: Clock.schedule_once(lambda _: answer(path), 0)


def _tell(title: str, text: str) -> None:
    Dialog(title=title, text=text, answer=Labels.CLOSE, refusal="").open()
