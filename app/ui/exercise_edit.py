"""One exercise in the editor, from the first change until it is saved or given up. Knows no list of exercises."""

from collections.abc import Callable

from kivy.clock import Clock

from app.core.exercise import Exercise, Position
from app.core.exercise_editing import edits
from app.core.exercise_editing.draft import Draft, missing
from app.core.exercise_editing.edits import Lines, Role
from app.core.ports import RecordError
from app.core.posing.handles import can_be_posed
from app.core.posing.keyframes import begun
from app.core.posing.stock import StockName
from app.core.undoing import redo, settled, undo
from app.ui.exercise_desk import ExerciseFile
from app.ui.figure_posing import FigurePosing
from app.ui.picking import Picking
from app.ui.screens.own_exercise import OwnExerciseScreen
from app.ui.stage import Stage
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.sheet import BottomSheet
from app.views import editing as asked
from app.views import own_exercise as words

BURST_S = 1.0
"""After so long a pause, what is typed is one of its own for undo."""
FIRST_POSE: dict[Position, StockName] = {
    "standing": "standing",
    "sitting": "chair",
    "kneeling": "kneeling",
    "lying": "back",
    "floor": "floor",
}


class ExerciseEdit:
    """Shows a draft, and changes it as is wished.

    `on_left` is called with the id of what was saved, or "" if nothing was, once the editor is to go.
    """

    def __init__(self, shell: Stage, file: ExerciseFile, on_left: Callable[[str], None]) -> None:
        self.draft = file.begun
        self._shell = shell
        self._file = file
        self._on_left = on_left
        self._role: Role = "main"
        self._strict = False
        self._trouble = ""
        self._settle = Clock.create_trigger(lambda _: self._come_to_rest(), BURST_S)
        self.screen = OwnExerciseScreen(view=self._view())
        self.screen.bind(
            on_name=lambda _, text: self.change(edits.rename(self.draft, text)),
            on_summary=lambda _, text: self.change(edits.set_summary(self.draft, text)),
            on_line=lambda _, lines, index, text: self._write(lines, index, text),
            on_add_line=lambda _, lines: self.change(edits.add_line(self.draft, lines)),
            on_line_more=lambda _, lines, index: self._ask_about_line(lines, index),
            on_pick=lambda _, what, index: self._pick(what, index),
            on_number=lambda _, field, by: self.change(edits.step_dose(self.draft, field, by)),
            on_figure=lambda _: self.ask_figure(),
            on_picture=lambda _, path: self.take_picture(path),
            on_undo=lambda _: self.change(undo(self.draft)),
            on_redo=lambda _: self.change(redo(self.draft)),
            on_save=lambda _: self.save(),
            on_leave=lambda _: self.leave(),
        )

    def show(self) -> None:
        self._shell.show(self.screen, alone=True)

    def change(self, draft: Draft) -> None:
        """Takes in what an edit has led to."""
        self.draft = draft
        self._settle.cancel()
        self._settle()
        self._see()

    def ask_figure(self) -> None:
        """Asks what the exercise is to be shown by."""
        choices = words.figure_choices(self.draft)
        sheet = BottomSheet(title=words.FIGURE_TITLE, choices=[row for _, row in choices])
        sheet.bind(on_choose=lambda _, index: self._show_by(choices[index][0]))
        sheet.open()

    def pose(self) -> None:
        """Opens the figure to be posed: a new one begins in the exercise's own position."""
        exercise = self.draft.exercise
        if not can_be_posed(exercise.figure):
            self.change(edits.set_figure(self.draft, begun(FIRST_POSE[exercise.position])))
        FigurePosing(self._shell, self.draft, self._posed, self.show).open()

    def take_picture(self, path: str | None) -> None:
        """A picture that the user has chosen; nothing where none was."""
        if not path:
            return
        try:
            self._shell.house.own_exercises.look_at(path)
        except RecordError as error:
            _tell(words.NOT_TAKEN, str(error))
        else:
            self.change(edits.set_picture(self.draft, path))

    def save(self) -> bool:
        """False if something is missing or the file cannot be written."""
        self._strict = True
        if missing(self.draft):
            self._see()
            self.screen.say_what_is_missing()
            return False
        self._trouble = ""
        try:
            self.draft = self._file.save(self.draft, self._shell.books.library)
        except RecordError as error:
            self._trouble = str(error)
            self._see()
            return False
        self._end(self.draft.exercise.id)
        return True

    def leave(self) -> None:
        """Asks what is to become of changes that are not saved."""
        if not self.draft.is_changed:
            self._end("")
            return
        sheet = BottomSheet(title=words.LEAVE_TITLE, choices=[asked.SAVE, asked.DISCARD, asked.STAY])
        sheet.bind(on_choose=lambda _, index: (self.save, lambda: self._end(""), lambda: None)[index]())
        sheet.open()

    def _posed(self, draft: Draft) -> None:
        self.draft = draft
        self._see()

    def _show_by(self, what: str) -> None:
        match what:
            case "pose":
                self.pose()
            case "copy":
                Picking(self._shell, words.PICK_FIGURE, self._copy_figure, self.show).open()
            case "picture":
                self._ask_picture()
            case "nothing":
                self.change(edits.show_nothing(self.draft))

    def _copy_figure(self, other: Exercise) -> None:
        self.change(edits.copy_figure(self.draft, other))

    def _ask_picture(self) -> None:
        dialog = self._shell.house.file_dialog
        if dialog.works:
            dialog.ask_to_open(
                words.PICTURE_TITLE, lambda path: Clock.schedule_once(lambda _: self.take_picture(path), 0)
            )
        else:
            _tell(words.PICTURE_TITLE, words.NO_DIALOG)

    def _write(self, lines: Lines, index: int, text: str) -> None:
        """A line that has just gone may say a last word."""
        if index < len(edits.lines_of(self.draft, lines)):
            self.change(edits.set_line(self.draft, lines, index, text))

    def _ask_about_line(self, lines: Lines, index: int) -> None:
        choices = words.line_choices(self.draft, lines, index)
        sheet = BottomSheet(title=words.LINE_TITLE, choices=[row for _, row in choices])
        sheet.bind(on_choose=lambda _, number: self._with_line(choices[number][0], lines, index))
        sheet.open()

    def _with_line(self, what: str, lines: Lines, index: int) -> None:
        match what:
            case "up":
                self.change(edits.move_line(self.draft, lines, index, -1))
            case "down":
                self.change(edits.move_line(self.draft, lines, index, 1))
            case "remove":
                self.change(edits.remove_line(self.draft, lines, index))

    def _pick(self, what: str, index: int) -> None:
        draft = self.draft
        match what:
            case "role":
                self._role = words.ROLES[index]
            case "muscle":
                muscle = words.MUSCLE_KEYS[index]
                has = edits.role_of(draft, muscle) == self._role
                draft = edits.set_muscle(draft, muscle, "none" if has else self._role)
            case "kind":
                draft = edits.set_kind(draft, words.kind_at(index))
            case "position":
                draft = edits.set_position(draft, words.position_at(index))
            case "equipment":
                thing = words.equipment_at(index)
                draft = edits.set_equipment(draft, thing, needed=thing not in draft.exercise.equipment)
            case "side":
                draft = edits.set_sides(draft, words.sides_at(index))
            case "dose":
                draft = edits.set_dose_kind(draft, words.dose_at(index))
        self.change(draft)

    def _end(self, saved: str) -> None:
        self._settle.cancel()
        self._on_left(saved)

    def _come_to_rest(self) -> None:
        self.draft = settled(self.draft)

    def _see(self) -> None:
        self.screen.view = self._view()

    def _view(self) -> words.OwnExerciseView:
        return words.own_exercise_view(
            self.draft, role=self._role, strict=self._strict, trouble=self._trouble
        )


def _tell(title: str, text: str) -> None:
    Dialog(title=title, text=text, answer=asked.CLOSE, refusal="").open()
