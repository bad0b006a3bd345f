"""Making routines one's own: into the editor and out of it, copies, deletions, originals. Knows no step."""

from collections.abc import Callable
from pathlib import Path

from kivy.uix.widget import Widget

from app.core.editing.desk import RoutineFile, Unfinished
from app.core.editing.draft import Draft
from app.core.library import Entry
from app.core.ports import RecordError
from app.core.routine import Step
from app.ui.routine_edit import RoutineEdit
from app.ui.stage import Stage
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.sheet import BottomSheet
from app.views import editing as words
from app.views.routine_actions import actions, copy_name, deleted, restored


class Editing:
    """Opens the editor in the shell. `on_back(routine)` shows what was there before.

    It is told the id of the routine that was saved, or "" if there is none; `look_again` has the lists tell what
    has changed.
    """

    def __init__(self, shell: Stage, on_back: Callable[[str], None], look_again: Callable[[], None]) -> None:
        self.edit: RoutineEdit | None = None
        self.origin: Widget = shell.screen
        self._shell = shell
        self._books = shell.books
        self._desk = shell.house.editing
        self._on_back = on_back
        self._look_again = look_again
        self._copied: Step | None = None

    def unfinished(self) -> tuple[Unfinished, ...]:
        """The edits that were cut off."""
        return () if self.edit is not None else self._desk.unfinished()

    def do(self, name: str, entry: Entry) -> None:
        """What was chosen among a routine's `actions`, by its name."""
        match name:
            case "edit":
                self.open(entry)
            case "duplicate":
                self._duplicate(entry)
            case "delete":
                self._delete(entry, deleted(entry))
            case "restore":
                self._delete(entry, restored(entry))
            case "mend":
                self.mend(entry)
            case "print" | "share":
                self._hand_on(name, entry)

    def ask_what(self, entry: Entry) -> None:
        """The sheet of all that can be done with a routine."""
        rows = actions(entry, opens_outside=self._shell.house.open_outside is not None)
        choices = [(row.icon, row.words, row.about) for row in rows]
        sheet = BottomSheet(title=entry.name, choices=choices)
        sheet.bind(on_choose=lambda _, index: self.do(rows[index].name, entry))
        sheet.open()

    def new(self) -> None:
        file = self._desk.new()
        self._begin(file, file.begun)

    def open(self, entry: Entry) -> None:
        """Asks first where an earlier edit of the routine was cut off."""
        left = next((each for each in self.unfinished() if each.routine == entry.id), None)
        if left is None:
            self._try(lambda: self._desk.open(entry, self._books.library))
            return

        def begin_anew() -> None:
            self._desk.forget(left)
            self._try(lambda: self._desk.open(entry, self._books.library))

        sheet = BottomSheet(title=words.resume_title(left.name), choices=[words.RESUME, words.BEGIN_ANEW])
        sheet.bind(on_choose=lambda _, index: begin_anew() if index else self.go_on(left))
        sheet.open()

    def go_on(self, unfinished: Unfinished) -> None:
        """Goes on with an edit that was cut off."""
        try:
            file, draft = self._desk.go_on(unfinished, self._books.library)
        except RecordError as error:
            tell(words.NOT_OPENED, str(error))
            return
        self._begin(file, draft)
        if self.edit is not None:
            self.edit.look_at_disk()

    def look_at_disk(self) -> None:
        """Sees whether someone else has changed the file that is being edited."""
        if self.edit is not None:
            self.edit.look_at_disk()

    def put_by(self) -> None:
        """Keeps what is being edited: the window is about to close."""
        if self.edit is not None:
            self.edit.put_by()

    def mend(self, entry: Entry) -> None:
        """Opens a routine's file in the desktop's own editor."""
        if self._shell.house.open_outside is not None:
            self._shell.house.open_outside(Path(entry.file))

    def _hand_on(self, how: str, entry: Entry) -> None:
        from app.ui.handing_on import HandingOn

        handing_on = HandingOn(self._shell)
        handing_on.ask_to_print(entry) if how == "print" else handing_on.share(entry)

    def _duplicate(self, entry: Entry) -> None:
        library = self._books.library
        name = copy_name(entry.name, frozenset(each.name for each in library.routines))
        self._try(lambda: self._desk.copy(entry, library, name))

    def _delete(self, entry: Entry, said: str) -> None:
        try:
            undo = self._desk.delete(entry)
        except RecordError as error:
            tell(words.NOT_DELETED, str(error))
            return

        def bring_back() -> None:
            try:
                undo()
            except RecordError as error:
                tell(words.NOT_BACK, str(error))
            self._look_again()

        self.origin = self._shell.screen
        self._books.read_routines()
        self._on_back(entry.id if self._books.entry(entry.id) else "")
        self._shell.offer_undo(said, bring_back)

    def _try(self, opened: Callable[[], RoutineFile]) -> None:
        try:
            file = opened()
        except RecordError as error:
            tell(words.NOT_OPENED, str(error))
        else:
            self._begin(file, file.begun)

    def _begin(self, file: RoutineFile, draft: Draft) -> None:
        self.origin = self._shell.screen
        self.edit = RoutineEdit(self._shell, file, draft, self._left)
        self.edit.copied = self._copied
        self.edit.show()

    def _left(self, edit: RoutineEdit) -> None:
        self._copied = edit.copied
        self.edit = None
        self._books.read_routines()
        self._on_back(edit.saved)


def tell(title: str, text: str) -> None:
    """One thing to know."""
    Dialog(title=title, text=text, answer=words.CLOSE, refusal="").open()
