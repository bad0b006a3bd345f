"""An exercise of one's own while it is made: words, muscles, dose and what it is shown by. Knows no file."""

from app.ui.focus import is_writing
from app.ui.kv import load_kv
from app.ui.screens import own_exercise_parts  # noqa: F401  # the rules name its classes
from app.ui.screens.place import Place
from app.ui.widgets import field, figure, several  # noqa: F401  # the rules name their classes
from app.ui.widgets.modal import topmost
from app.ui.widgets.scrolling import bring_into_sight

load_kv(__file__)

CHORDS = {"ctrl+z": "on_undo", "ctrl+shift+z": "on_redo", "ctrl+y": "on_redo"}


class OwnExerciseScreen(Place):
    """Dispatches what the person wants of the exercise.

    `on_name(text)`, `on_summary(text)`, `on_line(lines, index, text)` write; `on_add_line(lines)` and
    `on_line_more(lines, index)` are about lists; `on_pick(what, index)` chooses among words: role, muscle, kind,
    position, equipment, side or dose; `on_number(field, by)` steps the dose; `on_figure` asks what it is shown by,
    and `on_picture(path)` says so at once.
    """

    __events__ = (
        "on_name",
        "on_summary",
        "on_line",
        "on_add_line",
        "on_line_more",
        "on_pick",
        "on_number",
        "on_figure",
        "on_picture",
        "on_undo",
        "on_redo",
        "on_save",
        "on_leave",
    )

    def do_the_one_thing(self) -> None:
        if self.view.can_save:
            self.dispatch("on_save")

    def press_chord(self, chord: str) -> bool:
        """Answers a key that was pressed with Ctrl; while somebody writes, only what writing does not want."""
        if chord == "ctrl+s":
            self.dispatch("on_save")
            return True
        if chord not in CHORDS or is_writing():
            return False
        self.dispatch(CHORDS[chord])
        return True

    def take_file(self, path: str) -> None:
        """A file was dropped on the window: the picture to show the exercise by."""
        if topmost() is None:
            self.dispatch("on_picture", path)

    def say_what_is_missing(self) -> None:
        """Goes to the first place where something is still to be done."""
        for problem, part in (
            (self.view.name_problem, self.ids.name),
            (self.view.steps_problem, self.ids.steps),
            (self.view.muscles_problem, self.ids.muscles),
        ):
            if problem:
                bring_into_sight(part)
                return

    def on_name(self, text: str) -> None:
        pass

    def on_summary(self, text: str) -> None:
        pass

    def on_line(self, lines: str, index: int, text: str) -> None:
        pass

    def on_add_line(self, lines: str) -> None:
        pass

    def on_line_more(self, lines: str, index: int) -> None:
        pass

    def on_pick(self, what: str, index: int) -> None:
        pass

    def on_number(self, what: str, by: int) -> None:
        pass

    def on_figure(self) -> None:
        pass

    def on_picture(self, path: str) -> None:
        pass

    def on_undo(self) -> None:
        pass

    def on_redo(self) -> None:
        pass

    def on_save(self) -> None:
        pass

    def on_leave(self) -> None:
        pass
