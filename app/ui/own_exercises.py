"""Exercises of one's own: into their editor and out of it, copies, deletions. Knows no field."""

from collections.abc import Callable

from kivy.uix.widget import Widget

from app.core.exercise import Exercise
from app.core.ports import RecordError
from app.ui.exercise_desk import ExerciseFile
from app.ui.exercise_edit import ExerciseEdit
from app.ui.stage import Stage
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.sheet import BottomSheet
from app.views import editing as asked
from app.views import own_exercise as words


class OwnExercises:
    """Opens the editor in the shell. `on_back(exercise)` shows what was there before, or what was saved."""

    def __init__(self, shell: Stage, on_back: Callable[[str], None]) -> None:
        self.edit: ExerciseEdit | None = None
        self.origin: Widget | None = None
        self._shell = shell
        self._books = shell.books
        self._desk = shell.house.own_exercises
        self._on_back = on_back

    def new(self) -> None:
        self._begin(self._desk.new())

    def ask_what(self, exercise: Exercise) -> None:
        """The sheet of all that can be done with an exercise."""
        choices = words.exercise_choices(is_own=exercise.id in self._desk.own())
        sheet = BottomSheet(title=exercise.name, choices=[row for _, row in choices])
        sheet.bind(on_choose=lambda _, index: self.do(choices[index][0], exercise))
        sheet.open()

    def do(self, what: str, exercise: Exercise) -> None:
        """One of "edit", "duplicate" and "delete"."""
        match what:
            case "edit":
                self._open(exercise)
            case "duplicate":
                names = {each.name for each in self._books.library.exercises.values()}
                self._begin(self._desk.copy(exercise, words.copy_name(exercise.name, names)))
            case "delete":
                self._ask_to_delete(exercise)

    def _open(self, exercise: Exercise) -> None:
        try:
            file = self._desk.open(exercise.id)
        except RecordError as error:
            tell(words.NOT_OPENED, str(error))
        else:
            self._begin(file)

    def _begin(self, file: ExerciseFile) -> None:
        self.origin = self._shell.screen
        self.edit = ExerciseEdit(self._shell, file, self._left)
        self.edit.show()

    def _left(self, saved: str) -> None:
        self.edit = None
        self._books.read_routines()
        self._on_back(saved)

    def _ask_to_delete(self, exercise: Exercise) -> None:
        """What routines use is asked about; what none uses goes at once, and can be brought back as well."""
        users = words.users_of(exercise.id, self._books.library)
        if not users:
            self._delete(exercise)
            return
        question = Dialog(
            title=words.delete_title(exercise),
            text=words.delete_about(users),
            answer=words.DO_DELETE[1],
            dangerous=True,
        )
        question.bind(on_confirm=lambda _: self._delete(exercise))
        question.open()

    def _delete(self, exercise: Exercise) -> None:
        try:
            undo = self._desk.delete(exercise.id)
        except RecordError as error:
            tell(words.NOT_DELETED, str(error))
            return

        def bring_back() -> None:
            try:
                undo()
            except RecordError as error:
                tell(words.NOT_BACK, str(error))
            self._books.read_routines()
            self._on_back(exercise.id)

        self.origin = None  # its page has gone with it
        self._books.read_routines()
        self._on_back("")
        self._shell.offer_undo(words.deleted(exercise), bring_back)


def tell(title: str, text: str) -> None:
    """One thing to know."""
    Dialog(title=title, text=text, answer=asked.CLOSE, refusal="").open()
