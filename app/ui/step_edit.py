"""One step in its sheet: every change of it, and what can be done with it. Knows no file."""

from typing import TYPE_CHECKING, Any

from app.core.editing import steps
from app.core.editing.fields import Field
from app.core.exercise import Exercise
from app.ui.screens.editor_step import StepContent
from app.ui.stage import Stage
from app.ui.widgets.modal import Modal
from app.views import editing as words
from app.views.steps import StepView, kind_at, sides_at, step_view

if TYPE_CHECKING:
    from app.ui.routine_edit import RoutineEdit


class StepSheet(Modal):
    """The sheet; the keys of the whole edit mean the same in it, and after an undo it may have lost its step."""

    def __init__(self, step: "StepEdit", **kwargs: Any) -> None:
        self._step = step
        super().__init__(step.content, at_bottom=True, **kwargs)

    def press_chord(self, chord: str) -> bool:
        return self._step.press_chord(chord)


class StepEdit:
    """Changes the step with this key in a routine's draft."""

    def __init__(self, shell: Stage, edit: "RoutineEdit", key: int) -> None:
        self._shell = shell
        self._edit = edit
        self._key = key
        self._exercise = self._found()
        self.content = StepContent(view=self._view())
        self.content.bind(
            on_kind=lambda _, index: self._choose_kind(index),
            on_number=lambda _, field, by: self._step(field, by),
            on_sides=lambda _, index: self._choose_sides(index),
            on_cue=lambda _, text: self._change(steps.set_text(self._draft, self._place, "cue", text)),
            on_wait=lambda _, text: self._change(steps.set_text(self._draft, self._place, "wait", text)),
            on_other=lambda _: self._ask_for_another(),
            on_deed=lambda _, name: self._do(name),
            on_leave=lambda _: self.sheet.cancel(),
        )
        self.sheet = StepSheet(self)

    def open(self) -> None:
        self.sheet.open()

    def press_chord(self, chord: str) -> bool:
        from app.ui.focus import is_writing

        if is_writing() and chord != "ctrl+s":
            return False
        deed = {
            "ctrl+z": self._edit.undo,
            "ctrl+shift+z": self._edit.redo,
            "ctrl+y": self._edit.redo,
            "ctrl+c": lambda: self._edit.copy(self._place),
            "ctrl+s": self._edit.save,
        }.get(chord)
        if deed is None:
            return False
        deed()
        self._see()
        return True

    @property
    def _draft(self) -> Any:
        return self._edit.draft

    @property
    def _place(self) -> int:
        return self._edit.place(self._key)

    def _found(self) -> Exercise | None:
        return self._edit.exercises.get(self._draft.steps[self._place].exercise or "")

    def _view(self) -> StepView:
        can_paste = self._edit.copied is not None
        return step_view(self._draft, self._place, self._edit.exercises, can_paste=can_paste)

    def _see(self) -> None:
        if self._key in self._draft.now.keys:
            self.content.view = self._view()
        else:
            self.sheet.cancel()

    def _change(self, draft: Any) -> None:
        self._edit.change(draft)
        self._see()

    def _step(self, field: Field, by: int) -> None:
        self._change(steps.stepped(self._draft, self._place, field, by))

    def _choose_kind(self, index: int) -> None:
        kind = kind_at(index)
        exercise = self._found() or self._exercise
        if kind == "wait" or exercise is not None:
            self._change(steps.set_kind(self._draft, self._place, kind, exercise))
            return

        def become(found: Exercise) -> None:
            self._edit.change(steps.set_kind(self._draft, self._place, kind, found))
            self._edit.open_step(self._place)

        self.sheet.close()
        self._edit.pick(words.INSTEAD_TITLE, become)

    def _choose_sides(self, index: int) -> None:
        """What the exercise does by itself need not be said."""
        exercise, sides = self._found(), sides_at(index)
        own = exercise.sides if exercise else "none"
        if sides != (self._draft.steps[self._place].sides or own):
            self._change(steps.set_sides(self._draft, self._place, None if sides == own else sides))

    def _ask_for_another(self) -> None:
        def become(found: Exercise) -> None:
            self._edit.change(steps.set_exercise(self._draft, self._place, found))
            self._edit.open_step(self._place)

        self.sheet.close()
        self._edit.pick(words.OTHER_TITLE, become)

    def _do(self, name: str) -> None:
        place = self._place
        match name:
            case "up" | "down":
                self._change(steps.move(self._draft, place, place + (1 if name == "down" else -1)))
            case "copy":
                self._edit.copy(place)
                self._see()
            case "paste":
                self._edit.paste(place + 1)
                self._see()
            case "duplicate":
                self._change(steps.duplicate(self._draft, place))
            case "remove":
                self.sheet.close()
                self._edit.remove(place)
            case "try":
                self.sheet.close()
                self._edit.try_out(place)
