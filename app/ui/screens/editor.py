"""The routine editor: the whole, its steps in their order, and what they give. Knows its view, and no file."""

from typing import Any

from app.ui.focus import focused, is_writing
from app.ui.kv import load_kv
from app.ui.screens.editor_parts import StepItem
from app.ui.screens.place import Place
from app.ui.widgets.field import Field
from app.ui.widgets.snackbar import Snackbar

load_kv(__file__)

EVERYWHERE = {
    "ctrl+z": "on_undo",
    "ctrl+shift+z": "on_redo",
    "ctrl+y": "on_redo",
    "ctrl+s": "on_keep",
}
"""Chords that mean the whole edit."""
ON_A_STEP = {"ctrl+c": "on_copy", "delete": "on_remove", "backspace": "on_remove"}
MOVES = {"up": -1, "down": 1}


class NameField(Field):
    """The name of a routine."""


class EditorScreen(Place):
    """Dispatches what the person wants of the routine.

    `on_name(text)`, `on_about(text)`, `on_goal(index)`, `on_number(field, by)` change the whole; `on_step(key)`
    opens a step, `on_move(key, to)`, `on_copy(key)`, `on_paste(key or None)` and `on_remove(key)` move it about;
    `on_add` and `on_add_wait` ask for a new one. `on_keep` saves and goes on; `on_save` saves and leaves.
    """

    __events__ = (
        "on_name",
        "on_about",
        "on_goal",
        "on_number",
        "on_step",
        "on_move",
        "on_copy",
        "on_paste",
        "on_remove",
        "on_add",
        "on_add_wait",
        "on_undo",
        "on_redo",
        "on_keep",
        "on_save",
        "on_leave",
    )

    def do_the_one_thing(self) -> None:
        """An empty routine wants its first exercise; any other wants to be saved."""
        self.dispatch("on_save" if self.view.steps else "on_add")

    def press_chord(self, chord: str) -> bool:
        """Answers a key that was pressed with Ctrl or Alt; while somebody writes, only what writing does not want."""
        if is_writing() and chord != "ctrl+s":
            return False
        if chord in EVERYWHERE:
            self.dispatch(EVERYWHERE[chord])
            return True
        step = self.step_in_focus
        with_, _, key = chord.rpartition("+")
        if chord == "ctrl+v":
            self.dispatch("on_paste", step)
        elif step is None:
            return False
        elif chord in ON_A_STEP:
            self.dispatch(ON_A_STEP[chord], step)
        elif with_ in ("alt", "ctrl") and key in MOVES:
            self.dispatch("on_move", step, self._place(step) + MOVES[key])
        else:
            return False
        return True

    def press_key(self, key: str) -> bool:
        """Delete takes away the step that the keyboard is on."""
        step = self.step_in_focus
        if step is None or key not in ON_A_STEP:
            return False
        self.dispatch(ON_A_STEP[key], step)
        return True

    @property
    def step_in_focus(self) -> int | None:
        """The key of the step that the keyboard is on."""
        row: Any = focused()
        return row.item.key if isinstance(row, StepItem) else None

    def focus_step(self, key: int) -> None:
        """Puts the keyboard on a step: the one before has gone."""
        if (row := self.ids.steps.row_of(key)) is not None:
            row.focus = True

    def offer_undo(self, bar: Snackbar) -> None:
        self.ids.snackbars.show(bar)

    def say_what_is_missing(self) -> None:
        """Goes to the first place where something is still to be done."""
        if self.view.name_problem:
            self.ids.name.focus = True

    def _place(self, key: int) -> int:
        return [step.key for step in self.view.steps].index(key)

    def on_name(self, text: str) -> None:
        pass

    def on_about(self, text: str) -> None:
        pass

    def on_goal(self, index: int) -> None:
        pass

    def on_number(self, field: str, by: int) -> None:
        pass

    def on_step(self, key: int) -> None:
        pass

    def on_move(self, key: int, to: int) -> None:
        pass

    def on_copy(self, key: int) -> None:
        pass

    def on_paste(self, key: int | None) -> None:
        pass

    def on_remove(self, key: int) -> None:
        pass

    def on_add(self) -> None:
        pass

    def on_add_wait(self) -> None:
        pass

    def on_undo(self) -> None:
        pass

    def on_redo(self) -> None:
        pass

    def on_keep(self) -> None:
        pass

    def on_save(self) -> None:
        pass

    def on_leave(self) -> None:
        pass
